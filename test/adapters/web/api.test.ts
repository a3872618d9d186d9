import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonValue } from '../../../adapters/chat/buttons.js';
import type { Engine } from '../../../src/index.js';
import { answered, citation, fakeEngine } from '../fakes.js';
import { type RunningPlayground, send, startPlayground } from './running.js';

const QUESTION = 'what is project orca';
let playground: RunningPlayground;
const engine = fakeEngine();
beforeEach(async () => {
  playground = await startPlayground({ engine });
});
afterEach(() => playground.stop());

const at = (path: string) => `${playground.url}${path}`;
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
// biome-ignore lint/suspicious/noExplicitAny: what it holds is what the tests are about.
const jsonOf = async (response: Response): Promise<{ status: number; body: any }> => ({
  status: response.status,
  body: await response.json(),
});

describe('POST /api/ask', () => {
  test('is answered with the answer of the engine', async () => {
    expect(await jsonOf(await post('api/ask', { question: QUESTION }))).toEqual({
      status: 200,
      body: JSON.parse(JSON.stringify(answered({ question: QUESTION }))),
    });
  });

  test('hands the conversation and the wish for an explanation on', async () => {
    await post('api/ask', { question: 'who demoed it', history: [QUESTION], explain: true });
    expect(engine.asked.at(-1)).toEqual({ question: 'who demoed it', options: { history: [QUESTION], explain: true } });
  });

  test.each([
    ['no JSON', '{', 'body', 'a JSON object', undefined],
    ['no object', '[]', 'body', 'a JSON object', undefined],
    ['null', 'null', 'body', 'a JSON object', undefined],
    ['no question', {}, 'question', 'it to be there', 'nothing'],
    ['a question that is a number', { question: 7 }, 'question', 'a text', '7'],
    [
      'a question that is too long',
      { question: 'x'.repeat(4_001) },
      'question',
      'at most 4000 characters',
      '4001 characters',
    ],
    ['a history that is a text', { question: 'x', history: 'y' }, 'history', 'a list of earlier questions', '"y"'],
    ['a history with a number in it', { question: 'x', history: ['y', 1] }, 'history.1', 'a text', '1'],
    [
      'a history that is too long',
      { question: 'x', history: Array(21).fill('y') },
      'history',
      'at most 20 questions',
      'a list of 21',
    ],
    ['a wish that is no truth value', { question: 'x', explain: 'yes' }, 'explain', 'true or false', '"yes"'],
    ['a field that is not known', { question: 'x', limit: 3 }, 'limit', 'no such field', '"limit"'],
  ])('refuses %s, and says what is wrong', async (_, body, field, expected, seen) => {
    const { status, body: reply } = await jsonOf(await post('api/ask', body));
    expect(status).toBe(400);
    expect(reply.error).toMatchObject({ field, expected });
    if (seen !== undefined) expect(reply.error.seen).toContain(seen);
    expect(reply.error.message).toContain(expected);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses a body of type %j, as a form of another site would send it',
    async (type) => {
      const { status, body } = await jsonOf(await post('api/ask', { question: QUESTION }, { 'content-type': type }));
      expect([status, body.error.expected]).toEqual([415, 'application/json']);
    },
  );

  test('refuses a body that is too large', async () => {
    const response = await post('api/ask', { question: 'x'.repeat(2_000_000) }).catch(() => undefined);
    // The connection may be closed before all of it is sent.
    if (response !== undefined) expect(response.status).toBe(413);
    expect((await post('api/ask', { question: QUESTION })).status).toBe(200);
  });

  test('says nothing of its insides when the engine fails, and answers the next question', async () => {
    const failing = await startPlayground({
      engine: { ...fakeEngine(), ask: () => Promise.reject(new Error('secret place')) },
    });
    const response = await fetch(`${failing.url}api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"x"}',
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(failing.log()).toContain('secret place');
    expect((await fetch(`${failing.url}api/notes`)).status).toBe(200);
    await failing.stop();
  });

  test('says that it took too long', async () => {
    const slow = fakeEngine();
    const ask: Engine['ask'] = () => Promise.reject(new DOMException('no answer within 3000 ms', 'TimeoutError'));
    const late = await startPlayground({ engine: { ...slow, ask } });
    const response = await fetch(`${late.url}api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"question":"x"}',
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    await late.stop();
  });
});

describe('the other replies', () => {
  test('are what each platform shows, by a mention and by a command', async () => {
    const { body } = await jsonOf(await post('api/preview', { question: QUESTION }));
    expect(body.previews).toMatchObject([
      {
        platform: 'paper',
        kind: 'answer',
        message: { text: `answer: ${QUESTION}`, setting: {} },
        measures: [{ name: 'letters', limit: 1_000 }],
      },
    ]);
    const command = await jsonOf(await post('api/preview', { question: 'help', private: true }));
    expect(command.body.previews).toMatchObject([
      { kind: 'help', message: { setting: { restated: true, shareable: true } } },
    ]);
  });

  test('lean on the conversation', async () => {
    await post('api/preview', { question: 'who demoed it', history: [QUESTION] });
    expect(engine.asked.at(-1)?.options.history).toEqual([QUESTION]);
  });

  test('are what a button leads to; one that asks says what', async () => {
    const { body } = await jsonOf(await post('api/preview', { question: QUESTION }));
    const { button } = body.previews[0].message;
    const pressed = await jsonOf(await post('api/press', { platform: 'paper', button, buttons: [button] }));
    expect(pressed).toMatchObject({ status: 200, body: { kind: 'more' } });
    const asks = buttonValue({ act: 'ask', asked: { question: 'who demoed it', history: [] } }, 200);
    const asked = await jsonOf(await post('api/press', { platform: 'paper', button: asks, buttons: [] }));
    expect(asked.body.question).toBe('who demoed it');
    const nowhere = await jsonOf(await post('api/press', { platform: 'stone', button, buttons: [] }));
    expect(nowhere).toMatchObject({ status: 400, body: { error: { field: 'platform', expected: 'one of paper' } } });
    const nonsense = await jsonOf(await post('api/press', { platform: 'paper', button: 'zzz', buttons: [] }));
    expect(nonsense).toMatchObject({ status: 200, body: { kind: 'notice' } });
  });

  test('are suggestions, as many as wanted', async () => {
    const asked: unknown[] = [];
    const suggesting = await startPlayground({
      engine: {
        ...fakeEngine(),
        async suggest(prefix, limit) {
          asked.push([prefix, limit]);
          return ['What is Project Orca?'];
        },
      },
    });
    const get = async (query: string) => jsonOf(await fetch(`${suggesting.url}api/suggest?${query}`));
    expect(await get('q=what%20is&limit=3')).toEqual({ status: 200, body: { suggestions: ['What is Project Orca?'] } });
    expect(asked).toEqual([['what is', 3]]);
    expect((await get('')).status).toBe(200);
    expect(await get('limit=0')).toMatchObject({ status: 400, body: { error: { field: 'limit' } } });
    expect(await get('q=a&q=b')).toMatchObject({ status: 400, body: { error: { field: 'q' } } });
    expect(await get(`q=${'x'.repeat(301)}`)).toMatchObject({ status: 400, body: { error: { field: 'q' } } });
    expect((await get('q=%zz')).status).toBe(200);
    await suggesting.stop();
  });

  test('are the notes with their problems, a note by its path, and the editions', async () => {
    const problem = { path: 'n/bad.md', line: 2, severity: 'error', rule: 'bad-date', message: 'saw "x".' } as const;
    const listing = await startPlayground({
      read: { problems: [problem], kept: [problem], skipped: [{ path: 'n/draft.md', reason: 'is a draft' }] },
      engine: {
        ...fakeEngine(),
        note: async (path) => (path === 'n/a.md' ? ({ path, title: 'A' } as never) : undefined),
        editions: async () => [{ event: 'BoxCon 2019', notes: ['n/a.md'], announcements: [] }],
      },
    });
    const get = async (path: string) => jsonOf(await fetch(`${listing.url}${path}`));
    expect((await get('api/notes')).body).toMatchObject({
      counts: { notes: 1 },
      notes: [{ path: citation().note }],
      problems: [problem],
      kept: [{ path: 'n/bad.md' }],
      skipped: [{ path: 'n/draft.md' }],
    });
    expect(await get('api/note?path=n/a.md')).toEqual({ status: 200, body: { path: 'n/a.md', title: 'A' } });
    for (const path of ['../../etc/passwd', '/etc/passwd', 'n/b.md']) {
      expect(await get(`api/note?path=${encodeURIComponent(path)}`)).toMatchObject({
        status: 404,
        body: { error: { field: 'path' } },
      });
    }
    expect(await get('api/note')).toMatchObject({ status: 400, body: { error: { field: 'path' } } });
    expect((await get('api/editions')).body).toEqual({
      editions: [{ event: 'BoxCon 2019', notes: ['n/a.md'], announcements: [] }],
    });
    expect((await get('api/examples')).body).toEqual({ examples: [] });
    await listing.stop();
  });
});

describe('the door', () => {
  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'a@localhost',
    '',
  ])('is closed to the host name %j, which could lead here from a hostile page', async (host) => {
    expect(await send(playground.url, `GET /api/notes HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 403 /,
    );
  });

  test.each([
    'localhost',
    'localhost:9999',
    'LOCALHOST',
    'bot.localhost',
    '127.0.0.1',
    '[::1]:4000',
    '192.168.1.7:4000',
  ])('is open to %s', async (host) => {
    expect(await send(playground.url, `GET /api/notes HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });

  test('is closed to pages of other sites', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect((await post('api/ask', { question: QUESTION }, { 'sec-fetch-site': site })).status).toBe(403);
    }
    const response = await post('api/ask', { question: QUESTION }, { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['GET', 'api/ask', 'POST'],
    ['DELETE', 'api/ask', 'POST'],
    ['PUT', 'api/preview', 'POST'],
    ['POST', 'api/notes', 'GET, HEAD'],
    ['POST', 'api/suggest', 'GET, HEAD'],
  ])('says which method is meant: %s /%s', async (method, path, allow) => {
    const response = await fetch(at(path), { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect((await jsonOf(response)).body.error.field).toBe('Method');
  });

  test('holds back who asks too much, and only so long', async () => {
    const narrow = await startPlayground({ chat: { burst: 1, perMinute: 1 } });
    const ask = () =>
      fetch(`${narrow.url}api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"question":"x"}',
      });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    const refused = await ask();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${narrow.url}api/suggest?q=x`)).status).toBe(200);
    await narrow.stop();
  });

  test.each(['', 'style.css', 'api/notes', 'api/nothing', 'nothing', 'modules/adapters/web/page/main.js'])(
    'lets nothing be framed, guessed or run from elsewhere: /%s',
    async (path) => {
      const { headers } = await fetch(at(path));
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.has('x-powered-by')).toBe(false);
    },
  );

  test('outlives whatever it is sent', async () => {
    const bad = [
      'GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET /modules/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET /../../package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET /%2e%2e/%2e%2e/package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET http://[::1/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.0\r\n\r\n',
      'NONSENSE\r\n\r\n',
      '\u0016\u0003\u0001 not TLS\r\n\r\n',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      'POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n{',
      'POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
      'POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json; charset=nonsense\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
      'POST /api/ask HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\nzz',
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    ];
    for (const request of bad) {
      const reply = await send(playground.url, request);
      expect(reply, request.slice(0, 60)).not.toMatch(/^HTTP\/1\.1 5/);
      expect(reply).not.toContain('"dependencies"');
    }
    expect((await post('api/ask', { question: QUESTION })).status).toBe(200);
  });

  test('is not held open by who sends half a request', async () => {
    const { port } = new URL(playground.url);
    const slow = connect(Number(port), '127.0.0.1');
    slow.on('error', () => {});
    slow.write(
      'POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    );
    expect((await post('api/ask', { question: QUESTION })).status).toBe(200);
    await playground.stop();
    expect(
      slow.destroyed || slow.readableEnded || (await new Promise((done) => slow.once('close', () => done(true)))),
    ).toBe(true);
  });
});
