import type { Note } from '../notes/note.js';
import type { Corpus } from '../question/corpus.js';
import { forEachWord } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import { createCompletion } from './completion.js';
import { createExamples } from './examples.js';
import { type Suggestion, suggestionsOf } from './suggestions.js';

/** The questions that the notes can answer, each once, ready to be completed and to be found by place or by words. */
export interface Catalogue {
  /** Every question, in the order of notes. */
  readonly entries: readonly CatalogueEntry[];
  /** The questions of a note. */
  of(note: string): readonly CatalogueEntry[];
  /** The questions of a section of a note, by its headings. */
  under(note: string, section: readonly string[]): readonly CatalogueEntry[];
  /** Whether a question is answered from where it was found. Only such a one may be offered. */
  isAnswered(entry: CatalogueEntry): Promise<boolean>;
  /** The questions that hold a term. */
  holding(term: string): readonly CatalogueEntry[];
  /** The questions that hold a term written as a name, with a capital or a digit: "Orca", not the "labs" of "hands-on labs". */
  naming(term: string): readonly CatalogueEntry[];
  /**
   * How much a term tells: ln of the number of questions by the number that hold it, or the same of the passages where that is
   * less; a term that nothing holds counts as if one did.
   */
  rarity(term: string): number;
  /** Whether a term is a name or part of one. */
  isName(term: string): boolean;
  /** Questions that go on as typed, then those with words that begin like the typed ones; first what the notes speak most of. */
  complete(prefix: string, limit: number): Promise<readonly string[]>;
  /** Questions about different editions, spread over all of them; the same each time. */
  examples(count: number): Promise<readonly string[]>;
}

/** A question of the catalogue. */
export interface CatalogueEntry {
  readonly question: string;
  readonly kind: Suggestion['kind'];
  /** Where it is answered, in the order of notes; never empty. */
  readonly places: readonly Suggestion[];
  /** Its terms, stop words left out. */
  readonly terms: ReadonlySet<string>;
}

/** Finds the entries of a catalogue, in time linear in the length of the notes. */
export function catalogueEntriesOf(
  notes: readonly Note[],
  { nameness }: Pick<Corpus, 'nameness'>,
): readonly CatalogueEntry[] {
  return entriesOf(suggestionsOf(notes, nameness));
}

/**
 * Builds the catalogue of all notes.
 *
 * @param entries those that {@link catalogueEntriesOf} finds in these very notes.
 * @param isAnswered whether a question is answered from where it was found.
 */
export function createCatalogue(
  notes: readonly Note[],
  corpus: Pick<Corpus, 'nameness' | 'frequency' | 'passages'>,
  entries: readonly CatalogueEntry[],
  isAnswered: (entry: CatalogueEntry) => Promise<boolean>,
): Catalogue {
  const { nameness, frequency, passages } = corpus;
  const questions = entries.filter(({ kind }) => kind === 'question');
  const byNote = new Map<string, CatalogueEntry[]>();
  const bySection = new Map<string, CatalogueEntry[]>();
  const byTerm = new Map<string, CatalogueEntry[]>();
  for (const entry of questions)
    for (const note of new Set(entry.places.map((place) => place.note))) push(byNote, note, entry);
  for (const entry of entries) {
    for (const term of entry.terms) push(byTerm, term, entry);
    const sections = entry.places.flatMap(({ note, section }) =>
      section === undefined ? [] : sectionKey(note, section),
    );
    for (const section of new Set(sections)) push(bySection, section, entry);
  }
  let completion: ReturnType<typeof createCompletion> | undefined;
  let byQuestion: ReadonlyMap<string, CatalogueEntry> | undefined;
  const rarity = (term: string) => {
    const held = Math.max(1, byTerm.get(term)?.length ?? 0);
    return Math.max(0, Math.log(Math.min(entries.length / held, passages / Math.max(1, frequency(term)))));
  };
  const isName = (term: string) => nameness(term) >= OFTEN_NAME && !/^\p{N}+$/u.test(term);
  const isRareName = (term: string) => isName(term) && rarity(term) >= RARE;
  const of = (note: string) => byNote.get(note) ?? [];
  const holding = (term: string) => byTerm.get(term) ?? [];
  const naming = new Map<string, readonly CatalogueEntry[]>();
  const weightOf = (entry: CatalogueEntry) => salience(entry, frequency, isRareName);
  const examples = createExamples(notes, of, isAnswered, weightOf);
  return {
    entries,
    of,
    under: (note, section) => bySection.get(sectionKey(note, section)) ?? [],
    isAnswered,
    holding,
    naming(term) {
      let entries = naming.get(term);
      if (entries === undefined) {
        entries = holding(term).filter(({ question }) => contentTerms(question, NAME_LIKE).has(term));
        // Of terms that questions hold, and no others: there is an end to them.
        if (byTerm.has(term)) naming.set(term, entries);
      }
      return entries;
    },
    rarity,
    isName,
    async complete(prefix, limit) {
      if (!/[\p{L}\p{N}]/u.test(prefix)) return examples(limit);
      byQuestion ??= new Map(byWeight(entries, weightOf).map((entry) => [entry.question, entry]));
      completion ??= createCompletion([...byQuestion.keys()]);
      const found: string[] = [];
      for (const question of completion(prefix, limit * SPARE)) {
        if (found.length === limit) break;
        const entry = byQuestion.get(question);
        if (entry !== undefined && (await isAnswered(entry))) found.push(question);
      }
      return found;
    },
    examples,
  };
}

/** How many more completions are looked at than wanted, because some are not answered. */
const SPARE = 2;
/** One question in twelve holds a rare term at most. */
const RARE = 2.5;
const OFTEN_NAME = 0.7;
/** How a word of a name is written. */
const NAME_LIKE = TRAIT.capital | TRAIT.figure;

/** The terms of a text, each once, stop words left out; or only those of words with any of the given {@link TRAIT} bits. */
export function contentTerms(text: string, wanted = ~0): ReadonlySet<string> {
  const terms = new Set<string>();
  forEachWord(text, ({ term, traits }) => {
    if ((traits & TRAIT.stop) === 0 && (wanted === ~0 || (traits & wanted) !== 0)) terms.add(term);
  });
  return terms;
}

/** The heaviest first; of the same weight, the shorter. */
function byWeight(
  entries: readonly CatalogueEntry[],
  weightOf: (entry: CatalogueEntry) => number,
): readonly CatalogueEntry[] {
  return entries
    .map((entry) => ({ entry, weight: weightOf(entry) }))
    .sort((a, b) => b.weight - a.weight || a.entry.question.length - b.entry.question.length)
    .map(({ entry }) => entry);
}

function sectionKey(note: string, section: readonly string[]): string {
  return [note, ...section].join('\n');
}

/** Joins the suggestions that ask the same: by the same question word for the same terms. */
function entriesOf(suggestions: readonly Suggestion[]): CatalogueEntry[] {
  const entries = new Map<
    string,
    { question: string; kind: Suggestion['kind']; places: Suggestion[]; terms: ReadonlySet<string> }
  >();
  for (const suggestion of suggestions) {
    const { question, kind } = suggestion;
    const terms = contentTerms(question);
    const key = `${kind === 'topic' ? '' : question.split(' ', 1)[0]} ${[...terms].join(' ')}`;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, { question, kind, places: [suggestion], terms });
    else known.places.push(suggestion);
  }
  return [...entries.values()];
}

/** How much the notes speak of the rarest name in a question, if it holds any; less for a long one. */
function salience(
  { question, terms }: CatalogueEntry,
  frequency: (term: string) => number,
  isRareName: (term: string) => boolean,
): number {
  const names = [...terms].filter(isRareName).map(frequency);
  return (names.length === 0 ? 0 : Math.log(1 + Math.min(...names))) - question.length / LENGTH_COUNTS;
}

/** So many letters more weigh up words that are e times as frequent. */
const LENGTH_COUNTS = 25;

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
