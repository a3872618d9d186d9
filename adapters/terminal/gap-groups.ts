import { contentTerms } from '../../src/index.js';
import type { NotedGap } from '../gaps.js';

/** One thing that the notes lack, in all the words in which it was asked for. */
export interface GapGroup {
  /** As it was asked most often; of those, as it was asked last. */
  readonly question: string;
  /** Other ways in which it was asked, most often first. */
  readonly others: readonly string[];
  /** How often it was asked and not answered. */
  readonly unanswered: number;
  /** How often an answer to it was judged not helpful, and what was cited then. */
  readonly unhelpful: number;
  readonly cited: readonly string[];
  /** Years that the questions name, ascending. */
  readonly years: readonly number[];
  readonly platforms: readonly string[];
  /** When it was first and last noticed, ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/**
 * Puts together gaps whose questions ask for the same, most often asked first.
 *
 * Two questions ask for the same when of all the terms that they hold, at least {@link ALIKE} are in both: Jaccard's
 * coefficient (P. Jaccard, 1901). Each gap joins the first group whose first question is so alike, so the outcome depends on
 * nothing but the gaps and their order.
 */
export function groupGaps(gaps: readonly NotedGap[]): readonly GapGroup[] {
  const groups: { readonly terms: ReadonlySet<string>; readonly gaps: NotedGap[] }[] = [];
  const exact = new Map<string, { readonly gaps: NotedGap[] }>();
  for (const gap of gaps) {
    if (gap.kind === 'helpful') continue;
    const terms = new Set(contentTerms(gap.question));
    const key = [...terms].sort().join(' ');
    let group = exact.get(key) ?? groups.find((one) => areAlike(one.terms, terms));
    if (group === undefined) {
      const added = { terms, gaps: [] };
      groups.push(added);
      group = added;
    }
    exact.set(key, group);
    group.gaps.push(gap);
  }
  return groups
    .map(({ gaps }) => summarize(gaps))
    .sort((a, b) => weight(b) - weight(a) || compare(b.last, a.last) || compare(a.question, b.question));
}

/** Least part of their terms that two questions for the same have in common: one of four may differ. */
const ALIKE = 0.75;

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const smaller = Math.min(one.size, other.size);
  const larger = Math.max(one.size, other.size);
  if (smaller < larger * ALIKE) return false;
  let common = 0;
  for (const term of one) if (other.has(term)) common++;
  return common >= ALIKE * (one.size + other.size - common);
}

function summarize(gaps: readonly NotedGap[]): GapGroup {
  const asked = new Map<string, number>();
  // Later ones first, so that of two that were asked equally often the later one leads.
  for (const { question } of [...gaps].reverse()) asked.set(question, (asked.get(question) ?? 0) + 1);
  const [question = '', ...others] = [...asked].sort(([, a], [, b]) => b - a).map(([text]) => text);
  const times = gaps.map(({ time }) => time).sort();
  const cited = gaps.flatMap((gap) =>
    gap.kind !== 'unanswered' && gap.citation ? [`${gap.citation.note}:${gap.citation.lines.from}`] : [],
  );
  return {
    question,
    others,
    unanswered: gaps.filter(({ kind }) => kind === 'unanswered').length,
    unhelpful: gaps.filter(({ kind }) => kind === 'unhelpful').length,
    cited: [...new Set(cited)],
    years: [...new Set(gaps.flatMap((gap) => (gap.kind === 'unanswered' ? gap.years : [])))].sort((a, b) => a - b),
    platforms: [...new Set(gaps.map(({ platform }) => platform))].sort(),
    first: times[0] ?? '',
    last: times.at(-1) ?? '',
  };
}

function weight({ unanswered, unhelpful }: GapGroup): number {
  return unanswered + unhelpful;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
