/**
 * Inline markup of one paragraph: what is bold, italic or raised, and which characters are only markup. Markdown as
 * recognition tools write it, a few HTML tags, and TeX superscripts. One pass; every look ahead is bounded.
 */
import { superscriptDigit } from './characters.ts';
import type { Ink } from './ink.ts';

/** Offsets are UTF-16 units of the source. */
export interface Emphasis {
  readonly kind: 'bold' | 'italic';
  readonly start: number;
  readonly end: number;
}

/** Raised digits: a reference, a footnote's opening mark or an exponent. */
export interface Raised {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** Written `[^1]`: nothing else than a footnote is meant. */
  readonly explicit: boolean;
  /** Written `[^1]:`, which opens a footnote. */
  readonly definition: boolean;
}

export interface Markup {
  readonly emphases: readonly Emphasis[];
  readonly raised: readonly Raised[];
}

const tagNames =
  'a|abbr|b|big|blockquote|body|br|caption|center|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|ins|li|main|mark|ol|p|page|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul';
const tag = new RegExp(`<(/?)(${tagNames})(?=[\\s/>])[^<>\\n\\r]{0,300}>`, 'iy');
const blockTags = /^(?:br|p|div|li|tr|td|th|table|h[1-6]|hr|center|ul|ol|dd|dt)$/i;
const comment = /<!--/y;
const footnoteRef = /\[\^(\d{1,4})\]/y;
const namedRef = /\[\^([\p{L}\p{N}_-]{1,40})\]/uy;
const link = /\[([^[\]\n]{1,400})\](\([^()\s]{0,500}\))/y;
const image = /!\[[^[\]\n]{0,300}\]\([^()\n]{0,500}\)/y;
const texRaised = /\$\s?(?:\{\}\s?)?\^\s?\{?\s?(\d{1,4})\s?\}?\s?\$/y;
const caretRaised = /\^(?:\{(\d{1,4})\}|(\d{1,4})\^?)/y;
const spaceEntity = /&(?:nbsp|ensp|emsp|thinsp|#160);/y;
const ampersand = /&amp;/y;
const escapable = /[!-/:-@[-`{-~]/;
const word = /[\p{L}\p{N}]/u;

/** Emphasis left open is given up after so many lines: a stray mark must not darken the rest of the document. */
const LINES_MAX = 8;

interface Open {
  readonly at: number;
  readonly contentAt: number;
  readonly line: number;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** Reads `[start, end)` of the source, which holds whole lines; `lineStarts` are offsets where a line's words begin. */
export function readMarkup(ink: Ink, start: number, end: number, lineStarts: ReadonlySet<number>): Markup {
  const { source } = ink;
  const emphases: Emphasis[] = [];
  const raised: Raised[] = [];
  const open = new Map<string, Open>();
  let line = 0;
  let commentEnd = 0;

  const emphasis = (symbol: string, from: number, to: number): void => {
    const size = to - from;
    const before = from > start ? (source[from - 1] ?? ' ') : ' ';
    const after = to < end ? (source[to] ?? ' ') : ' ';
    const mayOpen = !/\s/.test(after);
    const mayClose = !/\s/.test(before);
    if (symbol === '*') {
      const bullet = lineStarts.has(from) && size === 1 && !mayOpen;
      const noteSign = before === '(' && after === ')';
      const times = size === 1 && !mayOpen && !mayClose && from > start;
      if (bullet || noteSign || times) return;
    } else {
      if (size > 2 || (word.test(before) && word.test(after))) return;
    }
    ink.set(from, to, 'markup');
    const kinds =
      size === 1 ? (['italic'] as const) : size === 2 ? (['bold'] as const) : (['bold', 'italic'] as const);
    for (const kind of kinds) {
      const key = symbol + kind;
      const opened = open.get(key);
      if (opened !== undefined && mayClose && line - opened.line <= LINES_MAX) {
        if (opened.contentAt < from) emphases.push({ kind, start: opened.contentAt, end: from });
        open.delete(key);
      } else if (mayOpen) {
        open.set(key, { at: from, contentAt: to, line });
      } else if (symbol === '_' && !word.test(before)) {
        ink.restore(from, to);
      }
    }
  };

  const htmlTag = (match: RegExpExecArray, at: number): void => {
    const closing = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    ink.set(at, at + match[0].length, 'markup', blockTags.test(name) ? ' ' : '');
    const kind = name === 'b' || name === 'strong' ? 'bold' : name === 'i' || name === 'em' ? 'italic' : null;
    if (kind !== null) {
      const opened = open.get(name);
      if (closing && opened !== undefined) {
        if (opened.contentAt < at) emphases.push({ kind, start: opened.contentAt, end: at });
        open.delete(name);
      } else if (!closing) {
        open.set(name, { at, contentAt: at + match[0].length, line });
      }
    }
    if (name === 'sup' && !closing) {
      const opened = at + match[0].length;
      const digits = matchAt(/\s?[([]?(\d{1,4})[)\]]?\s?(?=<)/y, source, opened);
      if (digits?.[1] !== undefined) {
        const from = opened + digits[0].indexOf(digits[1]);
        const to = from + digits[1].length;
        // Raised brackets belong to the mark, not to the words.
        if (from > opened && source[from - 1] !== ' ') ink.set(from - 1, from, 'markup');
        if (/[)\]]/.test(source[to] ?? '')) ink.set(to, to + 1, 'markup');
        raise(from, to, Number(digits[1]), false);
      }
    }
  };

  const raise = (from: number, to: number, value: number, explicit: boolean, definition = false): void => {
    raised.push({ start: from, end: to, value, explicit, definition });
  };

  for (let at = start; at < end;) {
    const character = source[at] ?? '';
    let length = 1;
    let match: RegExpExecArray | null;
    switch (character) {
      case '\n':
        line++;
        break;
      case '\\':
        if (escapable.test(source[at + 1] ?? '') && at + 1 < end) {
          ink.set(at, at + 1, 'markup');
          length = 2;
        }
        break;
      case '*':
      case '_':
        while (at + length < end && source[at + length] === character) length++;
        emphasis(character, at, at + length);
        break;
      case '`':
        ink.set(at, at + 1, 'markup');
        break;
      case '~':
        if (source[at + 1] === '~') {
          length = 2;
          ink.set(at, at + 2, 'markup');
        }
        break;
      case '<':
        if ((match = matchAt(tag, source, at)) !== null && at + match[0].length <= end) {
          htmlTag(match, at);
          length = match[0].length;
        } else if (matchAt(comment, source, at) !== null) {
          if (commentEnd !== -1 && commentEnd < at) commentEnd = source.indexOf('-->', at);
          if (commentEnd !== -1 && commentEnd + 3 <= end) {
            length = commentEnd + 3 - at;
            ink.set(at, at + length, 'markup');
          }
        }
        break;
      case '!':
        if ((match = matchAt(image, source, at)) !== null && at + match[0].length <= end) {
          length = match[0].length;
          ink.set(at, at + length, 'markup');
        }
        break;
      case '[':
        if ((match = matchAt(footnoteRef, source, at)) !== null && at + match[0].length <= end) {
          length = match[0].length;
          const definition = lineStarts.has(at) && source[at + length] === ':';
          ink.set(at, at + 2, 'markup');
          ink.set(at + length - 1, at + length, 'markup');
          raise(at + 2, at + length - 1, Number(match[1]), true, definition);
        } else if ((match = matchAt(namedRef, source, at)) !== null && at + match[0].length <= end) {
          length = match[0].length;
          ink.set(at, at + 2, 'markup');
          ink.set(at + length - 1, at + length, 'markup');
        } else if ((match = matchAt(link, source, at)) !== null && at + match[0].length <= end) {
          const words = (match[1] ?? '').length;
          ink.set(at, at + 1, 'markup');
          ink.set(at + 1 + words, at + match[0].length, 'markup');
          const inner = readMarkup(ink, at + 1, at + 1 + words, new Set());
          emphases.push(...inner.emphases);
          raised.push(...inner.raised);
          length = match[0].length;
        }
        break;
      case '$':
        if ((match = matchAt(texRaised, source, at)) !== null && at + match[0].length <= end && match[1]) {
          length = match[0].length;
          const from = at + match[0].indexOf(match[1]);
          ink.set(at, from, 'markup');
          ink.set(from + match[1].length, at + length, 'markup');
          raise(from, from + match[1].length, Number(match[1]), false);
        }
        break;
      case '^':
        if ((match = matchAt(caretRaised, source, at)) !== null && at + match[0].length <= end) {
          length = match[0].length;
          const digits = match[1] ?? match[2] ?? '';
          const from = at + match[0].indexOf(digits);
          ink.set(at, from, 'markup');
          ink.set(from + digits.length, at + length, 'markup');
          raise(from, from + digits.length, Number(digits), false);
        }
        break;
      case '&':
        if ((match = matchAt(spaceEntity, source, at)) !== null && at + match[0].length <= end) {
          length = match[0].length;
          ink.set(at, at + length, 'markup', ' ');
        } else if (matchAt(ampersand, source, at) !== null && at + 5 <= end) {
          length = 5;
          ink.set(at + 1, at + 5, 'markup');
        }
        break;
      default:
        if (superscriptDigit(character) !== -1) {
          let value = superscriptDigit(character);
          for (; at + length < end; length++) {
            const digit = superscriptDigit(source[at + length] ?? '');
            if (digit === -1) break;
            value = Math.min(value * 10 + digit, 1_000_000);
          }
          raise(at, at + length, value, false);
        }
    }
    at += length;
  }
  for (const [key, opened] of open) {
    if (key.startsWith('_') && !word.test(source[opened.contentAt] ?? '')) {
      ink.restore(opened.at, opened.contentAt);
    }
  }
  return { emphases, raised: raised.sort((a, b) => a.start - b.start) };
}
