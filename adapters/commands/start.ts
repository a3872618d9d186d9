import type { Command } from 'commander';

/** Adds `start`. */
export function addStart(program: Command, act: () => Promise<void>): void {
  program
    .command('start')
    .summary('join the chat platforms that are configured, or open the playground')
    .description(
      'Joins every chat platform that is configured; where none is, opens the playground in the browser of this machine. Runs until it is stopped by SIGTERM or Ctrl-C.',
    )
    .addHelpText(
      'after',
      `
Logs one JSON object a line to the standard output, readable lines on a terminal. LOG_LEVEL sets how much.

Exit code: 0 stopped, 1 a fault.

Example:
  $ LOG_LEVEL=debug dockercon-bot start`,
    )
    .action(() => act());
}
