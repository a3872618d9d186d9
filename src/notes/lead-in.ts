import type { Sentence } from './note.js';

/**
 * Whether the last sentence of a paragraph introduces the list or table that follows it: it ends in a colon, nothing but
 * the line's end lies between, it says so ("the following", "these are"), or the whole paragraph is one short line
 * without a full stop, as the title of a list is written in terse notes.
 */
export function leadsIntoList(paragraph: readonly Sentence[], adjacent: boolean): boolean {
  const last = paragraph.at(-1);
  if (last === undefined) return false;
  if (adjacent || endsInColon(last) || INTRODUCES.test(last.text)) return true;
  return (
    paragraph.length === 1 && last.text.length <= TITLE && last.lines.from === last.lines.to && !STOP.test(last.text)
  );
}

/** Whether a sentence ends in a colon, and so needs what follows it. */
export function endsInColon({ text }: Sentence): boolean {
  return /[:：]["'”’)\]]?$/.test(text);
}

/** Words of a sentence that announces a list without a colon. */
const INTRODUCES =
  /\b(?:the following|as follows|listed below|(?:these|those|they|here) (?:are|were)|namely)\b|\b(?:are|were|includes?|included|including|such as)[.…]*$/i;
const STOP = /[.!?…。！？]["'”’)\]]?$/;
/** Characters of a line that stands above a list as its title. */
const TITLE = 100;
