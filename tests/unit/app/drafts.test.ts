import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Drafts, writtenIn, type Draft, type Saved } from '../../../src-main/app/drafts.ts';

const draft = (id: string, text: string): Draft => ({ id, section: null, annotation: null, text });

describe('Drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function make(failing: () => boolean = () => false) {
    const stored = new Map<string, string>();
    const save = ({ id, text }: Draft): Saved => {
      if (failing()) return { ok: false, error: { code: 'store-full' } };
      stored.set(id, text);
      return { ok: true, value: { savedAtMs: 1 } };
    };
    return { drafts: new Drafts(save), stored };
  }

  it('commits at most 200 ms after the first keystroke, however fast one types on', async () => {
    const { drafts, stored } = make();
    for (let letter = 1; letter <= 10; letter++) {
      void drafts.take(draft('a', 'x'.repeat(letter)));
      await vi.advanceTimersByTimeAsync(25);
    }
    expect(stored.get('a')).toBe('x'.repeat(8));
    await vi.advanceTimersByTimeAsync(200);
    expect(stored.get('a')).toBe('x'.repeat(10));
  });

  it('answers only after the commit, and keeps what could not be saved', async () => {
    let full = true;
    const { drafts, stored } = make(() => full);
    const answer = drafts.take(draft('a', 'giữ lại'));
    expect(drafts.flush()).toEqual([{ draft: draft('a', 'giữ lại'), error: { code: 'store-full' } }]);
    expect(await answer).toEqual({ ok: false, error: { code: 'store-full' } });
    full = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(stored.get('a')).toBe('giữ lại');
    expect(drafts.flush()).toEqual([]);
  });

  it('never loses the last text of a note, whatever fails in between', async () => {
    const event = fc.oneof(
      fc.record({ do: fc.constant('type' as const), id: fc.constantFrom('a', 'b'), text: fc.string() }),
      fc.record({ do: fc.constant('fail' as const), on: fc.boolean() }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.nat(3000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event), async (events) => {
        let failing = false;
        const { drafts, stored } = make(() => failing);
        const last = new Map<string, string>();
        for (const each of events) {
          if (each.do === 'type') {
            void drafts.take(draft(each.id, each.text));
            last.set(each.id, each.text);
          } else if (each.do === 'fail') failing = each.on;
          else await vi.advanceTimersByTimeAsync(each.ms);
        }
        failing = false;
        expect(drafts.flush()).toEqual([]);
        expect(stored).toEqual(last);
      }),
    );
  });
});

it('keeps a question’s addressee with its words where they must be kept elsewhere', () => {
  const question = { ...draft('q', 'Vì sao?'), addressee: 'Sở Tài chính', status: 'draft' as const };
  expect(writtenIn(question)).toBe('Sở Tài chính:\nVì sao?');
  expect(writtenIn({ ...question, addressee: '' })).toBe('Vì sao?');
  expect(writtenIn(draft('n', 'ghi chú'))).toBe('ghi chú');
});
