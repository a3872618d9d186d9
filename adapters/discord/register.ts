import { Routes, type Snowflake } from 'discord-api-types/v10';
import type { Log } from '../log.js';
import { commandsFor, commandsToSet, type RegisteredCommand } from './commands.js';
import { fateOf } from './fate.js';

/** The calls to Discord's REST API that registering needs. */
export interface CommandsApi {
  get(route: `/${string}`): Promise<unknown>;
  put(route: `/${string}`, options: { readonly body: unknown }): Promise<unknown>;
}

/** What to register, and where. */
export interface Registration {
  readonly application: Snowflake;
  /** The server to register for; absent to register globally. */
  readonly guild?: Snowflake | undefined;
  /** The servers that the bot is in: their own commands are removed when commands are global. */
  readonly guilds: readonly Snowflake[];
}

/**
 * Registers the commands where they differ from what is registered, and removes those that an earlier start left in the other
 * place. Registers nothing when nothing differs. Never rejects: the bot answers mentions without commands too.
 */
export async function registerCommands(api: CommandsApi, registration: Registration, log: Log): Promise<void> {
  const { application, guild, guilds } = registration;
  const everywhere = Routes.applicationCommands(application);
  const within = (one: Snowflake) => Routes.applicationGuildCommands(application, one);
  const here = guild === undefined ? everywhere : within(guild);
  if (!(await set(here, commandsFor(guild)))) return;
  if (guild !== undefined) await set(everywhere, []);
  const others = guilds.filter((one) => one !== guild);
  if (others.length > MOST_GUILDS) {
    log.debug({ platform: 'discord', guilds: others.length }, 'in too many servers to look for their own old commands');
    return;
  }
  for (const other of others) await set(within(other), []);

  async function set(route: `/${string}`, wanted: ReturnType<typeof commandsFor>): Promise<boolean> {
    try {
      const registered = await api.get(route);
      const body = commandsToSet(wanted, Array.isArray(registered) ? (registered as RegisteredCommand[]) : []);
      if (body === undefined) return true;
      await api.put(route, { body });
      log.info({ platform: 'discord', where: placeOf(route), commands: wanted.length }, 'commands registered');
      return true;
    } catch (error) {
      const { code } = fateOf(error);
      const hint =
        code === 50001 ? ' Invite the bot with the scope applications.commands: dockercon-bot discord invite.' : '';
      log.error(
        { platform: 'discord', where: placeOf(route), code },
        `the commands cannot be registered (${code}).${hint}`,
      );
      return false;
    }
  }
}

/** Servers in which old commands are looked for: each costs a call at every start. */
const MOST_GUILDS = 25;

function placeOf(route: string): string {
  return /\/guilds\/(\d+)\//.exec(route)?.[1] ?? 'everywhere';
}
