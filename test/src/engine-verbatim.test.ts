import { describe, expect, it } from 'vitest';
import { type Answer, createEngine } from '../../src/index.js';
import { askedOfShipped, shippedFiles, shippedNotes } from './shipped.js';
import { citationsOf, expectSound, expectVerbatim } from './sound.js';

const answers = await answersToAll();

describe('every answer from the shipped notes', () => {
  const files = new Map(shippedFiles.map(({ path, text }) => [path, text]));
  it('is there for most questions, so that the tests below have something to hold', () => {
    expect(answers.filter(({ answer }) => answer.answered).length).toBeGreaterThan(answers.length / 2);
  });

  it('is sound: cited from 1 on without gaps, excerpts equal to the quotes, links that lead to the web', () => {
    for (const { answer } of answers) expectSound(answer);
  });

  it('quotes what its cited lines say, read again from the file', () => {
    for (const { answer } of answers) {
      for (const citation of citationsOf(answer)) expectVerbatim(citation, files.get(citation.note) ?? '');
    }
  });

  it('quotes them to the last comma', () => {
    for (const { id, answer } of answers) {
      for (const { quote, lines, note } of citationsOf(answer)) {
        const said = plainLines(files.get(note) ?? '', lines.from, lines.to);
        for (const part of quote.split('\n')) expect(said, `${id} ${note}:${lines.from}`).toContain(plain(part));
      }
    }
  });
});

async function answersToAll(): Promise<readonly { readonly id: string; readonly answer: Answer }[]> {
  const engine = createEngine(shippedNotes);
  return Promise.all(
    askedOfShipped.map(async ({ id, question, context = [] }) => ({
      id,
      answer: await engine.ask(question, { history: context }),
    })),
  );
}

/**
 * The shipped notes hold little Markdown inside their lines: footnote marks, code marks, and table pipes. What is left without
 * them are the very characters that may be quoted.
 */
function plainLines(file: string, from: number, to: number): string {
  return plain(
    file
      .split('\n')
      .slice(from - 1, to)
      .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, ''))
      .join(' ')
      .replace(/\[\^[^\]]+\]/g, ''),
  );
}

function plain(text: string): string {
  return text
    .replace(/[`{}]/g, '')
    .replace(/[\s|]+/g, ' ')
    .trim();
}
