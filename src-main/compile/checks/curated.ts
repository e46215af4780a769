/** A curator's relations laid over what was found: some are added, some judged otherwise, each with a reason. */
import { sameOperands } from './places.ts';
import type { CheckEntry } from './entries.ts';
import { explain } from './explain.ts';
import type { Explained } from './explain.ts';
import { placeTerm, ratioTerms, termOf } from './relation.ts';
import type { Formula, Term } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { wording } from './wording.ts';

export type Curated = Explained & { readonly curated: boolean };

export interface Overlaid {
  readonly checks: readonly Curated[];
  /** Entries that find no place, each named in Vietnamese. */
  readonly lost: readonly string[];
}

export function overlay(scene: Scene, found: readonly Explained[], entries: readonly CheckEntry[]): Overlaid {
  const checks: Curated[] = found.map((check) => ({ ...check, curated: false }));
  const lost: string[] = [];
  for (const entry of entries) {
    const terms = entry.operands.map((operand) => termIn(scene, operand));
    const missing = entry.operands.find((_, index) => terms[index] === null);
    const curated =
      missing === undefined
        ? checkOf(
            entry,
            terms.flatMap((term) => term ?? []),
          )
        : null;
    if (curated === null) {
      lost.push(wording.lostEntry(entry.kind, (missing ?? entry.operands[0])?.quote ?? ''));
      continue;
    }
    const index = checks.findIndex((check) => check.kind === curated.kind && sameOperands(check, curated));
    const known = checks[index];
    if (known === undefined) checks.push(curated);
    else if (entry.verdict !== undefined)
      checks[index] = {
        ...known,
        verdict: entry.verdict,
        reason: entry.reason,
        possibility: null,
        curated: true,
      };
  }
  return { checks, lost };
}

/** The operand's number, where its quote stands once in the blocks and its text once in the quote. */
function termIn({ passages }: Scene, { quote, text, role }: CheckEntry['operands'][number]): Term | null {
  const [wanted, printed] = [quote.normalize('NFC'), text.normalize('NFC')];
  const holders = passages.filter((passage) => passage.text.includes(wanted));
  const [passage] = holders;
  const inQuote = wanted.indexOf(printed);
  if (passage === undefined || holders.length > 1 || inQuote === -1) return null;
  const at = passage.text.indexOf(wanted);
  if (passage.text.includes(wanted, at + 1) || wanted.includes(printed, inQuote + 1)) return null;
  return { ...termAt(passage, at + inQuote, printed), role };
}

function termAt(passage: Passage, start: number, text: string): Term {
  const end = start + text.length;
  const figure = passage.figures.find((each) => each.start < end && start < each.end);
  if (figure === undefined) return placeTerm(passage.block.id, start, text, 'stated');
  const terms = figure.class === 'ratio' && figure.text !== text ? ratioTerms(figure) : null;
  return terms?.find((term) => term.start === start) ?? termOf(figure, 'stated');
}

/** Null where the entry gives nothing to compute and no verdict either. */
function checkOf({ kind, verdict, reason }: CheckEntry, terms: readonly Term[]): Curated | null {
  const stated = terms.find(({ role }) => role === 'stated') ?? terms[0];
  if (stated === undefined) return null;
  const others = terms.filter((term) => term !== stated);
  const formula = formulaOf(kind, others.length);
  const judged = formula === null ? null : explain({ relation: { kind, formula, stated, others } });
  if (judged !== null)
    return {
      ...judged,
      verdict: verdict ?? judged.verdict,
      reason: verdict === undefined ? judged.reason : reason,
      curated: true,
    };
  if (verdict === undefined) return null;
  const settled = {
    kind,
    verdict,
    terms: [stated, ...others],
    computed: null,
    stated: null,
    possibility: null,
  };
  const check = explain({ settled: { ...settled, sentence: wording.curated(stated.text, reason), reason } });
  return check === null ? null : { ...check, curated: true };
}

function formulaOf(kind: CheckEntry['kind'], others: number): Formula | null {
  switch (kind) {
    case 'sum':
      return 'sum';
    case 'ratio':
      return 'share';
    case 'growth':
      return 'growth';
    case 'difference':
      return 'change';
    case 'completion':
      return others > 1 ? 'share' : 'fromPlan';
    case 'repetition':
      return 'same';
    case 'list_count':
    case 'period':
    case 'footnote':
    case 'implied_integer':
      return null;
  }
}
