import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Answer } from '../../src/index.js';

/** What a button does: asks a question, shares the answer, shows more of it, or tells what the asker thinks of it. */
export type ButtonAct = 'ask' | 'share' | 'more' | 'helpful' | 'unhelpful';

/** What an answer was asked with: enough to ask again, after a restart and without the conversation. */
export interface Asked {
  readonly question: string;
  /** Earlier questions of the conversation; empty unless the question leans on them. */
  readonly history: readonly string[];
  /** {@link fingerprint} of the answer that was shown; absent on a button that asks something new. */
  readonly shown?: string;
}

/** A button, as it is pressed. */
export interface Button {
  readonly act: ButtonAct;
  readonly asked: Asked;
}

/** What a button's value says: the whole button, or the key of a question that was too long for it. */
export type ReadButton = Button | { readonly act: ButtonAct; readonly key: string };

/**
 * The value of a button, at most `limit` UTF-16 code units (Slack: 2,000 in a button's `value`; Discord: 100 in a
 * `custom_id`). It holds all that is needed. Where that is longer than the limit, it holds a key of the question for
 * {@link LongQuestions}. The same button gives the same value.
 *
 * @throws RangeError when `limit` is below 40: not even a key fits.
 */
export function buttonValue({ act, asked }: Button, limit: number): string {
  if (limit < SHORTEST) throw new RangeError(`a button's value needs ${SHORTEST} characters, but has ${limit}`);
  const { question, history, shown = '' } = asked;
  const whole = `${LETTERS[act]}${shown.padEnd(FINGERPRINT)}${[question, ...history].map(escapeLine).join('\n')}`;
  return whole.length <= limit ? whole : `${LETTERS[act]}${KEY_MARK}${keyOf(asked)}`;
}

/** Reads what {@link buttonValue} wrote; `undefined` for anything else. */
export function readButton(value: unknown): ReadButton | undefined {
  if (typeof value !== 'string') return undefined;
  const act = ACTS.get(value[0] ?? '');
  if (act === undefined) return undefined;
  if (value[1] === KEY_MARK) return { act, key: value.slice(2) };
  const shown = value.slice(1, 1 + FINGERPRINT).trim();
  const [question = '', ...history] = value
    .slice(1 + FINGERPRINT)
    .split('\n')
    .map(unescapeLine);
  if (question.trim() === '') return undefined;
  return { act, asked: { question, history, ...(shown !== '' && { shown }) } };
}

/** Remembers the questions that do not fit into a button. They are lost at a restart, and the button then says so. */
export interface LongQuestions {
  /** Remembers a question, if it is too long for buttons of `limit` code units. */
  keep(asked: Asked, limit: number): void;
  find(key: string): Asked | undefined;
}

/** Remembers in this process: at most `max` questions, by default 500 of at most {@link MAX_QUESTION} characters. */
export function createLongQuestions(max = 500): LongQuestions {
  const kept = new LRUCache<string, Asked>({ max });
  return {
    keep(asked, limit) {
      const value = buttonValue({ act: 'ask', asked }, limit);
      if (value[1] === KEY_MARK) kept.set(value.slice(2), asked);
    },
    find: (key) => kept.get(key),
  };
}

/** Longest question that is asked, in UTF-16 code units; more is cut off. The engine reads only the beginning of a long one. */
export const MAX_QUESTION = 4_000;

/**
 * Tells two answers apart: the same excerpts from the same notes give the same fingerprint. By it a button that was pressed
 * late knows whether the notes still say what was shown.
 */
export function fingerprint(answer: Answer): string {
  const shown = answer.answered ? answer.citations.map(({ note, quote }) => [note, quote]) : [answer.reason];
  return hash(JSON.stringify(shown)).slice(0, FINGERPRINT);
}

const LETTERS: Readonly<Record<ButtonAct, string>> = { ask: 'a', share: 's', more: 'm', helpful: 'h', unhelpful: 'u' };
const ACTS = new Map(Object.entries(LETTERS).map(([act, letter]) => [letter, act as ButtonAct]));

/** Never begins a fingerprint, whose letters are those of base64url. */
const KEY_MARK = '#';
const FINGERPRINT = 6;
const SHORTEST = 40;

function keyOf({ question, history, shown = '' }: Asked): string {
  return hash(JSON.stringify([question, history, shown])).slice(0, 24);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function escapeLine(text: string): string {
  return text.replace(/[\\\n\r]/g, (character) => (character === '\\' ? '\\\\' : character === '\n' ? '\\n' : '\\r'));
}

function unescapeLine(text: string): string {
  return text.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter));
}
