import type { Config } from './config.js';
import { badNotes } from './corpus.js';
import type { EngineClient, ReadNotes } from './engine-client.js';
import { OperatorError, reasonOf } from './errors.js';
import { openGapsFile } from './gaps-file.js';
import { type Health, mountHealth, READY } from './health.js';
import { type Listener, type Mount, openListener } from './listener.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { NotesWatch } from './notes-watch.js';
import type { Adapter, Platform } from './types.js';

/** What `start` runs with. */
export interface StartParts {
  readonly config: Config;
  readonly log: Log;
  readonly platforms: readonly Platform[];
  /** Reads the notes and starts the engine, in a thread of its own. */
  openEngine(): Promise<EngineClient>;
  /** Calls back whenever the notes shall be read again, changed or not. */
  readonly onReload?: (act: () => void) => void;
  /** Watches the folders of notes; absent to leave them unwatched. */
  readonly watchNotes?: ((onChange: () => void) => NotesWatch) | undefined;
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
export async function start({
  config,
  log,
  platforms,
  openEngine,
  onReload,
  watchNotes,
  stopped,
}: StartParts): Promise<number> {
  const configured = platforms.filter((platform) => platform.isConfigured(config));
  if (configured.length === 0) {
    log.error(nothingToStart(platforms));
    return 1;
  }
  const isAlone = configured.every(({ variables }) => variables.length === 0);
  if (isAlone) log.info(`No chat platform is configured. ${whatToSet(platforms)}`);
  if (config.databaseUrl !== undefined) log.warn(NO_DATABASE);
  const status = createStatus(configured);
  // Before the notes are read, which takes its time: whoever watches over the process is answered meanwhile.
  const listener = await listen(config, configured, log);
  const metrics = listener && (await serveWatchers(listener.mount, status.health));
  const gaps = config.gaps && openGapsFile({ ...config.gaps, log });
  const tell = createNoteTeller(log);
  const tellNotes = (read: ReadNotes) => {
    metrics?.notes(read);
    tell(read);
  };
  const opened = openEngine();
  const reload = async (force: boolean) => {
    const client = await opened.catch(() => undefined);
    if (client === undefined) return;
    const outcome = await client.reload({ force, watch });
    metrics?.reload(outcome);
    if (outcome === 'new') tellNotes(client.read());
  };
  onReload?.(() => void reload(true));
  // From before they are read, so that no change is missed.
  const watch = watchNotes?.(() => void reload(false));
  const client = await Promise.race([opened, stopped.then(() => undefined)]);
  if (client === undefined) {
    log.info({ reason: await stopped }, 'stopped before the notes were read');
    await Promise.all([listener?.close(), watch?.close(), gaps?.close()]);
    return 0;
  }
  status.set(INDEX, READY, client);
  tellNotes(client.read());
  const parts = {
    config,
    log,
    engine: client.engine,
    read: () => client.read(),
    mount: listener?.mount,
    meter: metrics,
    gaps,
  };

  const running = new Set<Adapter>();
  let lost = 0;
  const lose = (adapter: Adapter, error: Error) => {
    status.set(adapter.name, 'lost');
    metrics?.platformError(adapter.name, 'lost');
    if (!running.delete(adapter)) return;
    lost++;
    log.error({ platform: adapter.name, err: error }, `${adapter.name} is lost: ${reasonOf(error)}`);
    void adapter.stop().catch((error: unknown) => log.error({ platform: adapter.name, err: error }, 'could not stop'));
  };

  const runs = configured.map(async (platform) => {
    let adapter: Adapter | undefined;
    try {
      adapter = await platform.create(parts);
      running.add(adapter);
      await adapter.start();
      status.set(platform.name, READY, adapter);
      log.info({ platform: platform.name }, 'started');
    } catch (error) {
      status.set(platform.name, 'cannot start');
      metrics?.platformError(platform.name, 'cannot-start');
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
    await Promise.all([listener?.close(), watch?.close(), gaps?.close()]);
    await client.stop();
    return 1;
  }

  status.set(PROCESS, 'stopping');
  log.info({ reason: await stopped }, 'stopping');
  const drained = await drain([...running], log);
  await Promise.all([listener?.close(), watch?.close(), gaps?.close()]);
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

const NO_DATABASE =
  'DATABASE_URL: is set, and this version uses no database. Conversations and what has been answered are kept in memory, so run one copy only.';

/** Where requests are listened for unless `PORT` says otherwise, when a platform calls over HTTP: as in Bolt's samples. */
const DEFAULT_PORT = 3_000;

/** The port at which requests from outside are listened for, if they are. */
export function portOf(config: Config, platforms: readonly Platform[]): number | undefined {
  const isCalled = platforms.some((platform) => platform.isConfigured(config) && platform.isCalled?.(config));
  return config.port ?? (isCalled ? DEFAULT_PORT : undefined);
}

async function listen(config: Config, platforms: readonly Platform[], log: Log): Promise<Listener | undefined> {
  const port = portOf(config, platforms);
  if (port === undefined) return undefined;
  const listener = await openListener({ port, host: config.host, log });
  log.info({ port: listener.port }, 'listening');
  return listener;
}

/** Answers who watches over the bot, and counts for them. */
async function serveWatchers(mount: Mount, health: () => Health): Promise<Metrics> {
  mountHealth(mount, health);
  const { createMetrics, mountMetrics } = await import('./metrics.js');
  const metrics = createMetrics(health);
  mountMetrics(mount, metrics);
  return metrics;
}

/** Tells once of each fault of the notes, and of each reading what there is. */
function createNoteTeller(log: Log) {
  let told = new Set<string>();
  return (read: ReadNotes) => {
    const kept = read.kept.map((note) => ({ ...note, more: undefined, message: `${note.message} ${KEPT}` }));
    const isKept = new Set(read.kept.map(({ path }) => path));
    const faults = [...kept, ...badNotes(read).filter(({ path }) => !isKept.has(path))];
    const now = new Set<string>();
    for (const { path, line, message, more } of faults) {
      const key = `${path}:${line} ${message}`;
      now.add(key);
      if (!told.has(key)) log.warn({ note: path, line, more }, message);
    }
    told = now;
    log.info(read.counts, 'the notes are read');
  };
}

const KEPT = 'The last good version of this note stays until that is mended.';

/** Names of parts that are no platform. */
const INDEX = 'index';
const PROCESS = 'process';

/** A part that knows for itself whether it is still ready. */
type Self = Pick<Adapter, 'isReady'>;

/** How the parts of the bot are. A part that is ready may say otherwise for itself. */
function createStatus(platforms: readonly Platform[]) {
  const parts = new Map<string, { readonly state: string; readonly self?: Self | undefined }>();
  parts.set(INDEX, { state: 'starting' });
  for (const { name } of platforms) parts.set(name, { state: 'starting' });
  return {
    set: (name: string, state: string, self?: Self) => void parts.set(name, { state, self }),
    health: (): Health =>
      Object.fromEntries(
        [...parts].map(([name, { state, self }]) => [name, self?.isReady?.() === false ? 'not connected' : state]),
      ),
  };
}

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
  return `No platform is configured. ${whatToSet(platforms)}`;
}

function whatToSet(platforms: readonly Platform[]): string {
  const ways = platforms
    .filter(({ variables }) => variables.length > 0)
    .map(({ name, variables }) => `${variables.join(' and ')} for ${name}`);
  return `Set ${ways.join(', or ')}, in the environment or in a file .env.`;
}
