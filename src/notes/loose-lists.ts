import type { Block, Tree } from './markdown.js';

/**
 * Reads as lists what terse notes indent too far for Markdown to see: bullets indented by a tab or four spaces below a
 * plain line, which CommonMark takes for the paragraph's own text, or for code when an empty line stands between.
 *
 * Returns the block itself, or the blocks that its text was meant to be.
 */
export function withLooseLists(block: Block, tree: Tree): readonly Block[] {
  if (block.type === 'paragraph' && block.inline !== undefined) {
    const lines = block.inline.source.split('\n');
    const first = lines.findIndex((line, index) => index > 0 && INDENTED_BULLET.test(line));
    if (first === -1) return [block];
    const text = [...lines.slice(0, first), ...outdented(lines.slice(first))].join('\n');
    return tree.parse(text, block.lines[0]);
  }
  if (block.type === 'indented' && BULLET.test(block.content)) {
    return tree.parse(outdented(block.content.split('\n')).join('\n'), block.lines[0]);
  }
  return [block];
}

/** Moves lines left by the first line's indentation; tabs go to columns of four, as CommonMark counts them. */
function outdented(lines: readonly string[]): readonly string[] {
  const margin = columns(lines[0] ?? '');
  return lines.map((line) => {
    const text = line.trimStart();
    return text === '' ? '' : ' '.repeat(Math.max(0, columns(line) - margin)) + text;
  });
}

function columns(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column++;
    else break;
  }
  return column;
}

const BULLET = /^\s*(?:[*+-]|\d{1,9}[.)])[ \t]+\S/;
const INDENTED_BULLET = /^(?: {0,3}\t| {4})\s*(?:[*+-]|\d{1,9}[.)])[ \t]+\S/;
