import type { Config } from './config.js';
import { badNotes } from './corpus.js';
import type { EngineClient } from './engine-client.js';
import { OperatorError, reasonOf } from './errors.js';
import type { Log } from './log.js';
import { openProbes } from './probes.js';
import type { Adapter, Platform } from './types.js';

/** What `start` runs with. */
export interface StartParts {
  readonly config: Config;
  readonly log: Log;
  readonly platforms: readonly Platform[];
  /** Reads the notes and starts the engine, in a thread of its own. */
  openEngine(): Promise<EngineClient>;
  /** Calls back whenever the notes shall be read again. */
  readonly onReload?: (act: () => void) => void;
  /** Resolves when the bot is asked to stop, with who or what asked. */
  readonly stopped: Promise<string>;
}

/** Longest wait for answers under way, in milliseconds: container engines kill after 10 seconds. */
export const DRAIN_MS = 8_000;

/**
 * Runs every platform that is configured until it is asked to stop, and resolves to the exit code: 0 when it was stopped in
 * good order and no platform was lost.
 *
 * Platforms start side by side, so that one that is out of reach holds back no other. One that cannot start, or that is lost
 * for good, does not stop the others; when none is left, the bot gives up.
 */
export async function start({ config, log, platforms, openEngine, onReload, stopped }: StartParts): Promise<number> {
  const configured = platforms.filter((platform) => platform.isConfigured(config));
  if (configured.length === 0) {
    log.error(nothingToStart(platforms));
    return 1;
  }
  const client = await openEngine();
  const tellNotes = () => {
    for (const { path, line, message, more } of badNotes(client.read())) log.warn({ note: path, line, more }, message);
    log.info(client.read().counts, 'the notes are read');
  };
  const parts = { config, log, engine: client.engine };
  tellNotes();
  onReload?.(async () => {
    if (await client.reload()) tellNotes();
  });

  const running = new Set<Adapter>();
  const ready = new Set<Adapter>();
  let lost = 0;
  const lose = (adapter: Adapter, error: Error) => {
    ready.delete(adapter);
    if (!running.delete(adapter)) return;
    lost++;
    log.error({ platform: adapter.name, err: error }, `${adapter.name} is lost: ${reasonOf(error)}`);
    void adapter.stop().catch((error: unknown) => log.error({ platform: adapter.name, err: error }, 'could not stop'));
  };
  // Slack's requests come in at the same port, and then the probes do with them.
  const isTaken = config.slack !== undefined && config.slack.appToken === undefined;
  const isReady = () => ready.size === configured.length && [...ready].every((one) => one.isReady?.() !== false);
  const probes = config.port === undefined || isTaken ? undefined : await openProbes(config.port, config.host, isReady);
  if (probes !== undefined) log.info({ port: probes.port }, 'listening for probes');

  const runs = configured.map(async (platform) => {
    let adapter: Adapter | undefined;
    try {
      adapter = await platform.create(parts);
      running.add(adapter);
      await adapter.start();
      ready.add(adapter);
      log.info({ platform: platform.name }, 'started');
    } catch (error) {
      if (adapter !== undefined) running.delete(adapter);
      // An operator's fault is told by its message alone.
      const err = error instanceof OperatorError ? {} : { err: error };
      log.error({ platform: platform.name, ...err }, `${platform.name} cannot start: ${reasonOf(error)}`);
      return;
    }
    const error = await adapter.lost;
    if (error !== undefined) lose(adapter, error);
    else await stopped;
  });
  const reason = await Promise.race([stopped, Promise.all(runs).then(() => undefined)]);
  if (reason === undefined && running.size === 0) {
    probes?.close();
    await client.stop();
    return 1;
  }

  log.info({ reason: await stopped }, 'stopping');
  ready.clear();
  const drained = await drain([...running], log);
  probes?.close();
  await client.stop();
  log.info('stopped');
  return drained && lost === 0 ? 0 : 1;
}

/**
 * Resolves with its name at the first SIGTERM or SIGINT; at the second, `end` is called.
 *
 * @param listen calls back at a signal.
 */
export function stopSignal(listen: (signal: StopSignal, act: () => void) => void, end: () => void): Promise<string> {
  return new Promise((resolve) => {
    let isStopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      listen(signal, () => {
        if (isStopping) end();
        isStopping = true;
        resolve(signal);
      });
    }
  });
}

type StopSignal = 'SIGTERM' | 'SIGINT';

/** Stops all at once; whether all came to an end in time. */
async function drain(adapters: readonly Adapter[], log: Log): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      log.warn(`not everything came to an end within ${DRAIN_MS / 1000} s`);
      resolve(false);
    }, DRAIN_MS);
  });
  const stopAll = Promise.all(
    adapters.map(async (adapter) => {
      try {
        await adapter.stop();
        return true;
      } catch (error) {
        log.error({ platform: adapter.name, err: error }, `${adapter.name} did not stop cleanly`);
        return false;
      }
    }),
  ).then((ends) => ends.every(Boolean));
  const inTime = await Promise.race([stopAll, tooLate]);
  clearTimeout(timer);
  return inTime;
}

function nothingToStart(platforms: readonly Platform[]): string {
  if (platforms.length === 0) {
    return 'There is nothing to start: this version joins no chat platform yet. Ask in the terminal with the commands "ask" and "chat".';
  }
  const ways = platforms.map(({ name, variables }) => `${variables.join(' and ')} for ${name}`);
  return `No platform is configured. Set ${ways.join(', or ')}, in the environment or in a file .env.`;
}
