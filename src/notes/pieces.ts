import type { Sentence } from './note.js';

/** Cuts a long paragraph between its sentences into pieces of about the same length. */
export function textPieces(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const total = sentences.reduce((sum, { text }) => sum + text.length + 1, 0);
  const size = total / Math.ceil(total / LONGEST_TEXT);
  const pieces: Sentence[][] = [];
  let length = 0;
  for (const sentence of sentences) {
    const piece = pieces.at(-1);
    if (piece === undefined || length >= size * pieces.length) pieces.push([sentence]);
    else piece.push(sentence);
    length += sentence.text.length + 1;
  }
  return pieces;
}

/** Cuts rows or lines into pieces of about the same number, at most `most`. */
export function evenPieces(sentences: readonly Sentence[], most: number): readonly (readonly Sentence[])[] {
  const size = Math.ceil(sentences.length / Math.ceil(sentences.length / most));
  const pieces: (readonly Sentence[])[] = [];
  for (let at = 0; at < sentences.length; at += size) pieces.push(sentences.slice(at, at + size));
  return pieces;
}

/** Characters of a paragraph that stays whole: more than three answers' worth. */
const LONGEST_TEXT = 1200;
/** Rows of a table, or lines of code, that stay whole. */
export const ROWS = 40;
