import type { Command } from 'commander';
import { notesOption } from './notes-option.js';

/** What was typed after `ask`. */
export interface AskRequest {
  readonly words: readonly string[];
  readonly notes: readonly string[];
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly explain: boolean;
}

/** Adds `ask`. */
export function addAsk(program: Command, act: (request: AskRequest) => Promise<void>): void {
  program
    .command('ask')
    .summary('answer a question')
    .description('Answers a question, or with --jsonl one question a line.')
    .argument('[question...]', 'the question; quotation marks around it are optional')
    .addOption(notesOption())
    .option('--json', 'print the whole answer as JSON')
    .option('--jsonl', 'read {"id", "question", "context"} lines, write an answer line for each')
    .option('--explain', 'also print matched terms, scores and runners-up')
    .addHelpText(
      'after',
      `
Exit code: 0 answered, 1 not answered, 2 a fault. With --jsonl: 0, unless there is a fault.

Examples:
  $ dockercon-bot ask "what is Project Orca"
  $ dockercon-bot ask --explain who demoed Docker Hub
  $ dockercon-bot ask --notes talks/2015 --notes talks/2017 "what changed in networking"
  $ echo '{"id":"1","question":"who demoed it?","context":["what is Project Orca?"]}' | dockercon-bot ask --jsonl`,
    )
    .action((words: string[], options: Partial<AskRequest>) => act({ ...DEFAULTS, ...options, words }));
}

const DEFAULTS = { notes: [], json: false, jsonl: false, explain: false };
