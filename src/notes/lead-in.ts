import type { Sentence } from './note.js';

/**
 * Whether the last sentence of a paragraph introduces the list or table that follows it: it ends in a colon, it says so
 * ("the following", "these are"), the paragraph is this one sentence and stands right above, or the paragraph is one short
 * line without a full stop, as terse notes write the title of a list.
 */
export function leadsIntoList(paragraph: readonly Sentence[], adjacent: boolean): boolean {
  const last = paragraph.at(-1);
  if (last === undefined) return false;
  if (endsInColon(last) || INTRODUCES.test(last.text)) return true;
  const open = !STOP.test(last.text);
  if (adjacent) return open || paragraph.length === 1;
  return open && paragraph.length === 1 && last.text.length <= TITLE && last.lines.from === last.lines.to;
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
