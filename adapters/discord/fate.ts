import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/**
 * What became of a call to Discord that failed. `refused`: surely not carried out, and never will be. `forbidden`: refused, because
 * the bot may not do that there. `later`: surely not carried out, worth another try. `unknown`: may have been carried out; only
 * what is harmless twice may be repeated.
 */
export interface Fate {
  readonly kind: 'refused' | 'forbidden' | 'later' | 'unknown';
  /** Discord's error code (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json), an HTTP status, or a word. */
  readonly code: number | string;
  /** When another try may be made, in milliseconds from now, where Discord says so. */
  readonly after?: number;
}

/** A call that we did not make, because Discord has refused too many like it. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
}

/** Judges a failed call by its error. The error itself is never logged: it holds the interaction's token and the message. */
export function fateOf(error: unknown): Fate {
  if (error instanceof RateLimitError) {
    return { kind: 'later', code: 'rate limited', after: Math.max(error.retryAfter, error.timeToReset) };
  }
  if (error instanceof BreakerOpenError) return { kind: 'forbidden', code: 'refused too often' };
  // Code 0 is a general error, which says less than the status.
  if (error instanceof DiscordAPIError) {
    return { kind: error.status === 403 ? 'forbidden' : 'refused', code: error.code || error.status };
  }
  if (error instanceof HTTPError) return { kind: 'unknown', code: error.status };
  const { name = '', code, message = '' } = (error ?? {}) as { name?: string; code?: unknown; message?: string };
  if (message.startsWith('Expected token')) return { kind: 'later', code: 'token in doubt' };
  if (name === 'AbortError') return { kind: 'unknown', code: 'timeout' };
  if (typeof code !== 'string') return { kind: 'unknown', code: name || 'unknown' };
  return { kind: NOT_CONNECTED.has(code) ? 'later' : 'unknown', code };
}

/** The connection was never made, so nothing was sent. */
const NOT_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT'],
]);
