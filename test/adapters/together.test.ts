import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './discord/fake-discord.js';
import { guildMessage, textOf } from './discord/running.js';
import { APP_TOKEN, BOT_TOKEN } from './slack/bot.js';
import { type FakeSlack, startFakeSlack } from './slack/fake-slack.js';
import { appMention } from './slack/payloads.js';

/** Slack and Discord in one process: either may fail, be slow or be away, and the other answers. */
const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run "npm run build" first.`);
});
vi.setConfig({ testTimeout: 60_000 });

let slack: FakeSlack;
let discord: FakeDiscord;
let folder: string;
let child: ChildProcess;
let output = '';
let ended: Promise<number | null>;

beforeEach(async () => {
  slack = await startFakeSlack();
  discord = await startFakeDiscord();
  folder = mkdtempSync(join(tmpdir(), 'together-'));
  writeFileSync(join(folder, 'a.md'), '# Gizmo\n\nGizmo is a small tool that folds paper boats out of old invoices.\n');
});
afterEach(async () => {
  child.kill('SIGKILL');
  await slack.stop();
  await discord.stop();
  rmSync(folder, { recursive: true });
});

function start(): void {
  output = '';
  const started = spawn(process.execPath, [MAIN, 'start'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NOTES_DIR: folder,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: TOKEN,
    },
  });
  started.stdout.on('data', (data) => {
    output += data;
  });
  ended = new Promise((resolve) => started.on('close', resolve));
  child = started;
}

const started = (name: string) =>
  expect.poll(() => output, { timeout: 30_000 }).toMatch(new RegExp(`"platform":"${name}","msg":"started"`));

async function slackAnswers(): Promise<void> {
  const before = slack.messages().length;
  await slack.send('events_api', appMention('what is gizmo'));
  await slack.waitFor(before + 1, 'chat.postMessage');
  expect(slack.messages().at(-1)?.body.text).toContain('folds paper boats');
}

async function discordAnswers(): Promise<void> {
  const before = discord.landed.length;
  discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is gizmo'));
  await discord.until('a reply', () => discord.landed.length > before);
  expect(textOf(discord.landed.at(-1))).toContain('folds paper boats');
}

async function stops(code: number): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toBe(code);
}

describe('Slack and Discord in one process', () => {
  test('both answer', async () => {
    start();
    await started('slack');
    await started('discord');
    await slackAnswers();
    await discordAnswers();
    await stops(0);
  });

  test('Slack answers while Discord is away, and Discord when it is back', async () => {
    discord.state.answer = () => 'drop';
    start();
    await started('slack');
    await slackAnswers();
    discord.state.answer = () => undefined;
    await started('discord');
    await discordAnswers();
    await stops(0);
  });

  test('Discord answers while Slack is away', async () => {
    slack.fault = () => ({ kind: 'reset' });
    start();
    await started('discord');
    await discordAnswers();
    await stops(0);
  });

  test('Slack answers while no call to Discord ever ends', async () => {
    start();
    await started('slack');
    await started('discord');
    discord.state.answer = () => 'hang';
    for (let i = 0; i < 20; i++) discord.dispatch('MESSAGE_CREATE', guildMessage(discord, `what is gizmo ${i}`));
    await slackAnswers();
  });

  test('Discord answers while no call to Slack ever ends', async () => {
    start();
    await started('slack');
    await started('discord');
    slack.fault = () => ({ kind: 'hang' });
    for (let i = 0; i < 20; i++) await slack.send('events_api', appMention(`what is gizmo ${i}`));
    await discordAnswers();
  });

  test('Slack answers when Discord has closed for good, and the end is not as if all were well', async () => {
    start();
    await started('slack');
    await started('discord');
    discord.close(4_004);
    await expect.poll(() => output, { timeout: 30_000 }).toContain('discord is lost');
    await slackAnswers();
    await stops(1);
  });

  test('Discord answers when Slack refuses the token', async () => {
    slack.fault = () => ({ kind: 'error', error: 'invalid_auth' });
    start();
    await started('discord');
    await discordAnswers();
    await expect.poll(() => output, { timeout: 30_000 }).toContain('slack cannot start');
  });
});
