import type { IncomingMessage, ServerResponse } from 'node:http';
import { reasonOf } from './errors.js';
import { openHttpServer } from './http-server.js';
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
  const server = await openHttpServer(
    { port, host, log, variables: { port: 'PORT', host: 'HOST' } },
    (request, response) => void dispatch(handlers, request, response, log),
  );
  return {
    port: server.port,
    mount(path, handler) {
      handlers.set(path, handler);
      return () => handlers.set(path, undefined);
    },
    close: () => server.close(),
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
