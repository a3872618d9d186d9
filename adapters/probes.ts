import { createServer } from 'node:http';

/** The answers to who watches over the process, e.g. a container engine. */
export interface Probes {
  readonly port: number;
  close(): void;
}

/**
 * Listens for probes: `GET /livez` is 200 as long as the process answers at all, whatever the platforms do; `GET /readyz` is
 * 200 when `isReady`, else 503. Anything else is 404.
 */
export function openProbes(port: number, host: string | undefined, isReady: () => boolean): Promise<Probes> {
  const server = createServer(({ method, url = '' }, response) => {
    const answer = probe(`${method} ${url.split('?', 1).join('')}`, isReady);
    response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' }).end(answer.text);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close() {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/** The answer to one probe. */
export function probe(request: string, isReady: () => boolean): { readonly status: number; readonly text: string } {
  if (request === 'GET /livez') return { status: 200, text: 'live' };
  if (request !== 'GET /readyz') return { status: 404, text: 'not found' };
  return isReady() ? { status: 200, text: 'ready' } : { status: 503, text: 'not ready' };
}
