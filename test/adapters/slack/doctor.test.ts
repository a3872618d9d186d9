import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackConfig } from '../../../adapters/config.js';
import { examineSlack } from '../../../adapters/slack/doctor.js';
import { APP_TOKEN, BOT_TOKEN } from './bot.js';
import { type FakeSlack, SIGNING_SECRET, startFakeSlack } from './fake-slack.js';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.stop());

async function findings(changes: Partial<SlackConfig> = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const config = { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl, ...changes };
  for await (const { state, message, remedy = '' } of examineSlack(config)) lines.push(`${state} ${message} ${remedy}`);
  for (const line of lines) expect(line).not.toMatch(/canary|8f742231/);
  return lines;
}
const wrong = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('ok'));

describe("Slack's part of the set-up", () => {
  test('is well when the tokens are taken, have their scopes, and the socket can be reached', async () => {
    const lines = await findings();
    expect(wrong(lines)).toEqual([]);
    expect(lines).toHaveLength(4);
    expect(slack.sockets).toHaveLength(0);
  });

  test('is wrong where the bot token is refused, and says where to get another', async () => {
    slack.fault = ({ method }) => (method === 'auth.test' ? { kind: 'error', error: 'invalid_auth' } : undefined);
    expect(wrong(await findings())).toEqual([
      expect.stringMatching(/^wrong Slack refuses SLACK_BOT_TOKEN \(invalid_auth\) .*OAuth & Permissions/),
    ]);
  });

  test.each(['invalid_auth', 'not_allowed_token_type', 'missing_scope'])(
    'is wrong where the app token gets %s',
    async (error) => {
      slack.fault = ({ method }) => (method === 'apps.connections.open' ? { kind: 'error', error } : undefined);
      expect(wrong(await findings())).toEqual([expect.stringMatching(/SLACK_APP_TOKEN.*connections:write/)]);
    },
  );

  test('is wrong where a scope is missing, and deserves a look where there are more than needed', async () => {
    slack.scopes = ['chat:write', 'commands', 'app_mentions:read', 'assistant:write', 'users:read'];
    expect(wrong(await findings())).toEqual([
      expect.stringMatching(/^wrong the bot token lacks the scopes im:history .*install the app again/),
      expect.stringMatching(/^look .*users:read/),
    ]);
  });

  test('is wrong where follow-ups are wanted and cannot be read', async () => {
    expect(wrong(await findings({ threadFollowUps: true }))).toEqual([expect.stringContaining('channels:history')]);
    slack.scopes = [...slack.scopes, 'groups:history'];
    expect(wrong(await findings({ threadFollowUps: true }))).toEqual([]);
  });

  test('is wrong where Slack cannot be reached, and tells it from a refusal', async () => {
    slack.fault = () => ({ kind: 'reset' });
    for (const line of wrong(await findings())) expect(line).toContain('cannot be reached');
    expect(wrong(await findings({ apiUrl: 'http://127.0.0.1:1/api/' }))).toHaveLength(2);
  });

  test('over HTTP says which address Slack must know', async () => {
    const { appToken: _, ...config } = { botToken: BOT_TOKEN, appToken: '', signingSecret: SIGNING_SECRET };
    const lines: string[] = [];
    for await (const { message } of examineSlack({ ...config, apiUrl: slack.apiUrl })) lines.push(message);
    expect(lines.at(-1)).toContain('/slack/events');
  });
});
