import type { DiscordConfig } from '../../../adapters/config.js';
import { createDiscordAdapter } from '../../../adapters/discord/discord.js';
import { createLog } from '../../../adapters/log.js';
import type { Engine } from '../../../src/index.js';
import { fakeEngine, memoryOutput } from '../fakes.js';
import { BOT, type FakeDiscord, TOKEN } from './fake-discord.js';

/** The adapter with the real client, at a Discord on this machine. */
export function running(
  discord: FakeDiscord,
  { engine = fakeEngine() as Engine, config = {} as Partial<DiscordConfig>, chat = {} } = {},
) {
  const output = memoryOutput();
  const log = createLog({ level: 'trace', secrets: [TOKEN] }, output);
  const adapter = createDiscordAdapter({
    config: { notes: [], logLevel: 'trace', chat },
    engine,
    log,
    discord: { token: TOKEN, apiUrl: discord.apiUrl, ...config },
  });
  return { ...adapter, output };
}

export const GUILD = '200000000000000001';
export const CHANNEL = '210000000000000001';
export const ANN = { id: '220000000000000001', username: 'ann', global_name: 'Ann', discriminator: '0' };

/** A message in a server; by default one that mentions the bot. */
export function guildMessage(discord: FakeDiscord, content: string, changes: object = {}) {
  return {
    id: discord.id(),
    type: 0,
    guild_id: GUILD,
    channel_id: CHANNEL,
    author: ANN,
    content: `<@${BOT.id}> ${content}`,
    mentions: [{ ...BOT }],
    attachments: [],
    embeds: [],
    ...changes,
  };
}

/** An interaction in a server. */
export function interaction(discord: FakeDiscord, changes: object) {
  return {
    id: discord.id(),
    application_id: BOT.id,
    token: 'secret-interaction-token',
    version: 1,
    guild_id: GUILD,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0 },
    member: { user: ANN, nick: null },
    context: 0,
    entitlements: [],
    authorizing_integration_owners: {},
    ...changes,
  };
}

/** The slash command. */
export function slash(discord: FakeDiscord, question: string, changes: object = {}) {
  const options = [{ type: 3, name: 'question', value: question }];
  return interaction(discord, { type: 2, data: { id: '1', type: 1, name: 'dockercon', options }, ...changes });
}

/** All that a message shows, as one text. */
export function textOf(message: unknown): string {
  const { components = [], content = '' } = (message ?? {}) as { components?: unknown[]; content?: string };
  return [content, ...components.map(textOf)].filter((text) => text !== '').join('\n');
}

/** A message's buttons. */
export function buttonsOf(message: unknown): { readonly label: string; readonly custom_id: string }[] {
  const {
    components = [],
    custom_id,
    label,
  } = message as { components?: unknown[]; custom_id?: string; label?: string };
  return [...(custom_id === undefined ? [] : [{ label: label ?? '', custom_id }]), ...components.flatMap(buttonsOf)];
}
