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
  scan(text, (from, to) => {
    tokens.push({ text: text.slice(from, to), from, to });
  });
  return tokens;
}

/**
 * Calls back with the place of each word that {@link tokenize} finds, in order, without cutting it out.
 *
 * Nearly all words of nearly all texts are plain: letters and digits of ASCII between marks that cannot join. They are told by
 * their character codes; the pattern, at ten times the cost, is only asked about the others.
 */
export function scan(text: string, visit: (from: number, to: number) => void): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code < 128 ? IS_WORD[code] === 0 : SEPARATORS.has(code)) {
      at++;
      continue;
    }
    let to = at;
    while (to < length && isPlainCode(text.charCodeAt(to))) to++;
    if (to === at || mayGoOn(text, to)) {
      WORD.lastIndex = at;
      if (!WORD.test(text)) {
        at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        continue;
      }
      to = WORD.lastIndex;
    }
    visit(at, to);
    at = to;
  }
}

/** Whether the character behind plain letters and digits may belong to the same word. */
function mayGoOn(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code >= 128) return !SEPARATORS.has(code);
  if (code === HASH) return true;
  if (!JOINTS.has(code)) return false;
  // A joint at the end of a word is none, save for "++".
  const next = text.charCodeAt(at + 1);
  return code === PLUS ? next === PLUS : next >= 128 || IS_WORD[next] === 1;
}

function isPlainCode(code: number): boolean {
  return code < 128 && IS_WORD[code] === 1;
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
  return !ASCII.test(word) && UNSPACED.test(word);
}

/**
 * Cuts a word that is unspaced, wholly or in part, where the way of writing changes: "新しいDocker" is "新しい" and "Docker".
 * Calls back with the place of each stretch.
 */
export function forEachStretch(word: string, visit: (from: number, to: number, unspaced: boolean) => void): void {
  for (const { 0: stretch, index } of word.matchAll(STRETCHES)) {
    visit(index, index + stretch.length, isUnspaced(stretch));
  }
}

const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]|['’](?=[\p{L}\p{N}])|(?<=\p{N})\.(?=\p{N})|(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\.\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))|(?<=\p{N}),(?=\p{N}{3}))*(?:\+\+|#(?![\p{L}\p{N}]))?/uy;

/** Letters and digits of ASCII. */
const IS_WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (/[a-z0-9]/i.test(String.fromCharCode(code))) IS_WORD[code] = 1;

/** Typographic marks that always separate words: dashes, double quotation marks, ellipsis, no-break space, bullet. */
const SEPARATORS: ReadonlySet<number> = new Set([0x2013, 0x2014, 0x201c, 0x201d, 0x2026, 0x00a0, 0x2022]);
const PLUS = 0x2b;
const HASH = 0x23;
/** Marks of ASCII that may join what stands before them with what follows, as in "don't" and "1.12". */
const JOINTS: ReadonlySet<number> = new Set([0x27, 0x2e, 0x2c, PLUS]);

const PLAIN = /^[a-z]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII.
const ASCII = /^[\x00-\x7F]*$/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const MARKS = /\p{Mn}/gu;
const DIGITS = /^\p{N}[\p{N},.]*$/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** By script extensions, because the mark for a long vowel belongs to both kana; marks and invisible characters stay with what they follow. */
const STRETCHES =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}][\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*|[^\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;
