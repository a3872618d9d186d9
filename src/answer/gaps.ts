import type { Query } from '../question/query.js';
import { type AnalysedSentence, TRAIT } from '../search/analysis.js';
import type { Matcher, WeighedTerm } from '../search/matching.js';
import type { RankedSentence } from '../search/ranking.js';
import { isScoped } from '../search/scope.js';
import { hitsNear } from '../search/sentence-evidence.js';
import { isAttributeWord } from '../text/attribute-words.js';
import { isPrivateWord } from '../text/private-words.js';
import { termOf } from '../text/terms.js';
import { asksOfStranger } from './strangers.js';

/**
 * What a question asks for in so many words and the best sentence lacks, so that it answers something else however much of the rest
 * it holds. Each from 0 (nothing lacks) to 1.
 */
export interface Gaps {
  /** The question asks of somebody or something that no note names; see {@link asksOfStranger}. */
  readonly stranger: number;
  /** Most of the question's importance lies in words that no note knows, and nothing ties it to the notes: no edition, name or earlier question. */
  readonly elsewhere: number;
  /** "How many T-shirts": nothing of the kind that is counted stands near. */
  readonly counted: number;
  /** "How many people": the sentence holds no figure but the question's own, and counts nothing up. */
  readonly uncounted: number;
  /** "What colour", "which interval": a detail that is told in its own word or not at all is not told; see `isAttributeWord`. */
  readonly attribute: number;
  /** The property asked for ("what university", "the revenue of", "Ann's salary") is not told. */
  readonly property: number;
  /** A word of the question such as "salary" or "married" is not told; see `isPrivateWord`. */
  readonly privacy: number;
  /** An amount of money, a length of time or a share is asked for, and the sentence holds none. */
  readonly noAmount: number;
}

/** Finds them for the best sentence. */
export function gapsOf(query: Query, matcher: Matcher, { passage, index, evidence }: RankedSentence): Gaps {
  const { terms } = matcher;
  const { spread } = passage.candidate;
  const foundNear = hitsNear(passage, index);
  const missed = (i: number) => 1 - Math.max(passage.headings[i] as number, foundNear(i));
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
    stranger: asksOfStranger(query) ? 1 : 0,
    elsewhere: isElsewhere(query, matcher, missed) ? 1 : 0,
    counted: head !== -1 && COUNTS.test(asked) ? missed(head) : 0,
    uncounted: COUNTS.test(asked) && passage.candidate.entry.passage.kind !== 'list' ? 1 - evidence.holdsFigure : 0,
    attribute: head !== -1 && isAttributeWord(query.focus?.[0] ?? '') ? missed(head) : 0,
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

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one', 'last', 'past']);
