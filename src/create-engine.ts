import type { Abstained, AbstainReason, Answer, Explanation, Understood } from './answer/answer.js';
import { citationOf, cite } from './answer/citations.js';
import { confidenceOf } from './answer/confidence.js';
import { relatedQuestions } from './answer/related.js';
import { select } from './answer/selection.js';
import type { AskOptions, Engine, EngineOptions, NoteSummary } from './engine.js';
import type { Note } from './notes/note.js';
import { createCorpus } from './question/corpus.js';
import type { Query } from './question/query.js';
import { understand } from './question/understand.js';
import { createMemoryIndex } from './search/memory-index.js';
import { contributions, type RankedSentence, rank } from './search/ranking.js';
import { type Retrieved, retrieve } from './search/retrieval.js';
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

  async function ask(question: string, { history = [], explain = false }: AskOptions = {}): Promise<Answer> {
    const understanding = understand(question, history, corpus);
    const query = withScopeTerms(understanding.query, corpus.eventNames);
    if (notes.length === 0) return abstained(query, 'no-notes');
    if (understanding.kind === 'none') return abstained(query, understanding.reason);
    const scoped = isScoped(query.scope);
    if (scoped && !hasPlaces(notes, query)) return abstained(query, 'out-of-scope');

    const found = await search(query, scoped);
    const { ranked, retrieved } = found;
    const confidence = confidenceOf(query, retrieved.matcher, ranked);
    const explanation = explain ? { explanation: explanationOf(retrieved, ranked) } : {};
    if (ranked.length === 0 || confidence < minConfidence) {
      const reason = scoped && (await knownElsewhere(query)) ? 'anachronism' : 'not-in-notes';
      return { ...abstained(query, reason, confidence, ranked), ...explanation };
    }
    const spans = select(ranked, query);
    const { excerpts, citations } = cite(spans, retrieved.matcher);
    return {
      answered: true,
      question: query.question,
      excerpts,
      citations,
      confidence,
      understood: understoodOf(query),
      related: relatedQuestions(ranked, spans),
      ...explanation,
    };
  }

  async function search(query: Query, scoped: boolean): Promise<{ retrieved: Retrieved; ranked: RankedSentence[] }> {
    const retrieved = await retrieve(query, index, scoped ? (place) => isInScope(query.scope, place) : undefined);
    return { retrieved, ranked: rank(query, retrieved.matcher, retrieved.candidates, corpus.nameness) };
  }

  /** Whether the question would be answered if it did not ask for a certain year or day. */
  async function knownElsewhere(query: Query): Promise<boolean> {
    const { ranked, retrieved } = await search({ ...query, scope: { years: [] } }, false);
    return ranked.length > 0 && confidenceOf(query, retrieved.matcher, ranked) >= minConfidence;
  }

  return {
    ask,
    suggest: (prefix, limit = 25) => index.complete(prefix, limit),
    notes: () => summaries,
  };
}

const DEFAULT_MIN_CONFIDENCE = 0.35;
const MAX_EXPLAINED = 10;
const MAX_NEAREST = 3;

function hasPlaces(notes: readonly Note[], { scope }: Query): boolean {
  return notes.some((note) => note.sections.some((section) => isInScope(scope, { note, section })));
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
  const suggested = didYouMean(query);
  return {
    answered: false,
    question: query.question,
    reason,
    confidence,
    understood: understoodOf(query),
    unknown: query.unknown,
    ...(suggested === undefined ? {} : { didYouMean: suggested }),
    nearest: nearest.map(({ passage, index }, i) =>
      citationOf({ entry: passage.candidate.entry, from: index, to: index }, i + 1),
    ),
    related: [],
  };
}

function didYouMean({ question, suggestions }: Query): string | undefined {
  if (suggestions.length === 0) return undefined;
  return suggestions.reduce((text, { from, to }) => text.replace(from, to), question);
}

function understoodOf({ standalone, kind, scope, corrections }: Query): Understood {
  return { standalone, kind, scope, corrections };
}

function explanationOf({ matcher }: Retrieved, ranked: readonly RankedSentence[]): Explanation {
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
