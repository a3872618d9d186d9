import { tokenize } from '../text/tokens.js';

/** Every distinct word of many texts, numbered from 0 in order of first appearance, as written. */
export interface WordTable {
  /** Calls back with the number of each word of a text, in order: the words that {@link tokenize} finds. */
  scan(text: string, visit: (word: number) => void): void;
  /** The words by number. */
  readonly words: readonly string[];
}

/**
 * A table that knows a word again without cutting it out of its text.
 *
 * Counting the words of all notes is most of what starting up costs. A map of strings would copy and hash 2 million pieces of text
 * for 50,000 passages; here letters are hashed where they stand (FNV-1a, http://isthe.com/chongo/tech/comp/fnv/) and compared with
 * the words already known. Texts with anything but plain letters, digits and marks between words go to {@link tokenize}.
 */
export function createWordTable(): WordTable {
  const words: string[] = [];
  /** Open addressing: number of the word + 1, or 0. At most half full, a power of two long. */
  let slots = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 11);

  function grow(): void {
    slots = new Int32Array(slots.length * 2);
    const larger = new Int32Array(slots.length / 2);
    larger.set(hashes);
    hashes = larger;
    for (let word = 0; word < words.length; word++) {
      let slot = (hashes[word] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = word + 1;
    }
  }

  function numberOf(text: string, from: number, to: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let known = slots[slot] as number; known !== 0; known = slots[slot] as number) {
      if (hashes[known - 1] === hash && isAt(words[known - 1] as string, text, from, to)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const word = words.length;
    words.push(text.slice(from, to));
    hashes[word] = hash;
    slots[slot] = word + 1;
    if (words.length * 2 >= slots.length) grow();
    return word;
  }

  function scanTokens(text: string, visit: (word: number) => void): void {
    for (const token of tokenize(text)) {
      let hash = OFFSET;
      for (let i = 0; i < token.text.length; i++) hash = Math.imul(hash ^ token.text.charCodeAt(i), PRIME);
      visit(numberOf(token.text, 0, token.text.length, hash));
    }
  }

  return {
    words,
    scan(text, visit) {
      if (!isPlain(text)) {
        scanTokens(text, visit);
        return;
      }
      let from = -1;
      let hash = OFFSET;
      for (let i = 0; i <= text.length; i++) {
        const code = i < text.length ? text.charCodeAt(i) : 0;
        if (code < 128 && IS_WORD[code] === 1) {
          if (from === -1) from = i;
          hash = Math.imul(hash ^ code, PRIME);
        } else if (from !== -1) {
          visit(numberOf(text, from, i, hash));
          from = -1;
          hash = OFFSET;
        }
      }
    },
  };
}

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Letters and digits of ASCII. */
const IS_WORD = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (/[a-z0-9]/i.test(String.fromCharCode(code))) IS_WORD[code] = 1;

/** Typographic marks that always separate words: dashes, double quotation marks, ellipsis, no-break space, bullet. */
const SEPARATORS: ReadonlySet<number> = new Set([0x2013, 0x2014, 0x201c, 0x201d, 0x2026, 0x00a0, 0x2022]);
/** Marks that may join what stands before them with what follows, as in "don't" and "1.12". */
const JOINTS: ReadonlySet<number> = new Set(["'", '.', ','].map((mark) => mark.charCodeAt(0)));
/** Marks that may belong to the word before them, as in "C#" and "C++". */
const ENDINGS: ReadonlySet<number> = new Set(['+', '#'].map((mark) => mark.charCodeAt(0)));

/** Whether a text's words are just its runs of ASCII letters and digits. */
function isPlain(text: string): boolean {
  let afterWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) {
      if (!SEPARATORS.has(code)) return false;
      afterWord = false;
    } else if (IS_WORD[code] === 1) {
      afterWord = true;
    } else {
      if (afterWord && (ENDINGS.has(code) || (JOINTS.has(code) && !isEnd(text, i + 1)))) return false;
      afterWord = false;
    }
  }
  return true;
}

/** Whether a joint before this place ends a word after all, because a space or nothing follows. */
function isEnd(text: string, i: number): boolean {
  return i >= text.length || text.charCodeAt(i) === 0x20;
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
