import MarkdownIt, { type Env, type StateInline, type Token } from 'markdown-it/browser';
import footnotes from 'markdown-it-footnote';

/**
 * A block of a Markdown text: a paragraph, list, list item, table, row, cell, quote, heading, code block (`code` between
 * fences, or `indented`), HTML block, rule or footnote definition.
 */
export interface Block {
  readonly type: BlockType;
  /** First line, counted from 0, and the line after the last. */
  readonly lines: readonly [from: number, to: number];
  /** The text of a paragraph, heading or cell. */
  readonly inline?: Inline;
  /** The raw text of code and HTML. */
  readonly content: string;
  /** A heading's level, from 1. */
  readonly level: number;
  /** A footnote definition's label. */
  readonly label: string;
  readonly children: readonly Block[];
}

/** The running text of a block. */
export interface Inline {
  /** The Markdown, one line for each line of the file. */
  readonly source: string;
  /** The parsed text. The `map` of each token holds its offset in `source` (text: an offset on its line). */
  readonly tokens: readonly Token[];
}

export type BlockType =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'quote'
  | 'code'
  | 'indented'
  | 'rule'
  | 'html'
  | 'definition';

/** A Markdown text as a tree of blocks. */
export interface Tree {
  readonly blocks: readonly Block[];
  /** Parses a part of the same text again, with the link and footnote definitions of the whole. */
  parse(text: string, firstLine: number): readonly Block[];
  /** The Markdown of a footnote that is written in the text. */
  footnote(id: number): string;
}

/**
 * Reads CommonMark with GFM tables, strikethrough and footnotes.
 *
 * HTML comes as it stands (`html` blocks, `html_inline` tokens) and is for the reader to drop. Bare URLs stay as they are
 * typed. A footnote mark comes as a `footnote_ref` token with `meta.label`, whether it is defined or not; a footnote in the
 * text, `^[...]`, without `meta.label` and with `meta.id` for {@link Tree.footnote}.
 */
export function readMarkdown(text: string): Tree {
  const env: Env = {};
  return {
    blocks: blocksOf(markdown.parse(text, env), 0),
    parse: (part, firstLine) => blocksOf(markdown.parse(part, env), firstLine),
    footnote: (id) => (env as FootnoteEnv).footnotes?.list?.[id]?.content ?? '',
  };
}

/** Where markdown-it-footnote keeps what it finds. */
interface FootnoteEnv {
  readonly footnotes?: { readonly list?: readonly { readonly content?: string }[] };
}

/** Reads text of which only the entities (`&amp;`) mean something: what is left of HTML without its tags. */
export function readEntities(text: string): Inline {
  const [token] = entities.parseInline(text, {});
  return { source: text, tokens: token?.children ?? [] };
}

const markdown = createParser();
const entities = new MarkdownIt('zero').enable(['entity', 'newline']);
entities.inline.State = placed(entities.inline.State);

function createParser() {
  const md = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // Every address is taken for a link, so that it leaves the text; which may be shown is decided where they are shown.
  md.validateLink = () => true;
  footnotes(md);
  // Definitions stay where they stand: the rule would move them to the end, each in quadratic time.
  md.core.ruler.disable('footnote_tail');
  md.inline.ruler.disable('footnote_ref');
  md.inline.ruler.before('link', 'footnote_mark', footnoteMark);
  md.inline.State = placed(md.inline.State);
  return md;
}

/** Notes down where each token stands, which markdown-it itself does only for blocks. */
function placed(State: typeof StateInline): typeof StateInline {
  return class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      token.map = [this.pos, this.pos];
      return token;
    }

    override pushPending(): Token {
      const token = super.pushPending();
      token.map = [this.pos, this.pos];
      return token;
    }
  };
}

/**
 * `[^label]`, whether a definition answers it or not: markdown-it-footnote would leave the latter in the text. It is looked
 * for before links, which would first search the rest of the paragraph for their end.
 */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false;
  MARK.lastIndex = state.pos;
  const match = MARK.exec(state.src);
  if (match === null || state.pos + match[0].length > state.posMax) return false;
  if (!silent) state.push('footnote_ref', '', 0).meta = { label: match[1] };
  state.pos += match[0].length;
  return true;
}

/** Labels without white space, as GFM has them; longer ones are no labels, and what `(` follows is a link. */
const MARK = /\[\^([^\s[\]]{1,200})\](?!\()/y;

const TYPES: Readonly<Record<string, BlockType>> = {
  paragraph_open: 'paragraph',
  heading_open: 'heading',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
  table_open: 'table',
  tr_open: 'row',
  th_open: 'cell',
  td_open: 'cell',
  blockquote_open: 'quote',
  fence: 'code',
  code_block: 'indented',
  hr: 'rule',
  html_block: 'html',
  footnote_reference_open: 'definition',
};

interface OpenBlock extends Block {
  lines: readonly [from: number, to: number];
  inline?: Inline;
  children: OpenBlock[];
}

function blocksOf(tokens: readonly Token[], firstLine: number): readonly Block[] {
  const root: OpenBlock = { type: 'quote', lines: [0, 0], content: '', level: 0, label: '', children: [] };
  const open: OpenBlock[] = [root];
  for (const token of tokens) {
    const parent = open.at(-1) ?? root;
    if (token.type === 'inline') {
      parent.inline = { source: token.content, tokens: token.children ?? [] };
      continue;
    }
    const type = TYPES[token.type];
    if (type === undefined) {
      if (token.nesting === -1 && TYPES[token.type.replace(/_close$/, '_open')] !== undefined) close(open);
      continue;
    }
    const [from, to] = token.map ?? [parent.lines[0], parent.lines[0]];
    const block: OpenBlock = {
      type,
      lines: token.map === null ? parent.lines : [from + firstLine, to + firstLine],
      content: token.content,
      level: type === 'heading' ? Number(token.tag.slice(1)) : 0,
      label: type === 'definition' ? String(token.meta?.label ?? '') : '',
      children: [],
    };
    parent.children.push(block);
    if (token.nesting === 1) open.push(block);
  }
  return root.children;
}

/** A definition has no lines of its own in markdown-it: it spans what it holds. */
function close(open: OpenBlock[]): void {
  const block = open.pop();
  const first = block?.children[0];
  const last = block?.children.at(-1);
  if (block?.type === 'definition' && first && last) block.lines = [first.lines[0], last.lines[1]];
}
