import { afterAll, beforeAll } from 'vitest';
import { describeAdapter } from '../adapter-contract.js';
import { startBot } from './bot.js';
import { type FakeSlack, MESSAGES, startFakeSlack } from './fake-slack.js';
import { directMessage } from './payloads.js';

let slack: FakeSlack;
beforeAll(async () => {
  slack = await startFakeSlack();
});
afterAll(() => slack.stop());

describeAdapter('Slack', async (engine) => {
  const bot = await startBot(slack, { engine, config: { chat: { burst: 100 } } });
  const count = () => slack.messages().length;

  async function ask(question: string): Promise<string> {
    const before = count();
    await bot.event(directMessage(escaped(question)));
    await slack.waitFor(before + 1, ...MESSAGES);
    const { text, blocks } = slack.messages().at(-1)?.body ?? {};
    return `${text}\n${shownIn(blocks).join('\n')}`;
  }

  /** Replies to all that came before a question in another conversation, which is answered last. */
  async function repliesTo(deliver: () => Promise<void>): Promise<number> {
    const before = count();
    await deliver();
    await bot.event(directMessage('the last', { channel: 'D0LAST', user: 'U0LAST' }));
    await slack.waitFor(before + 1, ...MESSAGES);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return count() - before - 1;
  }

  return {
    ask,
    askTwice: (question) =>
      repliesTo(async () => {
        const message = directMessage(question);
        await bot.event(message);
        await bot.event({ ...message, event_id: 'EvSECOND' });
      }),
    askAsBot: (question) =>
      repliesTo(async () => {
        await bot.event(directMessage(question, { bot_id: 'B0OTHER' }));
      }),
    stop: () => bot.stop(),
  };
});

/** As Slack sends what is typed. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** All text of blocks, a line for each stretch that reads on, and the addresses of links. */
function shownIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    const isRuns = value.some((item) => item?.type === 'text' || item?.type === 'link');
    return isRuns ? [value.flatMap(shownIn).join('')] : value.flatMap(shownIn);
  }
  if (typeof value !== 'object' || value === null) return [];
  const { text, url, elements } = value as { text?: unknown; url?: string; elements?: unknown };
  const own = typeof text === 'string' ? [text] : shownIn(text);
  return [...own, ...(url === undefined ? [] : [` ${url} `]), ...shownIn(elements)];
}
