import { webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.js';
import { type Finding, findingsOn } from '../doctor.js';
import { boundedFetch } from './bounded-fetch.js';
import { fateOf } from './fate.js';
import { API_URL } from './slack.js';

const { ok, look, wrong } = findingsOn('slack');

/** Examines how Slack is set up: the tokens, their scopes, and whether Slack can be reached. Changes nothing there. */
export async function* examineSlack(slack: SlackConfig): AsyncGenerator<Finding> {
  const slackApiUrl = `${(slack.apiUrl ?? API_URL).replace(/\/+$/, '')}/`;
  const client = (token: string) =>
    new webApi.WebClient(token, {
      slackApiUrl,
      fetch: boundedFetch,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: SILENT,
    });

  try {
    const { user, team, response_metadata } = await client(slack.botToken).auth.test();
    yield ok(`SLACK_BOT_TOKEN is that of the bot "${user}" in the workspace "${team}"`);
    yield* examineScopes(response_metadata?.scopes, slack);
  } catch (error) {
    yield refused('SLACK_BOT_TOKEN', error, BOT_TOKEN_REMEDY);
  }

  if (slack.appToken === undefined) {
    yield ok(
      `over HTTP: the Request URL of events, interactivity and the command is https://your.host/slack/events; SLACK_SIGNING_SECRET can be tried by Slack alone`,
    );
    return;
  }
  try {
    const { url = '' } = await client(slack.appToken).apps.connections.open();
    yield ok('SLACK_APP_TOKEN opens a socket: Socket Mode is on');
    yield await examineSocket(url);
  } catch (error) {
    yield refused('SLACK_APP_TOKEN', error, APP_TOKEN_REMEDY);
  }
}

/** What the bot token needs. The manifest asks for the same: a test compares them. */
export const SCOPES = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'] as const;

const BOT_TOKEN_REMEDY =
  'Install the app to the workspace, and copy the "Bot User OAuth Token" from "OAuth & Permissions".';
const APP_TOKEN_REMEDY =
  'Switch on "Socket Mode", and under "Basic Information", "App-Level Tokens" make a token with the scope connections:write.';
const NETWORK_REMEDY = 'Let this machine reach it: look at DNS, firewall and proxy, and at SLACK_API_URL if it is set.';

const SILENT: webApi.Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => webApi.LogLevel.ERROR,
  setName() {},
};

/** What follow-ups without a mention need, for each kind of conversation: one is enough. */
const FOLLOWUP_SCOPES = ['channels:history', 'groups:history', 'mpim:history'];

function* examineScopes(granted: readonly string[] | undefined, slack: SlackConfig): Generator<Finding> {
  if (granted === undefined || granted.length === 0) {
    yield look('Slack did not say which scopes the bot token has', 'Compare them with those of the manifest.');
    return;
  }
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) yield ok(`the bot token has all scopes that are needed: ${SCOPES.join(', ')}`);
  else {
    yield wrong(
      `the bot token lacks the scopes ${missing.join(', ')}`,
      'Add them under "OAuth & Permissions", "Scopes" (or paste the manifest anew), then install the app again.',
    );
  }
  const forFollowUps = FOLLOWUP_SCOPES.filter((scope) => granted.includes(scope));
  if (slack.threadFollowUps === true && forFollowUps.length === 0) {
    yield wrong(
      `SLACK_THREAD_FOLLOWUPS is on, and the bot token has none of ${FOLLOWUP_SCOPES.join(', ')}`,
      'Add the scope and the event for each kind of conversation (README, "Slack"), then install the app again.',
    );
  }
  const known = new Set<string>([...SCOPES, ...(slack.threadFollowUps === true ? FOLLOWUP_SCOPES : [])]);
  const more = granted.filter((scope) => !known.has(scope));
  if (more.length > 0) {
    yield look(
      `the bot token has scopes that the bot does not use: ${more.join(', ')}`,
      'Take them away under "OAuth & Permissions", unless another program uses this app.',
    );
  }
}

/** Whether the host that Slack names for the socket can be reached: some networks let through one host and not the other. */
async function examineSocket(url: string): Promise<Finding> {
  if (!/^wss?:\/\//.test(url) || !URL.canParse(url)) {
    return wrong('Slack named no address for the socket', 'Try again later.');
  }
  const { host, protocol } = new URL(url);
  try {
    // Any answer will do; the ticket in the address is not used.
    await boundedFetch(`${protocol === 'wss:' ? 'https' : 'http'}://${host}/`, { redirect: 'manual' });
    return ok(`the host of the socket, ${host}, can be reached`);
  } catch (error) {
    return wrong(`the host of the socket, ${host}, cannot be reached (${fateOf(error).code})`, NETWORK_REMEDY);
  }
}

function refused(variable: string, error: unknown, remedy: string): Finding {
  const { kind, code } = fateOf(error);
  if (code === 'missing_scope') return wrong(`${variable} lacks a scope (${code})`, remedy);
  if (kind === 'refused') return wrong(`Slack refuses ${variable} (${code})`, remedy);
  return wrong(`Slack cannot be reached with ${variable} (${code})`, NETWORK_REMEDY);
}
