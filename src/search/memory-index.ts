import type { Note } from '../notes/note.js';
import { createSearch } from './bm25.js';
import type { IndexedPassage, PassageIndex, Place, SearchTerm } from './passage-index.js';
import { entriesOf } from './place.js';
import { frequencyOf } from './postings.js';
import { indexTerms, type TermIndex } from './term-index.js';

/**
 * Indexes the passages of all notes, in this process.
 *
 * A passage is found by its own words and, with less weight, by its headings, its note's title and its event. The scores are
 * those of MiniSearch (https://lucaong.github.io/minisearch/), to which a test holds them. They are computed here because a
 * library for any text must keep maps of strings and tell for every hit what it found where; of 50,000 passages, that took three
 * quarters of the memory and of the time to start, and most of the time to answer (bench/README.md).
 *
 * @param indexed the terms of these very notes, where they are known already.
 */
export function createMemoryIndex(notes: readonly Note[], indexed: TermIndex = indexTerms(notes)): PassageIndex {
  const { terms, texts, headings } = indexed;
  const entries = entriesOf(notes);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const search = createSearch(entries.length, [
    { postings: texts, boost: 1 },
    { postings: headings, boost: HEADING_BOOST },
  ]);
  const frequency = (term: string): number => {
    const number = numbers.get(term);
    return number === undefined ? 0 : frequencyOf(texts, number);
  };
  let names: readonly string[] | undefined;

  return {
    candidates: async (terms, limit, accepts) => {
      const searched = affordable(terms, frequency).flatMap(({ term, boost }) => {
        const number = numbers.get(term);
        return number === undefined ? [] : [{ number, boost }];
      });
      const accept = accepts && rememberPlaces(accepts);
      const found = search(searched, limit, (passage) => accept?.(entries[passage] as IndexedPassage) ?? true);
      return found.map(({ passage, score }) => ({ entry: entries[passage] as IndexedPassage, score }));
    },
    statistics: async (terms) => ({ passages: entries.length, frequencies: terms.map(frequency) }),
    complete: async (prefix, limit) => {
      names ??= namesOf(entries);
      return complete(names, prefix, limit);
    },
  };
}

const HEADING_BOOST = 0.4;
/**
 * Most postings that one search walks through. Terms are taken from the rarest on until this is used up: what stands in
 * nearly every passage tells little and costs most, and a pasted page of text must not hold up everybody else.
 */
const MAX_POSTINGS = 40_000;

function affordable(terms: readonly SearchTerm[], frequency: (term: string) => number): SearchTerm[] {
  const byRarity = terms
    .map((term) => ({ term, cost: Math.max(1, frequency(term.term)) }))
    .sort((a, b) => a.cost - b.cost);
  let left = MAX_POSTINGS;
  const chosen: SearchTerm[] = [];
  for (const { term, cost } of byRarity) {
    if (cost > left && chosen.length > 0) break;
    left -= cost;
    chosen.push(term);
  }
  return chosen;
}

function rememberPlaces(accepts: (place: Place) => boolean): (place: Place) => boolean {
  const known = new Map<Place['section'], boolean>();
  return (place) => {
    let verdict = known.get(place.section);
    if (verdict === undefined) {
      verdict = accepts(place);
      known.set(place.section, verdict);
    }
    return verdict;
  };
}

/** Titles and headings, each once. */
function namesOf(entries: readonly IndexedPassage[]): readonly string[] {
  return [...new Set(entries.flatMap(({ note, section }) => [note.title, ...section.headings.slice(-1)]))];
}

function complete(names: readonly string[], prefix: string, limit: number): string[] {
  const wanted = prefix.trim().toLowerCase();
  const starts: string[] = [];
  const holds: string[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) starts.push(name);
    else if (lower.includes(` ${wanted}`)) holds.push(name);
  }
  return [...starts, ...holds].slice(0, limit);
}
