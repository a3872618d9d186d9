/**
 * What the lines of a note say, letter by letter: a second, much simpler reading of Markdown than the engine's, to hold the
 * engine's against. Everything but letters and digits goes, and what Markdown hides: link targets, footnote marks, tags.
 */
export function lettersOfLines(file: string, from: number, to: number): string {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const text = lines
    .slice(from - 1, to)
    .map((line) => line.replace(/^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ x]\])?/i, ''))
    .join('\n')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\]\[[^\]]*\]/g, ']')
    .replace(/\[\^[^\]\s]*\]:?/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(https?:[^<>\s]*)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#\d+|\w+);/g, ' ');
  return letters(text);
}

/** The letters and digits of a text. */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
