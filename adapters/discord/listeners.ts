import { LRUCache } from 'lru-cache';
import type { Desk, Pressed, Reply } from '../chat/desk.js';
import { WORDS } from '../chat/wording.js';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import { readCustomId } from './custom-id.js';
import { format } from './format.js';
import { type Interaction, type Message, type Origin, readInteraction, readMessage } from './incoming.js';
import { NO_HISTORY, type Post } from './post.js';

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
  /** The time in milliseconds, by the clock of the post. */
  readonly now?: () => number;
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
/** An answer that only its asker sees lives as long as its interaction, and is shared once within so many milliseconds. */
const REMEMBERED = 15 * 60_000;
const LATE = Symbol('late');

const SILENT_REPLY =
  'Discord does not show me what a reply says that does not mention me. Mention me, or leave the mention of the reply switched on.';

const ELSEWHERE = 'You asked me where I may not write, so I answer here.';

/** Creates the listeners. */
export function createListeners(parts: ListenerParts): Listeners {
  const { desk, post, log, botUser, isAllowed, complete, now = performance.now.bind(performance) } = parts;
  const told = new LRUCache<string, true>({ max: 10_000, ttl: QUIET });
  const shared = new LRUCache<string, true>({ max: 10_000, ttl: REMEMBERED });

  async function onMessage(data: unknown): Promise<void> {
    const message = readMessage(data, botUser());
    if (message === undefined) return;
    if (!message.isDirect && !message.isMention && !message.isSilentReply) return;
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
    if ((await Promise.race([work, late()])) === LATE) void post.typing(message);
    const reply = await work;
    if (reply !== undefined) await say(message, reply);
  }

  /** Replies for all to see, because Discord has no other way to reply to a message; what the bot says of itself, not too often. */
  async function say(message: Message, reply: Reply): Promise<void> {
    const isOfItself = reply.kind === 'notice' && (reply.text === WORDS.tooFast || reply.text === WORDS.notHere);
    if (isOfItself) {
      const key = `${message.user}:${message.channel}:${reply.text}`;
      if (told.has(key)) return;
      told.set(key, true);
    }
    const fate = await post.reply(message, format(reply, message.isSilentReply ? { remark: SILENT_REPLY } : {}));
    if (fate === undefined || isOfItself || message.isDirect) return;
    if (fate.code === NO_HISTORY) await post.say(message, format(reply, { restated: true }));
    // Where the bot may not write, nobody but the asker misses the answer, and a direct message takes no permission.
    else if (fate.kind === 'forbidden') await post.tell(message, format(reply, { restated: true, remark: ELSEWHERE }));
    else if (fate.after !== undefined) await post.tell(message, notice(WORDS.notDelivered));
  }

  async function onInteraction(data: unknown): Promise<void> {
    const interaction = readInteraction(data, botUser(), now());
    if (interaction === undefined) return;
    const { act } = interaction;
    if (act.kind === 'complete') {
      const choices = await Promise.race([completed(act.prefix), late()]);
      return post.complete(interaction, choices === LATE ? [] : choices);
    }
    await answer(interaction, reply(interaction, act));
  }

  async function reply(
    interaction: Interaction,
    act: Exclude<Interaction['act'], { kind: 'complete' }>,
  ): Promise<Pressed | undefined> {
    const { deliveries } = interaction;
    const refusal = (await isAllowed(interaction)) ? refusalOf(interaction) : WORDS.notHere;
    if (refusal !== undefined) return (await desk.claim(deliveries)) ? { kind: 'notice', text: refusal } : undefined;
    const asking = { ...names(interaction), deliveries };
    return act.kind === 'press'
      ? desk.press(readCustomId(act.id, act.buttons), asking)
      : desk.receive({ ...asking, text: act.question });
  }

  function refusalOf({ act, user }: Interaction): string | undefined {
    if (act.kind === 'look-up' && act.question === '') return WORDS.emptyMessage;
    if (act.kind !== 'press' || !shared.has(sharing(act.message, user))) return undefined;
    return readCustomId(act.id, act.buttons)?.act === 'share' ? WORDS.sharedAlready : undefined;
  }

  function noteShared({ act, user }: Interaction, { kind }: Pressed): void {
    if (kind === 'share' && act.kind === 'press' && act.message !== '') shared.set(sharing(act.message, user), true);
  }

  /** Answers at once, or says within the time that Discord gives that the answer will come. */
  async function answer(to: Interaction, work: Promise<Pressed | undefined>): Promise<void> {
    const first = await Promise.race([work, late()]);
    if (first === undefined) return;
    if (first !== LATE) {
      if (await post.respond(to, shown(to, first), isPrivate(to, first))) noteShared(to, first);
      return;
    }
    if (asksToShare(to)) return shareLate(to, work);
    if (!(await post.defer(to, !to.isDirect))) return;
    const reply = await work;
    if (reply === undefined || (await post.fill(to, shown(to, reply)))) return;
    // By another way, because what is filled in and what follows have rate limits of their own.
    await post.followUp(to, notice(WORDS.failed), !to.isDirect);
  }

  /** Whether all shall see the answer is known only when it is there, and could not be changed after a "thinking". */
  async function shareLate(to: Interaction, work: Promise<Pressed | undefined>): Promise<void> {
    if (!(await post.deferUnseen(to))) return;
    const reply = await work;
    if (reply === undefined) return;
    const fate = await post.followUp(to, shown(to, reply), isPrivate(to, reply));
    if (fate === undefined) return noteShared(to, reply);
    await post.followUp(to, notice(fate.kind === 'unknown' ? WORDS.perhapsNotShared : WORDS.failed), true);
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

function sharing(message: string, user: string): string {
  return `${message}:${user}`;
}

function asksToShare({ act }: Interaction): boolean {
  if (act.kind !== 'press') return false;
  return readCustomId(act.id, act.buttons)?.act === 'share';
}

function notice(text: string) {
  return format({ kind: 'notice', text });
}

function late(): Promise<typeof LATE> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(LATE), DEFER_AFTER).unref();
  });
}
