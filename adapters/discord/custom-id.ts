import { type Asked, type ButtonAct, buttonValue, type ReadButton, readButton } from '../chat/buttons.js';
import { divide } from '../chat/cut.js';
import { LIMITS } from './limits.js';

/**
 * The `custom_id` of each button beneath an answer, in order. All of them are about the same question.
 *
 * A custom id has little room. A question that does not fit is spread over the buttons: each holds a piece, and a pressed
 * button comes back with its message, so with all pieces. What does not even fit so is kept in memory under a key.
 */
export function customIds(acts: readonly ButtonAct[], asked: Asked): readonly string[] {
  const values = acts.map((act) => buttonValue({ act, asked }, LIMITS.customId));
  const whole = buttonValue({ act: 'ask', asked }, Number.POSITIVE_INFINITY);
  if (whole.length <= LIMITS.customId) return values;
  const pieces = divide(whole.slice(1), LIMITS.customId - HEAD - END.length);
  if (pieces.length > acts.length) return values;
  return values.map((value, index) => `${value[0]}${SPREAD}${index}${pieces[index] ?? ''}${END}`);
}

/**
 * What a pressed button says.
 *
 * @param ids the custom ids of all buttons of its message.
 */
export function readCustomId(id: unknown, ids: readonly string[]): ReadButton | undefined {
  if (typeof id !== 'string' || id[1] !== SPREAD) return readButton(id);
  const pieces = [...new Set([...ids, id])]
    .filter((other) => other[1] === SPREAD && other.endsWith(END))
    .map((other) => ({ index: Number(other[2]), text: other.slice(HEAD, -END.length) }))
    .sort((a, b) => a.index - b.index);
  if (pieces.some(({ index }, at) => index !== at)) return undefined;
  return readButton(`${id[0]}${pieces.map(({ text }) => text).join('')}`);
}

/** Never begins a fingerprint, and is not the mark of a key. */
const SPREAD = '~';
/** The act's letter, the mark, the piece's number. */
const HEAD = 3;
/** So that a piece does not end with a space, which could be trimmed on the way. */
const END = '.';
