import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOwnHost } from '../../../adapters/web/guard.js';
import { readPageModules } from '../../../adapters/web/page-modules.js';
import { fakeEngine } from '../fakes.js';
import { send, startPlayground } from './running.js';

const PUBLIC = new URL('../../../adapters/web/public/', import.meta.url);

describe('the playground', () => {
  test('says where it is open', async () => {
    const playground = await startPlayground();
    expect(JSON.parse(playground.log())).toMatchObject({ platform: 'playground', url: playground.url });
    await playground.stop();
  });

  test('says what to do when its port is taken', async () => {
    const first = await startPlayground();
    const port = Number(new URL(first.url).port);
    await expect(startPlayground({ playground: { port } })).rejects.toThrow(
      new RegExp(`^PLAYGROUND_PORT: ${port} is taken by another program`),
    );
    await first.stop();
  });

  test('warns where others can reach it', async () => {
    const playground = await startPlayground({ playground: { host: '0.0.0.0' } });
    expect(playground.log()).toContain('can be reached from other machines');
    await playground.stop();
  });

  test('lets an answer under way come through when it stops, and takes no other', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const engine = fakeEngine();
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    const playground = await startPlayground({
      engine: {
        ...engine,
        async ask(question, options) {
          isAsked();
          await held;
          return engine.ask(question, options);
        },
      },
    });
    const ask = () =>
      fetch(`${playground.url}api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: '{"question":"x"}',
      });
    const answer = ask();
    await asked;
    const stopped = playground.stop();
    await expect(ask()).rejects.toThrow();
    release();
    expect((await answer).status).toBe(200);
    await stopped;
  });
});

describe('the page', () => {
  const { sources } = readPageModules();

  test('needs less than 100 kB of script, all of its own', () => {
    const size = [...sources.values()].reduce((sum, source) => sum + Buffer.byteLength(source), 0);
    expect(sources.size).toBeGreaterThan(10);
    expect(size).toBeLessThan(100_000);
  });

  test('is served with all of its modules, and with nothing else of the bot', async () => {
    const playground = await startPlayground();
    const page = await fetch(playground.url);
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const path of sources.keys()) {
      const module = await fetch(`${playground.url}modules/${path}`);
      expect([path, module.status, module.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/javascript; charset=utf-8',
      ]);
    }
    for (const path of [
      'modules/adapters/config.js',
      'modules/adapters/web/web.js',
      'modules/src/index.js',
      'package.json',
      '.env',
      'modules/',
    ]) {
      expect((await fetch(`${playground.url}${path}`)).status, path).toBe(404);
    }
    for (const [path, type] of [
      ['fonts/inter.woff2', 'font/woff2'],
      ['fonts/source-serif.woff2', 'font/woff2'],
      ['icon.svg', 'image/svg+xml'],
      ['style.css', 'text/css; charset=utf-8'],
    ] as const) {
      const file = await fetch(`${playground.url}${path}`);
      expect([path, file.status, file.headers.get('content-type')]).toEqual([path, 200, type]);
    }
    await playground.stop();
  });

  test('is not sent again while it has not changed', async () => {
    const playground = await startPlayground();
    for (const path of ['', 'style.css', 'modules/adapters/web/page/main.js']) {
      const etag = (await fetch(`${playground.url}${path}`)).headers.get('etag') ?? '';
      const request = `GET /${path} HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: ${etag}\r\nConnection: close\r\n\r\n`;
      expect(await send(playground.url, request), path).toMatch(/^HTTP\/1\.1 304 /);
    }
    await playground.stop();
  });

  test('holds no inline script or style, and no address of another host', () => {
    for (const name of readdirSync(PUBLIC)) {
      const text = readFileSync(new URL(name, PUBLIC), 'utf8').replace('http://www.w3.org/2000/svg', '');
      expect(text, name).not.toMatch(/https?:\/\//);
      expect(text, name).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|@import|javascript:/i);
    }
  });

  test('is said to be missing where it is not built', () => {
    expect(() => readPageModules(mkdtempSync(join(tmpdir(), 'unbuilt-')))).toThrow(
      /^the page is not built: .*npm run build/,
    );
  });
});

test.each([
  [undefined, '127.0.0.1', false],
  ['bot.example:4000', 'bot.example', true],
  ['BOT.example', 'bot.example', true],
  ['other.example', 'bot.example', false],
  ['[fe80::1]', '::', true],
  ['localhost#x', '127.0.0.1', false],
])('the host %s is its own where it listens at %s: %s', (header, host, expected) => {
  expect(isOwnHost(header, host)).toBe(expected);
});
