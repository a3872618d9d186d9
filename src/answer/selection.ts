import { isBylineAlone } from '../notes/bylines.js';
import type { Query, QuestionKind } from '../question/query.js';
import type { RankedSentence } from '../search/ranking.js';
import { seenBeside, sightOf } from './sight.js';
import { covers, isEnumeration, joined, type Span, shownLength } from './span.js';
import { speakerOf } from './speaker.js';
import { asksAcrossEditions, timeline } from './timeline.js';
import { continuation, leadIn, spanOf } from './unit.js';

/**
 * Chooses what is shown: the best sentence, made whole, and as many further ones as the question needs. The fewest that
 * carry the answer: a fact in about 350 characters, a list or a comparison in 900 at most.
 *
 * The spans come in the order in which they are shown and do not overlap; never empty for a ranking that is not.
 *
 * @param nameness share, from 0 to 1, of a term's places where the notes write it with a capital.
 */
export function select(
  ranked: readonly RankedSentence[],
  query: Query,
  nameness: (term: string) => number = () => 0,
): Span[] {
  const [top] = ranked;
  if (top === undefined) return [];
  if (asksAcrossEditions(query)) {
    const spans = timeline(ranked, query);
    if (spans.length > 0) return spans;
  }
  const { kind } = query;
  const budget = BUDGET[kind] ?? MIDDLE;
  const margins = isComplete(top) ? NARROW : WIDE;
  const best = spanOf(top, kind);
  let spans = [best];
  const announced = continuation(best);
  if (announced !== undefined) spans.push(announced);
  const leading = leadIn(best);
  if (leading !== undefined) spans.unshift(leading);
  const speaker =
    query.answerTypes.includes('person') && sightOf(top) < 1 ? speakerOf(best, spans, nameness) : undefined;
  const seen = speaker === undefined ? seenBeside(ranked, query) : undefined;
  if (speaker !== undefined) spans.unshift(speaker);
  if (seen !== undefined) spans = merge(spans, spanOf(seen, kind));
  let shown: readonly ReadonlySet<string>[] | undefined;
  for (const next of ranked.slice(1, CONSIDERED)) {
    const { entry } = next.passage.candidate;
    const mate = spans.some((span) => span.entry.passage === entry.passage);
    const beside = mate && spans.some((span) => next.index === span.from - 1 || next.index === span.to + 1);
    // What explains the thing itself needs nothing before it; what comes after may go on with it.
    if (mate && next.index < top.index && top.evidence.defines >= EXPLAINS && next.evidence.defines < EXPLAINS)
      continue;
    const margin = beside ? margins.beside : mate ? margins.mate : margins.other;
    if (top.score - next.score > margin) continue;
    if (spans.some((span) => covers(span, entry, next.index))) continue;
    const merged = merge(spans, spanOf(next, kind));
    if (merged.length > MOST_SPANS || shownLength(merged) > budget) continue;
    if (!mate) {
      shown ??= termsShown(ranked, spans);
      if (!adds(next, shown)) continue;
    }
    spans = merged;
    shown = undefined;
  }
  return belowBylines(withAnnounced(spans, budget));
}

/** With what they announce, where there is room for it: a question at the end of a paragraph is answered by the next. */
function withAnnounced(spans: readonly Span[], budget: number): Span[] {
  const whole = [...spans];
  for (const span of spans) {
    const announced = continuation(span);
    if (announced === undefined || whole.some(({ entry }) => entry.passage === announced.entry.passage)) continue;
    const longer = whole.toSpliced(whole.indexOf(span) + 1, 0, announced);
    if (longer.length <= MOST_SPANS && shownLength(longer) <= budget) whole.splice(0, whole.length, ...longer);
  }
  return whole;
}

/** A line that names who speaks stands above what it is shown with, as it does in the note. */
function belowBylines(spans: readonly Span[]): Span[] {
  const ordered = [...spans];
  for (const span of spans) {
    if (!isBylineAlone(span.entry.passage)) continue;
    const below = ordered.findIndex(
      (other) => other !== span && other.entry.section === span.entry.section && !isBylineAlone(other.entry.passage),
    );
    const own = ordered.indexOf(span);
    if (below === -1 || below > own) continue;
    ordered.splice(own, 1);
    ordered.splice(below, 0, span);
  }
  return ordered;
}

/** Whether a sentence holds every word of the question, and the kind of thing that is asked for. */
function isComplete(sentence: RankedSentence): boolean {
  const { coverageWithHeadings, coverage, news } = sentence.evidence;
  return coverageWithHeadings > 0.95 && coverage > 0.6 && (news > 0 || sightOf(sentence) > 0);
}

/** Longest answer to a question for one fact, and for several, in characters; from the design. */
const SHORT = 350;
const MIDDLE = 500;
const LONG = 900;
const MOST_SPANS = 3;
const CONSIDERED = 20;
/** How much the best sentence explains what is asked about from which on it stands first; see `Evidence.defines`. */
const EXPLAINS = 0.5;
/**
 * How far behind the best sentence's score another may lie to be shown too: one of the same passage, which costs the reader
 * little, and one from elsewhere. Measured (bench/README.md).
 */
const WIDE = { beside: 11, mate: 8, other: 4.5 } as const;
/** The same where the best sentence holds all that was asked: then little is missing. */
const NARROW = { beside: 7, mate: 4, other: 1.5 } as const;
const BUDGET: Readonly<Partial<Record<QuestionKind, number>>> = {
  definition: SHORT,
  person: SHORT,
  number: SHORT,
  date: SHORT,
  place: SHORT,
  list: LONG,
  comparison: LONG,
};

/** The terms of each sentence that is shown, so far as it was ranked. */
function termsShown(ranked: readonly RankedSentence[], spans: readonly Span[]): readonly ReadonlySet<string>[] {
  return ranked
    .filter(({ passage, index }) => spans.some((span) => covers(span, passage.candidate.entry, index)))
    .map(termsOf);
}

/** Whether a sentence says something that those already chosen do not: a near copy from another note does not. */
function adds(next: RankedSentence, shown: readonly ReadonlySet<string>[]): boolean {
  const own = termsOf(next);
  return shown.every((known) => {
    let same = 0;
    for (const term of own) if (known.has(term)) same++;
    return same < SAME * own.size;
  });
}

const SAME = 0.7;

function termsOf({ passage, index }: RankedSentence): ReadonlySet<string> {
  return new Set(passage.sentences[index]?.words.map(({ term }) => term));
}

function merge(spans: readonly Span[], next: Span): Span[] {
  const touched = spans.filter((span) => joined(span, next) !== undefined);
  const [first] = touched;
  if (first !== undefined) {
    // What lies between two spans may join both.
    const whole = touched.reduce((both, span) => joined(both, span) ?? both, next);
    return spans.flatMap((span) => (span === first ? [whole] : touched.includes(span) ? [] : [span]));
  }
  const at = spans.findIndex((span) => span.entry.passage === next.entry.passage && span.from > next.from);
  if (at === -1 || isEnumeration(next.entry.passage)) return [...spans, next];
  return [...spans.slice(0, at), next, ...spans.slice(at)];
}
