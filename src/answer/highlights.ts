import { hasMark } from '../search/marks.js';
import type { Matcher } from '../search/matching.js';
import { isStopWord } from '../text/stop-words.js';
import { forEachWord, markIn } from '../text/terms.js';

/** Where a text holds words of the question, as [from, to) offsets in UTF-16 code units, ascending, not overlapping. */
export function highlightsIn(text: string, matcher: Matcher): (readonly [number, number])[] {
  const found: [number, number][] = [];
  forEachWord(text, ({ plain, term, signature }, from, to) => {
    if (!hasMark(matcher.marks, markIn(signature))) return;
    const matches = matcher.lookup.get(term);
    if (matches === undefined || isStopWord(plain)) return;
    if (!matches.some(({ index }) => (matcher.terms[index]?.weight ?? 0) >= LEAST_WEIGHT)) return;
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  });
  return found;
}

/** Words that only frame a question ("said", "keynote") are not worth marking. */
const LEAST_WEIGHT = 0.25;
