import type { Note } from '../../../src/notes/note.js';
import { readNotes } from '../../../src/notes/read-notes.js';
import type { Query } from '../../../src/question/query.js';
import { analyse } from '../../../src/search/analysis.js';
import type { IndexedPassage } from '../../../src/search/passage-index.js';
import type { RankedSentence } from '../../../src/search/ranking.js';
import { WEIGHTS } from '../../../src/search/weights.js';

/** Notes of their texts, named a.md, b.md and so on. */
export function notesOf(...texts: readonly string[]): readonly Note[] {
  return readNotes(texts.map((text, i) => ({ path: `${String.fromCharCode(97 + i)}.md`, text }))).notes;
}

/** Every passage with its place, in order. */
export function entriesOf(notes: readonly Note[]): readonly IndexedPassage[] {
  return notes.flatMap((note) =>
    note.passages.map((passage) => ({ note, passage, section: note.sections[passage.section] as Note['sections'][0] })),
  );
}

/** Every sentence, ranked by a score, best first; evidence is what is given. */
export function rankedBy(
  entries: readonly IndexedPassage[],
  scoreOf: (text: string, i: number) => number,
  evidence: Partial<RankedSentence['evidence']> = {},
): RankedSentence[] {
  let i = 0;
  return entries
    .flatMap((entry) => {
      const passage = {
        candidate: { entry, score: 1 },
        sentences: analyse(entry.passage),
      } as RankedSentence['passage'];
      return entry.passage.sentences.map(
        ({ text }, index): RankedSentence => ({
          passage,
          index,
          companions: 0,
          evidence: { ...NOTHING, ...evidence },
          score: scoreOf(text, i++),
        }),
      );
    })
    .sort((a, b) => b.score - a.score);
}

/** Evidence of a sentence that speaks neither for nor against anything. */
const NOTHING = Object.fromEntries(
  Object.keys(WEIGHTS).map((name) => [name, 0]),
) as unknown as RankedSentence['evidence'];

/** A query that only says what is told of it. */
export function queryOf(changes: Partial<Query> = {}): Query {
  return {
    question: '',
    standalone: changes.question ?? '',
    kind: 'fact',
    answerTypes: [],
    terms: [],
    scope: { years: [] },
    corrections: [],
    suggestions: [],
    unknown: [],
    quoted: [],
    ...changes,
  };
}
