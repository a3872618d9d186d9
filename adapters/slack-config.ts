import * as v from 'valibot';

/** What the bot needs to join a Slack workspace: a bot token, and an app token (socket) or a signing secret (HTTP). */
export interface SlackConfig {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Base of the Web API, for tests and proxies. */
  readonly apiUrl?: string;
  /** Ids of the channels that are answered in; absent for all. */
  readonly channels?: readonly string[];
  /** Whether follow-ups in a thread are answered without a mention. */
  readonly threadFollowUps?: boolean;
}

/** The names of Slack's variables, and which of them are secret. */
export const SLACK_VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CHANNELS',
  'SLACK_THREAD_FOLLOWUPS',
  'SLACK_API_URL',
] as const;
export const SLACK_SECRETS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

const WHERE = {
  SLACK_BOT_TOKEN: 'Copy the "Bot User OAuth Token" from "OAuth & Permissions" of the Slack app; it starts with xoxb-.',
  SLACK_APP_TOKEN:
    'Make an app-level token with the scope connections:write under "Basic Information" of the Slack app; it starts with xapp-.',
  SLACK_SIGNING_SECRET: 'Copy the "Signing Secret" from "Basic Information" of the Slack app.',
} as const;

/** What each of Slack's variables must look like. No message repeats a value that could be secret. */
export const SLACK_SCHEMA = {
  SLACK_BOT_TOKEN: token('SLACK_BOT_TOKEN', 'xoxb-', {
    'xapp-': 'this is the app token, which belongs into SLACK_APP_TOKEN.',
    'xoxp-': "this is a user's token, and the bot's own is needed.",
  }),
  SLACK_APP_TOKEN: token('SLACK_APP_TOKEN', 'xapp-', {
    'xoxb-': 'this is the bot token, which belongs into SLACK_BOT_TOKEN.',
    'xoxp-': "this is a user's token, and an app-level token is needed.",
  }),
  SLACK_SIGNING_SECRET: v.optional(
    v.pipe(
      v.string(),
      v.check((value) => !/^x(?:ox[a-z]|app)-/.test(value), `this is a token. ${WHERE.SLACK_SIGNING_SECRET}`),
      v.check((value) => !/\s/.test(value), `holds a space, which no secret has. ${WHERE.SLACK_SIGNING_SECRET}`),
    ),
  ),
  SLACK_API_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
        'expected the base of a Slack Web API, e.g. https://slack.com/api/.',
      ),
    ),
  ),
  SLACK_CHANNELS: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(/[\s,]+/).filter((id) => id !== '')),
      v.check(
        (ids) => ids.length > 0 && ids.every((id) => /^[CGD][A-Z0-9]+$/.test(id)),
        "expected ids of channels with commas between, e.g. C012ABCD,C345EFGH. Slack shows an id at the bottom of a channel's details.",
      ),
    ),
  ),
  SLACK_THREAD_FOLLOWUPS: v.optional(
    v.pipe(
      v.picklist(['on', 'off', 'true', 'false'], 'expected on or off.'),
      v.transform((value) => value === 'on' || value === 'true'),
    ),
  ),
};

interface SlackValues {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  readonly SLACK_APP_TOKEN?: string | undefined;
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
  readonly SLACK_CHANNELS?: readonly string[] | undefined;
  readonly SLACK_THREAD_FOLLOWUPS?: boolean | undefined;
}

/** What is missing: nothing when Slack is not wanted, or all there is is set. `names` are the variables that have a value. */
export function missingOfSlack(names: ReadonlySet<string>): readonly string[] {
  if (!SLACK_SECRETS.some((name) => names.has(name))) return [];
  if (!names.has('SLACK_BOT_TOKEN')) return [`SLACK_BOT_TOKEN: is missing. ${WHERE.SLACK_BOT_TOKEN}`];
  if (names.has('SLACK_APP_TOKEN') || names.has('SLACK_SIGNING_SECRET')) return [];
  return [`SLACK_APP_TOKEN: is missing. ${WHERE.SLACK_APP_TOKEN} Or set SLACK_SIGNING_SECRET to be called over HTTP.`];
}

/** Slack's part of the configuration; absent when Slack is not wanted. */
export function slackConfig(values: SlackValues): { readonly slack?: SlackConfig } {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = values;
  const { SLACK_API_URL, SLACK_CHANNELS, SLACK_THREAD_FOLLOWUPS } = values;
  if (SLACK_BOT_TOKEN === undefined) return {};
  return {
    slack: {
      botToken: SLACK_BOT_TOKEN,
      ...(SLACK_APP_TOKEN !== undefined && { appToken: SLACK_APP_TOKEN }),
      ...(SLACK_SIGNING_SECRET !== undefined && { signingSecret: SLACK_SIGNING_SECRET }),
      ...(SLACK_API_URL !== undefined && { apiUrl: SLACK_API_URL }),
      ...(SLACK_CHANNELS !== undefined && { channels: SLACK_CHANNELS }),
      ...(SLACK_THREAD_FOLLOWUPS !== undefined && { threadFollowUps: SLACK_THREAD_FOLLOWUPS }),
    },
  };
}

function token(name: keyof typeof WHERE, start: string, others: Readonly<Record<string, string>>) {
  const other = (value: string) => Object.entries(others).find(([begin]) => value.startsWith(begin))?.[1];
  return v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => other(value) === undefined,
        ({ input }) => `${other(input)} ${WHERE[name]}`,
      ),
      v.check(
        (value) => other(value) !== undefined || value.startsWith(start),
        `expected a value that starts with ${start}. ${WHERE[name]}`,
      ),
      v.check(
        (value) => /^[\w-]*$/.test(value),
        `holds a character that no token has, a space or quotation mark perhaps. ${WHERE[name]}`,
      ),
    ),
  );
}
