/**
 * The one contract between windows and the main process. A row says everything about a call: who may make it, what
 * goes in, what comes out. Client types, validation, sender check and the fuzz test derive from the rows.
 */
import * as v from 'valibot';
import type { BriefingView } from './briefing.ts';
import type { Check } from './check.ts';
import {
  Addressee,
  ColourSchema,
  NoteText,
  PlaceSchema,
  QuestionStatusSchema,
  RowId,
  SectionId,
  SelectorSchema,
  SettingsSchema,
  type ChangeKind,
  type Notebook,
  type Place,
  type Settings,
} from './delegate.ts';
import type { Indicator, ObservedFigure } from './indicator.ts';
import type { Result } from './result.ts';
import { QUERY_CHARS_MAX, type SearchAnswer } from './search.ts';
import {
  IndicatorId,
  StageContentSchema,
  StageReadySchema,
  StageSubjectSchema,
  turns,
  type StageState,
} from './stage.ts';
import type { WindowName } from './windows.ts';

interface Method<Windows extends readonly WindowName[], Args extends v.GenericSchema, Value> {
  readonly windows: Windows;
  readonly args: Args;
  /** Type of the value of a successful Result; nothing at run time. */
  readonly value?: Value;
}

const method =
  <Value>() =>
  <const Windows extends readonly WindowName[], Args extends v.GenericSchema>(row: {
    windows: Windows;
    args: Args;
  }): Method<Windows, Args, Value> =>
    row;

const nothing = v.strictObject({});

/** Proposed for a new file; main takes out what a file system refuses. */
const FileName = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PngBytes = v.pipe(
  v.instance(Uint8Array),
  v.maxSize(32_000_000),
  v.check((bytes) => pngSignature.every((byte, at) => bytes[at] === byte)),
);

/** The name of the file that was written; null: the delegate thought better of it. */
export interface SavedFile {
  readonly file: string | null;
}

/** Lists that grow with the document come in pages, so that no call holds main for long. Begin with 0, go on with `next`. */
const PageSchema = v.strictObject({
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
});
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Null: this was the last page. */
  readonly next: number | null;
}

/** What the reader needs to show its first page, in one call. */
export interface ReaderStart {
  readonly view: BriefingView;
  readonly notebook: Notebook;
  readonly settings: Settings;
  readonly place: Place | null;
  /** Sentences the user must see once: a store that had to be recovered, a runtime meant for tests. */
  readonly notices: readonly Notice[];
  readonly version: string;
}

export interface Notice {
  readonly code: 'store-recovered';
  readonly setAside: string | null;
  readonly backup: string | null;
}

export interface Undone {
  readonly notebook: Notebook;
  /** Null: there was nothing to undo or redo. */
  readonly change: ChangeKind | null;
  readonly id: string | null;
}

export const methods = {
  /** Everything for the first page. */
  'reader.start': method<ReaderStart>()({ windows: ['reader'], args: nothing }),
  /** The reader has handed over all it held; its window may close. */
  'reader.flushed': method<null>()({ windows: ['reader'], args: nothing }),
  'search.find': method<SearchAnswer>()({
    windows: ['reader'],
    args: v.strictObject({ query: v.pipe(v.string(), v.maxLength(QUERY_CHARS_MAX)) }),
  }),
  /** The document's figures in the order of its blocks. */
  'figure.list': method<ListPage<ObservedFigure>>()({ windows: ['reader'], args: PageSchema }),
  /** In the order of their first figures. */
  'indicator.list': method<ListPage<Indicator>>()({ windows: ['reader'], args: PageSchema }),
  /** In the order of their first operands. */
  'check.list': method<ListPage<Check>>()({ windows: ['reader'], args: PageSchema }),
  'annotation.create': method<Notebook>()({
    windows: ['reader'],
    args: v.strictObject({ id: RowId, selector: SelectorSchema, colour: ColourSchema }),
  }),
  'annotation.recolour': method<Notebook>()({
    windows: ['reader'],
    args: v.strictObject({ id: RowId, colour: ColourSchema }),
  }),
  'annotation.remove': method<Notebook>()({ windows: ['reader'], args: v.strictObject({ id: RowId }) }),
  /** The note as it stands after a keystroke. Answers when it is committed, at most 200 ms later. */
  'note.draft': method<{ readonly savedAtMs: number }>()({
    windows: ['reader'],
    args: v.strictObject({
      id: RowId,
      section: v.nullable(SectionId),
      annotation: v.nullable(RowId),
      text: NoteText,
    }),
  }),
  'note.remove': method<Notebook>()({ windows: ['reader'], args: v.strictObject({ id: RowId }) }),
  /** The same for a question: all of it as it stands after a keystroke or a choice. */
  'question.draft': method<{ readonly savedAtMs: number }>()({
    windows: ['reader'],
    args: v.strictObject({
      id: RowId,
      section: v.nullable(SectionId),
      annotation: v.nullable(RowId),
      addressee: Addressee,
      status: QuestionStatusSchema,
      text: NoteText,
    }),
  }),
  'question.remove': method<Notebook>()({ windows: ['reader'], args: v.strictObject({ id: RowId }) }),
  'notebook.read': method<Notebook>()({ windows: ['reader'], args: nothing }),
  'notebook.undo': method<Undone>()({ windows: ['reader'], args: nothing }),
  'notebook.redo': method<Undone>()({ windows: ['reader'], args: nothing }),
  'settings.save': method<Settings>()({
    windows: ['reader'],
    args: v.partial(SettingsSchema),
  }),
  'place.save': method<null>()({ windows: ['reader'], args: PlaceSchema }),
  'clipboard.write': method<null>()({
    windows: ['reader'],
    args: v.strictObject({ text: v.pipe(v.string(), v.maxLength(4_000_000)) }),
  }),
  /** Writes the figures of these indicators into a spreadsheet that the delegate names. */
  'figure.export': method<SavedFile>()({
    windows: ['reader'],
    args: v.strictObject({ indicators: v.pipe(v.array(IndicatorId), v.maxLength(200_000)) }),
  }),
  /** Saves the picture of a chart where the delegate says. */
  'chart.save': method<SavedFile>()({
    windows: ['reader'],
    args: v.variant('kind', [
      v.strictObject({
        kind: v.literal('svg'),
        name: FileName,
        text: v.pipe(v.string(), v.startsWith('<svg '), v.maxLength(4_000_000)),
      }),
      v.strictObject({ kind: v.literal('png'), name: FileName, bytes: PngBytes }),
    ]),
  }),
  'stage.present': method<StageState>()({
    windows: ['reader'],
    args: v.strictObject({ subject: StageSubjectSchema }),
  }),
  'stage.turn': method<StageState>()({
    windows: ['reader'],
    args: v.strictObject({ turn: v.picklist(turns) }),
  }),
  'stage.end': method<StageState>()({ windows: ['reader'], args: nothing }),
  /** The stage's only word. */
  'stage.ready': method<null>()({ windows: ['stage'], args: StageReadySchema }),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodArgs<Name extends MethodName> = v.InferOutput<Methods[Name]['args']>;
export type MethodValue<Name extends MethodName> = NonNullable<Methods[Name]['value']> | NullIf<Name>;
type NullIf<Name extends MethodName> = null extends Methods[Name]['value'] ? null : never;

/** What a window may call. `Client<'stage'>` has no `note.draft` to misuse. */
export type Client<Name extends WindowName> = {
  readonly [M in MethodName as Name extends Methods[M]['windows'][number] ? M : never]: (
    args: MethodArgs<M>,
  ) => Promise<Result<MethodValue<M>>>;
};

/** Messages from main to a window, validated where they arrive. */
export const events = {
  /** The window is about to close: hand over what is held, then call `reader.flushed`. */
  'reader.flush': { windows: ['reader'], payload: nothing },
  'stage.changed': {
    windows: ['reader'],
    payload: v.strictObject({
      presenting: v.boolean(),
      label: v.nullable(v.string()),
      page: v.number(),
      pages: v.number(),
      black: v.boolean(),
      alone: v.boolean(),
      ended: v.nullable(v.picklist(['display-lost', 'failed'])),
    }),
  },
  'stage.show': {
    windows: ['stage'],
    payload: v.strictObject({ content: StageContentSchema, block: v.nullable(v.string()) }),
  },
  'stage.turn': { windows: ['stage'], payload: v.strictObject({ turn: v.picklist(turns) }) },
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = v.InferOutput<Events[Name]['payload']>;

/** What a window may listen to. Returns the way to stop listening. */
export type Listen<Name extends WindowName> = <
  E extends { [K in EventName]: Name extends Events[K]['windows'][number] ? K : never }[EventName],
>(
  event: E,
  handler: (payload: EventPayload<E>) => void,
) => () => void;

/** What a preload gives to its window as `globalThis.kyhop`. */
export interface Bridge<Name extends WindowName> {
  readonly call: Client<Name>;
  readonly on: Listen<Name>;
}

export function methodsOf(window: WindowName): readonly MethodName[] {
  return (Object.keys(methods) as MethodName[]).filter((name) =>
    (methods[name].windows as readonly WindowName[]).includes(window),
  );
}

export function eventsOf(window: WindowName): readonly EventName[] {
  return (Object.keys(events) as EventName[]).filter((name) =>
    (events[name].windows as readonly WindowName[]).includes(window),
  );
}
