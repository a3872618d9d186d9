/** The engine's stages up to the point where a fit needs them. */
import { select } from '../src/answer/selection.js';
import type { Span } from '../src/answer/span.js';
import type { Note } from '../src/notes/note.js';
import { createCorpus } from '../src/question/corpus.js';
import type { Query } from '../src/question/query.js';
import { understand } from '../src/question/understand.js';
import type { Matcher } from '../src/search/matching.js';
import { createMemoryIndex } from '../src/search/memory-index.js';
import { type RankedSentence, rank } from '../src/search/ranking.js';
import { retrieve } from '../src/search/retrieval.js';
import { isInScope, isScoped, withScopeTerms } from '../src/search/scope.js';

/** What the stages made of a question. */
export interface Staged {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly ranked: readonly RankedSentence[];
  readonly spans: readonly Span[];
}

/** Asks a question, with the earlier ones of its conversation. */
export type Ask = (question: string, history?: readonly string[]) => Promise<Staged>;

/** Prepares the stages for notes; once for each list of them, since several question files are asked of the same. */
export function createStages(notes: readonly Note[]): Ask {
  const ask = known.get(notes) ?? prepareStages(notes);
  known.set(notes, ask);
  return ask;
}

const known = new WeakMap<readonly Note[], Ask>();

function prepareStages(notes: readonly Note[]): Ask {
  const corpus = createCorpus(notes);
  const index = createMemoryIndex(notes);
  return async (question, history = []) => {
    const understanding = understand(question, history, corpus);
    const query = withScopeTerms(understanding.query, corpus.eventNames);
    const accepts = isScoped(query.scope)
      ? (place: Parameters<typeof isInScope>[1]) => isInScope(query.scope, place)
      : undefined;
    const { matcher, candidates } = await retrieve(query, index, accepts);
    const ranked = understanding.kind === 'none' ? [] : rank(query, matcher, candidates, corpus);
    return { query, matcher, ranked, spans: select(ranked, query, corpus.nameness) };
  };
}
