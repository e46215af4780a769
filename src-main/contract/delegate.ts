/** What a delegate keeps: private, never on the stage, never in a log. */
import * as v from 'valibot';
import type { Selector } from './selector.ts';

export const colours = ['yellow', 'green', 'pink', 'blue'] as const;
export type Colour = (typeof colours)[number];

/** At most this many UTF-16 units in one note: about forty pages. */
export const NOTE_CHARS_MAX = 100_000;
/** At most this many UTF-16 units in one highlight: longer than any report. */
export const QUOTE_CHARS_MAX = 1_000_000;

/** At most this many UTF-16 units in the name of whom a question is for. */
export const ADDRESSEE_CHARS_MAX = 300;

export const RowId = v.pipe(v.string(), v.uuid());
export const DocumentId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
export const BlockId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,64}$/u));
export const SectionId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
export const TextOffset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
export const NoteText = v.pipe(v.string(), v.maxLength(NOTE_CHARS_MAX));
export const Addressee = v.pipe(v.string(), v.maxLength(ADDRESSEE_CHARS_MAX));
export const ColourSchema = v.picklist(colours);

export const SelectorSchema = v.pipe(
  v.strictObject({
    start: TextOffset,
    end: TextOffset,
    exact: v.pipe(v.string(), v.minLength(1), v.maxLength(QUOTE_CHARS_MAX)),
    prefix: v.pipe(v.string(), v.maxLength(32)),
    suffix: v.pipe(v.string(), v.maxLength(32)),
  }),
  v.check(({ start, end, exact }) => end - start === exact.length, 'range and quote differ in length'),
);

/** A highlight (đánh dấu). Times are milliseconds since 1970 UTC. */
export interface Annotation {
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly selector: Selector;
  readonly colour: Colour;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** A note (ghi chú), tied to an annotation, a section or nothing. */
export interface Note {
  readonly id: string;
  readonly document: string;
  readonly revision: string;
  readonly section: string | null;
  readonly annotation: string | null;
  readonly text: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** From being written to being done with. */
export const questionStatuses = ['draft', 'asked', 'answered'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];
export const QuestionStatusSchema = v.picklist(questionStatuses);

/** A question (câu hỏi chất vấn), tied to an annotation, a section or nothing. */
export interface Question extends Note {
  /** Who should answer, in the delegate's own words; empty where that is not decided. */
  readonly addressee: string;
  readonly status: QuestionStatus;
}

/** The whole notebook of one document, in the order it was written, and whether a step back or forward exists. */
export interface Notebook {
  readonly annotations: readonly Annotation[];
  readonly notes: readonly Note[];
  readonly questions: readonly Question[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What an undo or redo step was about; `messages.ts` names each in Vietnamese. */
export const changeKinds = [
  'annotation-created',
  'annotation-recoloured',
  'annotation-removed',
  'note-created',
  'note-edited',
  'note-removed',
  'question-created',
  'question-edited',
  'question-status-changed',
  'question-removed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const themes = ['light', 'sepia', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Sizes of the reading text in CSS px and widths of its column in `ch`. */
export const typeSizesPx = [16, 18, 20, 22, 24, 28, 32, 36, 40] as const;
export const lineWidthsCh = [52, 64, 76, 92] as const;

export const SettingsSchema = v.strictObject({
  theme: v.picklist(themes),
  typeSizePx: v.picklist(typeSizesPx),
  lineWidthCh: v.picklist(lineWidthsCh),
  outlineOpen: v.boolean(),
  notebookOpen: v.boolean(),
  correctionsShown: v.boolean(),
  figuresShown: v.boolean(),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const defaultSettings: Settings = {
  theme: 'light',
  typeSizePx: 20,
  lineWidthCh: 64,
  outlineOpen: true,
  notebookOpen: true,
  correctionsShown: false,
  figuresShown: true,
};

/** The place last read: the block at the top edge and how many CSS px of it had been scrolled past. */
export const PlaceSchema = v.strictObject({
  block: BlockId,
  offsetPx: v.pipe(v.number(), v.finite()),
});
export type Place = v.InferOutput<typeof PlaceSchema>;
