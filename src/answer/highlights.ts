import type { Matcher } from '../search/matching.js';
import { isStopWord } from '../text/stop-words.js';
import { termTokens } from '../text/terms.js';

/** Where a text holds words of the question, as [from, to) offsets in UTF-16 code units, ascending, not overlapping. */
export function highlightsIn(text: string, matcher: Matcher): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { plain, term, from, to } of termTokens(text)) {
    const matches = matcher.lookup.get(term);
    if (matches === undefined || isStopWord(plain)) continue;
    if (!matches.some(({ index }) => (matcher.terms[index]?.weight ?? 0) >= LEAST_WEIGHT)) continue;
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  }
  return found;
}

/** Words that only frame a question ("said", "keynote") are not worth marking. */
const LEAST_WEIGHT = 0.25;
