import { isUtf8 } from 'node:buffer';

/** A file's text, or where and why its bytes are none. */
export type Decoded = { readonly text: string } | { readonly line: number; readonly fault: string };

/**
 * Turns a file's bytes into text: UTF-8, or UTF-16 that says so by a byte order mark. Byte order marks are dropped.
 *
 * Bytes in another encoding are not guessed at: a wrong guess would put words into an author's mouth.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return { line: 1, fault: 'the text is UTF-32, expected UTF-8' };
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be');
  if (!isUtf8(bytes)) {
    return { line: firstBrokenLine(bytes), fault: 'the text is not UTF-8 (it may be Latin-1, or cut short)' };
  }
  return { text: withoutMarks(new TextDecoder().decode(bytes)) };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: withoutMarks(new TextDecoder(encoding, { fatal: true }).decode(bytes)) };
  } catch {
    return { line: 1, fault: 'the text begins as UTF-16 but is broken, expected UTF-8' };
  }
}

/** Some editors save a second mark before the first. */
function withoutMarks(text: string): string {
  return text.replace(/^\uFEFF+/, '');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be tried by itself. */
function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return 1;
}
