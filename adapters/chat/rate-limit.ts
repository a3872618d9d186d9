import { LRUCache } from 'lru-cache';
import { clock } from './once-only.js';

/** Holds back who asks too much. */
export interface RateLimit {
  /** Takes one question from an asker's allowance; false when there is none left. */
  take(asker: string): boolean;
}

/** How much one asker may ask. */
export interface RateLimitOptions {
  /** Questions at once after a rest. Defaults to 10. */
  readonly burst?: number;
  /** Questions a minute in the long run. Defaults to 20. */
  readonly perMinute?: number;
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
}

/**
 * A token bucket for each asker (https://en.wikipedia.org/wiki/Token_bucket): it holds `burst` questions and fills up by
 * `perMinute`. A bucket that is full again is forgotten, so memory is bounded by who asked of late.
 */
export function createRateLimit({
  burst = 10,
  perMinute = 20,
  now = performance.now.bind(performance),
}: RateLimitOptions = {}): RateLimit {
  const perMillisecond = perMinute / 60_000;
  const untilFull = Math.ceil(burst / perMillisecond);
  const buckets = new LRUCache<string, Bucket>({ max: MAX_ASKERS, ttl: untilFull, ...clock(now) });
  return {
    take(asker) {
      const at = now();
      const bucket = buckets.get(asker) ?? { left: burst, at };
      const left = Math.min(burst, bucket.left + (at - bucket.at) * perMillisecond);
      const isAllowed = left >= 1;
      buckets.set(asker, { left: isAllowed ? left - 1 : left, at });
      return isAllowed;
    },
  };
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Askers of late that are kept apart; beyond that the longest silent one starts anew. */
const MAX_ASKERS = 100_000;
