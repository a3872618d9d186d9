import type { Query } from '../question/query.js';
import { TRAIT } from '../search/analysis.js';
import type { RankedSentence } from '../search/ranking.js';

/** How surely a sentence holds the kind of thing that is asked for, from 0 to 1: a person, a place, a figure, a date, a time of day. */
export function sightOf({ evidence }: RankedSentence): number {
  return Math.max(
    evidence.holdsPerson,
    evidence.holdsPlace,
    evidence.holdsFigure,
    evidence.holdsDate,
    evidence.holdsClock,
  );
}

/**
 * The best sentence that holds the kind of thing asked for, where the best of all does not: of the same section and not far behind it.
 * Undefined where the best one holds it, and where there is none.
 */
export function seenBeside(ranked: readonly RankedSentence[], query: Query): RankedSentence | undefined {
  const [top] = ranked;
  const holds = (sentence: RankedSentence) => sightOf(sentence) > 0 && !lacksAmount(query, sentence);
  return top === undefined || holds(top) ? undefined : ranked.find((next) => belongs(next, top) && holds(next));
}

/** Whether an amount of money, a length of time, a share, a time of day or the number of a version is asked for, and a sentence holds none. */
export function lacksAmount(query: Query, { passage, index }: RankedSentence): boolean {
  const {
    kind,
    answerTypes: [wanted],
    focus = [],
  } = query;
  const { words = [], traits = [] } = passage.sentences[index] ?? {};
  const holds = (trait: number, from = 0, to = traits.length) =>
    traits.slice(from, to).some((own) => (own & trait) !== 0);
  if (kind === 'yes-no') return false;
  if (wanted === 'money') return !holds(TRAIT.money);
  if (wanted === 'time') return !holds(TRAIT.clock);
  if (focus.includes(VERSION) && (wanted === 'version' || kind === 'number'))
    return !traits.some((own) => (own & (TRAIT.figure | TRAIT.ordinal)) === TRAIT.figure);
  if (kind !== 'number') return false;
  if (wanted === 'percent') return !holds(TRAIT.ratio);
  // "How many seconds" is how long.
  if (wanted !== 'duration' && !TIMES.has(focus[0] ?? '')) return false;
  // "For over a year" is as long as "for one year".
  const counts = (i: number) => holds(TRAIT.figure | TRAIT.numeral, i, i + 1) || ONE.has(words[i]?.term ?? '');
  const isTime = ({ term }: (typeof words)[number]) => TIMES.has(term);
  // "For seconds" says roughly how long.
  const isRough = (word: (typeof words)[number]) => isTime(word) && word.plain.length > 2 && word.plain.endsWith('s');
  return !words.some((word, i) => isRough(word) || (counts(i) && words.slice(i, i + 3).some(isTime)));
}

const VERSION = 'version';
/** Units of time, as terms. */
const TIMES: ReadonlySet<string> = new Set(
  'second sec s millisecond ms minut min hour hr h day night week weekend wk month mo year yr decad centuri quarter'.split(
    ' ',
  ),
);
const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one', 'last', 'past']);

/** Whether a sentence stands in the same section as the best one and is not far behind it. */
function belongs(next: RankedSentence, top: RankedSentence): boolean {
  const same = next.passage.candidate.entry.section === top.passage.candidate.entry.section;
  return same && top.score - next.score <= SECTION;
}

/** In the ranking's score. */
const SECTION = 8;
