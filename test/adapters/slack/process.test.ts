import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtProgram, freePort } from '../built-program.js';
import { APP_TOKEN, BOT_TOKEN } from './bot.js';
import { type FakeSlack, SIGNING_SECRET, sendEvent, startFakeSlack } from './fake-slack.js';
import { appMention, CHANNEL } from './payloads.js';

vi.setConfig({ testTimeout: 60_000 });

let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  await slack.stop();
});

const program = builtProgram();
const start = (env: Record<string, string>) =>
  program.run(['start'], { SLACK_API_URL: slack.apiUrl, LOG_LEVEL: 'trace', ...env });

describe('the program', () => {
  test('joins by a socket, answers from the notes, reads them again and stops when told to', async () => {
    const bot = start({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN });
    await bot.said('started');
    await slack.send('events_api', appMention('what is gizmo'));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.channel).toBe(CHANNEL);
    expect(answer?.body.text).toContain('folds paper boats');

    writeFileSync(program.path('a.md'), '# Gizmo\n\nGizmo is a large tool that unfolds paper boats.\n');
    const before = bot.output().split('the notes are read').length;
    bot.kill('SIGHUP');
    await expect.poll(() => bot.output().split('the notes are read').length, { timeout: 20_000 }).toBe(before + 1);
    await slack.send('events_api', appMention('what is gizmo'));
    expect((await slack.waitFor(2, 'chat.postMessage'))[1]?.body.text).toContain('unfolds');

    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(slack.refusals).toEqual([]);
    for (const line of bot.output().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    for (const secret of [BOT_TOKEN, APP_TOKEN, 'what is gizmo', 'paper boats'])
      expect(bot.output()).not.toContain(secret);
  });

  test('joins over HTTP', async () => {
    const port = await freePort();
    const bot = start({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      PORT: String(port),
      HOST: '127.0.0.1',
    });
    await bot.said('started');
    expect((await sendEvent(port, appMention('what is gizmo'))).status).toBe(200);
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.text).toContain('folds paper boats');
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).not.toContain(SIGNING_SECRET);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'auth.test'],
    ['SLACK_APP_TOKEN', 'apps.connections.open'],
  ])('ends when Slack refuses %s, and says what to do', async (variable, refused) => {
    slack.fault = ({ method }) => (method === refused ? { kind: 'error', error: 'invalid_auth' } : undefined);
    const bot = start({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(`${variable}: Slack refuses it (invalid_auth).`);
    expect(bot.output()).not.toContain('"stack"');
  });

  test('ends when a token is missing, and names it', async () => {
    const bot = start({ SLACK_BOT_TOKEN: BOT_TOKEN });
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('SLACK_APP_TOKEN: is missing');
  });

  test('stops while Slack cannot be reached', async () => {
    const port = await freePort();
    const probe = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    const bot = start({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      PORT: String(port),
      HOST: '127.0.0.1',
    });
    await bot.said('started');
    expect([await probe('/livez'), await probe('/readyz')]).toEqual([200, 200]);
    slack.fault = () => ({ kind: 'hang' });
    slack.sockets.at(-1)?.terminate();
    await expect.poll(() => slack.calls.filter(({ method }) => method === 'apps.connections.open').length).toBe(2);
    expect([await probe('/livez'), await probe('/readyz')]).toEqual([200, 503]);
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});
