import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openEngineClient } from '../../adapters/engine-client.js';
import { createLog } from '../../adapters/log.js';
import { watchNotes } from '../../adapters/notes-watch.js';
import { start } from '../../adapters/start.js';
import type { Engine } from '../../src/index.js';
import { memoryOutput } from './fakes.js';

/** As it ships: `npm test` builds before it tests. */
const WORKER = new URL('../../dist/adapters/engine-worker.js', import.meta.url);
const WELL = '---\ntitle: Gizmo\n---\n\nGizmo folds paper boats.\n';

let folder: string;
let output: ReturnType<typeof memoryOutput>;
let engine: Engine;
let readAgain: () => void;
let stop: () => void;
let ended: Promise<number>;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'reload-')), 'notes');
  mkdirSync(folder);
  write('gizmo.md', WELL);
  write('widget.md', '# Widget\n\nWidget counts the sheep of the shepherd.\n');
  output = memoryOutput();
  const log = createLog({ level: 'info' }, output);
  const folders = [{ path: folder, origin: 'NOTES_DIR' }];
  const config = { notes: [folder], logLevel: 'info' } as const;
  await new Promise<void>((resolve) => {
    ended = start({
      config,
      log,
      platforms: [
        {
          name: 'test',
          variables: [],
          isConfigured: () => true,
          create: async (parts) => {
            engine = parts.engine;
            return { name: 'test', start: async () => resolve(), stop: async () => {} };
          },
        },
      ],
      openEngine: () => openEngineClient({ folders, config, log, script: WORKER }),
      watchNotes: (onChange) => watchNotes({ folders, poll: false, log, onChange, interval: 200 }),
      onReload: (act) => {
        readAgain = act;
      },
      stopped: new Promise((resolve) => {
        stop = () => resolve('SIGTERM');
      }),
    });
  });
});
afterEach(async () => {
  stop();
  expect(await ended).toBe(0);
  rmSync(join(folder, '..'), { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const readings = () => output.text().split('the notes are read').length - 1;
const answerTo = async (question: string) => JSON.stringify(await engine.ask(question));
const until = (question: string, text: string) =>
  expect.poll(() => answerTo(question), { timeout: 15_000 }).toContain(text);
const warnings = () =>
  output
    .text()
    .split('\n')
    .filter((line) => line.includes('"level":"warn"'));

describe('while the bot runs', () => {
  test('an edit, a new note and a deletion are answered from', async () => {
    write('gizmo.md', WELL.replace('paper boats', 'tin planes'));
    await until('what does gizmo fold', 'tin planes');
    write('gadget.md', '# Gadget\n\nGadget opens every tin of soup.\n');
    await until('what does gadget open', 'tin of soup');
    unlinkSync(join(folder, 'gizmo.md'));
    await until('what does gizmo fold', '"answered":false');
  });

  test('an edit that breaks a note is told of in one line, and the note stays', async () => {
    write('gizmo.md', '---\ntitle: Gizmo: the\n\tfolder\n---\n\nGizmo folds nothing.\n');
    write('widget.md', '# Widget\n\nWidget counts the goats of the shepherd.\n');
    await until('what does widget count', 'goats');
    expect(await answerTo('what does gizmo fold')).toContain('paper boats');
    write('other.md', '# Other\n\nOther things are here.\n');
    await expect.poll(readings, { timeout: 15_000 }).toBe(3);
    expect(warnings()).toHaveLength(1);
    expect(JSON.parse(warnings()[0] ?? '')).toMatchObject({
      note: expect.stringMatching(/gizmo\.md$/),
      line: expect.any(Number),
      msg: expect.stringContaining('The last good version of this note stays'),
    });
  });

  test('five hundred new files are swapped in at once, and every question meanwhile meets the old or the new', async () => {
    for (let i = 0; i < 500; i++) write(`n${i}.md`, `# Number ${i}\n\nNumber ${i} is the ${i}th of the numbers.\n`);
    write('gizmo.md', WELL.replace('paper boats', 'tin planes'));
    const seen = new Set<string>();
    while (readings() < 2) {
      const [fold, number] = [await answerTo('what does gizmo fold'), engine.notes().length];
      seen.add(`${/paper boats|tin planes/.exec(fold)?.[0]} ${number}`);
    }
    for (const state of seen) expect(state).toMatch(/^(paper boats 2|tin planes 2|tin planes 502|paper boats 502)$/);
    expect(engine.notes()).toHaveLength(502);
    expect(await answerTo('what does gizmo fold')).toContain('tin planes');
    expect(readings()).toBe(2);
  });

  test('a folder that vanishes keeps its notes, and is read when it is back', async () => {
    const away = `${folder}-away`;
    renameSync(folder, away);
    await expect.poll(() => output.text(), { timeout: 15_000 }).toContain('so the old ones stay');
    expect(await answerTo('what does gizmo fold')).toContain('paper boats');
    mkdirSync(folder);
    await expect.poll(() => output.text(), { timeout: 15_000 }).toContain('is another than before');
    expect(await answerTo('what does gizmo fold')).toContain('paper boats');
    rmSync(folder, { recursive: true });
    writeFileSync(join(away, 'gizmo.md'), WELL.replace('paper boats', 'tin planes'));
    renameSync(away, folder);
    await until('what does gizmo fold', 'tin planes');
  });

  test('what is told to be read again is, changed or not; what is written without change is not', async () => {
    write('gizmo.md', WELL);
    readAgain();
    await expect.poll(readings, { timeout: 15_000 }).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(readings()).toBe(2);
  });
});
