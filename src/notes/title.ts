import type { Heading } from './sections.js';

/**
 * Finds the title of a note without one in its front matter: its first outermost heading (`#`), else a heading that stands
 * before all text, else the file's name in words.
 */
export function inferredTitle(path: string, headings: readonly Heading[], firstTextLine: number): string {
  const heading =
    headings.find(({ level, text }) => level === 1 && text !== '') ?? headings.find(({ text }) => text !== '');
  if (heading !== undefined && (heading.level === 1 || heading.line < firstTextLine)) return heading.text;
  return titleOfPath(path);
}

/** "2017-04-25-dockercon-2017-austin.md" is "dockercon 2017 austin". */
function titleOfPath(path: string): string {
  const folders = path.split('/');
  const name = (folders.at(-1) ?? '').replace(/\.[a-z]{1,8}$/i, '');
  const undated = name.replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '');
  // A Hugo page bundle: the folder has the name.
  const telling = /^_?index$/i.test(undated) && folders.length > 1 ? (folders.at(-2) ?? undated) : undated;
  const words = telling.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim();
  return words === '' ? 'untitled' : words;
}
