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
  readonly name?: string;
  readonly europe: boolean | undefined;
}

/**
 * "the Austin keynote", "who spoke in Copenhagen", "the seattle hacks", "hykes seattle": the cities of the notes' own fields, beside
 * the event, before a year, behind a preposition or article, or at the end. Of several, the years are those of all.
 */
export function readCity(
  words: readonly Word[],
  cities: ReadonlyMap<string, readonly City[]>,
  isEvent: (i: number) => boolean,
): CityScope | undefined {
  const mentioned = new Set(words.flatMap(({ word }) => cities.get(word) ?? []));
  const used: number[] = [];
  const named: City[] = [];
  for (const city of [...mentioned].sort((a, b) => a.order - b.order)) {
    const at = words.findIndex((_, i) => city.words.every((part, k) => words[i + k]?.word === part));
    if (at === -1 || !tellsWhere(words, at, at + city.words.length, isEvent)) continue;
    used.push(...city.words.map((_, k) => at + k));
    named.push(city);
  }
  const [first, ...others] = named;
  if (first === undefined) return undefined;
  return {
    used,
    years: new Set(named.flatMap(({ years }) => [...years])),
    ...(others.length === 0 ? { name: first.name } : {}),
    europe: others.every(({ europe }) => europe === first.europe) ? first.europe : undefined,
  };
}

function tellsWhere(words: readonly Word[], at: number, end: number, isEvent: (i: number) => boolean): boolean {
  if (isEvent(end) || isEvent(at - 1) || isEvent(at - 2) || end === words.length) return true;
  return AT.has(words[at - 1]?.word ?? '') || YEAR.test(words[end]?.word ?? '');
}

const AT: ReadonlySet<string> = new Set(['in', 'at', 'from', 'of', 'the']);
const YEAR = /^(?:19|20)\d\d$/;
