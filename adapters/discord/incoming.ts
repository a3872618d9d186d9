import {
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { QUESTION } from './commands.js';
import { questionOf } from './question.js';

/**
 * What Discord delivers, read defensively: fields can be missing or null where its types say otherwise. Read as it comes from the
 * gateway and not through discord.js's structures: those need channels to be known, so the intent for servers and its caches.
 * Shapes: https://docs.discord.com/developers/resources/message and .../interactions/receiving-and-responding.
 */

/** Where a question came from. */
export interface Origin {
  readonly user: string;
  /** What the asker is called. */
  readonly name: string;
  readonly channel: string;
  /** The channel that a thread belongs to, empty for what is known to be no thread; absent where Discord does not tell. */
  readonly parent?: string;
  /** The server; absent where there is none. */
  readonly guild?: string;
  /** All names of this delivery, for once-only. */
  readonly deliveries: readonly string[];
}

/** A message that may be for the bot. */
export interface Message extends Origin {
  readonly id: string;
  readonly question: string;
  /** Whether it is a direct message: then there is nobody else it could be for. */
  readonly isDirect: boolean;
  /** Whether it names the bot. Discord then tells what it says. */
  readonly isMention: boolean;
  /** Whether it is a reply to the bot that does not name it: then Discord keeps from us what it says. */
  readonly isSilentReply: boolean;
  /** Custom ids of the buttons of the bot's message that is replied to. */
  readonly repliedButtons: readonly string[];
}

/** An interaction: a command, a button, or a text that is being typed. */
export interface Interaction extends Origin {
  readonly id: string;
  readonly application: string;
  /** Secret for 15 minutes: whoever has it can reply. */
  readonly token: string;
  /** When it reached us, by the clock that it is answered by. */
  readonly receivedAt: number;
  /** Whether it comes from the asker's direct messages with the bot, where there is nobody else. */
  readonly isDirect: boolean;
  readonly act:
    | { readonly kind: 'command'; readonly question: string }
    | { readonly kind: 'look-up'; readonly question: string }
    | { readonly kind: 'complete'; readonly prefix: string }
    | {
        readonly kind: 'press';
        readonly id: string;
        /** The message that the button stands on. */
        readonly message: string;
        /** Custom ids of all its buttons. */
        readonly buttons: readonly string[];
      };
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a new message; `undefined` for what no person wrote: the bot's own messages, those of other bots and webhooks, joins and
 * other system messages.
 */
export function readMessage(data: unknown, botUser: string): Message | undefined {
  const message = object(data);
  const author = object(message.author);
  const user = string(author.id);
  const id = string(message.id);
  const channel = string(message.channel_id);
  if (user === '' || id === '' || channel === '' || user === botUser) return undefined;
  if (author.bot === true || author.system === true || isPresent(message.webhook_id)) return undefined;
  if (isPresent(message.type) && !PERSONS_TYPES.has(message.type as MessageType)) return undefined;

  const guild = string(message.guild_id);
  const content = string(message.content);
  const mentioned = array(message.mentions).map((one) => {
    const { id, global_name, username } = object(one);
    return { id: string(id), name: string(global_name) || string(username) };
  });
  const replied = object(message.referenced_message);
  const isReply = string(object(replied.author).id) === botUser;
  const isDirect = guild === '' && !isPresent(message.member) && isDirectType(message.channel_type);
  const isMention =
    mentioned.some(({ id }) => id === botUser) ||
    content.includes(`<@${botUser}>`) ||
    content.includes(`<@!${botUser}>`);
  return {
    id,
    user,
    name: string(author.global_name) || string(author.username),
    channel,
    ...(guild !== '' && { guild }),
    deliveries: [`discord:message:${id}`],
    // A mention alone, in reply to what somebody else has written, means that.
    question:
      questionOf(wordsOf(message), botUser, mentioned) ||
      (isMention && !isReply ? questionOf(wordsOf(replied), botUser) : ''),
    isDirect,
    isMention,
    isSilentReply: isReply && !isMention && !isDirect,
    repliedButtons: isReply ? buttonsOf(replied) : [],
  };
}

const PERSONS_TYPES: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** Discord does not always say what kind of channel a message stands in. */
function isDirectType(type: unknown): boolean {
  return !isPresent(type) || type === ChannelType.DM || type === ChannelType.GroupDM;
}

/** Reads an interaction that came at `receivedAt`; `undefined` for those that are not ours. */
export function readInteraction(data: unknown, botUser: string, receivedAt: number): Interaction | undefined {
  const interaction = object(data);
  const id = string(interaction.id);
  const token = string(interaction.token);
  const person = object(object(interaction.member).user ?? interaction.user);
  const user = string(person.id);
  const act = actOf(interaction, botUser);
  if (id === '' || token === '' || user === '' || act === undefined) return undefined;
  const place = object(interaction.channel);
  const guild = string(interaction.guild_id);
  const parent = string(place.parent_id);
  return {
    id,
    token,
    receivedAt,
    application: string(interaction.application_id) || botUser,
    user,
    name: string(object(interaction.member).nick) || string(person.global_name) || string(person.username) || 'someone',
    channel: string(interaction.channel_id) || string(place.id),
    ...(guild !== '' && { guild }),
    ...(isPresent(place.type) && { parent: THREADS.has(place.type as ChannelType) ? parent : '' }),
    isDirect: interaction.context === InteractionContextType.BotDM,
    deliveries: [`discord:interaction:${id}`],
    act,
  };
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

function actOf(interaction: Json, botUser: string): Interaction['act'] | undefined {
  const data = object(interaction.data);
  switch (interaction.type) {
    case InteractionType.ApplicationCommand: {
      if (data.type !== ApplicationCommandType.Message) {
        return { kind: 'command', question: questionOf(string(optionOf(data)), botUser) };
      }
      const message = object(object(object(data.resolved).messages)[string(data.target_id)]);
      return { kind: 'look-up', question: questionOf(wordsOf(message), botUser) };
    }
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: 'complete', prefix: string(optionOf(data)) };
    case InteractionType.MessageComponent:
      return {
        kind: 'press',
        id: string(data.custom_id),
        message: string(object(interaction.message).id),
        buttons: buttonsOf(object(interaction.message)),
      };
    default:
      return undefined;
  }
}

function optionOf(data: Json): unknown {
  const options = array(data.options).map(object);
  return (options.find(({ name }) => name === QUESTION) ?? options[0])?.value;
}

/** What a message says: its text, else that of what it forwards, of its first embed, or of its components. */
function wordsOf(message: Json): string {
  const forwarded = object(object(array(message.message_snapshots)[0]).message);
  return [message, forwarded].map(ownWordsOf).find((words) => words !== '') ?? '';
}

function ownWordsOf(message: Json): string {
  const embed = object(array(message.embeds)[0]);
  return string(message.content) || string(embed.description) || string(embed.title) || textsOf(message).join('\n');
}

/** The texts of a message that is made of components, however they are nested. */
function textsOf(message: Json, depth = 0): readonly string[] {
  if (depth > 4) return [];
  return array(message.components).flatMap((component) => {
    const one = object(component);
    const text = string(one.content);
    return [...(text === '' ? [] : [text]), ...textsOf(one, depth + 1)];
  });
}

/** The custom ids of a message's buttons, however they are nested. */
function buttonsOf(message: Json, depth = 0): readonly string[] {
  if (depth > 4) return [];
  return array(message.components).flatMap((component) => {
    const one = object(component);
    const id = string(one.custom_id);
    return [...(id === '' ? [] : [id]), ...buttonsOf(one, depth + 1)];
  });
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
