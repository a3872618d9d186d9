import {
  type IContextFetchingStrategy,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { type ClientOptions, Collection } from 'discord.js';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Brake } from './brake.js';

type WebSocketOptions = NonNullable<ClientOptions['ws']>;
type Strategy = NonNullable<WebSocketOptions['buildStrategy']>;

type Statuses = Awaited<ReturnType<IShardingStrategy['fetchStatus']>>;

/**
 * The gateway's part of the client's options. As discord.js runs its shards in one process, with two differences: connections
 * and identifies are held back by a brake, because discord.js knows none (a gateway that closes at once is called twice a
 * second for ever); and an event whose handling throws is left out, where it would otherwise end the process.
 */
export function gatewayOptions(brake: Brake, log: Log): WebSocketOptions {
  const buildStrategy: Strategy = (manager): IShardingStrategy => {
    const shards = new Map<number, WebSocketShard>();
    return {
      async spawn(ids) {
        const options = await managerToFetchingStrategyOptions(manager);
        for (const id of ids) {
          const strategy: IContextFetchingStrategy = {
            options,
            async retrieveSessionInfo(shardId) {
              // Asked for once before each connection, and again with every event.
              if (shards.get(shardId)?.status === WebSocketShardStatus.Idle) await brake.connect();
              return manager.options.retrieveSessionInfo(shardId);
            },
            updateSessionInfo: (shardId, info) => manager.options.updateSessionInfo(shardId, info),
            async waitForIdentify(_shardId, signal) {
              const { remaining, reset_after } = options.gatewayInformation.session_start_limit;
              await brake.identify({ remaining, resetAfter: reset_after }, signal);
            },
          };
          const shard = new WebSocketShard(strategy, id);
          for (const event of Object.values(WebSocketShardEvents)) {
            shard.on(event as WebSocketShardEvents.Ready, (payload: object) => {
              if (event === WebSocketShardEvents.Ready || event === WebSocketShardEvents.Resumed) brake.connected();
              try {
                manager.emit(event as WebSocketShardEvents.Ready, { ...payload, shardId: id } as never);
              } catch (error) {
                // Our own listeners come first: what fails is discord.js's picture of the event, which nobody looks at.
                log.debug(
                  { platform: 'discord', err: error },
                  `discord.js could not read an event: ${reasonOf(error)}`,
                );
              }
            });
          }
          shards.set(id, shard);
        }
      },
      async connect() {
        await Promise.all([...shards.values()].map((shard) => shard.connect()));
      },
      async destroy(options) {
        await Promise.all([...shards.values()].map((shard) => shard.destroy(options)));
        shards.clear();
      },
      async send(id, payload) {
        const shard = shards.get(id);
        if (shard === undefined) throw new RangeError(`there is no shard ${id}`);
        await shard.send(payload);
      },
      async fetchStatus() {
        const statuses = new Collection([...shards].map(([id, { status }]) => [id, status] as const));
        // The two packages have a Collection of their own each, of the same shape as far as it is used.
        return statuses as unknown as Statuses;
      },
    };
  };
  return { buildStrategy };
}
