/** Readies search once the first page is shown, between other work. */
import type { Briefing } from '../briefing/open.ts';
import { warmSteps } from '../briefing/warm.ts';
import type { BriefingView } from '../contract/briefing.ts';

/** `ask` is the whole way of a question, own notes included. */
export function warmSearch(briefing: Briefing, { blocks }: BriefingView, ask: (query: string) => void): void {
  const steps = warmSteps(briefing, blocks.length);
  const next = (): void => {
    if (steps.next().done !== true) setImmediate(next);
    else ask('thu chi');
  };
  next();
}
