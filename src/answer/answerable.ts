import type { LineRange } from '../notes/note.js';
import type { Answer, Citation } from './answer.js';
import type { CatalogueEntry } from './catalogue.js';
import type { Suggestion } from './suggestions.js';

/**
 * Tells of each question of a catalogue whether it is answered from where it was found. What a note can be seen to answer is a good
 * guess only: another note may say it better, or the question may be too short to tell what it is about. So it is asked.
 *
 * @param answerTo answers a question by itself.
 * @param known the outcome for each entry, where it is known already.
 */
export function createAnswerable(
  entries: readonly CatalogueEntry[],
  answerTo: (question: string) => Promise<Answer>,
  known: readonly boolean[] = [],
): (entry: CatalogueEntry) => Promise<boolean> {
  const outcomes = new Map<CatalogueEntry, boolean>();
  known.forEach((outcome, i) => {
    const entry = entries[i];
    if (entry !== undefined) outcomes.set(entry, outcome);
  });
  return async (entry) => {
    const outcome = outcomes.get(entry) ?? isAnsweredFrom(entry.places, await answerTo(entry.question));
    outcomes.set(entry, outcome);
    return outcome;
  };
}

/** Whether an answer cites one of the places: its lines, its section, or for front matter its note. */
function isAnsweredFrom(places: readonly Suggestion[], answer: Answer): boolean {
  return answer.answered && answer.citations.some((citation) => places.some((place) => cites(citation, place)));
}

function cites(citation: Citation, { note, lines, section }: Suggestion): boolean {
  if (citation.note !== note) return false;
  return section === undefined || touches(citation.lines, lines) || isSame(citation.section, section);
}

/** Whether two ranges share a line. */
export function touches(a: LineRange, b: LineRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, i) => heading === b[i]);
}
