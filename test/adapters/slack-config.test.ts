import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, secretsOf } from '../../adapters/config.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (environment: Record<string, string> = {}) => readConfig(environment, folder);
const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A0-3-abc' };
const SECRET = { SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5' };

function faultOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
}

describe('Slack', () => {
  test('is not wanted without a token', () => {
    expect(read().slack).toBeUndefined();
    expect(read({ SLACK_API_URL: 'http://localhost:1/api/' }).slack).toBeUndefined();
  });

  test('is reached over a socket by two tokens, over HTTP by a token and the secret', () => {
    expect(read({ ...BOT, ...APP }).slack).toEqual({ botToken: BOT.SLACK_BOT_TOKEN, appToken: APP.SLACK_APP_TOKEN });
    expect(read({ ...BOT, ...SECRET, PORT: '8080', HOST: '127.0.0.1' })).toMatchObject({
      slack: { botToken: BOT.SLACK_BOT_TOKEN, signingSecret: SECRET.SLACK_SIGNING_SECRET },
      port: 8080,
      host: '127.0.0.1',
    });
  });

  test('takes channels, and the opt-in to follow-ups', () => {
    const { slack } = read({ ...BOT, ...APP, SLACK_CHANNELS: 'C012AB, G034CD', SLACK_THREAD_FOLLOWUPS: 'on' });
    expect(slack).toMatchObject({ channels: ['C012AB', 'G034CD'], threadFollowUps: true });
    expect(read({ ...BOT, ...APP, SLACK_THREAD_FOLLOWUPS: 'off' }).slack?.threadFollowUps).toBe(false);
  });

  test('hands its secrets to the log, to be left out', () => {
    expect(secretsOf(read({ ...BOT, ...APP, ...SECRET }))).toEqual([
      BOT.SLACK_BOT_TOKEN,
      APP.SLACK_APP_TOKEN,
      SECRET.SLACK_SIGNING_SECRET,
    ]);
  });
});

describe('a wrong variable is named with the likely reason, and its value is not shown', () => {
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [BOT, /^SLACK_APP_TOKEN: is missing\. .*xapp-.*SLACK_SIGNING_SECRET/],
    [APP, /^SLACK_BOT_TOKEN: is missing\. .*xoxb-/],
    [SECRET, /^SLACK_BOT_TOKEN: is missing/],
    [{ ...APP, SLACK_BOT_TOKEN: 'xapp-1-canary' }, /^SLACK_BOT_TOKEN: this is the app token/],
    [{ ...BOT, SLACK_APP_TOKEN: 'xoxb-1-canary' }, /^SLACK_APP_TOKEN: this is the bot token/],
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxp-1-canary' }, /^SLACK_BOT_TOKEN: this is a user's token/],
    [{ ...APP, SLACK_BOT_TOKEN: 'canary' }, /^SLACK_BOT_TOKEN: expected a value that starts with xoxb-/],
    [{ ...APP, SLACK_BOT_TOKEN: '"xoxb-1-canary"' }, /^SLACK_BOT_TOKEN: its value starts with a quotation mark/],
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxb-1 canary' }, /^SLACK_BOT_TOKEN: holds a character that no token has/],
    [{ ...BOT, SLACK_SIGNING_SECRET: 'xoxb-1-canary' }, /^SLACK_SIGNING_SECRET: this is a token/],
    [{ ...BOT, ...APP, SLACK_API_URL: 'slack.com' }, /^SLACK_API_URL: expected the base/],
    [{ ...BOT, ...APP, SLACK_CHANNELS: '#general' }, /^SLACK_CHANNELS: expected ids of channels/],
    [{ ...BOT, ...APP, SLACK_THREAD_FOLLOWUPS: 'maybe' }, /^SLACK_THREAD_FOLLOWUPS: expected on or off/],
    ...['abc', '70000', '-1', '8e3', '80.5'].map((port) => [{ PORT: port }, /^PORT: expected a whole number/] as const),
    [{ RATE_LIMIT_BURST: '0' }, /^RATE_LIMIT_BURST: expected a whole number/],
    [{ CONVERSATION_MINUTES: '1h' }, /^CONVERSATION_MINUTES: expected a whole number/],
  ];
  for (const [environment, message] of cases) {
    test(JSON.stringify(environment), () => {
      const fault = faultOf(environment);
      expect(fault).toMatch(message);
      expect(fault).not.toContain('\n');
      expect(fault).not.toContain('canary');
    });
  }

  test('a token that the file .env cuts at "#"', () => {
    writeFileSync(join(folder, '.env'), 'SLACK_BOT_TOKEN=xoxb-1-can#ary\nSLACK_APP_TOKEN=xapp-1-2\n');
    expect(faultOf({})).toMatch(/^SLACK_BOT_TOKEN: .*cut at "#"/);
  });
});
