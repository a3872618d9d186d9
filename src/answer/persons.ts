import type { Note } from '../notes/note.js';
import { isCommonWord } from '../text/common-words.js';
import { termOf } from '../text/terms.js';

/**
 * The last names of the persons whom a note calls by their full name once, "Ann Lee", as written. Told by capitals, and by words that the
 * notes hardly ever write without one and that are no everyday words; now and then a product is among them.
 *
 * @param nameness share, from 0 to 1, of a term's places where the notes write it with a capital.
 */
export function lastNamesOf(note: Note, nameness: (term: string) => number): ReadonlySet<string> {
  let names = found.get(note);
  if (names === undefined) {
    names = new Set<string>();
    for (const { sentences } of note.passages) {
      for (const { text } of sentences) {
        for (const [full] of text.matchAll(FULL_NAME)) {
          const parts = full.replace(/['’]s$/, '').split(' ');
          if (parts.every((part) => isName(part, nameness))) names.add(parts.at(-1) as string);
        }
      }
    }
    found.set(note, names);
  }
  return names;
}

/** Remembered for as long as the note lives. */
const found = new WeakMap<Note, Set<string>>();

/** Two words with a capital, or three; not more, as in the title of a talk. */
const FULL_NAME =
  /(?<![\p{L}\p{N}’'-])(?<!\p{Lu}[\p{L}’'-]{0,30} )\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}[\p{Ll}’'-]+ )?\p{Lu}[\p{L}’'-]*\p{Ll}(?![\p{L}\p{N}]| \p{Lu})/gu;

function isName(word: string, nameness: (term: string) => number): boolean {
  const term = termOf(word.toLowerCase());
  return nameness(term) >= ALWAYS && !isCommonWord(term);
}

const ALWAYS = 0.9;
