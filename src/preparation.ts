import { type CatalogueEntry, catalogueEntriesOf } from './answer/catalogue.js';
import { createEngine } from './create-engine.js';
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
  /** For each entry of the catalogue, whether it may be offered by an engine that answers as surely as is usual. */
  readonly answered?: readonly boolean[];
}

/** Finds out all that an engine wants to know of notes; asks every question that it could offer. */
export async function prepare(notes: readonly Note[]): Promise<Preparation> {
  const facts = corpusFacts(notes);
  const found = { index: indexTerms(notes), facts, catalogue: catalogueEntriesOf(notes, createCorpus(notes, facts)) };
  const suggestions = await createEngine(notes, { prepared: found }).suggestions();
  return { ...found, answered: suggestions.map(({ offered }) => offered) };
}
