import type { Verdict } from './judge.js';
import { KINDS, type Kind } from './questions.js';

/** A share from 0 to 1; null where there was nothing to count. */
export type Share = number | null;

/** How well a set of questions was answered. */
export interface Evaluation {
  readonly questions: number;
  readonly answerable: number;
  readonly unanswerable: number;
  readonly scores: Readonly<Record<ScoreName, Share>>;
  /** Kinds that occur, in a fixed order. */
  readonly kinds: readonly { readonly kind: Kind; readonly n: number; readonly correct: number }[];
  readonly failures: readonly Verdict[];
}

/** Each score with what it says. */
export const SCORES = {
  'combined score': 'right answers and right refusals, of all questions',
  'answer accuracy': 'answerable: all facts, short enough, a right source cited',
  'facts found': 'answerable: all facts, short enough',
  'citation accuracy': 'answered answerable: a right source among the first three cited',
  'citation precision': 'answered answerable: share of the citations that name a right source',
  'ideal length': 'right answers: no longer than ideal',
  'abstention precision': 'refusals: right to refuse',
  'abstention recall': 'unanswerable: refused',
  'false-answer rate': 'unanswerable: answered (lower is better)',
} as const;
export type ScoreName = keyof typeof SCORES;

/** Sums up verdicts. */
export function evaluate(verdicts: readonly Verdict[]): Evaluation {
  const answerable = verdicts.filter(({ question }) => question.answerable);
  const unanswerable = verdicts.filter(({ question }) => !question.answerable);
  const answered = answerable.filter(({ answer }) => answer.answered);
  const refused = verdicts.filter(({ answer }) => !answer.answered);
  const correct = answerable.filter((verdict) => verdict.correct);
  return {
    questions: verdicts.length,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    scores: {
      'combined score': share(verdicts, (verdict) => verdict.correct),
      'answer accuracy': share(answerable, (verdict) => verdict.correct),
      'facts found': share(answerable, (verdict) => verdict.facts),
      'citation accuracy': share(answered, (verdict) => verdict.cited),
      'citation precision': mean(answered, (verdict) => verdict.precision),
      'ideal length': share(correct, (verdict) => verdict.concise),
      'abstention precision': share(refused, ({ question }) => !question.answerable),
      'abstention recall': share(unanswerable, ({ answer }) => !answer.answered),
      'false-answer rate': share(unanswerable, ({ answer }) => answer.answered),
    },
    kinds: KINDS.map((kind) => {
      const ofKind = verdicts.filter(({ question }) => question.kind === kind);
      return { kind, n: ofKind.length, correct: ofKind.filter((verdict) => verdict.correct).length };
    }).filter(({ n }) => n > 0),
    failures: verdicts.filter((verdict) => !verdict.correct),
  };
}

function share(verdicts: readonly Verdict[], counts: (verdict: Verdict) => boolean): Share {
  return mean(verdicts, (verdict) => Number(counts(verdict)));
}

function mean(verdicts: readonly Verdict[], worth: (verdict: Verdict) => number): Share {
  return verdicts.length === 0 ? null : verdicts.reduce((sum, verdict) => sum + worth(verdict), 0) / verdicts.length;
}
