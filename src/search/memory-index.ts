import type { Note } from '../notes/note.js';
import { createSearch } from './bm25.js';
import type { IndexedPassage, PassageIndex, Place, SearchTerm } from './passage-index.js';
import { entriesOf } from './place.js';
import { frequencyOf, type Postings } from './postings.js';
import { storeSentences } from './sentence-store.js';
import type { Spread } from './spread.js';
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
export function createMemoryIndex(notes: readonly Note[], indexed?: TermIndex): PassageIndex {
  const entries = entriesOf(notes);
  // A start from what is known already must not wait until all words are read.
  const stored = indexed === undefined ? storeSentences(entries) : undefined;
  const { terms, texts, headings } = indexed ?? indexTerms(notes, stored);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const search = createSearch(entries.length, [
    { postings: texts, boost: 1 },
    { postings: headings, boost: HEADING_BOOST },
  ]);
  const frequency = (term: string): number => {
    const number = numbers.get(term);
    return number === undefined ? 0 : frequencyOf(texts, number);
  };
  const starts = startsOfNotes(entries);
  let acceptance: ReturnType<typeof createAcceptance> | undefined;
  let names: readonly string[] | undefined;

  return {
    candidates: async (terms, limit, accepts) => {
      const searched = affordable(terms, frequency).flatMap(({ term, boost }) => {
        const number = numbers.get(term);
        return number === undefined ? [] : [{ number, boost }];
      });
      const asked = terms.map(({ term }) => numbers.get(term) ?? -1);
      if (accepts !== undefined) acceptance ??= createAcceptance(entries);
      const found = search(searched, limit, (accepts && acceptance?.(accepts)) ?? ANYWHERE);
      return found.map(({ passage, score }) => {
        const entry = entries[passage] as IndexedPassage;
        const spread = spreadAround(passage, starts, texts, asked);
        return stored === undefined
          ? { entry, score, spread }
          : { entry, score, spread, words: stored.wordsOf(passage) };
      });
    },
    statistics: async (terms) => ({ passages: entries.length, frequencies: terms.map(frequency) }),
    complete: async (prefix, limit) => {
      names ??= namesOf(entries);
      return complete(names, prefix, limit);
    },
  };
}

/** For each passage: the ordinal of its note's first one; and behind the last, how many there are. */
function startsOfNotes(entries: readonly IndexedPassage[]): Int32Array {
  const starts = new Int32Array(entries.length + 1).fill(entries.length);
  entries.forEach(({ note }, i) => {
    starts[i] = i > 0 && entries[i - 1]?.note === note ? (starts[i - 1] as number) : i;
  });
  return starts;
}

function spreadAround(passage: number, starts: Int32Array, texts: Postings, terms: readonly number[]): Spread {
  const first = starts[passage] as number;
  const end = endOfNote(passage, starts);
  const frequencies = new Array<number>(terms.length).fill(0);
  const before = new Array<number>(terms.length).fill(0);
  const after = new Array<number>(terms.length).fill(0);
  const { passages } = texts;
  terms.forEach((term, i) => {
    if (term < 0) return;
    const behind = texts.starts[term + 1] as number;
    const from = placeOf(first, passages, texts.starts[term] as number, behind);
    // Of a note's passages each holds a term once at most: all that follows is near.
    const to = placeOf(end, passages, from, Math.min(behind, from + end - first));
    frequencies[i] = to - from;
    if (from === to) return;
    const at = placeOf(passage, passages, from, to);
    before[i] = at > from && passages[at - 1] === passage - 1 ? 1 : 0;
    const next = at < to && passages[at] === passage ? at + 1 : at;
    after[i] = next < to && passages[next] === passage + 1 ? 1 : 0;
  });
  return { passages: end - first, frequencies, before, after };
}

/** The ordinal behind a note's last passage: the first one whose note begins behind this passage. */
function endOfNote(passage: number, starts: Int32Array): number {
  let low = passage + 1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= passage) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place, from `low` on and before `high`, whose passage is not before a given one; `high` where there is none. */
function placeOf(passage: number, passages: Int32Array, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle] as number) < passage) low = middle + 1;
    else high = middle;
  }
  return low;
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

const ANYWHERE = () => true;

/** For each passage: whether the place where it stands is accepted; asks once for each section. */
function createAcceptance(entries: readonly IndexedPassage[]) {
  const sections = new Map<Place['section'], number>();
  const sectionOf = Int32Array.from(entries, ({ section }) => {
    const known = sections.get(section) ?? sections.size;
    sections.set(section, known);
    return known;
  });
  // Reused by every search, which runs to its end before the next begins.
  const verdicts = new Uint8Array(sections.size);
  return (accepts: (place: Place) => boolean) => {
    verdicts.fill(UNKNOWN);
    return (passage: number): boolean => {
      const section = sectionOf[passage] as number;
      if (verdicts[section] === UNKNOWN) {
        verdicts[section] = accepts(entries[passage] as IndexedPassage) ? ACCEPTED : REFUSED;
      }
      return verdicts[section] === ACCEPTED;
    };
  };
}

const UNKNOWN = 0;
const ACCEPTED = 1;
const REFUSED = 2;

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
