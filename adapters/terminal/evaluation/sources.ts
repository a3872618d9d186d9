import type { ExpectedSource } from './questions.js';

/** What of a citation is compared with a question's sources. */
export interface JudgedCitation {
  readonly title?: string;
  readonly event?: string;
  readonly day?: number;
}

/**
 * Whether a citation names one of the sources: the same event, and the same day unless the citation gives none. What event
 * and day leave out may stand in the title ("DockerCon15 Day Two").
 */
export function namesSource(
  { title = '', event = '', day }: JudgedCitation,
  sources: readonly ExpectedSource[],
): boolean {
  const cited = eventKey(`${event} ${title}`);
  const citedDay = dayNumber(day ?? /\bday\W*\w+/i.exec(title)?.[0]);
  return sources.some(
    (source) => eventKey(source.event) === cited && (citedDay === undefined || citedDay === source.day),
  );
}

/** An event in comparable form: its year, and " eu" for a European one; empty without a year. "DockerCon15" is "2015". */
export function eventKey(event: string): string {
  const full = /(?:19|20)\d\d/.exec(event)?.[0];
  const short = /con\s*['\u2019]?(\d\d)\b/i.exec(event)?.[1];
  const year = full ?? (short && `20${short}`);
  if (year === undefined) return '';
  return /\b(?:eu|europe)/i.test(event) ? `${year} eu` : year;
}

/** The day in "day 2", "Day Two" or 2; `undefined` without one. */
export function dayNumber(day: string | number | undefined): number | undefined {
  const word = /\b(\d|one|two|three|four)\b/i.exec(String(day ?? ''))?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return DAY_WORDS[word] ?? Number(word);
}

const DAY_WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };
