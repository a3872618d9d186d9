import type { Answer } from '../src/index.js';

/** What became of a question. `command` is a word that the bot answers itself: help, sources, about. */
export type Outcome = 'answered' | 'abstained' | 'command' | 'too-fast' | 'too-slow' | 'failed';

/** Counts what happens, for who watches over the bot. It is told no text, and nothing of who asked. */
export interface Meter {
  /** A question has been dealt with. `seconds`: from when it came to when the reply was there. */
  question(platform: string, outcome: Outcome, seconds: number): void;
  /** What the engine said to it. */
  answer(platform: string, answer: Answer): void;
  feedback(platform: string, helpful: boolean): void;
  /** A call to a platform has failed; `code` is the platform's own, e.g. "ratelimited" or 50013. */
  platformError(platform: string, code: string | number): void;
}

/** Counts nothing. */
export const NO_METER: Meter = { question() {}, answer() {}, feedback() {}, platformError() {} };
