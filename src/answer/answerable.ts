import type { LineRange } from '../notes/note.js';
import type { CatalogueEntry } from './catalogue.js';
import { linesOf, type Span } from './span.js';
import type { Suggestion } from './suggestions.js';

/**
 * Tells of each question of a catalogue whether it is answered from where it was found. What a note can be seen to answer is a good
 * guess only: another note may say it better, or the question may be too short to tell what it is about. So it is asked.
 *
 * @param spansFor what is shown to a question by itself; nothing where it is not answered.
 * @param known the outcome for each entry, where it is known already.
 */
export function createAnswerable(
  entries: readonly CatalogueEntry[],
  spansFor: (question: string) => Promise<readonly Span[]>,
  known: readonly boolean[] = [],
): (entry: CatalogueEntry) => Promise<boolean> {
  const outcomes = new Map<CatalogueEntry, boolean>();
  known.forEach((outcome, i) => {
    const entry = entries[i];
    if (entry !== undefined) outcomes.set(entry, outcome);
  });
  return async (entry) => {
    const outcome = outcomes.get(entry) ?? isShownOf(entry.places, await spansFor(entry.question));
    outcomes.set(entry, outcome);
    return outcome;
  };
}

/** Whether something of one of the places is shown: of its lines, its section, or for front matter its note. */
function isShownOf(places: readonly Suggestion[], spans: readonly Span[]): boolean {
  return spans.some((span) => places.some((place) => isOf(place, span)));
}

function isOf({ note, lines, section }: Suggestion, span: Span): boolean {
  const { entry } = span;
  if (entry.note.path !== note) return false;
  return section === undefined || touches(linesOf(span), lines) || isSame(entry.section.headings, section);
}

/** Whether two ranges share a line. */
export function touches(a: LineRange, b: LineRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((heading, i) => heading === b[i]);
}
