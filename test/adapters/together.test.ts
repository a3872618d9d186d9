import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtProgram, type Running } from './built-program.js';
import { type FakeDiscord, startFakeDiscord, TOKEN } from './discord/fake-discord.js';
import { guildMessage, textOf } from './discord/running.js';
import { APP_TOKEN, BOT_TOKEN } from './slack/bot.js';
import { type FakeSlack, startFakeSlack } from './slack/fake-slack.js';
import { appMention } from './slack/payloads.js';

/** Slack and Discord in one process: either may fail, be slow or be away, and the other answers. */
vi.setConfig({ testTimeout: 60_000 });

let slack: FakeSlack;
let discord: FakeDiscord;
let bot: Running;

beforeEach(async () => {
  slack = await startFakeSlack();
  discord = await startFakeDiscord();
});
afterEach(async () => {
  await slack.stop();
  await discord.stop();
});

const program = builtProgram();

function start(): void {
  bot = program.run(['start'], {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: TOKEN,
  });
}

const started = (name: string) => bot.said(new RegExp(`"platform":"${name}","msg":"started"`));

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
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(code);
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
    await bot.said('discord is lost');
    await slackAnswers();
    await stops(1);
  });

  test('Discord answers when Slack refuses the token', async () => {
    slack.fault = () => ({ kind: 'error', error: 'invalid_auth' });
    start();
    await started('discord');
    await discordAnswers();
    await bot.said('slack cannot start');
  });
});
