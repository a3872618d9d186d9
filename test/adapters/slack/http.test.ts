import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeEngine } from '../fakes.js';
import { startBot } from './bot.js';
import { type FakeSlack, sendEvent, sendForm, sendSigned, signedHeaders, startFakeSlack } from './fake-slack.js';
import { appMention, slashCommand } from './payloads.js';

let slack: FakeSlack;
let bot: Awaited<ReturnType<typeof startBot>>;
const engine = fakeEngine();

beforeEach(async () => {
  slack = await startFakeSlack();
  engine.asked.length = 0;
  bot = await startBot(slack, { mode: 'http', engine });
});

afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const port = () => bot.port;
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('a request', () => {
  test.each([
    ['by another secret', { secret: 'wrong' }],
    ['six minutes ago', { ahead: -360 }],
    ['six minutes ahead', { ahead: 360 }],
    ['with a signature that is none', { headers: { 'x-slack-signature': 'v0=' } }],
    ['by another version', { headers: { 'x-slack-signature': 'v1=abc' } }],
    ['at no time', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['at two times', { headers: { 'x-slack-request-timestamp': '1, 2' } }],
  ])('signed %s reaches no listener', async (_, signing) => {
    expect((await sendEvent(port(), appMention('what is orca'), signing)).status).toBe(401);
    expect((await sendForm(port(), slashCommand('what is orca'), signing)).status).toBe(401);
    expect(engine.asked).toEqual([]);
  });

  test('that is not signed reaches no listener', async () => {
    const response = await fetch(`http://127.0.0.1:${port()}/slack/events`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  test.each(['x-slack-signature', 'x-slack-request-timestamp', 'content-type'])(
    'with %s twice reaches no listener',
    async (name) => {
      const body = JSON.stringify(appMention('what is orca'));
      const headers = signedHeaders(body, JSON_TYPE);
      const status = await new Promise((resolve) => {
        const call = request({ port: port(), host: '127.0.0.1', path: '/slack/events', method: 'POST' }, (response) =>
          resolve(response.statusCode),
        );
        for (const [header, value] of Object.entries(headers))
          call.setHeader(header, header === name ? [value, value] : value);
        call.end(body);
      });
      expect(status).toBe(401);
      expect(engine.asked).toEqual([]);
    },
  );

  test('that checks the certificate smuggles nothing in', async () => {
    const payload = JSON.stringify(appMention('what is orca'));
    const response = await sendForm(port(), { ssl_check: '1', payload }, { secret: 'wrong' });
    expect(response.status).toBe(200);
    expect(engine.asked).toEqual([]);
  });

  test('to verify the address is answered with its challenge', async () => {
    // reference/events/url_verification
    const body = JSON.stringify({
      token: 'x',
      challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P',
      type: 'url_verification',
    });
    const response = await sendSigned(port(), body, JSON_TYPE);
    expect(await response.json()).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P' });
  });

  test.each([
    ['null', 'null', JSON_TYPE],
    ['a list', '[]', JSON_TYPE],
    ['an empty object', '{}', JSON_TYPE],
    ['no JSON', '{', JSON_TYPE],
    ['an event of null', '{"type":"event_callback","event":null}', JSON_TYPE],
    ['a form whose payload is null', 'payload=null', FORM_TYPE],
    ['an empty form', '', FORM_TYPE],
  ])('whose body is %s is refused, and the next is answered', async (_, body, type) => {
    expect((await sendSigned(port(), body, type)).status).toBe(400);
    await sendEvent(port(), appMention('what is orca'));
    await slack.waitFor(1, 'chat.postMessage');
  });

  test('of five megabytes is refused', async () => {
    expect((await sendSigned(port(), 'x'.repeat(5 * 1024 * 1024), JSON_TYPE)).status).toBe(413);
    expect((await sendEvent(port(), appMention('what is orca'))).status).toBe(200);
  });

  test('with a character set in its content type is read', async () => {
    const fields = { ...slashCommand('what is orca'), response_url: slack.responseUrl() };
    const response = await sendSigned(port(), new URLSearchParams(fields).toString(), `${FORM_TYPE}; charset=utf-8`);
    expect(response.status).toBe(200);
    await slack.waitFor(1, 'response_url');
  });

  test('that nobody listens to is not kept waiting', async () => {
    expect((await sendForm(port(), slashCommand('x', { command: '/other' }))).status).toBe(404);
  });

  test.each([
    ['GET', '/slack/events', 405],
    ['GET', '/', 404],
    ['POST', '/other', 404],
    ['GET', '//', 404],
  ])('%s %s gets %i', async (method, path, status) => {
    expect((await fetch(`http://127.0.0.1:${port()}${path}`, { method })).status).toBe(status);
  });
});

test('an identical signed request is answered once', async () => {
  const mention = appMention('what is orca');
  for (let i = 0; i < 3; i++) expect((await sendEvent(port(), mention)).status).toBe(200);
  await slack.waitFor(1, 'chat.postMessage');
  expect(engine.asked).toHaveLength(1);
});
