import type { Config, SlackConfig } from '../../../adapters/config.js';
import { openListener } from '../../../adapters/listener.js';
import { createLog } from '../../../adapters/log.js';
import { createSlackAdapter } from '../../../adapters/slack/slack.js';
import type { Engine } from '../../../src/index.js';
import { answered, fakeEngine, memoryOutput } from '../fakes.js';
import { type FakeSlack, SIGNING_SECRET, sendEvent, sendForm } from './fake-slack.js';

export const BOT_TOKEN = 'xoxb-1111-2222-botcanary';
export const APP_TOKEN = 'xapp-1-A01-3333-appcanary';

/** How the bot under test is set up. */
export interface BotOptions {
  readonly mode?: 'socket' | 'http';
  readonly engine?: Engine;
  readonly slack?: Partial<SlackConfig>;
  readonly config?: Partial<Config>;
  /** Whether to wait until it has started. Defaults to true. */
  readonly waits?: boolean;
}

/** The adapter around a fake Slack, with one way to deliver whatever the mode. */
export async function startBot(
  slack: FakeSlack,
  { mode = 'socket', engine, slack: changes, config, waits = true }: BotOptions = {},
) {
  const output = memoryOutput();
  const tokens = mode === 'socket' ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET };
  const log = createLog({ level: 'trace' }, output);
  const listener = mode === 'http' ? await openListener({ port: 0, host: '127.0.0.1', log }) : undefined;
  const port = listener?.port ?? 0;
  const adapter = createSlackAdapter({
    config: { notes: [], logLevel: 'trace', ...config },
    engine: engine ?? {
      ...fakeEngine((question) => answered({ question })),
      suggest: async () => ['What is Project Orca?'],
    },
    log,
    mount: listener?.mount,
    slack: { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, ...tokens, ...changes },
  });
  const started = adapter.start();
  if (waits) await started;
  const byHttp = mode === 'http';
  return {
    adapter,
    started,
    port,
    log: () => output.text(),
    event: async (payload: unknown) =>
      byHttp ? (await sendEvent(port, payload)).status : slack.send('events_api', payload),
    command: async (fields: Record<string, string>) =>
      byHttp ? (await sendForm(port, fields)).status : slack.send('slash_commands', fields),
    interaction: async (payload: unknown) =>
      byHttp ? (await sendForm(port, { payload: JSON.stringify(payload) })).status : slack.send('interactive', payload),
    async stop() {
      await adapter.stop();
      await listener?.close();
    },
  };
}
