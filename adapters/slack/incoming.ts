import { mentions, questionOf } from './question.js';

/**
 * What Slack delivers, read defensively: fields can be missing or null where its types say otherwise. Shapes:
 * https://docs.slack.dev/reference/events/app_mention, .../message.im, .../interaction-payloads/block_actions-payload,
 * .../shortcuts-interaction-payload, and https://docs.slack.dev/interactivity/implementing-slash-commands.
 */

/** Where a question came from, and all that is needed to reply to it. */
export interface Origin {
  readonly team: string;
  readonly user: string;
  /** Absent in the App Home. */
  readonly channel?: string;
  /** The thread that a reply belongs into. */
  readonly thread?: string;
  /** The same where that thread has already begun: Slack shows nothing private in one that has not (chat.postEphemeral). */
  readonly openThread?: string;
  /** Whether the channel is the asker's direct messages with the bot. */
  readonly isDirect: boolean;
  /** Where an interaction is replied to, five times within 30 minutes. */
  readonly responseUrl?: string;
  /** All names of this delivery, for once-only. */
  readonly deliveries: readonly string[];
}

/** A message or command that asks something. */
export interface Asking extends Origin {
  readonly question: string;
}

/** A message that may ask something. */
export interface Message extends Asking {
  /** Time stamp of the message, its id within the channel. */
  readonly ts: string;
  /** Whether it stands in a thread that began before it. */
  readonly isReply: boolean;
  /** Whether it mentions the bot. */
  readonly isMention: boolean;
  /** Whether it begins with somebody else's name: then it is not for the bot. */
  readonly isForOther: boolean;
}

/** A button that was pressed. */
export interface Press extends Origin {
  readonly value: unknown;
  /** What the presser is called. */
  readonly name: string;
  /** Whether it stands beneath a message that only the presser sees. */
  readonly isPrivate: boolean;
  /** Tells the message or view that it belongs to apart from every other; empty where Slack does not say. */
  readonly place: string;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an `app_mention` or `message` event; `undefined` for what is not a person's new message: the bot's own and other
 * bots', edits, deletions, joins and other system messages, workflows.
 */
export function readMessage(body: unknown, botUser: string): Message | undefined {
  const outer = object(body);
  const event = object(outer.event);
  const user = string(event.user);
  const channel = string(event.channel);
  const ts = string(event.ts);
  if (user === '' || channel === '' || ts === '' || user === botUser || user === 'USLACKBOT') return undefined;
  if (isPresent(event.bot_id) || isPresent(event.bot_profile) || isPresent(event.edited) || event.hidden === true) {
    return undefined;
  }
  if (isPresent(event.subtype) && !PERSONS_SUBTYPES.has(string(event.subtype))) return undefined;

  const team = string(outer.team_id) || string(event.team);
  const isDirect = event.channel_type === 'im' || (!isPresent(event.channel_type) && channel.startsWith('D'));
  const threadTs = string(event.thread_ts);
  const isReply = threadTs !== '' && threadTs !== ts;
  const isMention = event.type === 'app_mention' || mentions(string(event.text), botUser);
  const question = questionOf(string(event.text), botUser);
  const thread = isDirect ? threadTs : threadTs || ts;
  const first = /^\s*<@([^|>]+)/.exec(string(event.text))?.[1];
  return {
    team,
    user,
    channel,
    isDirect,
    ...(thread !== '' && { thread }),
    ...(isReply && { openThread: threadTs }),
    deliveries: named(team, { event: string(outer.event_id), message: `${channel}:${ts}` }),
    question,
    ts,
    isReply,
    isMention,
    isForOther: first !== undefined && first !== botUser,
  };
}

/** A person's own words: with a file, sent to a thread and its channel at once, or said by "/me". */
const PERSONS_SUBTYPES = new Set(['file_share', 'thread_broadcast', 'me_message']);

/** Reads a slash command. */
export function readCommand(body: unknown, botUser: string): Asking | undefined {
  const command = object(body);
  const team = string(command.team_id);
  const user = string(command.user_id);
  const channel = string(command.channel_id);
  if (user === '') return undefined;
  return {
    team,
    user,
    ...(channel !== '' && { channel }),
    isDirect: channel.startsWith('D'),
    ...responseUrl(command),
    deliveries: named(team, { trigger: string(command.trigger_id) }),
    question: questionOf(string(command.text), botUser),
  };
}

/** Reads the message shortcut: the question is what the message says. */
export function readShortcut(body: unknown, botUser: string): Asking | undefined {
  const shortcut = object(body);
  const message = object(shortcut.message);
  const origin = readInteraction(shortcut, string(message.thread_ts));
  if (origin === undefined) return undefined;
  return { ...origin, question: questionOf(wordsOf(message), botUser) };
}

/** Reads a pressed button, of a message or of the App Home. */
export function readPress(body: unknown): Press | undefined {
  const interaction = object(body);
  const [action] = Array.isArray(interaction.actions) ? interaction.actions : [];
  const container = object(interaction.container);
  const message = object(interaction.message);
  const origin = readInteraction(interaction, string(container.thread_ts) || string(message.thread_ts));
  if (origin === undefined || action === undefined) return undefined;
  const { value, action_ts, action_id } = object(action);
  const user = object(interaction.user);
  const place = string(container.message_ts) || string(container.view_id);
  const press = `${origin.user}:${place}:${string(action_id)}:${string(action_ts)}`;
  return {
    ...origin,
    deliveries: [...origin.deliveries, ...(isPresent(action_ts) ? named(origin.team, { press }) : [])],
    value,
    place,
    isPrivate: container.is_ephemeral === true,
    name: string(user.name) || string(user.username) || 'a member of this channel',
  };
}

function readInteraction(body: Json, thread: string): Origin | undefined {
  const user = string(object(body.user).id);
  const team = string(object(body.team).id) || string(object(body.user).team_id);
  const channel = string(object(body.channel).id) || string(object(body.container).channel_id);
  if (user === '') return undefined;
  return {
    team,
    user,
    isDirect: channel.startsWith('D'),
    ...(channel !== '' && { channel }),
    ...(thread !== '' && { thread, openThread: thread }),
    ...responseUrl(body),
    deliveries: named(team, { trigger: string(body.trigger_id) }),
  };
}

/** What a message says. Apps, and people who forward a message, may say it in blocks or attachments alone. */
function wordsOf({ text, blocks, attachments }: Json): string {
  const own = string(text);
  if (own.trim() !== '') return own;
  const inBlocks = list(blocks).map((block) => textOf(block, 0));
  const attached = list(attachments).map((one) => string(object(one).text) || string(object(one).fallback));
  return [...inBlocks, ...attached].filter((words) => words.trim() !== '').join('\n');
}

/** The words of a block: of its text, and of what stands in it. */
function textOf(value: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  const { text, elements, fields } = object(value);
  const own = typeof text === 'string' ? text : string(object(text).text);
  const inner = [...list(fields), ...list(elements)]
    .map((one) => textOf(one, depth + 1))
    .filter((words) => words !== '');
  return [own, inner.join(depth === 0 ? '\n' : '')].filter((words) => words !== '').join('\n');
}

/** A list in a quote in rich text is as deep as blocks go. */
const DEEPEST = 5;

/** Unlike the types say, an address may be anything; only http and https are ever called. */
function responseUrl(body: Json): { readonly responseUrl?: string } {
  const url = string(body.response_url);
  return /^https?:\/\//.test(url) && URL.canParse(url) ? { responseUrl: url } : {};
}

function named(team: string, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names)
    .filter(([, name]) => name !== '')
    .map(([kind, name]) => `slack:${team}:${kind}:${name}`);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
