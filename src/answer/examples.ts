import type { Note } from '../notes/note.js';
import type { CatalogueEntry } from './catalogue.js';

/**
 * Prepares questions for people who do not know what to ask: first one of each edition, then a second of each, and so on,
 * spread over all editions. Of an edition those come first whose names the notes use most, for that is what it was about; the
 * forms of questions take turns.
 *
 * @param questionsOf the questions of a note, by its path.
 * @param isAnswered whether a question may be shown.
 */
export function createExamples(
  notes: readonly Note[],
  questionsOf: (note: string) => readonly CatalogueEntry[],
  isAnswered: (entry: CatalogueEntry) => Promise<boolean>,
  salienceOf: (entry: CatalogueEntry) => number,
): (count: number) => Promise<readonly string[]> {
  let prepared: Promise<string[][]> | undefined;
  return async (count) => {
    prepared ??= examplesOfEditions(notes, questionsOf, isAnswered, salienceOf);
    const editions = await prepared;
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

async function examplesOfEditions(
  notes: readonly Note[],
  questionsOf: (note: string) => readonly CatalogueEntry[],
  isAnswered: (entry: CatalogueEntry) => Promise<boolean>,
  salienceOf: (entry: CatalogueEntry) => number,
): Promise<string[][]> {
  const editions = new Map<string, CatalogueEntry[]>();
  const dated = [...notes].sort((a, b) => (dateKey(a) < dateKey(b) ? -1 : 1));
  for (const { path, event = path } of dated) {
    editions.set(event, [...(editions.get(event) ?? []), ...questionsOf(path)]);
  }
  const taken = new Set<string>();
  const take = async (entries: Iterator<CatalogueEntry>): Promise<string | undefined> => {
    for (let next = entries.next(); !next.done; next = entries.next()) {
      const { question } = next.value;
      if (taken.has(question) || !(await isAnswered(next.value))) continue;
      taken.add(question);
      return question;
    }
    return undefined;
  };
  const examples: string[][] = [];
  for (const [edition, entries] of [...editions.values()].entries()) {
    const best = [...new Set(entries)]
      .map((entry) => ({ entry, weight: salienceOf(entry) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry);
    const forms = FORMS.map((form) => best.filter(({ question }) => form.test(question)).values());
    const inTurn: string[] = [];
    for (let i = 0; inTurn.length < EXAMPLES_OF_EDITION && i < EXAMPLES_OF_EDITION * FORMS.length; i++) {
      const form = forms[(edition + i) % FORMS.length];
      const question = form && (await take(form));
      if (question !== undefined) inTurn.push(question);
    }
    const any = inTurn.length === 0 ? await take(best.values()) : undefined;
    examples.push(any === undefined ? inTurn : [any]);
  }
  return examples;
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
