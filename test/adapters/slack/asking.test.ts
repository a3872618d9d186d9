import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AskOptions } from '../../../src/index.js';
import { abstained, answered, fakeEngine } from '../fakes.js';
import { type BotOptions, startBot } from './bot.js';
import { type FakeSlack, MESSAGES, startFakeSlack } from './fake-slack.js';
import {
  appMention,
  BOT_USER,
  blockActions,
  CHANNEL,
  channelMessage,
  DIRECT,
  directMessage,
  homeActions,
  homeOpened,
  messageShortcut,
  slashCommand,
  timestamp,
  USER,
} from './payloads.js';

let slack: FakeSlack;
let bots: Awaited<ReturnType<typeof startBot>>[] = [];

beforeEach(async () => {
  slack = await startFakeSlack();
});

afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await slack.stop();
  expect(slack.refusals).toEqual([]);
});

async function start(options: BotOptions = {}) {
  const bot = await startBot(slack, options);
  bots.push(bot);
  return bot;
}

/** A question that is answered after everything before it: when its answer has landed, nothing more is to come. */
async function settle(bot: Awaited<ReturnType<typeof startBot>>): Promise<void> {
  const before = slack.messages().length;
  await bot.event(directMessage('the last question', { channel: 'D0LAST', user: 'U0LAST' }));
  await slack.waitFor(before + 1, ...MESSAGES);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const blocksOf = (body: { readonly blocks: unknown }) => JSON.stringify(body.blocks);
// biome-ignore lint/suspicious/noExplicitAny: a button is looked for wherever it is.
const buttonOf = (body: any, id: string) =>
  body.blocks
    .flatMap(({ elements = [] }) => elements)
    .find(({ action_id }: { action_id?: string }) => action_id === id);

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('a slash command is answered privately, with the question and a way to share', async () => {
    const bot = await start({ mode });
    await bot.command(slashCommand('what is project orca', { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    expect(answer?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(answer?.body.text).toContain('what is project orca');
    expect(answer?.body.text).toContain('Project Orca is an integrated stack. [1]');
    expect(blocksOf(answer?.body)).toContain('DockerCon 2015, day 2 (2015-06-23) › Project Orca');
    expect(buttonOf(answer?.body, 'share')).toBeDefined();
    expect(slack.messages()).toHaveLength(1);
  });

  test('a mention is answered in the thread of the message', async () => {
    const bot = await start({ mode });
    const mention = appMention('what is project orca');
    await bot.event(mention);
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body).toMatchObject({ channel: CHANNEL, thread_ts: mention.event.ts });
    expect(answer?.body).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(answer?.body.text).toContain('Project Orca is an integrated stack. [1]');
    expect(answer?.authorization).toContain('botcanary');
  });

  test('a mention within a thread is answered in that thread', async () => {
    const bot = await start({ mode });
    await bot.event(appMention('what is project orca', { thread_ts: '1515449000.000100' }));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.thread_ts).toBe('1515449000.000100');
  });

  test('a direct message is answered there, and the next leans on it', async () => {
    const engine = fakeEngine((question) => answered({ question }));
    const bot = await start({ mode, engine });
    await bot.event(directMessage('what is project orca'));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.channel).toBe(DIRECT);
    expect(answer?.body.thread_ts).toBeUndefined();
    await bot.event(directMessage('who demoed it'));
    await slack.waitFor(2, 'chat.postMessage');
    expect(engine.asked.at(-1)?.options.history).toEqual(['what is project orca']);
  });

  test('the message shortcut looks up what a message says, privately', async () => {
    const engine = fakeEngine((question) => answered({ question }));
    const bot = await start({ mode, engine });
    await bot.interaction(
      messageShortcut('does <@U0OTHER01|ann> know R&amp;D?', { response_url: slack.responseUrl() }),
    );
    const [answer] = await slack.waitFor(1, 'response_url');
    expect(answer?.body.response_type).toBe('ephemeral');
    expect(engine.asked[0]?.question).toBe('does ann know R&D?');
  });

  test.each([
    ['blocks', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'What is Project Orca?' } }] }],
    [
      'rich text',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: 'What is ' },
                  { type: 'text', text: 'Project Orca?', style: { bold: true } },
                ],
              },
            ],
          },
        ],
      },
    ],
    ['an attachment', { attachments: [{ fallback: '[no preview]', text: 'What is Project Orca?' }, null] }],
  ])('the shortcut finds what an app says in %s alone', async (_, message) => {
    const engine = fakeEngine((question) => answered({ question }));
    const bot = await start({ mode, engine });
    await bot.interaction(messageShortcut('', { message: { ts: timestamp(), text: '', ...message } }));
    await slack.waitFor(1, 'chat.postEphemeral');
    expect(engine.asked[0]?.question).toBe('What is Project Orca?');
  });

  test('the shortcut on a message without text says so', async () => {
    const bot = await start({ mode });
    await bot.interaction(messageShortcut(null, { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    expect(answer?.body.text).toContain('no text in that message');
  });

  test('the App Home shows the notes, and examples that can be pressed', async () => {
    const bot = await start({ mode });
    await bot.event(homeOpened('home'));
    const [published] = await slack.waitFor(1, 'views.publish');
    expect(published?.body.user_id).toBe(USER);
    expect(JSON.stringify(published?.body.view)).toContain('2015-06-23');
    const example = buttonOf(published?.body.view, 'ask_0');
    await bot.interaction(homeActions({ action_id: 'ask_0', value: example.value }));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    expect(answer?.body.channel).toBe(USER);
    expect(answer?.body.text).toContain(example.text.text);
  });

  test('the Messages tab offers prompts, without a thread', async () => {
    const bot = await start({ mode });
    await bot.event(homeOpened('messages'));
    const [prompts] = await slack.waitFor(1, 'assistant.threads.setSuggestedPrompts');
    expect(prompts?.body.channel_id).toBe(DIRECT);
    expect(prompts?.body.thread_ts).toBeUndefined();
    expect(prompts?.body.prompts.length).toBeGreaterThan(0);
  });

  test('every button works, before and after a restart', async () => {
    const related = ['What is Swarm?'];
    const engine = () => fakeEngine((question) => answered({ question, related }));
    let bot = await start({ mode, engine: engine() });
    await bot.command(slashCommand('what is project orca', { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    const { positive_button } = buttonOf(answer?.body, 'feedback');
    const presses = [
      ['share', buttonOf(answer?.body, 'share').value, 'in_channel', 'Shared by steve'],
      ['more', buttonOf(answer?.body, 'more').value, 'ephemeral', 'The notes hold nothing more on that'],
      ['ask_0', buttonOf(answer?.body, 'ask_0').value, 'ephemeral', 'What is Swarm?'],
      ['feedback', positive_button.value, 'ephemeral', 'Noted as helpful'],
    ] as const;
    for (const restarted of [false, true]) {
      if (restarted) {
        await bot.stop();
        bot = await start({ mode, engine: engine() });
      }
      for (const [action_id, value, type, text] of presses) {
        const before = slack.messages().length;
        await bot.interaction(blockActions({ action_id, value }, { response_url: slack.responseUrl() }));
        const reply = (await slack.waitFor(before + 1, 'response_url')).at(-1);
        expect(reply?.body.response_type).toBe(type);
        expect(reply?.body.text).toContain(text);
      }
    }
    // The shared answer has working buttons of its own.
    const shared = slack.messages().find(({ body }) => body.response_type === 'in_channel');
    const before = slack.messages().length;
    await bot.interaction(
      blockActions(
        { action_id: 'more', value: buttonOf(shared?.body, 'more').value },
        { response_url: slack.responseUrl() },
      ),
    );
    await slack.waitFor(before + 1, 'response_url');
  });

  test('a button that the bot does not know says so', async () => {
    const bot = await start({ mode });
    for (const action of [
      { action_id: 'rate_1', value: 'x' },
      { action_id: 'more' },
      { action_id: 'more', value: '?' },
    ]) {
      const before = slack.messages().length;
      await bot.interaction(blockActions(action, { response_url: slack.responseUrl() }));
      expect((await slack.waitFor(before + 1, 'response_url')).at(-1)?.body.text).toContain('do not know this button');
    }
  });

  test('an answer is shared once, however often the button is pressed', async () => {
    const bot = await start({ mode });
    await bot.command(slashCommand('what is project orca', { response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    const { value } = buttonOf(answer?.body, 'share');
    const container = { type: 'message', message_ts: timestamp(), channel_id: CHANNEL, is_ephemeral: true };
    for (let i = 0; i < 2; i++)
      await bot.interaction(
        blockActions({ action_id: 'share', value }, { container, response_url: slack.responseUrl() }),
      );
    const replies = await slack.waitFor(3, 'response_url');
    expect(replies.filter(({ body }) => body.response_type === 'in_channel')).toHaveLength(1);
    expect(replies.at(-1)?.body.text).toContain('shared this answer already');
  });

  test("beneath a private answer in other people's direct messages, buttons answer privately there", async () => {
    const bot = await start({ mode });
    slack.fault = ({ body }) => (body.channel === DIRECT ? { kind: 'error', error: 'channel_not_found' } : undefined);
    await bot.command(slashCommand('what is project orca', { channel_id: DIRECT, response_url: slack.responseUrl() }));
    const [answer] = await slack.waitFor(1, 'response_url');
    const container = { type: 'message', message_ts: timestamp(), channel_id: DIRECT, is_ephemeral: true };
    const channel = { id: DIRECT, name: 'directmessage' };
    await bot.interaction(
      blockActions(
        { action_id: 'more', value: buttonOf(answer?.body, 'more').value },
        { container, channel, response_url: slack.responseUrl() },
      ),
    );
    expect((await slack.waitFor(2, 'response_url'))[1]?.body.response_type).toBe('ephemeral');
    expect(slack.messages()).toHaveLength(2);
  });

  test("beneath the bot's own direct messages, buttons answer there for good", async () => {
    const bot = await start({ mode });
    await bot.event(directMessage('what is project orca'));
    const [answer] = await slack.waitFor(1, 'chat.postMessage');
    await bot.interaction(
      blockActions(
        { action_id: 'more', value: buttonOf(answer?.body, 'more').value },
        {
          container: { type: 'message', message_ts: timestamp(), channel_id: DIRECT, is_ephemeral: false },
          channel: { id: DIRECT, name: 'directmessage' },
          response_url: slack.responseUrl(),
        },
      ),
    );
    expect((await slack.waitFor(2, 'chat.postMessage'))[1]?.body.channel).toBe(DIRECT);
  });

  test('a command that names no channel is answered all the same', async () => {
    const bot = await start({ mode });
    const { channel_id: _, ...command } = slashCommand('what is project orca', { response_url: slack.responseUrl() });
    await bot.command(command);
    await slack.waitFor(1, 'response_url');
  });

  test('help, sources and about are words after the command; nothing after it is help', async () => {
    const bot = await start({ mode });
    for (const [text, expected] of [
      ['help', 'Ask a question in plain words'],
      ['', 'Ask a question in plain words'],
      ['sources', 'DockerCon 2015'],
      ['about', 'no language model'],
    ] as const) {
      const before = slack.messages().length;
      await bot.command(slashCommand(text, { response_url: slack.responseUrl() }));
      expect((await slack.waitFor(before + 1, 'response_url')).at(-1)?.body.text).toContain(expected);
    }
  });

  test('a delivery is answered once, by whichever name it comes again', async () => {
    const bot = await start({ mode });
    const mention = appMention('what is project orca');
    const command = slashCommand('what is project orca', { response_url: slack.responseUrl() });
    await Promise.all([bot.event(mention), bot.event(mention), bot.command(command)]);
    await bot.event({ ...mention, event_id: 'EvOTHER' });
    await bot.command(command);
    await settle(bot);
    expect(slack.messages()).toHaveLength(3);
  });

  test("messages that are no person's new question are passed over", async () => {
    const bot = await start({ mode });
    for (const changes of [
      { bot_id: 'B0OTHER' },
      { user: BOT_USER },
      { user: 'USLACKBOT' },
      { subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined },
      { subtype: 'message_changed', message: { text: 'x' }, user: undefined },
      { subtype: 'message_deleted', deleted_ts: '1', user: undefined },
      { subtype: 'channel_join' },
      { edited: { user: USER, ts: timestamp() } },
      { hidden: true },
      { user: null },
      { subtype: 'assistant_app_thread' },
    ]) {
      await bot.event(appMention('what is project orca', changes));
      await bot.event(directMessage('what is project orca', changes));
    }
    await settle(bot);
    expect(slack.messages()).toHaveLength(1);
  });
});

describe('in a channel', () => {
  test('follow-ups without a mention are passed over unless the operator has opted in', async () => {
    const bot = await start();
    const mention = appMention('what is project orca');
    await bot.event(mention);
    await slack.waitFor(1, 'chat.postMessage');
    await bot.event(channelMessage('who demoed it', { thread_ts: mention.event.ts }));
    await settle(bot);
    expect(slack.messages()).toHaveLength(2);
  });

  test('with the opt-in, follow-ups of who has asked are answered, and nobody else is', async () => {
    const engine = fakeEngine((question) =>
      question === 'thanks' ? abstained({ question, reason: 'small-talk' }) : answered({ question }),
    );
    const bot = await start({ engine, slack: { threadFollowUps: true } });
    const mention = appMention('what is project orca');
    await bot.event(mention);
    await slack.waitFor(1, 'chat.postMessage');
    const inThread = { thread_ts: mention.event.ts };
    await bot.event(channelMessage('who demoed it', inThread));
    await slack.waitFor(2, 'chat.postMessage');
    expect(engine.asked.at(-1)?.options.history).toEqual(['what is project orca']);
    await bot.event(channelMessage('I like it', { ...inThread, user: 'U0OTHER01' }));
    await bot.event(channelMessage('<@U0OTHER01> what do you say?', inThread));
    await bot.event(channelMessage('thanks', inThread));
    await bot.event(channelMessage('somewhere else', { thread_ts: '1515000000.000001' }));
    await bot.event(channelMessage('at the top'));
    await settle(bot);
    expect(slack.messages()).toHaveLength(3);
  });

  test('a mention that comes as message and as mention is answered once', async () => {
    const bot = await start({ slack: { threadFollowUps: true } });
    const mention = appMention('what is project orca');
    await bot.event(mention);
    await bot.event(channelMessage(mention.event.text as string, { ts: mention.event.ts }));
    await settle(bot);
    expect(slack.messages()).toHaveLength(2);
  });

  test('that is not on the list, whoever asks is told privately, and once', async () => {
    const engine = fakeEngine();
    const bot = await start({ engine, slack: { channels: ['C0OTHER'] } });
    const mention = appMention('what is project orca');
    await bot.event(mention);
    await bot.event(mention);
    const [told] = await slack.waitFor(1, 'chat.postEphemeral');
    expect(told?.body).toMatchObject({ channel: CHANNEL, user: USER });
    expect(told?.body.text).toContain('not set up to answer in this channel');
    await bot.command(slashCommand('what is orca', { response_url: slack.responseUrl() }));
    await slack.waitFor(1, 'response_url');
    expect(engine.asked).toEqual([]);
    await settle(bot);
    expect(slack.messages()).toHaveLength(3);
  });
});

test('direct messages are answered whatever channels are on the list, by message and by command', async () => {
  const bot = await start({ slack: { channels: ['C0OTHER'] } });
  await bot.event(directMessage('what is project orca'));
  await slack.waitFor(1, 'chat.postMessage');
  await bot.command(slashCommand('what is orca', { channel_id: DIRECT, response_url: slack.responseUrl() }));
  const [answer] = await slack.waitFor(1, 'response_url');
  expect(answer?.body.text).toContain('[1]');
});

test('a private line to who asks within a thread stands in that thread', async () => {
  const bot = await start({ config: { chat: { burst: 1, perMinute: 1 } } });
  for (let i = 0; i < 2; i++) await bot.event(appMention(`question ${i}`, { thread_ts: '1515449000.000100' }));
  const [refused] = await slack.waitFor(1, 'chat.postEphemeral');
  expect(refused?.body).toMatchObject({ channel: CHANNEL, user: USER, thread_ts: '1515449000.000100' });
});

test('too many questions are refused privately, each with a line', async () => {
  const bot = await start({ config: { chat: { burst: 2, perMinute: 1 } } });
  for (let i = 0; i < 4; i++) await bot.event(appMention(`question ${i}`));
  const refused = await slack.waitFor(2, 'chat.postEphemeral');
  expect(refused[0]?.body.text).toContain('faster than I may answer');
  expect(refused[0]?.body.thread_ts).toBeUndefined();
  expect(await slack.waitFor(2, 'chat.postMessage')).toHaveLength(2);
});

test('two hundred questions of twenty people in four workspaces end where they were asked, with no context crossed', async () => {
  const engine = fakeEngine((question, { history = [] }: AskOptions) =>
    answered({
      question,
      excerpts: [
        { citation: 1, parts: [{ text: `${question}|${history.join('|')}`, role: 'sentence', highlights: [] }] },
      ],
    }),
  );
  const bot = await start({ mode: 'http', engine });
  const sent = Array.from({ length: 200 }, (_, i) => {
    const team = `T${i % 4}`;
    const user = `U${i % 20}`;
    const channel = `C${i % 5}`;
    return {
      event: appMention(
        `${team} ${user} ${channel} ${i}`,
        { user, channel, thread_ts: `1.${i % 8}` },
        { team_id: team },
      ),
    };
  });
  await Promise.all(sent.map(({ event }) => bot.event(event)));
  const answers = await slack.waitFor(200, 'chat.postMessage');
  for (const { body } of answers) {
    const [own = '', ...earlier] = (body.text.split('\n')[0] as string).replace(' [1]', '').split('|').filter(Boolean);
    const [team, user, channel, i] = own.split(' ');
    expect(body).toMatchObject({ channel, thread_ts: `1.${Number(i) % 8}` });
    for (const other of earlier) {
      const [otherTeam, otherUser, otherChannel, j] = other.split(' ');
      expect([otherTeam, otherUser, otherChannel, Number(j) % 8]).toEqual([team, user, channel, Number(i) % 8]);
    }
  }
});
