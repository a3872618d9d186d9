/** A line of Discord's Markdown. */
export interface Line {
  readonly form: 'text' | 'small' | 'heading' | 'item' | 'code';
  /** Whether it stands in a quote. */
  readonly quoted: boolean;
  /** Nesting of an item, from 0. */
  readonly depth: number;
  readonly inlines: readonly Inline[];
}

/** A stretch of a line. */
export type Inline =
  | { readonly form: 'text' | 'code'; readonly text: string }
  | { readonly form: 'bold' | 'italic'; readonly inlines: readonly Inline[] }
  | { readonly form: 'link'; readonly url: string; readonly inlines: readonly Inline[] };

/**
 * Reads what a text display of Discord holds, as far as bots write it: quotes, small print, headings, lists, code blocks, bold,
 * italics, code, links, and escaped characters. What it does not know stays as it is.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function readMarkdown(markdown: string): readonly Line[] {
  const lines: Line[] = [];
  let inCode = false;
  for (const raw of markdown.split('\n')) {
    const quoted = /^> ?/.test(raw);
    const line = quoted ? raw.replace(/^> ?/, '') : raw;
    if (/^```\w*$/.test(line)) inCode = !inCode;
    else if (inCode) lines.push({ form: 'code', quoted, depth: 0, inlines: [{ form: 'text', text: line }] });
    else lines.push(readLine(line, quoted));
  }
  return lines;
}

function readLine(line: string, quoted: boolean): Line {
  for (const [form, pattern] of FORMS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const indent = form === 'item' ? (found[1] ?? '').length : 0;
    return { form, quoted, depth: Math.floor(indent / 2), inlines: readInlines(line.slice(found[0].length)) };
  }
  return { form: 'text', quoted, depth: 0, inlines: readInlines(line) };
}

const FORMS: readonly (readonly [Line['form'], RegExp])[] = [
  ['small', /^-# /],
  ['heading', /^#{1,3} /],
  ['item', /^( *)[-*] /],
];

/** One token: an escaped character, a link, an address, code, bold, italics. */
const TOKEN =
  /\\([^0-9A-Za-z\s])|\[((?:\\.|[^\\\]])*)\]\(<?(https?:\/\/[^\s<>()]+)>?\)|<(https?:\/\/[^\s<>]+)>|`([^`]+)`|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*/g;

function readInlines(line: string): readonly Inline[] {
  const inlines: Inline[] = [];
  const say = (text: string) => {
    const last = inlines.at(-1);
    if (text === '') return;
    if (last?.form === 'text') inlines[inlines.length - 1] = { form: 'text', text: last.text + text };
    else inlines.push({ form: 'text', text });
  };
  let end = 0;
  for (const found of line.matchAll(TOKEN)) {
    say(line.slice(end, found.index));
    end = found.index + found[0].length;
    const [, escaped, title, target, bare, code, bold, italic] = found;
    if (escaped !== undefined) say(escaped);
    else if (target !== undefined) inlines.push({ form: 'link', url: target, inlines: readInlines(title ?? '') });
    else if (bare !== undefined) inlines.push({ form: 'link', url: bare, inlines: [{ form: 'text', text: bare }] });
    else if (code !== undefined) inlines.push({ form: 'code', text: code });
    else if (bold !== undefined) inlines.push({ form: 'bold', inlines: readInlines(bold) });
    else inlines.push({ form: 'italic', inlines: readInlines(italic ?? '') });
  }
  say(line.slice(end));
  return inlines;
}
