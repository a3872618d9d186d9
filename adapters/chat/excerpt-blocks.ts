import type { Answered, Excerpt, ExcerptPart } from '../../src/index.js';
import { eventWords } from './wording.js';

/** Parts of an excerpt that are laid out together, each in the order of the note. */
export interface ExcerptBlock {
  readonly form: 'text' | 'list' | 'code' | 'table';
  /** For `text`, the sentences; for `list`, the items, each of one or more sentences; for `code`, lines; for `table`, rows. */
  readonly groups: readonly (readonly ExcerptPart[])[];
}

/** Takes an excerpt apart into paragraphs, lists, code and tables. No part is lost, and none changes its place. */
export function blocksOf(parts: readonly ExcerptPart[]): readonly ExcerptBlock[] {
  const blocks: { form: ExcerptBlock['form']; groups: ExcerptPart[][] }[] = [];
  for (const part of parts) {
    const form = formOf(part);
    let block = blocks.at(-1);
    if (block?.form !== form) {
      block = { form, groups: [] };
      blocks.push(block);
    }
    const group = block.groups.at(-1);
    if (group !== undefined && (form === 'text' || (form === 'list' && part.continues))) group.push(part);
    else block.groups.push([part]);
  }
  return blocks;
}

/** The excerpts of an answer, each with the event that is to be named before it: where they are of several, at each change. */
export function withEvents({
  excerpts,
  citations,
}: Pick<Answered, 'excerpts' | 'citations'>): readonly { readonly excerpt: Excerpt; readonly event?: string }[] {
  const events = new Map(citations.map((citation) => [citation.number, eventWords(citation)]));
  if (new Set(events.values()).size < 2) return excerpts.map((excerpt) => ({ excerpt }));
  let named: string | undefined;
  return excerpts.map((excerpt) => {
    const event = events.get(excerpt.citation);
    if (event === undefined || event === named) return { excerpt };
    named = event;
    return { excerpt, event };
  });
}

function formOf({ role }: ExcerptPart): ExcerptBlock['form'] {
  switch (role) {
    case 'item':
      return 'list';
    case 'line':
      return 'code';
    case 'header':
    case 'row':
      return 'table';
    case 'sentence':
    case 'lead-in':
    case 'field':
      return 'text';
  }
}
