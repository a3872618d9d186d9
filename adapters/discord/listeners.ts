import { LRUCache } from 'lru-cache';
import type { Desk, Pressed, Reply } from '../chat/desk.js';
import { WORDS } from '../chat/wording.js';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import { readCustomId } from './custom-id.js';
import { format } from './format.js';
import { type Interaction, type Message, type Origin, readInteraction, readMessage } from './incoming.js';
import type { Post } from './post.js';

/** What the listeners work with. */
export interface ListenerParts {
  readonly desk: Desk;
  readonly post: Post;
  readonly log: Log;
  /** The bot's own user id; empty until Discord has told it. */
  readonly botUser: () => string;
  /** Whether a place is answered in. */
  readonly isAllowed: (place: Origin) => Promise<boolean>;
  /** What a beginning can be completed to, best first. */
  readonly complete: (prefix: string) => Promise<readonly string[]>;
}

/** What Discord's events lead to. Neither ever rejects. */
export interface Listeners {
  message(data: unknown): Promise<void>;
  interaction(data: unknown): Promise<void>;
}

/** After so many milliseconds an interaction is deferred: Discord waits for three seconds only. */
const DEFER_AFTER = 1_000;
/** An asker is told to slow down, or that this is the wrong channel, once within so many milliseconds. */
const QUIET = 60_000;
const LATE = Symbol('late');

const SILENT_REPLY =
  'Discord does not show me what a reply says that does not mention me. Mention me, or leave the mention of the reply switched on.';

/** Creates the listeners. */
export function createListeners({ desk, post, log, botUser, isAllowed, complete }: ListenerParts): Listeners {
  const told = new LRUCache<string, true>({ max: 10_000, ttl: QUIET });

  async function onMessage(data: unknown): Promise<void> {
    const message = readMessage(data, botUser());
    if (message === undefined) return;
    if (message.guild !== undefined && !message.isMention && !message.isSilentReply) return;
    if (!(await isAllowed(message))) {
      if (await desk.claim(message.deliveries)) await say(message, { kind: 'notice', text: WORDS.notHere });
      return;
    }
    const work = desk.receive({
      ...names(message),
      deliveries: message.deliveries,
      text: message.isSilentReply ? 'help' : message.question,
      follows: followed(message),
    });
    if ((await Promise.race([work, late()])) === LATE) await post.typing(message);
    const reply = await work;
    if (reply !== undefined) await say(message, reply);
  }

  /** Replies for all to see, because Discord has no other way to reply to a message; what the bot says of itself, not too often. */
  async function say(message: Message, reply: Reply): Promise<void> {
    if (reply.kind === 'notice' && (reply.text === WORDS.tooFast || reply.text === WORDS.notHere)) {
      const key = `${message.user}:${message.channel}:${reply.text}`;
      if (told.has(key)) return;
      told.set(key, true);
    }
    await post.reply(message, format(reply, message.isSilentReply ? { remark: SILENT_REPLY } : {}));
  }

  async function onInteraction(data: unknown): Promise<void> {
    const interaction = readInteraction(data, botUser());
    if (interaction === undefined) return;
    const { act, deliveries } = interaction;
    if (act.kind === 'complete') {
      const choices = await Promise.race([completed(act.prefix), late()]);
      return post.complete(interaction, choices === LATE ? [] : choices);
    }
    if (!(await isAllowed(interaction))) return refuse(interaction, WORDS.notHere);
    if (act.kind === 'look-up' && act.question === '') return refuse(interaction, WORDS.emptyMessage);
    const asking = { ...names(interaction), deliveries };
    const work =
      act.kind === 'press'
        ? desk.press(readCustomId(act.id, act.buttons), asking)
        : desk.receive({ ...asking, text: act.question });
    await answer(interaction, work);
  }

  /** Answers at once, or says within the time that Discord gives that the answer will come. */
  async function answer(to: Interaction, work: Promise<Pressed | undefined>): Promise<void> {
    const first = await Promise.race([work, late()]);
    if (first === undefined) return;
    if (first !== LATE) {
      await post.respond(to, shown(to, first), isPrivate(to, first));
      return;
    }
    if (!(await post.defer(to, !to.isDirect))) return;
    const reply = await work;
    if (reply === undefined) return;
    const isThere =
      to.act.kind === 'press'
        ? await post.followUp(to, shown(to, reply), isPrivate(to, reply))
        : await post.fill(to, shown(to, reply));
    // By another way, because what is filled in and what follows have rate limits of their own.
    if (!isThere && to.act.kind !== 'press') await post.followUp(to, notice(WORDS.failed), !to.isDirect);
  }

  async function refuse(to: Interaction, text: string): Promise<void> {
    if (await desk.claim(to.deliveries)) await post.respond(to, notice(text), !to.isDirect);
  }

  async function completed(prefix: string): Promise<readonly string[]> {
    try {
      return await complete(prefix);
    } catch (error) {
      log.warn({ platform: 'discord', err: error }, `no completions could be found: ${reasonOf(error)}`);
      return [];
    }
  }

  function guarded(listener: (data: unknown) => Promise<void>) {
    return async (data: unknown) => {
      try {
        await listener(data);
      } catch (error) {
        log.error({ platform: 'discord', err: error }, `a listener failed: ${reasonOf(error)}`);
      }
    };
  }

  return { message: guarded(onMessage), interaction: guarded(onInteraction) };
}

/** Who asks and in which conversation, by names that hold everything that must not be crossed. A thread is a channel of its own. */
function names({ guild = 'direct', channel, user }: Origin) {
  return { asker: `discord:${user}`, conversation: `discord:${guild}:${channel}:${user}` };
}

/** A button of the bot's message that a message replies to. */
function followed({ repliedButtons }: Message) {
  for (const id of repliedButtons) {
    const button = readCustomId(id, repliedButtons);
    if (button !== undefined && button.act !== 'ask') return button;
  }
  return undefined;
}

function shown(to: Interaction, reply: Pressed) {
  if (reply.kind === 'share') return format(reply, { restated: true, sharedBy: to.name });
  return format(reply, { restated: true, shareable: !to.isDirect });
}

function isPrivate(to: Interaction, reply: Pressed): boolean {
  return reply.kind !== 'share' && !to.isDirect;
}

function notice(text: string) {
  return format({ kind: 'notice', text });
}

function late(): Promise<typeof LATE> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(LATE), DEFER_AFTER).unref();
  });
}
