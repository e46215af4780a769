/** What an amount is found to state. */
import type { FigureClass } from '../../contract/figure.ts';

export interface Verdict {
  readonly class: FigureClass;
  readonly sign: 1 | -1;
  readonly fromPlan: boolean;
}

export const verdict = (kind: FigureClass, sign: 1 | -1 = 1, fromPlan = false): Verdict => ({
  class: kind,
  sign,
  fromPlan,
});
