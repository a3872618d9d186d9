import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtProgram, freePort } from './built-program.js';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './discord/fake-discord.js';
import { guildMessage, interaction } from './discord/running.js';
import { BOT_TOKEN } from './slack/bot.js';
import { type FakeSlack, SIGNING_SECRET, sendEvent, sendForm, startFakeSlack } from './slack/fake-slack.js';
import { appMention, slashCommand } from './slack/payloads.js';

/** The built program as whoever runs it meets it: one port, a log, a file of gaps, signals. */
let slack: FakeSlack;
let discord: FakeDiscord;
let port: number;

beforeEach(async () => {
  slack = await startFakeSlack();
  discord = await startFakeDiscord();
  port = await freePort();
});
afterEach(async () => {
  await slack.stop();
  await discord.stop();
});

const program = builtProgram();

/** Runs "start" with Slack over HTTP and Discord. */
function start(env: Record<string, string> = {}) {
  return program.run(['start'], {
    HOST: '127.0.0.1',
    PORT: String(port),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: TOKEN,
    ...env,
  });
}

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
const status = (path: string) =>
  get(path).then(
    ({ status }) => status,
    () => 0,
  );
const ready = () => expect.poll(() => status('/readyz'), { timeout: 30_000 }).toBe(200);

describe('at one port', () => {
  test('Slack asks, and whoever watches learns that Discord is not ready, and what has happened', async () => {
    discord.state.answer = () => 'drop';
    const bot = start();
    await expect
      .poll(async () => (await status('/readyz')) === 503 && (await (await get('/readyz')).json()), { timeout: 30_000 })
      .toMatchObject({ ready: false, failing: ['discord'], parts: { index: 'ready', slack: 'ready' } });
    expect((await sendEvent(port, appMention('what is gizmo'))).status).toBe(200);
    await slack.waitFor(1, 'chat.postMessage');
    expect([await status('/livez'), await status('//'), await status('/slack/events')]).toEqual([200, 404, 405]);
    discord.state.answer = () => undefined;
    await ready();
    const figures = await (await get('/metrics')).text();
    expect(figures).toContain('dockercon_bot_questions_total{platform="slack",outcome="answered"} 1');
    expect(figures).not.toContain('gizmo');
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  test('the process is alive before the notes are read, and can be told to stop by then', async () => {
    for (let i = 0; i < 3_000; i++) {
      writeFileSync(
        program.path(`n${i}.md`),
        `# Number ${i}\n\n${`Number ${i} is one of many numbers. `.repeat(20)}\n`,
      );
    }
    const bot = start();
    await expect.poll(() => status('/livez'), { timeout: 30_000, interval: 20 }).toBe(200);
    expect(await (await get('/readyz')).json()).toMatchObject({
      failing: expect.arrayContaining(['index', 'slack', 'discord']),
    });
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toContain('stopped before the notes were read');
  });
});

describe('what is said', () => {
  test('is one JSON object a line from start to stop, holds no secret, and questions only where they are wanted', async () => {
    // Node warns in words of its own.
    const NODE_OPTIONS = "--import=data:text/javascript,setTimeout(()=>process.emitWarning('careful'),4000).unref()";
    const bot = start({ LOG_LEVEL: 'trace', NODE_OPTIONS });
    await ready();
    slack.fault = ({ method }) => (method === 'chat.postMessage' ? { kind: 'error', error: 'fatal_error' } : undefined);
    await sendEvent(port, appMention('what is gizmo'));
    const responseUrl = `${slack.responseUrl()}/canary-response`;
    await sendForm(port, slashCommand('what is gizmo', { response_url: responseUrl, trigger_id: 'canary-trigger' }));
    discord.state.answer = ({ path }) =>
      path.startsWith('/interactions/')
        ? { status: 404, body: { message: 'Unknown interaction', code: 10062 } }
        : undefined;
    const options = [{ type: 3, name: 'question', value: 'what is gizmo' }];
    const data = { id: '1', type: 1, name: 'dockercon', options };
    discord.dispatch('INTERACTION_CREATE', interaction(discord, { type: 2, token: 'canary-interaction', data }));
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is gizmo'));
    await expect.poll(() => bot.output(), { timeout: 20_000 }).toContain('10062');
    await expect.poll(() => bot.output(), { timeout: 20_000 }).toContain('fatal_error');
    await expect.poll(() => bot.output(), { timeout: 20_000 }).toContain('careful');
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    for (const line of bot.output().trim().split('\n')) expect(() => JSON.parse(line), line).not.toThrow();
    const secrets = [BOT_TOKEN, SIGNING_SECRET, TOKEN, 'canary', 'what is gizmo', 'paper boats'];
    for (const secret of secrets) expect(bot.output()).not.toContain(secret);
  });

  test('names the variable when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const bot = start();
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(`PORT: ${port} is taken`);
    expect(bot.output()).not.toContain('stack');
    await new Promise((resolve) => other.close(resolve));
  });
});

test('what the notes do not answer is noted where it is wanted, with no id of who asked', async () => {
  const gaps = program.path('gaps.jsonl');
  const bot = start({ GAPS_FILE: gaps, LOG_QUESTIONS: 'on' });
  await ready();
  await sendEvent(port, appMention('what did the queen of sheba announce'));
  await slack.waitFor(1, 'chat.postMessage');
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  const [line = '', ...rest] = readFileSync(gaps, 'utf8').trimEnd().split('\n');
  expect(rest).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({ kind: 'unanswered', platform: 'slack', reason: 'not-in-notes' });
  expect(Object.keys(JSON.parse(line)).sort()).toEqual(['kind', 'platform', 'question', 'reason', 'time', 'years']);
  expect(bot.output()).toContain('"question":"what did the queen of sheba announce"');
  expect(bot.output()).not.toContain(appMention('x').event.user);
});
