import { readable } from '../chat/readable.js';

/** A person who is mentioned, as far as is known. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/**
 * The words of a Discord message, without its markup: the bot's own mention goes, people are named, channels, roles, emoji and
 * timestamps go, links give their label or address, and the marks of emphasis go. Linear in the length of the text.
 *
 * See https://docs.discord.com/developers/reference#message-formatting.
 *
 * @param botUser the bot's user id.
 */
export function questionOf(text: string, botUser: string, mentioned: readonly Mentioned[] = []): string {
  return readable(text)
    .replace(/<@!?(\d{1,20})>/g, (_, id: string) =>
      id === botUser ? ' ' : ` ${mentioned.find((one) => one.id === id)?.name ?? ''} `,
    )
    .replace(/<(?:#|@&|id:|a?:\w{1,32}:|t:-?)[\w:]{1,40}>/g, ' ')
    .replace(/<\/([\w -]{1,100}):\d{1,20}>/g, '/$1')
    .replace(/\[([^[\]]{1,500})\]\(<?https?:[^\s()]{1,2000}\)/g, '$1')
    .replace(/<(https?:[^\s<>]{1,2000})>/g, '$1')
    .replace(/(\*\*|__|~~|\|\||`{1,3})/g, '')
    .replace(/^(?:>>> |> |#{1,3} )/gm, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
