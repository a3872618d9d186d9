import type { Passage } from '../notes/note.js';
import { markIn, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { seesAnswer } from './answer-sight.js';
import type { Evidence } from './evidence.js';
import { focusEvidence } from './focus-evidence.js';
import { hasMark } from './marks.js';
import type { MatchedPassage } from './matched-passage.js';
import type { Matcher, SentenceMatch } from './matching.js';
import type { PassageEvidence, WeighedPassage } from './passage-evidence.js';
import { questionFit } from './question-fit.js';
import { share } from './shares.js';
import type { Sought } from './sought.js';
import { type SharedWords, sumOf } from './word-runs.js';

/** The evidence that is a sentence's own. */
export type SentenceEvidence = Omit<Evidence, keyof PassageEvidence>;

/** Collects the evidence for each sentence of a passage that holds any of the question's terms, or stands in the context of one that does. */
export function collectEvidence(matched: WeighedPassage, sought: Sought): (SentenceEvidence | undefined)[] {
  const { passage } = matched.candidate.entry;
  const { coverage } = matched;
  const best = Math.max(...coverage, 0);
  const headingSuffices = matched.evidence.headingCoverage >= HEADING_SUFFICES;
  return matched.sentences.map((sentence, k) => {
    const leading = leadingSentences(passage, k);
    if (!headingSuffices && !isNearMatch(k, leading, coverage)) return undefined;
    return evidenceOf(matched, sought, sentence, k, leading, best);
  });
}

/** Whether a sentence, one beside it, or one that leads to it holds any of the question's terms. */
function isNearMatch(k: number, leading: readonly number[], coverage: readonly number[]): boolean {
  for (let j = k - 1; j <= k + 1; j++) if ((coverage[j] ?? 0) > 0) return true;
  return leading.some((j) => (coverage[j] as number) > 0);
}

/**
 * The sentences that a sentence cannot be understood without: what leads into its list and the items above it, or the
 * header of its table, or the sentence before.
 */
export function leadingSentences(passage: Passage, k: number): readonly number[] {
  // Only lists and tables have items and rows; all else is told without a look at the sentences, which lie scattered in memory.
  if (passage.kind !== 'list' && passage.kind !== 'table') return k === 0 ? NONE : [k - 1];
  const own = passage.sentences[k];
  const leading: number[] = [];
  let depth = own?.role === 'item' ? (own.depth ?? 0) : 0;
  let item = own?.item;
  for (let j = k - 1; j >= 0; j--) {
    const other = passage.sentences[j];
    if (other === undefined || own === undefined) break;
    if (own.role === 'item') {
      if (other.role === 'lead-in') leading.push(j);
      else if (other.item === item) leading.push(j);
      else if ((other.depth ?? 0) < depth) {
        leading.push(j);
        depth = other.depth ?? 0;
        item = other.item;
      }
    } else if (own.role === 'row') {
      if (other.role === 'header' || other.role === 'lead-in') leading.push(j);
    } else {
      leading.push(j);
      break;
    }
  }
  return leading;
}

const NONE: readonly number[] = [];

/** How well a sentence, or one that it cannot be understood without, holds a query term; see {@link leadingSentences}. */
export function hitsNear({ candidate, matches }: MatchedPassage, index: number): (term: number) => number {
  const near = [index, ...leadingSentences(candidate.entry.passage, index)];
  return (term) => Math.max(...near.map((k) => matches[k]?.hits[term] ?? 0));
}

function evidenceOf(
  matched: WeighedPassage,
  sought: Sought,
  sentence: AnalysedSentence,
  k: number,
  leading: readonly number[],
  best: number,
): SentenceEvidence {
  const { matcher } = sought;
  const match = matched.matches[k] as SentenceMatch;
  const own = matched.coverage[k] ?? 0;
  const sight = seesAnswer(sentence, match, sought);
  const covered = coverages(matched, sought, k, leading);
  const shared = matched.shared[k] as SharedWords;
  const { asked } = sought;
  const beside = focusEvidence(sentence, sought);
  const above = (i: number) =>
    matched.candidate.entry.passage.sentences[k]?.role === 'item' &&
    leading.some((j) => (matched.matches[j]?.hits[i] ?? 0) > 0);
  const fit = questionFit(sought, matched.candidate.entry, k, sentence, match, above);
  return {
    coverage: own,
    coverageWithHeadings: covered.coverageWithHeadings,
    coverageSquared: covered.coverageSquared,
    coverageBeyondHeadings: covered.coverageBeyondHeadings,
    coverageInContext: covered.coverageInContext,
    figures: covered.figures,
    focus: covered.focus,
    words: covered.words,
    before: matched.coverage[k - 1] ?? 0,
    otherSentences: bestBut(matched.coverage, k),
    bestOfPassage: own >= best - 1e-9 ? 1 : 0,
    sharedRun: Math.min(shared.longest, MOST_SHARED) / Math.max(3, asked.length),
    wordPairs: asked.length < 2 ? 0 : sumOf(shared.pairs) / (asked.length - 1),
    wordTriples: shared.triples / Math.max(1, asked.length),
    stopWords: shared.stops / Math.max(1, asked.length),
    rarity: share(sought.rarity, match.hits),
    termsFound: sumOf(match.hits) / Math.max(1, match.hits.length),
    inNote: share(matched.sharesInNote, match.hits),
    exact: exact(match, sentence, sought),
    density: own / Math.sqrt(1 + sentence.content / 10),
    focusName: beside.focusName,
    focusFigure: beside.focusFigure,
    focusQualified: beside.focusQualified,
    proximity: proximity(match, matcher),
    kin: sought.kin.coverage(matched.likeness[k] as Float64Array, match.hits),
    length: Math.log(1 + sentence.content),
    first: k === 0 ? 1 : 0,
    asks: sentence.asks ? 1 : 0,
    news: sight.wanted ? 0 : news(sentence, matcher),
    newsOfThing: sought.form.asksWhatIs ? news(sentence, matcher) : 0,
    holdsPerson: sight.kind === 'person' ? sight.seen : 0,
    holdsPlace: sight.kind === 'place' ? sight.seen : 0,
    holdsFigure: sight.kind === 'figure' ? sight.seen : 0,
    holdsRatio: sight.ratio ? 1 : 0,
    holdsMoney: sight.money ? 1 : 0,
    holdsDate: sight.kind === 'date' ? sight.seen : 0,
    holdsClock: sight.kind === 'clock' ? sight.seen : 0,
    holdsAddress: sight.address ? 1 : 0,
    holdsReason: sight.kind === 'reason' ? sight.seen : 0,
    agent: sight.kind === 'person' ? sight.leads : 0,
    answerProximity: sight.nearness,
    defines: fit.defines,
    leadsList: fit.leadsList,
    enumerates: fit.enumerates,
    countsFocus: fit.countsFocus,
    listsNames: fit.listsNames,
    field: fit.field,
    plainEdition: fit.plainEdition,
    sameDay: fit.sameDay,
    byline: fit.byline,
    onlyNames: fit.onlyNames,
    foreign: fit.foreign,
    fieldAsked: fit.fieldAsked,
    addresses: fit.addresses,
    editionFact: fit.editionFact,
    denies: fit.denies,
    echo: fit.echo,
    asksTheSame: fit.asksTheSame,
    quotation: fit.quotation,
  };
}

function bestBut(coverage: readonly number[], k: number): number {
  let best = 0;
  for (let j = 0; j < coverage.length; j++) if (j !== k) best = Math.max(best, coverage[j] as number);
  return best;
}

type Coverages = Pick<
  SentenceEvidence,
  | 'coverageWithHeadings'
  | 'coverageSquared'
  | 'coverageBeyondHeadings'
  | 'coverageInContext'
  | 'figures'
  | 'focus'
  | 'words'
>;

/** Coverage by the sentence in its surroundings, whole and by kind of term, in one pass over the terms. */
function coverages(matched: WeighedPassage, sought: Sought, k: number, leading: readonly number[]): Coverages {
  const { terms, shares } = sought.matcher;
  const { matches, headings } = matched;
  const hits = matches[k]?.hits as Float64Array;
  let withHeadings = 0;
  let beyond = 0;
  let beyondTotal = 0;
  let context = 0;
  let figures = 0;
  let focus = 0;
  let words = 0;
  const firstHits = matches[0]?.hits as Float64Array;
  const nextHits = matches[k + 1]?.hits;
  for (let i = 0; i < terms.length; i++) {
    const own = shares[i] as number;
    const hit = hits[i] as number;
    const heading = headings[i] as number;
    const here = Math.max(hit, heading);
    withHeadings += own * here;
    if (heading === 0) {
      beyondTotal += own;
      beyond += own * hit;
    }
    let near = Math.max(here, FIRST_COUNTS * (firstHits[i] as number));
    if (nextHits !== undefined) near = Math.max(near, NEXT_COUNTS * (nextHits[i] as number));
    for (const j of leading) near = Math.max(near, matches[j]?.hits[i] ?? 0);
    context += own * near;
    if (hit === 0) continue;
    if (sought.figures[i] === 1) figures += own * hit;
    if (i === sought.focus) focus += own * hit;
    if (terms[i]?.name !== true) words += own * hit;
  }
  return {
    coverageWithHeadings: withHeadings,
    coverageSquared: withHeadings * withHeadings,
    coverageBeyondHeadings: beyondTotal === 0 ? 0 : beyond / beyondTotal,
    coverageInContext: context,
    figures,
    focus,
    words,
  };
}

/** A sentence without any of the question's words may still answer when its headings hold so much of the question. */
const HEADING_SUFFICES = 0.3;

/** How much a term counts that only the passage's first sentence, or only the next one, holds; measured (bench/README.md). */
const FIRST_COUNTS = 0.6;
const NEXT_COUNTS = 0.4;

function proximity({ positions, indexes }: SentenceMatch, matcher: Matcher): number {
  if (indexes.every((index) => index === indexes[0])) return 0;
  let sum = 0;
  for (let a = 0; a < positions.length; a++) {
    const index = indexes[a] as number;
    if (indexes.indexOf(index) < a) continue;
    let nearest = Number.POSITIVE_INFINITY;
    for (let b = a; b < positions.length; b++) {
      if (indexes[b] === index) nearest = Math.min(nearest, distanceToOther(b, positions, indexes));
    }
    sum += (matcher.shares[index] as number) / Math.max(1, nearest);
  }
  return sum;
}

/** Words from a found one to the next one, on either side, that stands for another term. */
function distanceToOther(at: number, positions: readonly number[], indexes: readonly number[]): number {
  let before = at - 1;
  while (before >= 0 && indexes[before] === indexes[at]) before--;
  let behind = at + 1;
  while (behind < indexes.length && indexes[behind] === indexes[at]) behind++;
  const position = positions[at] as number;
  const left = before < 0 ? Number.POSITIVE_INFINITY : position - (positions[before] as number);
  const right = behind === indexes.length ? Number.POSITIVE_INFINITY : (positions[behind] as number) - position;
  return Math.min(left, right);
}

/** A run of more words than this is a quotation. */
const MOST_SHARED = 8;

/** Importance of the terms that stand in the sentence in the form in which the question has them. */
function exact({ positions, indexes }: SentenceMatch, { words }: AnalysedSentence, sought: Sought): number {
  if (positions.length === 0) return 0;
  const { matcher, typed } = sought;
  const found = new Uint8Array(typed.length);
  let sum = 0;
  for (let a = 0; a < positions.length; a++) {
    const index = indexes[a] as number;
    const { form, term } = words[positions[a] as number] as Word;
    if (found[index] === 1 || form !== typed[index] || term !== matcher.terms[index]?.term) continue;
    found[index] = 1;
    sum += matcher.shares[index] as number;
  }
  return sum;
}

function news(sentence: AnalysedSentence, matcher: Matcher): number {
  const { words, traits } = sentence;
  let fresh = 0;
  for (let i = 0; i < words.length && fresh < MOST_NEWS; i++) {
    if (((traits[i] as number) & TRAIT.stop) === 0 && isFresh(i, fresh, sentence, matcher)) FRESH[fresh++] = i;
  }
  return fresh / MOST_NEWS;
}

/** Whether a word is none of the question's, nor one of the first words in {@link FRESH}. */
function isFresh(i: number, known: number, { words, signatures }: AnalysedSentence, matcher: Matcher): boolean {
  const signature = signatures[i] as number;
  if (hasMark(matcher.marks, markIn(signature)) && matcher.lookup.has((words[i] as Word).term)) return false;
  for (let k = 0; k < known; k++) {
    const j = FRESH[k] as number;
    if (signatures[j] === signature && words[j]?.term === words[i]?.term) return false;
  }
  return true;
}

const MOST_NEWS = 6;
/** Places of the new words found so far in the sentence that is looked at. */
const FRESH = new Int32Array(MOST_NEWS);
