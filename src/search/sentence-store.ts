import type { Word } from '../text/terms.js';
import { type AnalysedSentence, asksIn, deniesIn, forEachPlacedWord, sentenceOf, TRAIT } from './analysis.js';
import type { IndexedPassage, PassageWords } from './passage-index.js';
import { surroundings } from './place.js';

/** The words of all passages and of what stands around them, packed: 4 bytes a word, where analysed sentences take 30. */
export interface SentenceStore {
  /** Every distinct word, by the numbers under which it is stored. */
  readonly words: readonly Word[];
  /** Number of passages. */
  readonly size: number;
  /** The words of a passage, by its ordinal; put together anew each time, which takes a microsecond or two. */
  wordsOf(passage: number): PassageWords;
  /** Calls back with the numbers of the words of a passage's sentences, in order. */
  forEachWord(passage: number, visit: (word: number) => void): void;
  /** The same of what stands around it. */
  forEachWordAround(passage: number, visit: (word: number) => void): void;
}

/** Analyses all passages, in time linear in their length; their ordinals are those of the list. */
export function storeSentences(entries: readonly IndexedPassage[]): SentenceStore {
  const texts = createTexts();
  const places = new Int32Array(PLACE * entries.length);
  let around = 0;
  let heading: string | undefined;
  entries.forEach((entry, passage) => {
    const { sentences } = entry.passage;
    const first = texts.size();
    for (const { text } of sentences) texts.add(text);
    const surrounding = surroundings(entry);
    // Neighbours mostly stand under the same headings.
    if (surrounding !== heading) around = texts.add(surrounding);
    heading = surrounding;
    places.set([first, sentences.length, around], PLACE * passage);
  });
  return readSentences(texts.words, texts.packed(), places);
}

/** For each passage, side by side: where its first sentence is stored, how many it has, and where its surroundings are. */
const PLACE = 3;

/**
 * Texts, one behind the other, so that those of a passage are read in one go. Each is its number of words and what is known of it as
 * a whole, then the numbers of its words, with what depends on where a word stands in the lowest bits.
 */
function createTexts() {
  const words: Word[] = [];
  /** Numbers of words by their ids, plus 1; and by their text, of those without. */
  let byId = new Int32Array(1 << 12);
  const byText = new Map<string, number>();
  let packed = new Int32Array(1 << 12);
  let size = 0;

  function numberOf(word: Word): number {
    const { id } = word;
    if (id < 0) {
      const known = byText.get(word.text);
      if (known !== undefined) return known;
      byText.set(word.text, words.length);
    } else {
      if (id >= byId.length) byId = resized(byId, 2 * id);
      const known = byId[id] as number;
      if (known > 0) return known - 1;
      byId[id] = words.length + 1;
    }
    return words.push(word) - 1;
  }

  function put(number: number): void {
    if (size === packed.length) packed = resized(packed, size * 2);
    packed[size++] = number;
  }

  function pack(word: Word, traits: number): void {
    put((numberOf(word) << PLACED_BITS) | placedBits(traits & ~word.traits));
  }

  return {
    words,
    /** Where the next text will be stored. */
    size: () => size,
    /** Adds a text; returns where it is stored. */
    add(text: string): number {
      const at = size;
      put(0);
      forEachPlacedWord(text, pack);
      packed[at] = ((size - at - 1) << FLAG_BITS) | (asksIn(text) ? ASKS : 0) | (deniesIn(text) ? DENIES : 0);
      return at;
    },
    packed: () => resized(packed, size),
  };
}

/** Reads what {@link createTexts} has stored; a function of its own, so that nothing of the building stays in memory. */
function readSentences(words: readonly Word[], packed: Int32Array, places: Int32Array): SentenceStore {
  /** Signature and traits of each word, side by side: one look into memory brings both. */
  const facts = new Int32Array(2 * words.length);
  words.forEach(({ signature, traits }, number) => {
    facts[2 * number] = signature;
    facts[2 * number + 1] = traits;
  });

  function lengthAt(text: number): number {
    return (packed[text] as number) >>> FLAG_BITS;
  }

  function sentenceAt(text: number): AnalysedSentence {
    const length = lengthAt(text);
    const own = new Array<Word>(length);
    const signatures = new Array<number>(length);
    const traits = new Array<number>(length);
    for (let i = 0; i < length; i++) {
      const word = packed[text + 1 + i] as number;
      const number = word >>> PLACED_BITS;
      own[i] = words[number] as Word;
      signatures[i] = facts[2 * number] as number;
      traits[i] = (facts[2 * number + 1] as number) | (PLACED[word & (PLACED.length - 1)] as number);
    }
    const flags = packed[text] as number;
    return sentenceOf(own, signatures, traits, (flags & ASKS) !== 0, (flags & DENIES) !== 0);
  }

  /** Calls back with the number of each word of a text; returns where the next text is stored. */
  function forEachWordAt(text: number, visit: (word: number) => void): number {
    const end = text + 1 + lengthAt(text);
    for (let i = text + 1; i < end; i++) visit((packed[i] as number) >>> PLACED_BITS);
    return end;
  }

  const aroundOf = (passage: number) => places[PLACE * passage + 2] as number;
  return {
    words,
    size: places.length / PLACE,
    wordsOf(passage) {
      const sentences = new Array<AnalysedSentence>(places[PLACE * passage + 1] as number);
      let text = places[PLACE * passage] as number;
      for (let i = 0; i < sentences.length; i++) {
        sentences[i] = sentenceAt(text);
        text += 1 + lengthAt(text);
      }
      return { sentences, surroundings: sentenceAt(aroundOf(passage)) };
    },
    forEachWord(passage, visit) {
      let text = places[PLACE * passage] as number;
      for (let left = places[PLACE * passage + 1] as number; left > 0; left--) text = forEachWordAt(text, visit);
    },
    forEachWordAround(passage, visit) {
      forEachWordAt(aroundOf(passage), visit);
    },
  };
}

const ASKS = 1;
const DENIES = 2;
const FLAG_BITS = 2;

/** The traits that a word has only where it stands, each by a bit. */
const PLACED_TRAITS = [TRAIT.year, TRAIT.money, TRAIT.ratio, TRAIT.address, TRAIT.clock];
const PLACED_BITS = PLACED_TRAITS.length;
/** The traits by these bits. */
const PLACED = Uint16Array.from({ length: 1 << PLACED_BITS }, (_, bits) =>
  PLACED_TRAITS.reduce((traits, trait, i) => ((bits & (1 << i)) === 0 ? traits : traits | trait), 0),
);

function placedBits(traits: number): number {
  if (traits === 0) return 0;
  return PLACED_TRAITS.reduce((bits, trait, i) => ((traits & trait) === 0 ? bits : bits | (1 << i)), 0);
}

function resized(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(length);
  other.set(numbers.subarray(0, length));
  return other;
}
