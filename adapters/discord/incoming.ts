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
  /** The channel that a thread belongs to, where it is known. */
  readonly parent?: string;
  /** Absent in direct messages. */
  readonly guild?: string;
  /** All names of this delivery, for once-only. */
  readonly deliveries: readonly string[];
}

/** A message that may be for the bot. */
export interface Message extends Origin {
  readonly id: string;
  readonly question: string;
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
  /** Whether it comes from the asker's direct messages with the bot, where there is nobody else. */
  readonly isDirect: boolean;
  readonly act:
    | { readonly kind: 'command'; readonly question: string }
    | { readonly kind: 'look-up'; readonly question: string }
    | { readonly kind: 'complete'; readonly prefix: string }
    | { readonly kind: 'press'; readonly id: string; readonly buttons: readonly string[] };
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
    question: questionOf(content, botUser, mentioned),
    isMention,
    isSilentReply: isReply && !isMention && guild !== '',
    repliedButtons: isReply ? buttonsOf(replied) : [],
  };
}

const PERSONS_TYPES: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** Reads an interaction; `undefined` for those that are not ours. */
export function readInteraction(data: unknown, botUser: string): Interaction | undefined {
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
    application: string(interaction.application_id) || botUser,
    user,
    name: string(object(interaction.member).nick) || string(person.global_name) || string(person.username) || 'someone',
    channel: string(interaction.channel_id) || string(place.id),
    ...(guild !== '' && { guild }),
    ...(parent !== '' && THREADS.has(place.type as ChannelType) && { parent }),
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
      return { kind: 'press', id: string(data.custom_id), buttons: buttonsOf(object(interaction.message)) };
    default:
      return undefined;
  }
}

function optionOf(data: Json): unknown {
  const options = array(data.options).map(object);
  return (options.find(({ name }) => name === QUESTION) ?? options[0])?.value;
}

/** What a message says: its text, else that of its first embed. */
function wordsOf(message: Json): string {
  const embed = object(array(message.embeds)[0]);
  return string(message.content) || string(embed.description) || string(embed.title);
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
