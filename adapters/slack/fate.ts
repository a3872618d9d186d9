import { webApi } from '@slack/bolt';

/**
 * What became of a call to Slack that failed. `refused`: surely not carried out, and never will be. `later`: surely not
 * carried out, worth another try after `wait` milliseconds. `unknown`: may have been carried out; it must not be repeated.
 */
export type Fate =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly code: string; readonly wait?: number }
  | { readonly kind: 'unknown'; readonly code: string };

/** An answer to a plain HTTP request that is no success: by its status, or by an error's code in its body. */
export class ResponseError extends Error {
  override readonly name = 'ResponseError';
  readonly status: number;
  /** E.g. "expired_url", where Slack names one. */
  readonly code: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code?: string, retryAfter?: number) {
    super(`Slack answered with status ${status}${code === undefined ? '' : ` (${code})`}`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Judges a failed call by its error. */
export function fateOf(error: unknown): Fate {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { kind: 'later', code: 'ratelimited', wait: error.retryAfter * 1_000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) return platformFate(error.data?.error);
  if (error instanceof webApi.WebAPIHTTPError) return statusFate(error.statusCode);
  if (error instanceof ResponseError) {
    const { status, code, retryAfter } = error;
    if (code !== undefined && status !== 429 && status < 500) return platformFate(code);
    return statusFate(status, retryAfter === undefined ? undefined : retryAfter * 1_000);
  }
  const code = codeOf(error);
  return NOT_CONNECTED.has(code) ? { kind: 'later', code } : { kind: 'unknown', code };
}

/** Errors of a message's form: it may do without its blocks. */
export function isAboutBlocks({ kind, code }: Fate): boolean {
  return (
    kind === 'refused' &&
    /^(?:invalid_blocks|invalid_arguments|msg_too_long|msg_blocks_too_long|invalid_payload)/.test(code)
  );
}

/** See https://docs.slack.dev/reference/methods/chat.postMessage#errors: of these it says that something may have happened. */
const PERHAPS_DONE = new Set(['fatal_error', 'internal_error', 'request_timeout']);
const BUSY = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org']);

/** The connection was never made, so nothing was sent. */
const NOT_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT'],
]);

function platformFate(code: unknown): Fate {
  // An answer that cannot be read (web-api puts it here as it is) does not tell what happened.
  if (typeof code !== 'string' || !ERROR_CODE.test(code)) return { kind: 'unknown', code: 'unreadable_answer' };
  if (PERHAPS_DONE.has(code)) return { kind: 'unknown', code };
  return { kind: BUSY.has(code) ? 'later' : 'refused', code };
}

/** How Slack's errors are written. */
export const ERROR_CODE = /^[a-z][a-z0-9_]{2,60}$/;

function statusFate(status: number, wait?: number): Fate {
  const code = `http_${status}`;
  if (status === 429) return { kind: 'later', code, ...(wait !== undefined && { wait }) };
  return { kind: status >= 500 ? 'unknown' : 'refused', code };
}

/** The first code in the chain of causes; the name of the error where there is none. */
function codeOf(error: unknown): string {
  let cause = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^(?:E[A-Z]|UND_ERR)/.test(code)) return code;
    if (cause.name === 'TimeoutError') return 'timeout';
    if (cause.cause === undefined && 'original' in cause) cause = cause.original;
    else cause = cause.cause;
  }
  return error instanceof Error ? error.name : 'unknown';
}
