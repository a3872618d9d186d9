/** Longest time for one call to Slack, in milliseconds: above the slowest that Slack has been seen to answer, some ten seconds. */
export const CALL_TIMEOUT = 15_000;

/**
 * A `fetch` that ends after {@link CALL_TIMEOUT}, body and all, with a `TimeoutError`. A refusal for too many calls that does not
 * say in whole seconds when to come back says {@link SOON}: web-api would fail on it as if the call's fate were unknown.
 *
 * In place of `AbortSignal.timeout`, whose timer keeps all of a call in memory until it is due, long after the answer.
 */
export async function boundedFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${CALL_TIMEOUT} ms`, 'TimeoutError'));
  }, CALL_TIMEOUT);
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    const body = await response.arrayBuffer();
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    if (status === 429 && !/^\d+(?:\.\d+)?$/.test(headers.get('retry-after') ?? '')) headers.set('retry-after', SOON);
    return new Response(NO_BODY.has(status) ? null : body, { status, statusText, headers });
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds. Slack's limits are by the minute; the pauses of who tries again grow. */
const SOON = '1';

/** Statuses that come without a body (https://fetch.spec.whatwg.org/#null-body-status). */
const NO_BODY = new Set([101, 103, 204, 205, 304]);
