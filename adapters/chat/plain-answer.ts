import type { Excerpt, ExcerptPart } from '../../src/index.js';

/**
 * An excerpt as plain text: a sentence after another, each list item and row on a line of its own, list items after "- "
 * and indented by their depth, a front-matter field after its label.
 */
export function plainExcerpt({ parts, label }: Excerpt): string {
  const text = parts.map(plainPart).join('');
  return label === undefined ? text : `${label}: ${text}`;
}

function plainPart(part: ExcerptPart, index: number): string {
  const text = part.text.replaceAll('\t', '  ');
  if (part.continues || (index > 0 && part.role === 'sentence')) return ` ${text}`;
  const bullet = part.role === 'item' ? `${'  '.repeat(part.depth ?? 0)}- ` : '';
  return `${index === 0 ? '' : '\n'}${bullet}${text}`;
}
