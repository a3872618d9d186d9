import type { Passage } from '../notes/note.js';
import { forEachWord, type TermToken, termTokens } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import type { Vocabulary } from './vocabulary.js';
import { SAMPLE } from './word-counts.js';

/** What stands near what in the notes. */
export interface Neighbours {
  /** Whether the second term stands right behind the first somewhere. */
  adjacent(first: string, second: string): boolean;
  /** Whether some passage holds both, as far as a few passages of the rarer one show. */
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
  const surnames = new Map<string, string | undefined>();

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

  /** What the filter says of rare terms is checked, since all their passages are at hand. */
  function isAdjacent(first: string, second: string): boolean {
    if (!vocabulary.follows(first, second)) return false;
    const rarer = vocabulary.frequency(first) <= vocabulary.frequency(second) ? first : second;
    if (vocabulary.frequency(rarer) > SAMPLE) return true;
    const passages = vocabulary.sample(rarer);
    return (
      passages.length === 0 ||
      passages
        .flatMap(read)
        .some((tokens) => tokens.some(({ term }, i) => term === first && tokens[i + 1]?.term === second))
    );
  }

  /** The sentences, as far as they are read, of a few passages that hold a term. */
  function sampleOf(term: string): string[] {
    return vocabulary
      .sample(term)
      .flatMap(({ sentences }) =>
        sentences.slice(0, MOST_SENTENCES).map(({ text }) => text.slice(0, LONGEST_SENTENCE)),
      );
  }

  function surnameOf(name: string): string | undefined {
    const followers = new Map<string, number>();
    let seen = 0;
    let followed = 0;
    for (const text of sampleOf(name)) {
      let end = -1;
      forEachWord(text, ({ term, traits }, from, to) => {
        if (from === end + 1 && end !== -1 && (traits & TRAIT.capital) !== 0) {
          followed++;
          followers.set(term, (followers.get(term) ?? 0) + 1);
        }
        end = term === name ? to : -1;
        if (term === name) seen++;
      });
    }
    const [surname, count = 0] = [...followers].sort((a, b) => b[1] - a[1])[0] ?? [];
    const certain =
      surname !== undefined &&
      count >= ALWAYS * followed &&
      count >= SOMETIMES * seen &&
      vocabulary.nameness(surname) >= ALWAYS;
    return certain && isBorneBy(surname, name) ? surname : undefined;
  }

  /** Whether a surname belongs to one given name only, as far as the notes tell: Steve Singh is not Deepak Singh. */
  function isBorneBy(surname: string, name: string): boolean {
    let own = 0;
    let others = 0;
    for (const text of sampleOf(surname)) {
      let before = '';
      let end = -1;
      forEachWord(text, ({ term, traits }, from, to) => {
        if (term === surname && from === end + 1 && before !== '') {
          if (before === name) own++;
          else if (vocabulary.nameness(before) >= ALWAYS) others++;
        }
        before = (traits & (TRAIT.capital | TRAIT.stop)) === TRAIT.capital ? term : '';
        end = to;
      });
    }
    return own >= ALWAYS * (own + others);
  }

  return {
    adjacent: isAdjacent,
    together: (first, second) => {
      const rarer = vocabulary.frequency(first) <= vocabulary.frequency(second) ? first : second;
      const other = rarer === first ? second : first;
      return vocabulary.sample(rarer).some((passage) => passage.sentences.some(({ text }) => mentions(text, other)));
    },
    surname: (name) => {
      if (vocabulary.nameness(name) < ALWAYS) return undefined;
      if (!surnames.has(name)) {
        if (surnames.size >= REMEMBERED) surnames.clear();
        surnames.set(name, surnameOf(name));
      }
      return surnames.get(name);
    },
  };
}

/**
 * Whether a word of the text begins with a stem. Much faster than cutting and stemming all words, and right but for irregular forms.
 */
function mentions(text: string, stem: string): boolean {
  const plain = text.slice(0, LONGEST_SENTENCE).toLowerCase();
  const start = stem.replace(/i$/, '');
  for (let at = plain.indexOf(start); at !== -1; at = plain.indexOf(start, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? '')) return true;
  }
  return false;
}

const REMEMBERED = 256;
const MOST_SENTENCES = 40;
/** A sentence longer than this is a page without full stops; its beginning shows enough. */
const LONGEST_SENTENCE = 1000;
const ALWAYS = 0.8;
const SOMETIMES = 0.25;
