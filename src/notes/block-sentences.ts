import { shownTexts } from './html.js';
import type { Item } from './list-pieces.js';
import { withLooseLists } from './loose-lists.js';
import { type Block, readEntities, type Tree } from './markdown.js';
import type { Sentence } from './note.js';
import { plainText } from './plain-text.js';
import { type Part, type Resolve, sentencesOf, wholeSentence } from './sentences-of.js';

/** The sentences of a paragraph; a heading is one sentence. */
export function textOf(block: Block, part: Part, resolve: Resolve): readonly Sentence[] {
  if (block.inline === undefined) return [];
  const plain = plainText(block.inline, block.lines[0] + 1);
  return block.type === 'heading' ? wholeSentence(plain, part, resolve) : sentencesOf(plain, part, resolve);
}

/** The sentences that a block of HTML shows. */
export function htmlSentences(block: Block, part: Part, resolve: Resolve): readonly (readonly Sentence[])[] {
  return shownTexts(block.content, block.lines[0] + 1).map(({ text, line }) =>
    sentencesOf(plainText(readEntities(text), line), part, resolve),
  );
}

/** The items of a list, with the lists within them; whatever stands in an item is its text. */
export function itemsOf(list: Block, depth: number, tree: Tree, resolve: Resolve): readonly Item[] {
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
          sentences.push(...htmlSentences(block, part, resolve).flat());
          break;
        case 'paragraph':
        case 'heading':
          sentences.push(...textOf(block, part, resolve));
          break;
      }
    };
    item.children.flatMap((block) => withLooseLists(block, tree)).forEach(add);
    return { sentences: withoutTaskMark(sentences), items };
  });
}

/** GFM's task lists: "[x] done". */
function withoutTaskMark([first, ...rest]: readonly Sentence[]): readonly Sentence[] {
  if (first === undefined) return [];
  const text = first.text.replace(/^\[[ xX]\] /, '');
  return [text === first.text ? first : { ...first, text }, ...rest];
}

/** The rows of a table, its header first. */
export function rowsOf(table: Block, resolve: Resolve): readonly Sentence[] {
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

/** The lines of a code block that are not empty. */
export function codeLines(block: Block): readonly Sentence[] {
  const first = block.lines[0] + (block.type === 'code' ? 2 : 1);
  return block.content.split('\n').flatMap((text, index): Sentence[] => {
    const line = first + index;
    return text.trim() === ''
      ? []
      : [{ text: text.trimEnd(), role: 'line', lines: { from: line, to: line }, sources: [] }];
  });
}
