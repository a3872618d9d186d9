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
  /** For each passage: the number of its first sentence; its surroundings are stored behind its last one, or earlier. */
  const firsts = new Int32Array(entries.length);
  const ends = new Int32Array(entries.length);
  const around = new Int32Array(entries.length);
  let heading: string | undefined;
  entries.forEach((entry, passage) => {
    firsts[passage] = texts.size();
    for (const { text } of entry.passage.sentences) texts.add(text);
    ends[passage] = texts.size();
    const surrounding = surroundings(entry);
    // Neighbours mostly stand under the same headings.
    around[passage] = surrounding === heading ? (around[passage - 1] as number) : texts.add(surrounding);
    heading = surrounding;
  });
  const { words, sentence, forEachWord } = texts.build();
  return {
    words,
    size: entries.length,
    wordsOf(passage) {
      const sentences: AnalysedSentence[] = [];
      for (let i = firsts[passage] as number; i < (ends[passage] as number); i++) sentences.push(sentence(i));
      return { sentences, surroundings: sentence(around[passage] as number) };
    },
    forEachWord(passage, visit) {
      for (let i = firsts[passage] as number; i < (ends[passage] as number); i++) forEachWord(i, visit);
    },
    forEachWordAround: (passage, visit) => forEachWord(around[passage] as number, visit),
  };
}

/** Texts, each stored as the numbers of its words, with what depends on where a word stands in the lowest bits. */
function createTexts() {
  const words: Word[] = [];
  /** Numbers of words by their ids, plus 1; and by their text, of those without. */
  let byId = new Int32Array(1 << 12);
  const byText = new Map<string, number>();
  let packed = new Int32Array(1 << 12);
  let size = 0;
  const starts: number[] = [0];
  const flags: number[] = [];

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

  function pack(word: Word, traits: number): void {
    if (size === packed.length) packed = resized(packed, size * 2);
    packed[size++] = (numberOf(word) << PLACED_BITS) | placedBits(traits & ~word.traits);
  }

  return {
    /** How many texts there are. */
    size: () => flags.length,
    /** Adds a text; returns its number. */
    add(text: string): number {
      forEachPlacedWord(text, pack);
      starts.push(size);
      return flags.push((asksIn(text) ? ASKS : 0) | (deniesIn(text) ? DENIES : 0)) - 1;
    },
    build: () => readTexts(words, resized(packed, size), Int32Array.from(starts), Uint8Array.from(flags)),
  };
}

/** Reads what {@link createTexts} has stored; a function of its own, so that nothing of the building stays in memory. */
function readTexts(words: readonly Word[], packed: Int32Array, starts: Int32Array, flags: Uint8Array) {
  /** Signature and traits of each word, side by side: one look into memory brings both. */
  const facts = new Int32Array(2 * words.length);
  words.forEach(({ signature, traits }, number) => {
    facts[2 * number] = signature;
    facts[2 * number + 1] = traits;
  });
  return {
    words,
    sentence(text: number): AnalysedSentence {
      const from = starts[text] as number;
      const length = (starts[text + 1] as number) - from;
      const own = new Array<Word>(length);
      const ownSignatures = new Array<number>(length);
      const traits = new Array<number>(length);
      for (let i = 0; i < length; i++) {
        const word = packed[from + i] as number;
        const number = word >>> PLACED_BITS;
        own[i] = words[number] as Word;
        ownSignatures[i] = facts[2 * number] as number;
        traits[i] = (facts[2 * number + 1] as number) | (PLACED[word & (PLACED.length - 1)] as number);
      }
      const flag = flags[text] as number;
      return sentenceOf(own, ownSignatures, traits, (flag & ASKS) !== 0, (flag & DENIES) !== 0);
    },
    forEachWord(text: number, visit: (word: number) => void): void {
      const end = starts[text + 1] as number;
      for (let i = starts[text] as number; i < end; i++) visit((packed[i] as number) >>> PLACED_BITS);
    },
  };
}

const ASKS = 1;
const DENIES = 2;

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
