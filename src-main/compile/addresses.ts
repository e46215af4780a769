/** Addresses that a person says aloud: "Mục II.1.2, đoạn 4", "Chú thích 12", "Bảng 1, hàng 2, cột 3". Each only once. */
import type { Block } from '../contract/briefing.ts';
import type { Draft } from './drafts.ts';
import type { Place } from './sections.ts';
import { Uniques } from './uniques.ts';

export class Addresses {
  readonly #counts = new Map<string, number>();
  readonly #uniques = new Uniques((text, count) => `${text} (lần ${count})`);
  /** Whether the document has numbered sections at all; without, its paragraphs are simply counted. */
  constructor(private readonly hasSections: boolean) {}

  ofBody(draft: Draft, kind: Block['kind'], place: Place, isClosing: boolean): string {
    return this.#uniques.take(this.#body(draft, kind, place, isClosing));
  }

  #body(draft: Draft, kind: Block['kind'], place: Place, isClosing: boolean): string {
    if (draft.cell !== null) {
      const { table, row, column } = draft.cell;
      return row === 0 ? `Bảng ${table}, đầu cột ${column}` : `Bảng ${table}, hàng ${row}, cột ${column}`;
    }
    switch (kind) {
      case 'letterhead':
        return `Phần đầu, dòng ${this.#next('Phần đầu')}`;
      case 'title':
        return this.#lineOf('Tiêu đề');
      case 'addressee':
        return this.#lineOf('Kính gửi');
      case 'recipients':
        return draft.opener?.kind === 'recipients' ? 'Nơi nhận' : `Nơi nhận, dòng ${this.#next('Nơi nhận')}`;
      case 'signature':
        return `Chữ ký, dòng ${this.#next('Chữ ký')}`;
      case 'heading':
      case 'paragraph':
      case 'item':
      case 'cell':
      case 'footnote':
        break;
    }
    if (isClosing) return `Phần kết, đoạn ${this.#next('Phần kết')}`;
    const { numbered } = place;
    if (numbered === null) {
      return this.hasSections ? `Mở đầu, đoạn ${this.#next('Mở đầu')}` : `Đoạn ${this.#next('Đoạn')}`;
    }
    if (place.opensNumbered) return numbered.label;
    if (place.isTitle) return `${numbered.label}, tiêu đề`;
    return `${numbered.label}, đoạn ${this.#next(numbered.id)}`;
  }

  ofFootnote(number: number, paragraph: number, occurrence: number): string {
    const note = occurrence === 1 ? `Chú thích ${number}` : `Chú thích ${number} (lần ${occurrence})`;
    return this.#uniques.take(paragraph === 1 ? note : `${note}, đoạn ${paragraph}`);
  }

  #next(counter: string): number {
    const count = (this.#counts.get(counter) ?? 0) + 1;
    this.#counts.set(counter, count);
    return count;
  }

  #lineOf(name: string): string {
    const line = this.#next(name);
    return line === 1 ? name : `${name}, dòng ${line}`;
  }
}
