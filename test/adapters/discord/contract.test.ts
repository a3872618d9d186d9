import { afterAll, beforeAll } from 'vitest';
import { describeAdapter } from '../adapter-contract.js';
import { type FakeDiscord, startFakeDiscord } from './fake-discord.js';
import { ANN, buttonsOf, guildMessage, running, textOf } from './running.js';
import { shownOf } from './shown.js';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = await startFakeDiscord();
});
afterAll(() => discord.stop());

describeAdapter('Discord', async (engine) => {
  const bot = running(discord, { engine, chat: { burst: 100 } });
  await bot.start();

  const send = (question: string, changes: object = {}) =>
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, question, changes));

  async function ask(question: string): Promise<string> {
    const before = discord.landed.length;
    send(question);
    await discord.until('a reply', () => discord.landed.length > before);
    const reply = discord.landed.at(-1);
    const { text, links } = shownOf(textOf(reply));
    return [text, ...links, ...buttonsOf(reply).map(({ label }) => label)].join('\n');
  }

  /** Replies to all that came before a question in another conversation, which is answered last. */
  async function repliesTo(deliver: () => void): Promise<number> {
    const before = discord.landed.length;
    deliver();
    send('the last', { channel_id: '210000000000000055' });
    const isLast = () => discord.callsTo(/210000000000000055\/messages$/).length > 0 && discord.landed.length > before;
    await discord.until('the last reply', isLast);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return discord.landed.length - before - 1;
  }

  return {
    ask,
    askTwice: (question) =>
      repliesTo(() => {
        const message = guildMessage(discord, question);
        discord.dispatch('MESSAGE_CREATE', message);
        discord.dispatch('MESSAGE_CREATE', message);
      }),
    askAsBot: (question) => repliesTo(() => send(question, { author: { ...ANN, bot: true } })),
    stop: () => bot.stop(),
  };
});
