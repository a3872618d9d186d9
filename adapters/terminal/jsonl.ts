import type { Engine } from '../../src/index.js';
import { reasonOf } from '../errors.js';
import { answerRecord } from './answer-text.js';
import { inputLines, MAX_LINE_BYTES } from './lines.js';
import { printableJson } from './printable.js';
import { type Output, print } from './terminal.js';

/** A question of a script. */
export interface QuestionRecord {
  /** Given back with the answer; null when the script gave none. */
  readonly id: string | number | null;
  readonly question: string;
  /** Earlier questions of the same conversation, oldest first. */
  readonly context: readonly string[];
}

/**
 * Answers questions line by line until the input ends or the output is closed: one line out for each line in, in order.
 *
 * A line that is no question gets `{"id", "error"}`, and the next line works. Blank lines are passed over. `ms` is the time
 * the engine took. Nothing is read ahead while the output cannot take more.
 */
export async function answerLines(
  engine: Engine,
  input: AsyncIterable<Uint8Array | string>,
  output: Output,
  explain: boolean,
): Promise<void> {
  for await (const line of inputLines(input, MAX_LINE_BYTES)) {
    if (output.destroyed || output.writableEnded) return;
    if ('text' in line && line.text.trim() === '') continue;
    const reply = 'text' in line ? await replyTo(line.text, engine, explain) : tooLong(line.tooLong);
    await print(output, `${printableJson(reply)}\n`);
  }
}

async function replyTo(line: string, engine: Engine, explain: boolean): Promise<object> {
  const parsed = parseQuestion(line);
  if ('error' in parsed) return parsed;
  const { id, question, context } = parsed;
  try {
    const start = performance.now();
    const answer = await engine.ask(question, { history: context, explain });
    const ms = Math.round((performance.now() - start) * 1000) / 1000;
    const { hits, ...record } = answerRecord(answer);
    return { id, ...record, ms, ...(hits && { hits }) };
  } catch (error) {
    return { id, error: `the engine failed: ${reasonOf(error)}` };
  }
}

/** Reads a line as a question, or says what is wrong with it. */
function parseQuestion(line: string): QuestionRecord | { readonly id: string | number | null; readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is not JSON, expected {"id", "question", "context"}' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { id: null, error: `the line is ${nameOf(value)}, expected an object {"id", "question", "context"}` };
  }
  const { id = null, question, context } = value as Record<string, unknown>;
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') {
    return { id: null, error: `id is ${nameOf(id)}, expected a string or a number` };
  }
  if (typeof question !== 'string') {
    return {
      id,
      error: question === undefined ? 'question is missing' : `question is ${nameOf(question)}, expected a string`,
    };
  }
  if (context === undefined || context === null) return { id, question, context: [] };
  if (!isTextList(context)) return { id, error: 'context is not a list of strings: expected the earlier questions' };
  return { id, question, context };
}

function tooLong(limit: number): object {
  return { id: null, error: `the line is longer than ${limit} bytes` };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** A value's type as JSON calls it. */
function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a${typeof value === 'object' ? 'n' : ''} ${typeof value}`;
}
