import type { Edition } from './editions.js';
import type { Word } from './words.js';

/**
 * The day that a question names: "day 1", "day two", "d2", "second day", "opening day", "last day", "second keynote". Undefined for none, and for
 * several days, which do not restrict. Numbers before "day" are amounts ("14 days"), and ordinals before anything else
 * count other things ("the second demo").
 *
 * @param used gets the positions of the words found.
 */
export function readDay(words: readonly Word[], editions: readonly Edition[], used: Set<number>): number | undefined {
  const days = new Set<number>();
  const found = (day: number, ...positions: readonly number[]): void => {
    days.add(day);
    for (const i of positions) used.add(i);
  };
  for (const [i, { word }] of words.entries()) {
    const next = words[i + 1]?.word ?? '';
    const glued = /^d(?:ay)?([1-9])$/.exec(word);
    if (glued !== null) found(Number(glued[1]), i);
    const numbered = word === 'day' ? numberOf(next) : undefined;
    if (numbered !== undefined) {
      found(numbered, i, i + 1);
      const also = JOINS.has(words[i + 2]?.word ?? '') ? numberOf(words[i + 3]?.word ?? '') : undefined;
      if (also !== undefined) found(also, i + 3);
    }
    const ordinal = ORDINALS.get(word) ?? (LAST.has(word) && DAYS.has(next) ? lastDay(editions) : undefined);
    const counts = DAYS.has(next) || (next === 'keynote' && (ordinal ?? 0) > 1);
    if (ordinal !== undefined && counts) found(ordinal, i, i + 1);
  }
  return days.size === 1 ? [...days][0] : undefined;
}

/** "the second morning" is the morning of the second day. */
const DAYS: ReadonlySet<string> = new Set(['day', 'morning', 'afternoon', 'evening']);
const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'to']);
const LAST: ReadonlySet<string> = new Set(['last', 'final', 'closing']);
const NUMBERS = ['one', 'two', 'three', 'four', 'five'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v'];
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['opening', 1],
  ...['first', 'second', 'third', 'fourth', 'fifth'].map((word, i): [string, number] => [word, i + 1]),
  ...['1st', '2nd', '3rd', '4th', '5th'].map((word, i): [string, number] => [word, i + 1]),
]);

/** The last day of any edition; undefined when no note tells its day. */
function lastDay(editions: readonly Edition[]): number | undefined {
  return editions.reduce((last, { day = 0 }) => Math.max(last, day), 0) || undefined;
}

function numberOf(word: string): number | undefined {
  if (/^[1-9]$/.test(word)) return Number(word);
  const index = Math.max(NUMBERS.indexOf(word), ROMAN.indexOf(word));
  return index === -1 ? undefined : index + 1;
}
