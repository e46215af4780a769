/** Gives each text once; a text asked for again gets a count: "Mục 1 (lần 2)", "muc-1-2". */
export class Uniques {
  readonly #used = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(private readonly numbered: (text: string, count: number) => string) {}

  take(text: string): string {
    let candidate = text;
    let count = this.#counts.get(text) ?? 1;
    while (this.#used.has(candidate)) candidate = this.numbered(text, ++count);
    this.#counts.set(text, count);
    this.#used.add(candidate);
    return candidate;
  }
}
