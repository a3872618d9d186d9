import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type App, type Receiver, type ReceiverEvent, verifySlackRequest } from '@slack/bolt';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import { parsePayload } from './payload.js';

/** How Slack reaches the bot over HTTP. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly port: number;
  readonly host?: string;
  readonly log: Log;
  /** Answers what is asked at other paths, by method and path: "GET /livez". */
  readonly probe?: (request: string) => { readonly status: number; readonly text: string };
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
  /** Told the port that is listened on, once it is. */
  readonly onListening?: (port: number) => void;
}

/** The request URL's path. The manifest and the README name it too. */
export const REQUEST_PATH = '/slack/events';

/** Most that is read of a request, in bytes. Slack's largest payloads are some hundred kilobytes. */
const MAX_BODY = 1024 * 1024;
/** Longest difference between Slack's clock and ours, in seconds (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const MAX_SKEW = 5 * 60;
/** Longest time in which a listener must acknowledge, in milliseconds: Slack waits no longer. */
const ACK_TIMEOUT = 3_000;

/**
 * A Bolt receiver for signed requests. In place of Bolt's own because of what that one does with a request dated ahead, a body
 * of `null`, a content type with a character set, and a body that is too large.
 */
export function createHttpReceiver(options: HttpOptions): Receiver {
  const { signingSecret, port, host, log, probe, now = Date.now, onListening = () => {} } = options;
  let app: App | undefined;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.warn({ platform: 'slack' }, `a request could not be handled: ${reasonOf(error)}`);
      end(response, 500);
    });
  });
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  server.on('clientError', (_error, socket) => socket.destroy());

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path !== REQUEST_PATH) {
      const { status, text } = probe?.(`${request.method} ${path}`) ?? { status: 404, text: '' };
      return end(response, status, text, 'text/plain; charset=utf-8');
    }
    if (request.method !== 'POST') return end(response, 405);

    const raw = await readBody(request);
    if (raw === undefined) {
      response.setHeader('connection', 'close');
      return end(response, 413);
    }
    const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');
    // Slack checks a certificate by a form of this field alone, unsigned. Nothing else of it is read.
    if (isForm && new URLSearchParams(raw).get('ssl_check') === '1') return end(response, 200);
    if (!isSigned(request, raw)) return end(response, 401);
    const body = parse(raw, isForm);
    if (body === undefined) return end(response, 400);
    if (body.type === 'url_verification') {
      return end(response, 200, JSON.stringify({ challenge: String(body.challenge ?? '') }), 'application/json');
    }
    await dispatch(body, request, response);
  }

  async function dispatch(body: Body, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const retryNum = Number(request.headers['x-slack-retry-num']);
    const timer = setTimeout(() => end(response, 404), ACK_TIMEOUT);
    const event: ReceiverEvent = {
      body,
      ...(Number.isInteger(retryNum) && { retryNum }),
      async ack(reply?: unknown) {
        clearTimeout(timer);
        if (typeof reply === 'string') end(response, 200, reply, 'text/plain; charset=utf-8');
        else if (reply) end(response, 200, JSON.stringify(reply), 'application/json');
        else end(response, 200);
      },
    };
    try {
      await app?.processEvent(event);
      // Nobody listens to it.
      end(response, 404);
    } catch (error) {
      log.warn({ platform: 'slack' }, `an event could not be processed: ${reasonOf(error)}`);
      end(response, 500);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether Slack sent it, not longer ago, and not further ahead, than clocks differ. */
  function isSigned({ headers }: IncomingMessage, body: string): boolean {
    const signature = headers['x-slack-signature'];
    const timestamp = headers['x-slack-request-timestamp'];
    if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(now() / 1000 - Number(timestamp)) > MAX_SKEW) return false;
    try {
      verifySlackRequest({
        signingSecret,
        body,
        headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
        nowMilliseconds: now(),
      });
      return true;
    } catch {
      return false;
    }
  }

  return {
    init(instance: App) {
      app = instance;
    },
    start: () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          server.on('error', (error) => log.error({ platform: 'slack', err: error }, 'the HTTP listener failed'));
          const address = server.address();
          onListening(typeof address === 'object' && address !== null ? address.port : port);
          resolve();
        });
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

type Body = Readonly<Record<string, unknown>>;

/** The whole body; `undefined` when it is too large. The rest is then not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The payload, whichever way it is wrapped; `undefined` when it is no object of Slack's. */
function parse(raw: string, isForm: boolean): Body | undefined {
  try {
    const form = isForm ? new URLSearchParams(raw) : undefined;
    const payload = form?.get('payload');
    const body: unknown =
      form === undefined
        ? parsePayload(raw)
        : typeof payload === 'string'
          ? parsePayload(payload)
          : Object.fromEntries(form);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    const { type, command, event } = body as Body;
    if (typeof type !== 'string' && typeof command !== 'string') return undefined;
    if (type === 'event_callback' && (typeof event !== 'object' || event === null)) return undefined;
    return body as Body;
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number, text = '', type?: string): void {
  if (response.headersSent) return;
  response.writeHead(status, type === undefined ? {} : { 'content-type': type });
  response.end(text);
}
