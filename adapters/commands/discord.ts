import { Command } from 'commander';

/** Adds `discord` with what can be done there. */
export function addDiscord(program: Command, act: { readonly invite: () => Promise<void> }): void {
  program
    .command('discord')
    .summary('invite the bot to a Discord server')
    .description('What is needed to set the bot up in Discord.')
    .addCommand(
      new Command('invite')
        .description(
          'Prints the address at which the bot of DISCORD_TOKEN is invited to a server, with the least permissions.',
        )
        .exitOverride()
        .addHelpText(
          'after',
          `
Exit code: 0 printed, 2 a fault.

Example:
  $ dockercon-bot discord invite`,
        )
        .action(() => act.invite()),
    );
}
