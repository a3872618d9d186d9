import type { Edition } from './editions.js';
import type { Word } from './words.js';

/** A session that a question names by its date. */
export interface DatedSession {
  readonly year?: number;
  readonly day?: number;
  /** Positions of the words that name it. */
  readonly used: readonly number[];
}

/**
 * Finds a session by its date: "May 14", "the 14th of May 2018", "2018-05-14". Undefined when no session of the notes has that
 * date; the words are then looked up like others.
 */
export function readDate(words: readonly Word[], editions: readonly Edition[]): DatedSession | undefined {
  for (let i = 0; i < words.length; i++) {
    const found = isoAt(words, i) ?? monthAt(words, i);
    if (found === undefined) continue;
    const sessions = editions.filter(({ date = '' }) => date.endsWith(found.monthDay) && date.startsWith(found.year));
    const [session] = sessions;
    if (session === undefined) continue;
    // Two years may share a date; then only the day of the event is certain, and only when both agree.
    const sameYear = sessions.every(({ year }) => year === session.year);
    const sameDay = sessions.every(({ day }) => day === session.day);
    return {
      used: found.used,
      ...(sameYear && session.year !== undefined ? { year: session.year } : {}),
      ...(sameDay && session.day !== undefined ? { day: session.day } : {}),
    };
  }
  return undefined;
}

interface NamedDate {
  /** `-MM-DD`. */
  readonly monthDay: string;
  /** `YYYY`, or empty when the question does not say. */
  readonly year: string;
  readonly used: readonly number[];
}

function isoAt(words: readonly Word[], i: number): NamedDate | undefined {
  const [year, month, day] = [words[i], words[i + 1], words[i + 2]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (!/^(?:19|20)\d\d$/.test(year.word) || !/^\d\d?$/.test(month.word) || !/^\d\d?$/.test(day.word)) return undefined;
  return {
    monthDay: `-${month.word.padStart(2, '0')}-${day.word.padStart(2, '0')}`,
    year: year.word,
    used: [i, i + 1, i + 2],
  };
}

function monthAt(words: readonly Word[], i: number): NamedDate | undefined {
  const month = MONTHS.get(words[i]?.word ?? '');
  if (month === undefined) return undefined;
  const before = words[i - 1]?.word === 'of' ? i - 2 : i - 1;
  const at = [i + 1, before].find((k) => DAY.test(words[k]?.word ?? ''));
  if (at === undefined) return undefined;
  const day = Number.parseInt(words[at]?.word ?? '', 10);
  const after = words[Math.max(i, at) + 1]?.word ?? '';
  return {
    monthDay: `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    year: /^(?:19|20)\d\d$/.test(after) ? after : '',
    used: [i, at],
  };
}

/** The numbers of months by their names, whole and cut to three letters. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i): [string, number][] => [
      [name, i + 1],
      [name.slice(0, 3), i + 1],
    ]),
);
const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;
