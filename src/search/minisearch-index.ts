import MiniSearch from 'minisearch';
import type { Note } from '../notes/note.js';
import { forEachWord } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import type { Candidate, IndexedPassage, PassageIndex, Place, SearchTerm } from './passage-index.js';
import { surroundings } from './place.js';

/**
 * Indexes the passages of all notes with MiniSearch, in this process.
 *
 * A passage is found by its own words and, with less weight, by its headings, its note's title and its event.
 */
export function createMiniSearchIndex(notes: readonly Note[]): PassageIndex {
  const entries = entriesOf(notes);
  const frequencies = new Map<string, number>();
  const index = new MiniSearch<Document>({
    fields: ['text', 'heading'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  const known = new Map<string, string>();
  for (const [id, entry] of entries.entries()) {
    const text = contentTerms(entry.passage.sentences.map((sentence) => sentence.text).join('\n'));
    const around = surroundings(entry);
    let heading = known.get(around);
    if (heading === undefined) {
      heading = contentTerms(around).join(' ');
      known.set(around, heading);
    }
    index.add({ id, text: text.join(' '), heading });
    for (const term of new Set(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }

  return {
    candidates: async (terms, limit, accepts) => {
      const searched = affordable(terms, frequencies);
      if (searched.length === 0) return [];
      const boosts = new Map(searched.map(({ term, boost }) => [term, boost]));
      const accept = accepts && rememberPlaces(accepts);
      const hits = index.search(searched.map(({ term }) => term).join(' '), {
        bm25: BM25,
        boost: { heading: HEADING_BOOST },
        boostTerm: (term) => boosts.get(term) ?? 1,
        ...(accept && {
          filter: ({ id }) => {
            const entry = entries[id];
            return entry !== undefined && accept(entry);
          },
        }),
      });
      return hits.slice(0, limit).flatMap(({ id, score }): Candidate[] => {
        const entry = entries[id];
        return entry === undefined ? [] : [{ entry, score }];
      });
    },
    statistics: async (terms) => ({
      passages: entries.length,
      frequencies: terms.map((term) => frequencies.get(term) ?? 0),
    }),
    complete: async (prefix, limit) => complete(entries, prefix, limit),
  };
}

interface Document {
  readonly id: number;
  readonly text: string;
  readonly heading: string;
}

/**
 * BM25+ as MiniSearch offers it; k and b as found best on paragraphs of this length (bench/README.md), d is its default.
 */
const BM25 = { k: 0.9, b: 0.5, d: 0.5 };
const HEADING_BOOST = 0.4;
/**
 * Most postings that one search walks through. Terms are taken from the rarest on until this is used up: what stands in
 * nearly every passage tells little and costs most, and a pasted page of text must not hold up everybody else.
 */
const MAX_POSTINGS = 40_000;

function affordable(terms: readonly SearchTerm[], frequencies: ReadonlyMap<string, number>): SearchTerm[] {
  const byRarity = terms
    .map((term) => ({ term, cost: frequencies.get(term.term) ?? 1 }))
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

function entriesOf(notes: readonly Note[]): IndexedPassage[] {
  return notes.flatMap((note) =>
    note.passages.flatMap((passage) => {
      const section = note.sections[passage.section];
      return section === undefined ? [] : [{ note, section, passage }];
    }),
  );
}

function contentTerms(text: string): string[] {
  const terms: string[] = [];
  forEachWord(text, ({ term, traits }) => {
    if ((traits & TRAIT.stop) === 0) terms.push(term);
  });
  return terms;
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

function complete(entries: readonly IndexedPassage[], prefix: string, limit: number): string[] {
  const wanted = prefix.trim().toLowerCase();
  const names = new Set(entries.flatMap(({ note, section }) => [note.title, ...section.headings.slice(-1)]));
  const starts: string[] = [];
  const holds: string[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) starts.push(name);
    else if (lower.includes(` ${wanted}`)) holds.push(name);
  }
  return [...starts, ...holds].slice(0, limit);
}
