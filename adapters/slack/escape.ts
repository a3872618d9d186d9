import { readable } from '../chat/readable.js';

/**
 * Escapes a text for the fields that Slack reads as its markup: `&`, `<` and `>` become entities, and nothing else does
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping).
 */
export function escapeText(text: string): string {
  return readable(text).replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
