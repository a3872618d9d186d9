import type { LineRange, Note } from '../notes/note.js';
import type { Corpus } from '../question/corpus.js';
import { forEachWord } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import { createCompletion } from './completion.js';
import { createExamples } from './examples.js';
import { type Suggestion, suggestionsOf } from './suggestions.js';

/** The questions that the notes can answer, each once, ready to be completed and to be found by place or by words. */
export interface Catalogue {
  /** Every question and heading, in the order of notes. */
  readonly entries: readonly CatalogueEntry[];
  /** The questions of a note. */
  of(note: string): readonly CatalogueEntry[];
  /** The questions that hold a term. */
  holding(term: string): readonly CatalogueEntry[];
  /** The questions that hold a term written as a name, with a capital or a digit: "Orca", not the "labs" of "hands-on labs". */
  naming(term: string): readonly CatalogueEntry[];
  /**
   * How much a term tells: ln of the number of questions by the number that hold it, or the same of the passages where that
   * is less; 0 for a term that no question holds.
   */
  rarity(term: string): number;
  /** Whether a term is a name or part of one. */
  isName(term: string): boolean;
  /** Questions and headings that go on as typed, then those with words that begin like the typed ones; shorter first. */
  complete(prefix: string, limit: number): readonly string[];
  /** Questions about different editions, spread over all of them; the same each time. */
  examples(count: number): readonly string[];
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
 * @param entries those of these very notes, where they are known already.
 */
export function createCatalogue(
  notes: readonly Note[],
  corpus: Pick<Corpus, 'nameness' | 'frequency' | 'passages'>,
  entries: readonly CatalogueEntry[] = catalogueEntriesOf(notes, corpus),
): Catalogue {
  const { nameness, frequency, passages } = corpus;
  const questions = entries.filter(({ kind }) => kind === 'question');
  const byNote = new Map<string, CatalogueEntry[]>();
  const byTerm = new Map<string, CatalogueEntry[]>();
  for (const entry of questions) {
    for (const note of new Set(entry.places.map((place) => place.note))) push(byNote, note, entry);
    for (const term of entry.terms) push(byTerm, term, entry);
  }
  let completion: ReturnType<typeof createCompletion> | undefined;
  const rarity = (term: string) => {
    const held = byTerm.get(term)?.length ?? 0;
    if (held === 0) return 0;
    return Math.max(0, Math.log(Math.min(questions.length / held, passages / Math.max(1, frequency(term)))));
  };
  const isName = (term: string) => nameness(term) >= OFTEN_NAME && !/^\p{N}+$/u.test(term);
  const isRareName = (term: string) => isName(term) && rarity(term) >= RARE;
  const of = (note: string) => byNote.get(note) ?? [];
  const holding = (term: string) => byTerm.get(term) ?? [];
  const examples = createExamples(notes, of, (entry) => salience(entry, frequency, isRareName));
  return {
    entries,
    of,
    holding,
    naming: (term) => holding(term).filter(({ question }) => contentTerms(question, NAME_LIKE).has(term)),
    rarity,
    isName,
    complete(prefix, limit) {
      if (!/[\p{L}\p{N}]/u.test(prefix)) return examples(limit);
      completion ??= createCompletion(entries.map(({ question }) => question));
      return completion(prefix, limit);
    },
    examples,
  };
}

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

/** Whether two ranges share a line. */
export function touches(a: LineRange, b: LineRange): boolean {
  return a.from <= b.to && b.from <= a.to;
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
    const key = `${kind === 'heading' ? '' : question.split(' ', 1)[0]} ${[...terms].join(' ')}`;
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
