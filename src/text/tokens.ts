/** One word of a text, where it stands. */
export interface Token {
  /** The word as written. */
  readonly text: string;
  /** Offset of its first UTF-16 code unit. */
  readonly from: number;
  /** Offset after its last code unit. */
  readonly to: number;
}

/**
 * Cuts a text into words: runs of letters, marks and digits in any script.
 *
 * Marks that join stay inside a word: an apostrophe between letters ("don't"), a full stop between digits ("v1.12") or single
 * letters ("U.S."), a comma between digits ("1,720"). A hyphen or slash separates, and so does the stop in "docker.com". `+` and `#` belong to a word they end ("C++", "C#").
 * Zero-width characters and soft hyphens are part of the word they stand in; {@link normalize} drops them.
 * Linear in the length of the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}

/**
 * Brings a word to the form in which words are compared: compatibility forms unified (NFKC), lower case, diacritics and
 * invisible characters dropped, apostrophes straight, digit grouping removed ("1,720" is "1720").
 */
export function normalize(word: string): string {
  if (PLAIN.test(word)) return word;
  let plain = word;
  if (!ASCII.test(word)) {
    plain = word
      .normalize('NFKD')
      .replace(INVISIBLE, '')
      .replace(MARKS, '')
      .normalize('NFKC')
      .replace(/[‘’ʼ＇]/g, "'");
  }
  plain = plain.toLowerCase();
  return DIGITS.test(plain) ? plain.replace(/,/g, '') : plain;
}

/** Whether a word holds a letter of a script that is written without spaces between words. */
export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]|['’](?=[\p{L}\p{N}])|(?<=\p{N})\.(?=\p{N})|(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\.\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\p{N}),(?=\p{N}{3}))*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const PLAIN = /^[a-z]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
const ASCII = /^[\x00-\x7F]*$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const MARKS = /\p{Mn}/gu;
const DIGITS = /^\p{N}[\p{N},.]*$/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
