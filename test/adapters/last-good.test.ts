import { describe, expect, test } from 'vitest';
import { keepGood } from '../../adapters/last-good.js';
import type { FolderContents } from '../../adapters/notes-folder.js';
import { type NoteFile, type Problem, readNotes } from '../../src/index.js';

const ROOTS = { notes: '1:1' };
const WELL = '---\ntitle: Gizmo\n---\n\nGizmo folds paper boats.\n';
const BROKEN = '---\ntitle: Gizmo: the\n\tfolder\n---\n\nGizmo folds nothing.\n';

function contents(texts: Readonly<Record<string, string>>, changes: Partial<FolderContents> = {}): FolderContents {
  const files: NoteFile[] = Object.entries(texts).map(([name, text]) => ({ path: `notes/${name}`, text }));
  return { files, problems: [], roots: ROOTS, locate: (path) => path, ...changes };
}

/** Reads one state of a folder after another; what is answered from after the last. */
async function reading(...states: readonly FolderContents[]) {
  let outcome: Awaited<ReturnType<typeof keepGood>> | undefined;
  for (const state of states) {
    const now = await readNotes(state.files);
    outcome = await keepGood(state, now, outcome?.good, (files) => readNotes(files));
  }
  const sentences = outcome?.read.notes.flatMap(({ passages }) =>
    passages.filter(({ kind }) => kind !== 'field').flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
  return { sentences, kept: outcome?.kept, problems: outcome?.read.problems };
}

describe('of notes that are read again', () => {
  test('an edit is taken, a new note too, and a deleted one is gone', async () => {
    const { sentences, kept } = await reading(
      contents({ 'a.md': WELL, 'b.md': 'The old.\n' }),
      contents({ 'a.md': WELL.replace('paper', 'tin'), 'c.md': 'The new.\n' }),
    );
    expect(sentences).toEqual(['Gizmo folds tin boats.', 'The new.']);
    expect(kept).toEqual([]);
  });

  test('a note whose edit loses something stays as it was, and its fault is told by line', async () => {
    const { sentences, kept, problems } = await reading(contents({ 'a.md': WELL }), contents({ 'a.md': BROKEN }));
    expect(sentences).toEqual(['Gizmo folds paper boats.']);
    expect(kept).toEqual([{ path: 'notes/a.md', line: expect.any(Number), message: expect.any(String) }]);
    expect(kept?.[0]?.line).toBeGreaterThan(1);
    expect(problems?.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test('a broken note stays as it was while others change, until it is mended', async () => {
    const broken = contents({ 'a.md': BROKEN, 'b.md': 'Other.\n' });
    expect((await reading(contents({ 'a.md': WELL }), broken, broken)).sentences).toEqual([
      'Gizmo folds paper boats.',
      'Other.',
    ]);
    const mended = contents({ 'a.md': WELL.replace('paper', 'tin') });
    expect(await reading(contents({ 'a.md': WELL }), broken, mended)).toMatchObject({
      sentences: ['Gizmo folds tin boats.'],
      kept: [],
    });
  });

  test('a note that was no better before is taken as it is', async () => {
    const { sentences, kept } = await reading(
      contents({ 'a.md': BROKEN }),
      contents({ 'a.md': BROKEN.replace('nothing', 'a little') }),
    );
    expect(sentences?.join(' ')).toContain('a little');
    expect(kept).toEqual([]);
  });

  test('a new note with a fault is taken as at the start', async () => {
    expect((await reading(contents({ 'a.md': WELL }), contents({ 'a.md': WELL, 'b.md': BROKEN }))).kept).toEqual([]);
  });

  test('a note that loses all its text stays as it was', async () => {
    expect(await reading(contents({ 'a.md': WELL }), contents({ 'a.md': '' }))).toMatchObject({
      sentences: ['Gizmo folds paper boats.'],
      kept: [{ path: 'notes/a.md', line: 1 }],
    });
  });

  test('a note that becomes a draft is gone', async () => {
    const draft = contents({ 'a.md': WELL.replace('title', 'draft: true\ntitle') });
    expect(await reading(contents({ 'a.md': WELL }), draft)).toMatchObject({ sentences: [], kept: [] });
  });

  const fault = (path: string): Problem => ({
    path,
    line: 3,
    severity: 'error',
    rule: 'x',
    message: 'cannot be read.',
  });
  test.each([
    ['a file', 'notes/sub/a.md'],
    ['the folder around it', 'notes/sub'],
  ])('a note stays when %s can no longer be read', async (_, path) => {
    const { sentences, kept } = await reading(
      contents({ 'sub/a.md': WELL, 'b.md': 'Other.\n' }),
      contents({ 'b.md': 'Other.\n' }, { problems: [fault(path)] }),
    );
    expect(sentences).toEqual(['Other.', 'Gizmo folds paper boats.']);
    expect(kept).toEqual([{ path: 'notes/sub/a.md', line: 3, message: 'cannot be read.' }]);
  });
});

describe('of a folder without notes', () => {
  test('they are all gone when they were deleted in it', async () => {
    expect((await reading(contents({ 'a.md': WELL }), contents({}))).sentences).toEqual([]);
  });

  test('nothing is believed when it is another folder than before', async () => {
    await expect(reading(contents({ 'a.md': WELL }), contents({}, { roots: { notes: '1:2' } }))).rejects.toThrow(
      'is another than before',
    );
  });

  test('another folder with notes is taken', async () => {
    const other = contents({ 'b.md': 'Other.\n' }, { roots: { notes: '1:2' } });
    expect((await reading(contents({ 'a.md': WELL }), other)).sentences).toEqual(['Other.']);
  });
});
