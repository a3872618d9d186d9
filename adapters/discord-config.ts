import * as v from 'valibot';

/** What the bot needs to join Discord: a token, and nothing else. */
export interface DiscordConfig {
  readonly token: string;
  /** A server whose own commands are registered instead of global ones: they are there at once. */
  readonly guild?: string;
  /** Base of the REST API without its version, for tests and proxies. */
  readonly apiUrl?: string;
  /** Ids of the channels that are answered in, with their threads; absent for all. */
  readonly channels?: readonly string[];
}

/** The names of Discord's variables. */
export const DISCORD_VARIABLES = ['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'DISCORD_CHANNELS', 'DISCORD_API_URL'] as const;
export const DISCORD_SECRETS = ['DISCORD_TOKEN'] as const;

const WHERE =
  'Copy it from the page "Bot" of the application at https://discord.com/developers/applications ("Reset Token").';
/** https://docs.discord.com/developers/reference#snowflakes: 64 bits in decimal. */
const ID = /^\d{15,20}$/;

/** What each of Discord's variables must look like. No message repeats a value that could be secret. */
export const DISCORD_SCHEMA = {
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => tokenFault(value) === undefined,
        ({ input }) => `${tokenFault(input)} ${WHERE}`,
      ),
    ),
  ),
  DISCORD_GUILD_ID: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        ID,
        'expected the id of a server, 15 to 20 digits. Switch on the developer mode of Discord, and copy it from the menu of the server.',
      ),
    ),
  ),
  DISCORD_CHANNELS: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(/[\s,]+/).filter((id) => id !== '')),
      v.check(
        (ids) => ids.length > 0 && ids.every((id) => ID.test(id)),
        'expected ids of channels with commas between, each 15 to 20 digits. Switch on the developer mode of Discord, and copy them from the menus of the channels.',
      ),
    ),
  ),
  DISCORD_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
        'expected the base of a Discord API, e.g. https://discord.com/api.',
      ),
      // discord.js adds the version.
      v.transform((value) => value.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
    ),
  ),
};

interface DiscordValues {
  readonly DISCORD_TOKEN?: string | undefined;
  readonly DISCORD_GUILD_ID?: string | undefined;
  readonly DISCORD_CHANNELS?: readonly string[] | undefined;
  readonly DISCORD_API_URL?: string | undefined;
}

/** The part of the configuration; nothing without a token. */
export function discordConfig(values: DiscordValues): { readonly discord?: DiscordConfig } {
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guild, DISCORD_CHANNELS: channels, DISCORD_API_URL: apiUrl } = values;
  if (token === undefined) return {};
  return {
    discord: {
      token,
      ...(guild !== undefined && { guild }),
      ...(channels !== undefined && { channels }),
      ...(apiUrl !== undefined && { apiUrl }),
    },
  };
}

/** What is wrong with a token, by its shape alone. */
function tokenFault(value: unknown): string | undefined {
  const text = String(value);
  if (/\s/.test(text)) return 'holds a space: leave out "Bot " and all else that is not the token.';
  if (/^\d+$/.test(text)) return 'is the id of an application, and the token of its bot is needed.';
  if (/^[0-9a-f]{64}$/i.test(text)) return "is an application's public key, and the token of its bot is needed.";
  if (/^[\w-]{32}$/.test(text)) return "is an application's client secret, and the token of its bot is needed.";
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? undefined : 'expected three parts with full stops between.';
}
