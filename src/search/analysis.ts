import type { Passage, Sentence } from '../notes/note.js';
import { forEachWord, type Word } from '../text/terms.js';
import { figureTraits, TRAIT } from '../text/traits.js';

export { TRAIT };

/** A sentence's words as ranking compares them. */
export interface AnalysedSentence {
  /** The words, in order. Those of all texts that are the same word are one object: a sentence of the notes is kept in little memory. */
  readonly words: readonly Word[];
  /** Signature of each word: most words are told by it to be none of a question's, without a look at the words, which lie scattered. */
  readonly signatures: readonly number[];
  /** {@link TRAIT} bits of each word where it stands. */
  readonly traits: readonly number[];
  /** Number of words that are no stop words. */
  readonly content: number;
  /** Share of the words that belong to web addresses. */
  readonly addresses: number;
  /** Whether function words of another language outnumber the English ones. */
  readonly foreign: boolean;
  /** Whether it is a question. */
  readonly asks: boolean;
  /** Whether a note says by it what its sources leave open: the last thing to show where another one answers. */
  readonly denies: boolean;
}

/** Analyses a passage's sentences; remembers the outcome for as long as the passage lives. */
export function analyse(passage: Passage): readonly AnalysedSentence[] {
  let analysed = analyses.get(passage);
  if (analysed === undefined) {
    analysed = passage.sentences.map((sentence: Sentence) => analyseText(sentence.text));
    analyses.set(passage, analysed);
  }
  return analysed;
}

/** Analyses one sentence, heading or question. */
export function analyseText(text: string): AnalysedSentence {
  const words: Word[] = [];
  const signatures: number[] = [];
  const traits: number[] = [];
  forEachPlacedWord(text, (word, bits) => {
    words.push(word);
    signatures.push(word.signature);
    traits.push(bits);
  });
  return sentenceOf(words, signatures, traits, asksIn(text), deniesIn(text));
}

/** Calls back with each word of a text, in order, and its {@link TRAIT} bits where it stands. */
export function forEachPlacedWord(text: string, visit: (word: Word, traits: number) => void): void {
  const addresses = addressesIn(text);
  forEachWord(text, (word, from, to) => {
    let bits = word.traits;
    if ((bits & TRAIT.figure) !== 0) bits |= figureTraits(word.plain, text, from, to);
    if (addresses.length > 0 && addresses.some((address) => address[0] <= from && to <= address[1]))
      bits |= TRAIT.address;
    visit(word, bits);
  });
}

/** Whether a text is a question. */
export function asksIn(text: string): boolean {
  return text.endsWith('?');
}

/** Whether a text says what sources leave open. */
export function deniesIn(text: string): boolean {
  return DENIES.test(text);
}

/** Puts a sentence together from its words; the lists are of one length and become the sentence's own. */
export function sentenceOf(
  words: readonly Word[],
  signatures: readonly number[],
  traits: readonly number[],
  asks: boolean,
  denies: boolean,
): AnalysedSentence {
  let content = 0;
  let within = 0;
  let foreign = 0;
  let english = 0;
  for (let i = 0; i < traits.length; i++) {
    const bits = traits[i] as number;
    if ((bits & TRAIT.address) !== 0) within++;
    else if ((bits & TRAIT.stop) === 0) content++;
    if ((bits & TRAIT.foreign) !== 0) foreign++;
    else if ((bits & TRAIT.stop) !== 0) english++;
  }
  return {
    words,
    signatures,
    traits,
    content,
    addresses: words.length === 0 ? 0 : within / words.length,
    foreign: foreign >= 2 && foreign > english,
    asks,
    denies,
  };
}

const DENIES =
  /\b(?:sources?|notes?|reports?|accounts?|articles?|slides?)\b.{0,60}\b(?:(?:do|does|did) not|don't|doesn't|never) (?:\w+ )?(?:say|give|name|tell|mention|record|state|hold)\b|\bhold no\b/i;

function addressesIn(text: string): (readonly [number, number])[] {
  if (!text.includes('/')) return [];
  return [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length] as const);
}

/** With a scheme, or a host with a path: "github.com/docker/notary". */
const ADDRESS =
  /\b(?:[a-z][a-z\d+.-]{1,20}:\/\/|(?:[a-z\d-]{1,60}\.){1,4}(?:com|org|net|io|dev|sh|gov|edu)\/)[^\s<>"')\]]+/gi;

const analyses = new WeakMap<Passage, readonly AnalysedSentence[]>();
