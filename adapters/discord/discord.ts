import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type APIChannel, type Client, Events, GatewayDispatchEvents, Routes, Status } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { openDesk } from '../chat/open-desk.js';
import type { DiscordConfig } from '../config.js';
import { OperatorError, reasonOf } from '../errors.js';
import type { Adapter, AdapterParts } from '../types.js';
import { createBrake } from './brake.js';
import { createBreaker } from './breaker.js';
import { createClient } from './client.js';
import { BAD_TOKEN, fatalClose } from './close.js';
import { completions } from './completions.js';
import { fateOf } from './fate.js';
import type { Origin } from './incoming.js';
import { LIMITS } from './limits.js';
import { createListeners } from './listeners.js';
import { createPost } from './post.js';
import { registerCommands } from './register.js';

const NAME = 'discord';
/** Longest pause between tries to reach Discord, in milliseconds. */
const LONGEST_PAUSE = 30_000;
/** Longest wait for the gateway to close the connection, in milliseconds. */
const FAREWELL = 1_500;

/** Creates the adapter for Discord: one bot, in all its servers, in one process. */
export function createDiscordAdapter(parts: AdapterParts & { readonly discord: DiscordConfig }): Adapter {
  const { log, engine, discord } = parts;
  const { token, apiUrl, guild, channels = [] } = discord;
  const stopping = new AbortController();
  const pause = (milliseconds: number) =>
    wait(milliseconds, stopping.signal).then(
      () => true,
      () => false,
    );
  // A brake that is still on when the bot stops stays on: a connection made then would outlive the bot.
  const brake = createBrake({
    wait: async (milliseconds, signal) => {
      await wait(milliseconds, signal);
      if (stopping.signal.aborted) await new Promise(() => {});
    },
  });
  const breaker = createBreaker();
  const desk = openDesk(parts, NAME, LIMITS.customId);
  const parents = new LRUCache<string, string>({ max: 1_000 });
  const working = new Set<Promise<void>>();
  let client: Client | undefined;
  let isChecking = false;
  let lose: (error: Error) => void = () => {};
  const lost = new Promise<Error>((resolve) => {
    lose = resolve;
  });

  function track(work: Promise<void>): void {
    const done = work.finally(() => working.delete(done));
    working.add(done);
  }

  /** discord.js forgets the token after one 401. It is tried once more before the bot is given up. */
  async function checkToken(of: Client): Promise<void> {
    if (isChecking || stopping.signal.aborted) return;
    isChecking = true;
    try {
      of.rest.setToken(token);
      await of.rest.get(Routes.user());
      log.warn({ platform: NAME }, 'Discord refused the token once, and takes it now');
    } catch (error) {
      if ((error as { status?: unknown }).status === 401) lose(new OperatorError('config', BAD_TOKEN));
      else of.rest.setToken(token);
    } finally {
      isChecking = false;
    }
  }

  function open(): Client {
    const opened = createClient({
      apiUrl,
      breaker,
      brake,
      log,
      onUnauthorized: () => {
        if (opened.isReady()) track(checkToken(opened));
      },
    });
    const listeners = createListeners({
      desk,
      log,
      post: createPost({
        send: async (call) => (await opened.rest.queueRequest(call)).text(),
        log,
        wait: pause,
        onError: (code) => parts.meter?.platformError(NAME, code),
      }),
      botUser: () => opened.user?.id ?? '',
      isAllowed: (place) => isAllowed(opened, place),
      complete: (prefix) =>
        completions({ suggest: (text, limit) => engine.suggest(text, limit), examples: desk.examples }, prefix),
    });
    const on = (event: GatewayDispatchEvents, listener: (data: unknown) => Promise<void>) =>
      opened.ws.on(event, (data: unknown) => {
        if (!stopping.signal.aborted) track(listener(data));
      });
    on(GatewayDispatchEvents.MessageCreate, listeners.message);
    on(GatewayDispatchEvents.InteractionCreate, listeners.interaction);
    opened.on(Events.Error, (error) => log.error({ platform: NAME, err: error }, `discord.js: ${reasonOf(error)}`));
    opened.on(Events.Warn, (message) => log.warn({ platform: NAME }, `discord.js: ${message}`));
    opened.on(Events.ShardError, (error) =>
      log.warn({ platform: NAME, err: error }, `the connection to Discord failed: ${reasonOf(error)}`),
    );
    opened.on(Events.ShardReconnecting, () => log.info({ platform: NAME }, 'connecting to Discord again'));
    opened.on(Events.ShardResume, () => log.info({ platform: NAME }, 'connected to Discord again'));
    return opened;
  }

  /** Connects, for as long as it takes; rejects when it never will. */
  async function connect(): Promise<Client> {
    for (let tries = 0; ; tries++) {
      const opened = open();
      client = opened;
      let fatal: Error | undefined;
      opened.on(Events.ShardDisconnect, ({ code }) => {
        fatal = fatalClose(code) ?? new Error(`Discord has closed the connection for good (${code})`);
        lose(fatal);
      });
      try {
        const isReady = once(opened, Events.ClientReady, { signal: stopping.signal });
        isReady.catch(() => undefined);
        await opened.login(token);
        if (!opened.isReady()) await isReady;
        return opened;
      } catch (error) {
        if (fatal !== undefined) throw fatal;
        if ((error as { code?: unknown }).code === 'TokenInvalid') throw new OperatorError('config', BAD_TOKEN);
        if (stopping.signal.aborted) throw new Error('stopped before Discord was reached', { cause: error });
        await opened.destroy();
        const { code } = fateOf(error);
        // An error that is told by no more than its name says the rest in words, e.g. that no session may be begun today.
        const reason = error instanceof Error && code === error.name ? reasonOf(error) : code;
        log.warn({ platform: NAME, code }, `Discord cannot be reached (${reason}); it is tried again`);
        await pause(Math.min(1_000 * 2 ** tries, LONGEST_PAUSE));
      }
    }
  }

  async function isAllowed(of: Client, { guild, channel, parent }: Origin): Promise<boolean> {
    if (channels.length === 0 || guild === undefined || channels.includes(channel)) return true;
    return channels.includes(parent ?? (await parentOf(of, channel)));
  }

  /** The channel that a thread belongs to; empty for what is no thread. Asked for once, and only where channels are restricted. */
  async function parentOf(of: Client, channel: string): Promise<string> {
    const known = parents.get(channel);
    if (known !== undefined) return known;
    try {
      const { parent_id } = (await of.rest.get(Routes.channel(channel))) as APIChannel & { parent_id?: string | null };
      parents.set(channel, parent_id ?? '');
      return parent_id ?? '';
    } catch (error) {
      const { code } = fateOf(error);
      log.warn({ platform: NAME, code }, `it cannot be told which channel a thread belongs to (${code})`);
      return '';
    }
  }

  return {
    name: NAME,
    lost,
    isReady: () => client?.isReady() === true && client.ws.shards.every(({ status }) => status === Status.Ready),
    async start() {
      const connected = await connect();
      const guilds = [...connected.guilds.cache.keys()];
      const application = connected.application?.id ?? connected.user?.id ?? '';
      track(registerCommands(connected.rest, { application, guild, guilds }, log));
    },
    async stop() {
      stopping.abort();
      await Promise.all(working);
      // A gateway that does not answer the farewell is left without it.
      await Promise.race([client?.destroy(), wait(FAREWELL)]);
    },
  };
}

/** Resolves after so many milliseconds; rejects when `signal` aborts. */
function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { ref: false, ...(signal !== undefined && { signal }) });
}
