import type { Engine } from '../src/index.js';
import type { Config } from './config.js';
import type { Finding } from './doctor.js';
import type { EngineClient } from './engine-client.js';
import type { GapNotes } from './gaps.js';
import type { Mount } from './listener.js';
import type { Log } from './log.js';
import type { Meter } from './meter.js';

/** A platform that carries questions in and answers out, for as long as the bot runs. */
export interface Adapter {
  readonly name: string;
  /** Resolves once the platform can ask. Rejects when it never will, with what the operator can do about it. */
  start(): Promise<void>;
  /** Takes no new question, lets those under way be answered, and resolves. */
  stop(): Promise<void>;
  /** Whether the platform can ask right now; absent where that is so from its start to its stop. */
  isReady?(): boolean;
  /** Resolves if the platform is lost for good after it has started, with what the operator can do about it. Never rejects. */
  readonly lost?: Promise<Error>;
}

/** What an adapter is made of. */
export interface AdapterParts {
  readonly config: Config;
  readonly engine: Engine;
  readonly log: Log;
  /** Where requests from outside come in; there whenever the platform says that it is called over HTTP. */
  readonly mount?: Mount | undefined;
  /** Where what happens is counted; absent where nobody reads it. */
  readonly meter?: Meter | undefined;
  /** Where gaps of the notes are noted; absent unless the operator wants it. */
  readonly gaps?: GapNotes | undefined;
}

/** What a platform may make its adapter of. */
export interface PlatformParts extends AdapterParts {
  /** What was read of the notes last, with what is wrong with them. */
  readonly read: EngineClient['read'];
}

/** An entry of the list of platforms in `main.ts`: knows when it is wanted and loads its code only then. */
export interface Platform {
  readonly name: string;
  /** The variables to set for it, as shown to an operator who has set none; empty where it needs none. */
  readonly variables: readonly string[];
  /** Whether its variables are set. */
  isConfigured(config: Config): boolean;
  /** Whether the platform calls the bot over HTTP, so that requests from outside must be listened for. */
  isCalled?(config: Config): boolean;
  create(parts: PlatformParts): Promise<Adapter>;
  /** Looks at how the platform is set up; absent where there is nothing to look at. Called only where it is configured. */
  examine?(config: Config): AsyncIterable<Finding>;
}
