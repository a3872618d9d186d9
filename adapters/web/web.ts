import { isIP } from 'node:net';
import { type HttpServer, openHttpServer } from '../http-server.js';
import type { Adapter } from '../types.js';
import { type ApiParts, NAME } from './api.js';
import { createApp } from './app.js';

const HOST = '127.0.0.1';
const PORT = 4_000;
/** Longest wait for replies under way when it stops, in milliseconds; a slow reader is left behind. */
const DRAIN_MS = 3_000;

/**
 * Creates the playground: the bot in a browser. It listens by itself, at the loopback address unless told otherwise. It opens no
 * window: whoever starts it may be a supervisor, a container, or a person at the other end of a wire.
 */
export function createWebAdapter(parts: ApiParts): Adapter & { readonly url: () => string } {
  const { config, log } = parts;
  const { host = HOST, port = PORT } = config.playground ?? {};
  let server: HttpServer | undefined;
  const url = () => `http://${isIP(host) === 6 ? `[${host}]` : host}:${server?.port ?? port}/`;

  return {
    name: NAME,
    url,
    async start() {
      const app = createApp({ ...parts, host });
      const variables = { host: 'PLAYGROUND_HOST', port: 'PLAYGROUND_PORT' };
      server = await openHttpServer({ host, port, log, variables }, app);
      log.info({ platform: NAME, url: url() }, `the playground is open at ${url()}`);
      if (!isLoopback(host))
        log.warn({ platform: NAME }, 'the playground can be reached from other machines: whoever reaches it can ask');
    },
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS);
      });
      await Promise.race([server?.drain(), late]);
      clearTimeout(timer);
      await server?.close();
    },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
