import type { AnswerType, QuestionKind } from '../question/query.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import type { SentenceMatch } from './matching.js';
import type { Sought } from './passage-evidence.js';

/** Whether a sentence can be seen to hold the kind of thing that is asked for. */
export interface AnswerSight {
  /** What was looked for; undefined when any sentence may answer. */
  readonly kind?: 'person' | 'place' | 'figure' | 'date' | 'reason';
  /** Whether a kind of thing is asked for at all. */
  readonly wanted: boolean;
  readonly seen: boolean;
  /** A share or multiple, asked for and held. */
  readonly ratio: boolean;
  /** An amount of money, asked for and held. */
  readonly money: boolean;
  /** How near the best such thing stands to the found terms, from 0 to 1. */
  readonly nearness: number;
}

/** Looks for the kind of thing that is asked for among the words that the question does not hold itself. */
export function seesAnswer(
  types: readonly AnswerType[],
  sentence: AnalysedSentence,
  match: SentenceMatch,
  sought: Sought,
): AnswerSight {
  const kind = OWN_KIND[sought.query.kind] ?? types.map((type) => KIND_OF[type]).find((found) => found !== undefined);
  if (kind === undefined) return { wanted: false, seen: false, ratio: false, money: false, nearness: 0 };
  const { terms, traits } = sentence;
  let seen = false;
  let nearness = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as string;
    if (!LOOKS_LIKE[kind](traits[i] as number, term, i, traits) || sought.words.includes(term)) continue;
    seen = true;
    nearness = Math.max(nearness, nearnessTo(i, match, sought));
  }
  const any = (trait: number) => traits.some((bits) => (bits & trait) !== 0);
  return {
    kind,
    wanted: true,
    seen,
    ratio: types.some((type) => type === 'percent' || type === 'factor') && any(TRAIT.ratio),
    money: types.includes('money') && any(TRAIT.money),
    nearness,
  };
}

type SightKind = NonNullable<AnswerSight['kind']>;

const OWN_KIND: Readonly<Partial<Record<QuestionKind, SightKind>>> = {
  person: 'person',
  number: 'figure',
  date: 'date',
  place: 'place',
  reason: 'reason',
};

const KIND_OF: Readonly<Partial<Record<AnswerType, SightKind>>> = {
  person: 'person',
  company: 'person',
  place: 'place',
  date: 'date',
  year: 'date',
  time: 'figure',
  duration: 'figure',
  number: 'figure',
  percent: 'figure',
  factor: 'figure',
  money: 'figure',
  size: 'figure',
  version: 'figure',
  reason: 'reason',
};

const REASONS: ReadonlySet<string> = new Set([
  'because',
  'since',
  'due',
  'so',
  'to',
  'reason',
  'caus',
  'result',
  'therefor',
  'thus',
  'henc',
  'lead',
]);

/** A capital tells a name, but not on the first word of a sentence unless the next word has one too. */
function isName(bits: number, i: number, traits: Uint16Array): boolean {
  if ((bits & TRAIT.capital) === 0 || (bits & TRAIT.calendar) !== 0) return false;
  if (i > 0) return true;
  return (bits & TRAIT.stop) === 0 && ((traits[1] ?? 0) & TRAIT.capital) !== 0;
}

const LOOKS_LIKE: Readonly<Record<SightKind, (bits: number, term: string, i: number, traits: Uint16Array) => boolean>> =
  {
    person: (bits, _term, i, traits) => isName(bits, i, traits),
    place: (bits, _term, i, traits) => isName(bits, i, traits),
    figure: (bits) =>
      (bits & TRAIT.numeral) !== 0 ||
      ((bits & TRAIT.figure) !== 0 && ((bits & TRAIT.year) === 0 || (bits & TRAIT.money) !== 0)),
    date: (bits) => (bits & (TRAIT.year | TRAIT.calendar)) !== 0,
    reason: (_bits, term) => REASONS.has(term),
  };

/** Importance of the found terms, each divided by 1 + 0.15 times its distance in words; measured (bench/README.md). */
function nearnessTo(position: number, { positions, indexes }: SentenceMatch, { matcher }: Sought): number {
  const nearest = new Map<number, number>();
  for (let a = 0; a < positions.length; a++) {
    const distance = Math.abs((positions[a] as number) - position);
    const index = indexes[a] as number;
    const known = nearest.get(index);
    if (known === undefined || distance < known) nearest.set(index, distance);
  }
  let sum = 0;
  for (const [index, distance] of nearest) sum += (matcher.shares[index] ?? 0) / (1 + 0.15 * distance);
  return sum;
}
