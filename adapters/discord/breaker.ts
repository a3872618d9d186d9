import { BreakerOpenError } from './fate.js';

/** Holds back calls that Discord would refuse again, so that refusals never add up to a ban. */
export interface Breaker {
  /** Throws a {@link BreakerOpenError} when a call to this address must not be made now. */
  check(url: string): void;
  /** Notes how Discord answered. */
  note(url: string, status: number): void;
}

/** Bounds of what is refused before calls are held back. */
export interface BreakerOptions {
  /** Refusals of one channel, one after another. Defaults to 10: permissions do not come back by trying. */
  readonly perChannel?: number;
  /** Refusals altogether. Defaults to 1,000, a tenth of what gets an address banned. */
  readonly altogether?: number;
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
}

/**
 * Creates the breaker. Discord bans an address after 10,000 refused calls (401, 403, 429) in ten minutes
 * (https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans). After too many refusals
 * within that time, of a channel or altogether, calls are held back until the time is over since the first of them.
 */
export function createBreaker({
  perChannel = 10,
  altogether = 1_000,
  now = performance.now.bind(performance),
}: BreakerOptions = {}): Breaker {
  const all = { count: 0, since: 0 };
  const channels = new Map<string, { count: number; since: number }>();

  const count = (window: { count: number; since: number }) => {
    if (window.count === 0 || now() - window.since >= WINDOW) Object.assign(window, { count: 0, since: now() });
    window.count++;
  };
  const isFull = (window: { count: number; since: number } | undefined, most: number) =>
    window !== undefined && window.count >= most && now() - window.since < WINDOW;

  return {
    check(url) {
      if (isFull(all, altogether)) throw new BreakerOpenError('Discord has refused too many calls of late');
      if (isFull(channels.get(channelOf(url)), perChannel)) {
        throw new BreakerOpenError('Discord has refused too many calls in this channel of late');
      }
    },
    note(url, status) {
      if (status < 300) channels.delete(channelOf(url));
      if (status !== 401 && status !== 403 && status !== 429) return;
      count(all);
      const channel = channelOf(url);
      if (status !== 403 || channel === '') return;
      const window = channels.get(channel) ?? { count: 0, since: 0 };
      count(window);
      channels.set(channel, window);
      if (channels.size > MOST_CHANNELS) channels.delete(channels.keys().next().value ?? '');
    },
  };
}

/** Ten minutes in milliseconds. */
const WINDOW = 600_000;
const MOST_CHANNELS = 10_000;

function channelOf(url: string): string {
  return /\/channels\/(\d+)\//.exec(url)?.[1] ?? '';
}
