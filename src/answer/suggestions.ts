import type { LineRange, Note, Passage, Section, Sentence } from '../notes/note.js';
import { createVocabulary } from '../question/vocabulary.js';
import { isCommonWord } from '../text/common-words.js';
import { termOf } from '../text/terms.js';
import {
  attendanceQuestion,
  attributeQuestion,
  explainedIn,
  listQuestion,
  presentedIn,
  speakersIn,
} from './question-forms.js';

/** A question that the notes can answer, and where they do. */
export interface Suggestion {
  /** At most {@link LONGEST_QUESTION} characters. Several places may answer the same one: each is a suggestion of its own. */
  readonly question: string;
  /** A question for something that a sentence or list says, or for whatever stands under a heading. */
  readonly kind: 'question' | 'topic';
  /** Path of the note. */
  readonly note: string;
  /** Lines of the note's file that answer it. */
  readonly lines: LineRange;
  /** The headings over these lines, outermost first; undefined for front matter, which speaks of the whole note. */
  readonly section?: readonly string[];
}

/** Longest question that is suggested, in UTF-16 code units: what Discord shows of a choice. */
export const LONGEST_QUESTION = 100;

/**
 * Finds the questions that the notes can be seen to answer: what a sentence explains or presents, what a list holds, when and
 * where an event was, and what stands under headings that name something. In the order of notes and lines.
 *
 * @param nameness how often a term is written with a capital inside sentences, as a share from 0 to 1.
 */
export function suggestionsOf(
  notes: readonly Note[],
  nameness: (term: string) => number = createVocabulary(notes).nameness,
): readonly Suggestion[] {
  const people = peopleIn(notes);
  const headings = headingsOnce(notes);
  return notes.flatMap((note) => {
    const found: Suggestion[] = [];
    const add = (question: string | undefined, place: Omit<Suggestion, 'question' | 'kind'>) => {
      if (question !== undefined && question.length <= LONGEST_QUESTION)
        found.push({ question, kind: 'question', ...place });
    };
    for (const passage of note.passages) {
      const section = note.sections[passage.section];
      if (section === undefined) continue;
      const event = section.event ?? note.event;
      for (const sentence of passage.sentences) {
        const place = {
          note: note.path,
          lines: sentence.role === 'lead-in' ? passage.lines : sentence.lines,
          ...(passage.kind !== 'field' && { section: section.headings }),
        };
        for (const question of questionsOf(sentence, passage, section, people, nameness)) add(question, place);
        add(eventQuestion(sentence, passage, event), place);
      }
    }
    const asked = new Set(found.map(({ question }) => subjectOf(question)));
    for (const { headings: path, lines } of note.sections) {
      const heading = path.at(-1) ?? '';
      if (headings.get(heading) !== 1 || asked.has(subjectOf(heading))) continue;
      const question = topicQuestion(heading, nameness);
      if (question !== undefined) found.push({ question, kind: 'topic', note: note.path, lines, section: path });
    }
    return found;
  });
}

function questionsOf(
  { text, role }: Sentence,
  { kind, label = '' }: Passage,
  section: Section,
  people: ReadonlySet<string>,
  nameness: (term: string) => number,
): (string | undefined)[] {
  if (kind === 'field') {
    const name = SPEAKERS.test(label) && SAYS_WHO.test(text) ? FIELD_NAME.exec(text)?.[1] : undefined;
    return [name && `Who is ${name}?`];
  }
  if (role === 'lead-in') return [listQuestion(text)];
  if (role !== 'sentence') return [];
  const explained = explainedIn(text);
  const presented = presentedIn(text);
  const questions = [attributeQuestion(text), attendanceQuestion(text), presented && `Who is ${presented}?`];
  if (explained === undefined) return questions;
  const { subject, article, verb } = explained;
  // One word that speaks may be a surname or a company: neither is asked for well.
  if (article === '' && people.has(subject))
    return subject.includes(' ') ? [...questions, `Who is ${subject}?`] : questions;
  const thing = thingOf(subject, article, section, nameness);
  return [...questions, thing && `What ${verb} ${thing}?`];
}

/** When an event was, where, and what was announced at it. */
function eventQuestion({ text, role }: Sentence, { kind, label = '' }: Passage, event = ''): string | undefined {
  if (event === '') return undefined;
  if (kind === 'field') {
    if (/^dates$/i.test(label)) return `When was ${event}?`;
    return /^(?:city|venue|location)$/i.test(label) ? `Where was ${event}?` : undefined;
  }
  if (role === 'lead-in') return /\bannouncements\b/.test(text) ? `What was announced at ${event}?` : undefined;
  return undefined;
}

/** The thing as a question names it; undefined where the words do not look like a name or a term. */
function thingOf(
  subject: string,
  article: string,
  { headings }: Section,
  nameness: (term: string) => number,
): string | undefined {
  const [first = '', ...rest] = subject.split(' ');
  const isName = nameness(termOf(first)) >= OFTEN_NAME || /^\p{Ll}|.\p{Lu}|\p{N}/u.test(first);
  const named = article === '' && !isName && rest.every((word) => !/\p{Lu}/u.test(word));
  const written = named && rest.length > 0 ? `${first.toLowerCase()} ${rest.join(' ')}` : subject;
  const heading = (headings.at(-1) ?? '').toLowerCase().replace(/^the /, '');
  const isHeading = heading === subject.toLowerCase();
  const allCapital = rest.every((word) => /^\p{Lu}|\p{N}/u.test(word) || SMALL.has(word));
  const begins = isName || !isCommonWord(termOf(first));
  const likely = rest.length === 0 ? article === '' && isName && !isPlain(first) : begins && allCapital;
  if (!isHeading && !likely) return undefined;
  return article === '' ? written : `${article} ${subject}`;
}

/** An everyday word in small letters is no name, even where a sentence begins with it. */
function isPlain(word: string): boolean {
  return /^\p{Ll}+$/u.test(word) && isCommonWord(termOf(word));
}

const OFTEN_NAME = 0.8;
/** Small words inside names: "Docker for Mac", "Internet of Things". */
const SMALL: ReadonlySet<string> = new Set('of for and the to on in with'.split(' '));
const SPEAKERS = /^(?:speakers|authors?)$/i;
/** A field that tells more of a person than the name. */
const SAYS_WHO = /\b(?:role|org|organi[sz]ation|company|title): /;
const FIELD_NAME = /^(?:name: )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?:, |$)/u;

/** Everybody whom the notes present, quote, or name as author of a source. */
function peopleIn(notes: readonly Note[]): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { passages, sources } of notes) {
    for (const { author } of sources) if (author?.includes(' ') === true) people.add(author);
    for (const { kind, label = '', sentences } of passages) {
      for (const { text } of sentences) {
        const name = kind === 'field' && SPEAKERS.test(label) ? FIELD_NAME.exec(text)?.[1] : presentedIn(text);
        if (name !== undefined) people.add(name);
        if (kind !== 'code') for (const speaker of speakersIn(text)) people.add(speaker);
      }
    }
  }
  return people;
}

/** How often each heading stands in the notes. */
function headingsOnce(notes: readonly Note[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { sections } of notes) {
    for (const { headings } of sections) {
      const heading = headings.at(-1) ?? '';
      counts.set(heading, (counts.get(heading) ?? 0) + 1);
    }
  }
  return counts;
}

/** What a question or heading is about, to compare them. */
function subjectOf(text: string): string {
  return text.toLowerCase().replace(/^(?:(?:what|who) (?:is|are|was|were) )?(?:the )?|\?$/g, '');
}

/**
 * "What was said about Acme Cloud?", for a heading that begins with a name or with "The". One that names a whole year or day says
 * too little, and one that is half a question ("How Acme works") or two things ("Acme: a demo") does not fit.
 */
function topicQuestion(heading: string, nameness: (term: string) => number): string | undefined {
  const [, article = '', first = '', rest = ''] = /^(The )?([^ ]+)(.*)$/u.exec(heading) ?? [];
  const isName = /^\p{Lu}/u.test(first) && (nameness(termOf(first)) >= OFTEN_NAME || /.\p{Lu}/u.test(first));
  if (article === '' && !isName) return undefined;
  if (!/\p{Lu}/u.test(first + rest) || !/\p{L}{2}/u.test(first)) return undefined;
  if (/[:;,?!#|/()[\]]| [-–—] |\b(?:\d{4}|day \d|day (?:one|two|three))\b/i.test(heading)) return undefined;
  const question = `What was said about ${article.toLowerCase()}${first}${rest}?`;
  return question.length <= LONGEST_QUESTION ? question : undefined;
}
