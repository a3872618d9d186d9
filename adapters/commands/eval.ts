import { type Command, InvalidArgumentError } from 'commander';
import { notesOption } from './notes-option.js';

/** What was typed after `eval`. */
export interface EvalRequest {
  /** Path of the question file; none to audit suggestions. */
  readonly file?: string;
  /** Whether to ask, instead of a file's questions, all that the bot itself suggests. */
  readonly suggestions: boolean;
  readonly notes: readonly string[];
  /** Lowest combined score that passes, from 0 to 1. */
  readonly min?: number;
  readonly failures: boolean;
  readonly json: boolean;
}

/** Adds `eval`. */
export function addEval(program: Command, act: (request: EvalRequest) => Promise<void>): void {
  program
    .command('eval')
    .summary('score the answers to a file of questions')
    .description(
      'Asks every question of a file and scores the answers against what the file expects. With --suggestions, asks every question that the bot itself suggests.',
    )
    .argument('[file]', 'question file, one JSON object a line')
    .addOption(notesOption())
    .option('--suggestions', 'ask all that is suggested, and list what is not answered from where it was found')
    .option('--min <score>', 'lowest combined score that passes, from 0 to 1', parseScore)
    .option('--failures', 'also list every failed question with its answer')
    .option('--json', 'print the scores as JSON')
    .addHelpText(
      'after',
      `
A line of the file holds "id", "question", "kind", "answerable"; for an answerable question "expect" (lists of regular
expressions: one of each list must match), "source" (a list of {"event", "day"}: one must be among the first three
citations) and "max_chars"; and where they apply "context" (earlier questions), "ideal_chars" and "note".

Exit code: 0 scored, 1 below --min or a suggestion that misleads, 2 a fault.

Examples:
  $ dockercon-bot eval questions.jsonl --failures
  $ dockercon-bot eval --suggestions --notes content/posts
  $ dockercon-bot eval questions.jsonl --notes content/posts --min 0.9`,
    )
    .action((file: string | undefined, options: Partial<EvalRequest>) =>
      act({ ...DEFAULTS, ...options, ...(file !== undefined && { file }) }),
    );
}

const DEFAULTS = { notes: [], suggestions: false, failures: false, json: false };

function parseScore(value: string): number {
  if (!/^(?:0(?:\.\d+)?|\.\d+|1(?:\.0+)?)$/.test(value)) {
    throw new InvalidArgumentError('Expected a number from 0 to 1, e.g. 0.9.');
  }
  return Number(value);
}
