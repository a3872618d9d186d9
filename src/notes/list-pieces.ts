import type { Sentence } from './note.js';

/** A list item: its own sentences, and the items of the lists within it. */
export interface Item {
  readonly sentences: readonly Sentence[];
  readonly items: readonly Item[];
}

/** A part of a list that makes one passage. */
export interface ListPiece {
  /** Item sentences in reading order, numbered from 0 within the piece. */
  readonly sentences: readonly Sentence[];
  /** Texts of the items it stands under, outermost first, where they are not in the piece. */
  readonly under: readonly string[];
}

/**
 * Cuts a list into pieces that can be read and shown: a list of up to 40 items stays whole; a longer one is cut between
 * its outermost items, and within one only where that alone is too long. A long list with lists inside it is an outline of
 * topics: its pieces are small, so that each keeps to its topic.
 */
export function listPieces(items: readonly Item[]): readonly ListPiece[] {
  const total = weightOf(items);
  if (total <= LONGEST) return [pieceOf(items, [])];
  const outline = items.some((item) => item.items.length > 0);
  const size = outline ? OUTLINE : Math.ceil(total / Math.ceil(total / LONGEST));
  return cut(items, size, []);
}

function cut(items: readonly Item[], size: number, under: readonly string[]): ListPiece[] {
  const pieces: ListPiece[] = [];
  let gathered: Item[] = [];
  let weight = 0;
  const flush = (): void => {
    if (gathered.length > 0) pieces.push(pieceOf(gathered, under));
    gathered = [];
    weight = 0;
  };
  for (const item of items) {
    const added = weightOf([item]);
    if (weight + added > size) flush();
    if (added > LONGEST && item.items.length > 0) {
      pieces.push(...cutItem(item, size, under));
      continue;
    }
    gathered.push(item);
    weight += added;
  }
  flush();
  return pieces;
}

/** The item's own sentences stay with the first of its items. */
function cutItem(item: Item, size: number, under: readonly string[]): ListPiece[] {
  const text = item.sentences.map((sentence) => sentence.text).join(' ');
  const [first, ...rest] = cut(item.items, size, text === '' ? under : [...under, text]);
  if (first === undefined) return [pieceOf([item], under)];
  const own = pieceOf([{ sentences: item.sentences, items: [] }], under).sentences;
  const shift = own.length > 0 ? 1 : 0;
  const moved = first.sentences.map((sentence) => ({ ...sentence, item: (sentence.item ?? 0) + shift }));
  return [{ sentences: [...own, ...moved], under }, ...rest];
}

function pieceOf(items: readonly Item[], under: readonly string[]): ListPiece {
  const sentences: Sentence[] = [];
  let number = 0;
  const add = (item: Item): void => {
    for (const sentence of item.sentences) sentences.push({ ...sentence, item: number });
    if (item.sentences.length > 0) number++;
    item.items.forEach(add);
  };
  items.forEach(add);
  return { sentences, under };
}

/** Items, or how many items of the usual length its text would fill. */
function weightOf(items: readonly Item[]): number {
  let weight = 0;
  for (const item of items) {
    const characters = item.sentences.reduce((sum, { text }) => sum + text.length, 0);
    weight += Math.max(1, characters / CHARACTERS) + weightOf(item.items);
  }
  return weight;
}

/** Items of a list that stays whole. More would fill a chat message many times over. */
const LONGEST = 40;
/** Items of a piece of an outline. */
const OUTLINE = 16;
/** Characters of a long item; counts for one. */
const CHARACTERS = 150;
