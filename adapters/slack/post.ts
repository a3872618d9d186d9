import type { webApi } from '@slack/bolt';
import { WORDS } from '../chat/wording.js';
import type { Log } from '../log.js';
import type { Message } from './blocks.js';
import { boundedFetch } from './bounded-fetch.js';
import { escapeText } from './escape.js';
import { type Fate, fateOf, isAboutBlocks, ResponseStatusError } from './fate.js';
import type { Origin } from './incoming.js';
import { plain, richText, section } from './rich-text.js';

/** Sends messages to Slack: each at most once, and never into the void without a word. */
export interface Post {
  /** Where the question was asked, for all to see: in its thread or direct messages. */
  reply(origin: Origin, message: Message): Promise<void>;
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

/** Longest time in which a message is tried again, in milliseconds: an answer that comes later helps nobody. */
const PATIENCE = 45_000;

/**
 * Creates the post. A call that was surely not carried out is made again while it is worth it, and when it is not, another way
 * to the asker is tried. A call that may have been carried out is never repeated: the asker is told, privately and in
 * other words, that the answer may be missing.
 */
export function createPost({ client, log, wait, onError = () => {}, now = Date.now }: PostParts): Post {
  /** Makes a call until it is carried out or must not be made again. `undefined` when it is carried out. */
  async function attempt(
    what: string,
    call: (message: Message) => Promise<unknown>,
    message: Message,
  ): Promise<Fate | undefined> {
    const until = now() + PATIENCE;
    let pause = 500;
    let shown = message;
    let isLast = false;
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
        if (fate.kind !== 'later' || isLast) return fate;
        const pauseNow = fate.wait ?? pause;
        if (now() + pauseNow > until) return fate;
        isLast = !(await wait(pauseNow));
        pause = Math.min(pause * 2, 8_000);
      }
    }
  }

  const inChannel = (channel: string, thread: string | undefined) => (message: Message) =>
    client.chat.postMessage({
      channel,
      ...QUIET,
      ...content(message),
      ...(thread !== undefined && { thread_ts: thread }),
    } as webApi.ChatPostMessageArguments);

  const forOne = (channel: string, user: string, thread: string | undefined) => (message: Message) =>
    client.chat.postEphemeral({
      channel,
      user,
      ...content(message),
      ...(thread !== undefined && { thread_ts: thread }),
    } as webApi.ChatPostEphemeralArguments);

  const response = (url: string, thread: string | undefined, type: 'ephemeral' | 'in_channel') => (message: Message) =>
    respond(url, {
      response_type: type,
      replace_original: false,
      ...QUIET,
      ...content(message),
      ...(thread !== undefined && { thread_ts: thread }),
    });

  /** Says privately that an answer is missing or may be, by whatever way is left. */
  async function tell({ channel, thread, user }: Origin, fate: Fate): Promise<void> {
    const text = fate.kind === 'unknown' ? WORDS.perhapsLost : WORDS.notPosted;
    const note: Message = { text: escapeText(text), blocks: richText([section(plain(text))]) };
    if (channel !== undefined) {
      const told = await attempt('chat.postEphemeral', forOne(channel, user, thread), note);
      if (told === undefined || told.kind === 'unknown') return;
    }
    await attempt('chat.postMessage', inChannel(user, undefined), note);
  }

  /** Tries one way after another until one is not surely refused. */
  async function byAnyWay(origin: Origin, ways: readonly Way[], message: Message): Promise<void> {
    let fate: Fate | undefined;
    for (const [what, call] of ways) {
      fate = await attempt(what, call, message);
      if (fate === undefined) return;
      if (fate.kind === 'unknown') break;
    }
    if (fate !== undefined) await tell(origin, fate);
  }

  return {
    reply: (origin, message) =>
      byAnyWay(origin, [['chat.postMessage', inChannel(origin.channel ?? origin.user, origin.thread)]], message),
    whisper({ channel, user, thread, responseUrl }, message) {
      const ways: Way[] = [];
      if (responseUrl !== undefined) ways.push(['response_url', response(responseUrl, thread, 'ephemeral')]);
      if (channel !== undefined) ways.push(['chat.postEphemeral', forOne(channel, user, thread)]);
      ways.push(['chat.postMessage', inChannel(user, undefined)]);
      return byAnyWay({ user, thread, channel } as Origin, ways, message);
    },
    share({ channel, thread, responseUrl, ...origin }, message) {
      const ways: Way[] = [];
      if (responseUrl !== undefined) ways.push(['response_url', response(responseUrl, thread, 'in_channel')]);
      if (channel !== undefined) ways.push(['chat.postMessage', inChannel(channel, thread)]);
      return byAnyWay({ ...origin, channel, thread } as Origin, ways, message);
    },
  };
}

type Way = readonly [what: string, call: (message: Message) => Promise<unknown>];

/** No previews of links, and no reading of names or addresses into the text. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

function content({ text, blocks }: Message) {
  return { text, mrkdwn: false, parse: 'none' as const, link_names: false, ...(blocks.length > 0 && { blocks }) };
}

/** Posts to a response URL (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
async function respond(url: string, body: object): Promise<void> {
  const answer = await boundedFetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
  });
  if (answer.ok) return;
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
  throw new ResponseStatusError(answer.status, Number.isFinite(retryAfter) ? retryAfter : undefined);
}
