import { matchesAll } from './facts.js';
import type { TestQuestion } from './questions.js';
import { type JudgedCitation, namesSource } from './sources.js';

/** What of an answer is judged. */
export interface JudgedAnswer {
  readonly answered: boolean;
  readonly text: string;
  readonly citations: readonly JudgedCitation[];
}

/** Why an answer is wrong. */
export type FailureReason = 'should have refused' | 'refused' | 'facts missing' | 'too long' | 'wrong source';

/** A question with what is to be said of its answer. */
export interface Verdict {
  readonly question: TestQuestion;
  readonly answer: JudgedAnswer;
  /** All facts are in the text, and the text is short enough. */
  readonly facts: boolean;
  /** One of the first three citations names a right source. */
  readonly cited: boolean;
  /** Share of the citations that name a right source, 0 without any. */
  readonly precision: number;
  /** Answerable: facts and cited. Otherwise: refused. */
  readonly correct: boolean;
  /** Correct, answerable, and no longer than ideal. */
  readonly concise: boolean;
  /** Absent when correct. */
  readonly failure?: FailureReason;
}

/** Citations that are looked at for a right source: what a reader looks at. */
const CITATIONS_READ = 3;

/** Judges one answer. Facts are looked for in its text alone, without regard to case, quotes, dashes and spacing. */
export function judge(question: TestQuestion, answer: JudgedAnswer): Verdict {
  const { answerable, expect, source, max_chars = 0, ideal_chars = max_chars } = question;
  if (!answerable) {
    const correct = !answer.answered;
    const verdict = { question, answer, facts: false, cited: false, precision: 0, correct, concise: false };
    return correct ? verdict : { ...verdict, failure: 'should have refused' };
  }
  const text = answer.text.trim();
  const found = answer.answered && matchesAll(expect, text);
  const facts = found && text.length <= max_chars;
  const right = answer.answered ? answer.citations.map((citation) => namesSource(citation, source)) : [];
  const cited = right.slice(0, CITATIONS_READ).includes(true);
  const precision = right.length === 0 ? 0 : right.filter(Boolean).length / right.length;
  const correct = facts && cited;
  const concise = correct && text.length <= ideal_chars;
  const verdict = { question, answer, facts, cited, precision, correct, concise };
  return correct ? verdict : { ...verdict, failure: failureOf(answer.answered, found, facts) };
}

function failureOf(answered: boolean, found: boolean, facts: boolean): FailureReason {
  if (!answered) return 'refused';
  if (!found) return 'facts missing';
  return facts ? 'wrong source' : 'too long';
}
