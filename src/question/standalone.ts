import type { Topic } from './follow-up.js';
import { type Leaning, ownContent } from './leaning.js';
import type { Correction } from './query.js';
import type { Reading } from './reading.js';

/** A question completed from the topic, readable for the asker: "who demoed it" becomes "who demoed Docker Network". */
export function completed(reading: Reading, leaning: Leaning, topic: Topic): string {
  if (leaning.degree === 'weak') return topic.subject === '' ? reading.text : aside(reading.text, topic.subject);
  if (leaning.degree === 'swap') return swapped(reading, topic);
  const pronoun = leaning.pronoun === undefined ? undefined : reading.words[leaning.pronoun];
  if (topic.subject === '') return aside(reading.text, bare(topic.text));
  if (pronoun === undefined || !REPLACED.has(pronoun.word)) return aside(reading.text, topic.subject);
  const next = reading.words[(leaning.pronoun ?? 0) + 1];
  // "that demo" keeps its noun; only a pronoun that stands alone gives way to the subject.
  const determines =
    DEMONSTRATIVES.has(pronoun.word) && ownContent(reading).some(({ at }) => reading.words[at] === next);
  if (determines) return aside(reading.text, topic.subject);
  const ending = POSSESSIVE.has(pronoun.word) && next !== undefined ? "'s" : pronoun.word.endsWith("'s") ? ' is' : '';
  return `${reading.text.slice(0, pronoun.from)}${topic.subject}${ending}${reading.text.slice(pronoun.to)}`;
}

/** The longest stretch of neighbouring names, or else of other telling words, as it stands in the question. */
export function subjectOf(reading: Reading): string {
  const own = ownContent(reading);
  const names = own.filter(({ name }) => name);
  const telling = new Set((names.length > 0 ? names : own).map(({ at }) => at));
  const content = new Set(own.map(({ at }) => at));
  let best: readonly number[] = [];
  let run: number[] = [];
  reading.words.forEach((_, i) => {
    if (content.has(i)) run.push(i);
    const ends = !content.has(i + 1) || gapOf(reading, i) > 1;
    if (!ends) return;
    const named = run.filter((k) => telling.has(k)).length;
    if (named > 0 && run.length > best.length) best = run;
    run = [];
  });
  const [first, last] = [reading.words[best[0] ?? -1], reading.words[best.at(-1) ?? -1]];
  return first === undefined || last === undefined ? '' : reading.text.slice(first.from, last.to).replace(/['’]s$/, '');
}

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

function gapOf(reading: Reading, i: number): number {
  return (reading.words[i + 1]?.from ?? 0) - (reading.words[i]?.to ?? 0);
}

function aside(text: string, subject: string): string {
  const [, question = text, mark = ''] = /^(.*?)([?.!]*)$/s.exec(text) ?? [];
  return `${question} (${subject})${mark}`;
}

function bare(text: string): string {
  return text.replace(/[?.!\s]+$/, '');
}

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
  const exchanges = subject !== '' && topic.subject !== '' && question.includes(topic.subject);
  return exchanges ? `${question.replace(topic.subject, () => subject)}?` : aside(`${question}?`, bare(reading.text));
}
