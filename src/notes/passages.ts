import { codeLines, htmlSentences, itemsOf, rowsOf, textOf } from './block-sentences.js';
import { withoutBroken } from './file-text.js';
import { shownTexts } from './html.js';
import { endsInColon, leadsIntoList } from './lead-in.js';
import { listPieces } from './list-pieces.js';
import { withLooseLists } from './loose-lists.js';
import type { Block, Tree } from './markdown.js';
import type { PassageKind, Sentence } from './note.js';
import { evenPieces, ROWS, textPieces } from './pieces.js';
import { plainText } from './plain-text.js';
import type { Heading } from './sections.js';
import type { Resolve } from './sentences-of.js';

/** A passage before it has its place in the note. */
export interface Draft {
  readonly kind: PassageKind;
  /** How many headings stand before it. */
  readonly headings: number;
  /** Never empty. */
  readonly sentences: readonly Sentence[];
  readonly label?: string;
  readonly context?: readonly string[];
  /** Whether more pieces of the same paragraph, list or table follow, because it was too long for one passage. */
  readonly goesOn?: boolean;
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

  const emit = (
    kind: PassageKind,
    pieces: readonly (readonly Sentence[])[],
    contextOf: (piece: number) => readonly string[] = () => [],
  ): void => {
    for (const [index, sentences] of pieces.entries()) {
      if (sentences.length === 0) continue;
      const context = contextOf(index);
      drafts.push({
        kind,
        headings: headings.length,
        sentences,
        ...(context.length > 0 ? { context } : {}),
        ...(index === 0 && pieces.length > 1 ? { goesOn: true } : {}),
      });
    }
  };
  const emitText = (sentences: readonly Sentence[]): void => emit('paragraph', textPieces(sentences));
  const emitList = (list: Block, leadIn: readonly Sentence[]): void => {
    const pieces = listPieces(itemsOf(list, 0, tree, resolve));
    if (pieces.every(({ sentences }) => sentences.length === 0)) {
      emitText(leadIn.map(asSentence));
      return;
    }
    const above = leadIn.map(({ text }) => text);
    emit(
      'list',
      pieces.map(({ sentences }, index) => (index === 0 ? [...leadIn, ...sentences] : sentences)),
      (index) => [...(index === 0 ? [] : above), ...(pieces[index]?.under ?? [])],
    );
  };
  const emitTable = (table: Block, leadIn: readonly Sentence[]): void => {
    const rows = rowsOf(table, resolve);
    if (rows.length === 0) emitText(leadIn.map(asSentence));
    const [first = [], ...rest] = evenPieces(rows, ROWS);
    const above = [...leadIn, ...rows.filter(({ role }) => role === 'header')].map(({ text }) => text);
    if (rows.length > 0) emit('table', [[...leadIn, ...first], ...rest], (index) => (index === 0 ? [] : above));
  };

  const emitCode = (block: Block, before: Block | undefined): void => {
    const last = before?.type === 'paragraph' ? drafts.at(-1)?.sentences.at(-1) : undefined;
    const context = last !== undefined && endsInColon(last) ? [last.text] : [];
    emit('code', evenPieces(codeLines(block), ROWS), () => context);
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
          else emit('quote', [textOf(block, SENTENCE, resolve)]);
          break;
        case 'paragraph': {
          const sentences = textOf(block, SENTENCE, resolve);
          const held = leadInOf(sentences, block, next);
          emitText(sentences.slice(0, sentences.length - held.length));
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
          emitCode(block, blocks[index - 1]);
          break;
        case 'html':
          if (MARKDOWN_WITHIN.test(block.content)) {
            for (const { text, line } of shownTexts(block.content, block.lines[0] + 1))
              walk(tree.parse(text, line - 1), false);
            break;
          }
          for (const shown of htmlSentences(block, SENTENCE, resolve)) emitText(shown);
          break;
      }
    }
  };

  /** A quote's paragraphs make one passage; lists, tables and code in it make their own. */
  const quoted = (quote: Block, before: readonly Sentence[], next: Block | undefined): readonly Sentence[] => {
    const blocks = quote.children.flatMap((block) => withLooseLists(block, tree));
    const texts = blocks.filter(({ type }) => type === 'paragraph' || type === 'heading');
    if (texts.length < blocks.length) {
      emitText(before.map(asSentence));
      walk(quote.children, false);
      return [];
    }
    const sentences = texts.flatMap((block) => textOf(block, SENTENCE, resolve));
    if (sentences.length === 0) emitText(before.map(asSentence));
    const [only] = sentences;
    if (before.length === 0 && sentences.length === 1 && only && next?.type === 'list' && only.text.length <= SAYING) {
      return [{ ...only, role: 'lead-in' }];
    }
    emit(
      'quote',
      textPieces(sentences).map((piece, index) => (index === 0 ? [...before, ...piece] : piece)),
    );
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

function headingOf(block: Block, resolve: Resolve): Heading {
  const line = block.lines[0] + 1;
  if (block.inline === undefined) return { level: block.level, text: '', line };
  const { text, marks } = plainText(block.inline, line);
  for (const mark of marks) resolve(mark);
  return { level: block.level, text: withoutBroken(text).replace(ATTRIBUTES, ''), line };
}

function asSentence(sentence: Sentence): Sentence {
  return { ...sentence, ...SENTENCE };
}

/** `<div markdown="1">`: kramdown reads what stands in it as Markdown. */
const MARKDOWN_WITHIN = /^\s*<[a-z][^>]*\smarkdown=["']?(?:1|block|span)/i;
/** `{#id}`, `{.class}` behind a heading, as Hugo, Pandoc and kramdown have them. */
const ATTRIBUTES = /\s*\{[#.:][^{}]{0,200}\}$/;
const SENTENCE = { role: 'sentence' } as const;
/** Characters of a quoted line that can stand above a list as its title. */
const SAYING = 100;
