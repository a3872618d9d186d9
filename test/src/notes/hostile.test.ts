import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src/notes/index.js';

/**
 * Texts on which a reader of quadratic time works for minutes. Nothing is timed here: such a reader never gets to the end.
 */
describe('a hostile text is read to its end', () => {
  const repeated = (unit: string, length = 100_000) => unit.repeat(Math.ceil(length / unit.length));

  it.each([
    ['brackets', repeated('[')],
    ['image marks', repeated('![')],
    ['half a link', repeated('[a](')],
    ['tags that do not close', repeated('<a ')],
    ['inline footnotes that do not close', repeated('^[')],
    ['footnote marks', repeated('[^a] ')],
    ['footnote definitions', repeated('[^a]: x\n\n')],
    ['links', `${repeated('[a] ')}\n\n[a]: b`],
    ['emphasis that does not close', repeated('**a*')],
    ['backticks of all lengths', Array.from({ length: 600 }, (_, length) => '`'.repeat(length)).join(' ')],
    ['quotes', repeated('> > > > a\n')],
    ['deep lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join('')],
    ['bullets ever further in', Array.from({ length: 200 }, (_, depth) => `${' '.repeat(8 * depth)}- a\n`).join('')],
    ['a long table', `|a|b|\n|-|-|\n${repeated('|x|y|\n', 100_000)}`],
    ['a wide table', `${repeated('a|', 20_000)}\n${repeated('-|', 20_000)}\n`],
    ['shortcodes that do not close', repeated('{{<\n')],
    ['tags among code', repeated('`a` {% b %} ')],
    ['scripts that do not close', repeated('<script>')],
    ['comments that do not close', repeated('\n\n<!--\n')],
    ['no full stop', repeated('word ')],
    ['full stops', repeated('.')],
    ['lines', repeated('a\n')],
    ['empty lines', repeated('\n')],
    ['spaces', repeated(' ')],
    ['a definition of commas', `A.[^a]\n\n[^a]: [b](http://c.d)${repeated(', ')}`],
    ['headings alike', repeated('# a\n', 100_000)],
    ['empty lines in front matter', `---\ntitle: a\n${'\n'.repeat(60_000)}---\nx`],
    ['comments in front matter', `---\n${'#\n'.repeat(30_000)}---\nx`],
    ['keys', `---\n${Array.from({ length: 6000 }, (_, key) => `k${key}: 1`).join('\n')}\n---\nx`],
    ['broken keys', `---\n${Array.from({ length: 5000 }, (_, key) => `k${key}: a: b`).join('\n')}\n---\nx`],
    ['deep front matter', `---\ntitle: ${'['.repeat(60_000)}\n---\nx`],
    ['deep TOML', `+++\ntitle = ${'['.repeat(60_000)}\n+++\nx`],
  ])('%s', (_, text) => {
    const { problems } = readNote({ path: 'a.md', text });
    expect(problems.map(({ rule }) => rule)).not.toContain('unreadable');
  });
});
