import type { Command } from 'commander';

/** What was typed after `doctor`. */
export interface DoctorRequest {
  readonly json: boolean;
}

/** Adds `doctor`. */
export function addDoctor(program: Command, act: (request: DoctorRequest) => Promise<void>): void {
  program
    .command('doctor')
    .summary('say what is wrong with the set-up, and what to do')
    .description(
      'Looks at the configuration, the notes, this machine, and at Slack and Discord where they are configured. Says per line what is well, what is wrong, and which switch to flip. Changes nothing.',
    )
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Exit code: 0 nothing is wrong, 1 something is, 2 a wrong option.

Example:
  $ dockercon-bot doctor`,
    )
    .action((options: Partial<DoctorRequest>) => act({ json: false, ...options }));
}
