import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Health, mountHealth } from '../../adapters/health.js';
import { type Listener, openListener, respond } from '../../adapters/listener.js';
import { createLog } from '../../adapters/log.js';
import { memoryOutput } from './fakes.js';

let output: ReturnType<typeof memoryOutput>;
let listener: Listener;
let parts: Health;

beforeEach(async () => {
  output = memoryOutput();
  parts = { index: 'ready', slack: 'ready' };
  listener = await open();
  mountHealth(listener.mount, () => parts);
});
afterEach(() => listener.close());

const open = (port = 0, host = '127.0.0.1') => openListener({ port, host, log: createLog({ level: 'info' }, output) });

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${listener.port}${path}`, init);

/** What comes back for bytes as they are. */
function sent(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(listener.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

describe('whoever watches over the process', () => {
  test('learns that it lives, whatever its parts do', async () => {
    parts = { index: 'starting', slack: 'lost' };
    const response = await get('/livez?verbose');
    expect([response.status, await response.json()]).toEqual([200, { live: true }]);
  });

  test('learns that it is ready when all its parts are, and else which is not', async () => {
    expect((await get('/readyz')).status).toBe(200);
    parts = { index: 'ready', slack: 'not connected' };
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, failing: ['slack'], parts });
  });

  test('can ask for the head alone, and not in another way', async () => {
    expect([
      (await get('/readyz', { method: 'HEAD' })).status,
      (await get('/livez', { method: 'POST' })).status,
    ]).toEqual([200, 405]);
  });
});

describe('the listener', () => {
  test('hands a path to its handler, until that is taken away', async () => {
    const unmount = listener.mount('/there', (_, response) => respond(response, 200, 'here'));
    expect(await (await get('/there?x=1#y')).text()).toBe('here');
    expect((await get('/there/more')).status).toBe(404);
    unmount();
    expect((await get('/there')).status).toBe(503);
  });

  test('says with every answer that it is no page', async () => {
    const { headers } = await get('/nothing');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
  });

  test('tells of a handler that fails in the log, without its stack, and to who asked nothing but that it failed', async () => {
    listener.mount('/broken', async () => {
      throw new Error('the inside of the matter');
    });
    const response = await get('/broken');
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(output.text()).toContain('the inside of the matter');
    expect(output.text()).not.toContain('stack');
  });

  const HEAD = 'Host: x\r\nConnection: close\r\n\r\n';
  test.each([
    ['two slashes', `GET // HTTP/1.1\r\n${HEAD}`, 404],
    ['no path', `GET ? HTTP/1.1\r\n${HEAD}`, 400],
    ['a path that is wrongly encoded', `GET /%E0%A4%A http HTTP/1.1\r\n${HEAD}`, 400],
    ['a path that climbs', `GET /../../etc/passwd HTTP/1.1\r\n${HEAD}`, 404],
    ['a whole address', `GET http://other.example/livez HTTP/1.1\r\n${HEAD}`, 200],
    ['a star', `OPTIONS * HTTP/1.1\r\n${HEAD}`, 404],
    ['a method that does not exist', `BREW /livez HTTP/1.1\r\n${HEAD}`, 400],
    ['a method out of place', `TRACE /livez HTTP/1.1\r\n${HEAD}`, 405],
    ['no host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', `POST /livez HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${HEAD}x`, 400],
    ['a length and chunks', `POST /livez HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${HEAD}`, 400],
    ['a header of twenty kilobytes', `GET /livez HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n${HEAD}`, 431],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['words', 'hello\r\n\r\n', 400],
    [
      'a wish to switch protocols',
      `GET /livez HTTP/1.1\r\nUpgrade: websocket\r\nHost: x\r\nConnection: close, Upgrade\r\n\r\n`,
      200,
    ],
  ])('answers %s by a status, and the next as ever', async (_, bytes, status) => {
    expect(await sent(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect((await get('/livez')).status).toBe(200);
  });

  test('tells a sender of five megabytes what it thinks of it', async () => {
    const response = await get('/livez', { method: 'POST', body: 'x'.repeat(5 * 1024 * 1024) });
    expect(response.status).toBe(405);
  });

  test('goes on when a sender leaves in the middle', async () => {
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(listener.port, '127.0.0.1', () => {
          socket.write('POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
        socket.on('error', () => {});
      });
    }
    expect((await get('/livez')).status).toBe(200);
    expect(output.text()).toBe('');
  });
});

test('a port that is taken, and an address of elsewhere, are told by the variable', async () => {
  await expect(open(listener.port)).rejects.toMatchObject({
    name: 'OperatorError',
    message: `PORT: ${listener.port} is taken by another program; end that, or choose another port (EADDRINUSE).`,
  });
  await expect(open(0, '192.0.2.1')).rejects.toMatchObject({ message: expect.stringMatching(/^HOST: "192\.0\.2\.1"/) });
});
