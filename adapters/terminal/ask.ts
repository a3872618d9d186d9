import type { Answer } from '../../src/index.js';
import type { AskRequest } from '../commands/ask.js';
import { OperatorError } from '../errors.js';
import { printableJson } from './printable.js';
import { EXIT, print, screenOf, type Terminal, warnOfErrors } from './terminal.js';

/**
 * Answers one question, or with `jsonl` every question on the standard input. Resolves to the exit code, as of grep: 0
 * answered, 1 abstained.
 *
 * @throws OperatorError when there is no question, or a question too many.
 */
export async function ask({ words, notes, json, jsonl, explain }: AskRequest, terminal: Terminal): Promise<number> {
  if (jsonl && words.length > 0)
    throw new OperatorError('usage', 'ask --jsonl reads its questions from the standard input.');
  if (!jsonl && words.length === 0) throw new OperatorError('usage', 'ask needs a question, e.g. ask "what is runC".');
  const corpus = await terminal.readCorpus(notes);
  await warnOfErrors(corpus, terminal.stderr);
  const engine = corpus.openEngine();
  if (jsonl) {
    const { answerLines } = await import('./jsonl.js');
    await answerLines(engine, terminal.stdin, terminal.stdout, explain);
    return EXIT.done;
  }
  const answer = await engine.ask(words.join(' '), { explain });
  await print(terminal.stdout, json ? `${printableJson(answer, 2)}\n` : await shown(answer, terminal));
  return answer.answered ? EXIT.answered : EXIT.abstained;
}

/** The code that lays out text is loaded here, because scripts do without it. */
async function shown(answer: Answer, { stdout, config }: Terminal): Promise<string> {
  const { format } = await import('./format.js');
  return format(answer, await screenOf(stdout, config));
}
