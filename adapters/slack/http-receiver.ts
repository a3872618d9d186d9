import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, type Receiver, type ReceiverEvent, verifySlackRequest } from '@slack/bolt';
import { reasonOf } from '../errors.js';
import { type Mount, respond } from '../listener.js';
import type { Log } from '../log.js';
import { parsePayload } from './payload.js';

/** How Slack reaches the bot over HTTP. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly log: Log;
  /** Where Slack's requests come in. */
  readonly mount: Mount;
  /** Told when requests are taken and when they no longer are. */
  readonly onState?: (isOpen: boolean) => void;
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** The request URL's path. The manifest and the README name it too. */
export const REQUEST_PATH = '/slack/events';

/** Most that is read of a request, in bytes. Slack's largest payloads are some hundred kilobytes. */
const MAX_BODY = 1024 * 1024;
/** Most that is let go by of a body that is too large, in bytes. */
const MAX_DISCARDED = 16 * MAX_BODY;
/** Longest difference between Slack's clock and ours, in seconds (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const MAX_SKEW = 5 * 60;
/** Longest time in which a listener must acknowledge, in milliseconds: Slack waits no longer. */
const ACK_TIMEOUT = 3_000;

/**
 * A Bolt receiver for signed requests. In place of Bolt's own because of what that one does with a request dated ahead, a body
 * of `null`, a content type with a character set, and a body that is too large.
 */
export function createHttpReceiver(options: HttpOptions): Receiver {
  const { signingSecret, log, mount, onState = () => {}, now = Date.now } = options;
  let app: App | undefined;
  let unmount = () => {};

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return respond(response, 405, '', { allow: 'POST' });

    const raw = await readBody(request);
    if (raw === undefined) {
      discard(request);
      return respond(response, 413);
    }
    const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');
    // Slack checks a certificate by a form of this field alone, unsigned. Nothing else of it is read.
    if (isForm && new URLSearchParams(raw).get('ssl_check') === '1') return respond(response, 200);
    if (!isSigned(request, raw)) return respond(response, 401);
    const body = parse(raw, isForm);
    if (body === undefined) return respond(response, 400);
    if (body.type === 'url_verification') {
      return respond(response, 200, JSON.stringify({ challenge: String(body.challenge ?? '') }), JSON_TYPE);
    }
    if (body.type === 'app_rate_limited') {
      log.warn({ platform: 'slack' }, 'Slack holds events back: more than 30,000 came within an hour');
      return respond(response, 200);
    }
    await dispatch(body, request, response);
  }

  async function dispatch(body: Body, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const retryNum = Number(request.headers['x-slack-retry-num']);
    const timer = setTimeout(() => respond(response, 404), ACK_TIMEOUT);
    const event: ReceiverEvent = {
      body,
      ...(Number.isInteger(retryNum) && { retryNum }),
      async ack(reply?: unknown) {
        clearTimeout(timer);
        if (typeof reply === 'string') respond(response, 200, reply);
        else if (reply) respond(response, 200, JSON.stringify(reply), JSON_TYPE);
        else respond(response, 200);
      },
    };
    try {
      await app?.processEvent(event);
      // Nobody listens to it.
      respond(response, 404);
    } catch (error) {
      log.warn({ platform: 'slack' }, `an event could not be processed: ${reasonOf(error)}`);
      respond(response, 500);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether Slack sent it, not longer ago, and not further ahead, than clocks differ. */
  function isSigned({ headers, headersDistinct }: IncomingMessage, body: string): boolean {
    // Of a header that comes twice, two programs on the way may each believe another one.
    if (SINGLE.some((name) => (headersDistinct[name]?.length ?? 0) > 1)) return false;
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
    async start() {
      unmount = mount(REQUEST_PATH, handle);
      onState(true);
    },
    async stop() {
      onState(false);
      unmount();
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Headers that decide how a request is read, or whether. */
const SINGLE = ['x-slack-signature', 'x-slack-request-timestamp', 'content-type', 'content-length', 'host'];

type Body = Readonly<Record<string, unknown>>;

/** The whole body; `undefined` when it is too large. The rest is then not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not end the connection: the answer would be lost with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Lets the rest of a body go by, so that its sender reads the answer; ends the connection when it does not come to an end. */
function discard(request: IncomingMessage): void {
  let left = MAX_DISCARDED;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
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
