import { abstained, understoodOf } from './answer/abstention.js';
import { withoutEchoes } from './answer/agreement.js';
import type { AbstainReason, Answer, Answered } from './answer/answer.js';
import { createAnswerable } from './answer/answerable.js';
import { type Catalogue, catalogueEntriesOf, createCatalogue } from './answer/catalogue.js';
import { cite } from './answer/citations.js';
import { didYouMean } from './answer/did-you-mean.js';
import { besideContradictions, type Shown } from './answer/disagreement.js';
import { explanationOf } from './answer/explanation.js';
import { join } from './answer/joined.js';
import { createLookUp, type Found } from './answer/look-up.js';
import { relatedToAnswer, relatedToQuestion } from './answer/related.js';
import { select } from './answer/selection.js';
import type { Span } from './answer/span.js';
import { asksAcrossEditions } from './answer/timeline.js';
import type { AskOptions, EngineOptions, OpenEngine, SuggestedQuestion } from './engine.js';
import { chronicleOf } from './notes/chronicle.js';
import type { Note } from './notes/note.js';
import { summariesOf } from './notes/summary.js';
import { clean } from './question/clean.js';
import { type Corpus, createCorpus } from './question/corpus.js';
import { EMPTY_LEXICON, ENGLISH } from './question/lexicon.js';
import { partsOf } from './question/parts.js';
import { peel } from './question/politeness.js';
import type { Query } from './question/query.js';
import { understand } from './question/understand.js';
import { createMemoryIndex } from './search/memory-index.js';
import { distinctPlaces, isInScope, isScoped, withScopeTerms } from './search/scope.js';

/**
 * Builds an engine over notes: understand, search, rank, extract, judge, cite.
 *
 * @throws RangeError when `minConfidence` is not between 0 and 1.
 */
export function createEngine(notes: readonly Note[], options: EngineOptions = {}): OpenEngine {
  const { minConfidence = DEFAULT_MIN_CONFIDENCE, prepared } = options;
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new RangeError(`minConfidence must be between 0 and 1, but is ${minConfidence}`);
  }
  const index = options.index ?? createMemoryIndex(notes, prepared?.index);
  const corpus = createCorpus(notes, prepared?.facts, options.lexicon === 'none' ? EMPTY_LEXICON : ENGLISH);
  const { lookUp, isEnough, isAnachronism } = createLookUp(index, corpus, minConfidence);
  const summaries = summariesOf(notes);
  const places = distinctPlaces(notes);
  const byPath = new Map(notes.map((note) => [note.path, note]));
  let built: Catalogue | undefined;
  const catalogue = () => {
    if (built === undefined) {
      const entries = prepared?.catalogue ?? catalogueEntriesOf(notes, corpus);
      const known = minConfidence === DEFAULT_MIN_CONFIDENCE ? prepared?.answered : undefined;
      built = createCatalogue(notes, corpus, entries, createAnswerable(entries, spansFor, known));
    }
    return built;
  };

  async function ask(question: string, { history = [], explain = false }: AskOptions = {}): Promise<Answer> {
    const asked = read(question, history);
    const answer = (await answerToParts(question, history, explain)) ?? (await answerTo(asked, explain));
    if (answer.answered)
      return { ...answer, related: await relatedToAnswer(catalogue(), asked.query, answer.citations) };
    if (answer.reason === 'no-notes') return answer;
    const meant = await didYouMean(asked.query, corpus.nameness, answerAlone);
    const related = await relatedToQuestion(catalogue(), asked.query);
    return { ...answer, ...(meant === undefined ? {} : { didYouMean: meant }), related };
  }

  function read(question: string, history: readonly string[]): Asked {
    const understanding = understand(question, history, corpus);
    const query = withScopeTerms(understanding.query, corpus.eventNames);
    return understanding.kind === 'none' ? { query, nothing: understanding.reason } : { query };
  }

  function answerAlone(question: string): Promise<Answer> {
    return answerTo(read(question, []), false);
  }

  /** All answers, where several questions were asked in one breath and the notes answer each; else undefined. */
  async function answerToParts(
    question: string,
    history: readonly string[],
    explain: boolean,
  ): Promise<Answered | undefined> {
    const parts = partsOf(peel(clean(question)));
    const answers: Answered[] = [];
    for (const [i, part] of parts.entries()) {
      const answer = await answerTo(read(part, [...history, ...parts.slice(0, i)]), explain);
      if (!answer.answered) return undefined;
      answers.push(answer);
    }
    return join(clean(question), answers);
  }

  /** Why there is nothing to look up, if so. */
  function refusalOf({ query: { scope }, nothing }: Asked): AbstainReason | undefined {
    if (notes.length === 0) return 'no-notes';
    if (nothing !== undefined) return nothing;
    return isScoped(scope) && !places.some((place) => isInScope(scope, place)) ? 'out-of-scope' : undefined;
  }

  /** The answer by itself, without what is offered beside it. */
  async function answerTo(asked: Asked, explain: boolean): Promise<Answer> {
    const { query } = asked;
    const refusal = refusalOf(asked);
    if (refusal !== undefined) return abstained(query, refusal);
    const found = await lookUp(query);
    const { ranked, matcher, confidence } = found;
    const explanation = explain ? { explanation: explanationOf(found) } : {};
    if (!isEnough(found)) {
      const reason = (await isAnachronism(found)) ? 'anachronism' : 'not-in-notes';
      return { ...abstained(query, reason, confidence, ranked), ...explanation };
    }
    const { spans, contrary } = shownOf(found, corpus);
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

  /** What would be shown to a question by itself; nothing where it is not answered. */
  async function spansFor(question: string): Promise<readonly Span[]> {
    const asked = read(question, []);
    if (refusalOf(asked) !== undefined) return [];
    const found = await lookUp(asked.query);
    return isEnough(found) ? shownOf(found, corpus).spans : [];
  }

  async function suggestions(): Promise<SuggestedQuestion[]> {
    const { entries, isAnswered } = catalogue();
    const asked: SuggestedQuestion[] = [];
    for (const entry of entries) {
      const { question, places } = entry;
      asked.push({ question, places, offered: await isAnswered(entry) });
    }
    return asked;
  }

  return {
    ask,
    suggestions,
    suggest: async (prefix, limit = MOST_SUGGESTED) => catalogue().complete(prefix, Math.min(limit, MOST_SUGGESTED)),
    notes: () => summaries,
    note: async (path) => byPath.get(path),
    editions: async () => chronicleOf(notes),
  };
}

/** A question as it was understood; with why there is nothing to look up, if so. */
interface Asked {
  readonly query: Query;
  readonly nothing?: AbstainReason;
}

const DEFAULT_MIN_CONFIDENCE = 0.4;
/** What Discord shows of an autocompletion. */
const MOST_SUGGESTED = 25;
/** What is shown: the selection, without echoes, beside what contradicts it; across editions, each stands for itself. */
function shownOf({ ranked, query, matcher }: Found, { nameness }: Pick<Corpus, 'nameness'>): Shown {
  const spans = select(ranked, query, nameness);
  if (asksAcrossEditions(query)) return { spans, contrary: [] };
  return besideContradictions(withoutEchoes(spans, query, matcher), ranked, query, matcher);
}
