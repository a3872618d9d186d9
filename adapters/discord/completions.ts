import { readable } from '../chat/readable.js';
import { LIMITS } from './limits.js';

/** What completions are made of. */
export interface CompletionSources {
  suggest(prefix: string, limit: number): Promise<readonly string[]>;
  /** Questions that the notes can answer. */
  examples(): Promise<readonly string[]>;
}

/**
 * What a beginning can be completed to, at most 25 texts of at most 100 characters: before anything is typed, examples and the
 * words that are orders; then what the notes suggest. A text that is longer is left out, since cut it would ask something else.
 */
export async function completions(
  { suggest, examples }: CompletionSources,
  prefix: string,
): Promise<readonly string[]> {
  const typed = prefix.trim();
  const suggested = await suggest(typed, LIMITS.choices);
  const orders = ['help', 'sources', 'about'].filter((word) => word.startsWith(typed.toLowerCase()));
  const all = typed === '' ? [...(await examples()), ...orders, ...suggested] : [...orders, ...suggested];
  const fitting = all
    .map((text) => readable(text).trim())
    .filter((text) => text !== '' && text.length <= LIMITS.choiceValue);
  return [...new Set(fitting)].slice(0, LIMITS.choices);
}
