import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords } from '../../../src-main/contract/fold.ts';
import { HITS_MAX } from '../../../src-main/contract/search.ts';
import { RANGES_MAX, wordsOf } from '../../../src-main/delegate/note-search.ts';
import { annotation, DOC, Laptop, must, note, uuid } from './harness.ts';

/** Searches notes for a query; each note found comes back with ⟦ ⟧ around what is marked in it. */
function marked(query: string, ...notes: string[]): string[] {
  const store = new Laptop().open();
  notes.forEach((text, n) => must(store.createNote(note(n, text))));
  return must(store.searchNotes(DOC, query)).map((hit) => {
    let text = notes[Number.parseInt(hit.note.slice(-12), 16)] ?? '';
    for (const { start, end } of [...hit.ranges].reverse()) {
      text = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    }
    return text;
  });
}

describe('a search in the notes', () => {
  it('needs no tones, no đ and no capitals', () => {
    expect(marked('duong thuy loi', 'Đường Thuỷ lợi Hòa Bình', 'đường thủy')).toEqual([
      '⟦Đường⟧ ⟦Thuỷ⟧ ⟦lợi⟧ Hòa Bình',
    ]);
  });

  it('finds decomposed text by composed words, and the other way round', () => {
    const nfd = 'Hỏi về Điện Biên'.normalize('NFD');
    expect(marked('điện'.normalize('NFC'), nfd)).toEqual([`Hỏi về ⟦Điện⟧ Biên`.normalize('NFD')]);
    expect(marked('điện'.normalize('NFD'), 'Điện Biên')).toEqual(['⟦Điện⟧ Biên']);
  });

  it('finds every word wherever it stands, and marks what touches as one', () => {
    expect(marked('bao cao', 'báo cáo, cao báo; báocáo')).toEqual(['⟦báo⟧ ⟦cáo⟧, ⟦cao⟧ ⟦báo⟧; ⟦báocáo⟧']);
  });

  it('shows the newest note first, and none that lacks a word', () => {
    expect(marked('thu', 'thu một', 'chi', 'thu hai')).toEqual(['⟦thu⟧ hai', '⟦thu⟧ một']);
  });

  it('does not look for the punctuation around words', () => {
    expect(marked('“thu”, (ngân sách)?', 'Thu ngân sách')).toEqual(['⟦Thu⟧ ⟦ngân⟧ ⟦sách⟧']);
    expect(marked('13,5%', 'tăng 13,5%', 'tăng 13.5')).toEqual(['tăng ⟦13,5%⟧']);
    expect(marked('?', 'vì sao?', 'thế à')).toEqual(['vì sao⟦?⟧']);
  });

  it('of nothing finds nothing', () => {
    expect(marked('', 'a')).toEqual([]);
    expect(marked(' \n\t\u00a0', 'a b')).toEqual([]);
  });

  it('takes every character for itself', () => {
    const odd = ['100%', 'a_b', `it's`, '"', '\\', '*', 'NEAR(a)', '\u0000', '[', ']]--', '{"$":1}'];
    for (const query of odd) expect(() => marked(query, 'văn bản', 'khác')).not.toThrow();
    expect(marked('%', '100 phần', '100%')).toEqual(['100⟦%⟧']);
    expect(marked('_', 'ab', 'a_b')).toEqual(['a⟦_⟧b']);
    expect(marked('hai', 'một\u0000hai')).toEqual(['một\u0000⟦hai⟧']);
  });

  it('sees a note as it was last saved, and not one that was removed', () => {
    const store = new Laptop().open();
    must(store.createNote(note(1, 'cũ')));
    must(store.saveNote(uuid(1), 'mới'));
    const hits = (query: string) => must(store.searchNotes(DOC, query)).length;
    expect([hits('cu'), hits('moi')]).toEqual([0, 1]);
    must(store.removeNote(uuid(1)));
    expect(hits('moi')).toBe(0);
    must(store.undo(DOC));
    expect(hits('moi')).toBe(1);
    expect(must(store.searchNotes('other', 'moi'))).toEqual([]);
  });

  it('lists a bounded number of notes and marks', () => {
    const many = Array.from({ length: HITS_MAX + 3 }, () => 'a b '.repeat(RANGES_MAX));
    const found = marked('a', ...many);
    expect(found).toHaveLength(HITS_MAX);
    expect(found[0]?.match(/⟦/gu)).toHaveLength(RANGES_MAX);
  });

  it('never throws, finds what a plain comparison finds, and marks ranges of the text', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(
        'đ',
        'Ư',
        'a\u0323',
        '\u0301',
        ' ',
        '"',
        "'",
        '%',
        'ﬁ',
        'İ',
        'ß',
        '🏛',
        '\u0000',
        'a',
        'b',
      ),
    );
    const store = new Laptop().open();
    const text = fc.string({ unit, maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.nat(), (written, query, from) => {
        if (must(store.createNote(note(1, written))).text !== written) must(store.saveNote(uuid(1), written));
        const cut = written.slice(from % (written.length + 1));
        for (const asked of [query, cut]) {
          const saved = must(store.readNotebook(DOC)).notes[0]?.text ?? '';
          const words = wordsOf(asked);
          const isHit = words.length > 0 && words.every((word) => foldWords(saved).includes(word));
          const hits = must(store.searchNotes(DOC, asked));
          expect(hits).toHaveLength(isHit ? 1 : 0);
          let last = 0;
          for (const { start, end } of hits[0]?.ranges ?? []) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(saved.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a search in the highlights', () => {
  it('looks at their quotes, and needs no tones', () => {
    const store = new Laptop().open();
    must(store.createAnnotation(annotation(1)));
    must(store.createAnnotation(annotation(2, 'other')));
    expect(must(store.searchAnnotations(DOC, '97,3 TY'))).toEqual([
      {
        annotation: uuid(1),
        ranges: [
          { start: 0, end: 4 },
          { start: 5, end: 7 },
        ],
      },
    ]);
    expect(must(store.searchAnnotations(DOC, 'đồng'))).toEqual([]);
    expect(must(store.searchAnnotations(DOC, ' '))).toEqual([]);
  });
});
