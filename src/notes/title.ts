import { isBroken } from './file-text.js';
import type { Heading } from './sections.js';

/**
 * Finds the heading that is the title of a note without one in its front matter: the first outermost (`#`) near the top,
 * else the first that stands before all text. `firstLine` is the line of the first text.
 */
export function headingAsTitle(headings: readonly Heading[], firstLine = Number.POSITIVE_INFINITY): string | undefined {
  const named = headings.filter(({ text }) => text !== '' && !isBroken(text));
  const [first] = named;
  return (
    named.find(({ level, line }) => level === 1 && line <= firstLine + NEAR) ??
    (first && first.line < firstLine ? first : undefined)
  )?.text;
}

/** The file's name in words: "2017-04-25-dockercon-2017-austin.md" is "dockercon 2017 austin". Never empty. */
export function titleOfPath(path: string): string {
  const folders = path.split('/');
  const name = (folders.at(-1) ?? '').replace(/\.[a-z]{1,8}$/i, '');
  const undated = name.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '');
  // A Hugo page bundle: the folder has the name.
  const telling = /^_?index$/i.test(undated) && folders.length > 1 ? (folders.at(-2) ?? undated) : undated;
  const words = telling.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? 'untitled' : words;
}

/** Lines of introduction that may stand above a title. */
const NEAR = 20;
