import type { Command } from 'commander';

/** What was typed after `check`. */
export interface CheckRequest {
  readonly folders: readonly string[];
  readonly json: boolean;
}

/** Adds `check`. */
export function addCheck(program: Command, act: (request: CheckRequest) => Promise<void>): void {
  program
    .command('check')
    .summary('list what is wrong with notes')
    .description('Lists what is wrong with notes, a line each: file:line: severity rule: message.')
    .argument('[dir...]', 'folders of notes; those of NOTES_DIR if left out')
    .option('--json', 'print the problems as JSON')
    .addHelpText(
      'after',
      `
Exit code: 0 no error (there may be warnings), 1 errors, 2 a folder cannot be read.

Examples:
  $ dockercon-bot check
  $ dockercon-bot check content/posts --json`,
    )
    .action((folders: string[], options: Partial<CheckRequest>) => act({ json: false, ...options, folders }));
}
