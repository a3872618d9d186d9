import { LRUCache } from 'lru-cache';

/** Remembers what has been dealt with. Platforms deliver the same message more than once, and not always say so. */
export interface OnceOnly {
  /**
   * Claims a delivery by all the names it is known by, e.g. its event's id and the message's channel and time. True for the
   * first to come with any of them; false for every later one, whoever asks.
   */
  claim(names: readonly string[]): Promise<boolean>;
}

/** Bounds of what is remembered. */
export interface OnceOnlyOptions {
  /** Names that are remembered. Defaults to 100,000, an hour at the most that Slack delivers (30,000 events, three names each). */
  readonly max?: number;
  /** How long, in milliseconds. Defaults to one hour; Slack's last retry comes after five minutes. */
  readonly ttl?: number;
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
}

/** Remembers in this process. */
export function createOnceOnly({ max = 100_000, ttl = 60 * 60_000, now }: OnceOnlyOptions = {}): OnceOnly {
  const seen = new LRUCache<string, true>({ max, ttl, ...clock(now) });
  return {
    async claim(names) {
      const isNew = !names.some((name) => seen.has(name));
      for (const name of names) if (!seen.has(name)) seen.set(name, true);
      return isNew;
    },
  };
}

/** The clock of a cache; each look at it counts, so that a test can move it. */
export function clock(now: (() => number) | undefined) {
  return now === undefined ? {} : { perf: { now }, ttlResolution: 0 };
}
