/** The part of a briefing file that holds numbers, indicators and checks. */
import type { Database } from 'better-sqlite3';
import type { CompiledDocument } from '../contract/briefing.ts';
import type { Check } from '../contract/check.ts';
import type { Analysis } from './analyse.ts';
import { placeInSource } from './figures/in-source.ts';
import type { SourceNumeral } from './figures/in-source.ts';
import { SourcePlaces } from './source-map.ts';

const INSERT_NUMERAL = `INSERT INTO numeral
  (position, figure, class, block, text_start, text_end, source_start, source_end, address, text,
   value, of, high, unit, scale, step, approximation, period, status, from_plan)
  VALUES (@position, @figure, @class, @block, @textStart, @textEnd, @start, @end, @address, @text,
   @value, @of, @to, @unit, @scale, @step, @approx, @period, @status, @fromPlan)`;
const INSERT_INDICATOR = `INSERT INTO indicator (position, id, name, detail, domain, unit, curated)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const INSERT_OBSERVATION = `INSERT INTO observation (figure, indicator, period, status) VALUES (?, ?, ?, ?)`;
const INSERT_RELATION = `INSERT INTO relation
  (position, id, kind, verdict, computed, stated, sentence, reason, possibility, curated)
  VALUES (@position, @id, @kind, @verdict, @computed, @stated, @sentence, @reason, @possibility, @curated)`;
const INSERT_OPERAND = `INSERT INTO operand
  (relation, position, role, figure, block, text_start, text_end, source_start, source_end, text, value)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function insertAnalysis(
  db: Database,
  { numerals, indicators, observations, checks }: Analysis,
  document: CompiledDocument,
  source: string,
): void {
  const insertNumeral = db.prepare(INSERT_NUMERAL);
  placeInSource(numerals, document, source).forEach((numeral, index) => {
    insertNumeral.run({ position: index + 1, ...numeralRow(numeral) });
  });
  const insertIndicator = db.prepare(INSERT_INDICATOR);
  indicators.forEach(({ id, name, detail, domain, unit, curated }, index) => {
    insertIndicator.run(index + 1, id, name, detail, domain, unit, curated ? 1 : 0);
  });
  const insertObservation = db.prepare(INSERT_OBSERVATION);
  for (const { figure, indicator, period, status } of observations)
    insertObservation.run(figure, indicator, period, status);
  insertChecks(db, checks, new SourcePlaces(document, source));
}

function numeralRow(numeral: SourceNumeral): Record<string, string | number | null> {
  const { class: as, start, end, address, text, inBlock } = numeral;
  const figure = numeral.kind === 'figure' ? numeral : null;
  return {
    figure: 'id' in numeral && typeof numeral.id === 'string' ? numeral.id : null,
    class: as,
    block: inBlock?.block ?? null,
    textStart: inBlock?.start ?? null,
    textEnd: inBlock?.end ?? null,
    start,
    end,
    address,
    text,
    value: figure?.value ?? null,
    of: figure?.of ?? null,
    to: figure?.to ?? null,
    unit: figure?.unit ?? null,
    scale: figure?.scale ?? null,
    step: figure?.step ?? null,
    approx: figure?.approx ?? null,
    period: figure?.period ?? null,
    status: figure?.status ?? null,
    fromPlan: figure === null ? null : figure.fromPlan ? 1 : 0,
  };
}

function insertChecks(db: Database, checks: readonly Check[], places: SourcePlaces): void {
  const insertRelation = db.prepare(INSERT_RELATION);
  const insertOperand = db.prepare(INSERT_OPERAND);
  checks.forEach(({ operands, curated, ...check }, index) => {
    insertRelation.run({ ...check, position: index + 1, curated: curated ? 1 : 0 });
    operands.forEach(({ role, figure, block, start, end, text, value }, position) => {
      const at = places.of({ block, start, end });
      const inText = [block, start, end] as const;
      insertOperand.run(check.id, position + 1, role, figure, ...inText, at.start, at.end, text, value);
    });
  });
}
