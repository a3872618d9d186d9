import type { types } from '@slack/bolt';
import { readable } from '../chat/readable.js';

/**
 * Pieces of Slack's rich text. It is literal: no character in it pings, links or formats, so what notes and questions say
 * can stand in it as it is. See https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
 */

export type RichText = types.RichTextBlock['elements'][number];
export type Run = types.RichTextText | types.RichTextLink;

/** A rich text block; `undefined` when there is nothing to show, because Slack refuses an empty one. */
export function richText(elements: readonly RichText[]): types.RichTextBlock[] {
  const filled = elements.filter(({ elements }) => elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
}

export function section(...runs: readonly Run[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: filledRuns(runs) };
}

export function quote(...runs: readonly Run[]): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: filledRuns(runs) };
}

/** A bulleted list, by default with the border of a quote. */
export function list(items: readonly (readonly Run[])[], indent = 0, border: 0 | 1 = 1): types.RichTextList {
  const elements = items.map((runs) => section(...runs)).filter(({ elements }) => elements.length > 0);
  return { type: 'rich_text_list', style: 'bullet', indent, border, elements };
}

export function preformatted(...runs: readonly Run[]): types.RichTextPreformatted {
  return { type: 'rich_text_preformatted', border: 1, elements: filledRuns(runs) };
}

export function plain(text: string): types.RichTextText {
  return { type: 'text', text: readable(text) };
}

/** What can be typed as it stands. */
export function code(text: string): types.RichTextText {
  return { type: 'text', text: readable(text), style: { code: true } };
}

export function bold(text: string): types.RichTextText {
  return { type: 'text', text: readable(text), style: { bold: true } };
}

export function italic(text: string): types.RichTextText {
  return { type: 'text', text: readable(text), style: { italic: true } };
}

/** A link that shows a title; without a title it shows its address. */
export function link(url: string, text: string): types.RichTextLink {
  const shown = readable(text);
  return shown.trim() === '' ? { type: 'link', url } : { type: 'link', url, text: shown };
}

/**
 * Text with stretches of it bold. `highlights` are [from, to) offsets, ascending, not overlapping. Stretches with nothing but
 * spaces between are one: a name of two words is read as one.
 */
export function highlighted(text: string, highlights: readonly (readonly [number, number])[]): types.RichTextText[] {
  const stretches: [number, number][] = [];
  for (const [from, to] of highlights) {
    const last = stretches.at(-1);
    if (from < (last?.[1] ?? 0) || to > text.length) continue;
    if (last !== undefined && text.slice(last[1], from).trim() === '') last[1] = to;
    else stretches.push([from, to]);
  }
  const runs: types.RichTextText[] = [];
  let end = 0;
  for (const [from, to] of stretches) {
    runs.push(plain(text.slice(end, from)), bold(text.slice(from, to)));
    end = to;
  }
  runs.push(plain(text.slice(end)));
  return runs.filter(({ text }) => text !== '');
}

function filledRuns<T extends Run>(runs: readonly T[]): T[] {
  return runs.filter((run) => run.type !== 'text' || run.text !== '');
}
