import { isStopWord } from '../text/stop-words.js';
import type { Topic } from './follow-up.js';
import { COMPARES, GENERAL_NOUNS, type Leaning, ownContent } from './leaning.js';
import type { Correction } from './query.js';
import type { Reading } from './reading.js';

/** A question completed from the topic, readable for the asker: "who demoed it" becomes "who demoed Docker Network". */
export function completed(reading: Reading, leaning: Leaning, topic: Topic): string {
  const { text } = reading;
  const asked = bareQuestionWord(reading, topic);
  if (asked !== undefined) return asked;
  if (COMPARES.test(reading.plain)) return `${bare(topic.text)} ${bare(text)}?`;
  if (leaning.degree === 'swap') return swapped(reading, topic);
  if (topic.subject === '') return leaning.degree === 'weak' ? text : aside(text, bare(topic.text));
  const at = leaning.degree === 'strong' ? (leaning.pronoun ?? -1) : -1;
  const pronoun = reading.words[at];
  const next = reading.words[at + 1];
  if (pronoun === undefined || !REPLACED.has(pronoun.word)) return aside(text, topic.subject);
  // Whoever did it is what was asked, not what was named: "who demoed Swarm" makes nobody "she".
  if (PERSONS.has(pronoun.word) && ASKS_WHO.test(topic.text)) return aside(text, bare(topic.text));
  // "list them" means what was asked for: "which companies joined".
  if (PLURAL.has(pronoun.word) && topic.focus.length > 0) return aside(text, bare(topic.text));
  // "that demo" keeps its noun; only a pronoun that stands alone gives way to the subject.
  const hasNoun =
    GENERAL_NOUNS.has(next?.word ?? '') || ownContent(reading).some((term) => reading.words[term.at] === next);
  if (DEMONSTRATIVES.has(pronoun.word) && hasNoun) {
    return aside(text, topic.subject);
  }
  const ending = POSSESSIVE.has(pronoun.word) && next !== undefined ? "'s" : pronoun.word.endsWith("'s") ? ' is' : '';
  const meant = ACTORS.has(pronoun.word) && topic.actor !== '' ? topic.actor : topic.subject;
  return `${text.slice(0, pronoun.from)}${meant}${ending}${text.slice(pronoun.to)}`;
}

/**
 * What a question is about, as it stands in it: the longest stretch of neighbouring names or, without names, of other telling
 * words. Empty when it names nothing.
 */
export function subjectOf(reading: Reading): string {
  const own = ownContent(reading);
  const content = new Set(own.map(({ at }) => at));
  const names = new Set(own.filter(({ name }) => name).map(({ at }) => at));
  let best: readonly number[] = [];
  let run: number[] = [];
  reading.words.forEach((_, i) => {
    if (!content.has(i) && !isHyphened(reading, i)) return;
    run.push(i);
    if ((content.has(i + 1) || isHyphened(reading, i + 1)) && isNextTo(reading, i)) return;
    const named = run.some((k) => names.has(k));
    const kept = run.slice(isVerbFirst(reading, run, names) ? 1 : 0, isVerbLast(reading, run) ? -1 : undefined);
    if ((named || names.size === 0) && kept.length > best.length) best = kept;
    run = [];
  });
  const [first, last] = [reading.words[best[0] ?? -1], reading.words[best.at(-1) ?? -1]];
  return first === undefined || last === undefined ? '' : reading.text.slice(first.from, last.to).replace(/['’]s$/, '');
}

/** Who is said to have done something: the name behind the question's helping verb. Empty when there is none. */
export function actorOf({ words, text, content }: Reading): string {
  const names = new Set(content.terms.filter(({ name }) => name).map(({ at }) => at));
  const from = words.findIndex(
    (_, i) => names.has(i) && DOES.has(words[words[i - 1]?.word === 'the' ? i - 2 : i - 1]?.word ?? ''),
  );
  if (from === -1) return '';
  let to = from;
  while (names.has(to + 1)) to++;
  return text.slice(words[from]?.from, words[to]?.to).replace(/['’]s$/, '');
}

function isNextTo(reading: Reading, i: number): boolean {
  return (reading.words[i + 1]?.from ?? 0) - (reading.words[i]?.to ?? 0) === 1;
}

/** "stage" in "multi-stage builds" is no word of its own. */
function isHyphened({ words, text }: Reading, i: number): boolean {
  return i > 0 && text.slice(words[i - 1]?.to, words[i]?.from) === '-';
}

/** Whether a stretch of words begins with the question's verb: "who joined Seedworks". */
function isVerbFirst({ words }: Reading, run: readonly number[], names: ReadonlySet<number>): boolean {
  const [first = 0] = run;
  return (
    run.length > 1 && !names.has(first) && names.size > 0 && /^(?:who|what|which)$/.test(words[first - 1]?.word ?? '')
  );
}

/** Whether a stretch of words ends with the question's verb: "what lessons did Business Insider learn". */
function isVerbLast({ words }: Reading, run: readonly number[]): boolean {
  const before = words[(run[0] ?? 0) - 1]?.word ?? '';
  const helper = before === 'the' ? (words[(run[0] ?? 0) - 2]?.word ?? '') : before;
  const after = words[(run.at(-1) ?? 0) + 1];
  return run.length > 1 && DOES.has(helper) && (after === undefined || isStopWord(after.word));
}

const DOES: ReadonlySet<string> = new Set(['did', 'does', 'do', 'had', 'has', 'have', 'can', 'could', 'will', 'would']);

/** A text with misspelt words replaced as they were read. */
export function repaired(text: string, corrections: readonly Correction[]): string {
  return corrections.reduce((result, { from, to }) => {
    const at = result.indexOf(from);
    return at === -1 ? result : `${result.slice(0, at)}${to}${result.slice(at + from.length)}`;
  }, text);
}

const REPLACED: ReadonlySet<string> = new Set(
  "it its it's they them their he him his he's she her she's that this those these that's".split(' '),
);
const DEMONSTRATIVES: ReadonlySet<string> = new Set(['that', 'this', 'those', 'these']);
const POSSESSIVE: ReadonlySet<string> = new Set(['its', 'their', 'his']);

/** Pronouns of who does something, more often than of what it is done to. */
const ACTORS: ReadonlySet<string> = new Set("they their he his he's she she's".split(' '));
const PLURAL: ReadonlySet<string> = new Set(['they', 'them', 'those', 'these']);
const PERSONS: ReadonlySet<string> = new Set("he him his he's she her she's".split(' '));
/** "who demoed Swarm", but not "who is Ben Golub". */
const ASKS_WHO = /^who(?!(?:'s| is| was)\b(?: \S+){1,3}$)/i;

function aside(text: string, subject: string): string {
  if (text.toLowerCase().includes(subject.toLowerCase())) return text;
  const [, question = text, mark = ''] = /^(.*?)([?.!]*)$/s.exec(text) ?? [];
  return `${question} (${subject})${mark}`;
}

function bare(text: string): string {
  return text.replace(/[?.!\s]+$/, '');
}

/** "when?" after "where was it held": the same question with the other question word. Undefined for anything else. */
function bareQuestionWord({ words }: Reading, topic: Topic): string | undefined {
  const [only, ...more] = words.filter(({ word }) => word !== 'and');
  if (only === undefined || more.length > 0 || !CIRCUMSTANCES.has(only.word)) return undefined;
  const rest = /^(?:when|where|why|how)(?= (?:is|was|are|were|did|does|do)\b)(.*)$/is.exec(bare(topic.text));
  return rest === null ? undefined : `${only.word}${rest[1] ?? ''}?`;
}

const CIRCUMSTANCES: ReadonlySet<string> = new Set(['when', 'where', 'why', 'how']);

/** The question before, with year, day or name exchanged. */
function swapped(reading: Reading, topic: Topic): string {
  const { scope } = reading.scope;
  const own = ownContent(reading);
  const question = bare(topic.text);
  if (own.length === 0) {
    let text = question;
    const [year] = scope.years;
    if (year !== undefined) {
      const years = /\b(?:19|20)\d\d\b/;
      text = years.test(text) ? text.replace(years, String(year)) : `${text} in ${year}`;
    }
    if (scope.day !== undefined) {
      const day = /\bday (?:\d|one|two|three)\b/i;
      text = day.test(text) ? text.replace(day, `day ${scope.day}`) : `${text} on day ${scope.day}`;
    }
    return text === question ? aside(question, bare(reading.text)) : `${text}?`;
  }
  const subject = subjectOf(reading);
  const sameSort = own.some(({ name }) => name);
  const exchanges = sameSort && subject !== '' && topic.subject !== '' && question.includes(topic.subject);
  return exchanges ? `${question.replace(topic.subject, () => subject)}?` : aside(`${question}?`, bare(reading.text));
}
