import type { Sentence } from '../notes/note.js';
import type { Query, QuestionKind } from '../question/query.js';
import { analyseText, TRAIT } from '../search/analysis.js';
import { type Matcher, matchSentence } from '../search/matching.js';
import type { IndexedPassage } from '../search/passage-index.js';
import type { RankedSentence } from '../search/ranking.js';
import { share } from '../search/shares.js';
import { agree, type Figure, figuresIn } from './claims.js';
import { type Contradiction, contradictionIn } from './contradiction.js';
import { covers, lengthOf, type Span } from './span.js';
import { spanOf } from './unit.js';

/** What is shown, and which of it contradicts each other. */
export interface Shown {
  readonly spans: readonly Span[];
  /** Indexes into `spans`; empty where nothing is contradicted. One alone holds both sides itself. */
  readonly contrary: readonly number[];
}

/**
 * Looks for sources that say different things of what is asked, and shows them side by side.
 *
 * Either a note says itself that its sources differ on this very thing, or the two best sentences, of different notes or
 * sources, hold the same words of the question and different figures of the same unit at the same event. Whatever may be said
 * of different times, things or measures is left alone: an answer that cries wolf is worse than one that shows one side.
 */
export function besideContradictions(
  spans: readonly Span[],
  ranked: readonly RankedSentence[],
  query: Query,
  matcher: Matcher,
): Shown {
  const [top] = ranked;
  if (top === undefined) return { spans, contrary: [] };
  const said = ranked.slice(0, CONSIDERED).find((sentence) => saysSo(sentence, top, query, matcher));
  if (said !== undefined) {
    const sides = sectionOf(said) === sectionOf(top) && said.passage !== top.passage ? [top, said] : [said];
    return shownTogether(spans, sides, query.kind);
  }
  const rival = ranked.slice(1, CONSIDERED).find((sentence) => contradicts(sentence, top, query, matcher));
  return rival === undefined ? { spans, contrary: [] } : shownTogether(spans, [top, rival], query.kind);
}

const CONSIDERED = 20;
/** How far behind the best sentence's score one may lie: of the same section, and of another. */
const SECTION = 8;
const ELSEWHERE = 3;
/** Share of the question that must be held by a sentence that tells of a contradiction, and by what it names as disputed. */
const ABOUT = 0.7;
const IN_TOPIC = 0.4;
/** Share of the question that both sentences must hold whose figures are compared. */
const COVERED = 0.8;
/** Longest answer, in characters, as for every list or comparison; and most excerpts. */
const LONGEST = 900;
const MOST_SPANS = 4;

/** Adds what is not shown yet where it fits; names only what is shown. */
function shownTogether(spans: readonly Span[], sides: readonly RankedSentence[], kind: QuestionKind): Shown {
  const all = [...spans];
  const contrary = new Set<number>();
  for (const side of sides) {
    const { entry } = side.passage.candidate;
    let at = all.findIndex((span) => covers(span, entry, side.index));
    if (at === -1) {
      const span = spanOf(side, kind);
      const length = [...all, span].reduce((sum, other) => sum + lengthOf(other), 0);
      if (length > LONGEST || all.length === MOST_SPANS) return { spans, contrary: [] };
      at = all.push(span) - 1;
    }
    contrary.add(at);
  }
  return { spans: all, contrary: [...contrary].sort((a, b) => a - b) };
}

/** Whether a sentence says that sources differ on what is asked for. */
function saysSo(sentence: RankedSentence, top: RankedSentence, query: Query, matcher: Matcher): boolean {
  const margin = sectionOf(sentence) === sectionOf(top) ? SECTION : ELSEWHERE;
  if (top.score - sentence.score > margin || asksForOne(query)) return false;
  const written = writtenOf(sentence);
  const contradiction = written && contradictionIn(written);
  if (contradiction === undefined) return false;
  if (ASKED_BY[contradiction.of]?.has(query.kind) === false) return false;
  if (contradiction.asks !== undefined && SPECIFIC.has(query.kind) && contradiction.asks !== query.kind) return false;
  const topic = matchSentence(analyseText(contradiction.topic), matcher).hits;
  const { matches, headings } = sentence.passage;
  const held = (matches[sentence.index]?.hits ?? topic).map((hit, i) => Math.max(hit, headings[i] as number));
  if (share(matcher.shares, topic) < IN_TOPIC || share(matcher.shares, held) < ABOUT) return false;
  const telling = matcher.terms.flatMap(({ name, weight }, i) => (!name && weight >= TELLING ? [i] : []));
  return telling.length === 0 || telling.some((i) => (held[i] as number) > 0);
}

/** "What is X", "who is X", or just "X": the thing is asked for as a whole, not what is disputed of it. */
function asksForOne({ kind, terms }: Query): boolean {
  if (kind === 'definition') return true;
  return !OF_A_KIND.has(kind) && terms.every(({ name, weight }) => name || weight < TELLING);
}

/** Weight of a word from which on it tells what is asked. */
const TELLING = 0.3;
const OF_A_KIND: ReadonlySet<QuestionKind> = new Set(['number', 'date', 'place', 'yes-no']);
const SPECIFIC: ReadonlySet<QuestionKind> = new Set(['number', 'date', 'person', 'place']);
/** Kinds of questions that figures, or members of a list, may answer. */
const ASKED_BY: Readonly<Partial<Record<Contradiction['of'], ReadonlySet<QuestionKind>>>> = {
  figure: new Set(['number', 'list', 'fact', 'yes-no', 'manner']),
  list: new Set(['number', 'list', 'fact', 'yes-no', 'person']),
};

/** Whether a sentence gives another figure than the best one for the same thing. */
function contradicts(rival: RankedSentence, top: RankedSentence, query: Query, matcher: Matcher): boolean {
  if (query.kind !== 'number' || top.score - rival.score > ELSEWHERE || !areIndependent(rival, top)) return false;
  if (!holdSame(rival, top)) return false;
  const [a, b] = [figureOf(top, matcher), figureOf(rival, matcher)];
  if (a === undefined || b === undefined || a.unit !== b.unit || a.unit === '') return false;
  return !agree(a, b) && sameTime(rival, top);
}

/** Of the same event and day, but of different notes, or of different sources of one note. */
function areIndependent(a: RankedSentence, b: RankedSentence): boolean {
  const [one, other] = [a.passage.candidate.entry, b.passage.candidate.entry];
  if (eventOf(one) !== eventOf(other)) return false;
  if (one.note !== other.note) return true;
  const [first, second] = [writtenOf(a)?.sources ?? [], writtenOf(b)?.sources ?? []];
  return first.length > 0 && second.length > 0 && !first.some((label) => second.includes(label));
}

function eventOf({ note, section }: IndexedPassage): string {
  return `${section.event ?? note.event ?? ''} ${section.edition ?? note.edition ?? ''}`;
}

/** Whether two sentences hold nearly all of the question, and the same words of it. */
function holdSame(a: RankedSentence, b: RankedSentence): boolean {
  if (Math.min(a.evidence.coverageWithHeadings, b.evidence.coverageWithHeadings) < COVERED) return false;
  const [one, other] = [a.passage.matches[a.index]?.hits, b.passage.matches[b.index]?.hits];
  return one?.every((hit, i) => hit > 0 === (other?.[i] ?? 0) > 0) === true;
}

/** The only figure that a sentence claims. */
function figureOf(sentence: RankedSentence, matcher: Matcher): Figure | undefined {
  const analysed = sentence.passage.sentences[sentence.index];
  const written = writtenOf(sentence);
  if (analysed === undefined || written === undefined) return undefined;
  const figures = figuresIn(written.text, analysed, matcher);
  return figures.every(({ value }) => value === figures[0]?.value) ? figures[0] : undefined;
}

/** Figures of different months or years may both be true. */
function sameTime(a: RankedSentence, b: RankedSentence): boolean {
  const [one, other] = [timesIn(a), timesIn(b)];
  return one.length === other.length && one.every((time) => other.includes(time));
}

function timesIn({ passage, index }: RankedSentence): string[] {
  const { words = [], traits } = passage.sentences[index] ?? {};
  const isTime = (i: number) => ((traits?.[i] ?? 0) & (TRAIT.year | TRAIT.calendar)) !== 0;
  return words.flatMap(({ term }, i) => (isTime(i) ? [term] : []));
}

function writtenOf({ passage, index }: RankedSentence): Sentence | undefined {
  return passage.candidate.entry.passage.sentences[index];
}

function sectionOf({ passage }: RankedSentence): IndexedPassage['section'] {
  return passage.candidate.entry.section;
}
