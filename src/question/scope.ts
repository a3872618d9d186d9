import type { Corpus } from './corpus.js';
import { readDate } from './date-scope.js';
import { EUROPE } from './editions.js';
import type { Scope } from './query.js';
import type { Word } from './words.js';

/** Where a question wants its answer from, and which of its words said so. */
export interface ReadScope {
  readonly scope: Scope;
  /** Positions in the question's words that only say the scope; they are not looked up. */
  readonly used: ReadonlySet<number>;
}

/** Reads years, days, region and city of editions. What no note satisfies is kept: the engine says that it knows no such edition. */
export function readScope(words: readonly Word[], text: string, corpus: Corpus): ReadScope {
  const used = new Set<number>();
  const years = new Set<number>();
  const known = new Set(corpus.editions.flatMap((edition) => edition.year ?? []));
  const isEvent = (i: number): boolean => {
    const word = words[i]?.word ?? '';
    return corpus.eventNames.has(word) || EVENT_WORDS.has(word);
  };

  words.forEach(({ word, from }, i) => {
    const compound = /^(\p{L}{2,})'?(\d{4}|\d{2})$/u.exec(word);
    if (compound?.[1] !== undefined && (corpus.eventNames.has(compound[1]) || initialsOf(corpus).has(compound[1]))) {
      years.add(fullYear(compound[2] ?? ''));
      used.add(i);
      return;
    }
    if (/^(?:19|20)\d\d$/.test(word)) {
      if (isProductVersion(words, i, corpus, isEvent)) return;
      const year = Number(word);
      const before = words[i - 1]?.word ?? '';
      const beside = isEvent(i - 1) || isEvent(i + 1) || (EUROPE.has(before) && isEvent(i - 2));
      const asks =
        beside || (known.has(year) && !OPEN_ENDED.has(before)) || (AT.has(before) && corpus.frequency(word) === 0);
      if (asks) {
        years.add(year);
        used.add(i);
      }
      return;
    }
    const short = /^\d\d$/.test(word) && /['’]/.test(text[from - 1] ?? '') ? fullYear(word) : undefined;
    if (short !== undefined && (known.has(short) || isEvent(i - 1))) {
      years.add(short);
      used.add(i);
    }
  });
  addRange(words, years, known);

  const dated = readDate(words, corpus.editions);
  for (const i of dated?.used ?? []) used.add(i);
  if (dated?.year !== undefined && years.size === 0) years.add(dated.year);
  const day = readDay(words, corpus, used) ?? dated?.day;
  let europe: boolean | undefined;
  words.forEach(({ word }, i) => {
    const beside = isEvent(i - 1) || isEvent(i + 1) || isYearUsed(words, used, i - 1) || isYearUsed(words, used, i + 1);
    if (!beside) return;
    if (EUROPE.has(word)) {
      europe = true;
      used.add(i);
    } else if (AMERICA.has(word)) {
      europe = false;
      used.add(i);
    }
  });

  const city = readCity(words, corpus, isEvent);
  if (city !== undefined) {
    for (const i of city.used) used.add(i);
    if (years.size === 0) for (const year of city.years) years.add(year);
    europe ??= city.europe;
  }
  return {
    scope: {
      years: [...years].sort((a, b) => a - b),
      ...(day === undefined ? {} : { day }),
      ...(europe === undefined ? {} : { europe }),
    },
    used,
  };
}

const EVENT_WORDS: ReadonlySet<string> = new Set([
  'keynote',
  'keynotes',
  'conference',
  'edition',
  'event',
  'con',
  'session',
]);
/** "since 2013" tells a time in the story, not the edition that is asked about. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['since', 'before', 'until', 'till', 'by', 'after']);
const AT: ReadonlySet<string> = new Set(['in', 'at', 'from', 'for', 'during', 'of', 'about']);
const AMERICA: ReadonlySet<string> = new Set(['us', 'usa', 'america', 'american']);

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['one', 1],
  ['i', 1],
  ['two', 2],
  ['ii', 2],
  ['three', 3],
  ['iii', 3],
  ['four', 4],
  ['five', 5],
]);
function numberOf(word: string): number | undefined {
  return NUMBERS.get(word) ?? (/^[1-9]$/.test(word) ? Number(word) : undefined);
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['opening', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
]);
const LAST: ReadonlySet<string> = new Set(['last', 'final', 'closing']);

/** "day 1", "day two", "second day", "d2", "opening day"; several different days together do not restrict. */
function readDay(words: readonly Word[], corpus: Corpus, used: Set<number>): number | undefined {
  const days = new Set<number>();
  const last = Math.max(0, ...corpus.editions.map((edition) => edition.day ?? 0));
  words.forEach(({ word }, i) => {
    const next = words[i + 1]?.word ?? '';
    const numbered = numberOf(next);
    if (word === 'day' && numbered !== undefined) {
      days.add(numbered);
      used.add(i).add(i + 1);
      const also = numberOf(words[i + 3]?.word ?? '');
      if (JOINS.has(words[i + 2]?.word ?? '') && also !== undefined) {
        days.add(also);
        used.add(i + 3);
      }
      return;
    }
    const glued = /^d(?:ay)?(\d)$/.exec(word);
    if (glued !== null) {
      days.add(Number(glued[1]));
      used.add(i);
      return;
    }
    const ordinal = ORDINALS.get(word) ?? (LAST.has(word) && last > 0 ? last : undefined);
    if (ordinal !== undefined && next === 'day') {
      days.add(ordinal);
      used.add(i).add(i + 1);
    }
  });
  return days.size === 1 ? [...days][0] : undefined;
}

const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'to']);

/** "2014 to 2017", "between 2014 and 2017": every edition in between. */
function addRange(words: readonly Word[], years: Set<number>, known: ReadonlySet<number>): void {
  words.forEach(({ word, to }, i) => {
    const from = Number(word);
    const joint = words[i + 1];
    const dashed = Number(joint?.word);
    const until =
      joint !== undefined && joint.from === to + 1 && years.has(dashed) ? dashed : Number(words[i + 2]?.word);
    const joined = until === dashed || joint?.word === 'to' || joint?.word === 'through';
    if (!joined || !years.has(from) || !years.has(until)) return;
    for (const year of known) if (year > from && year < until) years.add(year);
  });
}

/** "Windows Server 2016" is a product: the notes write the year right behind that word. */
function isProductVersion(words: readonly Word[], i: number, corpus: Corpus, isEvent: (i: number) => boolean): boolean {
  const before = words[i - 1];
  const year = words[i];
  if (before === undefined || year === undefined || isEvent(i - 1) || EUROPE.has(before.word) || AT.has(before.word))
    return false;
  return corpus.adjacent(before.term, year.term);
}

function isYearUsed(words: readonly Word[], used: ReadonlySet<number>, i: number): boolean {
  return used.has(i) && /^\d+$/.test(words[i]?.word ?? '');
}

function readCity(words: readonly Word[], corpus: Corpus, isEvent: (i: number) => boolean) {
  for (const { city } of corpus.editions) {
    if (city.length === 0) continue;
    const at = words.findIndex((_, i) => city.every((part, k) => words[i + k]?.word === part));
    if (at === -1) continue;
    const end = at + city.length;
    if (!(isEvent(end) || isEvent(at - 1) || isEvent(at - 2))) continue;
    const there = corpus.editions.filter((edition) => edition.city.join(' ') === city.join(' '));
    const regions = new Set(there.map((edition) => edition.europe));
    return {
      used: city.map((_, k) => at + k),
      years: new Set(there.flatMap((edition) => edition.year ?? [])),
      europe: regions.size === 1 && there.length < corpus.editions.length ? [...regions][0] : undefined,
    };
  }
  return undefined;
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** "dc" for "DockerCon": the letters of a name that begin its parts cannot be told from one word, so its capitals are not needed. */
function initialsOf(corpus: Corpus): ReadonlySet<string> {
  return new Set([...corpus.eventNames].flatMap((name) => (name.endsWith('con') ? [`${name[0]}c`] : [])));
}
