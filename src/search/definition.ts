import { type TermToken, termTokens } from '../text/terms.js';
import type { Matcher, SentenceMatch } from './matching.js';

/**
 * How much a sentence reads like an explanation of what the question asks about, from 0 to 1: it names the thing, at its
 * beginning best, and goes on with "is a", "means", an apposition ("Ann Lee, CEO of Acme, ..."), or a name's "of Acme".
 *
 * @param wanted the terms of the thing; see {@link topicOf}.
 */
export function defines(
  text: string,
  matcher: Matcher,
  { hits }: SentenceMatch,
  wanted: readonly number[] = topicOf(matcher),
): number {
  // Most sentences lack a part of the name, which needs no second reading.
  if (text.length <= MAX_TEXT && wanted.some((i) => hits[i] === 0)) return 0;
  const tokens = termTokens(text.slice(0, MAX_TEXT));
  let first = -1;
  let last = -1;
  const found = new Set<number>();
  for (let i = 0; i < tokens.length && found.size < wanted.length; i++) {
    const match = matcher.lookup.get(tokens[i]?.term ?? '')?.find(({ index }) => wanted.includes(index));
    if (match === undefined) continue;
    if (last >= 0 && i - last > MAX_GAP) break;
    found.add(match.index);
    if (first < 0) first = i;
    last = i;
  }
  if (found.size < wanted.length || last < 0) return 0;
  const front = explains(text.slice(tokens[last]?.to ?? 0)) * (first <= FRONT ? 1 : 0.6);
  // Who gives the short name beside the long one means to explain it.
  return Math.max(front * BY_ITSELF, explains(behindAlias(text, tokens.slice(first, last + 1), tokens)));
}

function explains(after: string): number {
  return EXPLAINS.find(([pattern]) => pattern.test(after))?.[1] ?? 0;
}

/** What follows the thing's name in brackets behind a longer name: "The Open Container Format (OCF) is …", "The Moby Project (Moby) is …". */
function behindAlias(text: string, name: readonly TermToken[], tokens: readonly TermToken[]): string {
  const size = name.length;
  for (let i = 1; i <= LONGEST_NAME && i + size <= tokens.length; i++) {
    const [first, last] = [tokens[i] as TermToken, tokens[i + size - 1] as TermToken];
    if (text[first.from - 1] !== '(' || text[last.to] !== ')') continue;
    if (name.every(({ term }, k) => tokens[i + k]?.term === term)) return text.slice(last.to);
  }
  return '';
}

/** The indexes of the terms of the thing itself that a question asks about, without the question's frame and remarks beside it; all where nothing else is asked. */
export function topicOf({ terms }: Matcher): readonly number[] {
  const asked = terms.flatMap(({ importance }, i) => (importance > 0 ? [i] : []));
  const telling = asked.filter((i) => terms[i]?.aside !== true && (terms[i]?.weight ?? 0) >= TELLING);
  return telling.length > 0 ? telling : asked;
}

/** Weight of a term that belongs to no question's frame. */
const TELLING = 0.4;
const BY_ITSELF = 0.97;
/** Characters of a sentence that are looked at. */
const MAX_TEXT = 600;
/** Most words between two words of the thing's name. */
const MAX_GAP = 2;
/** The thing stands at the beginning when at most so many words go before it ("The new ..."). */
const FRONT = 2;
/** Most words before brackets that may hold another name of what they name. */
const LONGEST_NAME = 8;

/** What follows the thing's name, and how much it explains. An abbreviation in brackets may stand between. */
const EXPLAINS: readonly (readonly [RegExp, number])[] = [
  [/^["'”’)\]]?(?:\s\([^)]{1,40}\))?\s(?:is|are|was|were)\s(?:a\sbit\s|sort\sof\s)?(?:like|similar\sto)\b/i, 0.5],
  [
    /^["'”’)\]]?(?:\s\([^)]{1,40}\))?,?\s(?:is|are|was|were)\s(?:also\s|simply\s|basically\s)?(?:an?|the|one|docker's|its|their|what|how|where)\b/i,
    1,
  ],
  [/^["'”’)\]]?(?:\s\([^)]{1,40}\))?\s(?:is|are|was|were|means|stands for|refers to|describes|lets|allows)\s/i, 0.7],
  [
    /^["'”’)\]]?(?:\s\([^)]{1,40}\))?(?:,\s|\s[-–—:]\s?|:\s)(?:[Aa]n?\s|[Tt]he\s|(?:[\p{L}&'’-]+\s){1,5}(?:of|at|from|for)\s|[Ww]ho\s|[Ww]hich\s)/u,
    0.9,
  ],
  [/^["'”’)\]]?(?:\s\([^)]{1,40}\))?(?:,\s|\s[-–—]\s|\s\()/u, 0.5],
  [/^\s(?:of|from|at)\s\p{Lu}/u, 0.6],
];
