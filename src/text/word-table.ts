/** Every distinct word of many texts, numbered from 0 in order of first appearance, as written. */
export interface WordTable {
  /** The number of the word that stands in a text from one offset to another; a word that is new gets the next number. */
  numberOf(text: string, from: number, to: number): number;
  /** The words by number. */
  readonly words: readonly string[];
}

/**
 * A table that knows a word again without cutting it out of its text.
 *
 * Counting the words of all notes is most of what starting up costs. A map of strings would copy and hash 2 million pieces of text
 * for 50,000 passages; here letters are hashed where they stand (FNV-1a, http://isthe.com/chongo/tech/comp/fnv/) and compared with
 * the words already known.
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

  function numberOf(text: string, from: number, to: number): number {
    let hash = OFFSET;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let known = slots[slot] as number; known !== 0; known = slots[slot] as number) {
      if (hashes[known - 1] === hash && isAt(words[known - 1] as string, text, from, to)) return known - 1;
      slot = (slot + 1) & mask;
    }
    const word = words.length;
    words.push(cut(text, from, to));
    hashes[word] = hash;
    slots[slot] = word + 1;
    if (words.length * 2 >= slots.length) grow();
    return word;
  }

  return { words, numberOf };
}

/** A word without the text around it. */
function cut(text: string, from: number, to: number): string {
  // A slice of 13 letters or more would hold its whole text in memory; shorter ones are copied by the engine, and longer ones rare.
  if (to - from < 13 || to - from > LONGEST_COPIED) return text.slice(from, to);
  const codes: number[] = [];
  for (let i = from; i < to; i++) codes.push(text.charCodeAt(i));
  return String.fromCharCode(...codes);
}

const LONGEST_COPIED = 64;

const OFFSET = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
