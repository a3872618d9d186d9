import { App, type Receiver, webApi } from '@slack/bolt';
import { openDesk } from '../chat/open-desk.js';
import type { SlackConfig } from '../config.js';
import { OperatorError, reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Adapter, AdapterParts } from '../types.js';
import { boundedFetch } from './bounded-fetch.js';
import { fateOf } from './fate.js';
import { createHttpReceiver } from './http-receiver.js';
import { BUTTON_VALUE } from './limits.js';
import { listen } from './listeners.js';
import { createLogger } from './logger.js';
import { createPost } from './post.js';
import { createSocketReceiver } from './socket-receiver.js';
import { createThreads } from './threads.js';

const NAME = 'slack';
/** Base of Slack's Web API. */
export const API_URL = 'https://slack.com/api/';
/** Calls under way at once. Each is bounded in time, so a Slack that hangs holds back no more than these. */
const CONCURRENCY = 500;
/** The pause before the second try to reach Slack at the start, and the longest, in milliseconds; it doubles. */
const PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;

/** Creates the adapter for one Slack workspace: over a socket, or over HTTP where a signing secret and no app token is set. */
export function createSlackAdapter(parts: AdapterParts & { readonly slack: SlackConfig }): Adapter {
  const { config, log, slack, mount } = parts;
  const apiUrl = `${(slack.apiUrl ?? API_URL).replace(/\/+$/, '')}/`;
  const stopping = new AbortController();
  const wait = (milliseconds: number) => pause(milliseconds, stopping.signal);
  // Nothing is tried again behind our back: what may be repeated and what must not is decided in post.ts.
  const client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: apiUrl,
    fetch: boundedFetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: CONCURRENCY,
    logger: createLogger(log),
  });
  const working = new Set<Promise<void>>();
  let receiver: Receiver | undefined;
  let isOpen = false;

  function track(work: Promise<void>): Promise<void> {
    const done = work.catch((error: unknown) => {
      log.error({ platform: NAME, err: error }, `a listener failed: ${reasonOf(error)}`);
    });
    working.add(done);
    return done.finally(() => working.delete(done));
  }

  function createReceiver(): Receiver {
    const onState = (open: boolean) => {
      isOpen = open;
    };
    if (slack.appToken !== undefined)
      return createSocketReceiver({ appToken: slack.appToken, apiUrl, log, wait, onState });
    if (mount === undefined) throw new Error('Slack is to call over HTTP, and nothing listens');
    return createHttpReceiver({ signingSecret: slack.signingSecret ?? '', log, mount, onState });
  }

  return {
    name: NAME,
    isReady: () => isOpen,
    async start() {
      const self = await identify(client, log, wait);
      if (self === undefined) return;
      const { botUser, botId } = self;
      receiver = createReceiver();
      const app = new App({
        receiver,
        authorize: async () => ({
          botToken: slack.botToken,
          botUserId: botUser,
          ...(botId !== undefined && { botId }),
        }),
        logger: createLogger(log),
        convoStore: false,
        attachFunctionToken: false,
        clientOptions: { slackApiUrl: apiUrl, fetch: boundedFetch, retryConfig: { retries: 0 } },
      });
      app.error(async (error) => log.error({ platform: NAME, err: error }, `Bolt failed: ${reasonOf(error)}`));
      listen(app, {
        desk: openDesk(parts, NAME, BUTTON_VALUE),
        post: createPost({ client, log, wait, onError: (code) => parts.meter?.platformError(NAME, code) }),
        client,
        log,
        botUser,
        channels: slack.channels ?? [],
        ...(slack.threadFollowUps && { threads: createThreads((config.chat?.conversationMinutes ?? 30) * 60_000) }),
        track,
      });
      await startReceiver(receiver);
    },
    async stop() {
      isOpen = false;
      stopping.abort();
      await receiver?.stop();
      await Promise.all(working);
    },
  };
}

async function startReceiver(receiver: Receiver): Promise<void> {
  try {
    await receiver.start();
  } catch (error) {
    const { code } = fateOf(error);
    if (error instanceof webApi.WebAPIPlatformError)
      throw new OperatorError('config', `SLACK_APP_TOKEN: Slack refuses it (${code}). ${APP_TOKEN_HINT}`, {
        cause: error,
      });
    throw error;
  }
}

const APP_TOKEN_HINT =
  'Make one with the scope connections:write under "Basic Information", "App-Level Tokens" of the app, and see that Socket Mode is on.';
const BOT_TOKEN_HINT =
  'Copy the bot token from "OAuth & Permissions" of the app; install the app to the workspace first.';

/**
 * Who the bot is, as Slack knows it by its token. A Slack that cannot be reached is tried until it can be: the bot may have been
 * started while the network or Slack is down. `undefined` when it is stopped before that.
 */
async function identify(client: webApi.WebClient, log: Log, wait: (milliseconds: number) => Promise<boolean>) {
  for (let pause = PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      const { user_id, bot_id } = await client.auth.test();
      return { botUser: user_id ?? '', botId: bot_id };
    } catch (error) {
      const fate = fateOf(error);
      if (fate.kind === 'refused') {
        throw new OperatorError('config', `SLACK_BOT_TOKEN: Slack refuses it (${fate.code}). ${BOT_TOKEN_HINT}`, {
          cause: error,
        });
      }
      log.warn({ platform: NAME, code: fate.code }, `Slack cannot be reached, trying again: ${fate.code}`);
      if (!(await wait(fate.kind === 'later' && fate.wait !== undefined ? Math.max(fate.wait, pause) : pause)))
        return undefined;
    }
  }
}

/** Resolves to whether the time has passed; to false when the signal has cut it short. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve(false);
      },
      { once: true },
    );
  });
}
