import type { Corpus } from './corpus.js';
import { frameWeight } from './frame.js';
import { COMPARES, leaningOf, ownContent } from './leaning.js';
import type { AnswerType, QueryTerm, QuestionKind, Scope } from './query.js';
import { headOf, type Reading } from './reading.js';
import { actorOf, completed, subjectOf } from './standalone.js';
import { wordsOf } from './words.js';

/** What a conversation is about: the last question, complete. */
export interface Topic {
  /** The question as it would be asked by itself. */
  readonly text: string;
  /** What it is about, in its words: "Docker Hub". Empty when it names nothing. */
  readonly subject: string;
  /** Who or what did it: "Oracle" in "what did Oracle bring to Docker Store". Empty when nobody is named so. */
  readonly actor: string;
  readonly kind: QuestionKind;
  readonly answerTypes: readonly AnswerType[];
  /** Terms of the thing asked for, head noun first. */
  readonly focus: readonly string[];
  readonly terms: readonly QueryTerm[];
  readonly scope: Scope;
}

/**
 * Completes a question from the topic of the conversation; without a topic, or when it stands alone, it is its own topic.
 *
 * Terms that are carried over weigh less than the question's own, names more than other words.
 */
export function follow(read: Reading, topic: Topic | undefined, corpus: Corpus): Topic {
  if (topic === undefined) return alone(read, corpus);
  const reading = withCountedYear(read, topic, corpus);
  const own = alone(reading, corpus);
  const leaning = leaningOf(reading);
  if (leaning.degree === 'none' || (leaning.degree === 'weak' && namesAny(reading, topic))) return own;
  const compares = COMPARES.test(reading.plain);
  const swap = leaning.degree === 'swap' && !compares;
  const carried = carriedTerms(reading, topic, leaning.degree, corpus);
  const asksSame = reading.kind === undefined || swap || SAME_AGAIN.test(reading.plain);
  const kind = asksSame ? topic.kind : own.kind;
  return {
    text: completed(reading, leaning, topic),
    subject: ownContent(reading).some(({ name }) => name) || topic.subject === '' ? own.subject : topic.subject,
    actor: own.actor === '' ? topic.actor : own.actor,
    kind,
    answerTypes: asksSame ? topic.answerTypes : own.answerTypes,
    focus: asksSame && !swap && own.focus.length > 0 ? own.focus : asksSame ? topic.focus : own.focus,
    terms: [...own.terms, ...carried],
    scope: mergeScope(reading.scope.scope, topic.scope, compares),
  };
}

/** "And the year after?" as if the year were said. */
function withCountedYear(reading: Reading, topic: Topic, corpus: Corpus): Reading {
  const after = AFTER.test(reading.plain);
  if (topic.scope.years.length === 0 || !(after || BEFORE.test(reading.plain))) return reading;
  const [first, last] = [Math.min(...topic.scope.years), Math.max(...topic.scope.years)];
  const years = [...corpus.years].sort((a, b) => a - b);
  const year = after ? years.find((known) => known > last) : years.findLast((known) => known < first);
  if (year === undefined) return reading;
  const used = new Set(reading.words.keys());
  return {
    ...reading,
    kind: undefined,
    focus: [],
    scope: { scope: { ...reading.scope.scope, years: [year] }, used },
    content: { ...reading.content, terms: [] },
  };
}

const LEAD = '^(?:(?:and|but|so|then|ok|what about|how about) )*(?:(?:in|at|for|during) )?(?:the )?';
const ONE = '(?:year|one|edition|conference|\\w+con)';
const AFTER = new RegExp(`${LEAD}(?:(?:next|following) ${ONE}|${ONE} (?:after|later)(?: that)?)$`);
const BEFORE = new RegExp(`${LEAD}(?:(?:previous|prior) ${ONE}|${ONE} before(?: that)?)$`);

/** "anything else?" asks what was asked before. */
const SAME_AGAIN =
  /^(?:(?:and|but|so) )?(?:any(?:thing|one|body)? ?else|what else|who else|tell me more|more|go on|continue|elaborate|more details?)\b/;
const MOST_CARRIED = 8;

/** How much of its weight a carried term keeps. */
const KEEPS: Readonly<Record<'weak' | 'strong' | 'swap', { readonly name: number; readonly other: number }>> = {
  weak: { name: 0.4, other: 0.3 },
  strong: { name: 0.7, other: 0.5 },
  swap: { name: 0.7, other: 0.7 },
};

function alone(reading: Reading, corpus: Corpus): Topic {
  const kind = reading.kind ?? 'fact';
  return {
    text: reading.text,
    subject: subjectOf(reading),
    actor: actorOf(reading),
    kind,
    answerTypes: corpus.lexicon.answerTypesOf(kind, reading.plain, headOf(reading.words, reading.focus, corpus)),
    focus: reading.focus.map((i) => reading.words[i]?.term ?? ''),
    terms: reading.content.terms.map(({ at, ...term }) => term),
    scope: reading.scope.scope,
  };
}

/** Whether a question names the subject again itself. */
function namesAny(reading: Reading, topic: Topic): boolean {
  const subject = new Set(wordsOf(topic.subject).map(({ term }) => term));
  return ownContent(reading).some(({ term }) => subject.has(term));
}

function carriedTerms(reading: Reading, topic: Topic, degree: 'weak' | 'strong' | 'swap', corpus: Corpus): QueryTerm[] {
  const own = ownContent(reading);
  const asked = new Set(reading.content.terms.map(({ term }) => term));
  const scopeOnly = own.length === 0 && reading.scope.used.size > 0;
  const exchangesName =
    degree === 'swap' &&
    !COMPARES.test(reading.plain) &&
    own.some(({ term, name }) => name || corpus.frequency(term) === 0);
  const onlyFrame = topic.terms.every(({ term }) => frameWeight(term) !== undefined);
  return topic.terms
    .filter(({ term, name }) => {
      if (asked.has(term) || (exchangesName && name)) return false;
      // A repeated question keeps even "announce" and "demo"; a new one about the same subject has its own frame.
      return degree === 'swap' || onlyFrame || frameWeight(term) === undefined;
    })
    .sort((a, b) => Number(b.name) - Number(a.name) || b.weight - a.weight)
    .slice(0, MOST_CARRIED)
    .map((term) => {
      const keeps = scopeOnly ? 0.9 : KEEPS[degree][term.name ? 'name' : 'other'];
      return { ...term, weight: term.weight * keeps, carried: true };
    });
}

/** What the question says itself, and the rest from the topic; another year leaves the region behind, unless both are compared. */
function mergeScope(own: Scope, topic: Scope, compares: boolean): Scope {
  const both = [...new Set([...topic.years, ...own.years])].sort((a, b) => a - b);
  const years = compares ? both : own.years.length > 0 ? own.years : topic.years;
  const day = own.day ?? topic.day;
  const europe = own.europe ?? (own.years.length > 0 ? undefined : topic.europe);
  return { years, ...(day === undefined ? {} : { day }), ...(europe === undefined ? {} : { europe }) };
}
