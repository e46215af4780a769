/** Relations as a curator adds or overrules them (`checks.json` beside a report's source), each with a reason. */
import * as v from 'valibot';
import { checkKinds, operandRoles, verdicts } from '../../contract/check.ts';

const Text = v.pipe(v.string(), v.minLength(1));

/** `quote` occurs once in the source and `text`, the operand as printed, once in the quote. */
const OperandEntry = v.strictObject({ quote: Text, text: Text, role: v.picklist(operandRoles) });

/** With `verdict` the engine's own judgement of a relation with the same kind and operands is overruled. */
export const CheckEntrySchema = v.strictObject({
  kind: v.picklist(checkKinds),
  operands: v.pipe(v.array(OperandEntry), v.minLength(1)),
  verdict: v.optional(v.picklist(verdicts)),
  reason: Text,
});
export type CheckEntry = v.InferOutput<typeof CheckEntrySchema>;
