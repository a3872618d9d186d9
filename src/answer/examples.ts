import type { Note } from '../notes/note.js';
import type { CatalogueEntry } from './catalogue.js';

/**
 * Prepares questions for people who do not know what to ask: first one of each edition, then a second of each, and so on,
 * spread over all editions. Of an edition those come first whose names the notes use most, for that is what it was about; the
 * forms of questions take turns.
 *
 * @param questionsOf the questions of a note, by its path.
 */
export function createExamples(
  notes: readonly Note[],
  questionsOf: (note: string) => readonly CatalogueEntry[],
  salienceOf: (entry: CatalogueEntry) => number,
): (count: number) => readonly string[] {
  let editions: string[][] | undefined;
  return (count) => {
    editions ??= examplesOfEditions(notes, questionsOf, salienceOf);
    const chosen: string[] = [];
    const depth = Math.max(0, ...editions.map((questions) => questions.length));
    for (let round = 0; round < depth && chosen.length < count; round++) {
      const left = editions
        .flatMap((questions) => questions[round] ?? [])
        .filter((question) => !chosen.includes(question));
      chosen.push(...spread(left, count - chosen.length));
    }
    return chosen;
  };
}

function examplesOfEditions(
  notes: readonly Note[],
  questionsOf: (note: string) => readonly CatalogueEntry[],
  salienceOf: (entry: CatalogueEntry) => number,
): string[][] {
  const editions = new Map<string, CatalogueEntry[]>();
  const dated = [...notes].sort((a, b) => (dateKey(a) < dateKey(b) ? -1 : 1));
  for (const { path, event = path } of dated) {
    editions.set(event, [...(editions.get(event) ?? []), ...questionsOf(path)]);
  }
  const taken = new Set<string>();
  return [...editions.values()].map((entries, edition) => {
    const best = [...new Set(entries)]
      .map((entry) => ({ entry, weight: salienceOf(entry) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry);
    const forms = FORMS.map((form) => best.filter(({ question }) => form.test(question)));
    const inTurn: string[] = [];
    for (let i = 0; inTurn.length < EXAMPLES_OF_EDITION && i < EXAMPLES_OF_EDITION * FORMS.length; i++) {
      const form = forms[(edition + i) % FORMS.length];
      const question = form?.find((entry) => !taken.has(entry.question))?.question;
      if (question === undefined) continue;
      taken.add(question);
      inTurn.push(question);
    }
    return inTurn.length > 0 ? inTurn : best.slice(0, 1).map(({ question }) => question);
  });
}

/** Forms of questions that are shown as examples: what a thing is, and what a list holds. */
const FORMS = [/^What (?:is|are) (?!the )/, /^What (?:was|were|are) the /];
const EXAMPLES_OF_EDITION = 3;

/** At most `count` items, taken at even distances. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)] as Item);
}

function dateKey({ date, edition, path }: Note): string {
  return `${date ?? edition ?? '9999'} ${path}`;
}
