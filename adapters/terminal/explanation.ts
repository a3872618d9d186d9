import type { Explanation } from '../../src/index.js';
import { linePlace } from '../wording.js';
import type { Style } from './style.js';

/** Why an answer is what it is: the terms looked for, then the best sentences with the evidence for each, best first. */
export function showExplanation({ terms, hits }: Explanation, confidence: number, style: Style): string {
  const termLines = columns(
    terms.map(({ text, term, weight }) => [style.plain(text), style.plain(term), weight.toFixed(2)]),
    ['word', 'term', 'weight'],
  );
  const hitLines = hits.map((hit, index) => {
    const { sentence, score, features } = hit;
    const evidence = Object.entries(features).map(([name, value]) => `${style.plain(name)} ${value.toFixed(3)}`);
    return [
      `${String(index + 1).padStart(2)}. ${score.toFixed(3)}  ${style.plain(linePlace(hit))}`,
      style.wrap(style.plain(sentence), INDENT),
      style.dim(style.wrap(evidence.join(', '), INDENT)),
    ].join('\n');
  });
  return [
    `Confidence: ${confidence.toFixed(3)}`,
    ['Terms:', ...termLines].join('\n'),
    ['Hits:', ...hitLines].join('\n'),
  ].join('\n\n');
}

const INDENT = '    ';

/** Rows under their headings, each column as wide as its widest cell. */
function columns(rows: readonly (readonly string[])[], headings: readonly string[]): readonly string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
