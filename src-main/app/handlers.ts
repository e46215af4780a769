/** What each row of the contract does. Thin: rules live in briefing, delegate and contract. */
import { clipboard } from 'electron';
import { listChecks, listFigures, listIndicators } from '../briefing/figures.ts';
import { searchBlocks } from '../briefing/search.ts';
import type { Briefing } from '../briefing/open.ts';
import type { BriefingView } from '../contract/briefing.ts';
import type { Notebook } from '../contract/delegate.ts';
import type { Notice, Undone } from '../contract/methods.ts';
import { ok, type Result } from '../contract/result.ts';
import type { DelegateStore } from '../delegate/store.ts';
import type { Drafts } from './drafts.ts';
import type { Handlers } from './ipc.ts';
import type { Presentation } from './presentation.ts';
import type { Saving } from './saving.ts';

export interface HandlersNeed {
  readonly briefing: Briefing;
  readonly view: BriefingView;
  readonly store: DelegateStore;
  readonly drafts: Drafts;
  readonly presentation: Presentation;
  readonly saving: Saving;
  readonly notices: readonly Notice[];
  readonly version: string;
  /** The notebook was written to: it wants a backup in a while. */
  readonly changed: () => void;
  /** The reader has answered `reader.flush`. */
  readonly flushed: () => void;
}

export function makeHandlers(need: HandlersNeed): Handlers {
  const { briefing, view, store, drafts, presentation, saving } = need;
  const { id: document, revision } = view.document;

  /** The notebook as it stands after a write. */
  const after = (written: Result<unknown>): Result<Notebook> => {
    if (!written.ok) return written;
    need.changed();
    return store.readNotebook(document);
  };

  // Drafts are committed first: an undo must not be overtaken by text that was typed before it.
  const step = (take: () => ReturnType<DelegateStore['undo']>): Result<Undone> => {
    drafts.flush();
    const taken = take();
    if (!taken.ok) return taken;
    need.changed();
    if (taken.value !== null) return ok(taken.value);
    const notebook = store.readNotebook(document);
    return notebook.ok ? ok({ notebook: notebook.value, change: null, id: null }) : notebook;
  };

  return {
    'reader.start': () => {
      drafts.flush();
      const notebook = store.readNotebook(document);
      if (!notebook.ok) return notebook;
      const settings = store.readSettings();
      if (!settings.ok) return settings;
      const place = store.readPlace(document);
      if (!place.ok) return place;
      return ok({
        view,
        notebook: notebook.value,
        settings: settings.value,
        place: place.value,
        notices: need.notices,
        version: need.version,
      });
    },
    'reader.flushed': () => {
      need.flushed();
      return ok(null);
    },
    'search.find': ({ query }) => {
      const notes = store.searchNotes(document, query);
      if (!notes.ok) return notes;
      const questions = store.searchQuestions(document, query);
      if (!questions.ok) return questions;
      const annotations = store.searchAnnotations(document, query);
      if (!annotations.ok) return annotations;
      return ok({
        query,
        ...searchBlocks(briefing, query),
        annotations: annotations.value,
        notes: notes.value,
        questions: questions.value,
      });
    },
    'figure.list': ({ from }) => ok(listFigures(briefing, from)),
    'indicator.list': ({ from }) => ok(listIndicators(briefing, from)),
    'check.list': ({ from }) => ok(listChecks(briefing, from)),
    'annotation.create': ({ id, selector, colour }) =>
      after(store.createAnnotation({ id, document, revision, selector, colour })),
    'annotation.recolour': ({ id, colour }) => after(store.recolourAnnotation(id, colour)),
    'annotation.remove': ({ id }) => {
      drafts.flush();
      return after(store.removeAnnotation(id));
    },
    'note.draft': (draft) => drafts.take(draft),
    'note.remove': ({ id }) => {
      drafts.flush();
      return after(store.removeNote(id));
    },
    'question.draft': (draft) => drafts.take(draft),
    'question.remove': ({ id }) => {
      drafts.flush();
      return after(store.removeQuestion(id));
    },
    'notebook.read': () => {
      drafts.flush();
      return store.readNotebook(document);
    },
    'notebook.undo': () => step(() => store.undo(document)),
    'notebook.redo': () => step(() => store.redo(document)),
    'settings.save': (part) => store.saveSettings(part),
    'place.save': (place) => {
      const saved = store.savePlace(document, place);
      return saved.ok ? ok(null) : saved;
    },
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text);
      return ok(null);
    },
    'figure.export': ({ indicators }) => saving.exportFigures(indicators),
    'chart.save': (chart) => saving.saveChart(chart),
    'stage.present': ({ subject }) => ok(presentation.present(subject)),
    'stage.turn': ({ turn }) => ok(presentation.turn(turn)),
    'stage.end': () => ok(presentation.end()),
    'stage.ready': (ready) => {
      presentation.ready(ready);
      return ok(null);
    },
  };
}
