import { shownTexts } from './html.js';
import { endsInColon, leadsIntoList } from './lead-in.js';
import { type Item, listPieces } from './list-pieces.js';
import { withLooseLists } from './loose-lists.js';
import { type Block, readEntities, type Tree } from './markdown.js';
import type { PassageKind, Sentence } from './note.js';
import { plainText } from './plain-text.js';
import type { Heading } from './sections.js';
import { type Part, type Resolve, sentencesOf, wholeSentence } from './sentences-of.js';

/** A passage before it has its place in the note. */
export interface Draft {
  readonly kind: PassageKind;
  /** How many headings stand before it. */
  readonly headings: number;
  /** Never empty. */
  readonly sentences: readonly Sentence[];
  readonly label?: string;
  readonly context?: readonly string[];
}

/** What a note's Markdown holds, in reading order. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly drafts: readonly Draft[];
}

/** Cuts a Markdown tree into headings and passages. Footnote definitions are left out. */
export function outlineOf(tree: Tree, resolve: Resolve): Outline {
  const headings: Heading[] = [];
  const drafts: Draft[] = [];

  const emit = (kind: PassageKind, sentences: readonly Sentence[], context: readonly string[] = []): void => {
    if (sentences.length === 0) return;
    const draft = { kind, headings: headings.length, sentences };
    drafts.push(context.length > 0 ? { ...draft, context } : draft);
  };
  const emitText = (kind: 'paragraph' | 'quote', sentences: readonly Sentence[]): void => {
    for (const piece of textPieces(sentences)) emit(kind, piece);
  };
  const emitList = (list: Block, leadIn: readonly Sentence[]): void => {
    const [first, ...rest] = listPieces(itemsOf(list, 0, tree, resolve));
    if (first === undefined || first.sentences.length === 0) {
      emitText('paragraph', leadIn.map(asSentence));
      return;
    }
    emit('list', [...leadIn, ...first.sentences], first.under);
    for (const piece of rest) emit('list', piece.sentences, [...leadIn.map(({ text }) => text), ...piece.under]);
  };
  const emitTable = (table: Block, leadIn: readonly Sentence[]): void => {
    const rows = rowsOf(table, resolve);
    const [first = [], ...rest] = evenPieces(rows, ROWS);
    emit('table', [...leadIn, ...first]);
    const above = [...leadIn, ...rows.filter(({ role }) => role === 'header')].map(({ text }) => text);
    for (const piece of rest) emit('table', piece, above);
  };

  const walk = (siblings: readonly Block[], top: boolean): void => {
    const blocks = siblings.flatMap((block) => withLooseLists(block, tree)).filter(isShown);
    let leadIn: readonly Sentence[] = [];
    for (const [index, block] of blocks.entries()) {
      const next = blocks[index + 1];
      const before = leadIn;
      leadIn = [];
      switch (block.type) {
        case 'heading':
          if (top) headings.push(headingOf(block, resolve));
          else emit('quote', textOf(block, { role: 'sentence' }, resolve));
          break;
        case 'paragraph': {
          const sentences = textOf(block, { role: 'sentence' }, resolve);
          const held = leadInOf(sentences, block, next);
          emitText('paragraph', sentences.slice(0, sentences.length - held.length));
          leadIn = held;
          break;
        }
        case 'list':
          emitList(block, before);
          break;
        case 'table':
          emitTable(block, before);
          break;
        case 'quote':
          leadIn = quoted(block, before, next);
          break;
        case 'code':
        case 'indented':
          for (const piece of evenPieces(codeLines(block), ROWS)) {
            emit('code', piece, contextOf(drafts.at(-1), blocks[index - 1]));
          }
          break;
        case 'html':
          for (const { text, line } of shownTexts(block.content, block.lines[0] + 1)) {
            emitText('paragraph', sentencesOf(plainText(readEntities(text), line), { role: 'sentence' }, resolve));
          }
          break;
      }
    }
  };

  /** A quote's paragraphs make one passage; lists, tables and code in it make their own. */
  const quoted = (quote: Block, before: readonly Sentence[], next: Block | undefined): readonly Sentence[] => {
    const blocks = quote.children.flatMap((block) => withLooseLists(block, tree));
    const texts = blocks.filter(({ type }) => type === 'paragraph' || type === 'heading');
    const sentences = texts.flatMap((block) => textOf(block, { role: 'sentence' }, resolve));
    if (texts.length < blocks.length) {
      emitText('paragraph', before.map(asSentence));
      walk(quote.children, false);
      return [];
    }
    const [only] = sentences;
    if (before.length === 0 && sentences.length === 1 && only && next?.type === 'list' && only.text.length <= SAYING) {
      return [{ ...only, role: 'lead-in' }];
    }
    for (const [index, piece] of textPieces(sentences).entries())
      emit('quote', index === 0 ? [...before, ...piece] : piece);
    return [];
  };

  walk(tree.blocks, true);
  return { headings, drafts };
}

function isShown(block: Block): boolean {
  return block.type !== 'definition' && (block.type !== 'html' || shownTexts(block.content, 1).length > 0);
}

/** The sentence of a paragraph that belongs to the block after it, if any; marked as its lead-in. */
function leadInOf(sentences: readonly Sentence[], block: Block, next: Block | undefined): readonly Sentence[] {
  const last = sentences.at(-1);
  if (last === undefined || next === undefined) return [];
  const adjacent = next.lines[0] <= block.lines[1];
  const leads =
    next.type === 'list' || next.type === 'table'
      ? leadsIntoList(sentences, adjacent)
      : next.type === 'quote' && endsInColon(last);
  return leads ? [{ ...last, role: 'lead-in' }] : [];
}

function contextOf(draft: Draft | undefined, before: Block | undefined): readonly string[] {
  const last = draft?.sentences.at(-1);
  return before?.type === 'paragraph' && last !== undefined && endsInColon(last) ? [last.text] : [];
}

function headingOf(block: Block, resolve: Resolve): Heading {
  const line = block.lines[0] + 1;
  if (block.inline === undefined) return { level: block.level, text: '', line };
  const { text, marks } = plainText(block.inline, line);
  for (const mark of marks) resolve(mark);
  return { level: block.level, text, line };
}

function textOf(block: Block, part: Part, resolve: Resolve): readonly Sentence[] {
  if (block.inline === undefined) return [];
  const plain = plainText(block.inline, block.lines[0] + 1);
  return block.type === 'heading' ? wholeSentence(plain, part, resolve) : sentencesOf(plain, part, resolve);
}

function itemsOf(list: Block, depth: number, tree: Tree, resolve: Resolve): readonly Item[] {
  return list.children.map((item) => {
    const sentences: Sentence[] = [];
    const items: Item[] = [];
    const part: Part = { role: 'item', depth };
    const add = (block: Block): void => {
      switch (block.type) {
        case 'list':
          items.push(...itemsOf(block, depth + 1, tree, resolve));
          break;
        case 'quote':
          block.children.flatMap((child) => withLooseLists(child, tree)).forEach(add);
          break;
        case 'table':
          sentences.push(...rowsOf(block, resolve).map((row) => ({ ...row, ...part })));
          break;
        case 'code':
        case 'indented':
          sentences.push(...codeLines(block).map((line) => ({ ...line, ...part })));
          break;
        case 'html':
          for (const { text, line } of shownTexts(block.content, block.lines[0] + 1)) {
            sentences.push(...sentencesOf(plainText(readEntities(text), line), part, resolve));
          }
          break;
        case 'paragraph':
        case 'heading':
          sentences.push(...textOf(block, part, resolve));
          break;
      }
    };
    item.children.flatMap((block) => withLooseLists(block, tree)).forEach(add);
    return { sentences, items };
  });
}

function rowsOf(table: Block, resolve: Resolve): readonly Sentence[] {
  return table.children.flatMap((row, index): Sentence[] => {
    const line = row.lines[0] + 1;
    const role = index === 0 ? 'header' : 'row';
    const cells = row.children.map((cell) => {
      const plain = cell.inline === undefined ? undefined : plainText(cell.inline, line);
      const labels = (plain?.marks ?? []).map(resolve).filter((label) => label !== undefined);
      return { text: plain?.text ?? '', labels };
    });
    const text = cells.map((cell) => cell.text).join('\t');
    if (text.trim() === '') return [];
    const sources = [...new Set(cells.flatMap(({ labels }) => labels))];
    return [{ text, role, lines: { from: line, to: line }, sources }];
  });
}

function codeLines(block: Block): readonly Sentence[] {
  const first = block.lines[0] + (block.type === 'code' ? 2 : 1);
  return block.content.split('\n').flatMap((text, index): Sentence[] => {
    const line = first + index;
    return text.trim() === ''
      ? []
      : [{ text: text.trimEnd(), role: 'line', lines: { from: line, to: line }, sources: [] }];
  });
}

function asSentence(sentence: Sentence): Sentence {
  return { ...sentence, role: 'sentence' };
}

/** Cuts a long paragraph between its sentences into pieces of about the same length. */
function textPieces(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const total = sentences.reduce((sum, { text }) => sum + text.length + 1, 0);
  const size = total / Math.ceil(total / LONGEST_TEXT);
  const pieces: Sentence[][] = [];
  let length = 0;
  for (const sentence of sentences) {
    const piece = pieces.at(-1);
    if (piece === undefined || length >= size * pieces.length) pieces.push([sentence]);
    else piece.push(sentence);
    length += sentence.text.length + 1;
  }
  return pieces;
}

/** Cuts rows or lines into pieces of about the same number, at most `most`. */
function evenPieces(sentences: readonly Sentence[], most: number): readonly (readonly Sentence[])[] {
  const size = Math.ceil(sentences.length / Math.ceil(sentences.length / most));
  const pieces: (readonly Sentence[])[] = [];
  for (let at = 0; at < sentences.length; at += size) pieces.push(sentences.slice(at, at + size));
  return pieces;
}

/** Characters of a paragraph that stays whole: more than three answers' worth. */
const LONGEST_TEXT = 1200;
/** Rows of a table, or lines of code, that stay whole. */
const ROWS = 40;
/** Characters of a quoted line that can stand above a list as its title. */
const SAYING = 100;
