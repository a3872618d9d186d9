import type { App, types, webApi } from '@slack/bolt';
import { readButton } from '../chat/buttons.js';
import type { Desk, Pressed, Reply } from '../chat/desk.js';
import { WORDS } from '../chat/wording.js';
import type { Log } from '../log.js';
import { fateOf } from './fate.js';
import { format } from './format.js';
import {
  type Message,
  type Origin,
  type Press,
  readCommand,
  readMessage,
  readPress,
  readShortcut,
} from './incoming.js';
import { LIMITS } from './limits.js';
import { COMMAND, homeView } from './pages.js';
import type { Post } from './post.js';
import type { Threads } from './threads.js';

/** What is listened to. The manifest subscribes to the same: a test compares them. */
export const EVENTS = ['app_home_opened', 'app_mention', 'message'] as const;
export const SHORTCUT = 'look_up';

/** What the listeners work with. */
export interface ListenerParts {
  readonly desk: Desk;
  readonly post: Post;
  readonly client: webApi.WebClient;
  readonly log: Log;
  /** The bot's own user id. */
  readonly botUser: string;
  /** Channels that are answered in; empty for all. */
  readonly channels: readonly string[];
  /** Threads whose follow-ups are answered without a mention; absent when the operator has not opted in. */
  readonly threads?: Threads;
  /** Keeps count of work, so that stopping can wait for it. Never rejects. */
  readonly track: (work: Promise<void>) => Promise<void>;
}

/** Puts all listeners on a Bolt app. Every one acknowledges before it works, and none rejects. */
export function listen(app: Pick<App, 'command' | 'event' | 'shortcut' | 'action'>, parts: ListenerParts): void {
  const { desk, post, client, log, botUser, channels, threads, track } = parts;
  const isAllowed = ({ channel, isDirect }: Origin) =>
    channels.length === 0 || isDirect || channel === undefined || channels.includes(channel);

  app.command(COMMAND, async ({ ack, body }) => {
    await ack();
    const asking = readCommand(body, botUser);
    if (asking !== undefined) await track(answerPrivately(asking, asking.question));
  });

  app.shortcut({ callback_id: SHORTCUT, type: 'message_action' }, async ({ ack, body }) => {
    await ack();
    const asking = readShortcut(body, botUser);
    if (asking !== undefined) await track(answerPrivately(asking, asking.question, WORDS.emptyMessage));
  });

  // Also buttons of an older version of the bot: whoever presses one is told that it is not known.
  app.action({ type: 'block_actions' }, async ({ ack, body }) => {
    await ack();
    await track(press(body));
  });

  app.event('app_mention', async ({ body }) => {
    const message = readMessage(body, botUser);
    if (message !== undefined) await track(answerOpenly(message));
  });

  app.event('message', async ({ body }) => {
    const message = readMessage(body, botUser);
    if (message === undefined) return;
    if (message.isDirect) await track(answerOpenly(message));
    else if (threads !== undefined && message.isReply && !message.isMention && !message.isForOther) {
      if (threads.holds(threadOf(message), message.user)) await track(answerOpenly(message));
    }
  });

  app.event('app_home_opened', async ({ event }) => {
    await track(event.tab === 'messages' ? prompt(event.channel) : publishHome(event.user));
  });

  async function answerOpenly(message: Message): Promise<void> {
    if (!isAllowed(message)) return refuse(message);
    const reply = await desk.receive({ ...message, ...names(message), text: message.question });
    if (reply === undefined) return;
    if (reply.kind === 'notice' && !message.isDirect) return post.whisper(message, format(reply));
    // Nobody asked the bot by name: small talk among people is theirs.
    if (!message.isDirect && !message.isMention && isSmallTalk(reply)) return;
    if (!message.isDirect) threads?.join(threadOf(message), message.user);
    await post.reply(message, format(reply), format(reply, { restated: true, remark: WORDS.notWhereAsked }));
  }

  async function answerPrivately(origin: Origin, question: string, ifEmpty?: string): Promise<void> {
    if (!isAllowed(origin)) return refuse(origin);
    if (question.trim() === '' && ifEmpty !== undefined) return post.whisper(origin, notice(ifEmpty));
    const reply = await desk.receive({ ...origin, ...names(origin), text: question });
    if (reply === undefined) return;
    await post.whisper(origin, format(reply, { restated: true, shareable: true }));
  }

  async function press(body: unknown): Promise<void> {
    const pressed = readPress(body);
    if (pressed === undefined) return;
    if (!isAllowed(pressed)) return refuse(pressed);
    const reply = await desk.press(readButton(pressed.value), { ...pressed, ...names(pressed) });
    if (reply?.kind === 'share') await share(pressed, reply);
    else if (reply !== undefined) await answerPress(pressed, reply);
  }

  /** Who presses twice has not meant to say it twice. */
  async function share(pressed: Press, reply: Pressed): Promise<void> {
    const { team, channel, user, place, name } = pressed;
    const isFirst = place === '' || (await desk.claim([`slack:${team}:share:${channel}:${place}:${user}`]));
    if (isFirst) await post.share(pressed, format(reply, { restated: true, sharedBy: name }));
    else await post.whisper(pressed, notice(WORDS.sharedAlready));
  }

  async function answerPress(pressed: Press, reply: Pressed): Promise<void> {
    // In the bot's own direct messages there is nobody else to hide from, and what is said in private is gone with the next
    // reload. In those of two people the bot is not present: there, what it says is private and stays so.
    const isOwn = pressed.isDirect && !pressed.isPrivate;
    const isOpen = (isOwn || pressed.channel === undefined) && reply.kind !== 'notice';
    const message = format(reply, { restated: true, shareable: !isOpen });
    if (isOpen) await post.reply(pressed, message, message);
    else await post.whisper(pressed, message);
  }

  async function refuse(origin: Origin): Promise<void> {
    if (await desk.claim(origin.deliveries)) await post.whisper(origin, notice(WORDS.notHere));
  }

  async function prompt(channel: string | null | undefined): Promise<void> {
    const questions = await desk.examples();
    if (typeof channel !== 'string' || questions.length === 0) return;
    const prompts = questions.slice(0, LIMITS.prompts).map((question) => ({ title: question, message: question }));
    // No thread: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
    await attempt('assistant.threads.setSuggestedPrompts', () =>
      client.assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        title: WORDS.examples,
        prompts: prompts as [Prompt, ...Prompt[]],
      } as webApi.AssistantThreadsSetSuggestedPromptsArguments),
    );
  }

  async function publishHome(user: string | null | undefined): Promise<void> {
    if (typeof user !== 'string') return;
    const view: types.HomeView = homeView(desk.notes(), await desk.examples());
    await attempt('views.publish', () => client.views.publish({ user_id: user, view }));
  }

  /** A call whose failure leaves nobody without an answer. */
  async function attempt(what: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      const { code } = fateOf(error);
      log.warn({ platform: 'slack', call: what, code }, `${what} failed: ${code}`);
    }
  }
}

type Prompt = { readonly title: string; readonly message: string };

/** Who asks and in which conversation, by names that hold everything that must not be crossed. */
function names({ team, user, channel = 'home', thread = '', isDirect }: Origin) {
  const place = isDirect ? channel : `${channel}:${thread}`;
  return { asker: `slack:${team}:${user}`, conversation: `slack:${team}:${place}:${user}` };
}

function threadOf({ team, channel, thread }: Message): string {
  return `${team}:${channel}:${thread}`;
}

function notice(text: string) {
  return format({ kind: 'notice', text });
}

function isSmallTalk(reply: Reply): boolean {
  return reply.kind === 'answer' && !reply.answer.answered && reply.answer.reason === 'small-talk';
}
