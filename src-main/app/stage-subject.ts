/** From what a presenter asks for, by name, to the public words of the briefing. */
import { findCheck, findIndicator, figuresOfIndicator } from '../briefing/figures.ts';
import type { Briefing } from '../briefing/open.ts';
import type { BriefingView } from '../contract/briefing.ts';
import { chartContent, checkContent, sectionContent } from '../contract/stage-content.ts';
import type { StageContent, StageSubject } from '../contract/stage.ts';

/** Null where the briefing has no such section, indicator or check, or indicators share no unit. */
export function stageContentOf(
  briefing: Briefing,
  view: BriefingView,
  subject: StageSubject,
): StageContent | null {
  switch (subject.kind) {
    case 'section':
      return sectionContent(view, subject.section);
    case 'check': {
      const check = findCheck(briefing, subject.check);
      return check === null ? null : checkContent(view, check);
    }
    case 'chart': {
      const observed = subject.indicators.flatMap((id) => {
        const indicator = findIndicator(briefing, id);
        return indicator === null ? [] : [{ indicator, figures: figuresOfIndicator(briefing, id) }];
      });
      return observed.length === subject.indicators.length ? chartContent(view, observed) : null;
    }
  }
}
