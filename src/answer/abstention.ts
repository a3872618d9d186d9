import type { Query } from '../question/query.js';
import type { RankedSentence } from '../search/ranking.js';
import type { Abstained, AbstainReason, Understood } from './answer.js';
import { citationOf } from './citations.js';

/** A refusal with the nearest passages, if any; what else is offered is added by the engine. */
export function abstained(
  query: Query,
  reason: AbstainReason,
  confidence = 0,
  ranked: readonly RankedSentence[] = [],
): Abstained {
  const nearest: RankedSentence[] = [];
  for (const sentence of ranked) {
    if (nearest.length === MAX_NEAREST) break;
    if (!nearest.some(({ passage }) => passage === sentence.passage)) nearest.push(sentence);
  }
  return {
    answered: false,
    question: query.question,
    reason,
    confidence,
    understood: understoodOf(query),
    unknown: query.unknown,
    nearest: nearest.map(({ passage, index }, i) =>
      citationOf({ entry: passage.candidate.entry, from: index, to: index }, i + 1),
    ),
    related: [],
  };
}

/** What a query was taken to be. */
export function understoodOf({ standalone, kind, scope, corrections }: Query): Understood {
  return { standalone, kind, scope, corrections };
}

const MAX_NEAREST = 3;
