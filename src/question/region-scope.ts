import { isStopWord } from '../text/stop-words.js';
import { type City, EUROPE } from './editions.js';
import type { Word } from './words.js';

/**
 * Whether a question wants European editions (true) or the others (false), told by a word beside the event's name or year:
 * "DockerCon Europe", "EU 2017". "Companies in Europe" says nothing of the edition.
 *
 * @param used holds the positions of years, and gets those of the words found.
 */
export function readEurope(
  words: readonly Word[],
  isEvent: (i: number) => boolean,
  used: Set<number>,
): boolean | undefined {
  const isYear = (i: number): boolean => used.has(i) && /\d$/.test(words[i]?.word ?? '');
  // "what about Europe?" is nothing but the region.
  const alone = words.length <= LONGEST_ALONE && words.every(({ word }) => EUROPE.has(word) || isStopWord(word));
  let europe: boolean | undefined;
  words.forEach(({ word }, i) => {
    const region = EUROPE.has(word) ? true : AMERICA.has(word) ? false : undefined;
    if (region === undefined || !(alone || isEvent(i - 1) || isEvent(i + 1) || isYear(i - 1) || isYear(i + 1))) return;
    europe = region;
    used.add(i);
  });
  return europe;
}

const LONGEST_ALONE = 4;
const AMERICA: ReadonlySet<string> = new Set(['us', 'usa', 'america', 'american']);

/** Editions that a question names by their city. */
export interface CityScope {
  readonly used: readonly number[];
  readonly years: ReadonlySet<number>;
  readonly name: string;
  readonly europe: boolean | undefined;
}

/**
 * "the Austin keynote", "who spoke in Copenhagen", "hykes seattle": a city of the notes' own fields, beside the event, behind
 * a preposition, or at the end.
 */
export function readCity(
  words: readonly Word[],
  cities: ReadonlyMap<string, readonly City[]>,
  isEvent: (i: number) => boolean,
): CityScope | undefined {
  const mentioned = new Set(words.flatMap(({ word }) => cities.get(word) ?? []));
  for (const { words: city, name, years, europe } of [...mentioned].sort((a, b) => a.order - b.order)) {
    const at = words.findIndex((_, i) => city.every((part, k) => words[i + k]?.word === part));
    const end = at + city.length;
    const beside = isEvent(end) || isEvent(at - 1) || isEvent(at - 2);
    if (at === -1 || !(beside || end === words.length || AT.has(words[at - 1]?.word ?? ''))) continue;
    return { used: city.map((_, k) => at + k), years, name, europe };
  }
  return undefined;
}

const AT: ReadonlySet<string> = new Set(['in', 'at', 'from', 'of']);
