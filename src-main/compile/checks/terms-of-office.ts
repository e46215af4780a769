/** A report that names its own term: the title's in one place, another one where it closes. */
import { placeTerm } from './relation.ts';
import type { Finding } from './relation.ts';
import type { Passage, Scene } from './scene.ts';
import { wording } from './wording.ts';

const terms = /(?:nhiệm kỳ|khóa|giai đoạn)\s+((?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d)/gu;
/** "Trên đây là báo cáo …": the report speaks of itself. */
const closing = /^\s*(?:trên đây là|báo cáo kết quả|trên đây,)/;

interface Named {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
  readonly key: string;
}

export function findTermsOfOffice({ passages }: Scene): Finding[] {
  const title = passages.filter(({ block }) => block.kind === 'title').flatMap(termsIn);
  const keys = new Set(title.map(({ key }) => key));
  const [own] = title;
  if (own === undefined || keys.size !== 1) return [];
  return passages
    .filter(({ block, lower }) => block.kind !== 'title' && closing.test(lower))
    .flatMap((passage) => termsIn(passage).slice(0, 4))
    .filter(({ key, passage, start }) => key !== own.key && isOwn(passage, start))
    .map((other): Finding => ({
      settled: {
        kind: 'period',
        verdict: 'mismatch',
        terms: [
          placeTerm(other.passage.block.id, other.start, other.text, 'stated'),
          placeTerm(own.passage.block.id, own.start, own.text, 'other'),
        ],
        computed: null,
        stated: null,
        sentence: wording.otherTerm(other.text, own.text),
        reason: null,
        possibility: null,
      },
    }));
}

/** "kết quả hoạt động từ đầu nhiệm kỳ": the span of the report, no plan or congress that it mentions. */
const isOwn = ({ lower }: Passage, start: number): boolean =>
  /(?:từ đầu|kết quả[^,;.]{0,80}|tổng kết|hoạt động[^,;.]{0,60}|nửa|trong|cả)\s+nhiệm kỳ\s*$/.test(
    lower.slice(Math.max(0, start - 120), start),
  ) && !/(?:đại hội|đảng bộ|nghị quyết|trước)[^,;.]{0,40}$/.test(lower.slice(Math.max(0, start - 60), start));

function termsIn(passage: Passage): Named[] {
  return Array.from(passage.lower.matchAll(terms), (match): Named => {
    const years = match[1] ?? '';
    const start = match.index + match[0].length - years.length;
    const text = passage.text.slice(start, start + years.length);
    return { passage, start, text, key: text.replace(/\s/g, '').replace('–', '-') };
  });
}
