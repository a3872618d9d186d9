import { expect } from 'vitest';
import type { Answer, Answered, Citation } from '../../src/index.js';
import { letters, lettersOfLines } from './notes/stripped.js';

/** Holds what is true of every answer to any text: an adapter can show it without looking. */
export function expectSound(answer: Answer): void {
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  expect(answer.related.length).toBeLessThanOrEqual(3);
  const cited = answer.answered ? answer.citations : answer.nearest;
  expect(cited.map(({ number }) => number)).toEqual(cited.map((_, i) => i + 1));
  for (const citation of cited) expectSoundCitation(citation);
  if (answer.answered) expectSoundExcerpts(answer);
  else expect(answer.nearest.length).toBeLessThanOrEqual(3);
}

function expectSoundCitation({ quote, lines, note, title, url, sources }: Citation): void {
  expect(quote.trim()).not.toBe('');
  expect(note).not.toBe('');
  expect(title).not.toBe('');
  expect(lines.from).toBeGreaterThanOrEqual(1);
  expect(lines.to).toBeGreaterThanOrEqual(lines.from);
  for (const address of [url, ...sources.map((source) => source.url)]) {
    if (address !== undefined) expect(address).toMatch(/^https?:\/\/[^\s/@]+(?:\/\S*)?$/);
  }
}

function expectSoundExcerpts({ excerpts, citations }: Answered): void {
  expect(excerpts.length).toBeGreaterThan(0);
  const used = [...new Set(excerpts.map(({ citation }) => citation))];
  // Numbered in order of first use, and none for show.
  expect(used).toEqual(citations.map(({ number }) => number));
  for (const { parts, citation } of excerpts) {
    expect(parts.map(({ text }) => text).join('\n')).toBe(citations[citation - 1]?.quote);
    for (const { text, highlights } of parts) {
      expect(text.trim()).not.toBe('');
      let end = 0;
      for (const [from, to] of highlights) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
}

/**
 * Holds that the cited lines of the file hold the quote, sentence by sentence and in order: letters and digits, by the small
 * reading of Markdown in stripped.ts, which shares nothing with the engine; or as they stand, for code.
 */
export function expectVerbatim({ quote, lines }: Citation, file: string): void {
  const { from, to } = lines;
  const asCode = letters(
    file
      .split(/\r\n|\r|\n/)
      .slice(from - 1, to)
      .join('\n'),
  );
  const readings = [lettersOfLines(file, from, to), asCode];
  const held = readings.some((said) => holdsInOrder(said, quote.split('\n').map(letters)));
  expect(held, `"${quote}" on lines ${from}-${to}, which say: ${readings[0]}`).toBe(true);
}

function holdsInOrder(said: string, parts: readonly string[]): boolean {
  let at = 0;
  return parts.every((part) => {
    const found = said.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** All that an answer cites: under what is shown, or as the nearest there is. */
export function citationsOf(answer: Answer): readonly Citation[] {
  return answer.answered ? answer.citations : answer.nearest;
}
