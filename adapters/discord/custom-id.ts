import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { decode, encode } from 'base32768';
import { type Asked, type ButtonAct, buttonValue, type ReadButton, readButton } from '../chat/buttons.js';
import { divide } from '../chat/cut.js';
import { LIMITS } from './limits.js';

/**
 * The `custom_id` of each button beneath an answer, in order. All of them are about the same question.
 *
 * A custom id has little room. A question that does not fit is spread over the buttons: each holds a piece, and a pressed
 * button comes back with its message, so with all pieces. Where the pieces are too many it is packed before: 97 characters of a
 * custom id hold 180 bytes, so that there is room for about 1,700 characters of English in four buttons, 1,200 in three. What
 * does not even fit so is kept in memory under a key.
 */
export function customIds(acts: readonly ButtonAct[], asked: Asked): readonly string[] {
  const values = acts.map((act) => buttonValue({ act, asked }, LIMITS.customId));
  const whole = wholeValue(asked);
  if (fits(whole)) return values;
  return spread(acts.length, whole)?.map((piece, index) => `${values[index]?.[0]}${piece}`) ?? values;
}

/**
 * The `custom_id` of a button that asks something new, complete in itself; `undefined` where that is impossible: no other button
 * could help, and a button that works only until a restart is none.
 */
export function askId(question: string): string | undefined {
  const whole = wholeValue({ question, history: [] });
  if (fits(whole)) return whole;
  const [packed, ...more] = packedPieces(whole);
  return more.length > 0 ? undefined : `${whole[0]}${PACKED}0${packed}`;
}

/**
 * What a pressed button says.
 *
 * @param ids the custom ids of all buttons of its message.
 */
export function readCustomId(id: unknown, ids: readonly string[]): ReadButton | undefined {
  if (typeof id !== 'string') return undefined;
  // A packed question that asks something new stands alone among buttons about another.
  if (id[0] === ASK && id[1] === PACKED) return readButton(unpacked(id[0], id.slice(HEAD)));
  if (id[1] !== SPREAD && id[1] !== PACKED) return readButton(id);
  const pieces = [...new Set([...ids, id])]
    .filter((other) => other[1] === id[1] && other[0] !== ASK)
    .map((other) => ({ index: Number(other[2]), text: other.slice(HEAD) }))
    .sort((a, b) => a.index - b.index);
  if (pieces.some(({ index }, at) => index !== at)) return undefined;
  const texts = pieces.map(({ text }) => text);
  if (id[1] === PACKED) return readButton(unpacked(id[0] ?? '', texts.join('')));
  return texts.every((text) => text.endsWith(END))
    ? readButton(`${id[0]}${texts.map((text) => text.slice(0, -END.length)).join('')}`)
    : undefined;
}

const ASK = 'a';
/** Neither begins a fingerprint, and neither is the mark of a key. */
const SPREAD = '~';
const PACKED = '^';
/** The act's letter, the mark, the piece's number. */
const HEAD = 3;
/** So that a piece does not end with a space, which could be trimmed on the way. */
const END = '.';
/** More than any question with its history comes to, in bytes: what is unpacked is held to it. */
const LARGEST = 100_000;

/** Whether a custom id can be a value as it is. One that ends with a space could be trimmed on the way. */
function fits(whole: string): boolean {
  return whole.length <= LIMITS.customId && whole === whole.trim();
}

function wholeValue(asked: Asked): string {
  return buttonValue({ act: 'ask', asked }, Number.POSITIVE_INFINITY);
}

/** The rest of each of `count` custom ids behind its letter, which together hold a value; `undefined` where there is no room. */
function spread(count: number, whole: string): readonly string[] | undefined {
  const plain = divide(whole.slice(1), LIMITS.customId - HEAD - END.length);
  if (plain.length <= count) return numbered(count, plain, SPREAD, END);
  const packed = packedPieces(whole);
  return packed.length <= count ? numbered(count, packed, PACKED, '') : undefined;
}

function numbered(count: number, pieces: readonly string[], mark: string, end: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${mark}${index}${pieces[index] ?? ''}${end}`);
}

function packedPieces(whole: string): readonly string[] {
  return divide(encode(brotliCompressSync(Buffer.from(whole.slice(1)))), LIMITS.customId - HEAD);
}

function unpacked(letter: string, packed: string): string {
  try {
    return `${letter}${brotliDecompressSync(decode(packed), { maxOutputLength: LARGEST }).toString()}`;
  } catch {
    return '';
  }
}
