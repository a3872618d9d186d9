import type { Query } from '../question/query.js';
import type { Matcher, WeighedTerm } from '../search/matching.js';
import type { RankedSentence } from '../search/ranking.js';
import { isScoped } from '../search/scope.js';
import { hitsNear } from '../search/sentence-evidence.js';
import { isAttributeWord } from '../text/attribute-words.js';
import { isPrivateWord } from '../text/private-words.js';
import { termOf } from '../text/terms.js';
import { lacksAmount, seenBeside } from './sight.js';
import { asksOfStranger } from './strangers.js';

/**
 * What a question asks for in so many words and the best sentence lacks, so that it answers something else however much of the rest
 * it holds. Each from 0 (nothing lacks) to 1.
 */
export interface Gaps {
  /** The question asks of somebody or something that no note names; see {@link asksOfStranger}. */
  readonly stranger: number;
  /**
   * Most of the question's importance lies in words that no note knows, or all of it in numbers or in what is next, and nothing ties
   * it to the notes: no edition, name or earlier question.
   */
  readonly elsewhere: number;
  /** "How many people": the sentence holds no figure but the question's own, and counts nothing up. */
  readonly uncounted: number;
  /** "How many people": the sentence's figures do not stand before the word for what is counted. */
  readonly miscounted: number;
  /** "What colour", "which interval": a detail that is told in its own word or not at all is not told; see `isAttributeWord`. */
  readonly attribute: number;
  /** A word of the question such as "salary" or "married" is not told; see `isPrivateWord`. */
  readonly privacy: number;
  /** An amount of money, a length of time or a share is asked for, and the sentence holds none. */
  readonly noAmount: number;
  /** "How do I turn it on": the asker wants to be told what to do. Notes on talks seldom instruct. */
  readonly instructs: number;
}

/** Finds them for the best of the ranked sentences; there is at least one. */
export function gapsOf(query: Query, matcher: Matcher, ranked: readonly RankedSentence[]): Gaps {
  const top = ranked[0] as RankedSentence;
  const { passage, index } = top;
  // What stands beside the best sentence is shown with it.
  const told = seenBeside(ranked, query) ?? top;
  const { terms } = matcher;
  const foundNear = hitsNear(passage, index);
  const missed = (i: number) => 1 - Math.max(passage.headings[i] as number, foundNear(i));
  const asked = query.standalone.slice(0, LONGEST);
  const head = terms.findIndex(({ term }) => term === query.focus?.[0]);
  return {
    stranger: asksOfStranger(query) ? 1 : 0,
    elsewhere: isElsewhere(query, matcher, missed) ? 1 : 0,
    uncounted:
      COUNTS.test(asked) && passage.candidate.entry.passage.kind !== 'list' ? 1 - told.evidence.holdsFigure : 0,
    miscounted:
      head !== -1 && COUNTS.test(asked) && told.evidence.holdsFigure > 0 && told.evidence.focusFigure === 0 ? 1 : 0,
    attribute: Math.max(
      0,
      ...attributesIn(query, asked).map((term) => missed(terms.findIndex((own) => own.term === term))),
    ),
    privacy: terms.some(({ term }, i) => (isPrivateWord(term) || isAge(term, asked)) && missed(i) > HALF) ? 1 : 0,
    noAmount: lacksAmount(query, told) ? 1 : 0,
    instructs: query.kind === 'manner' && INSTRUCTS.test(asked) ? 1 : 0,
  };
}

/** Characters of a question that are looked at. */
const LONGEST = 400;
const HALF = 0.5;
const NUMBER = /^(?!(?:19|20)\d\d$)\d+$/;
/** Terms of what is still to come. */
const AHEAD: ReadonlySet<string> = new Set(['next', 'upcom', 'futur', 'soon']);
const COUNTS = /\b(?:how many|number of)\b/i;
const INSTRUCTS = /\bhow (?:do|can|could|should|would) (?:i|we)\b/i;

/** The details asked for: what stands behind "what" and "which", and "Ann's address", "the colour of Ann's hat". */
function attributesIn({ focus = [], terms }: Query, asked: string): string[] {
  const isAsked = (term: string) => terms.some((own) => own.term === term);
  const details = [focus[0] ?? '', termCaught(OWNED, asked)].filter(isAttributeWord);
  return [...details, termCaught(WHY_CALLED, asked)].filter(isAsked);
}

/** The term of the word that a pattern catches, in whichever of its groups; '' where it catches none. */
function termCaught(pattern: RegExp, text: string): string {
  const [, ...groups] = pattern.exec(text) ?? [];
  return termOf(groups.find((group) => group !== undefined)?.toLowerCase() ?? '');
}

/** "Why is it called Moby": a name is told where its origin is told. */
const WHY_CALLED = /\bwhy\b.{1,60}?\b(called|named)\b|\bwhy the (name)\b|\bwhere.{1,30}\b(name) come/i;

const OWNED = /['’]s (?:[\p{L}-]+ )?([\p{L}-]+)[?.!\s]*$|\bthe ([\p{L}-]+) of\b/u;

/** "How old is Ann Lee": "old" by itself is no private word. */
function isAge(term: string, asked: string): boolean {
  return term === 'old' && /\bhow old\b/i.test(asked);
}

function isElsewhere({ scope }: Query, { terms, shares }: Matcher, missed: (i: number) => number): boolean {
  if (isScoped(scope)) return false;
  // "What is 17 times 23", "when is the next DockerCon": numbers alone are of any world, and what is next is so from today.
  const tells = ({ term, weight }: WeighedTerm) => weight >= HALF && !NUMBER.test(term) && !AHEAD.has(term);
  if (!terms.some(tells)) return terms.some(({ term }) => NUMBER.test(term) || AHEAD.has(term));
  let unknown = 0;
  for (let i = 0; i < terms.length; i++) {
    const { carried, name, frequency } = terms[i] as WeighedTerm;
    if (carried === true || (name && missed(i) < HALF)) return false;
    if (frequency === 0 && missed(i) > HALF) unknown += shares[i] as number;
  }
  return unknown > HALF;
}
