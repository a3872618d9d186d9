import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../adapters/chat/buttons.js';
import { WORDS } from '../../../adapters/chat/wording.js';
import { fakeEngine } from '../fakes.js';
import { type Answer, directOf, type FakeDiscord, startFakeDiscord } from './fake-discord.js';
import { ANN, buttonsOf, CHANNEL, guildMessage, interaction, running, slash, textOf } from './running.js';

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

const ask = (content = 'what is orca', changes: object = {}) =>
  discord.dispatch('MESSAGE_CREATE', guildMessage(discord, content, changes));
const posts = () => discord.callsTo(/messages$/, 'POST');
const callbacks = () => discord.callsTo(/^\/interactions\//);
const landed = (count: number) => discord.until(`${count} replies`, () => discord.landed.length >= count);
const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

/** Answers the first `count` calls to a path so; later ones as Discord would. */
function fail(path: RegExp, answer: Answer, count = Number.POSITIVE_INFINITY) {
  let left = count;
  discord.state.answer = (call) => (path.test(call.path) && left-- > 0 ? answer : undefined);
}

/** Whether the bot still answers, in a channel that nothing has happened in yet. */
async function isAlive() {
  discord.state.answer = () => undefined;
  const before = discord.landed.length;
  ask('what is orca', { channel_id: '210000000000000077' });
  await landed(before + 1);
}

describe('a reply', () => {
  test.each([50013, 50001, 10003, 10008, 50007, 50035, 40060])(
    'that is refused (%i) is tried once and logged by its code',
    async (code) => {
      const { output } = await start();
      fail(/messages$/, { status: code === 50013 || code === 50001 ? 403 : 400, body: { message: 'refused', code } });
      ask();
      await discord.until('logged', () => output.text().includes(`"code":${code}`));
      await settle();
      expect(posts().filter(({ path }) => path.includes(CHANNEL))).toHaveLength(1);
      expect(output.text().match(new RegExp(`"code":${code}\\b`, 'g'))).toHaveLength(1);
      await isAlive();
    },
  );

  test.each([
    ['is answered by an error of the server', { status: 500, body: {} }],
    ['is answered by a page of a gateway', { status: 502, body: 'x', headers: { 'content-type': 'text/html' } }],
    ['is lost on the way', 'drop'],
    ['is taken, and only the answer is lost', 'accept-and-drop'],
  ] as const)('that %s is sent again, and is there once', async (_, answer) => {
    await start();
    fail(/messages$/, answer, 2);
    ask();
    await landed(1);
    await discord.until('three tries', () => posts().length === 3);
    await settle();
    expect(discord.landed).toHaveLength(1);
    expect(new Set(posts().map(({ body }) => body.nonce)).size).toBe(1);
  });

  test('that comes too fast waits as long as Discord says, and holds up no other channel', async () => {
    await start();
    const retry = {
      status: 429,
      headers: { 'retry-after': '1' },
      body: { message: 'slow', retry_after: 1, global: false },
    };
    const at = Date.now();
    fail(new RegExp(`${CHANNEL}/messages$`), retry, 1);
    ask();
    ask('what is orca', { channel_id: '210000000000000078' });
    await landed(1);
    expect(discord.landed[0]).toMatchObject({ message_reference: { channel_id: '210000000000000078' } });
    await landed(2);
    expect(Date.now() - at).toBeGreaterThanOrEqual(1_000);
  });

  test('that would have to wait for an hour is given up', async () => {
    const { output } = await start();
    fail(/messages$/, { status: 429, headers: { 'retry-after': '3600' }, body: { retry_after: 3_600, global: false } });
    ask();
    await discord.until('logged', () => output.text().includes('rate limited'));
    await settle();
    // The asker is told directly instead, which has a limit of its own.
    expect(posts().filter(({ path }) => path.includes(CHANNEL))).toHaveLength(1);
    await isAlive();
  });

  test('that comes too fast waits also where only the body says so, and is not sent meanwhile', async () => {
    await start();
    fail(/messages$/, { status: 429, body: { message: 'slow', retry_after: 1, global: false } }, 1);
    const at = Date.now();
    ask();
    await landed(1);
    expect(posts()).toHaveLength(2);
    expect(Date.now() - at).toBeGreaterThanOrEqual(1_000);
  });

  test('that is refused by a page of a proxy is tried once', async () => {
    const { output } = await start();
    fail(/messages$/, { status: 404, body: null, headers: { 'content-type': 'application/json' } });
    ask();
    await discord.until('logged', () => output.text().includes('"code":404'));
    await settle();
    expect(posts()).toHaveLength(1);
  });

  test('that the bot may not write in a channel is given to the asker directly, and can be followed up there', async () => {
    const engine = fakeEngine();
    await start({ engine });
    fail(new RegExp(`${CHANNEL}/messages$`), { status: 403, body: { message: 'Missing Permissions', code: 50013 } });
    for (const question of ['what is orca', 'what is swarm']) ask(question);
    await landed(2);
    const direct = `/channels/${directOf(ANN.id)}/messages`;
    expect(
      posts()
        .map(({ path }) => path)
        .filter((path) => path === direct),
    ).toHaveLength(2);
    expect(discord.callsTo(/^\/users\/@me\/channels$/)).not.toHaveLength(3);
    const text = textOf(discord.landed[0]);
    for (const words of ['where I may not write', '**what is orca**', 'Project Orca']) expect(text).toContain(words);
    expect(buttonsOf(discord.landed[0]).map(({ label }) => label)).not.toContain('Share');
    const place = {
      guild_id: undefined,
      channel_id: directOf(ANN.id),
      channel_type: 1,
      mentions: [],
      content: 'who made it',
    };
    ask('', place);
    await landed(3);
    expect(posts().at(-1)?.path).toBe(direct);
  });

  test('that cannot be tied to the question for want of a permission is said all the same', async () => {
    await start();
    discord.state.answer = ({ path, body }) =>
      path.endsWith('/messages') && body.message_reference !== undefined
        ? { status: 403, body: { message: 'Cannot reply without permission to read message history', code: 160002 } }
        : undefined;
    ask();
    await landed(1);
    expect(posts().map(({ path }) => path)).toEqual([`/channels/${CHANNEL}/messages`, `/channels/${CHANNEL}/messages`]);
    expect(textOf(discord.landed[0])).toContain('**what is orca**');
  });

  test('that nobody can be given ends in the log', async () => {
    const { output } = await start();
    discord.state.answer = ({ path }) =>
      path.endsWith('/messages')
        ? { status: 403, body: { message: 'no', code: path.includes(CHANNEL) ? 50001 : 50007 } }
        : undefined;
    ask();
    await discord.until('logged', () => output.text().includes('takes no direct messages'));
    await settle();
    expect(posts()).toHaveLength(2);
    await isAlive();
  });

  test('that would have to wait for an hour is told of directly', async () => {
    await start();
    const refusal = { status: 429, headers: { 'retry-after': '3600' }, body: { retry_after: 3_600, global: false } };
    fail(new RegExp(`${CHANNEL}/messages$`), refusal);
    ask();
    await landed(1);
    expect(textOf(discord.landed[0])).toContain('at the moment');
    expect(posts().at(-1)?.path).toBe(`/channels/${directOf(ANN.id)}/messages`);
  });

  test('does not wait for Discord to show that the bot types', async () => {
    const engine = fakeEngine();
    const ask_: typeof engine.ask = (...args) =>
      new Promise((resolve) => setTimeout(() => resolve(engine.ask(...args)), 1_200));
    await start({ engine: { ...engine, ask: ask_ } });
    fail(/typing$/, 'hang');
    ask();
    await discord.until('a reply', () => discord.landed.length === 1, 5_000);
  });

  test('that Discord wants to wait is not forced through when the bot stops', async () => {
    await start();
    fail(/messages$/, { status: 429, headers: { 'retry-after': '40' }, body: { retry_after: 40, global: false } });
    ask();
    await discord.until('sent', () => posts().length === 1);
    await settle();
    await bot?.stop();
    expect(posts().filter(({ path }) => path.includes(CHANNEL))).toHaveLength(1);
  });

  test('is not tried for ever in a channel that refuses it', async () => {
    await start({ chat: { burst: 100 } });
    fail(/messages$/, { status: 403, body: { message: 'Missing Permissions', code: 50013 } });
    for (let i = 0; i < 15; i++) ask(`what is orca ${i}`);
    const there = () => posts().filter(({ path }) => path.includes(CHANNEL));
    await discord.until('ten tries', () => there().length === 10);
    await settle();
    expect(there()).toHaveLength(10);
    await isAlive();
  });
});

describe('an interaction', () => {
  const slow = (milliseconds: number) => {
    const engine = fakeEngine();
    return {
      ...engine,
      ask: (...args: Parameters<typeof engine.ask>) =>
        new Promise<Awaited<ReturnType<typeof engine.ask>>>((resolve) =>
          setTimeout(() => resolve(engine.ask(...args)), milliseconds),
        ),
    };
  };

  test.each([10062, 40060, 50035])('whose response is refused (%i) is tried once', async (code) => {
    const { output } = await start();
    fail(/^\/interactions\//, { status: 404, body: { message: 'refused', code } });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('logged', () => output.text().includes(`"code":${code}`));
    await settle();
    expect(callbacks()).toHaveLength(1);
    await isAlive();
  });

  test('whose response is taken, and only the answer is lost, is answered once', async () => {
    await start();
    fail(/^\/interactions\//, 'accept-and-drop', 1);
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('tried again', () => callbacks().length === 2);
    await settle();
    expect(discord.callsTo(/^\/webhooks\//)).toEqual([]);
  });

  test('whose answer is refused for an hour is told so by another way', async () => {
    await start({ engine: slow(1_500) });
    fail(/@original$/, {
      status: 429,
      headers: { 'retry-after': '3600' },
      body: { retry_after: 3_600, global: false },
    });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('told', () => discord.callsTo(/^\/webhooks\/\d+\/[^/]+$/).length === 1);
    expect(textOf(discord.callsTo(/^\/webhooks\/\d+\/[^/]+$/)[0]?.body)).toBe(WORDS.failed);
  });

  test.each([
    ['is lost on the way', 'drop', 2],
    ['is answered by an error of the server', { status: 503, body: {} }, 2],
    ['comes too fast', { status: 429, headers: { 'retry-after': '1' }, body: { retry_after: 1 } }, 1],
    ['comes too fast by a second and a half', { status: 429, body: { retry_after: 1.5, global: true } }, 1],
  ] as const)('whose response %s is responded to again while there is time', async (_, answer, count) => {
    await start();
    fail(/^\/interactions\//, answer, count);
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('answered', () => callbacks().length === count + 1, 2_900);
  });

  test('whose response can only come too late is given up', async () => {
    const { output } = await start();
    fail(/^\/interactions\//, { status: 429, headers: { 'retry-after': '5' }, body: { retry_after: 5 } });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('logged', () => output.text().includes('rate limited'));
    expect(callbacks()).toHaveLength(1);
  });

  test('is responded to in time though nobody says where a thread belongs', async () => {
    await start({ config: { channels: [CHANNEL] } });
    fail(/^\/channels\/\d+$/, 'hang');
    const thread = { channel_id: '210000000000000099', channel: null };
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca', thread));
    await discord.until('deferred', () => callbacks().length === 1, 2_900);
    expect(callbacks()[0]?.body).toMatchObject({ type: 5 });
  });

  test('with a button that takes longer shows that it is thought about; only sharing shows nothing till it is there', async () => {
    await start({ engine: slow(1_500) });
    for (const custom_id of ['mabc123what is orca', 'a      what is orca', 'sabc123what is orca']) {
      discord.dispatch('INTERACTION_CREATE', interaction(discord, { type: 3, message: {}, data: { custom_id } }));
    }
    await discord.until('deferred', () => callbacks().length === 3);
    expect(
      callbacks()
        .map(({ body }) => body.type)
        .sort(),
    ).toEqual([5, 5, 6]);
    await discord.until('filled in', () => discord.callsTo(/@original$/, 'PATCH').length === 2);
    await discord.until('followed up', () => discord.callsTo(/^\/webhooks\/\d+\/[^/]+$/, 'POST').length === 1);
  });

  test('that shares, and of which nobody knows whether it did, says so instead of sharing twice', async () => {
    const engine = slow(1_500);
    await start({ engine });
    const shown = fingerprint(await engine.ask('what is orca'));
    fail(/^\/webhooks\//, { status: 500, body: {} }, 1);
    const data = { custom_id: `s${shown}what is orca` };
    discord.dispatch('INTERACTION_CREATE', interaction(discord, { type: 3, message: {}, data }));
    await discord.until('told', () => discord.callsTo(/^\/webhooks\//).length === 2);
    const [shared, told] = discord.callsTo(/^\/webhooks\//).map(({ body }) => body);
    expect(Number(shared?.flags) & 64).toBe(0);
    expect(Number(told?.flags) & 64).toBe(64);
    expect(textOf(told)).toBe(WORDS.perhapsNotShared);
  });

  test('whose response hangs keeps nobody waiting', async () => {
    await start();
    fail(/^\/interactions\//, 'hang');
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('called', () => callbacks().length === 1);
    await isAlive();
  });

  test('in hand when the bot stops is answered; a new one is not taken', async () => {
    const engine = slow(1_500);
    await start({ engine });
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is orca'));
    await discord.until('deferred', () => callbacks().length === 1);
    const stopped = bot?.stop();
    discord.dispatch('INTERACTION_CREATE', slash(discord, 'what is swarm'));
    await stopped;
    expect(discord.callsTo(/@original$/)).toHaveLength(1);
    expect(callbacks()).toHaveLength(1);
  });
});

describe('the token', () => {
  test('that is refused at the start is named', async () => {
    fail(/gateway/, { status: 401, body: { message: '401: Unauthorized', code: 0 } });
    bot = running(discord);
    await expect(bot.start()).rejects.toThrow(/^DISCORD_TOKEN: Discord refuses it/);
  });

  test('that is refused once by mistake goes on being used', async () => {
    const { output } = await start();
    fail(/messages$/, { status: 401, body: { message: '401: Unauthorized', code: 0 } }, 1);
    ask();
    await discord.until('taken again', () => output.text().includes('takes it now'));
    await isAlive();
  });

  test('that is refused for good ends the bot in Discord', async () => {
    const { lost } = await start();
    fail(/./, { status: 401, body: { message: '401: Unauthorized', code: 0 } });
    ask();
    expect((await lost)?.message).toMatch(/^DISCORD_TOKEN: Discord refuses it/);
  });
});

describe('the gateway', () => {
  const identified = () => discord.sessions.filter(({ op }) => op === 'identify').length;
  const resumed = () => discord.sessions.filter(({ op }) => op === 'resume').length;

  test.each([
    ['asks to reconnect', () => discord.send({ op: 7, d: null })],
    ['closes with 4000', () => discord.close(4_000)],
    ['closes with 1011', () => discord.close(1_011)],
    ['is gone without a word', () => discord.drop()],
  ])('that %s is resumed', async (_, act) => {
    const { isReady } = await start();
    expect(isReady?.()).toBe(true);
    act();
    await discord.until('away', () => isReady?.() === false);
    await discord.until('resumed', () => resumed() === 1 && isReady?.() === true);
    await isAlive();
    expect(identified()).toBe(1);
  });

  test('that invalidates the session is identified to again', async () => {
    await start();
    discord.send({ op: 9, d: false });
    await discord.until('identified', () => identified() === 2);
    await settle();
    await isAlive();
  });

  test('that does not go on with a session, and says nothing, is identified to', async () => {
    await start();
    discord.state.ignoredResumes = 1;
    discord.drop();
    await discord.until('identified', () => identified() === 2, 40_000);
    await settle();
    await isAlive();
  }, 60_000);

  test('that invalidates the session for now, again and again, is resumed less and less often, then identified to', async () => {
    await start();
    Object.assign(discord.state, { invalidSession: true, invalidResumes: 1_000 });
    discord.drop();
    await discord.until('identified', () => identified() === 2, 40_000);
    expect(resumed()).toBeLessThanOrEqual(8);
    await isAlive();
  }, 60_000);

  test.each([
    ['nobody listens at', 'ws://127.0.0.1:9'],
    ['is none', 'not an address'],
    ['is missing', undefined],
  ])(
    'whose address for resuming %s is connected to again',
    async (_, resume_gateway_url) => {
      discord.state.ready = { resume_gateway_url };
      await start();
      discord.drop();
      await discord.until('back', () => discord.sessions.length === 2, 40_000);
      await settle();
      await isAlive();
    },
    60_000,
  );

  test('that says no hello is left and connected to again', async () => {
    await start();
    discord.state.saysHello = false;
    discord.drop();
    await discord.until('away', () => bot?.isReady?.() === false);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    discord.state.saysHello = true;
    await discord.until('back', () => bot?.isReady?.() === true, 40_000);
    await isAlive();
  }, 60_000);

  test('may leave out of its READY what a bot does not need', async () => {
    discord.state.ready = { guilds: undefined, application: undefined };
    await start();
    await isAlive();
  });

  test.each([
    'null',
    '[]',
    '"x"',
    '{not json',
    '{}',
    '{"op":99}',
    '{"op":0}',
    '{"op":9}',
    '{"op":9,"d":null}',
    '{"op":10}',
    '{"op":10,"d":null}',
    '{"op":10,"d":{"heartbeat_interval":0}}',
    '{"op":0,"t":"READY","s":2,"d":null}',
    '{"op":0,"t":"READY","s":2,"d":{}}',
    '{"op":0,"t":null,"s":null,"d":null}',
  ])('may send %s', async (text) => {
    await start();
    discord.sendText(text);
    await settle();
    expect(discord.beats.length).toBeLessThan(3);
    await isAlive();
  });

  test('that acknowledges no heartbeat is left and resumed', async () => {
    await discord.stop();
    discord = await startFakeDiscord({ heartbeat: 300 });
    await start();
    discord.state.acknowledgesBeats = false;
    await discord.until('resumed', () => resumed() >= 1);
    discord.state.acknowledgesBeats = true;
    await settle();
    await isAlive();
  });

  test('that closes every connection is called less and less often', async () => {
    await start();
    discord.state.closeAtResume = 4_002;
    discord.close(4_002);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(resumed()).toBeLessThanOrEqual(3);
    discord.state.closeAtResume = 0;
    await discord.until('back', () => resumed() >= 3);
    await settle();
    await isAlive();
  });

  test.each([4_004, 4_013, 4_014])(
    'that closes for good (%i) ends the bot in Discord, with what to do',
    async (code) => {
      const { lost } = await start();
      discord.close(code);
      expect((await lost)?.message).toMatch(code === 4_004 ? /DISCORD_TOKEN/ : /intents/);
    },
  );

  test('that refuses the intents at the start says so at once', async () => {
    discord.state.closeAtIdentify = 4_014;
    bot = running(discord);
    await expect(bot.start()).rejects.toThrow(/Used disallowed intents/);
  });

  test('that is not there at the start is waited for', async () => {
    fail(/gateway/, { status: 503, body: {} }, 2);
    const { output } = await start();
    expect(output.text().match(/Discord cannot be reached \(503\)/g)).toHaveLength(2);
    await isAlive();
  });

  test('that is never there holds up no stop', async () => {
    fail(/gateway/, 'drop');
    bot = running(discord);
    const started = bot.start();
    started.catch(() => undefined);
    await settle();
    await bot.stop();
    await expect(started).rejects.toThrow(/stopped/);
  });

  test.each([
    ['no data', null],
    ['fields of null', { id: '1', channel_id: '2', author: null, content: null, mentions: null, thread: null }],
    ['a list', []],
  ])('may send events with %s', async (_, data) => {
    await start();
    for (const type of ['MESSAGE_CREATE', 'INTERACTION_CREATE', 'MESSAGE_UPDATE']) discord.dispatch(type, data);
    await isAlive();
  });
});
