import type { webApi } from '@slack/bolt';
import { WORDS } from '../chat/wording.js';
import type { Log } from '../log.js';
import type { Message } from './blocks.js';
import { boundedFetch } from './bounded-fetch.js';
import { escapeText } from './escape.js';
import { ERROR_CODE, type Fate, fateOf, isAboutBlocks, ResponseError } from './fate.js';
import type { Origin } from './incoming.js';
import { plain, richText, section } from './rich-text.js';

/** Sends messages to Slack: each at most once, and never into the void without a word. */
export interface Post {
  /**
   * Where the question was asked, for all to see: in its thread or direct messages. Where Slack refuses that, `instead` is shown
   * to the asker alone.
   */
  reply(origin: Origin, message: Message, instead?: Message): Promise<void>;
  /** For the asker alone, where the question was asked. */
  whisper(origin: Origin, message: Message): Promise<void>;
  /** Into the channel of a pressed button, whether or not the bot is a member of it. */
  share(origin: Origin, message: Message): Promise<void>;
}

/** What posting needs. */
export interface PostParts {
  readonly client: webApi.WebClient;
  readonly log: Log;
  /** Resolves to true after so many milliseconds; to false, and at once, when the bot is stopping. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
  /** Told the code of every call that fails. */
  readonly onError?: (code: string) => void;
  readonly now?: () => number;
}

/**
 * Longest time in which a message is tried again, in milliseconds: an answer that comes later helps nobody. A way that is not
 * the last one left is given up sooner.
 */
const PATIENCE = 45_000;
const SHORT_PATIENCE = 8_000;

/**
 * Creates the post. A call that was surely not carried out is made again while it is worth it, and when it is not, another way
 * to the asker is tried. A call that may have been carried out is never repeated: the asker is told, privately and in
 * other words, that the answer may be missing.
 */
export function createPost({ client, log, wait, onError = () => {}, now = Date.now }: PostParts): Post {
  /** Set by a pause that is cut short: there is one more try after it, and no further pause. */
  let isStopping = false;

  /** Makes a call until it is carried out or must not be made again. `undefined` when it is carried out. */
  async function attempt({ what, call, message }: Way, until: number): Promise<Fate | undefined> {
    let pause = 500;
    let shown = message;
    for (;;) {
      try {
        await call(shown);
        return undefined;
      } catch (error) {
        const fate = fateOf(error);
        onError(fate.code);
        log.warn({ platform: 'slack', call: what, fate: fate.kind, code: fate.code }, `${what} failed: ${fate.code}`);
        if (isAboutBlocks(fate) && shown.blocks.length > 0) {
          shown = { text: shown.text, blocks: [] };
          continue;
        }
        if (fate.kind !== 'later' || isStopping) return fate;
        const pauseNow = fate.wait ?? pause;
        if (now() + pauseNow > until) return fate;
        isStopping = !(await wait(pauseNow));
        pause = Math.min(pause * 2, 8_000);
      }
    }
  }

  const inChannel = (channel: string, thread: string | undefined, message: Message): Way => ({
    what: 'chat.postMessage',
    message,
    call: (shown) =>
      client.chat.postMessage({
        channel,
        ...QUIET,
        ...content(shown),
        ...(thread !== undefined && { thread_ts: thread }),
      } as webApi.ChatPostMessageArguments),
  });

  const forOne = (channel: string, user: string, thread: string | undefined, message: Message): Way => ({
    what: 'chat.postEphemeral',
    message,
    call: (shown) =>
      client.chat.postEphemeral({
        channel,
        user,
        ...content(shown),
        ...(thread !== undefined && { thread_ts: thread }),
      } as webApi.ChatPostEphemeralArguments),
  });

  const response = (
    url: string,
    thread: string | undefined,
    type: 'ephemeral' | 'in_channel',
    message: Message,
  ): Way => ({
    what: 'response_url',
    message,
    call: (shown) =>
      respond(url, {
        response_type: type,
        replace_original: false,
        ...QUIET,
        ...content(shown),
        ...(thread !== undefined && { thread_ts: thread }),
      }),
  });

  /** All ways to the asker alone, the best first. */
  function privately({ channel, user, openThread, responseUrl }: Origin, message: Message): Way[] {
    return [
      ...(responseUrl === undefined ? [] : [response(responseUrl, openThread, 'ephemeral', message)]),
      ...(channel === undefined ? [] : [forOne(channel, user, openThread, message)]),
      inChannel(user, undefined, message),
    ];
  }

  /** Tries one way after another until one is not surely refused; what became of the last. */
  async function byAnyWay(ways: readonly Way[]): Promise<Fate | undefined> {
    const end = now() + PATIENCE;
    let fate: Fate | undefined;
    for (const [index, way] of ways.entries()) {
      const isLast = index === ways.length - 1;
      fate = await attempt(way, isLast ? end : Math.min(end, now() + SHORT_PATIENCE));
      if (fate === undefined || fate.kind === 'unknown') return fate;
    }
    return fate;
  }

  /** Tries the ways; where none has surely worked, says so to the asker by whatever way is left. */
  async function send(origin: Origin, ways: readonly Way[]): Promise<void> {
    const fate = await byAnyWay(ways);
    if (fate === undefined) return;
    const { responseUrl: _, ...rest } = origin;
    await byAnyWay(privately(rest, notice(fate.kind === 'unknown' ? WORDS.perhapsLost : WORDS.notPosted)));
  }

  return {
    reply: (origin, message, instead) =>
      send(origin, [
        inChannel(origin.channel ?? origin.user, origin.thread, message),
        ...(instead === undefined ? [] : privately(origin, instead)),
      ]),
    whisper: (origin, message) => send(origin, privately(origin, message)),
    share: (origin, message) =>
      send(origin, [
        ...(origin.responseUrl === undefined
          ? []
          : [response(origin.responseUrl, origin.thread, 'in_channel', message)]),
        ...(origin.channel === undefined ? [] : [inChannel(origin.channel, origin.thread, message)]),
      ]),
  };
}

/** One way to send a message. */
interface Way {
  /** What is called, for the log. */
  readonly what: string;
  readonly message: Message;
  call(message: Message): Promise<unknown>;
}

function notice(text: string): Message {
  return { text: escapeText(text), blocks: richText([section(plain(text))]) };
}

/** No previews of links, and no reading of names or addresses into the text. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

function content({ text, blocks }: Message) {
  return { text, mrkdwn: false, parse: 'none' as const, link_names: false, ...(blocks.length > 0 && { blocks }) };
}

/**
 * Posts to a response URL (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). One that has
 * expired or is used up is refused by a status, or by an error in the body of a success.
 */
async function respond(url: string, body: object): Promise<void> {
  const answer = await boundedFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
  const code = errorIn(await answer.text());
  if (answer.ok && code === undefined) return;
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
  throw new ResponseError(answer.status, code, Number.isFinite(retryAfter) ? retryAfter : undefined);
}

/** The error's code in an answer: `{"ok": false, "error": "used_url"}`, or the code alone. */
function errorIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== false) return undefined;
    return 'error' in answer && typeof answer.error === 'string' ? answer.error : 'unknown_error';
  } catch {
    return text !== 'ok' && ERROR_CODE.test(text) ? text : undefined;
  }
}
