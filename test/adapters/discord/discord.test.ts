import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WORDS } from '../../../adapters/chat/wording.js';
import type { AskOptions } from '../../../src/index.js';
import { abstained, answered, fakeEngine } from '../fakes.js';
import { APPLICATION, BOT, type FakeDiscord, startFakeDiscord } from './fake-discord.js';
import { faultsOf } from './limits-check.js';
import { ANN, buttonsOf, CHANNEL, GUILD, guildMessage, interaction, running, slash, textOf } from './running.js';

let discord: FakeDiscord;
let bot: ReturnType<typeof running> | undefined;

beforeEach(async () => {
  discord = await startFakeDiscord();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.stop();
});

async function start(...parts: Parameters<typeof running> extends [unknown, ...infer Rest] ? Rest : never) {
  bot = running(discord, ...parts);
  await bot.start();
  return bot;
}

/** What the bot replied to messages, once there are as many. */
async function replies(count: number) {
  await discord.until(`${count} replies`, () => discord.landed.length >= count);
  return discord.landed;
}

/** The data of the bot's first responses to interactions, once there are as many. */
async function responses(count: number) {
  const found = () =>
    discord.callsTo(/^\/interactions\//).map(({ body }) => body as { type: number; data: { flags: number } });
  await discord.until(`${count} responses`, () => found().length >= count);
  return found();
}

/** As long as what people paste, and no easier to shorten. */
const LONG_TEXT = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  .replace(/[\s#`|*]+/g, ' ')
  .slice(1_500, 3_000);

const settle = () => new Promise((resolve) => setTimeout(resolve, 300));
const EPHEMERAL = 1 << 6;

describe('a message', () => {
  test('that mentions the bot is replied to where it stands, once, pinging nobody', async () => {
    await start();
    const message = guildMessage(discord, 'what is orca');
    discord.dispatch('MESSAGE_CREATE', message);
    discord.dispatch('MESSAGE_CREATE', message);
    const [reply] = await replies(1);
    await settle();
    expect(discord.landed).toHaveLength(1);
    expect(textOf(reply)).toContain('**Project Orca** is an integrated stack');
    expect(reply).toMatchObject({
      message_reference: { message_id: message.id },
      allowed_mentions: { parse: [], replied_user: false },
      nonce: message.id,
      enforce_nonce: true,
    });
    expect(faultsOf(reply)).toEqual([]);
    expect(discord.callsTo(/messages$/)[0]?.path).toBe(`/channels/${CHANNEL}/messages`);
  });

  test('in a thread is replied to in the thread', async () => {
    await start();
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca', { channel_id: '210000000000000099' }));
    await replies(1);
    expect(discord.callsTo(/messages$/)[0]?.path).toBe('/channels/210000000000000099/messages');
  });

  test('is a conversation in direct messages, without a mention', async () => {
    const engine = fakeEngine();
    await start({ engine });
    const direct = { guild_id: undefined, channel_id: '211', channel_type: 1, mentions: [] };
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, '', { ...direct, content: 'what is orca' }));
    await replies(1);
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, '', { ...direct, content: 'who demoed it' }));
    await replies(2);
    expect(engine.asked[1]).toMatchObject({ question: 'who demoed it', options: { history: ['what is orca'] } });
  });

  test('that replies to an answer follows that answer up, also after a restart', async () => {
    const engine = fakeEngine();
    await start({ engine });
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca'));
    const [answer] = await replies(1);
    await bot?.stop();
    await start({ engine });
    const referenced_message = { ...answer, author: BOT };
    discord.dispatch(
      'MESSAGE_CREATE',
      guildMessage(discord, '', { type: 19, content: 'who demoed it', referenced_message }),
    );
    await replies(2);
    expect(engine.asked[1]).toMatchObject({ question: 'who demoed it', options: { history: ['what is orca'] } });
  });

  test.each([
    ['that mentions the bot in the middle', { content: `tell me <@!${BOT.id}> what is orca` }, 'tell me what is orca'],
    ['that mentions the bot by the ping of a reply', { type: 19, content: 'what is orca' }, 'what is orca'],
    ['that mentions the bot, though no mention is listed', { mentions: null }, 'what is orca'],
    [
      'that mentions the bot alone, in reply to a question',
      { type: 19, content: `<@${BOT.id}>`, referenced_message: { author: ANN, content: 'what is **swarm**' } },
      'what is swarm',
    ],
    [
      'that is forwarded to the bot',
      {
        guild_id: undefined,
        channel_type: 1,
        content: '',
        message_snapshots: [{ message: { content: 'what is orca' } }],
      },
      'what is orca',
    ],
    [
      'with every other field null',
      { thread: null, member: null, embeds: null, components: null, type: null },
      'what is orca',
    ],
  ])('%s is answered', async (_, changes, question) => {
    const engine = fakeEngine();
    await start({ engine });
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca', changes));
    await replies(1);
    expect(engine.asked.map(({ question }) => question)).toEqual([question]);
  });

  test('that mentions the bot and nothing else is met with help', async () => {
    await start();
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, ''));
    expect(textOf((await replies(1))[0])).toContain('Ask a question in plain words');
  });

  test('that replies to the bot without a mention, so without a word, is met with help', async () => {
    const engine = fakeEngine();
    await start({ engine });
    const reply = { type: 19, content: '', mentions: [], referenced_message: { id: '1', author: BOT } };
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, '', reply));
    const [help] = await replies(1);
    expect(textOf(help)).toContain('does not mention me');
    expect(engine.asked.filter(({ question }) => question === '')).toEqual([]);
  });

  test.each([
    ['of another bot', { author: { ...ANN, bot: true } }],
    ['of the bot itself', { author: BOT }],
    ['of a webhook', { webhook_id: '5' }],
    ['that somebody has joined', { type: 7 }],
    ['that is not for the bot', { content: 'hi', mentions: [] }],
    ['without an author', { author: null }],
    ['that mentions everyone', { content: '@everyone what is orca', mentions: [], mention_everyone: true }],
    ['that mentions a role', { content: '<@&5> what is orca', mentions: [], mention_roles: ['5'] }],
    ['of a server that is not named', { guild_id: undefined, member: {}, content: 'hi', mentions: [] }],
    ['of a channel of a server that is not named', { guild_id: null, channel_type: 0, content: 'hi', mentions: null }],
    ['that begins a thread', { type: 21 }],
    ['that pins another', { type: 6 }],
  ])('%s is left alone', async (_, changes) => {
    await start();
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca', changes));
    await settle();
    expect(discord.landed).toEqual([]);
  });

  test('too many of one asker are answered by one line, then by silence', async () => {
    await start({ chat: { burst: 2, perMinute: 1 } });
    for (let i = 0; i < 6; i++) discord.dispatch('MESSAGE_CREATE', guildMessage(discord, `what is orca ${i}`));
    await replies(3);
    await settle();
    expect(discord.landed).toHaveLength(3);
    expect(discord.landed.filter((reply) => textOf(reply).includes(WORDS.tooFast))).toHaveLength(1);
  });

  test('whose answer takes longer sees the bot type', async () => {
    const slow = fakeEngine();
    const ask: typeof slow.ask = (...args) =>
      new Promise((resolve) => setTimeout(() => resolve(slow.ask(...args)), 1_500));
    await start({ engine: { ...slow, ask } });
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca'));
    await replies(1);
    expect(discord.callsTo(/typing$/)).toHaveLength(1);
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'help'));
    await replies(2);
    expect(discord.callsTo(/typing$/)).toHaveLength(1);
  });

  test('outside the channels that are allowed is not answered, in their threads it is', async () => {
    discord.state.parents.set('210000000000000099', CHANNEL);
    await start({ config: { channels: [CHANNEL] } });
    for (const channel_id of [CHANNEL, '210000000000000099', '210000000000000002']) {
      discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca', { channel_id }));
    }
    const all = await replies(3);
    expect(all.filter((reply) => textOf(reply).includes('Project Orca'))).toHaveLength(2);
    expect(all.filter((reply) => textOf(reply).includes(WORDS.notHere))).toHaveLength(1);
  });

  test('of many people at once lands with each of them, and no conversation knows another', async () => {
    const engine = fakeEngine((question, { history = [] }: AskOptions) =>
      answered({ question, related: [`${question} after ${history.join()}`] }),
    );
    await start({ engine, chat: { burst: 100 } });
    for (let i = 0; i < 100; i++) {
      const author = { ...ANN, id: `2200000000000000${10 + (i % 20)}` };
      const place = { author, channel_id: `2100000000000000${10 + (i % 5)}` };
      discord.dispatch('MESSAGE_CREATE', guildMessage(discord, `question of ${author.id}`, place));
    }
    const all = await replies(100);
    for (const { path, body } of discord.callsTo(/messages$/)) {
      const person = /question of (\d+)/.exec(JSON.stringify(body))?.[1] ?? '';
      expect(path).toContain(`2100000000000000${10 + ((Number(person.slice(-2)) - 10) % 5)}`);
    }
    expect(new Set(all.map(({ nonce }) => nonce)).size).toBe(100);
    for (const { question, options } of engine.asked)
      expect(new Set([question, ...(options.history ?? [])]).size).toBe(1);
  });
});

describe('the slash command', () => {
  test('is answered at once, for the asker alone, with the question and a button to share it', async () => {
    await start();
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    const [response] = await responses(1);
    expect(response).toMatchObject({ type: 4 });
    expect((response?.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(response?.data)).toContain('**what is orca**');
    expect(buttonsOf(response?.data).map(({ label }) => label)).toEqual(['Share', 'More', 'Helpful', 'Not helpful']);
    expect(faultsOf(response?.data)).toEqual([]);
  });

  test('is deferred when the answer takes longer, and then filled in', async () => {
    const slow = fakeEngine();
    await start({
      engine: {
        ...slow,
        ask: (...args) => new Promise((resolve) => setTimeout(() => resolve(slow.ask(...args)), 2_000)),
      },
    });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    const [response] = await responses(1);
    expect(response).toEqual({ type: 5, data: { flags: EPHEMERAL } });
    await discord.until('the answer', () => discord.callsTo(/@original$/, 'PATCH').length === 1);
    expect(textOf(discord.callsTo(/@original$/)[0]?.body)).toContain('Project Orca');
  });

  test('takes help and sources as words, and gives help for nothing', async () => {
    await start();
    for (const word of ['help', 'sources', 'about', ' ']) discord.dispatch('INTERACTION_CREATE', slash(discord, word));
    const texts = (await responses(4)).map(({ data }) => textOf(data)).join('\n');
    expect(texts).toContain('Ask a question in plain words');
    expect(texts).toContain('DockerCon 2015');
    expect(texts).toContain('There is no language model in me');
  });

  test.each([
    ["the bot's direct messages", 1, 0],
    ['a direct message between others, by who has installed the app for himself', 2, EPHEMERAL],
  ])('is answered in %s', async (_, context, privacy) => {
    await start({ config: { channels: ['1'.repeat(18)] } });
    const place = { guild_id: undefined, member: undefined, user: ANN, channel_id: '211', context };
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca', place));
    const [response] = await responses(1);
    expect(textOf(response?.data)).toContain('Project Orca');
    expect((response?.data.flags ?? 0) & EPHEMERAL).toBe(privacy);
  });

  test('is completed as one types, within the limits', async () => {
    const suggestions = [...Array.from({ length: 40 }, (_, i) => `Orca ${i}`), 'x'.repeat(101)];
    await start({ engine: { ...fakeEngine(), suggest: async (prefix) => (prefix === 'orc' ? suggestions : []) } });
    const options = [{ type: 3, name: 'question', value: 'orc', focused: true }];
    discord.dispatch(
      'INTERACTION_CREATE',
      interaction(discord, { type: 4, data: { type: 1, name: 'dockercon', options } }),
    );
    const [response] = await responses(1);
    expect(response).toMatchObject({ type: 8 });
    expect(faultsOf(response?.data)).toEqual([]);
    expect(response).toHaveProperty('data.choices.length', 25);
  });

  test('outside the channels that are allowed says so to the asker alone', async () => {
    await start({ config: { channels: ['1'.repeat(18)] } });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    const [response] = await responses(1);
    expect(textOf(response?.data)).toBe(WORDS.notHere);
    expect((response?.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });
});

describe('the menu of a message', () => {
  const lookUp = (content: string) =>
    interaction(discord, {
      type: 2,
      data: {
        id: '2',
        type: 3,
        name: WORDS.lookUp,
        target_id: '9',
        resolved: { messages: { '9': { id: '9', content } } },
      },
    });

  test('looks up what the message says, for the asker alone', async () => {
    const engine = fakeEngine();
    await start({ engine });
    discord.dispatch('INTERACTION_CREATE', lookUp('**what** is <@5> [orca](https://example.com)?'));
    const [response] = await responses(1);
    expect(engine.asked[0]?.question).toBe('what is orca?');
    expect((response?.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });

  test('says so when the message has no text', async () => {
    await start();
    discord.dispatch('INTERACTION_CREATE', lookUp(''));
    expect(textOf((await responses(1))[0]?.data)).toBe(WORDS.emptyMessage);
  });
});

describe('a button', () => {
  const press = (message: object, label: string, user = ANN) => {
    const custom_id = buttonsOf(message).find((button) => button.label === label)?.custom_id;
    return interaction(discord, { type: 3, message, member: { user }, data: { component_type: 2, custom_id } });
  };
  async function ask(question: string) {
    const before = (await responses(0)).length;
    discord.dispatch('INTERACTION_CREATE', slash(discord, question));
    return ((await responses(before + 1))[before] as { data: object }).data;
  }

  test.each([
    ['of a short question', 'what is orca'],
    ['of a question that fits into no single button', `what is orca, ${'and why was it built like that, '.repeat(7)}`],
    ['of a long text', `what is orca ${LONG_TEXT}`],
  ])('%s works after a restart', async (_, question) => {
    await start();
    const answer = await ask(question);
    await bot?.stop();
    const engine = fakeEngine();
    await start({ engine });
    discord.dispatch('INTERACTION_CREATE', press(answer, 'Share'));
    const shared = (await responses(2))[1];
    expect(engine.asked[0]?.question).toBe(question.trim());
    expect((shared?.data.flags ?? 0) & EPHEMERAL).toBe(0);
    expect(textOf(shared?.data)).toContain('Shared by Ann');
    expect(faultsOf(shared?.data)).toEqual([]);
  });

  test('of a text too long for all buttons says after a restart that it is no longer known', async () => {
    await start();
    const words = Array.from({ length: 300 }, (_, i) => createHash('sha256').update(`${i}`).digest('base64url'));
    const answer = await ask(words.join(' ').slice(0, 4_000));
    await bot?.stop();
    await start();
    discord.dispatch('INTERACTION_CREATE', press(answer, 'More'));
    expect(textOf((await responses(2))[1]?.data)).toBe(WORDS.buttonTooOld);
  });

  test('shares an answer once, however often it is pressed', async () => {
    await start();
    const answer = { id: '5', ...(await ask('what is orca')) };
    for (const count of [2, 3]) {
      discord.dispatch('INTERACTION_CREATE', press(answer, 'Share'));
      await responses(count);
    }
    const [, first, second] = await responses(3);
    expect(textOf(first?.data)).toContain('Shared by Ann');
    expect(textOf(second?.data)).toBe(WORDS.sharedAlready);
    expect((second?.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });

  test('shares nothing that the notes no longer say', async () => {
    await start();
    const answer = await ask('what is orca');
    await bot?.stop();
    await start({ engine: fakeEngine((question) => abstained({ question })) });
    discord.dispatch('INTERACTION_CREATE', press(answer, 'Share'));
    const changed = (await responses(2))[1];
    expect((changed?.data.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(changed?.data)).toContain(WORDS.changed);
  });

  test('takes what the asker thinks', async () => {
    const { output } = await start();
    const answer = await ask('what is orca');
    discord.dispatch('INTERACTION_CREATE', press(answer, 'Helpful'));
    expect(textOf((await responses(2))[1]?.data)).toBe(WORDS.thanksHelpful);
    expect(output.text()).toContain('"helpful":true');
  });

  test('that nobody knows is said to be unknown', async () => {
    await start();
    discord.dispatch(
      'INTERACTION_CREATE',
      interaction(discord, { type: 3, data: { component_type: 2, custom_id: '?' } }),
    );
    expect(textOf((await responses(1))[0]?.data)).toBe(WORDS.buttonUnknown);
  });
});

describe('the commands', () => {
  const everywhere = `/applications/${APPLICATION}/commands`;
  const here = `/applications/${APPLICATION}/guilds/${GUILD}/commands`;
  const registered = () =>
    discord.until('looked at', () => discord.callsTo(/commands$/, 'GET').length >= 2).then(settle);

  test('are registered once: a second start registers nothing', async () => {
    await start();
    await registered();
    expect(discord.callsTo(/commands$/, 'PUT').map(({ path }) => path)).toEqual([everywhere]);
    for (const command of discord.commands.get(everywhere) ?? []) expect(faultsOf(command)).toEqual([]);
    await bot?.stop();
    await start();
    await settle();
    expect(discord.callsTo(/commands$/, 'PUT')).toHaveLength(1);
  });

  test('leave nothing behind when they move from one server to all, and back', async () => {
    await start({ config: { guild: GUILD } });
    await registered();
    await bot?.stop();
    await start();
    await discord.until('moved', () => discord.commands.get(here)?.length === 0);
    expect(discord.commands.get(everywhere)).toHaveLength(2);
    await bot?.stop();
    await start({ config: { guild: GUILD } });
    await discord.until('moved back', () => discord.commands.get(everywhere)?.length === 0);
    expect(discord.commands.get(here)).toHaveLength(2);
  });

  test('that cannot be registered do not keep the bot from answering', async () => {
    discord.state.answer = ({ path }) =>
      path.endsWith('/commands') ? { status: 403, body: { message: 'Missing Access', code: 50001 } } : undefined;
    const { output } = await start({ config: { guild: GUILD } });
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is orca'));
    await replies(1);
    expect(output.text()).toContain('discord invite');
  });
});

test('no privileged intent is asked for', async () => {
  await start();
  const privileged = (1 << 1) | (1 << 8) | (1 << 15);
  expect(Number(discord.sessions[0]?.data.intents) & privileged).toBe(0);
});

test('the log holds no token, no question and no answer', async () => {
  const { output } = await start();
  discord.dispatch('INTERACTION_CREATE', slash(discord, 'my private question'));
  await responses(1);
  discord.state.answer = () => ({ status: 404, body: { message: 'Unknown interaction', code: 10062 } });
  discord.dispatch('INTERACTION_CREATE', slash(discord, 'my private question'));
  await responses(2);
  await discord.until('logged', () => output.text().includes('10062'));
  expect(output.text()).not.toMatch(/private question|secret-interaction-token|MTAwMDAwMDAw|Project Orca/);
});
