import { expect, test } from 'vitest';
import { openProbes } from '../../adapters/probes.js';

test('probes tell that the process lives, and whether it is ready', async () => {
  let isReady = false;
  const { port, close } = await openProbes(0, '127.0.0.1', () => isReady);
  const status = async (path: string, method = 'GET') =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status;
  expect([await status('/livez'), await status('/readyz')]).toEqual([200, 503]);
  isReady = true;
  expect([await status('/livez?x=1'), await status('/readyz')]).toEqual([200, 200]);
  expect([await status('/'), await status('//'), await status('/livez', 'POST')]).toEqual([404, 404, 404]);
  close();
});

test('a port that is taken is told', async () => {
  const { port, close } = await openProbes(0, '127.0.0.1', () => true);
  await expect(openProbes(port, '127.0.0.1', () => true)).rejects.toThrow('EADDRINUSE');
  close();
});
