import { RequestMethod } from 'discord.js';
import { InteractionResponseType, MessageFlags, Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import type { Log } from '../log.js';
import type { Message } from './components.js';
import { type Fate, fateOf } from './fate.js';
import type { Message as Asking, Interaction } from './incoming.js';

/** Makes a call to Discord's REST API; resolves with the text of its response when it is carried out. */
export type SendCall = (call: {
  readonly method: RequestMethod;
  readonly fullRoute: `/${string}`;
  readonly body: unknown;
  readonly auth?: boolean;
  readonly signal?: AbortSignal;
}) => Promise<string>;

/** A reply needs "Read Message History", a message does not: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
export const NO_HISTORY = 160002;

/** Sends messages to Discord: each at most once. What becomes of them is logged by its code, never with the call itself. */
export interface Post {
  /** A reply to a message, for all to see. What kept it from being there; `undefined` when it is there. */
  reply(to: Asking, message: Message): Promise<Fate | undefined>;
  /** A message where a reply is asked for, but not tied to what it replies to. Like {@link reply}. */
  say(to: Asking, message: Message): Promise<Fate | undefined>;
  /** A direct message to who wrote a message, instead of a reply that was refused. */
  tell(to: Asking, message: Message): Promise<void>;
  /** Shows that an answer to a message is being looked for. */
  typing(to: Asking): Promise<void>;
  /** The first response to an interaction. Whether it is there. */
  respond(to: Interaction, message: Message, isPrivate: boolean): Promise<boolean>;
  /** The first response when the answer takes longer: "thinking", in the place of the answer. Whether it is there. */
  defer(to: Interaction, isPrivate: boolean): Promise<boolean>;
  /** The first response to a button when the answer takes longer and is not known to be private: nothing that is seen. */
  deferUnseen(to: Interaction): Promise<boolean>;
  /** The answer in place of "thinking". Whether it is there. */
  fill(to: Interaction, message: Message): Promise<boolean>;
  /** One more message to an interaction. What kept it from being there; `undefined` when it is there. */
  followUp(to: Interaction, message: Message, isPrivate: boolean): Promise<Fate | undefined>;
  /** What to complete a text with. */
  complete(to: Interaction, choices: readonly string[]): Promise<void>;
}

/** What posting needs. */
export interface PostParts {
  readonly send: SendCall;
  readonly log: Log;
  /** Resolves after so many milliseconds, to true; at once when the bot is stopping, to false. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  /** Told the code of every call that fails. */
  readonly onError?: (code: string | number) => void;
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
}

/** A call and how long it is worth trying. */
interface Attempt {
  /** E.g. "message", for the log. */
  readonly what: string;
  /** Whether it does no harm twice. */
  readonly isRepeatable: boolean;
  readonly call: (signal: AbortSignal) => Promise<unknown>;
  /** Pauses between tries, in milliseconds. */
  readonly pauses?: readonly number[];
  /** When it is too late, by the clock of the post. */
  readonly until?: number;
  /** Longest time for one try, in milliseconds. */
  readonly timeout?: number;
  /** Whether it is not logged, because what it stands in for has been. */
  readonly isQuiet?: boolean;
}

/** Pauses between tries, in milliseconds. A message that comes later than a minute helps nobody. */
const PAUSES = [250, 1_000, 4_000, 15_000, 30_000];
const WORTHWHILE = 60_000;
/** Longest time for one call, in milliseconds. */
const TIMEOUT = 10_000;
/**
 * The first response is due within three seconds
 * (https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback). It can be on its way for a
 * while, and one that hangs leaves time for another.
 */
const DUE = 2_800;
const CALLBACK_PAUSES = [150, 300, 600];
const CALLBACK_TIMEOUT = 1_200;

/**
 * Creates the post. A call that was refused is made once. A call that was surely not carried out is made again, and so is one of
 * unknown fate where it does no harm twice: a message carries a nonce by which Discord knows it
 * (https://docs.discord.com/developers/resources/message#create-message), a response is taken once, and filling in is the same
 * the second time. Where Discord says how long to wait, that is waited if it is not too late then.
 */
export function createPost(parts: PostParts): Post {
  const { send, log, wait, onError = () => {}, now = performance.now.bind(performance) } = parts;
  const directs = new LRUCache<string, string>({ max: 10_000 });

  async function attempt({ what, isRepeatable, call, ...bounds }: Attempt): Promise<Fate | undefined> {
    const { pauses = PAUSES, until = now() + WORTHWHILE, timeout = TIMEOUT, isQuiet = false } = bounds;
    for (let tries = 0; ; tries++) {
      try {
        await call(AbortSignal.timeout(Math.max(1, Math.trunc(Math.min(timeout, until - now())))));
        return undefined;
      } catch (error) {
        const fate = fateOf(error);
        onError(fate.code);
        if (tries > 0 && fate.code === ALREADY_ACKNOWLEDGED) return undefined;
        const isWorthwhile = fate.kind === 'later' || (fate.kind === 'unknown' && isRepeatable);
        const pause = isWorthwhile ? (fate.after ?? pauses[tries]) : undefined;
        const isLast = pause === undefined || now() + pause >= until;
        const tail = `${HINTS.get(fate.code) ?? ''}${isLast ? '' : '; it is tried again'}`;
        const details = { platform: 'discord', call: what, fate: fate.kind, code: fate.code };
        if (!isQuiet) log.warn(details, `${what} failed: ${fate.code}${tail}`);
        if (isLast) return fate;
        // A bot that is stopping makes its last tries at once, but never where Discord has told it to wait.
        if (!(await wait(pause)) && fate.after !== undefined) return fate;
      }
    }
  }

  async function callback(to: Interaction, type: InteractionResponseType, data?: unknown): Promise<boolean> {
    const { id, token, receivedAt } = to;
    const fate = await attempt({
      what: 'interaction callback',
      isRepeatable: true,
      pauses: CALLBACK_PAUSES,
      until: receivedAt + DUE,
      timeout: CALLBACK_TIMEOUT,
      call: (signal) =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.interactionCallback(id, token),
          body: { type, ...(data !== undefined && { data }) },
          auth: false,
          signal,
        }),
    });
    return fate === undefined;
  }

  function create(channel: string, nonce: string, message: object, isQuiet = false): Promise<Fate | undefined> {
    return attempt({
      what: 'message',
      isRepeatable: true,
      isQuiet,
      call: (signal) =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.channelMessages(channel),
          body: { ...message, nonce, enforce_nonce: true },
          signal,
        }),
    });
  }

  /** Why the reply was refused has been logged; what matters is that nobody knows of the answer. */
  function untold(code: Fate['code'] | undefined): void {
    const reason = code === NO_DIRECTS ? ': this person takes no direct messages' : '';
    log.warn({ platform: 'discord' }, `the asker cannot be told by direct message either${reason}`);
  }

  return {
    reply: ({ id, channel }, message) =>
      create(channel, id, {
        ...message,
        message_reference: { message_id: id, channel_id: channel, fail_if_not_exists: false },
      }),
    say: ({ id, channel }, message) => create(channel, id, message),
    async tell({ id, user }, message) {
      let channel = directs.get(user);
      if (channel === undefined) {
        const fate = await attempt({
          what: 'opening direct messages',
          isRepeatable: true,
          isQuiet: true,
          call: async (signal) => {
            const body = { recipient_id: user };
            channel = idOf(await send({ method: RequestMethod.Post, fullRoute: Routes.userChannels(), body, signal }));
          },
        });
        if (fate !== undefined || channel === undefined) return untold(fate?.code);
        directs.set(user, channel);
      }
      const fate = await create(channel, id, message, true);
      if (fate !== undefined) untold(fate.code);
    },
    async typing({ channel }) {
      try {
        const signal = AbortSignal.timeout(TIMEOUT);
        await send({ method: RequestMethod.Post, fullRoute: Routes.channelTyping(channel), body: undefined, signal });
      } catch (error) {
        const { code } = fateOf(error);
        // What cannot be written there says so itself.
        log.debug({ platform: 'discord', call: 'typing', code }, `typing failed: ${code}`);
      }
    },
    respond: (to, message, isPrivate) =>
      callback(to, InteractionResponseType.ChannelMessageWithSource, withPrivacy(message, isPrivate)),
    defer: (to, isPrivate) =>
      callback(to, InteractionResponseType.DeferredChannelMessageWithSource, {
        flags: isPrivate ? MessageFlags.Ephemeral : 0,
      }),
    deferUnseen: (to) => callback(to, InteractionResponseType.DeferredMessageUpdate),
    async fill({ application, token }, message) {
      const fate = await attempt({
        what: 'answer to an interaction',
        isRepeatable: true,
        call: (signal) =>
          send({
            method: RequestMethod.Patch,
            fullRoute: Routes.webhookMessage(application, token),
            body: message,
            auth: false,
            signal,
          }),
      });
      return fate === undefined;
    },
    followUp: ({ application, token }, message, isPrivate) =>
      attempt({
        what: 'follow-up',
        isRepeatable: false,
        call: (signal) =>
          send({
            method: RequestMethod.Post,
            fullRoute: Routes.webhook(application, token),
            body: withPrivacy(message, isPrivate),
            auth: false,
            signal,
          }),
      }),
    async complete(to, choices) {
      await callback(to, InteractionResponseType.ApplicationCommandAutocompleteResult, {
        choices: choices.map((choice) => ({ name: choice, value: choice })),
      });
    },
  };
}

/** Discord has taken an earlier try: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
const ALREADY_ACKNOWLEDGED = 40060;

/** In the same list. */
const NO_DIRECTS = 50007;

/** What the operator can do about a refusal. */
const HINTS: ReadonlyMap<Fate['code'], string> = new Map([
  [50001, ' (no access: give the bot "View Channel" there)'],
  [50013, ' (no permission: give the bot "Send Messages", in threads "Send Messages in Threads")'],
  [NO_HISTORY, ' (no permission: give the bot "Read Message History" there)'],
  [NO_DIRECTS, ' (this person takes no direct messages)'],
  [10062, ' (the interaction is too old: three seconds have passed since it was made)'],
]);

/** The id of what a call has made, if its response names one. */
function idOf(response: string): string | undefined {
  try {
    const id: unknown = JSON.parse(response)?.id;
    return typeof id === 'string' && /^\d+$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

function withPrivacy(message: Message, isPrivate: boolean): Message {
  return { ...message, flags: message.flags | (isPrivate ? MessageFlags.Ephemeral : 0) };
}
