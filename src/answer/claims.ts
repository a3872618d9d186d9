import type { QuestionKind } from '../question/query.js';
import { type AnalysedSentence, analyse, TRAIT } from '../search/analysis.js';
import type { Matcher } from '../search/matching.js';
import type { Span } from './span.js';

/** A figure that a sentence claims. */
export interface Figure {
  readonly value: number;
  /** Whether the sentence says "about", "over" or the like of it. */
  readonly rough: boolean;
  /** What is counted: the first telling word behind it; empty at the end of a sentence. */
  readonly unit: string;
}

/** The figures of a sentence that may be answers: no years, days, versions, parts of addresses, or figures of the question. */
export function figuresIn(text: string, { words, traits }: AnalysedSentence, matcher: Matcher): Figure[] {
  const terms = words.map(({ term }) => term);
  const figures: Figure[] = [];
  terms.forEach((term, i) => {
    const bits = traits[i] as number;
    if ((bits & TRAIT.figure) === 0 || (bits & TRAIT.address) !== 0 || matcher.lookup.has(term)) return;
    if ((bits & TRAIT.year) !== 0 && (bits & TRAIT.money) === 0) return;
    const value = Number(term.replace(/[+%x]$/, ''));
    if (!Number.isFinite(value) || ORDINALS.has(terms[i - 1] ?? '') || isCalendar(traits[i - 1])) return;
    const scale = SCALES[terms[i + 1] ?? ''] ?? 1;
    const rough = ROUGH.has(terms[i - 1] ?? '') || ROUGH.has(terms[i - 2] ?? '') || text.includes(`${term}+`);
    const behind = scale === 1 ? i + 1 : i + 2;
    const at = terms.findIndex((_, j) => j >= behind && ((traits[j] as number) & TRAIT.stop) === 0);
    figures.push({ value: value * scale, rough, unit: at === -1 || at > behind + 1 ? '' : (terms[at] ?? '') });
  });
  return figures;
}

/** Whether two figures may both be true of the same: equal, or near each other where one is rough. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.value === b.value) return true;
  const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
  return (a.rough || b.rough) && high <= low * ROUGHLY;
}

/**
 * What a span says of the kind of thing that is asked for, beyond the question's own words: figures, days and months, or names
 * of places. Empty for other kinds of questions.
 */
export function claimsOf({ entry, from, to }: Span, kind: QuestionKind, matcher: Matcher): ReadonlySet<string> {
  const claims = new Set<string>();
  const wanted = CLAIMS[kind];
  if (wanted === undefined) return claims;
  for (const { words, traits } of analyse(entry.passage).slice(from, to + 1)) {
    words.forEach(({ term }, i) => {
      if (!matcher.lookup.has(term) && wanted(traits[i] as number, i)) claims.add(term);
    });
  }
  return claims;
}

const ORDINALS: ReadonlySet<string> = new Set([
  'day',
  'step',
  'goal',
  'version',
  'part',
  'docker',
  'dockercon',
  'page',
]);
const ROUGH: ReadonlySet<string> = new Set(
  'about around over above near almost rough roughli approxim some than least up'.split(' '),
);
/** How far apart figures may lie that are said to be about the same. */
const ROUGHLY = 1.1;
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

function isCalendar(bits: number | undefined): boolean {
  return bits !== undefined && (bits & TRAIT.calendar) !== 0;
}

const CLAIMS: Readonly<Partial<Record<QuestionKind, (bits: number, index: number) => boolean>>> = {
  number: (bits) => (bits & TRAIT.figure) !== 0,
  date: (bits) => (bits & (TRAIT.figure | TRAIT.calendar)) !== 0,
  place: (bits, index) => index > 0 && (bits & TRAIT.capital) !== 0 && (bits & (TRAIT.calendar | TRAIT.stop)) === 0,
};
