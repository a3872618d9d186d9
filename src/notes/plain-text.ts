import type { Token } from 'markdown-it';
import { lineBreaks } from './line-breaks.js';
import type { Inline } from './markdown.js';

/** Running text without Markdown: no word is changed, white space is single spaces. */
export interface PlainText {
  readonly text: string;
  /** Line of the file, from 1, that holds the character at an offset of `text`. */
  lineAt(offset: number): number;
  /** Footnote marks, in order, each where it stood in `text`. */
  readonly marks: readonly FootnoteMark[];
  /** Offsets of `text` at which its author ended a line on purpose, ascending. */
  readonly cuts: readonly number[];
}

export interface FootnoteMark {
  readonly offset: number;
  readonly line: number;
  /** The label of `[^label]`; absent for a footnote written in the text, `^[...]`. */
  readonly label?: string;
  /** Which footnote written in the text it is. */
  readonly id?: number;
}

/**
 * Turns running text into plain text: marks of emphasis, code, links, images, HTML and footnotes go, and what they mark
 * stays, save for images and for what HTML does not show (comments, script, style). A line break becomes a space.
 *
 * `firstLine` is the line of the file, from 1, that holds the first line of the text.
 */
export function plainText(inline: Inline, firstLine: number): PlainText {
  const writer = createWriter(inline.source, firstLine);
  let unseen: string | undefined;
  for (const token of inline.tokens) {
    const at = token.map?.[0] ?? 0;
    if (unseen !== undefined) {
      if (token.type === 'html_inline' && closes(token.content, unseen)) unseen = undefined;
      continue;
    }
    switch (token.type) {
      case 'text':
      case 'text_special':
        writer.write(token.content, at);
        break;
      case 'code_inline':
        writeCode(writer, inline.source, token, at);
        break;
      case 'softbreak':
        writer.breakLine(at, false);
        break;
      case 'hardbreak':
        writer.breakLine(at, true);
        break;
      case 'footnote_ref':
        writer.mark(token, at);
        break;
      case 'html_inline':
        unseen = UNSEEN.exec(token.content)?.[1]?.toLowerCase();
        if (BREAKING.test(token.content)) writer.breakLine(at, true);
        break;
    }
  }
  return writer.done();
}

/** Code may span lines; each part is written at its own. */
function writeCode(writer: Writer, source: string, { markup, content }: Token, at: number): void {
  const from = at + markup.length;
  const raw = source.slice(from, closingTicks(source, from, markup));
  if (!raw.includes('\n')) {
    writer.write(content, at);
    return;
  }
  let offset = from;
  for (const part of raw.split('\n')) {
    if (offset > from) writer.write(' ', offset - 1);
    writer.write(part, offset);
    offset += part.length + 1;
  }
}

/** Where the run of exactly these backticks begins that closes the code. */
function closingTicks(source: string, from: number, markup: string): number {
  let at = source.indexOf(markup, from);
  while (at !== -1) {
    let end = at + markup.length;
    if (source[end] !== '`') return at;
    while (source[end] === '`') end++;
    at = source.indexOf(markup, end);
  }
  return source.length;
}

function closes(tag: string, name: string): boolean {
  return tag.slice(0, name.length + 2).toLowerCase() === `</${name}`;
}

interface Writer {
  write(text: string, at: number): void;
  breakLine(at: number, hard: boolean): void;
  mark(token: Token, at: number): void;
  done(): PlainText;
}

function createWriter(source: string, firstLine: number): Writer {
  // Parts are joined at the end: to look at the end of a text that grows takes quadratic time.
  const parts: string[] = [];
  let length = 0;
  let spaced = true;
  /** Where text of another line begins: [offset in text, line]. */
  const starts: [number, number][] = [];
  const marks: FootnoteMark[] = [];
  const breaks: { offset: number; hard: boolean }[] = [];
  let line = firstLine;
  let feed = source.indexOf('\n');

  // Tokens come in the order of the source, so that each line feed is passed once.
  const lineOf = (at: number): number => {
    while (feed !== -1 && feed < at) {
      line++;
      feed = source.indexOf('\n', feed + 1);
    }
    return line;
  };

  const write = (part: string, at: number): void => {
    const plain = isUneven(part) ? part.replace(/\s+/g, ' ') : part;
    const joined = spaced && plain.startsWith(' ') ? plain.slice(1) : plain;
    if (joined === '') return;
    const on = lineOf(at);
    if (starts.at(-1)?.[1] !== on) starts.push([length, on]);
    parts.push(joined);
    length += joined.length;
    spaced = joined.endsWith(' ');
  };

  return {
    write,
    breakLine(at, hard) {
      write(' ', at);
      breaks.push({ offset: length, hard });
    },
    mark({ meta }, at) {
      const label = typeof meta?.label === 'string' ? meta.label : undefined;
      marks.push({
        offset: length,
        line: lineOf(at),
        ...(label === undefined ? { id: Number(meta?.id ?? -1) } : { label }),
      });
    },
    done() {
      const text = parts.join('').trimEnd();
      return {
        text,
        lineAt: (offset) => lineIn(starts, offset) ?? firstLine,
        marks,
        cuts: lineBreaks(text, breaks),
      };
    },
  };
}

/** Whether there may be white space that is not a single space; quicker than to replace it. */
function isUneven(text: string): boolean {
  return text.includes('  ') || text.includes('\t') || text.includes('\n') || text.includes('\u00A0');
}

function lineIn(starts: readonly (readonly [number, number])[], offset: number): number | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return starts[low]?.[1];
}

/** Elements whose content is not text to read. */
const UNSEEN = /^<(script|style|template|textarea|svg|iframe|object)(?=[\s>])(?![^>]*\/>)/i;
/** Elements that begin a new line when shown. */
const BREAKING =
  /^<\/?(?:br|p|div|li|tr|h[1-6]|blockquote|hr|dt|dd|figure|figcaption|section|article|header|footer)(?=[\s/>])/i;
