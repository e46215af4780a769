/** A process of its own for files that take long to make: main goes on answering meanwhile. It writes and ends. */
import { openBriefing } from '../briefing/open.ts';
import { fail, type Result } from '../contract/result.ts';
import { figuresWorkbook } from '../export/figures-workbook.ts';
import { writeWhole } from '../export/write-file.ts';

/** What main sends, once. */
export interface ExportTask {
  /** Path of the briefing that main has open and has checked. */
  readonly briefing: string;
  readonly indicators: readonly string[];
  readonly file: string;
}

async function write({ briefing: path, indicators, file }: ExportTask): Promise<Result<null>> {
  const briefing = openBriefing(path);
  if (!briefing.ok) return fail(briefing.error);
  try {
    return writeWhole(file, await figuresWorkbook(briefing.value, indicators));
  } finally {
    briefing.value.close();
  }
}

process.parentPort.once('message', ({ data }) => {
  void write(data as ExportTask).then((result) => {
    process.parentPort.postMessage(result);
  });
});
