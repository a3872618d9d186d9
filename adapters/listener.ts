import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { OperatorError, reasonOf } from './errors.js';
import type { Log } from './log.js';

/** Answers what is asked at one path. What it throws is answered with status 500 and logged by its reason. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/**
 * Hands every request for a path to a handler, whatever its method, until the function is called that is returned; from then
 * on the path is answered with status 503.
 */
export type Mount = (path: string, handler: Handler) => () => void;

/** The one place where requests from outside come in: Slack's, in its HTTP mode, and those of who watches over the bot. */
export interface Listener {
  /** The port that is listened on. */
  readonly port: number;
  readonly mount: Mount;
  /** Ends all connections; resolves when the port is free. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface ListenerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Every address if left out. */
  readonly host?: string | undefined;
  readonly log: Log;
}

/**
 * Opens the listener. It is meant to face the internet: scanners, slow and malformed requests end in an error status or a closed
 * connection, and in nothing else.
 *
 * @throws OperatorError when the port or the address cannot be listened on.
 */
export async function openListener({ port, host, log }: ListenerOptions): Promise<Listener> {
  const handlers = new Map<string, Handler | undefined>();
  const server = createServer(LIMITS, (request, response) => {
    void dispatch(handlers, request, response, log);
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = IDLE_TIMEOUT;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = CLIENT_ERRORS.get(error.code ?? '') ?? 400;
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    );
    return undefined;
  });
  await listen(server, port, host);
  server.on('error', (error) => log.error({ err: error }, `the HTTP listener failed: ${reasonOf(error)}`));

  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    mount(path, handler) {
      handlers.set(path, handler);
      return () => handlers.set(path, undefined);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Ends a response that has not begun; does nothing to any other. */
export function respond(response: ServerResponse, status: number, body = '', headers: Headers = {}): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...SAFE, ...headers, 'content-length': bytes.length });
  response.end(bytes);
}

/** Header fields by their names in lower case. */
type Headers = Readonly<Record<string, string>>;

/** Times in milliseconds. A request of Slack's takes well under a second; Node looks at its limits only every so often. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  /** Bytes; more is answered with status 431. */
  maxHeaderSize: 16_384,
};
/** Longest silence on a connection, in milliseconds. */
const IDLE_TIMEOUT = 30_000;
const MAX_CONNECTIONS = 1_000;

/** Status codes for what Node could not read: https://nodejs.org/api/http.html#event-clienterror. */
const CLIENT_ERRORS: ReadonlyMap<string, number> = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** Nothing that is served here is a page: https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html. */
const SAFE: Headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'text/plain; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

async function dispatch(
  handlers: ReadonlyMap<string, Handler | undefined>,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  // A connection that breaks is no fault of ours.
  for (const stream of [request, response]) stream.on('error', () => {});
  const path = pathOf(request.url);
  try {
    const handler = handlers.get(path);
    if (handler !== undefined) await handler(request, response);
    else if (handlers.has(path)) respond(response, 503, '', { 'retry-after': '1' });
    else respond(response, 404);
  } catch (error) {
    // Whoever has left is told nothing, and is no news.
    if (response.destroyed) return;
    log.warn(`a request could not be handled: ${reasonOf(error)}`);
    respond(response, 500);
  }
}

/** The path of a request's target as it stands, without query: nothing here that could be wrongly encoded is decoded. */
function pathOf(target = ''): string {
  const [path = ''] = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1);
  return path;
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const fault = LISTEN_FAULTS.get(error.code ?? '')?.(port, host ?? '') ?? `PORT: ${port} cannot be listened on`;
      reject(new OperatorError('config', `${fault} (${reasonOf(error)}).`, { cause: error }));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** What the operator can do about a port or an address that cannot be listened on. */
const LISTEN_FAULTS: ReadonlyMap<string, (port: number, host: string) => string> = new Map([
  ['EADDRINUSE', (port) => `PORT: ${port} is taken by another program; end that, or choose another port`],
  ['EACCES', (port) => `PORT: ${port} needs rights that the bot does not have; choose one from 1024 on`],
  ['EADDRNOTAVAIL', (_, host) => `HOST: ${JSON.stringify(host)} is no address of this machine`],
  ['ENOTFOUND', (_, host) => `HOST: ${JSON.stringify(host)} is no name that this machine knows`],
]);
