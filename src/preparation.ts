import { type CatalogueEntry, catalogueEntriesOf } from './answer/catalogue.js';
import type { Note } from './notes/note.js';
import { type CorpusFacts, corpusFacts, createCorpus } from './question/corpus.js';
import { indexTerms, type TermIndex } from './search/term-index.js';

/**
 * What an engine finds out about notes before it answers. Plain data, which survives a structured clone, so that it can be kept
 * beside the notes: to find it out takes most of a start.
 */
export interface Preparation {
  readonly index: TermIndex;
  readonly facts: CorpusFacts;
  readonly catalogue: readonly CatalogueEntry[];
}

/** Finds out all that an engine wants to know of notes, in time linear in their length. */
export function prepare(notes: readonly Note[]): Preparation {
  const facts = corpusFacts(notes);
  return {
    index: indexTerms(notes),
    facts,
    catalogue: catalogueEntriesOf(notes, createCorpus(notes, facts)),
  };
}
