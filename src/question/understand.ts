import { answerTypesOf } from './answer-types.js';
import { clean, isReadable } from './clean.js';
import type { Corpus } from './corpus.js';
import { focusOf } from './focus.js';
import { kindOf } from './kind.js';
import { peel } from './politeness.js';
import type { Query } from './query.js';
import { readScope } from './scope.js';
import { smallTalk } from './small-talk.js';
import { queryTerms } from './terms.js';
import { wordsOf } from './words.js';

/** What a message turned out to be: something to look up, or not, and then why. */
export type Understanding =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'none'; readonly reason: 'empty' | 'small-talk' | 'help' | 'vague'; readonly query: Query };

/**
 * Understands a message of a conversation.
 *
 * @param question what was typed, as it came.
 * @param history earlier questions of the same conversation, oldest first.
 * @param corpus what the notes know.
 */
export function understand(question: string, history: readonly string[], corpus: Corpus): Understanding {
  const cleaned = clean(question);
  if (!isReadable(cleaned)) return { kind: 'none', reason: 'empty', query: emptyQuery(cleaned) };
  void history;
  const core = peel(cleaned);
  const words = wordsOf(core);
  const text = words.map(({ word }) => word).join(' ');
  const talk =
    smallTalk(
      wordsOf(cleaned)
        .map(({ word }) => word)
        .join(' '),
    ) ?? smallTalk(text);
  if (talk !== undefined) return { kind: 'none', reason: talk, query: emptyQuery(cleaned) };
  const { scope, used } = readScope(words, core, corpus);
  const kind = kindOf(text.slice(0, 400)) ?? 'fact';
  const focus = focusOf(words).filter((i) => !used.has(i));
  const terms = queryTerms(words, used, corpus);
  const query: Query = {
    question: cleaned,
    standalone: cleaned,
    kind,
    answerTypes: answerTypesOf(
      kind,
      text.slice(0, 400),
      focus.map((i) => words[i]?.word ?? ''),
    ),
    ...(focus.length === 0 ? {} : { focus: focus.map((i) => words[i]?.term ?? '') }),
    terms,
    scope,
    corrections: [],
    suggestions: [],
    unknown: terms.filter(({ term, weight }) => weight > 0.3 && corpus.frequency(term) === 0).map(({ text }) => text),
    quoted: quotedIn(core),
  };
  const asks = terms.length > 0 || scope.years.length > 0 || scope.day !== undefined;
  return asks ? { kind: 'query', query } : { kind: 'none', reason: 'vague', query };
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/["“”«]([^"“”«»]{2,200})["“”»]/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter(isReadable);
}

function emptyQuery(question: string): Query {
  return {
    question,
    standalone: question,
    kind: 'fact',
    answerTypes: [],
    terms: [],
    scope: { years: [] },
    corrections: [],
    suggestions: [],
    unknown: [],
    quoted: [],
  };
}
