import {
  type IContextFetchingStrategy,
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  type SessionInfo,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { type ClientOptions, Collection } from 'discord.js';
import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Brake } from './brake.js';
import { completeReady, isFrame, isResumableInvalidSession } from './frames.js';

type WebSocketOptions = NonNullable<ClientOptions['ws']>;
type Strategy = NonNullable<WebSocketOptions['buildStrategy']>;
type Manager = Parameters<Strategy>[0];

type Statuses = Awaited<ReturnType<IShardingStrategy['fetchStatus']>>;

/**
 * The gateway's part of the client's options. As discord.js runs its shards in one process, with these differences: connections
 * and identifies are held back by a brake, because discord.js knows none (a gateway that closes at once is called twice a
 * second for ever); what the gateway says in a wrong form is left out, where it would end the process; and a session that
 * cannot be gone on with is given up for a new one, where discord.js would try or wait for ever.
 */
export function gatewayOptions(brake: Brake, log: Log): WebSocketOptions {
  const buildStrategy: Strategy = (manager): IShardingStrategy => {
    const shards = new Map<number, WebSocketShard>();
    return {
      async spawn(ids) {
        const options = await managerToFetchingStrategyOptions(manager);
        const { url } = options.gatewayInformation;
        if (!isAddress(url)) throw new Error('Discord named no gateway');
        const timeouts = { handshakeTimeout: CONNECT_TIMEOUT, helloTimeout: CONNECT_TIMEOUT };
        for (const id of ids) shards.set(id, createShard(manager, { ...options, ...timeouts }, id, brake, log));
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

/** Longest wait for a connection, and then for its first word, in milliseconds. discord.js waits half a minute and a minute. */
const CONNECT_TIMEOUT = 10_000;
/** Longest wait for a session to be gone on with, in milliseconds. discord.js waits for ever. */
const RESUME_TIMEOUT = 15_000;
/** Connections that are made for the same session, one after another, before a new one is begun. */
const MOST_RESUMES = 3;

function createShard(
  manager: Manager,
  options: IContextFetchingStrategy['options'],
  id: number,
  brake: Brake,
  log: Log,
): WebSocketShard {
  let resumes = 0;
  let isInvalid = false;
  let patience: NodeJS.Timeout | undefined;

  const strategy: IContextFetchingStrategy = {
    options,
    async retrieveSessionInfo(shardId) {
      // Asked for once before each connection, and again with every event.
      if (shard.status !== WebSocketShardStatus.Idle) return manager.options.retrieveSessionInfo(shardId);
      await brake.connect();
      const session = await manager.options.retrieveSessionInfo(shardId);
      if (session === null) return null;
      if (resumes++ < MOST_RESUMES) return resumable(session, options.gatewayInformation.url);
      log.info({ platform: 'discord' }, 'the session cannot be gone on with, and a new one is begun');
      await manager.options.updateSessionInfo(shardId, null);
      return null;
    },
    updateSessionInfo: (shardId, info) => manager.options.updateSessionInfo(shardId, info),
    async waitForIdentify(_shardId, signal) {
      const { remaining, reset_after } = options.gatewayInformation.session_start_limit;
      await brake.identify({ remaining, resetAfter: reset_after }, signal);
    },
  };

  const shard = new WebSocketShard(strategy, id);
  guard(shard, log, () => {
    // Told so again before the session is gone on with: asked at once, it would be told so for ever.
    const isAgain = isInvalid;
    isInvalid = true;
    return isAgain;
  });

  for (const event of Object.values(WebSocketShardEvents)) {
    shard.on(event as WebSocketShardEvents.Ready, (payload: object) => {
      if (event === WebSocketShardEvents.Ready || event === WebSocketShardEvents.Resumed) {
        brake.connected();
        resumes = 0;
        isInvalid = false;
      }
      if (event === WebSocketShardEvents.Hello) void watch();
      else if (ENDS_WAIT.has(event)) clearTimeout(patience);
      if (event === WebSocketShardEvents.Ready)
        completeReady((payload as { readonly data: GatewayReadyDispatchData }).data);
      try {
        manager.emit(event as WebSocketShardEvents.Ready, { ...payload, shardId: id } as never);
      } catch (error) {
        // Our own listeners come first: what fails is discord.js's picture of the event, which nobody looks at.
        log.debug({ platform: 'discord', err: error }, `discord.js could not read an event: ${reasonOf(error)}`);
      }
    });
  }
  return shard;

  /** Where a session is gone on with, Discord must say so in time. */
  async function watch(): Promise<void> {
    if ((await manager.options.retrieveSessionInfo(id)) === null) return;
    clearTimeout(patience);
    patience = setTimeout(() => {
      log.warn({ platform: 'discord' }, 'Discord does not go on with the session, and a new one is begun');
      void shard.destroy({ reason: 'not resumed in time', recover: WebSocketShardDestroyRecovery.Reconnect });
    }, RESUME_TIMEOUT);
    patience.unref();
  }
}

const ENDS_WAIT: ReadonlySet<WebSocketShardEvents> = new Set([
  WebSocketShardEvents.Ready,
  WebSocketShardEvents.Resumed,
  WebSocketShardEvents.Closed,
]);

/**
 * Leaves out the frames that are in no form, and meets a session that is invalid again and again with another connection, which
 * the brake holds back. The method is private to the shard, which offers no other place before a frame is read; the tests of
 * the gateway hold it.
 */
function guard(shard: WebSocketShard, log: Log, isInvalidAgain: () => boolean): void {
  // biome-ignore lint/complexity/useLiteralKeys: by a literal key TypeScript lets a private member be reached.
  const read = shard['onMessage'].bind(shard);
  // biome-ignore lint/complexity/useLiteralKeys: as above.
  shard['onMessage'] = async (data: unknown, isBinary: boolean) => {
    if (!isFrame(data)) {
      log.warn({ platform: 'discord' }, 'the gateway of Discord sent what cannot be read; it is left out');
      return;
    }
    if (isResumableInvalidSession(data) && isInvalidAgain()) {
      await shard.destroy({ reason: 'invalid session', recover: WebSocketShardDestroyRecovery.Resume });
      return;
    }
    await read(data, isBinary);
  };
}

/** A session that names no address of its own is gone on with where it was begun. */
function resumable(session: SessionInfo, gateway: string): SessionInfo {
  return isAddress(session.resumeURL) ? session : { ...session, resumeURL: gateway };
}

function isAddress(url: unknown): boolean {
  return typeof url === 'string' && /^wss?:\/\//i.test(url) && URL.canParse(url);
}
