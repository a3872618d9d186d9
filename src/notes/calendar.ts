/**
 * Finds the date that a text begins with, as front matter, file names and URLs write it: `2015-06-22`, `2015/06/22`, with
 * or without a time of day behind it, or in words ("June 22, 2015", "22 June 2015").
 *
 * Returns `YYYY-MM-DD`, `'impossible'` for a date that no calendar has (2024-02-30), and undefined where there is none.
 */
export function dateAtStart(text: string): string | 'impossible' | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return dateOf(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]));
  const words = MONTH_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  const { year, month = '', day } = words?.groups ?? {};
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return year === undefined || number === 0 ? undefined : dateOf(Number(year), number, Number(day));
}

/** Finds a source's date, of which only a part may be given: `2015-06-22`, `2015-06` or `2015`. */
export function partialDate(text: string): string | undefined {
  const date = dateAtStart(text);
  if (date !== undefined) return date === 'impossible' ? undefined : date;
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined || Number(year) < FIRST_YEAR) return undefined;
  if (month === undefined) return year;
  return Number(month) >= 1 && Number(month) <= 12 ? text : undefined;
}

/**
 * Finds when a period begins that is told in words: "June 22-23, 2015", "April 29 - May 2, 2019", "early October 2023". As much
 * as is told: `YYYY-MM-DD` or `YYYY-MM`.
 */
export function beginningOf(period: string): string | undefined {
  const date = dateAtStart(period.trim().replace(RANGE_END, ''));
  if (date !== undefined && date !== 'impossible') return date;
  const { month = '', year } = MONTH_AND_YEAR.exec(period)?.groups ?? {};
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return year === undefined || number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}`;
}

/** Days of a month, with the Gregorian calendar's leap years. */
function dateOf(year: number, month: number, day: number): string | 'impossible' {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  if (day < 1 || day > days || year < FIRST_YEAR) return 'impossible';
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const FIRST_YEAR = 1900;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMERIC = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[^\d])/;
const NAMES = '(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?';
const MONTH_FIRST = new RegExp(`^${NAMES} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})$`, 'i');
const DAY_FIRST = new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th)? ${NAMES},? (?<year>\\d{4})$`, 'i');
/** The second day of a period, which stands before the year. */
const RANGE_END = /\s?[-\u2013]\s?(?:[a-z]{3,9}\.? )?\d{1,2}(?=,? \d{4}$)/i;
const MONTH_AND_YEAR = new RegExp(`\\b${NAMES},? (?<year>(?:19|20)\\d{2})\\b`, 'i');
