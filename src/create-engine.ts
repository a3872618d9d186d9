import { withoutEchoes } from './answer/agreement.js';
import type { Abstained, AbstainReason, Answer, Explanation, Understood } from './answer/answer.js';
import { type Catalogue, createCatalogue } from './answer/catalogue.js';
import { citationOf, cite } from './answer/citations.js';
import { confidenceOf } from './answer/confidence.js';
import { didYouMean } from './answer/did-you-mean.js';
import { besideContradictions, type Shown } from './answer/disagreement.js';
import { relatedToAnswer, relatedToQuestion } from './answer/related.js';
import { select } from './answer/selection.js';
import { asksAcrossEditions } from './answer/timeline.js';
import type { AskOptions, Engine, EngineOptions, NoteSummary } from './engine.js';
import type { Note } from './notes/note.js';
import { createCorpus } from './question/corpus.js';
import type { Query } from './question/query.js';
import { understand } from './question/understand.js';
import type { Matcher } from './search/matching.js';
import { createMemoryIndex } from './search/memory-index.js';
import type { Place } from './search/passage-index.js';
import { contributions, type RankedSentence, rank } from './search/ranking.js';
import { retrieve } from './search/retrieval.js';
import { isInScope, isScoped, withScopeTerms } from './search/scope.js';

/**
 * Builds an engine over notes: understand, search, rank, extract, judge, cite.
 *
 * @throws RangeError when `minConfidence` is not between 0 and 1.
 */
export function createEngine(notes: readonly Note[], options: EngineOptions = {}): Engine {
  const { minConfidence = DEFAULT_MIN_CONFIDENCE, index = createMemoryIndex(notes) } = options;
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new RangeError(`minConfidence must be between 0 and 1, but is ${minConfidence}`);
  }
  const corpus = createCorpus(notes);
  const summaries = [...notes].map(summaryOf).sort(byDate);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  let built: Catalogue | undefined;
  const catalogue = () => {
    built ??= createCatalogue(notes, corpus);
    return built;
  };

  async function ask(question: string, { history = [], explain = false }: AskOptions = {}): Promise<Answer> {
    const understanding = understand(question, history, corpus);
    const query = withScopeTerms(understanding.query, corpus.eventNames);
    const answer = await answerTo(query, understanding.kind === 'none' ? understanding.reason : undefined, explain);
    if (answer.answered) return { ...answer, related: relatedToAnswer(catalogue(), byPath, query, answer.citations) };
    if (answer.reason === 'no-notes') return answer;
    const meant = await didYouMean(query, corpus.nameness, answerAlone);
    const related = relatedToQuestion(catalogue(), query);
    return { ...answer, ...(meant === undefined ? {} : { didYouMean: meant }), related };
  }

  async function answerAlone(question: string): Promise<Answer> {
    const { query, kind } = understand(question, [], corpus);
    return answerTo(withScopeTerms(query, corpus.eventNames), kind === 'none' ? 'vague' : undefined, false);
  }

  /** The answer by itself, without what is offered beside it. */
  async function answerTo(query: Query, nothing: AbstainReason | undefined, explain: boolean): Promise<Answer> {
    if (notes.length === 0) return abstained(query, 'no-notes');
    if (nothing !== undefined) return abstained(query, nothing);
    if (isScoped(query.scope) && !hasPlaces(notes, query)) return abstained(query, 'out-of-scope');

    const found = await lookUp(query);
    const { ranked, matcher, confidence } = found;
    const explanation = explain ? { explanation: explanationOf(found) } : {};
    if (!isEnough(found)) {
      const reason = (await isAnachronism(found)) ? 'anachronism' : 'not-in-notes';
      return { ...abstained(query, reason, confidence, ranked), ...explanation };
    }
    const { spans, contrary } = shownOf(ranked, query, matcher);
    const { excerpts, citations } = cite(spans, matcher);
    return {
      answered: true,
      question: query.question,
      excerpts,
      citations,
      confidence,
      understood: understoodOf(query),
      related: [],
      ...(contrary.length === 0 ? {} : { disagreement: { citations: contrary.map((i) => i + 1) } }),
      ...explanation,
    };
  }

  async function search(query: Query): Promise<Found> {
    const accepts = isScoped(query.scope) ? (place: Place) => isInScope(query.scope, place) : undefined;
    const { matcher, candidates } = await retrieve(query, index, accepts);
    const ranked = rank(query, matcher, candidates, corpus.nameness);
    return { query, matcher, ranked, confidence: confidenceOf(query, matcher, ranked) };
  }

  /** Looks in the scope; where only a day was named, "the first day" may not have meant one of the conference. */
  async function lookUp(query: Query): Promise<Found> {
    const found = await search(query);
    if (isEnough(found) || query.scope.day === undefined || query.scope.years.length > 0) return found;
    const anywhere = await search(withoutScope(query));
    return isEnough(anywhere) ? anywhere : found;
  }

  function isEnough({ ranked, confidence }: Found): boolean {
    return ranked.length > 0 && confidence >= minConfidence;
  }

  /** Whether the notes know what is asked about, but only of other editions: a telling term of the question is missing in its scope. */
  async function isAnachronism({ query, ranked: [best] }: Found): Promise<boolean> {
    if (!isScoped(query.scope)) return false;
    const elsewhere = await search(withoutScope(query));
    const held = elsewhere.ranked[0]?.passage.held;
    if (!isEnough(elsewhere) || held === undefined) return false;
    return elsewhere.matcher.terms.some(
      (_, i) =>
        (elsewhere.matcher.shares[i] ?? 0) >= TELLING_SHARE &&
        (held[i] ?? 0) > 0 &&
        Math.max(best?.passage.held[i] ?? 0, best?.passage.headings[i] ?? 0) === 0,
    );
  }

  return {
    ask,
    suggest: async (prefix, limit = MOST_SUGGESTED) => catalogue().complete(prefix, Math.min(limit, MOST_SUGGESTED)),
    notes: () => summaries,
  };
}

/** What looking a question up brought. */
interface Found {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly ranked: readonly RankedSentence[];
  readonly confidence: number;
}

function withoutScope(query: Query): Query {
  return { ...query, scope: { years: [] } };
}

/** Part of a question's importance from which on a term is part of what is asked. */
const TELLING_SHARE = 0.2;
const DEFAULT_MIN_CONFIDENCE = 0.4;
/** What Discord shows of an autocompletion. */
const MOST_SUGGESTED = 25;
const MAX_EXPLAINED = 10;
const MAX_NEAREST = 3;

function hasPlaces(notes: readonly Note[], { scope }: Query): boolean {
  return notes.some((note) => note.sections.some((section) => isInScope(scope, { note, section })));
}

/** What is shown: the selection, without echoes, beside what contradicts it; across editions, each stands for itself. */
function shownOf(ranked: readonly RankedSentence[], query: Query, matcher: Matcher): Shown {
  const spans = select(ranked, query);
  if (asksAcrossEditions(query)) return { spans, contrary: [] };
  return besideContradictions(withoutEchoes(spans, query, matcher), ranked, query, matcher);
}

function abstained(
  query: Query,
  reason: AbstainReason,
  confidence = 0,
  ranked: readonly RankedSentence[] = [],
): Abstained {
  const nearest: RankedSentence[] = [];
  for (const sentence of ranked) {
    if (nearest.length === MAX_NEAREST) break;
    if (!nearest.some(({ passage }) => passage === sentence.passage)) nearest.push(sentence);
  }
  return {
    answered: false,
    question: query.question,
    reason,
    confidence,
    understood: understoodOf(query),
    unknown: query.unknown,
    nearest: nearest.map(({ passage, index }, i) =>
      citationOf({ entry: passage.candidate.entry, from: index, to: index }, i + 1),
    ),
    related: [],
  };
}

function understoodOf({ standalone, kind, scope, corrections }: Query): Understood {
  return { standalone, kind, scope, corrections };
}

function explanationOf({ matcher, ranked }: Found): Explanation {
  return {
    terms: matcher.terms.map(({ text, term, importance }) => ({ text, term, weight: importance })),
    hits: ranked.slice(0, MAX_EXPLAINED).map((ranking) => {
      const { passage, index, score } = ranking;
      const { note, passage: cited } = passage.candidate.entry;
      const sentence = cited.sentences[index];
      return {
        note: note.path,
        lines: sentence?.lines ?? cited.lines,
        sentence: sentence?.text ?? '',
        passage: cited.sentences.map(({ text }) => text).join(' '),
        score,
        features: contributions(ranking),
      };
    }),
  };
}

function summaryOf(note: Note): NoteSummary {
  const { path, title, event, edition, day, date, url, sources } = note;
  return {
    path,
    title,
    ...(event === undefined ? {} : { event }),
    ...(edition === undefined ? {} : { edition }),
    ...(day === undefined ? {} : { day }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    sources,
    passages: note.passages.length,
  };
}

function byDate(a: NoteSummary, b: NoteSummary): number {
  const key = ({ date, edition, path }: NoteSummary) => `${date ?? edition ?? '9999'} ${path}`;
  return key(a) < key(b) ? -1 : 1;
}
