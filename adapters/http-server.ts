import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import { OperatorError, reasonOf } from './errors.js';
import type { Log } from './log.js';

/** A server that listens. */
export interface HttpServer {
  /** The port that is listened on. */
  readonly port: number;
  /** Takes no new connection; resolves when the requests under way are answered. */
  drain(): Promise<void>;
  /** Ends all connections; resolves when the port is free. */
  close(): Promise<void>;
}

/** Where to listen. */
export interface HttpServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Every address if left out. */
  readonly host?: string | undefined;
  readonly log: Log;
  /** The variables that hold the two, for errors: "PORT" and "HOST". */
  readonly variables: { readonly port: string; readonly host: string };
}

/**
 * Opens a server that outlives whoever calls it: slow and malformed requests end in an error status or a closed connection, and
 * in nothing else.
 *
 * @throws OperatorError when the port or the address cannot be listened on.
 */
export async function openHttpServer(
  { port, host, log, variables }: HttpServerOptions,
  onRequest: RequestListener,
): Promise<HttpServer> {
  const server = createServer(LIMITS, onRequest);
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
  await listen(server, port, host, variables);
  server.on('error', (error) => log.error({ err: error }, `the HTTP listener failed: ${reasonOf(error)}`));

  const address = server.address();
  const ended = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    drain() {
      const done = ended();
      server.closeIdleConnections();
      return done;
    },
    close() {
      const done = ended();
      server.closeAllConnections();
      return done;
    },
  };
}

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

function listen(
  server: Server,
  port: number,
  host: string | undefined,
  variables: HttpServerOptions['variables'],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const fault =
        LISTEN_FAULTS.get(error.code ?? '')?.(port, host ?? '', variables) ??
        `${variables.port}: ${port} cannot be listened on`;
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
const LISTEN_FAULTS: ReadonlyMap<
  string,
  (port: number, host: string, names: HttpServerOptions['variables']) => string
> = new Map([
  [
    'EADDRINUSE',
    (port, _, names) => `${names.port}: ${port} is taken by another program; end that, or choose another port`,
  ],
  [
    'EACCES',
    (port, _, names) => `${names.port}: ${port} needs rights that the bot does not have; choose one from 1024 on`,
  ],
  ['EADDRNOTAVAIL', (_, host, names) => `${names.host}: ${JSON.stringify(host)} is no address of this machine`],
  ['ENOTFOUND', (_, host, names) => `${names.host}: ${JSON.stringify(host)} is no name that this machine knows`],
]);
