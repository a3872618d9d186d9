import { markIn, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { hasMark, marksOf } from './marks.js';
import type { SentenceMatch } from './matching.js';
import type { SightKind } from './question-form.js';
import type { Sought } from './sought.js';

/** Whether a sentence can be seen to hold the kind of thing that is asked for. */
export interface AnswerSight {
  /** What was looked for; undefined when any sentence may answer. */
  readonly kind?: SightKind;
  /** Whether a kind of thing is asked for at all. */
  readonly wanted: boolean;
  /** How surely it was seen, from 0 to 1. */
  readonly seen: number;
  /** How surely it stands before the first found word that is no name. */
  readonly leads: number;
  /** A share or multiple, asked for and held. */
  readonly ratio: boolean;
  /** An amount of money, asked for and held. */
  readonly money: boolean;
  /** A web address, asked for and held. */
  readonly address: boolean;
  /** How near the best such thing stands to the found terms, from 0 to 1. */
  readonly nearness: number;
}

/** Looks for the kind of thing that is asked for among the words that the question does not hold itself. */
export function seesAnswer(sentence: AnalysedSentence, match: SentenceMatch, sought: Sought): AnswerSight {
  const { sees: kind, asksAddress, asksRatio, asksMoney } = sought.form;
  const { words, traits } = sentence;
  const any = (trait: number) => traits.some((bits) => (bits & trait) !== 0);
  const address = asksAddress && any(TRAIT.address);
  if (kind === undefined) return address ? { ...NOTHING, address } : NOTHING;
  let seen = 0;
  let leads = 0;
  let nearness = 0;
  const firstWord = firstMatch(match, sought);
  const look = LOOKS_LIKE[kind];
  for (let i = 0; i < words.length; i++) {
    const sure = look(sentence, i, sought);
    if (sure === 0 || sought.words.includes((words[i] as Word).term)) continue;
    seen = Math.max(seen, sure);
    if (i < firstWord) leads = Math.max(leads, sure);
    nearness = Math.max(nearness, sure * nearnessTo(i, match, sought));
  }
  return {
    kind,
    wanted: true,
    seen,
    leads,
    ratio: asksRatio && any(TRAIT.ratio),
    money: asksMoney && any(TRAIT.money),
    address,
    nearness,
  };
}

const NOTHING: AnswerSight = {
  wanted: false,
  seen: 0,
  leads: 0,
  ratio: false,
  money: false,
  address: false,
  nearness: 0,
};

/** Position of the first found word that is no name, or -1. */
function firstMatch({ positions, indexes }: SentenceMatch, { matcher }: Sought): number {
  const at = indexes.findIndex((index) => matcher.terms[index]?.name !== true);
  return at === -1 ? -1 : (positions[at] as number);
}

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

/** How surely a word looks like a part of such a thing, from 0 to 1. */
type Look = (sentence: AnalysedSentence, i: number, sought: Sought) => number;

/** A capital tells a name, but not on the first word of a sentence unless the next word has one too. */
const name: Look = ({ traits }, i) => {
  const bits = traits[i] as number;
  if ((bits & TRAIT.capital) === 0 || (bits & TRAIT.calendar) !== 0) return 0;
  if (i > 0) return 1;
  return (bits & TRAIT.stop) === 0 && ((traits[1] ?? 0) & TRAIT.capital) !== 0 ? 1 : 0;
};

/**
 * A person is called by two names or more, of words that the notes hardly ever write without a capital: "Ann Lee" rather
 * than "Trusted Registry". One such word alone may be a surname.
 */
const person: Look = (sentence, i, sought) => {
  const own = isOnlyName(sentence, i, sought);
  if (!own) return 0;
  return isOnlyName(sentence, i - 1, sought) || isOnlyName(sentence, i + 1, sought) ? 1 : SURNAME_ALONE;
};

const SURNAME_ALONE = 0.5;

function isOnlyName({ words, traits }: AnalysedSentence, i: number, { nameness }: Sought): boolean {
  const bits = traits[i] ?? 0;
  const unfit = TRAIT.calendar | TRAIT.stop | TRAIT.figure | TRAIT.address;
  return (bits & TRAIT.capital) !== 0 && (bits & unfit) === 0 && nameness((words[i] as Word).term) >= 0.9;
}

const when = (holds: (bits: number) => boolean): Look => {
  return ({ traits }, i) => (holds(traits[i] as number) ? 1 : 0);
};

const reason: Look = ({ words, signatures }, i) =>
  hasMark(REASON_MARKS, markIn(signatures[i] as number)) && REASONS.has((words[i] as Word).term) ? 1 : 0;

const REASON_MARKS = marksOf(REASONS);

const LOOKS_LIKE: Readonly<Record<SightKind, Look>> = {
  person,
  place: name,
  figure: when(
    (bits) =>
      (bits & TRAIT.numeral) !== 0 ||
      ((bits & (TRAIT.figure | TRAIT.ordinal)) === TRAIT.figure &&
        ((bits & TRAIT.year) === 0 || (bits & TRAIT.money) !== 0)),
  ),
  date: when((bits) => (bits & (TRAIT.year | TRAIT.calendar)) !== 0),
  clock: when((bits) => (bits & TRAIT.clock) !== 0),
  reason,
};

/** Importance of the found terms, each divided by 1 + 0.15 times its distance in words; measured (bench/README.md). */
function nearnessTo(position: number, { positions, indexes }: SentenceMatch, { matcher }: Sought): number {
  let sum = 0;
  for (let a = 0; a < positions.length; a++) {
    const index = indexes[a] as number;
    if (indexes.indexOf(index) < a) continue;
    let nearest = Number.POSITIVE_INFINITY;
    for (let b = a; b < positions.length; b++) {
      if (indexes[b] === index) nearest = Math.min(nearest, Math.abs((positions[b] as number) - position));
    }
    sum += (matcher.shares[index] as number) / (1 + 0.15 * nearest);
  }
  return sum;
}
