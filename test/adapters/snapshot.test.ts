import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotesFolders, shippedNotes } from '../../adapters/notes-folder.js';
import { createSnapshot } from '../../adapters/snapshot.js';
import { createEngine, type NoteFile, prepare, readNotes } from '../../src/index.js';

const NOTES = [
  {
    path: 'a.md',
    text: '---\nevent: GardenConf 2019\nday: 1\n---\n\n# Soil\n\nRoses love clay.[^a]\n\n[^a]: Ann Lee, 2019\n',
  },
  { path: 'b.md', text: '---\ndraft: true\n---\n\nNot yet.\n' },
];

async function prepared(files: readonly NoteFile[]) {
  const read = await readNotes(files);
  return { read, prepared: await prepare(read.notes) };
}

describe('a snapshot of notes', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
    path = join(folder, 'notes.snapshot');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const saved = async () => {
    const snapshot = createSnapshot(path);
    snapshot.save(NOTES, await prepared(NOTES));
    return snapshot;
  };

  it('gives what reading would give', async () => {
    expect((await saved()).load(NOTES)).toStrictEqual(await prepared(NOTES));
  });

  it('gives, of the notes that ship, what reading them would give, and answers and suggests as they do', async () => {
    const { files } = readNotesFolders([shippedNotes()]);
    const snapshot = createSnapshot(path);
    const notes = await prepared(files);
    snapshot.save(files, notes);
    const loaded = snapshot.load(files);
    expect(loaded).toStrictEqual(notes);
    if (loaded === undefined) return;
    const [quick, anew] = [
      createEngine(loaded.read.notes, { prepared: loaded.prepared }),
      createEngine(notes.read.notes),
    ];
    for (const question of [
      'what is Project Orca',
      'who is solomon hikes',
      'what is new in kubernetis',
      'what is DTR',
    ]) {
      expect(await quick.ask(question, { explain: true })).toEqual(await anew.ask(question, { explain: true }));
    }
    for (const prefix of ['', 'what is p', 'docker'])
      expect(await quick.suggest(prefix)).toEqual(await anew.suggest(prefix));
  });

  it('loses nothing of any note', async () => {
    const line = fc.constantFrom(
      '# T',
      '## é\u2028',
      '- a',
      '  - b',
      '| a | b |',
      '|---|---|',
      '',
      'A b. C d.',
      '"q"\\',
      '```',
      '[^1]: x',
      'y[^1]',
      '---',
      'day: 2',
      'date: 2019-01-02',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 30 }), async (lines) => {
        const read = await readNotes([{ path: 'a.md', text: lines.join('\n') }]);
        expect(JSON.parse(JSON.stringify(read))).toStrictEqual(read);
      }),
    );
  });

  it('is passed over for files of other text, other names or another number', async () => {
    const [a = { path: '', text: '' }, b = a] = NOTES;
    const snapshot = await saved();
    expect(snapshot.load([a, { ...b, text: `${b.text}!` }])).toBeUndefined();
    expect(snapshot.load([a, { ...b, path: 'c.md' }])).toBeUndefined();
    expect(snapshot.load([a])).toBeUndefined();
    expect(snapshot.load([])).toBeUndefined();
  });

  it('is passed over when it is missing, cut off, changed or something else', async () => {
    expect(createSnapshot(path).load(NOTES)).toBeUndefined();
    const snapshot = await saved();
    const whole = readFileSync(path);
    const sand = Buffer.from(whole.toString('latin1').replace('clay', 'sand'), 'latin1');
    const other = ['', '\n', '{}', '\0\uFFFD'].map((text) => Buffer.from(text));
    for (const broken of [whole.subarray(0, -1), sand, Buffer.concat([whole, Buffer.from(' ')]), ...other]) {
      writeFileSync(path, broken);
      expect(snapshot.load(NOTES), broken.toString('latin1').slice(0, 40)).toBeUndefined();
    }
    writeFileSync(path, whole);
    expect(snapshot.load(NOTES)).toBeDefined();
  });

  it('cannot be saved where nothing can be written', async () => {
    const notes = await prepared(NOTES);
    expect(() => createSnapshot(join(folder, 'missing', 'x')).save(NOTES, notes)).toThrow('ENOENT');
  });
});
