import type { Query } from '../question/query.js';
import type { Matcher } from '../search/matching.js';
import { claimsOf } from './claims.js';
import type { Span } from './span.js';

/**
 * Drops what another note only says again: a later span whose figures, days or places an earlier one from another note holds
 * all. For questions about other kinds of things nothing is dropped.
 */
export function withoutEchoes(spans: readonly Span[], { kind }: Query, matcher: Matcher): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const claims = claimsOf(span, kind, matcher);
    const echoes = kept.some((earlier) => {
      if (earlier.entry.note === span.entry.note || claims.size === 0) return false;
      const known = claimsOf(earlier, kind, matcher);
      return [...claims].every((claim) => known.has(claim));
    });
    if (!echoes) kept.push(span);
  }
  return kept;
}
