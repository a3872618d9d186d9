import { isStopWord } from '../text/stop-words.js';
import type { Corpus } from './corpus.js';
import { EUROPE } from './editions.js';
import type { Word } from './words.js';

/**
 * The years of editions that a question names: "2015", "DockerCon15", "'17", "2014 to 2017", "the latest DockerCon".
 *
 * A year is an edition when the notes have one of that year, when it stands beside the event's name, or when no note mentions it at
 * all ("what was announced in 1999"); otherwise it is a year of the story ("since 2013") and stays a word to look up.
 *
 * @param used gets the positions of the years found.
 */
export function readYears(
  words: readonly Word[],
  text: string,
  corpus: Corpus,
  isEvent: (i: number) => boolean,
  used: Set<number>,
): Set<number> {
  const known = corpus.years;
  const years = new Set<number>();
  words.forEach((word, i) => {
    const year = gluedYear(word.word, corpus.eventNames) ?? fullYear(i) ?? shortYear(word, i) ?? countedYear(i);
    if (year === undefined) return;
    years.add(year);
    used.add(i);
  });
  addRanges(words, years, known);
  return years;

  function fullYear(i: number): number | undefined {
    const word = words[i]?.word ?? '';
    const before = words[i - 1]?.word ?? '';
    if (!/^(?:19|20)\d\d$/.test(word) || isProductVersion(i)) return undefined;
    const year = Number(word);
    const beside = isEvent(i - 1) || isEvent(i + 1) || (EUROPE.has(before) && isEvent(i - 2));
    const edition = known.has(year) && !OPEN_ENDED.has(before);
    const unheardOf = AT.has(before) && corpus.frequency(word) === 0;
    return beside || edition || unheardOf ? year : undefined;
  }

  /** "'17", or "17" behind the event's name. */
  function shortYear({ word, from }: Word, i: number): number | undefined {
    if (!/^\d\d$/.test(word)) return undefined;
    const year = 2000 + Number(word);
    const marked = /['’]/.test(text[from - 1] ?? '');
    const named = corpus.eventNames.has(words[i - 1]?.word ?? '');
    return (marked && (known.has(year) || named)) || (named && known.has(year)) ? year : undefined;
  }

  /** "The latest DockerCon", "at the first DockerCon": the last and the first year that the notes know. */
  function countedYear(i: number): number | undefined {
    if (known.size < 2 || !corpus.eventNames.has(words[i + 1]?.word ?? '')) return undefined;
    const word = words[i]?.word ?? '';
    if (LATEST.has(word)) return Math.max(...known);
    const at = words.slice(Math.max(0, i - 3), i).some(({ word: before }) => AT.has(before) || before === 'was');
    return FIRST.has(word) && at ? Math.min(...known) : undefined;
  }

  /** "Windows Server 2016" is a product: the notes write the year right behind that word. */
  function isProductVersion(i: number): boolean {
    const [before, year] = [words[i - 1], words[i]];
    if (before === undefined || year === undefined) return false;
    if (isEvent(i - 1) || EUROPE.has(before.word) || isStopWord(before.word)) return false;
    return corpus.adjacent(before.term, year.term);
  }
}

const LATEST: ReadonlySet<string> = new Set(['latest', 'last', 'newest', 'recent']);
const FIRST: ReadonlySet<string> = new Set(['first', 'inaugural', 'earliest']);
/** "since 2013" tells a time in the story, not the edition that is asked about. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['since', 'before', 'until', 'till', 'by', 'after']);
const AT: ReadonlySet<string> = new Set(['in', 'at', 'from', 'for', 'during', 'of', 'about']);

/** "dockercon15", "dockercon'2015" and, for a name in -con, "dc15". */
function gluedYear(word: string, eventNames: ReadonlySet<string>): number | undefined {
  const glued = /^(\p{L}{2,})'?(\d{4}|\d{2})$/u.exec(word);
  if (glued === null) return undefined;
  const [, name = '', digits = ''] = glued;
  const isName =
    eventNames.has(name) || [...eventNames].some((event) => event.endsWith('con') && `${event[0]}c` === name);
  if (!isName) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** "2014 to 2017", "2014-2017", "between 2014 and 2017": every edition in between too. */
function addRanges(words: readonly Word[], years: Set<number>, known: ReadonlySet<number>): void {
  words.forEach(({ word, to }, i) => {
    const from = Number(word);
    const [next, second] = [words[i + 1], words[i + 2]];
    const dashed = next !== undefined && next.from === to + 1 && years.has(Number(next.word));
    const until = Number(dashed ? next.word : second?.word);
    const between = next?.word === 'and' && words[i - 1]?.word === 'between';
    if (!(dashed || next?.word === 'to' || next?.word === 'through' || between)) return;
    if (!years.has(from) || !years.has(until)) return;
    for (const year of known) if (year > from && year < until) years.add(year);
  });
}
