import type { Command } from 'commander';

/** Adds `healthcheck`. */
export function addHealthcheck(program: Command, act: () => Promise<void>): void {
  program
    .command('healthcheck')
    .summary('ask the bot that runs here whether it lives')
    .description(
      'For a container engine: asks the bot that runs on this machine whether it lives. Where it listens at no port, sees whether the notes can be read.',
    )
    .addHelpText(
      'after',
      `
Exit code: 0 well, 1 not, 2 a fault.

Example:
  $ dockercon-bot healthcheck`,
    )
    .action(() => act());
}
