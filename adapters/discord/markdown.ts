import { readable } from '../chat/readable.js';

/**
 * Text as it stands, for the fields that Discord reads as Markdown: nothing in it formats, links, pings or turns into an emoji.
 *
 * Discord shows any character but letters, digits and spaces as it is when a backslash stands before it. Escaped are the
 * characters that begin something: emphasis, code, spoilers, links, mentions and timestamps (`<`), headings, quotes; the colon
 * of an address or emoji; and what makes a list at the beginning of a line. Line feeds stay.
 * See https://support.discord.com/hc/en-us/articles/210298617 and https://docs.discord.com/developers/reference#message-formatting.
 */
export function escapeMarkdown(text: string): string {
  return readable(text)
    .replace(/[\\*_~`|[\]<>#@]|:(?=[\w+/-])/g, '\\$&')
    .replace(/^([^\S\n]*)([-+])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)\./gm, '$1\\.');
}

/** Text on one line, escaped. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

/**
 * Text with stretches of it bold, escaped. `highlights` are [from, to) offsets, ascending, not overlapping. Stretches with
 * nothing but spaces between are one: Discord takes `****` for no end and no beginning.
 */
export function highlighted(text: string, highlights: readonly (readonly [number, number])[]): string {
  const bold: [number, number][] = [];
  for (const [from, to] of highlights) {
    const last = bold.at(-1);
    if (to > text.length || to <= from || text.slice(from, to).trim() === '') continue;
    if (last !== undefined && text.slice(last[1], from).trim() === '') last[1] = to;
    else bold.push([from, to]);
  }
  let shown = '';
  let end = 0;
  for (const [from, to] of bold) {
    shown += `${escapeMarkdown(text.slice(end, from))}**${escapeMarkdown(text.slice(from, to))}**`;
    end = to;
  }
  return shown + escapeMarkdown(text.slice(end));
}

/** A link that shows a title and no preview. `url` is a safe address (`webAddress`), whose parentheses are encoded here. */
export function link(url: string, title: string): string {
  return `[${escapeLine(title)}](<${addressOf(url)}>)`;
}

/** A link that shows its address and no preview. */
export function bareLink(url: string): string {
  return `<${addressOf(url)}>`;
}

/** The address as it stands in a {@link link}: a parenthesis could end it. */
export function addressOf(url: string): string {
  return url.replace(/[()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

/** Every line as a quote. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Every line small and grey. */
export function small(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined && line.trim() !== '')
    .map((line) => `-# ${line}`)
    .join('\n');
}

/** Text of fixed width, as it stands; `undefined` where it holds what would end it. */
export function codeBlock(text: string): string | undefined {
  const shown = readable(text);
  return shown.includes('```') || shown.startsWith('`') || shown.endsWith('`') ? undefined : `\`\`\`\n${shown}\n\`\`\``;
}
