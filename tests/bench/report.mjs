// The figures as a person reads them.
import { searchQualityLines } from './search-quality/report.mjs';
import { searchSpeedLines } from './search-speed/measure.mjs';
import { table } from './table.mjs';

const TARGETS = { start: 1.35, memory: 1.25 };

/** The whole report as lines of text. Sections that were not measured are left out. */
export function reportOf(
  { machine, starts, size, session, numbers, compile, accuracy, searchQuality, searchSpeed },
  { listMisses },
) {
  return [
    ...machineLines(machine),
    ...(starts ? startLines(starts) : []),
    ...(size ? sizeLines(size) : []),
    ...(session ? sessionLines(session) : []),
    ...(numbers ? numbersLines(numbers) : []),
    ...(compile ? compileLines(compile) : []),
    ...(accuracy ? ['', 'Figures, names and checks against the labelled samples:', accuracy.text] : []),
    ...(searchQuality ? searchQualityLines(searchQuality, { listMisses }) : []),
    ...(searchSpeed ? searchSpeedLines(searchSpeed) : []),
  ].join('\n');
}

function machineLines({ processor, cores, memoryGb, system, load, root, display, node, runtime }) {
  return [
    '',
    `Machine: ${cores} × ${processor}, ${memoryGb} GB, ${system}${root ? ', root' : ''}${display ? `, display ${display}` : ''}`,
    `Runtime: Electron ${runtime.electron} (${runtime.kind}); Node ${node}; load ${load.join(' ')} at the beginning`,
    ...(load[0] > cores * 0.75
      ? ['The machine was busy at the beginning: absolute figures are too high, ratios less certain.']
      : []),
  ];
}

function startLines(starts) {
  const rows = starts.map(({ name, paintMs, readableMs, pssBytes, cpuMs }) => [
    name,
    spread(paintMs, ms),
    spread(readableMs, ms),
    spread(pssBytes, mb),
    spread(cpuMs, ms),
  ]);
  const ratios = starts
    .slice(1)
    .map(({ name, ratios: to }) => [
      `${name}: ratio to the floor`,
      ...[to.paint, to.readable, to.memory, to.cpu].map(times),
    ]);
  const targets = ['at most', times(TARGETS.start), times(TARGETS.start), times(TARGETS.memory)];
  return table(
    `Start, in ms from spawn, and 3 s after it the memory (PSS) and processor time of all processes: median of ${starts[0].runs.length} (lowest–highest)`,
    ['', 'first paint', 'readable text', 'memory, MB', 'processor, ms'],
    [...rows, ...ratios, targets],
  );
}

function sizeLines({ appBytes, runtimeBytes, ownBytes, ratio }) {
  return table(
    'Installed size',
    ['', 'MB'],
    [
      ['bare runtime', mb(runtimeBytes)],
      ['app, without languages nobody reads here', mb(appBytes)],
      ['of which the app itself', mb(ownBytes)],
      ['ratio', times(ratio)],
    ],
  );
}

function sessionLines({ calls, longestDelayMs, keystrokeMs, marksMs, longestTaskMs }) {
  const rows = calls.map(({ method, totalMs, handleMs, replyMs }) => [
    method,
    String(totalMs.count),
    fine(totalMs.median),
    fine(totalMs.max),
    fine(handleMs.max),
    fine(replyMs.max),
  ]);
  const [longest] = calls;
  return [
    ...table(
      'Main process: how long each call holds it, ms, in a typical session',
      ['', 'calls', 'median', 'longest', 'of it handling', 'sending the answer'],
      rows,
    ),
    `Longest call: ${longest.method} with ${JSON.stringify(longest.longestArgs[0]).slice(0, 120)}, ${fine(longest.totalMs.max)} ms. Longest delay of the event loop, without opening windows: ${fine(longestDelayMs)} ms.`,
    `Keystroke to painted results: median ${fine(keystrokeMs.median)} ms, 95 % within ${fine(keystrokeMs.p95)} ms, longest ${fine(keystrokeMs.max)} ms (${keystrokeMs.count} letters).`,
    `Keystroke to the last mark in the text, the pause it waits for included: median ${fine(marksMs.median)} ms, longest ${fine(marksMs.max)} ms; longest task of the page meanwhile: ${longestTaskMs === 0 ? 'under 50' : fine(longestTaskMs)} ms.`,
  ];
}

function numbersLines({ observations, table: { openMs, frameMs, frames, dropped }, cards }) {
  return [
    '',
    `Số liệu with ${observations} observations: open after ${fine(openMs)} ms; scrolled through ${frames} frames, ${dropped} of them late, median ${fine(frameMs.median)} ms, longest ${fine(frameMs.max)} ms.`,
    `Card of a figure: ${spread(cards.openMs, fine)} ms from click to paint; longest call in main meanwhile ${fine(cards.mainMs)} ms.`,
  ];
}

function compileLines({ commandMs, sizes }) {
  const rows = sizes.map((size) =>
    size.failed
      ? [`× ${size.times}`, size.failed]
      : [
          `× ${size.times}`,
          mb(size.bytes, 2),
          String(size.blocks),
          String(size.figures),
          String(size.checks),
          spread(size.warmMs, fine),
          fine(size.structureMs.median),
          fine(size.analyseMs.median),
          String(Math.round(size.figures / (size.analyseMs.median / 1000))),
          fine(size.firstMs),
          size.growth.toFixed(2),
          fine(size.writeMs),
          fine(size.openMs),
          fine(size.viewMs),
          fine(size.searchMs.median),
          fine(size.searchMs.max),
        ],
  );
  return [
    ...table(
      'Compile, in plain Node: the report and longer texts made of it (ms; structure, then numbers named and checked; growth: time per character against the report, 1 is linear)',
      [
        '',
        'MB',
        'blocks',
        'figures',
        'checks',
        'compile, warm',
        'structure',
        'numbers',
        'figures/s',
        'first',
        'growth',
        'write',
        'open',
        'view',
        'search',
        'longest',
      ],
      rows,
    ),
    `\`kyhop compile\` with --out, whole command: ${spread(commandMs, ms)} ms`,
  ];
}

const ms = (number) => number.toFixed(0);
const fine = (number) => number.toFixed(number < 10 ? 2 : 1);
const mb = (bytes, digits = 1) => (bytes / 1e6).toFixed(digits);
const times = (number) => (number === null ? '—' : number.toFixed(2));
const spread = (of, format) =>
  of === null ? 'unknown here' : `${format(of.median)} (${format(of.min)}–${format(of.max)})`;
