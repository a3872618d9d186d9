/**
 * Cuts plain text into sentences, given as `[from, to)` offsets in UTF-16 code units, ascending, without the white space
 * between them. A text of white space has none; every other text has at least one, and no character is lost but white
 * space.
 *
 * A sentence ends at a full stop, question mark, exclamation mark or ellipsis, and the quotation marks and brackets that
 * close after it, when white space or the end of the text follows; in Chinese and Japanese, nothing need follow. What is
 * not an end is decided from the word before the stop and the word after it, with the lists at the end of this file
 * (the idea of Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection": abbreviations, initials,
 * ordinal numbers and words that often begin a sentence, here as fixed lists, so that the same text is always cut alike).
 *
 * One pass; work is linear in the length of the text.
 */
export function sentences(text: string): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  let from = skipSpace(text, 0);
  STOP.lastIndex = from;
  for (let match = STOP.exec(text); match !== null; match = STOP.exec(text)) {
    const stop = match.index;
    const to = stop + match[0].length;
    const next = skipSpace(text, to);
    if (next === text.length) break;
    const wide = WIDE.test(match[0]);
    if (!wide && next === to) continue;
    if (!wide && !ends(text, from, stop, match[0], next)) continue;
    spans.push([from, to]);
    from = next;
    STOP.lastIndex = from;
  }
  const end = trimmedEnd(text);
  if (from < end) spans.push([from, end]);
  return spans;
}

/** Whether the stop that begins at `stop` ends the sentence, when white space and then text at `next` follow. */
function ends(text: string, from: number, stop: number, marks: string, next: number): boolean {
  const following = wordFrom(text, next);
  const lower = LOWER.test(following);
  if (/[!?؟]/.test(marks)) return !lower;
  if (marks.startsWith('…') || marks.startsWith('..')) return !lower && following !== '' && !SIGN.test(following);
  if (!marks.startsWith('.')) return true;

  const word = wordBefore(text, from, stop);
  if (word === '') return !lower;
  const plain = word.toLowerCase();
  if (BEFORE_NAMES.has(plain) || TITLES.has(word)) return false;
  if (BEFORE_NUMBERS.has(plain) && DIGIT.test(following)) return false;
  // "1. First" at the start of a sentence numbers it.
  if (ENUMERATOR.test(word) && stop - word.length <= from) return false;
  if (plain === 'etc') return !lower;
  if (ANYWHERE.has(plain) || INITIALS.test(word)) return !lower && startsSentence(following);
  if (!lower) return true;
  // A sentence may begin with a name that is written small ("runC is ..."), but short words before a stop are likelier to
  // be abbreviations that no list knows ("mgmt. of", "eng. lead").
  return INNER_CAPITAL.test(following) || word.length >= 5 || /\d/.test(word);
}

function startsSentence(word: string): boolean {
  return STARTERS.has(word.toLowerCase());
}

/** The run of characters before `stop` up to white space, without opening brackets and quotation marks; bounded. */
function wordBefore(text: string, from: number, stop: number): string {
  const least = Math.max(from, stop - LONGEST_WORD);
  let at = stop;
  while (at > least && !isSpace(text.charCodeAt(at - 1))) at--;
  return text
    .slice(at, stop)
    .replace(/^[("'“‘«[{*_]+/, '')
    .replace(/^.*[(/–—]/, '');
}

/** The word that begins at `at`, without opening brackets and quotation marks; bounded. */
function wordFrom(text: string, at: number): string {
  const word = /^[("'“‘«[{¿¡*_@#]*([^\s,;:.!?)\]}"”]*)/u.exec(text.slice(at, at + LONGEST_WORD));
  return word?.[1] ?? '';
}

function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** What `\s` matches, at a tenth of its cost for plain text. */
function isSpace(code: number): boolean {
  return code <= 0x7f ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : SPACE.test(String.fromCharCode(code));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Longer than any abbreviation or word that begins a sentence; bounds the work at one stop. */
const LONGEST_WORD = 24;

/** A stop or a run of them, with what closes after it. */
const STOP = /(?:[.!?…؟۔।॥]+|[。！？｡]+)["'”’»)\]}」』）］｣*_]*/gu;
const WIDE = /^[。！？｡]/u;
const SPACE = /\s/;
const LOWER = /^\p{Ll}/u;
/** What joins, as in commands: "wget … && make". */
const SIGN = /^[&|=+/<>-]/;
const DIGIT = /^[#№]?\d/;
const INNER_CAPITAL = /^\p{Ll}+\p{Lu}/u;
const ENUMERATOR = /^(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])$/;
/** "J", "J.R", "U.S", "e.g", "p.m": single letters joined by stops. */
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;

/** Stand before a name or another word and never end a sentence. */
const BEFORE_NAMES = words(`
  mr mrs ms mx messrs dr prof st mme mlle sra srta
  vs v e.g eg i.e ie cf viz resp approx incl excl esp z.b bzw d.h u.a
`);

/** Titles when written with a capital, and words or ends of words otherwise ("next gen. The"). */
const TITLES = words(`
  Gen Sen Rep Gov Capt Cmdr Lt Col Sgt Maj Rev Hon Pres Supt Fr Hr
`);

/** Abbreviations when a number follows ("No. 1", "Fig. 3", "Jan. 5"), and words of their own otherwise. */
const BEFORE_NUMBERS = words(`
  no nos nr nº fig figs vol vols p pp pg ch chap sec sect eq art ver rev pt ep ed
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
`);

/** Abbreviations that also stand at the end of a sentence: it ends there when a word follows that often begins one. */
const ANYWHERE = words(`
  inc corp ltd co llc llp plc gmbh bros jr sr esq al et dept dep univ assn intl natl govt mgmt mgr dir eng sw hw
  a.m p.m am pm ph.d m.d b.sc m.sc u.s u.s.a u.k e.u d.c est max min avg temp tel ext hrs hr mins secs yr yrs mo mos
  ave blvd rd mt ft ca
`);

/** Words that often begin a sentence and seldom follow an abbreviation within one. */
const STARTERS = words(`
  the a an this that these those it its it's he she his her they their them we our you your i i'm i've there there's here
  in on at by for from with without after before during since until while when where who why what which how if as because
  although though however also and but or so then thus finally first second third next later now today yesterday tomorrow
  once both all some many most more other another each every no not one two three to according instead meanwhile only even
  still such let let's please see le la les un une il elle nous vous el los las der die das ein eine er sie wir
`);
