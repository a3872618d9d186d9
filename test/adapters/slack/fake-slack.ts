import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { faultsOf } from './limits-check.js';
import { BOT_ID, BOT_USER, TEAM, timestamp } from './payloads.js';

/** A call that the fake has got: a method of the Web API, or "response_url". */
export interface Call {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what was posted is looked at field by field.
  readonly body: any;
  readonly authorization: string | undefined;
  readonly at: number;
}

/**
 * What to do instead of answering well. `landed` tells whether the call was carried out all the same: what a sender cannot
 * know.
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      readonly landed?: boolean;
    }
  | { readonly kind: 'error'; readonly error: string; readonly landed?: boolean }
  | { readonly kind: 'hang'; readonly landed?: boolean }
  | { readonly kind: 'reset'; readonly landed?: boolean };

/** A Slack on this machine: Web API, response URLs and Socket Mode. */
export interface FakeSlack {
  readonly apiUrl: string;
  /** Calls that were carried out, in order. */
  readonly landed: Call[];
  /** All calls, also those that a fault was put to. */
  readonly calls: Call[];
  /** What Slack would have refused of what was sent. */
  readonly refusals: string[];
  /** Whether Slack says hello on a socket that opens. */
  greets: boolean;
  /** Decides about each call; reset by setting it to undefined. */
  fault: ((call: Call, nth: number) => Fault | undefined) | undefined;
  /** Scopes of the bot token, as Slack tells them with every answer. */
  scopes: readonly string[];
  /** An address to respond to. */
  responseUrl(): string;
  /** Messages that landed: all ways of posting one. */
  messages(): Call[];
  /** Resolves when `count` calls of the methods have landed in all. */
  waitFor(count: number, ...methods: string[]): Promise<Call[]>;
  /** Sends an envelope over the socket that opened last; resolves with what it is acknowledged with. */
  send(type: string, payload: unknown, changes?: Record<string, unknown>): Promise<unknown>;
  /** Sends a frame as it is. */
  sendRaw(frame: string | Buffer): void;
  /** Ends all connections under way. */
  drop(): void;
  readonly sockets: WebSocket[];
  waitForSocket(count: number): Promise<void>;
  stop(): Promise<void>;
}

export const MESSAGES = ['chat.postMessage', 'chat.postEphemeral', 'response_url'];

export async function startFakeSlack(): Promise<FakeSlack> {
  const landed: Call[] = [];
  const calls: Call[] = [];
  const refusals: string[] = [];
  const sockets: WebSocket[] = [];
  const acks = new Map<string, (payload: unknown) => void>();
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };

  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    const nth = calls.push(call);
    const fault = fake.fault?.(call, nth);
    if (fault === undefined || fault.landed) land(call);
    if (fault === undefined) {
      response.setHeader('x-oauth-scopes', fake.scopes.join(','));
      return reply(response, answerTo(call));
    }
    if (fault.kind === 'reset') return void request.socket.destroy();
    if (fault.kind === 'hang') return;
    if (fault.kind === 'error') return reply(response, { ok: false, error: fault.error });
    response.writeHead(fault.status, fault.headers).end(fault.body ?? 'no');
  });
  const socketServer = new WebSocketServer({ server, path: '/link' });
  socketServer.on('connection', (socket) => {
    sockets.push(socket);
    changed();
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acks.get(envelope_id)?.(payload);
    });
    // apis/events-api/using-socket-mode, "Connect to the WebSocket".
    if (!fake.greets) return;
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: 1,
        debug_info: {
          host: 'applink-7fc4fdbb64-4x5xq',
          started: '2020-10-11 12:12:12.120',
          build_number: 10,
          approximate_connection_time: 18060,
        },
        connection_info: { app_id: 'A01H73M3BR4' },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  function land(call: Call): void {
    landed.push(call);
    if (MESSAGES.includes(call.method)) refusals.push(...faultsOf(call.body));
    if (call.method === 'views.publish') refusals.push(...faultsOf(call.body.view));
    changed();
  }

  function answerTo({ method, body }: Call): object {
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          url: `${base}/`,
          team: 'Example',
          user: 'bot',
          team_id: TEAM,
          user_id: BOT_USER,
          bot_id: BOT_ID,
        };
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${port}/link?ticket=1` };
      case 'chat.postMessage':
        return { ok: true, channel: body.channel, ts: timestamp(), message: { text: body.text } };
      case 'chat.postEphemeral':
        return { ok: true, message_ts: timestamp() };
      default:
        return { ok: true };
    }
  }

  function until(condition: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!condition()) return;
        watchers.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        watchers.delete(check);
        reject(
          new Error(`waited in vain for ${what}; got ${calls.map(({ method }) => method).join(', ') || 'nothing'}`),
        );
      }, 8_000);
      watchers.add(check);
      check();
    });
  }

  const fake: FakeSlack = {
    apiUrl: `${base}/api/`,
    landed,
    calls,
    refusals,
    sockets,
    greets: true,
    fault: undefined,
    scopes: ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'],
    responseUrl: () => `${base}/response/${timestamp()}`,
    messages: () => landed.filter(({ method }) => MESSAGES.includes(method)),
    async waitFor(count, ...methods) {
      const found = () => landed.filter(({ method }) => methods.includes(method));
      await until(() => found().length >= count, `${count} × ${methods.join(' or ')}`);
      return found();
    },
    async send(type, payload, changes = {}) {
      const envelope_id = `${timestamp()}-envelope`;
      const acknowledged = new Promise((resolve) => acks.set(envelope_id, resolve));
      const retry = type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
      fake.sendRaw(
        JSON.stringify({
          envelope_id,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...retry,
          ...changes,
        }),
      );
      return acknowledged;
    },
    sendRaw: (frame) => sockets.at(-1)?.send(frame),
    waitForSocket: (count) => until(() => sockets.length >= count, `socket ${count}`),
    drop: () => server.closeAllConnections(),
    async stop() {
      for (const socket of socketServer.clients) socket.terminate();
      socketServer.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const path = request.url ?? '';
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const body = isForm ? fromForm(text) : JSON.parse(text || '{}');
  const method = path.startsWith('/response/') ? 'response_url' : path.replace(/^\/api\//, '');
  return { method, body, authorization: request.headers.authorization, at: performance.now() };
}

/** The Web API takes structures as JSON within a form. */
function fromForm(text: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) && isStructure(name) ? JSON.parse(value) : value,
    ]),
  );
}

const isStructure = (name: string) => ['blocks', 'view', 'prompts'].includes(name);

function reply(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** How a request is signed; what is given replaces what Slack would send. */
export interface Signing {
  readonly secret?: string;
  /** Seconds that Slack's clock is ahead. */
  readonly ahead?: number;
  readonly headers?: Record<string, string>;
}

/** The headers of a signed request, as of authentication/verifying-requests-from-slack. */
export function signedHeaders(
  body: string,
  type: string,
  { secret = SIGNING_SECRET, ahead = 0, headers }: Signing = {},
): Record<string, string> {
  const time = String(Math.floor(Date.now() / 1000) + ahead);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')}`;
  return { 'content-type': type, 'x-slack-request-timestamp': time, 'x-slack-signature': signature, ...headers };
}

/** Sends a signed request. */
export async function sendSigned(port: number, body: string, type: string, signing?: Signing) {
  const headers = signedHeaders(body, type, signing);
  return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });
}

/** An event, as Slack sends it over HTTP. */
export const sendEvent = (port: number, payload: unknown, signing?: Signing) =>
  sendSigned(port, JSON.stringify(payload), 'application/json', signing);

/** An interaction or, without payload, a slash command. */
export const sendForm = (port: number, fields: Record<string, string>, signing?: Signing) =>
  sendSigned(port, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', signing);
