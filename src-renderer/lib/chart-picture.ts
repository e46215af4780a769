/**
 * A chart as a file: SVG that needs nothing beside it, and PNG. Both are drawn from the model that is on screen, in the
 * colours of paper, so that they can be pasted into a document whatever theme is read in. PNG is drawn on a canvas of
 * our own: the content security policy lets no page load pictures that it has made.
 */
import { chartModel, type Bar, type ChartModel, type ChartSeries, type ChartText } from './chart-model.ts';

export interface PictureWords {
  readonly title: string;
  /** Unit and the like, under the title; "" for none. */
  readonly subtitle: string;
  /** Where the figures come from. */
  readonly source: string;
  /** What the bars leave out; null for nothing. */
  readonly beside: string | null;
  readonly estimate: string;
  readonly plan: string;
}

const WIDTH = 800;
const MARGIN = 28;
const FONT = 'Be Vietnam Pro, Segoe UI, Arial, sans-serif';
const LINE = 22;
/** Physical pixels a px of the picture: sharp in print at half a page's width. */
export const PNG_SCALE = 3;

const paper = {
  ground: '#ffffff',
  ink: '#20242a',
  soft: '#50555d',
  line: '#d9d4c7',
  zero: '#8b867a',
  bar: '#cbd8d5',
  series: ['#165a53', '#a2561a', '#3c57a6', '#8a3f7a'],
} as const;
const colourOf = (series: number): string => paper.series[series % paper.series.length] ?? paper.ink;

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly sizePx: number;
  readonly weight: 400 | 600;
  readonly colour: string;
  readonly anchor: ChartText['anchor'];
}

interface Key {
  readonly x: number;
  readonly y: number;
  readonly fill: Bar['fill'];
  readonly series: number;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly model: ChartModel;
  readonly top: number;
  readonly lines: readonly Line[];
  readonly keys: readonly Key[];
}

/** `widthOf` measures words as they will be drawn: size in px, weight. */
type WidthOf = (text: string, sizePx: number, weight: number) => number;
const roughly: WidthOf = (text, sizePx) => text.length * sizePx * 0.56;

function pictureOf(series: readonly ChartSeries[], words: PictureWords, widthOf: WidthOf): Picture {
  const inner = WIDTH - 2 * MARGIN;
  const lines: Line[] = [];
  const keys: Key[] = [];
  let y = MARGIN;
  const write = (text: string, sizePx: number, weight: 400 | 600, colour: string): void => {
    for (const part of wrapped(text, inner, (each) => widthOf(each, sizePx, weight))) {
      y += sizePx * 1.35;
      lines.push({ text: part, x: MARGIN, y: y - sizePx * 0.3, sizePx, weight, colour, anchor: 'start' });
    }
  };
  write(words.title, 20, 600, paper.ink);
  if (words.subtitle !== '') write(words.subtitle, 14, 400, paper.soft);
  y += 12;
  const top = y;
  const model = chartModel(series, {
    widthPx: inner,
    heightPx: 340,
    fontPx: 15,
    compact: false,
    rowsMax: null,
  });
  y += model.heightPx + 8;
  const statuses = new Set(series.flatMap(({ points }) => points.map(({ status }) => status)));
  const legend: { text: string; fill: Bar['fill']; series: number }[] = [
    ...(series.length > 1
      ? series.map(({ name }, index) => ({ text: name, fill: 'solid' as const, series: index }))
      : []),
    ...(statuses.has('estimate') ? [{ text: words.estimate, fill: 'hatched' as const, series: 0 }] : []),
    ...(statuses.has('plan') ? [{ text: words.plan, fill: 'hollow' as const, series: 0 }] : []),
  ];
  for (const { text, fill, series: index } of legend) {
    keys.push({ x: MARGIN, y: y + 4, fill, series: index });
    lines.push({
      text,
      x: MARGIN + 22,
      y: y + 16,
      sizePx: 14,
      weight: 400,
      colour: paper.soft,
      anchor: 'start',
    });
    y += LINE;
  }
  if (words.beside !== null) write(words.beside, 13, 400, paper.soft);
  y += 4;
  write(words.source, 13, 400, paper.soft);
  return { width: WIDTH, height: Math.ceil(y + MARGIN * 0.7), model, top, lines, keys };
}

/** Words in as few lines as fit; a word longer than a line gets one of its own. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

// SVG

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
const rounded = (number: number): string => String(Math.round(number * 100) / 100);

/** A file of its own: colours resolved, the font named with those that stand in for it. */
export function chartSvg(series: readonly ChartSeries[], words: PictureWords): string {
  const { width, height, model, top, lines, keys } = pictureOf(series, words, roughly);
  const patterns = series.map(
    (_, index) =>
      `<pattern id="hatch-${index}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${paper.ground}"/><rect width="3" height="7" fill="${colourOf(index)}"/></pattern>`,
  );
  const fillOf = (fill: Bar['fill'], index: number): string => {
    const fills = {
      solid: colourOf(index),
      soft: paper.bar,
      hatched: `url(#hatch-${index})`,
      hollow: 'none',
    };
    const dash = fill === 'hollow' ? ' stroke-dasharray="6 4"' : '';
    return `fill="${fills[fill]}" stroke="${colourOf(index)}" stroke-width="1.5"${dash}`;
  };
  const text = ({ x, y, text: words, anchor, sizePx, weight, colour }: Line): string =>
    `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${sizePx}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" lang="vi">`,
    `<title>${escaped(words.title)}</title>`,
    `<defs>${patterns.join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${paper.ground}"/>`,
    ...lines.map(text),
    ...keys.map(
      ({ x, y, fill, series: index }) =>
        `<rect x="${x}" y="${rounded(y)}" width="14" height="14" rx="2" ${fillOf(fill, index)}/>`,
    ),
    `<g transform="translate(${MARGIN} ${rounded(top)})">`,
    ...model.lines.map(
      ({ x1, y1, x2, y2, isZero }) =>
        `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${isZero ? paper.zero : paper.line}"/>`,
    ),
    ...model.bars.map(
      ({ x, y, width: wide, height: high, fill, series: index }) =>
        `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(wide)}" height="${rounded(high)}" rx="2" ${fillOf(fill, index)}/>`,
    ),
    ...model.texts.map((each) => text(lineOf(each))),
    '</g>',
    '</svg>',
  ].join('\n');
}

const lineOf = ({ role, ...rest }: ChartText): Line => ({
  ...rest,
  weight: role === 'value' ? 600 : 400,
  colour: role === 'value' ? paper.ink : paper.soft,
});

// PNG

/** Null where the window can draw no picture. Waits for the interface's typeface. */
export async function chartPng(
  series: readonly ChartSeries[],
  words: PictureWords,
): Promise<Uint8Array | null> {
  await Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 15px 'Be Vietnam Pro'`, 'ế ờ a')),
  );
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const font = (sizePx: number, weight: number): string =>
    `${weight} ${sizePx}px 'Be Vietnam Pro', system-ui, sans-serif`;
  const picture = pictureOf(series, words, (text, sizePx, weight) => {
    context.font = font(sizePx, weight);
    return context.measureText(text).width;
  });
  canvas.width = picture.width * PNG_SCALE;
  canvas.height = picture.height * PNG_SCALE;
  context.scale(PNG_SCALE, PNG_SCALE);
  context.fillStyle = paper.ground;
  context.fillRect(0, 0, picture.width, picture.height);
  const write = ({ text, x, y, sizePx, weight, colour, anchor }: Line): void => {
    context.font = font(sizePx, weight);
    context.fillStyle = colour;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.fillText(text, x, y);
  };
  picture.lines.forEach(write);
  for (const { x, y, fill, series: index } of picture.keys)
    drawBar(context, { x, y, width: 14, height: 14, fill, series: index });
  context.translate(MARGIN, picture.top);
  context.lineWidth = 1;
  for (const { x1, y1, x2, y2, isZero } of picture.model.lines) {
    context.strokeStyle = isZero ? paper.zero : paper.line;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const bar of picture.model.bars) drawBar(context, bar);
  for (const text of picture.model.texts) write(lineOf(text));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

function drawBar(context: CanvasRenderingContext2D, { x, y, width, height, fill, series }: Bar): void {
  const colour = colourOf(series);
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.fillStyle = fill === 'solid' ? colour : fill === 'soft' ? paper.bar : paper.ground;
  if (fill !== 'hollow') context.fill();
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(fill === 'hollow' ? [6, 4] : []);
  context.stroke();
  if (fill === 'hatched') {
    context.clip();
    context.lineWidth = 2.5;
    context.beginPath();
    for (let at = x - height; at < x + width; at += 8) {
      context.moveTo(at, y + height);
      context.lineTo(at + height, y);
    }
    context.stroke();
  }
  context.restore();
}
