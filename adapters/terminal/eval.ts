import { readFileSync } from 'node:fs';
import type { EvalRequest } from '../commands/eval.js';
import { OperatorError, reasonOf } from '../errors.js';
import { decodeText } from '../text-file.js';
import { answerRecord } from './answer-text.js';
import { judge, type Verdict } from './evaluation/judge.js';
import { parseQuestions, type TestQuestion } from './evaluation/questions.js';
import { evaluationRecord, report, summarizeTimes } from './evaluation/report.js';
import { evaluate } from './evaluation/scores.js';
import { auditReport, auditSuggestions } from './evaluation/suggestions.js';
import { printableJson } from './printable.js';
import { EXIT, print, type Terminal, warnOfErrors } from './terminal.js';

/**
 * Scores the answers to a file's questions, or to the bot's own suggestions. Resolves to the exit code: 1 when they fall short, 0
 * otherwise.
 *
 * @throws OperatorError when neither or both are given, and as {@link evaluateFile} does.
 */
export async function evaluateAnswers(request: EvalRequest, terminal: Terminal): Promise<number> {
  const { file, suggestions, min } = request;
  if (suggestions) {
    if (file !== undefined || min !== undefined)
      throw new OperatorError('usage', 'eval --suggestions asks what the bot suggests: leave out the file and --min.');
    return evaluateSuggestions(request, terminal);
  }
  if (file === undefined)
    throw new OperatorError('usage', 'eval needs a question file, or --suggestions. Add --help for its form.');
  return evaluateFile({ ...request, file }, terminal);
}

/** Asks every question that the bot suggests; 1 when one is not answered from where it was found. */
async function evaluateSuggestions({ notes, json }: EvalRequest, terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const corpus = await terminal.readCorpus(notes);
  await warnOfErrors(corpus, stderr);
  const audit = await auditSuggestions(corpus.openEngine());
  await print(stdout, json ? `${printableJson(audit, 2)}\n` : auditReport(audit));
  return audit.misleading.length === 0 ? EXIT.done : EXIT.failed;
}

/**
 * Asks every question of a file and prints how well they were answered. Resolves to the exit code: 1 when the combined
 * score is below `min`, 0 otherwise.
 *
 * @throws OperatorError with everything that is wrong with the question file, each with its line.
 */
async function evaluateFile(request: EvalRequest & { readonly file: string }, terminal: Terminal): Promise<number> {
  const { file, notes, min = 0, failures, json } = request;
  const { stdout, stderr } = terminal;
  const questions = readQuestions(file);
  const corpus = await terminal.readCorpus(notes);
  await warnOfErrors(corpus, stderr);
  const engine = corpus.openEngine();

  const verdicts: Verdict[] = [];
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    const answer = await engine.ask(question.question, { history: question.context ?? [] });
    times.push(performance.now() - start);
    verdicts.push(judge(question, answerRecord(answer)));
  }
  const evaluation = evaluate(verdicts);
  const summary = summarizeTimes(times);
  await print(
    stdout,
    json ? `${printableJson(evaluationRecord(evaluation, summary), 2)}\n` : report(evaluation, summary, failures),
  );
  const score = evaluation.scores['combined score'] ?? 0;
  if (score >= min) return EXIT.done;
  await print(stderr, `dockercon-bot: the combined score is ${score.toFixed(4)}, expected at least ${min}.\n`);
  return EXIT.failed;
}

function readQuestions(path: string): readonly TestQuestion[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new OperatorError('question-file', `${path}: cannot be read (${reasonOf(error)}).`, { cause: error });
  }
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw new OperatorError('question-file', `${path}: line ${decoded.line}: ${decoded.fault}.`);
  const parsed = parseQuestions(decoded.text);
  if ('questions' in parsed) return parsed.questions;
  const count = parsed.faults.length === 1 ? '1 fault' : `${parsed.faults.length} faults`;
  throw new OperatorError(
    'question-file',
    [`${path}: ${count}`, ...parsed.faults.map((fault) => `  ${fault}`)].join('\n'),
  );
}
