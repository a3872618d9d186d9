import { termOfInitials } from './initials.js';
import { isStopWord } from './stop-words.js';

/** What can be seen of a word without understanding it; told by bits. */
export const TRAIT = {
  /** A stop word. */
  stop: 1,
  /** Written with a capital. */
  capital: 2,
  /** Holds a digit. */
  figure: 4,
  /** A year from 1000 to 2099, also "1990s". */
  year: 8,
  /** The name of a month or day of the week, with a capital. */
  calendar: 16,
  /** A figure behind a currency sign or before a currency's name. */
  money: 32,
  /** A figure before a per cent sign or word, or a multiple such as "2x". */
  ratio: 64,
  /** A number in words. */
  numeral: 128,
  /** A unit of measure or time. */
  unit: 256,
  /** Part of a web address. */
  address: 512,
  /** A function word of another language than English. */
  foreign: 1024,
  /** A time of day: "9:05", "5 pm". */
  clock: 2048,
  /** A place in an order: "1st", "22nd". */
  ordinal: 4096,
} as const;

/** The {@link TRAIT} bits that a word has wherever it stands; takes it normalised and as written. */
export function wordTraits(word: string, written: string): number {
  let bits = 0;
  if (isStopWord(word) && termOfInitials(written) === undefined) bits |= TRAIT.stop;
  else if (FOREIGN.has(word)) bits |= TRAIT.foreign;
  if (CAPITAL.test(written)) {
    bits |= TRAIT.capital;
    if (CALENDAR.has(word)) bits |= TRAIT.calendar;
  }
  if (FIGURE.test(word)) bits |= TRAIT.figure;
  if (ORDINAL.test(word)) bits |= TRAIT.ordinal;
  if (NUMERALS.has(word)) bits |= TRAIT.numeral;
  if (UNITS.has(word)) bits |= TRAIT.unit;
  return bits;
}

/** The further bits of a word with the trait `figure`, which depend on what stands around it; takes it normalised. */
export function figureTraits(word: string, text: string, from: number, to: number): number {
  let bits = 0;
  // "1,450" is an amount: nobody writes a year with a comma.
  if (YEAR.test(word) && !text.slice(from, to).includes(',')) bits |= TRAIT.year;
  if (CURRENCY.test(text[from - 1] ?? '') || PRICED.test(text.slice(to, to + 24))) bits |= TRAIT.money;
  if (CLOCK.test(text.slice(from, from + 10)) && !/[\d:.]/.test(text[from - 1] ?? '')) bits |= TRAIT.clock;
  if (RATIO.test(text.slice(to, to + 10)) || MULTIPLE.test(word)) bits |= TRAIT.ratio;
  return bits;
}

const CAPITAL = /^\p{Lu}/u;
const FIGURE = /\p{N}/u;
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
const YEAR = /^(?:1\d|20)\d\ds?$/;
const CURRENCY = /[$£€¥]/;
/** Not "4:3" or "1:25:28", which are a ratio and a length. */
const CLOCK = /^(?:[01]?\d|2[0-3])(?::[0-5]\d(?![\d:]|\s?(?:%|x\b))\s?(?:[ap]\.?m\b)?|\s?[ap]\.?m\b)/i;
const PRICED =
  /^\s?(?:(?:thousand|million|billion|k|m|bn)\s)?(?:US[ -])?(?:dollars?|euros?|cents?|bucks|USD|EUR|GBP)\b/i;
const RATIO = /^\s?(?:%|percent|per cent)/;
const MULTIPLE = /^\d+(?:\.\d+)?x$/;
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const CALENDAR = words(
  `january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday`,
);
const NUMERALS = words(
  `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion half third thirds quarter quarters dozen dozens once twice double triple couple`,
);
/** The commonest function words of French, Spanish, Portuguese, Italian, German and Dutch that are no English words. */
const FOREIGN = words(
  `le la les des du une et est sont dans pour que qui sur avec par pas plus ce cette ces aux leur nous vous
  el los las y en con del una por para como es se su lo al o os um uma na não è il gli di che non per
  der das den dem ein eine und ist nicht mit von zu auf für sich het een van op te zijn niet`,
);
const UNITS = words(
  `year years month months week weeks day days hour hours minute minutes second seconds mo mos yr yrs hr hrs min mins sec secs wk wks decade decades century centuries
  percent x times km mile miles kilometer kilometers kilometre kilometres meter meters metre metres foot feet inch inches
  kg kilogram kilograms pound pounds ton tons tonne tonnes acre acres degree degrees
  byte bytes kb mb gb tb pb megabyte megabytes gigabyte gigabytes terabyte terabytes petabyte petabytes
  dollar dollars euro euros cent cents people persons users developers attendees`,
);
