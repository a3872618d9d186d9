import { REST } from 'discord.js';
import { ApplicationFlags, type RESTGetAPIGatewayBotResult, Routes } from 'discord-api-types/v10';
import type { DiscordConfig } from '../config.js';
import { type Finding, findingsOn } from '../doctor.js';
import { commandsFor, commandsToSet, type RegisteredCommand } from './commands.js';
import { fateOf } from './fate.js';
import { inviteUrl } from './invite.js';

const { ok, look, wrong } = findingsOn('discord');

/** Examines how Discord is set up: token, application, servers, commands, gateway. Changes nothing there. */
export async function* examineDiscord({ token, apiUrl, guild }: DiscordConfig): AsyncGenerator<Finding> {
  const rest = new REST({
    ...(apiUrl !== undefined && { api: apiUrl }),
    retries: 0,
    timeout: TIMEOUT,
    rejectOnRateLimit: () => true,
  }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as Application;
    yield ok(`DISCORD_TOKEN is that of the bot of the application ${named(application)}`);
    yield* examineApplication(application);
    if (guild !== undefined) yield await examineGuild(rest, guild);
    else yield* await examineGuilds(rest, application.id);
    yield await examineCommands(rest, application.id, guild);
    yield* examineGateway((await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult);
  } catch (error) {
    const { code } = fateOf(error);
    const isRefused = (error as { readonly status?: unknown }).status === 401;
    yield isRefused
      ? wrong(
          'Discord refuses DISCORD_TOKEN',
          'Reset the token on the page "Bot" of the application, and set the new one.',
        )
      : wrong(
          `Discord cannot be reached, or does not answer as it should (${code})`,
          'Let this machine reach it: look at DNS, firewall and proxy, and at DISCORD_API_URL if it is set.',
        );
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

/** Longest wait for an answer of Discord's, in milliseconds. */
const TIMEOUT = 8_000;

/** What is looked at of an application, https://docs.discord.com/developers/resources/application. A test server may tell less. */
interface Application {
  readonly id: string;
  readonly name?: string;
  readonly flags?: number;
  readonly bot_public?: boolean;
  readonly bot_require_code_grant?: boolean;
  readonly interactions_endpoint_url?: string | null;
}

function named({ id, name }: Application): string {
  return name === undefined ? id : `"${name}" (${id})`;
}

function* examineApplication(application: Application): Generator<Finding> {
  if (application.interactions_endpoint_url) {
    yield wrong(
      'Discord sends commands and buttons to an "Interactions Endpoint URL", and not to the bot',
      'Clear that address on the page "General Information" of the application.',
    );
  }
  if (application.bot_require_code_grant === true) {
    yield wrong(
      'nobody can invite the bot, because "Requires OAuth2 Code Grant" is on',
      'Switch it off on the page "Bot" of the application.',
    );
  }
  const on = PRIVILEGED.filter(([, flags]) => ((application.flags ?? 0) & flags) !== 0).map(([name]) => name);
  if (on.length === 0) yield ok('no privileged intent is on, and none is needed');
  else {
    yield look(
      `${on.join(' and ')} ${on.length === 1 ? 'is' : 'are'} on, and not needed`,
      'Switch off on the page "Bot", "Privileged Gateway Intents", what no other program needs.',
    );
  }
}

/** As the page "Bot" names them. */
const PRIVILEGED: readonly (readonly [name: string, flags: number])[] = [
  ['Presence Intent', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ['Server Members Intent', ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ['Message Content Intent', ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

async function examineGuild(rest: REST, guild: string): Promise<Finding> {
  try {
    await rest.get(Routes.guild(guild));
    return ok(`the bot is in the server of DISCORD_GUILD_ID`);
  } catch (error) {
    const { code } = fateOf(error);
    return wrong(
      `the bot is not in the server of DISCORD_GUILD_ID (${code})`,
      'Invite it there by the address that "dockercon-bot discord invite" prints, or correct the id.',
    );
  }
}

async function examineGuilds(rest: REST, application: string): Promise<readonly Finding[]> {
  try {
    const guilds = await rest.get(Routes.userGuilds(), { query: new URLSearchParams({ limit: '1' }) });
    if (!Array.isArray(guilds)) return [];
    if (guilds.length > 0) return [ok('the bot is in a server')];
    return [look('the bot is in no server yet', `Invite it: ${inviteUrl(application)}`)];
  } catch (error) {
    return [look(`Discord does not say in which servers the bot is (${fateOf(error).code})`, 'Try again later.')];
  }
}

async function examineCommands(rest: REST, application: string, guild: string | undefined): Promise<Finding> {
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  try {
    const registered = await rest.get(route);
    const wanted = commandsToSet(
      commandsFor(guild),
      Array.isArray(registered) ? (registered as RegisteredCommand[]) : [],
    );
    if (wanted === undefined) return ok('the commands are registered');
    return look('the commands are not registered as they are now', 'The next start of the bot does that.');
  } catch (error) {
    const { code } = fateOf(error);
    return wrong(
      `the commands cannot be looked at (${code})`,
      'Invite the bot again by the address that "dockercon-bot discord invite" prints: it needs the scope applications.commands.',
    );
  }
}

function* examineGateway({ shards, session_start_limit: limit }: RESTGetAPIGatewayBotResult): Generator<Finding> {
  if (limit.remaining === 0) {
    const minutes = Math.ceil(limit.reset_after / 60_000);
    yield wrong('the bot has no sessions left for today: it was started too often', `Wait ${minutes} minutes.`);
  } else yield ok(`the gateway can be asked for; ${limit.remaining} of ${limit.total} sessions are left for today`);
  if (shards > 1) {
    yield look(
      `Discord recommends ${shards} shards, and the bot runs one`,
      'Above 2,500 servers one is too few; this version runs no more.',
    );
  }
}
