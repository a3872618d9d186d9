import { Worker } from 'node:worker_threads';
import type { AskOptions, Engine, NoteSummary } from '../src/index.js';
import type { Config } from './config.js';
import type { FreshCorpus } from './corpus.js';
import { OperatorError, type OperatorErrorCode, reasonOf } from './errors.js';
import type { Log } from './log.js';
import type { NoteBytes } from './note-bytes.js';
import type { NotesFolder } from './notes-folder.js';
import type { NotesWatch } from './notes-watch.js';

/** What the worker is started with. */
export interface WorkerOrder {
  readonly folders: readonly NotesFolder[];
  readonly config: Config;
  /** The notes as they were last read well. */
  readonly good?: NoteBytes | undefined;
  /** Fingerprint of the folders as they were last read: of the same, nothing is read. */
  readonly known?: string | undefined;
}

/** What one reading leaves to the next. */
export interface Basis {
  readonly good: NoteBytes;
  readonly fingerprint: string;
}

/** What the worker is asked. */
export type Asked =
  | { readonly id: number; readonly question: string; readonly options: AskOptions }
  | { readonly id: number; readonly prefix: string; readonly limit?: number }
  | { readonly id: number; readonly note: string }
  | { readonly id: number; readonly editions: true };

/** What the worker tells: that it is ready, that nothing has changed, that it never will be ready, or what it was asked. */
export type FromWorker =
  | { readonly ready: ReadNotes; readonly basis: Basis }
  | { readonly unchanged: true }
  | { readonly failed: string; readonly code?: OperatorErrorCode }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: string };

/** The notes that a worker has read. */
export interface ReadNotes extends Pick<FreshCorpus, 'problems' | 'counts' | 'skipped' | 'kept'> {
  readonly notes: readonly NoteSummary[];
}

/** An engine in a thread of its own. */
export interface EngineClient {
  /** Answers from the notes that were read last. `ask` and `suggest` reject with a `TimeoutError` after the deadline. */
  readonly engine: Engine;
  /** What was read last. */
  read(): ReadNotes;
  /** Whether there is an engine that answers, and not one that is being started again. */
  isReady(): boolean;
  /**
   * Reads the notes again and builds their index aside; until that is done, and when it fails, the engine answers as before.
   * A note that an edit has broken stays as it was last read well. Calls while one is under way share the next.
   */
  reload(options?: ReloadOptions): Promise<Reload>;
  stop(): Promise<void>;
}

/** How to read the notes again. */
export interface ReloadOptions {
  /** Whether to do so even if nothing has changed. */
  readonly force?: boolean;
  /** Who watches the folders: what changes while it is read is read again before it is answered from. */
  readonly watch?: Pick<NotesWatch, 'settle' | 'version'> | undefined;
}

/** What became of it: the engine answers from the new notes, nothing had changed, or the old notes stay. */
export type Reload = 'new' | 'same' | 'failed';

/** How the engine is run. */
export interface EngineClientOptions extends Pick<WorkerOrder, 'folders' | 'config'> {
  readonly log: Log;
  /** Longest wait for an answer, in milliseconds. Defaults to 3,000: Slack and Discord users wait no longer. */
  readonly deadline?: number;
  /** How long after its deadline a question may hold the worker before the worker is replaced, in milliseconds. Defaults to 5,000. */
  readonly patience?: number;
  /** Longest time to read the notes again, in milliseconds. Defaults to 300,000: 50,000 passages take less than one minute. */
  readonly readTimeout?: number;
  /** The compiled `engine-worker.js`. */
  readonly script?: URL;
}

/**
 * Starts the engine in a worker thread; resolves once it can answer.
 *
 * @throws OperatorError when a folder of notes cannot be read.
 */
export async function openEngineClient(options: EngineClientOptions): Promise<EngineClient> {
  const { folders, config, log, deadline = 3_000, patience = 5_000 } = options;
  const { readTimeout = 300_000 } = options;
  const { script = new URL('./engine-worker.js', import.meta.url) } = options;
  const order: WorkerOrder = { folders, config: withoutSecrets(config) };
  let isStopped = false;
  const open = (changes: Partial<WorkerOrder> = {}, signal?: AbortSignal) =>
    openWorker(script, { ...order, ...changes }, deadline, patience, replace, log, signal);
  const first = await open();
  if (first === undefined) throw new Error('the engine found nothing new at its start');
  let current = first;
  let replacing: Promise<void> | undefined;
  let reloading: Promise<Reload> | undefined;
  let next: { readonly outcome: Promise<Reload>; isForced: boolean } | undefined;

  /** Swaps in a worker that was built aside. */
  async function swapIn(built: EngineWorker): Promise<void> {
    const old = current;
    current = built;
    if (isStopped) await built.stop();
    else void old.retire();
  }

  /** For a worker that has ended, or hangs: another takes its place as soon as there is one. */
  function replace(worker: EngineWorker, why: string): void {
    if (isStopped || worker !== current || replacing !== undefined) return;
    log.error(`the engine is started again: ${why}`);
    replacing = (async () => {
      await worker.stop();
      for (let pause = 500; !isStopped && current === worker; pause = Math.min(pause * 2, 30_000)) {
        try {
          const built = await open({ good: current.basis.good });
          if (built !== undefined) await swapIn(built);
        } catch (error) {
          log.error(`the engine could not be started: ${reasonOf(error)}`);
          await new Promise((resolve) => setTimeout(resolve, pause).unref());
        }
      }
      replacing = undefined;
    })();
  }

  /** Builds a worker, and gives it up as soon as it is of no use. */
  async function openUnless(isUseless: () => boolean, changes: Partial<WorkerOrder>) {
    const givingUp = new AbortController();
    const tooLate = performance.now() + readTimeout;
    const isLate = () => performance.now() > tooLate;
    const timer = setInterval(() => {
      if (isUseless() || isLate()) givingUp.abort();
    }, LOOK_EVERY);
    try {
      const built = await open(changes, givingUp.signal);
      if (built === undefined && givingUp.signal.aborted && isLate()) throw new Error('reading them took too long');
      return built;
    } finally {
      clearInterval(timer);
    }
  }

  async function reloadNow({ force = false, watch }: ReloadOptions): Promise<Reload> {
    try {
      for (let tries = 1; ; tries++) {
        const version = await watch?.settle();
        const { good, fingerprint } = current.basis;
        // Of what is read while it changes, some may be of before and some of after.
        const isMixed = () => watch !== undefined && watch.version() !== version && tries < TRIES && !isStopped;
        const built = await openUnless(isMixed, { good, known: force ? undefined : fingerprint });
        if (!isMixed()) {
          if (built === undefined) return 'same';
          await swapIn(built);
          return 'new';
        }
        await built?.stop();
      }
    } catch (error) {
      log.error(`the notes could not be read again, so the old ones stay: ${reasonOf(error)}`);
      return 'failed';
    } finally {
      reloading = undefined;
    }
  }

  const engine: Engine = {
    ask: (question, asked = {}) => current.ask({ question, options: asked }) as ReturnType<Engine['ask']>,
    suggest: (prefix, limit) =>
      current.ask({ prefix, ...(limit !== undefined && { limit }) }) as ReturnType<Engine['suggest']>,
    notes: () => current.read.notes,
    note: (path) => current.ask({ note: path }) as ReturnType<Engine['note']>,
    editions: () => current.ask({ editions: true }) as ReturnType<Engine['editions']>,
  };
  return {
    engine,
    read: () => current.read,
    isReady: () => replacing === undefined,
    reload(options = {}) {
      if (reloading === undefined) {
        reloading = reloadNow(options);
        return reloading;
      }
      // The notes may have changed since the one under way has read them.
      next ??= {
        isForced: false,
        outcome: reloading.then(() => {
          const force = next?.isForced ?? false;
          next = undefined;
          reloading = reloadNow({ ...options, force });
          return reloading;
        }),
      };
      next.isForced ||= options.force ?? false;
      return next.outcome;
    },
    async stop() {
      isStopped = true;
      await current.stop();
    },
  };
}

/** Young objects are collected early: what a question leaves behind is garbage at once, and memory counts more than its time. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/**
 * Questions that the worker holds at once: one that it answers and one to go on with. The others wait here, where those that
 * are given up cost it nothing.
 */
const WINDOW = 2;

/**
 * So many waiting mean more is asked than can be answered. Then the newest goes first: it can still be answered in time, and
 * the oldest hardly ("adaptive LIFO", B. Maurer, Fail at Scale, ACM Queue 13(8), 2015).
 */
const CROWD = 50;

/** So often the notes are read when they change while they are read; then they are taken as they are. */
const TRIES = 5;
/** Time between two looks whether they have changed, in milliseconds. */
const LOOK_EVERY = 100;

/** What is asked, without its id: that is given on the way. */
type Question =
  | { readonly question: string; readonly options: AskOptions }
  | { readonly prefix: string; readonly limit?: number }
  | { readonly note: string }
  | { readonly editions: true };

interface EngineWorker {
  readonly read: ReadNotes;
  readonly basis: Basis;
  /** Rejects with a `TimeoutError` after the deadline. */
  ask(question: Question): Promise<unknown>;
  /** Ends it when it has answered all that it was asked. */
  retire(): Promise<void>;
  /** Ends it at once. */
  stop(): Promise<void>;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a worker; resolves when it is ready, to `undefined` when it found nothing new or is given up before. `onLost` is called when it ends unasked or hangs. */
function openWorker(
  script: URL,
  order: WorkerOrder,
  deadline: number,
  patience: number,
  onLost: (worker: EngineWorker, why: string) => void,
  log: Log,
  signal?: AbortSignal,
): Promise<EngineWorker | undefined> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: order,
      name: 'engine',
      resourceLimits: LIMITS,
      stdout: true,
      stderr: true,
    });
    // Warnings of Node's own, e.g.: whatever the process says goes through the log.
    for (const stream of [thread.stdout, thread.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n').filter(Boolean)) log.warn(`the engine's thread: ${line}`);
      });
    }
    const pending = new Map<number, Pending>();
    /** Not yet handed to the worker, oldest first. */
    const waiting = new Map<number, Question>();
    /** Handed to the worker and not yet come back, given up or not, each with what ends the worker that never answers it. */
    const held = new Map<number, NodeJS.Timeout>();
    let worker: EngineWorker | undefined;
    let lastId = 0;
    let isEnded = false;
    let onIdle = () => {};

    thread.on('message', (message: FromWorker) => {
      if ('ready' in message) {
        worker = { read: message.ready, basis: message.basis, ask, retire, stop };
        resolve(worker);
      } else if ('unchanged' in message) {
        resolve(undefined);
        void stop();
      } else if ('failed' in message) {
        const { failed, code } = message;
        reject(code === undefined ? new Error(failed) : new OperatorError(code, failed));
        void stop();
      } else {
        settle(message);
      }
    });
    signal?.addEventListener('abort', () => {
      if (worker !== undefined || isEnded) return;
      resolve(undefined);
      void stop();
    });
    thread.on('error', (error) => lost(reasonOf(error)));
    thread.on('exit', (code) => lost(`its thread ended with code ${code}`));

    function settle(
      message: { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string },
    ): void {
      clearTimeout(held.get(message.id));
      held.delete(message.id);
      const asker = pending.get(message.id);
      pending.delete(message.id);
      if ('fault' in message) asker?.reject(new Error(message.fault));
      else asker?.resolve(message.value);
      handOver();
    }

    /** Hands questions to the worker, as many as it takes. */
    function handOver(): void {
      if (pending.size === 0) onIdle();
      while (held.size < WINDOW && waiting.size > 0) {
        const next = waiting.size > CROWD ? [...waiting].at(-1) : waiting.entries().next().value;
        if (next === undefined) return;
        const [id, question] = next;
        waiting.delete(id);
        held.set(id, setTimeout(isHeldUp, deadline + patience).unref());
        thread.postMessage({ id, ...question } satisfies Asked);
      }
    }

    function isHeldUp(): void {
      if (worker !== undefined && !isEnded) onLost(worker, 'a question holds it up');
    }

    function lost(why: string): void {
      if (isEnded) return;
      isEnded = true;
      for (const { reject } of pending.values()) reject(new Error(`the engine was lost: ${why}`));
      pending.clear();
      waiting.clear();
      if (worker === undefined) reject(new Error(why));
      else onLost(worker, why);
    }

    function ask(question: Question): Promise<unknown> {
      if (isEnded) return Promise.reject(new Error('the engine is being started again'));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          pending.delete(id);
          waiting.delete(id);
          reject(new DOMException(`no answer within ${deadline} ms`, 'TimeoutError'));
          handOver();
        }, deadline);
        const done =
          <T>(act: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer);
            act(value);
          };
        pending.set(id, { resolve: done(resolve), reject: done(reject) });
        waiting.set(id, question);
        handOver();
      });
    }

    async function retire(): Promise<void> {
      if (pending.size > 0)
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      await stop();
    }

    async function stop(): Promise<void> {
      isEnded = true;
      for (const { reject } of pending.values()) reject(new Error('the engine is stopped'));
      pending.clear();
      waiting.clear();
      await thread.terminate();
    }
  });
}

/** The worker needs no token. */
function withoutSecrets({ slack: _slack, discord: _discord, databaseUrl: _databaseUrl, ...config }: Config): Config {
  return config;
}
