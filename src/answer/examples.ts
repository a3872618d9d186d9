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
  let editions: readonly (readonly CatalogueEntry[])[] | undefined;
  return async (count) => {
    editions ??= examplesOfEditions(notes, questionsOf, salienceOf);
    const chosen: string[] = [];
    // Only what is chosen is asked: there may be thousands of editions.
    const next = async (queue: Iterator<CatalogueEntry>): Promise<string | undefined> => {
      for (let entry = queue.next(); !entry.done; entry = queue.next()) {
        if (!chosen.includes(entry.value.question) && (await isAnswered(entry.value))) return entry.value.question;
      }
      return undefined;
    };
    let queues = editions.map((entries) => entries.values());
    while (chosen.length < count && queues.length > 0) {
      const spent = new Set<Iterator<CatalogueEntry>>();
      for (const queue of spread(queues, count - chosen.length)) {
        const question = await next(queue);
        if (question === undefined) spent.add(queue);
        else chosen.push(question);
      }
      queues = queues.filter((queue) => !spent.has(queue));
    }
    return chosen;
  };
}

/** For each edition, in order of date, what is shown of it, the best first. */
function examplesOfEditions(
  notes: readonly Note[],
  questionsOf: (note: string) => readonly CatalogueEntry[],
  salienceOf: (entry: CatalogueEntry) => number,
): CatalogueEntry[][] {
  const editions = new Map<string, CatalogueEntry[]>();
  const dated = [...notes].sort((a, b) => (dateKey(a) < dateKey(b) ? -1 : 1));
  for (const { path, event = path } of dated) {
    const entries = editions.get(event);
    if (entries === undefined) editions.set(event, [...questionsOf(path)]);
    else entries.push(...questionsOf(path));
  }
  const taken = new Set<CatalogueEntry>();
  return [...editions.values()].map((entries, edition) => {
    const best = [...new Set(entries)]
      .map((entry) => ({ entry, weight: salienceOf(entry) }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ entry }) => entry);
    const forms = FORMS.map((form) => best.filter(({ question }) => form.test(question)));
    const inTurn: CatalogueEntry[] = [];
    for (let i = 0; inTurn.length < EXAMPLES_OF_EDITION && i < EXAMPLES_OF_EDITION * FORMS.length; i++) {
      const form = forms[(edition + i) % FORMS.length];
      const entry = form?.find((one) => !taken.has(one));
      if (entry === undefined) continue;
      taken.add(entry);
      inTurn.push(entry);
    }
    return inTurn.length > 0 ? inTurn : best.slice(0, EXAMPLES_OF_EDITION);
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
