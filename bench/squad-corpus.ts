/** The foreign corpus of real questions on encyclopedia paragraphs, as notes: see bench/README.md. */
import { readFileSync } from 'node:fs';
import type { Note, Passage } from '../src/notes/note.js';
import { readNotes } from '../src/notes/read-notes.js';

export type Split = 'tune' | 'report' | 'corpus';

/** One article of the corpus file. */
interface Article {
  readonly title: string;
  readonly split: Split;
  readonly paragraphs: readonly { readonly text: string; readonly questions?: readonly RawQuestion[] }[];
}

interface RawQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly spans: readonly (readonly [number, number])[];
}

/** A question with where its answer stands. */
export interface SquadQuestion {
  readonly id: string;
  readonly question: string;
  readonly split: Split;
  /** Position of its article in alphabetical order, from 0. */
  readonly article: number;
  /** Path of its note. */
  readonly note: string;
  /** Line of its paragraph. */
  readonly line: number;
  readonly answers: readonly string[];
  /** Ids `<passage id>:<sentence index>` of the sentences that hold the answer's span. */
  readonly sentences: ReadonlySet<string>;
}

export interface SquadCorpus {
  readonly notes: readonly Note[];
  readonly questions: readonly SquadQuestion[];
}

/** Reads the corpus: each article is a note, its title the heading, each paragraph a paragraph. */
export function readSquad(path: string): SquadCorpus {
  const articles = [...(JSON.parse(readFileSync(path, 'utf8')) as Article[])].sort((a, b) =>
    a.title < b.title ? -1 : 1,
  );
  const files = articles.map((article, i) => ({ path: notePath(i), text: noteText(article) }));
  const { notes } = readNotes(files);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const questions = articles.flatMap(({ split, paragraphs }, article) =>
    paragraphs.flatMap(({ text, questions = [] }, p) => {
      const path = notePath(article);
      const line = 3 + 2 * p;
      const places = placesOf(byPath.get(path), line, text);
      return questions.map(
        ({ id, question, answers, spans }): SquadQuestion => ({
          id,
          question,
          split,
          article,
          note: path,
          line,
          answers,
          sentences: new Set(
            places
              .filter(({ from, to }) => spans.some(([start, end]) => start >= from && end <= to))
              .map(({ sentence }) => sentence),
          ),
        }),
      );
    }),
  );
  return { notes, questions };
}

/** Path of an article's note. */
export function notePath(article: number): string {
  return `${String(article).padStart(3, '0')}.md`;
}

/** An article as Markdown: characters that Markdown would read as marks are escaped. */
function noteText({ title, paragraphs }: Article): string {
  const lines = paragraphs.map(({ text }) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&#|~!]/g, '\\$&'));
  return [`# ${title}`, ...lines].join('\n\n');
}

/** Where each sentence of a paragraph's passages stands in the paragraph's text, as offsets. */
function placesOf(note: Note | undefined, line: number, text: string) {
  const flat = text.replace(/\s/g, ' ');
  const places: { sentence: string; from: number; to: number }[] = [];
  let at = 0;
  for (const passage of note?.passages.filter((candidate) => isOnLine(candidate, line)) ?? []) {
    passage.sentences.forEach((sentence, i) => {
      const from = flat.indexOf(sentence.text.slice(0, 20), at);
      if (from === -1) return;
      const to = from + sentence.text.length;
      places.push({ sentence: `${passage.id}:${i}`, from, to: to + 1 });
      at = from + 1;
    });
  }
  return places;
}

function isOnLine({ lines }: Passage, line: number): boolean {
  return lines.from <= line && line <= lines.to;
}
