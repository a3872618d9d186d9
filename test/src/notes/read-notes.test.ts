import { describe, expect, it } from 'vitest';
import { readNote, readNotes } from '../../../src/notes/index.js';
import { brief, noteOf, passagesOf } from './reading.js';

describe('readNotes', () => {
  it('gives notes, skipped files and problems in order of path, whatever the order of the files', () => {
    const files = [
      { path: 'b.md', text: '# DockerCon 2015\n\nText.' },
      { path: 'B.md', text: 'Text.' },
      { path: 'a.md', text: '---\ndraft: true\n---\nText.' },
      { path: 'a/z.md', text: '# DockerCon 2016\n\nText.[^x]' },
    ];
    const read = readNotes(files);
    expect(readNotes([...files].reverse())).toEqual(read);
    expect(read.notes.map(({ path }) => path)).toEqual(['B.md', 'a/z.md', 'b.md']);
    expect(read.skipped).toEqual([{ path: 'a.md', reason: 'draft: true' }]);
    expect(read.problems.map((problem) => `${problem.path} ${brief(problem)}`)).toEqual([
      'B.md 1 warning no-event',
      'B.md 1 warning no-title',
      'a/z.md 3 error footnote-undefined',
    ]);
  });

  it('keeps notes of the same title apart', () => {
    const text = '# DockerCon 2015\n\nText.';
    const { notes, problems } = readNotes([
      { path: 'a/x.md', text },
      { path: 'b/x.md', text },
    ]);
    expect(notes.flatMap(({ passages }) => passages.map(({ id }) => id))).toEqual(['a/x.md#0', 'b/x.md#0']);
    expect(problems).toEqual([]);
  });

  it('warns of two notes that both say they are of the same session', () => {
    const explicit = '---\nevent: DockerCon 2015\nday: 1\n---\n# T\n\nText.';
    const inferred = '# DockerCon 2015 Day 1\n\nText.';
    const read = (...texts: string[]) => readNotes(texts.map((text, index) => ({ path: `${index}.md`, text })));
    expect(read(explicit, inferred, inferred).problems).toEqual([]);
    expect(read(explicit, explicit).problems).toEqual([
      {
        path: '1.md',
        line: 1,
        severity: 'warning',
        rule: 'same-session',
        message: 'saw "DockerCon 2015, day 1" in "0.md" too; expected one note for a session.',
      },
    ]);
    expect(read(explicit, explicit).notes).toHaveLength(2);
  });

  it('reads the same text into the same note every time', () => {
    const file = { path: 'a.md', text: '---\ntitle: How to: x\nday: 1\n---\n# T\n\nText.[^a]\n\n[^a]: A' };
    expect(readNote(file)).toEqual(readNote(file));
  });
});

describe('the text of a file', () => {
  const unix = '---\nevent: DockerCon 2015\n---\n# T\n\nOne\ntwo.\n\n- a\n';

  it.each([
    ['CRLF', unix.replaceAll('\n', '\r\n')],
    ['CR', unix.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${unix}`],
    ['two byte order marks', `\uFEFF\uFEFF${unix}`],
  ])('may have %s', (_, text) => {
    expect(passagesOf(text)).toEqual(passagesOf(unix));
    expect(noteOf(text).event).toBe('DockerCon 2015');
    expect(passagesOf(unix)).toEqual(['event: 2 DockerCon 2015', 'paragraph: 6-7 One two.', 'list: >09 a']);
  });

  it.each([
    ['NUL', 'b\0d'],
    ['a byte that is no UTF-8', 'caf\uFFFD'],
  ])('with %s loses the passage that holds it, and says where', (_, broken) => {
    const text = `# DockerCon 2015\n\n${'Good text. '.repeat(100)}\n\nA ${broken} text.\n\nMore text.\n`;
    const result = readNote({ path: 'a.md', text });
    expect(result.problems.map(brief)).toEqual(['5 error encoding']);
    expect(JSON.stringify('note' in result && result.note)).not.toMatch(/\\u0000|\uFFFD/);
    expect('note' in result && result.note.passages).toHaveLength(2);
  });

  it.each([
    ['UTF-16', [...'# DockerCon 2015\n\nText.'].join('\0')],
    ['a picture', '\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\uFFFD\uFFFD'],
    ['Latin-1', 'Les d\uFFFDveloppeurs \uFFFDtaient l\uFFFD.'],
  ])('that is %s is skipped with one error', (_, text) => {
    const result = readNote({ path: 'a.md', text });
    expect(result).toMatchObject({ skipped: 'not a text in UTF-8' });
    expect(result.problems.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['error encoding']);
  });

  it('never shows what is no text in titles, headings, names and sources either', () => {
    const broken = 'x\uFFFDy';
    const front = ['title', 'event', 'city', 'author'].map((key) => `${key}: ${broken}\n`).join('');
    const text = `---\n${front}aliases: { ${broken}: Z, Z: ${broken} }\ntags: [${broken}]\n---\n# ${broken}\n\n${'Good text.[^a] '.repeat(200)}\n\n[^a]: [${broken}](http://a.b), ${broken}, 2015\n`;
    const note = noteOf(text, 'the-note.md');
    expect(JSON.stringify(note)).not.toContain('\uFFFD');
    expect(note).toMatchObject({ title: 'xy', aliases: {}, sources: [{ title: 'xy', author: 'xy' }] });
    expect(note.sections[0]?.headings).toEqual(['xy']);
  });

  it('may be empty', () => {
    for (const text of ['', '\n', ' ', '\uFEFF', '---\ntitle: x\n---\n']) expect(noteOf(text).passages).toEqual([]);
  });
});
