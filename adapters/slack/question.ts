/**
 * The words of a Slack message, without its markup: the bot's own mention goes, other people and channels are named where Slack
 * names them, links give their label or address, and entities are decoded once. People whom Slack does not name are "@someone":
 * finding out their names would take a scope more, and a word left out could turn the question.
 *
 * See https://docs.slack.dev/messaging/formatting-message-text. Linear in the length of the text.
 *
 * @param botUser the bot's user id, e.g. "U012ABCDE".
 */
export function questionOf(text: string | null | undefined, botUser: string): string {
  if (typeof text !== 'string') return '';
  return text
    .replace(MARKUP, (_, inside: string) => shown(inside, botUser))
    .replace(/&(amp|lt|gt);/g, (entity, name: string) => DECODED[name] ?? entity)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Whether a message mentions the bot. */
export function mentions(text: string | null | undefined, botUser: string): boolean {
  return typeof text === 'string' && (text.includes(`<@${botUser}>`) || text.includes(`<@${botUser}|`));
}

const MARKUP = /<([^<>]{1,4000})>/g;
const DECODED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** What a person sees of a piece of markup, without its angle brackets. */
function shown(inside: string, botUser: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (target === `@${botUser}`) return ' ';
  if (/^(?:@|!subteam\^)/.test(target)) return ` ${label.replace(/^@/, '') || '@someone'} `;
  if (/^[#!]/.test(target)) return ` ${label.replace(/^[@#]/, '')} `;
  return label === '' ? target.replace(/^mailto:/, '') : label;
}
