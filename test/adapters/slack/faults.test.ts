import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answered, fakeEngine } from '../fakes.js';
import { APP_TOKEN, BOT_TOKEN, type BotOptions, startBot } from './bot.js';
import { type Call, type FakeSlack, type Fault, MESSAGES, SIGNING_SECRET, startFakeSlack } from './fake-slack.js';
import { appMention, CHANNEL, DIRECT, directMessage, homeOpened, slashCommand, USER } from './payloads.js';

let slack: FakeSlack;
let bots: Awaited<ReturnType<typeof startBot>>[] = [];

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  const logs = bots.map((bot) => bot.log()).join('');
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await slack.stop();
  expect(slack.refusals).toEqual([]);
  for (const secret of [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, '/response/', 'project orca']) {
    expect(logs).not.toContain(secret);
  }
});

async function start(options: BotOptions = {}) {
  const bot = await startBot(slack, options);
  bots.push(bot);
  return bot;
}

const isPost = ({ method, body }: Call) => method === 'chat.postMessage' && body.channel === CHANNEL;
const answers = () => slack.landed.filter((call) => isPost(call) && call.body.text.includes('[1]'));

/** The bot still answers. */
async function expectAlive(bot: Awaited<ReturnType<typeof startBot>>): Promise<void> {
  slack.fault = undefined;
  const count = slack.landed.filter(({ method }) => method === 'chat.postMessage').length;
  await bot.event(directMessage('what is project orca'));
  const posted = await slack.waitFor(count + 1, 'chat.postMessage');
  expect(posted.at(-1)?.body.channel).toBe(DIRECT);
}

describe('a reply that Slack', () => {
  const unknown: readonly (readonly [string, Fault])[] = [
    ['accepts and then answers 500 to', { kind: 'status', status: 500, landed: true }],
    ['answers 500 to', { kind: 'status', status: 500 }],
    ['accepts and drops the connection of', { kind: 'reset', landed: true }],
    ['drops the connection of', { kind: 'reset' }],
    ['calls a fatal error', { kind: 'error', error: 'fatal_error', landed: true }],
    ['answers with a page to', { kind: 'status', status: 200, body: '<html>ok</html>', landed: true }],
    ['answers with nothing to', { kind: 'status', status: 200, body: '', landed: true }],
    ['answers with null to', { kind: 'status', status: 200, body: 'null', landed: true }],
  ];
  test.each(unknown)('%s lands at most once, and the asker is told that it may be missing', async (_, fault) => {
    const bot = await start();
    slack.fault = (call) => (isPost(call) ? fault : undefined);
    await bot.event(appMention('what is project orca'));
    const [told] = await slack.waitFor(1, 'chat.postEphemeral');
    expect(told?.body).toMatchObject({ channel: CHANNEL, user: USER });
    // In a thread that has not begun, Slack would not show it (reference/methods/chat.postEphemeral, "thread_ts").
    expect(told?.body.thread_ts).toBeUndefined();
    expect(told?.body.text).toContain('did not confirm');
    expect(slack.calls.filter(isPost)).toHaveLength(1);
    expect(answers().length).toBeLessThanOrEqual(1);
    await expectAlive(bot);
  });

  test('delays by a rate limit is sent when it is over, and others are not held up', async () => {
    const bot = await start();
    let limited = 0;
    slack.fault = (call) =>
      isPost(call) && limited++ === 0 ? { kind: 'status', status: 429, headers: { 'retry-after': '1' } } : undefined;
    await bot.event(appMention('what is project orca'));
    await bot.event(directMessage('what is swarm'));
    const [other, late] = await slack.waitFor(2, 'chat.postMessage');
    expect(other?.body.channel).toBe(DIRECT);
    expect(late?.body.channel).toBe(CHANNEL);
  });

  test.each([
    ['without saying for how long', { kind: 'status', status: 429 }],
    ['for a time that is no number', { kind: 'status', status: 429, headers: { 'retry-after': 'soon' } }],
    ['in its body', { kind: 'error', error: 'ratelimited' }],
    ['as unavailable', { kind: 'error', error: 'service_unavailable' }],
  ] as const)('limits %s is sent a little later, once', async (_, fault) => {
    const bot = await start();
    let limited = 0;
    slack.fault = (call) => (isPost(call) && limited++ === 0 ? fault : undefined);
    await bot.event(appMention('what is project orca'));
    await slack.waitFor(1, 'chat.postMessage');
    expect(slack.calls.filter(isPost)).toHaveLength(2);
    expect(slack.messages()).toHaveLength(1);
  });

  test('limits for an hour is given up, and comes privately', async () => {
    const bot = await start();
    slack.fault = (call) =>
      isPost(call) ? { kind: 'status', status: 429, headers: { 'retry-after': '3600' } } : undefined;
    await bot.event(appMention('what is project orca'));
    const [instead] = await slack.waitFor(1, 'chat.postEphemeral');
    expect(instead?.body.text).toContain('[1]');
    expect(slack.calls.filter(isPost)).toHaveLength(1);
  });

  test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action'])(
    'refuses for %s comes privately, in direct messages when nothing else is left, with the question',
    async (error) => {
      const bot = await start();
      slack.fault = ({ body }) => (body.channel === CHANNEL ? { kind: 'error', error } : undefined);
      await bot.event(appMention('what is project orca'));
      const [told] = await slack.waitFor(1, 'chat.postMessage');
      expect(told?.body.channel).toBe(USER);
      expect(told?.body.text).toMatch(/^what is project orca\nSlack would not let me post this where you asked\./);
      expect(told?.body.text).toContain('Project Orca is an integrated stack. [1]');
      expect(slack.messages()).toHaveLength(1);
    },
  );

  test('does not take in its form is sent as text', async () => {
    const bot = await start();
    slack.fault = ({ body, method }) =>
      method === 'chat.postMessage' && body.blocks !== undefined
        ? { kind: 'error', error: 'invalid_blocks' }
        : undefined;
    await bot.event(appMention('what is project orca'));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.text).toContain('[1] DockerCon 2015');
  });

  test.each([
    ['with status 404', { kind: 'status', status: 404 }],
    ['with status 410', { kind: 'status', status: 410, body: '{"ok":false,"error":"expired_url"}' }],
    ['in the body of a success', { kind: 'error', error: 'used_url' }],
    ['by leading elsewhere', { kind: 'status', status: 302, headers: { location: 'http://example.com/' } }],
  ] as const)('no longer takes at the response URL, %s, comes another way', async (_, fault) => {
    const bot = await start();
    slack.fault = ({ method }) => (method === 'response_url' ? fault : undefined);
    await bot.command(slashCommand('what is project orca', { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'chat.postEphemeral');
    expect(answer?.body.text).toContain('[1]');
    expect(slack.messages()).toHaveLength(1);
  });

  test.each([
    ['as a code', { kind: 'status', status: 400, body: 'invalid_blocks' }],
    ['in the body of a success', { kind: 'error', error: 'invalid_blocks' }],
  ] as const)('does not take in its form at the response URL, %s, is sent there as text', async (_, fault) => {
    const bot = await start();
    slack.fault = ({ body, method }) => (method === 'response_url' && body.blocks !== undefined ? fault : undefined);
    await bot.command(slashCommand('what is project orca', { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    expect(answer?.body.text).toContain('[1] DockerCon 2015');
  });

  test('fails once, whichever call it is, leaves the bot answering', async () => {
    const bot = await start();
    for (let nth = 1; nth <= 6; nth++) {
      for (const fault of [{ kind: 'status', status: 503 }, { kind: 'reset' }] as const) {
        let count = 0;
        slack.fault = () => (++count === nth ? fault : undefined);
        await bot.event(appMention('what is project orca', { channel: `C${nth}`, user: `U${nth}${fault.kind}` }));
        await bot.event(homeOpened('home'));
        await bot.event(homeOpened('messages'));
      }
    }
    await expectAlive(bot);
  });

  test('hangs on for ever holds up nobody else', async () => {
    const bot = await start({ mode: 'http' });
    slack.fault = (call) => (isPost(call) ? { kind: 'hang' } : undefined);
    for (let i = 0; i < 150; i++) await bot.event(appMention('what is project orca', { user: `U${i}` }));
    await bot.event(directMessage('what is project orca'));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.channel).toBe(DIRECT);
    slack.fault = undefined;
    slack.drop();
  }, 30_000);
});

describe('the socket', () => {
  test.each([
    [
      'says that it will be closed',
      (fake: FakeSlack) => fake.sendRaw(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    ],
    ['is closed', (fake: FakeSlack) => fake.sockets.at(-1)?.close(1011)],
    ['is dropped', (fake: FakeSlack) => fake.sockets.at(-1)?.terminate()],
  ])('that %s is opened again', async (_, end) => {
    const bot = await start();
    end(slack);
    await slack.waitForSocket(2);
    await expectAlive(bot);
  });

  test.each([
    ['invalid_auth', { kind: 'error', error: 'invalid_auth' }],
    ['status 503', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'reset' }],
    ['a rate limit', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
  ] as const)(
    'that cannot be opened again for %s is tried until it can',
    async (_, fault) => {
      const bot = await start();
      let refused = 0;
      slack.fault = ({ method }) => (method === 'apps.connections.open' && refused++ < 3 ? fault : undefined);
      slack.sockets.at(-1)?.terminate();
      await slack.waitForSocket(2);
      expect(refused).toBeGreaterThanOrEqual(3);
      await expectAlive(bot);
    },
    20_000,
  );

  test.each([
    ['status 503', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'reset' }],
    ['an address that is none', { kind: 'status', status: 200, body: '{"ok":true,"url":"nonsense"}' }],
  ] as const)(
    'that cannot be opened at the start for %s is tried until it can',
    async (_, fault) => {
      let refused = 0;
      slack.fault = ({ method }) => (method === 'apps.connections.open' && refused++ < 3 ? fault : undefined);
      await expectAlive(await start());
      expect(refused).toBeGreaterThanOrEqual(3);
    },
    20_000,
  );

  test('on which Slack never says hello is given up, and another is opened', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      slack.greets = false;
      const starting = start();
      await slack.waitForSocket(1);
      slack.greets = true;
      await vi.advanceTimersByTimeAsync(15_000);
      await vi.advanceTimersByTimeAsync(1_000);
      await vi.advanceTimersByTimeAsync(1_000);
      const bot = await starting;
      vi.useRealTimers();
      await expectAlive(bot);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that says nothing after it is opened does not keep the bot from stopping', async () => {
    const bot = await start();
    slack.fault = ({ method }) => (method === 'apps.connections.open' ? { kind: 'hang' } : undefined);
    slack.sockets.at(-1)?.terminate();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await bot.stop();
    bots = [];
  });

  const good = { envelope_id: 'e', payload: { type: 'event_callback', event: { type: 'app_mention' } } };
  test.each([
    ['null', 'null'],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an event without payload', '{"type":"events_api"}'],
    ['an event of null', JSON.stringify({ ...good, type: 'events_api', payload: { event: null } })],
    [
      'an event named like one of the client',
      JSON.stringify({ ...good, type: 'events_api', payload: { event: { type: 'disconnected' } } }),
    ],
    ['a frame named like one of the client', JSON.stringify({ ...good, type: 'error' })],
    ['an event without anything', JSON.stringify({ ...good, type: 'events_api' })],
    ['a command without anything', JSON.stringify({ ...good, type: 'slash_commands', payload: {} })],
    [
      'an interaction without actions',
      JSON.stringify({ ...good, type: 'interactive', payload: { type: 'block_actions' } }),
    ],
    [
      'an interaction of nulls',
      JSON.stringify({
        ...good,
        type: 'interactive',
        payload: { type: 'block_actions', actions: [null], user: null, team: null },
      }),
    ],
    ['bytes', Buffer.from([1, 2, 3])],
    [
      'an event for nobody',
      JSON.stringify({ ...good, type: 'events_api', payload: { ...good.payload, authorizations: [null] } }),
    ],
  ])('with the frame %s goes on', async (_, frame) => {
    const bot = await start();
    slack.sendRaw(frame);
    await expectAlive(bot);
  });
});

describe('at the start', () => {
  test('a Slack that cannot be reached is waited for', async () => {
    let refused = 0;
    slack.fault = ({ method }) => (method === 'auth.test' && refused++ < 2 ? { kind: 'reset' } : undefined);
    await expectAlive(await start());
  });

  test('a bot that waits for Slack can be stopped', async () => {
    slack.fault = () => ({ kind: 'status', status: 503 });
    const { adapter, started } = await startBot(slack, { waits: false });
    await expect.poll(() => slack.calls.length).toBeGreaterThan(0);
    await adapter.stop();
    await started;
  });
});

test('a stop waits for the answers under way, and takes no new question', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const engine = fakeEngine((question) => answered({ question }));
  const bot = await start({
    engine: {
      ...engine,
      async ask(question, options) {
        await held;
        return engine.ask(question, options);
      },
    },
  });
  await bot.event(appMention('what is project orca'));
  const stopped = bot.stop();
  release();
  await stopped;
  expect(answers()).toHaveLength(1);
  bots = [];
});

test('a stop while Slack is busy makes a last try, and no more', async () => {
  const bot = await start();
  slack.fault = ({ method }) =>
    method.startsWith('chat.') ? { kind: 'status', status: 429, headers: { 'retry-after': '5' } } : undefined;
  await bot.event(appMention('what is project orca'));
  await expect.poll(() => slack.calls.filter(isPost).length).toBe(1);
  await bot.stop();
  expect(slack.calls.filter(isPost)).toHaveLength(2);
  expect(slack.calls.filter(({ method }) => method.startsWith('chat.')).length).toBeLessThanOrEqual(6);
  bots = [];
});

test('messages of several tries are counted: none is ever sent twice', async () => {
  const bot = await start();
  for (let nth = 1; nth <= 20; nth++) {
    let count = 0;
    slack.fault = (call) =>
      isPost(call) && ++count === 1 ? { kind: 'status', status: 500, landed: nth % 2 === 0 } : undefined;
    await bot.event(appMention(`question ${nth}`, { user: `U${nth}` }));
    await slack.waitFor(nth, 'chat.postEphemeral');
  }
  expect(answers()).toHaveLength(10);
  expect(slack.landed.filter(({ method }) => MESSAGES.includes(method)).length).toBe(30);
}, 20_000);
