import type { Passage, Sentence } from '../notes/note.js';
import { forEachWord } from '../text/terms.js';
import { figureTraits, TRAIT } from '../text/traits.js';

export { TRAIT };

/** A sentence's words as ranking compares them. */
export interface AnalysedSentence {
  /** Term of each word, in order. */
  readonly terms: readonly string[];
  /** Mark of each term; see `markOf`. */
  readonly marks: Uint16Array;
  /** Mark of each word as it stands, normalised. */
  readonly forms: Uint16Array;
  /** Mark of each term's beginning; see `beginningOf`. */
  readonly beginnings: Uint16Array;
  /** {@link TRAIT} bits of each word. */
  readonly traits: Uint16Array;
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
  const terms: string[] = [];
  const marks: number[] = [];
  const forms: number[] = [];
  const beginnings: number[] = [];
  const traits: number[] = [];
  const addresses = addressesIn(text);
  let content = 0;
  let within = 0;
  let foreign = 0;
  let english = 0;
  forEachWord(text, (word, from, to) => {
    let bits = word.traits;
    if ((bits & TRAIT.figure) !== 0) bits |= figureTraits(word.plain, text, from, to);
    if (addresses.some((address) => address[0] <= from && to <= address[1])) bits |= TRAIT.address;
    if ((bits & TRAIT.address) !== 0) within++;
    else if ((bits & TRAIT.stop) === 0) content++;
    if ((bits & TRAIT.foreign) !== 0) foreign++;
    else if ((bits & TRAIT.stop) !== 0) english++;
    terms.push(word.term);
    marks.push(word.mark);
    forms.push(word.form);
    beginnings.push(word.beginning);
    traits.push(bits);
  });
  return {
    terms,
    marks: Uint16Array.from(marks),
    forms: Uint16Array.from(forms),
    beginnings: Uint16Array.from(beginnings),
    traits: Uint16Array.from(traits),
    content,
    addresses: terms.length === 0 ? 0 : within / terms.length,
    foreign: foreign >= 2 && foreign > english,
    asks: text.endsWith('?'),
    denies: DENIES.test(text),
  };
}

const DENIES =
  /\b(?:sources?|notes?|reports?|slides?)\b.{0,60}\b(?:(?:do|does|did) not|don't|doesn't|never) (?:\w+ )?(?:say|give|name|tell|mention|record|state|hold)\b|\bhold no\b/i;

function addressesIn(text: string): (readonly [number, number])[] {
  if (!text.includes('/')) return [];
  return [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length] as const);
}

/** With a scheme, or a host with a path: "github.com/docker/notary". */
const ADDRESS =
  /\b(?:[a-z][a-z\d+.-]{1,20}:\/\/|(?:[a-z\d-]{1,60}\.){1,4}(?:com|org|net|io|dev|sh|gov|edu)\/)[^\s<>"')\]]+/gi;

const analyses = new WeakMap<Passage, readonly AnalysedSentence[]>();
