import { GatewayCloseCodes } from 'discord-api-types/v10';
import { OperatorError } from '../errors.js';

/** Said when Discord refuses the token. */
export const BAD_TOKEN =
  'DISCORD_TOKEN: Discord refuses it. Reset the token on the page "Bot" of the application at https://discord.com/developers/applications, and set the new one.';

/**
 * Why the gateway will never take the bot back, with what the operator can do about it; `undefined` for a close that is followed
 * by another connection. See https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.
 */
export function fatalClose(code: number): OperatorError | undefined {
  const text = FATAL.get(code);
  return text === undefined ? undefined : new OperatorError('config', text);
}

const FATAL: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, BAD_TOKEN],
  [
    GatewayCloseCodes.InvalidShard,
    'Discord refuses this part of the bot (4010, invalid shard). Unset SHARDS and SHARD_COUNT.',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'Discord wants the bot in several processes (4011, sharding required): it is in more than 2,500 servers, and this version runs in one.',
  ],
  [GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks this version of its API (4012). Update the bot.'],
  [GatewayCloseCodes.InvalidIntents, 'Discord does not know the intents of the bot (4013). Update the bot.'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord refuses the intents ("Used disallowed intents", 4014). The bot asks for none that is privileged; make sure that DISCORD_TOKEN belongs to a bot of yours, and that Discord has not restricted it.',
  ],
]);
