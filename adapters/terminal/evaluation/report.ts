import { printable } from '../printable.js';
import type { Verdict } from './judge.js';
import { type Evaluation, SCORES, type ScoreName, type Share } from './scores.js';
import { dayNumber } from './sources.js';

/** Milliseconds that the engine took for a question: at the median and at the 95th percentile. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** The median and the 95th percentile (nearest rank) of times; `undefined` without any. */
export function summarizeTimes(times: readonly number[]): Times | undefined {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (fraction: number) => sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)];
  const [p50, p95] = [at(0.5), at(0.95)];
  return p50 === undefined || p95 === undefined ? undefined : { p50, p95 };
}

/** An evaluation as a person reads it; ends with a line feed. */
export function report(evaluation: Evaluation, times: Times | undefined, listFailures: boolean): string {
  const { questions, answerable, unanswerable, scores, kinds, failures } = evaluation;
  const names = Object.keys(SCORES) as ScoreName[];
  const lines = [
    `${questions} questions: ${answerable} answerable, ${unanswerable} not`,
    '',
    ...names.map((name) => `${name.padEnd(22)}${percent(scores[name])}  ${SCORES[name]}`),
    '',
    `time per question     ${times ? `p50 ${times.p50.toFixed(1)} ms, p95 ${times.p95.toFixed(1)} ms` : 'n/a'}`,
    '',
    'by kind',
    ...kinds.map(
      ({ kind, n, correct }) => `  ${kind.padEnd(20)}${`${correct}/${n}`.padStart(7)}  ${percent(correct / n)}`,
    ),
  ];
  if (listFailures) lines.push('', `${failures.length} failed`, ...failures.flatMap(failureLines));
  return `${lines.join('\n')}\n`;
}

/** An evaluation as scripts read it, failures included. */
export function evaluationRecord(evaluation: Evaluation, times: Times | undefined): object {
  const { scores, failures, ...counts } = evaluation;
  return { ...counts, scores, ms: times ?? null, failures: failures.map(failureRecord) };
}

function failureRecord({ question, answer, failure }: Verdict) {
  return {
    id: question.id,
    kind: question.kind,
    question: [...(question.context ?? []), question.question].join(' » '),
    reason: failure,
    text: answer.text,
    cited: answer.citations.map(({ event, title, day }) =>
      [event || title, day !== undefined && `day ${dayNumber(day)}`].filter(Boolean).join(' '),
    ),
  };
}

function failureLines(verdict: Verdict): readonly string[] {
  const { id, kind, question, reason, text, cited } = failureRecord(verdict);
  const flat = printable(text).replace(/\s+/g, ' ').trim();
  return [
    '',
    printable(`  ${id} [${kind}] ${question}`),
    printable(`    ${reason}; ${text.trim().length} characters; cited: ${cited.join(', ') || 'nothing'}`),
    `    ${flat.length > MAX_TEXT ? `${flat.slice(0, MAX_TEXT)}...` : flat || '(no text)'}`,
  ];
}

/** Characters of a failed answer that are listed: enough to see what went wrong. */
const MAX_TEXT = 400;

function percent(share: Share): string {
  return (share === null ? 'n/a' : `${(100 * share).toFixed(1)}%`).padStart(6);
}
