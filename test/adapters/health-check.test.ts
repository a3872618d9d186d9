import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { faultOfBot } from '../../adapters/health-check.js';

const NOTES = fileURLToPath(new URL('../fixtures/notes', import.meta.url));
const folders = [{ path: NOTES, origin: 'NOTES_DIR' }];
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A bot that answers `/livez` with a status. */
async function bot(status: number): Promise<number> {
  const opened = createServer(({ url }, response) => response.writeHead(url === '/livez' ? status : 404).end());
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return (opened.address() as AddressInfo).port;
}

test('a bot that answers is well, at whichever address it listens', async () => {
  const port = await bot(200);
  for (const host of [undefined, '0.0.0.0', '127.0.0.1']) {
    expect(await faultOfBot({ port, host, folders: [] })).toBeUndefined();
  }
});

test('a bot that does not answer, or answers otherwise, is not', async () => {
  const port = await bot(500);
  expect(await faultOfBot({ port, folders })).toContain('status 500');
  server?.close();
  server?.closeAllConnections();
  expect(await faultOfBot({ port, host: '127.0.0.1', folders })).toContain('does not answer');
});

test('a bot that listens at no port is well when its notes can be read', async () => {
  for (const port of [undefined, 0]) {
    expect(await faultOfBot({ port, folders })).toBeUndefined();
    expect(await faultOfBot({ port, folders: [{ path: `${NOTES}-none`, origin: 'NOTES_DIR' }] })).toMatch(/^NOTES_DIR/);
  }
});
