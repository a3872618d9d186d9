import type { Corpus } from './corpus.js';
import { readDate } from './date-scope.js';
import { readDay } from './day-scope.js';
import { isEventName } from './editions.js';
import type { Scope } from './query.js';
import { readCity, readEurope } from './region-scope.js';
import type { Word } from './words.js';
import { readYears } from './year-scope.js';

/** Where a question wants its answer from, and which of its words said so. */
export interface ReadScope {
  readonly scope: Scope;
  /** Positions in the question's words that only say the scope; they are not looked up. */
  readonly used: ReadonlySet<number>;
}

/**
 * Reads years, days, region and city of editions.
 *
 * What no note satisfies is kept: the engine says that it knows no such edition. Notes that name no edition at all leave nothing
 * to choose from, and every word of a question is looked up.
 */
export function readScope(words: readonly Word[], text: string, corpus: Corpus): ReadScope {
  const used = new Set<number>();
  if (corpus.editions.every(({ year, day }) => year === undefined && day === undefined)) {
    return { scope: { years: [] }, used };
  }
  const isEvent = (i: number): boolean => {
    const word = words[i]?.word ?? '';
    return isEventName(word, corpus.eventNames) || EVENT_WORDS.has(word);
  };
  const years = readYears(words, text, corpus, isEvent, used);
  const dated = readDate(words, corpus.editions);
  for (const i of dated?.used ?? []) used.add(i);
  if (dated?.year !== undefined && years.size === 0) years.add(dated.year);
  const day = readDay(words, corpus.editions, used) ?? dated?.day;
  let europe = readEurope(words, isEvent, used);
  const city = readCity(words, corpus.cities, isEvent);
  let named: string | undefined;
  if (city !== undefined) {
    for (const i of city.used) used.add(i);
    const isOther = [...city.years].every((year) => !years.has(year));
    // "the first one vs Seattle" is about both.
    if (isOther) {
      named = years.size === 0 ? city.name : undefined;
      europe ??= years.size === 0 ? city.europe : undefined;
      for (const year of city.years) years.add(year);
    } else europe ??= city.europe;
  }
  return {
    scope: {
      years: [...years].sort((a, b) => a - b),
      ...(day === undefined ? {} : { day }),
      ...(europe === undefined ? {} : { europe }),
      ...(named === undefined ? {} : { city: named }),
    },
    used,
  };
}

/** Nouns for what an edition is. */
const EVENT_WORDS: ReadonlySet<string> = new Set('keynote keynotes conference edition event con session'.split(' '));
