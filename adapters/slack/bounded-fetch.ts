import { request } from 'undici';

/** Longest time for one call to Slack, in milliseconds: above the slowest that Slack has been seen to answer, some ten seconds. */
export const CALL_TIMEOUT = 15_000;

/**
 * A `fetch` for calls to Slack, whose bodies are text both ways. It ends after {@link CALL_TIMEOUT}, body and all, with a
 * `TimeoutError`. A redirect is not followed: it is an answer like any other. A refusal for too many calls that does not say in
 * seconds when to come back says {@link SOON}: web-api would fail on it as if the call's fate were unknown.
 *
 * On undici's `request`, which takes half the time of the `fetch` around it
 * (https://github.com/nodejs/undici#benchmarks), and as that does goes by the proxy that Node is told of.
 */
export async function boundedFetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`no answer within ${CALL_TIMEOUT} ms`, 'TimeoutError'));
  }, CALL_TIMEOUT);
  try {
    const answer = await request(url instanceof Request ? url.url : url, {
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body === undefined || init.body === null ? null : String(init.body),
      signal: controller.signal,
    });
    const text = await answer.body.text();
    const headers = headersOf(answer.headers);
    if (answer.statusCode === 429 && !/^\d+(?:\.\d+)?$/.test(headers.get('retry-after') ?? ''))
      headers.set('retry-after', SOON);
    const status = answer.statusCode;
    return new Response(NO_BODY.has(status) ? null : text, { status, headers });
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds. Slack's limits are by the minute; the pauses of who tries again grow. */
const SOON = '1';

/** Statuses that come without a body (https://fetch.spec.whatwg.org/#null-body-status). */
const NO_BODY = new Set([101, 103, 204, 205, 304]);

function headersOf(raw: NodeJS.Dict<string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}
