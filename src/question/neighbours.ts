import type { Passage } from '../notes/note.js';
import { type TermToken, termTokens } from '../text/terms.js';
import type { Vocabulary } from './vocabulary.js';

/** What stands near what in the notes, seen from a few passages of the rarer term. */
export interface Neighbours {
  /** Whether the second term stands right behind the first somewhere. */
  adjacent(first: string, second: string): boolean;
  /** Whether some passage holds both. */
  together(first: string, second: string): boolean;
  /**
   * The term that nearly always follows a name, both with capitals: "hykes" for "solomon". Undefined for other terms. So a
   * question with the given name finds sentences with the surname alone.
   */
  surname(name: string): string | undefined;
}

/** Reads passages on demand and remembers the last {@link REMEMBERED}. */
export function createNeighbours(vocabulary: Vocabulary): Neighbours {
  const remembered = new Map<Passage, readonly (readonly TermToken[])[]>();

  function read(passage: Passage): readonly (readonly TermToken[])[] {
    let sentences = remembered.get(passage);
    if (sentences === undefined) {
      sentences = passage.sentences
        .slice(0, MOST_SENTENCES)
        .map(({ text }) => termTokens(text.slice(0, LONGEST_SENTENCE)));
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(passage, sentences);
    }
    return sentences;
  }

  /** Sentences around the rarer of two terms. */
  function around(first: string, second: string): readonly (readonly TermToken[])[] {
    const counts = [vocabulary.frequency(first), vocabulary.frequency(second)];
    if (counts.includes(0)) return [];
    return vocabulary.sample((counts[0] ?? 0) <= (counts[1] ?? 0) ? first : second).flatMap(read);
  }

  return {
    adjacent: (first, second) =>
      around(first, second).some((tokens) =>
        tokens.some(({ term }, i) => term === first && tokens[i + 1]?.term === second),
      ),
    together: (first, second) => {
      const rarer = vocabulary.frequency(first) <= vocabulary.frequency(second) ? first : second;
      const other = rarer === first ? second : first;
      if (vocabulary.frequency(rarer) === 0) return false;
      return vocabulary
        .sample(rarer)
        .some((passage) => read(passage).some((tokens) => tokens.some(({ term }) => term === other)));
    },
    surname: (name) => {
      if (vocabulary.nameness(name) < ALWAYS) return undefined;
      const followers = new Map<string, number>();
      let seen = 0;
      for (const tokens of vocabulary.sample(name).flatMap(read)) {
        tokens.forEach(({ term }, i) => {
          if (term !== name) return;
          seen++;
          const next = tokens[i + 1];
          if (next === undefined || !/^\p{Lu}/u.test(next.text) || next.from !== (tokens[i]?.to ?? 0) + 1) return;
          followers.set(next.term, (followers.get(next.term) ?? 0) + 1);
        });
      }
      const [surname, count = 0] = [...followers].sort((a, b) => b[1] - a[1])[0] ?? [];
      const certain = surname !== undefined && count >= ALWAYS * seen && vocabulary.nameness(surname) >= ALWAYS;
      return certain ? surname : undefined;
    },
  };
}

const REMEMBERED = 256;
const MOST_SENTENCES = 40;
/** A sentence longer than this is a page without full stops; its beginning shows enough. */
const LONGEST_SENTENCE = 1000;
const ALWAYS = 0.8;
