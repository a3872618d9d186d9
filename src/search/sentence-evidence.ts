import type { Passage } from '../notes/note.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { seesAnswer } from './answer-sight.js';
import type { Evidence } from './evidence.js';
import { focusEvidence } from './focus-evidence.js';
import type { Matcher, SentenceMatch } from './matching.js';
import { isFigure, type MatchedPassage, type PassageEvidence, type Sought, share } from './passage-evidence.js';
import { questionFit } from './question-fit.js';
import { type SharedWords, sumOf } from './word-runs.js';

/** The evidence that is a sentence's own. */
export type SentenceEvidence = Omit<Evidence, keyof PassageEvidence>;

/** Collects the evidence for each sentence of a passage that holds any of the question's terms, or stands in the context of one that does. */
export function collectEvidence(matched: MatchedPassage, sought: Sought): (SentenceEvidence | undefined)[] {
  const { passage } = matched.candidate.entry;
  const best = Math.max(...matched.coverage, 0);
  return matched.sentences.map((sentence, k) => {
    const leading = leadingSentences(passage, k);
    const around = [k, k - 1, k + 1, ...leading].some((j) => (matched.coverage[j] ?? 0) > 0);
    if (!around && matched.evidence.headingCoverage < HEADING_SUFFICES) return undefined;
    return evidenceOf(matched, sought, sentence, k, leading, best);
  });
}

/**
 * The sentences that a sentence cannot be understood without: what leads into its list and the items above it, or the
 * header of its table, or the sentence before.
 */
export function leadingSentences(passage: Passage, k: number): number[] {
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

function evidenceOf(
  matched: MatchedPassage,
  sought: Sought,
  sentence: AnalysedSentence,
  k: number,
  leading: readonly number[],
  best: number,
): SentenceEvidence {
  const { matcher, query } = sought;
  const match = matched.matches[k] as SentenceMatch;
  const own = matched.coverage[k] ?? 0;
  const sight = seesAnswer(query.answerTypes, sentence, match, sought);
  const covered = coverages(matched, sought, k, leading);
  const shared = matched.shared[k] as SharedWords;
  const { asked } = sought;
  const beside = focusEvidence(sentence, sought);
  const fit = questionFit(query, matcher, matched.candidate.entry, k, sentence);
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
    termsFound: match.hits.reduce((sum, hit) => sum + hit, 0) / Math.max(1, match.hits.length),
    inNote: share(matched.sharesInNote, match.hits),
    exact: exact(match, sentence, sought),
    density: own / Math.sqrt(1 + sentence.content / 10),
    focusName: beside.focusName,
    focusFigure: beside.focusFigure,
    focusQualified: beside.focusQualified,
    proximity: proximity(match, matcher),
    kin: sought.kin.coverage([sentence], match.hits),
    length: Math.log(1 + sentence.content),
    first: k === 0 ? 1 : 0,
    asks: sentence.asks ? 1 : 0,
    news: sight.wanted ? 0 : news(sentence, matcher),
    holdsPerson: sight.kind === 'person' ? sight.seen : 0,
    holdsPlace: sight.kind === 'place' ? sight.seen : 0,
    holdsFigure: sight.kind === 'figure' ? sight.seen : 0,
    holdsRatio: sight.ratio ? 1 : 0,
    holdsMoney: sight.money ? 1 : 0,
    holdsDate: sight.kind === 'date' ? sight.seen : 0,
    holdsAddress: sight.address ? 1 : 0,
    holdsReason: sight.kind === 'reason' ? sight.seen : 0,
    agent: sight.kind === 'person' ? sight.leads : 0,
    answerProximity: sight.nearness,
    defines: fit.defines,
    leadsList: fit.leadsList,
    enumerates: fit.enumerates,
    field: fit.field,
    plainEdition: fit.plainEdition,
    sameDay: fit.sameDay,
    byline: fit.byline,
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
function coverages(matched: MatchedPassage, sought: Sought, k: number, leading: readonly number[]): Coverages {
  const { terms, shares } = sought.matcher;
  const { matches, headings } = matched;
  const hits = matches[k]?.hits as Float64Array;
  let [withHeadings, beyond, beyondTotal, context, figures, focus, words] = [0, 0, 0, 0, 0, 0, 0];
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
    let near = Math.max(here, FIRST_COUNTS * hitAt(matches, 0, i), NEXT_COUNTS * hitAt(matches, k + 1, i));
    for (const j of leading) near = Math.max(near, hitAt(matches, j, i));
    context += own * near;
    if (hit === 0) continue;
    if (isFigure(terms[i]?.term ?? '')) figures += own * hit;
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

function hitAt(matches: readonly SentenceMatch[], sentence: number, term: number): number {
  return matches[sentence]?.hits[term] ?? 0;
}

/** A sentence without any of the question's words may still answer when its headings hold so much of the question. */
const HEADING_SUFFICES = 0.3;

/** How much a term counts that only the passage's first sentence, or only the next one, holds; measured (bench/README.md). */
const FIRST_COUNTS = 0.6;
const NEXT_COUNTS = 0.4;

function proximity({ positions, indexes }: SentenceMatch, matcher: Matcher): number {
  const nearest = new Map<number, number>();
  for (let a = 0; a < positions.length; a++) {
    const index = indexes[a] as number;
    for (const step of [-1, 1]) {
      for (let b = a + step; b >= 0 && b < positions.length; b += step) {
        if (indexes[b] === index) continue;
        const distance = Math.abs((positions[b] as number) - (positions[a] as number));
        nearest.set(index, Math.min(nearest.get(index) ?? Number.POSITIVE_INFINITY, distance));
        break;
      }
    }
  }
  let sum = 0;
  for (const [index, distance] of nearest) sum += (matcher.shares[index] ?? 0) / Math.max(1, distance);
  return sum;
}

/** A run of more words than this is a quotation. */
const MOST_SHARED = 8;

/** Importance of the terms that stand in the sentence in the form in which the question has them. */
function exact({ positions, indexes }: SentenceMatch, { terms, forms }: AnalysedSentence, sought: Sought): number {
  const { matcher, typed } = sought;
  const found = new Uint8Array(typed.length);
  let sum = 0;
  for (let a = 0; a < positions.length; a++) {
    const index = indexes[a] as number;
    const position = positions[a] as number;
    if (found[index] === 1 || forms[position] !== typed[index] || terms[position] !== matcher.terms[index]?.term)
      continue;
    found[index] = 1;
    sum += matcher.shares[index] as number;
  }
  return sum;
}

function news({ terms, traits, marks }: AnalysedSentence, matcher: Matcher): number {
  const fresh = new Set<string>();
  for (let i = 0; i < terms.length && fresh.size < MOST_NEWS; i++) {
    if (((traits[i] as number) & TRAIT.stop) !== 0) continue;
    const term = terms[i] as string;
    if (matcher.marks[marks[i] as number] === 0 || !matcher.lookup.has(term)) fresh.add(term);
  }
  return fresh.size / MOST_NEWS;
}

const MOST_NEWS = 6;
