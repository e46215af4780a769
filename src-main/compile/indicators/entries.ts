/** Indicators as a curator writes them down (`indicators.json` beside a report's source). */
import * as v from 'valibot';
import { figureStatuses } from '../../contract/figure.ts';
import { domains } from '../../contract/indicator.ts';

const Text = v.pipe(v.string(), v.minLength(1));

/** `quote` occurs once in the source and `text`, the figure as printed, once in the quote. */
const FigureEntry = v.strictObject({
  quote: Text,
  text: Text,
  period: v.optional(Text),
  status: v.optional(v.picklist(figureStatuses)),
});

export const IndicatorEntrySchema = v.strictObject({
  name: Text,
  detail: v.optional(Text),
  domain: v.picklist(domains),
  unit: v.optional(Text),
  figures: v.pipe(v.array(FigureEntry), v.minLength(1)),
});
export type IndicatorEntry = v.InferOutput<typeof IndicatorEntrySchema>;
