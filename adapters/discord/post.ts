import { RequestMethod } from 'discord.js';
import { InteractionResponseType, MessageFlags, Routes } from 'discord-api-types/v10';
import type { Log } from '../log.js';
import type { Message } from './components.js';
import { type Fate, fateOf } from './fate.js';
import type { Message as Asking, Interaction } from './incoming.js';

/** Makes a call to Discord's REST API; resolves when it is carried out. */
export type SendCall = (call: {
  readonly method: RequestMethod;
  readonly fullRoute: `/${string}`;
  readonly body: unknown;
  readonly auth?: boolean;
  readonly signal?: AbortSignal;
}) => Promise<unknown>;

/** Sends messages to Discord: each at most once. What becomes of them is logged by its code, never with the call itself. */
export interface Post {
  /** A reply to a message, for all to see. Whether it is there. */
  reply(to: Asking, message: Message): Promise<boolean>;
  /** Shows that an answer to a message is being looked for. */
  typing(to: Asking): Promise<void>;
  /** The first response to an interaction. Whether it is there. */
  respond(to: Interaction, message: Message, isPrivate: boolean): Promise<boolean>;
  /** The first response when the answer takes longer: "thinking", or for a button nothing that is seen. */
  defer(to: Interaction, isPrivate: boolean): Promise<boolean>;
  /** The answer to a deferred command, in place of "thinking". Whether it is there. */
  fill(to: Interaction, message: Message): Promise<boolean>;
  /** One more message to an interaction. Whether it is there. */
  followUp(to: Interaction, message: Message, isPrivate: boolean): Promise<boolean>;
  /** What to complete a text with. */
  complete(to: Interaction, choices: readonly string[]): Promise<void>;
}

/** What posting needs. */
export interface PostParts {
  readonly send: SendCall;
  readonly log: Log;
  /** Resolves after so many milliseconds; at once when the bot is stopping. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told the code of every call that fails. */
  readonly onError?: (code: string | number) => void;
}

/** Pauses between tries, in milliseconds. A message that comes later than a minute helps nobody. */
const PAUSES = [250, 1_000, 4_000, 15_000];
/** The first response is due within three seconds; that leaves time for one more try. */
const CALLBACK_PAUSES = [200];
const CALLBACK_TIMEOUT = 1_200;

/**
 * Creates the post. A call that was refused is made once. A call that was surely not carried out is made again, and so is one of
 * unknown fate where it does no harm twice: a reply carries a nonce by which Discord knows it
 * (https://docs.discord.com/developers/resources/message#create-message), a response is taken once, and filling in is the same
 * the second time.
 */
export function createPost({ send, log, wait, onError = () => {} }: PostParts): Post {
  async function attempt(what: string, isRepeatable: boolean, call: () => Promise<unknown>, pauses = PAUSES) {
    for (let tries = 0; ; tries++) {
      try {
        await call();
        return true;
      } catch (error) {
        const fate = fateOf(error);
        onError(fate.code);
        if (tries > 0 && fate.code === ALREADY_ACKNOWLEDGED) return true;
        const pause = fate.kind === 'later' || (fate.kind === 'unknown' && isRepeatable) ? pauses[tries] : undefined;
        const hint = HINTS.get(fate.code);
        const tail = pause === undefined ? '' : '; it is tried again';
        log.warn(
          { platform: 'discord', call: what, fate: fate.kind, code: fate.code },
          `${what} failed: ${fate.code}${hint ?? ''}${tail}`,
        );
        if (pause === undefined) return false;
        await wait(pause);
      }
    }
  }

  const callback = ({ id, token }: Interaction, type: InteractionResponseType, data?: unknown) =>
    attempt(
      'interaction callback',
      true,
      () =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.interactionCallback(id, token),
          body: { type, ...(data !== undefined && { data }) },
          auth: false,
          signal: AbortSignal.timeout(CALLBACK_TIMEOUT),
        }),
      CALLBACK_PAUSES,
    );

  return {
    reply: ({ id, channel }, message) =>
      attempt('message', true, () =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.channelMessages(channel),
          body: {
            ...message,
            nonce: id,
            enforce_nonce: true,
            message_reference: { message_id: id, channel_id: channel, fail_if_not_exists: false },
          },
        }),
      ),
    async typing({ channel }) {
      await attempt('typing', false, () =>
        send({ method: RequestMethod.Post, fullRoute: Routes.channelTyping(channel), body: undefined }),
      );
    },
    respond: (to, message, isPrivate) =>
      callback(to, InteractionResponseType.ChannelMessageWithSource, withPrivacy(message, isPrivate)),
    defer: (to, isPrivate) =>
      to.act.kind === 'press'
        ? callback(to, InteractionResponseType.DeferredMessageUpdate)
        : callback(to, InteractionResponseType.DeferredChannelMessageWithSource, {
            flags: isPrivate ? MessageFlags.Ephemeral : 0,
          }),
    fill: ({ application, token }, message) =>
      attempt('answer to a command', true, () =>
        send({
          method: RequestMethod.Patch,
          fullRoute: Routes.webhookMessage(application, token),
          body: message,
          auth: false,
        }),
      ),
    followUp: ({ application, token }, message, isPrivate) =>
      attempt('follow-up', false, () =>
        send({
          method: RequestMethod.Post,
          fullRoute: Routes.webhook(application, token),
          body: withPrivacy(message, isPrivate),
          auth: false,
        }),
      ),
    async complete(to, choices) {
      await callback(to, InteractionResponseType.ApplicationCommandAutocompleteResult, {
        choices: choices.map((choice) => ({ name: choice, value: choice })),
      });
    },
  };
}

/** Discord has taken an earlier try: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json. */
const ALREADY_ACKNOWLEDGED = 40060;

/** What the operator can do about a refusal. */
const HINTS: ReadonlyMap<Fate['code'], string> = new Map([
  [50001, ' (no access: give the bot "View Channel" there)'],
  [
    50013,
    ' (no permission: give the bot "Send Messages", in threads "Send Messages in Threads", and "Read Message History")',
  ],
  [50007, ' (this person takes no direct messages)'],
  [10062, ' (the interaction is too old: three seconds have passed since it was made)'],
]);

function withPrivacy(message: Message, isPrivate: boolean): Message {
  return { ...message, flags: message.flags | (isPrivate ? MessageFlags.Ephemeral : 0) };
}
