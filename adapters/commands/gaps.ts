import { type Command, InvalidArgumentError } from 'commander';
import { notesOption } from './notes-option.js';

/** What was typed after `gaps`. */
export interface GapsRequest {
  /** Path of the file of gaps; that of `GAPS_FILE` if left out. */
  readonly file?: string | undefined;
  readonly notes: readonly string[];
  /** Whether to list what the notes answer by now, too. */
  readonly all: boolean;
  /** Most groups that are listed. */
  readonly limit: number;
  readonly json: boolean;
}

/** Adds `gaps`. */
export function addGaps(program: Command, act: (request: GapsRequest) => Promise<void>): void {
  program
    .command('gaps')
    .summary('list what askers did not find in the notes')
    .description(
      'Lists the questions of GAPS_FILE that were not answered, most asked first, each with a note to write.',
    )
    .argument('[file]', 'file of gaps; that of GAPS_FILE if left out')
    .addOption(notesOption())
    .option('--limit <count>', 'how many to list', parseCount)
    .option('--all', 'also list what the notes answer by now')
    .option('--json', 'print them as JSON')
    .addHelpText(
      'after',
      `
Near-identical questions are put together. Answers that were judged not helpful are listed, too.

Exit code: 0 listed, 2 a fault.

Examples:
  $ dockercon-bot gaps
  $ dockercon-bot gaps /var/lib/dockercon-bot/gaps.jsonl --json`,
    )
    .action((file: string | undefined, options: Partial<GapsRequest>) => act({ ...DEFAULTS, ...options, file }));
}

const DEFAULTS = { notes: [], all: false, limit: 20, json: false };

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1, e.g. 20.');
  return Number(value);
}
