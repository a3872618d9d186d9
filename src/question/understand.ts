import { clean, isReadable } from './clean.js';
import type { Corpus } from './corpus.js';
import { follow, type Topic } from './follow-up.js';
import { leaningOf, ownContent } from './leaning.js';
import { peel } from './politeness.js';
import type { Query } from './query.js';
import { plainOf, type Reading, read } from './reading.js';
import { smallTalk } from './small-talk.js';
import { repaired } from './standalone.js';
import { wordsOf } from './words.js';

/** What a message turned out to be: something to look up, or not, and then why. */
export type Understanding =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'none'; readonly reason: 'empty' | 'small-talk' | 'help' | 'vague'; readonly query: Query };

/**
 * Understands a message of a conversation.
 *
 * Never throws, and takes about the same time for any length of message and history: only the beginning of a very long message is
 * read, and only the last few questions of a long history.
 *
 * @param question what was typed, as it came.
 * @param history earlier questions of the same conversation, oldest first.
 * @param corpus what the notes know.
 */
export function understand(question: string, history: readonly string[], corpus: Corpus): Understanding {
  const cleaned = clean(question);
  if (!isReadable(cleaned)) return { kind: 'none', reason: 'empty', query: queryOf(cleaned, undefined, undefined) };
  const topic = topicOf(history, corpus);
  const core = peel(unshouted(cleaned));
  const talk = smallTalkIn(cleaned, core, topic !== undefined);
  if (talk !== undefined) return { kind: 'none', reason: talk, query: queryOf(cleaned, undefined, undefined) };
  const reading = read(core, corpus);
  const completed = follow(reading, topic, corpus);
  const query = queryOf(cleaned, reading, completed);
  return isVague(reading, completed) ? { kind: 'none', reason: 'vague', query } : { kind: 'query', query };
}

/** A question in capitals throughout has no names to tell by theirs. One word may be an abbreviation. */
function unshouted(text: string): string {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && /\p{L}\P{L}+\p{L}/u.test(text) ? text.toLowerCase() : text;
}

/** Earlier questions that are read: what was said before them is no longer the subject. */
const MOST_HISTORY = 6;

function topicOf(history: readonly string[], corpus: Corpus): Topic | undefined {
  let topic: Topic | undefined;
  for (const earlier of history.slice(-MOST_HISTORY)) {
    const cleaned = clean(earlier);
    const core = peel(unshouted(cleaned));
    if (!isReadable(cleaned) || smallTalkIn(cleaned, core, topic !== undefined) !== undefined) continue;
    topic = follow(read(core, corpus), topic, corpus);
  }
  return topic;
}

function smallTalkIn(cleaned: string, core: string, inConversation: boolean): 'small-talk' | 'help' | undefined {
  if (cleaned.length > LONGEST_TALK) return undefined;
  const talk = smallTalk(plainOf(wordsOf(cleaned)), inConversation);
  return talk ?? (core === cleaned ? undefined : smallTalk(plainOf(wordsOf(core)), inConversation));
}

/** Longer messages are no small talk. */
const LONGEST_TALK = 1000;

/** Nothing to look up: no telling word, no edition, and no frame such as "what was announced" either. */
function isVague(reading: Reading, completed: Topic): boolean {
  const { years, day, europe } = completed.scope;
  if (years.length > 0 || day !== undefined || europe !== undefined) return false;
  const carried = completed.terms.some((term) => term.carried === true);
  if (carried || ownContent(reading).length > 0) return false;
  return leaningOf(reading).degree === 'strong' || completed.terms.every(({ weight }) => weight < FRAMED);
}

/** Weight of frame words that ask for something by themselves: "announce", "demo". */
const FRAMED = 0.3;

function queryOf(question: string, reading: Reading | undefined, completed: Topic | undefined): Query {
  const corrections = reading?.content.corrections ?? [];
  const text = completed === undefined || completed.text === reading?.text ? question : completed.text;
  return {
    question,
    standalone: repaired(text, corrections),
    kind: completed?.kind ?? 'fact',
    answerTypes: completed?.answerTypes ?? [],
    ...(completed === undefined || completed.focus.length === 0 ? {} : { focus: completed.focus }),
    terms: completed?.terms ?? [],
    scope: completed?.scope ?? { years: [] },
    corrections,
    suggestions: reading?.content.suggestions ?? [],
    unknown: reading?.content.unknown ?? [],
    quoted: reading === undefined ? [] : quotedIn(reading.text),
  };
}

/** What stands in double quotation marks. Single ones are too often apostrophes. */
function quotedIn(text: string): string[] {
  return [...text.slice(0, 4000).matchAll(/["“”„«]([^"“”„«»]{2,200})["“”»]/g)]
    .map((match) => (match[1] ?? '').trim())
    .filter(isReadable);
}
