/**
 * Cuts a text to at most `limit` UTF-16 code units, the ellipsis that says so included. Between words where there is a gap
 * in the last quarter, else between characters: never within a surrogate pair, nor between a letter and what is set on it.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - ELLIPSIS.length;
  if (room <= 0) return ELLIPSIS.slice(0, Math.max(0, limit));
  const end = boundary(text, room);
  const gap = text.slice(0, end + 1).search(/\s\S*$/);
  return `${text.slice(0, gap > end * 0.75 ? gap : end).trimEnd()}${ELLIPSIS}`;
}

/**
 * Divides a text into pieces of at most `limit` UTF-16 code units that make the text again when they are joined. Divides
 * after a line or a word where it can, else between characters. `limit` is at least 2.
 */
export function divide(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const end = boundary(rest, limit);
    const head = rest.slice(0, end);
    const gap = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' ')) + 1;
    const at = gap > end * 0.5 ? gap : end;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

const ELLIPSIS = '…';

/** The last place at or before `at` where a character ends; where a single one goes on beyond, where a code point ends. */
export function boundary(text: string, at: number): number {
  for (let end = Math.min(at, text.length); end > 0; end--) {
    if (isBoundary(text, end)) return end;
  }
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}

function isBoundary(text: string, at: number): boolean {
  const next = text.slice(at, at + 2);
  if (/^[\uDC00-\uDFFF]/.test(next)) return false;
  return !/^(?:\p{M}|\u200D|\p{Emoji_Modifier})/u.test(next) && text[at - 1] !== '\u200D';
}
