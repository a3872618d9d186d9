import type { Query, QueryTerm } from '../question/query.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';

/** Whether nothing but editions themselves is asked about: "when was DockerCon 2018", "in which cities were the DockerCons". */
export function asksAboutEdition({ answerTypes, scope, terms }: Query): boolean {
  if ((scope.years.length === 0 && scope.europe === undefined) || !answerTypes.some((type) => EDITION_TYPES.has(type)))
    return false;
  return terms.every(({ term, weight }) => weight <= FRAME_WEIGHT || HAPPENS.has(term));
}

const EDITION_TYPES: ReadonlySet<Query['answerTypes'][number]> = new Set(['date', 'place']);

/** Weights up to this are those of words that only frame a question ("keynote", "take place"). */
const FRAME_WEIGHT = 0.36;

/**
 * Whether a sentence tells when or where the edition that is asked about took place; of several editions, that of its own note and
 * no other: "the next one was DockerCon 2018" tells nothing of its own.
 */
export function namesEdition(query: Query, { words, traits }: AnalysedSentence, own: number | undefined): boolean {
  const { scope, answerTypes } = query;
  const holds = (wanted: string) => words.some(({ term }) => term === wanted);
  if (holds('not')) return false;
  if (scope.years.length === 1) {
    if (!holds(String(scope.years[0]))) return false;
  } else if (!isOnlyYear(words, traits, own)) return false;
  if (answerTypes.includes('place') && words.some((_, i) => isYearInPlace(words, traits, i))) return true;
  // "On day 1 of DockerCon 2018" tells nothing of the edition.
  return words.some(
    ({ term }, i) => HAPPENS.has(term) && term !== 'day' && ((traits[i] as number) & TRAIT.address) === 0,
  );
}

/** "DockerCon 2018 in San Francisco". */
function isYearInPlace(words: AnalysedSentence['words'], traits: AnalysedSentence['traits'], i: number): boolean {
  const next = traits[i + 2] ?? 0;
  return (
    ((traits[i] as number) & TRAIT.year) !== 0 &&
    words[i + 1]?.plain === 'in' &&
    (next & TRAIT.capital) !== 0 &&
    (next & (TRAIT.calendar | TRAIT.stop)) === 0
  );
}

function isOnlyYear(
  words: AnalysedSentence['words'],
  traits: AnalysedSentence['traits'],
  year: number | undefined,
): boolean {
  const years = words.filter((_, i) => ((traits[i] as number) & TRAIT.year) !== 0);
  return years.length > 0 && years.every(({ term }) => term === String(year));
}

/** Terms by which a sentence tells when or where an event is. */
const HAPPENS: ReadonlySet<string> = new Set([
  'hold',
  'host',
  'take',
  'run',
  'place',
  'happen',
  'venu',
  'date',
  'locat',
  'citi',
  'day',
  'hotel',
]);

/** The terms of such a question with little weight on those that every edition's sentences share: "hosted" is not its point. */
export function framedTerms(query: Query): readonly QueryTerm[] {
  if (!asksAboutEdition(query)) return query.terms;
  return query.terms.map((term) => (HAPPENS.has(term.term) ? { ...term, weight: Math.min(term.weight, 0.05) } : term));
}
