/** Files that a delegate takes away: main asks where, in the system's own dialog, and writes the file whole. */
import { basename } from 'node:path';
import { dialog, utilityProcess, type BrowserWindow } from 'electron';
import type { ExportFailure } from '../contract/failures.ts';
import { figuresMessages as f } from '../contract/figures-messages.ts';
import type { MethodArgs, SavedFile } from '../contract/methods.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { fileNameOf, writeWhole } from '../export/write-file.ts';
import { builtFile } from './built-file.ts';
import type { ExportTask } from './export-process.ts';

const filters = { xlsx: f.xlsxFilter, png: f.pngFilter, svg: f.svgFilter } as const;
type Extension = keyof typeof filters;

export class Saving {
  constructor(
    private readonly reader: () => BrowserWindow | null,
    /** Path of the open briefing. */
    private readonly briefing: string,
    private readonly title: string,
  ) {}

  async exportFigures(indicators: readonly string[]): Promise<Result<SavedFile>> {
    const file = await this.#ask(f.fileName(this.title), 'xlsx');
    if (file === null) return ok({ file: null });
    const written = await inProcess({ briefing: this.briefing, indicators, file });
    return written.ok ? ok({ file: basename(file) }) : written;
  }

  async saveChart(chart: MethodArgs<'chart.save'>): Promise<Result<SavedFile>> {
    const file = await this.#ask(chart.name, chart.kind);
    if (file === null) return ok({ file: null });
    const written = writeWhole(file, chart.kind === 'svg' ? chart.text : chart.bytes);
    return written.ok ? ok({ file: basename(file) }) : written;
  }

  /** Where to; null: nowhere, after all. */
  async #ask(name: string, extension: Extension): Promise<string | null> {
    const reader = this.reader();
    if (reader === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(reader, {
      defaultPath: fileNameOf(name, extension),
      filters: [{ name: filters[extension], extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return null;
    return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`;
  }
}

/** Runs a task in `export-process.ts`; one that ends without an answer has failed. */
function inProcess(task: ExportTask): Promise<Result<null>> {
  const child = utilityProcess.fork(builtFile('out/main/export-process.cjs'), [], { serviceName: 'export' });
  return new Promise((done) => {
    const failed: Result<null, ExportFailure> = fail({ code: 'export-unwritable' });
    child.once('message', (result: Result<null>) => {
      done(result);
      child.kill();
    });
    child.once('exit', () => done(failed));
    child.postMessage(task);
  });
}
