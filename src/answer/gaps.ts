import type { Query } from '../question/query.js';
import { type Word, wordsOf } from '../question/words.js';
import { type AnalysedSentence, TRAIT } from '../search/analysis.js';
import type { Matcher, WeighedTerm } from '../search/matching.js';
import type { RankedSentence } from '../search/ranking.js';
import { isScoped } from '../search/scope.js';
import { leadingSentences } from '../search/sentence-evidence.js';
import { isCommonWord } from '../text/common-words.js';
import { isPrivateWord } from '../text/private-words.js';
import { termOf } from '../text/terms.js';

/**
 * What a question asks for in so many words and the best sentence lacks, so that it answers something else however much of the rest
 * it holds. Each from 0 (nothing lacks) to 1.
 */
export interface Gaps {
  /** A word that no note knows stands where only a name does: "what did Globex say about swarm". */
  readonly stranger: number;
  /** Most of the question's importance lies in words that no note knows, and nothing ties it to the notes: no edition, name or earlier question. */
  readonly elsewhere: number;
  /** "How many T-shirts": nothing of the kind that is counted stands near. */
  readonly counted: number;
  /** The property asked for ("what university", "the revenue of", "Ann's salary") is not told. */
  readonly property: number;
  /** A word of the question such as "salary" or "married" is not told; see `isPrivateWord`. */
  readonly privacy: number;
  /** An amount of money, a length of time or a share is asked for, and the sentence holds none. */
  readonly noAmount: number;
}

/** Finds them for the best sentence. */
export function gapsOf(query: Query, matcher: Matcher, { passage, index }: RankedSentence): Gaps {
  const { terms } = matcher;
  const { spread, entry } = passage.candidate;
  const near = [index, ...leadingSentences(entry.passage, index)];
  const missed = (i: number) =>
    1 - Math.max(passage.headings[i] as number, ...near.map((k) => passage.matches[k]?.hits[i] ?? 0));
  const missedTerm = (term: string) => {
    const i = terms.findIndex((own) => own.term === term);
    return i === -1 ? 0 : missed(i);
  };
  const asked = query.standalone.slice(0, LONGEST);
  const head = terms.findIndex(({ term }) => term === query.focus?.[0]);
  const isTold = query.kind !== 'fact' && query.kind !== 'number';
  const headGone = head !== -1 && spread.frequencies[head] === 0 ? missed(head) : 0;
  const owned = OWNED.exec(asked)
    ?.slice(1)
    .find((noun) => noun !== undefined);
  return {
    stranger: holdsStranger(query, asked) ? 1 : 0,
    elsewhere: isElsewhere(query, matcher, missed) ? 1 : 0,
    counted: head !== -1 && COUNTS.test(asked) ? missed(head) : 0,
    property: isTold ? 0 : Math.max(headGone, owned === undefined ? 0 : missedTerm(termOf(owned.toLowerCase()))),
    privacy: terms.some(({ term }, i) => isPrivateWord(term) && missed(i) > HALF) ? 1 : 0,
    noAmount: lacksAmount(query, passage.sentences[index]) ? 1 : 0,
  };
}

/** Characters of a question that are looked at. */
const LONGEST = 400;
const HALF = 0.5;
const COUNTS = /\bhow many\b/i;
/** "Ann's phone number", "the salary of Ann": the noun. */
const OWNED = /['’]s (?:[\p{L}-]+ )?([\p{L}-]+)[?.!\s]*$|\bthe ([\p{L}-]+) of\b/u;

function isElsewhere({ scope }: Query, { terms, shares }: Matcher, missed: (i: number) => number): boolean {
  if (isScoped(scope)) return false;
  let unknown = 0;
  for (let i = 0; i < terms.length; i++) {
    const { carried, name, frequency } = terms[i] as WeighedTerm;
    if (carried === true || (name && missed(i) < HALF)) return false;
    if (frequency === 0 && missed(i) > HALF) unknown += shares[i] as number;
  }
  return unknown > HALF;
}

function holdsStranger({ kind, unknown, terms }: Query, asked: string): boolean {
  const strange = unknown.filter((word) => !isCommonWord(termOf(word.toLowerCase())));
  if (strange.length === 0) return false;
  const words = wordsOf(asked);
  const asksWhat = kind === 'definition' || (kind === 'person' && WHO_IS.test(asked));
  return words.some(({ text }, i) => {
    const name = text.replace(POSSESSIVE, '');
    if (!strange.includes(name)) return false;
    const isAside = terms.some((term) => term.aside === true && term.text === text);
    return (asksWhat && !isAside) || standsAsName(words, i);
  });
}

/** Whether a word stands where names do: with a capital, before "'s", before what somebody did, or behind "from" or "by". */
function standsAsName(words: readonly Word[], i: number): boolean {
  const { text, word } = words[i] as Word;
  if ((i > 0 && /^\p{Lu}/u.test(text)) || POSSESSIVE.test(text)) return true;
  if (DERIVED.test(word) || word.length < SHORTEST_NAME) return false;
  const [before, last] = [words[i - 2]?.word ?? '', words[i - 1]?.word ?? ''];
  const isSubject = AUXILIARIES.has(last) || (AUXILIARIES.has(before) && !DETERMINERS.has(last));
  return (isSubject && words[i + 1] !== undefined) || COMES_FROM.has(last);
}

/** Shorter words in lower case are slips, as a rule; in letters. */
const SHORTEST_NAME = 4;
const WHO_IS = /^who(?:['’]?s| is| was)\b/i;
const POSSESSIVE = /['’]s$/;
const AUXILIARIES: ReadonlySet<string> = new Set(
  'did does do has have had was were is are will can could would'.split(' '),
);
const DETERMINERS: ReadonlySet<string> = new Set('the a an this that his her its their some any'.split(' '));
const COMES_FROM: ReadonlySet<string> = new Set(['from', 'by', 'at', 'with']);
/** Endings of words that are made of others, and mean what those do. */
const DERIVED = /(?:ed|ing|est|ly|ness|able|ible|ful|less|ish|ers|ors|ists)$/;

function lacksAmount({ kind, answerTypes: [wanted] }: Query, sentence: AnalysedSentence | undefined): boolean {
  const { words = [], traits = [] } = sentence ?? {};
  const holds = (trait: number, from = 0, to = traits.length) =>
    traits.slice(from, to).some((own) => (own & trait) !== 0);
  if (wanted === 'money') return !holds(TRAIT.money);
  if (wanted === 'time') return !holds(TRAIT.clock);
  if (kind !== 'number') return false;
  if (wanted === 'percent') return !holds(TRAIT.ratio);
  if (wanted !== 'duration') return false;
  // "For over a year" is as long as "for one year".
  const counts = (i: number) => holds(TRAIT.figure | TRAIT.numeral, i, i + 1) || ONE.has(words[i]?.term ?? '');
  return !words.some((_, i) => counts(i) && holds(TRAIT.unit, i, i + 3));
}

const ONE: ReadonlySet<string> = new Set(['a', 'an']);
