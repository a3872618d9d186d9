import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** The channel of somebody's direct messages with the bot. */
export const directOf = (user: string) => `9${user.slice(1)}`;

/** A call to the fake's REST API. */
export interface Call {
  readonly method: string;
  /** Without base and version, e.g. "/channels/1/messages". */
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly authorization: string | undefined;
}

/** How a call is answered. `undefined`: as Discord would. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  /** The call is carried out, and then the connection drops. */
  | 'accept-and-drop'
  /** The connection drops. */
  | 'drop'
  /** Nothing, ever. */
  | 'hang'
  | undefined;

/** What a session at the gateway was begun or resumed with. */
export interface Session {
  readonly op: 'identify' | 'resume';
  readonly data: Record<string, unknown>;
}

export const BOT = { id: '100000000000000001', username: 'dockercon', discriminator: '0000', avatar: null, bot: true };
export const APPLICATION = '100000000000000001';
export const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.GabcDE.abcdefghijklmnopqrstuvwxyz-0123456789';

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>;

/** A Discord on this machine: REST and gateway, with the faults that it is told to have. */
export async function startFakeDiscord({
  guilds = ['200000000000000001'] as readonly string[],
  heartbeat = 45_000,
} = {}) {
  const calls: Call[] = [];
  const sessions: Session[] = [];
  const sockets = new Set<WebSocket>();
  const beats: number[] = [];
  const commands = new Map<string, unknown[]>();
  const nonces = new Map<string, unknown>();
  const acknowledged = new Set<string>();
  const state = {
    /** Decides how a call is answered. */
    answer: (_call: Call): Answer => undefined,
    /** Close code for whoever identifies; 0 to be let in. */
    closeAtIdentify: 0,
    closeAtResume: 0,
    /** Whether a resume is answered with op 9, and whether that says it can be tried again. */
    invalidSession: undefined as boolean | undefined,
    /** How many resumes are answered so. */
    invalidResumes: 1,
    /** Resumes that are answered by nothing. */
    ignoredResumes: 0,
    /** Whether whoever connects is told hello. */
    saysHello: true,
    /** What a READY holds in place of what it usually does. */
    ready: {} as Record<string, unknown>,
    acknowledgesBeats: true,
    remaining: 1_000,
    parents: new Map<string, string>(),
  };
  let sequence = 0;
  const events: { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown }[] = [];
  let nextId = 300_000_000_000_000_000n;
  let current: WebSocket | undefined;

  const server = createServer((request, response) => void handle(request, response));
  const gateway = new WebSocketServer({ server, path: '/gateway' });
  gateway.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => receive(socket, JSON.parse(String(data))));
    if (state.saysHello) send(socket, { op: 10, d: { heartbeat_interval: heartbeat } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/gateway`;

  function send(socket: WebSocket, payload: object): void {
    socket.send(JSON.stringify(payload));
  }

  function receive(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }): void {
    if (op === 1) {
      beats.push(Date.now());
      if (state.acknowledgesBeats) send(socket, { op: 11 });
    }
    if (op === 2) {
      sessions.push({ op: 'identify', data: d });
      if (state.closeAtIdentify !== 0) {
        socket.close(state.closeAtIdentify);
        return;
      }
      current = socket;
      send(socket, {
        op: 0,
        t: 'READY',
        s: ++sequence,
        d: {
          v: 10,
          user: BOT,
          guilds: guilds.map((id) => ({ id, unavailable: true })),
          session_id: 's1',
          resume_gateway_url: url,
          application: { id: APPLICATION, flags: 0 },
          ...state.ready,
        },
      });
    }
    if (op === 6) {
      sessions.push({ op: 'resume', data: d });
      if (state.closeAtResume !== 0) {
        socket.close(state.closeAtResume);
        return;
      }
      if (state.ignoredResumes-- > 0) return;
      if (state.invalidSession !== undefined) {
        send(socket, { op: 9, d: state.invalidSession });
        if (--state.invalidResumes <= 0) state.invalidSession = undefined;
        return;
      }
      current = socket;
      for (const missed of events.filter((event) => event.s > Number(d.seq))) send(socket, missed);
      send(socket, { op: 0, t: 'RESUMED', s: ++sequence, d: {} });
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const call: Call = {
      method: request.method ?? '',
      path: (request.url ?? '').replace(/^\/api\/v10/, ''),
      body: text === '' ? {} : JSON.parse(text),
      authorization: request.headers.authorization,
    };
    calls.push(call);
    const answer = state.answer(call);
    if (answer === 'hang') return;
    if (answer === 'drop') {
      request.socket.destroy();
      return;
    }
    if (typeof answer === 'object') {
      reply(response, answer.status, answer.body ?? {}, answer.headers);
      return;
    }
    const [status, body] = usual(call);
    if (answer === 'accept-and-drop') request.socket.destroy();
    else reply(response, status, body);
  }

  function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
    const content = status === 204 ? undefined : JSON.stringify(body);
    response.writeHead(status, { ...(content !== undefined && { 'content-type': 'application/json' }), ...headers });
    response.end(content);
  }

  /** As Discord answers, as far as the bot calls it. */
  function usual({ method, path, body, authorization }: Call): readonly [status: number, body: unknown] {
    const isOpen = /^\/(?:interactions|webhooks)\//.test(path);
    if (!isOpen && authorization !== `Bot ${TOKEN}`) return [401, { message: '401: Unauthorized', code: 0 }];
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1_000, remaining: state.remaining, reset_after: 1_000, max_concurrency: 1 };
      return [200, { url, shards: 1, session_start_limit }];
    }
    if (path === '/users/@me') return [200, BOT];
    if (path === '/users/@me/channels')
      return [200, { recipients: [{ id: '5' }], id: directOf(String(body.recipient_id)), type: 1 }];
    if (path === '/applications/@me') return [200, { id: APPLICATION }];
    if (/^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/.test(path)) {
      if (method === 'PUT') {
        const stored = (body as unknown as object[]).map((one) => ({
          id: String(nextId++),
          version: '1',
          dm_permission: true,
          ...one,
        }));
        commands.set(path, stored);
      }
      return [200, commands.get(path) ?? []];
    }
    const callback = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path)?.[1];
    if (callback !== undefined) {
      if (acknowledged.has(callback))
        return [400, { message: 'Interaction has already been acknowledged.', code: 40060 }];
      acknowledged.add(callback);
      return [204, undefined];
    }
    if (isOpen) return [200, { id: String(nextId++), ...body }];
    const channel = /^\/channels\/(\d+)$/.exec(path)?.[1];
    if (channel !== undefined) return [200, { id: channel, type: 11, parent_id: state.parents.get(channel) ?? null }];
    if (/^\/channels\/\d+\/messages$/.test(path)) {
      const nonce = body.enforce_nonce === true ? String(body.nonce) : '';
      const known = nonce === '' ? undefined : nonces.get(nonce);
      if (known !== undefined) return [200, known];
      const message = { id: String(nextId++), ...body };
      if (nonce !== '') nonces.set(nonce, message);
      landed.push(message);
      return [200, message];
    }
    if (/^\/channels\/\d+\/typing$/.test(path)) return [204, undefined];
    return [404, { message: '404: Not Found', code: 0 }];
  }

  const landed: Record<string, unknown>[] = [];

  /** Waits until something is true; fails with what has been called when it never is. */
  async function until(what: string, check: () => boolean, patience = 20_000): Promise<void> {
    const end = Date.now() + patience;
    while (!check()) {
      if (Date.now() > end)
        throw new Error(`never: ${what}; calls: ${calls.map(({ method, path }) => `${method} ${path}`).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    state,
    calls,
    sessions,
    beats,
    commands,
    landed,
    until,
    id: () => String(nextId++),
    /** Sends an event to the bot, again when it resumes without having got it. */
    dispatch(t: string, d: unknown) {
      const event = { op: 0, t, s: ++sequence, d } as const;
      events.push(event);
      if (current !== undefined) send(current, event);
    },
    /** Sends any payload to the bot. */
    send: (payload: object) => current !== undefined && send(current, payload),
    /** Sends any text to the bot. */
    sendText: (text: string) => current?.send(text),
    close: (code: number) => current?.close(code),
    /** Lets the connection go without a word. */
    drop: () => current?.terminate(),
    callsTo: (path: RegExp, method = '') =>
      calls.filter((call) => path.test(call.path) && call.method.startsWith(method)),
    async stop() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
