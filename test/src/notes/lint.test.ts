import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src/notes/index.js';
import { problemsOf } from './reading.js';

const GOOD =
  '---\nevent: DockerCon 2015\nday: 1\n---\n\n# DockerCon 2015, day 1\n\nText.[^a]\n\n## Goals\n\n- One.[^a]\n\n[^a]: A\n';

describe('the problems of a note', () => {
  it('are none where there are none', () => {
    expect(problemsOf(GOOD, 'a.md')).toEqual([]);
  });

  it.each([
    ['no text', '# DockerCon 2015\n', '1 warning empty-note'],
    ['nothing at all', '', '1 warning empty-note'],
    ['no title', 'Text.', '1 warning no-title'],
    ['a misspelt key', `---\ntilte: x\n---\n# T\n\nText.`, '2 warning front-matter-key'],
    ['a singular key', `---\nspeaker: x\n---\n# T\n\nText.`, '2 warning front-matter-key'],
    ['a heading without text', '# T\n\nText.\n\n## Empty\n\n## Full\n\nText.', '5 warning empty-section'],
    ['a passage without source', '# T\n\nOne.[^a]\n\nTwo.\n\n[^a]: A', '5 warning no-source'],
    ['a very long paragraph', `# T\n\n${'Many words end. '.repeat(100)}`, '3 warning long-passage'],
    ['a very long list', `# T\n\n${'- a\n'.repeat(41)}`, '3 warning long-passage'],
    ['a list that nothing introduces', '# T\n\nThey left.\n\n- a', '5 warning list-without-lead-in'],
  ])('name %s', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('name a note of no conference', () => {
    expect(problemsOf('# T\n\nText.', 'a.md')).toEqual(['1 warning no-event']);
  });

  it.each([
    [
      'keys of site generators',
      '---\nlayout: post\ntype: page\nmenu: main\nslug: x\nlang: en\ntag: y\n---\n# T\n\nText.',
    ],
    ['a heading above others', '# T\n\n## A\n\n### B\n\nText.'],
    ['no sources at all', '# T\n\nOne.\n\nTwo.'],
    ['code without source', '# T\n\nOne.[^a]\n\n```\ncode\n```\n\n[^a]: A'],
    ['a list below a heading', '# T\n\n## Goals\n\n- a'],
    ['two lists in a row', '# T\n\n- a\n\n* b'],
  ])('are none for %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('say what was seen and what was expected, on one line, for hostile text too', () => {
    const text = `---\ntitle: [a]\nday: "x\\e[31m\\ny${'z'.repeat(500)}"\n---\n# DockerCon 2015\n\nText.[^\u202Enope]`;
    const { problems } = readNote({ path: 'a.md', text });
    expect(problems.map(({ message }) => message)).toEqual([
      'saw a list in "title"; expected a text.',
      expect.stringMatching(
        /^saw "x \[31m yz{50,60}…" in "day"; expected the day of the conference as a number from 1 to 14\.$/,
      ),
      'saw "[^ nope]"; expected a definition "[^ nope]: …".',
    ]);
  });
});
