/** Longest line of input, in bytes: room for any question and its conversation, and too little to fill the memory. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** A line of input, or the news that one was too long and has been left out. */
export type InputLine = { readonly text: string } | { readonly tooLong: number };

/**
 * Cuts a stream of bytes into lines at line feeds, holding no more than `limit` bytes at a time. A line above that is left
 * out up to its end and reported in its place. The last line needs no line feed; a byte order mark at the start is dropped.
 *
 * Node's readline is no help here: it keeps a line without an end in memory however long it grows.
 */
export async function* inputLines(input: AsyncIterable<Uint8Array | string>, limit: number): AsyncGenerator<InputLine> {
  let pieces: Uint8Array[] = [];
  let length = 0;

  const take = (): InputLine => {
    const line: InputLine =
      length > limit ? { tooLong: limit } : { text: Buffer.concat(pieces, length).toString('utf8') };
    pieces = [];
    length = 0;
    return line;
  };
  const add = (piece: Uint8Array) => {
    length += piece.length;
    if (length > limit) pieces = [];
    else pieces.push(piece);
  };

  let first = true;
  const withoutMark = (line: InputLine): InputLine => {
    if (!first || !('text' in line)) return line;
    first = false;
    return { text: line.text.replace(/^\uFEFF/, '') };
  };

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      add(bytes.subarray(from, end));
      from = end + 1;
      yield withoutMark(take());
    }
    if (from < bytes.length) add(bytes.subarray(from));
  }
  if (length > 0) yield withoutMark(take());
}
