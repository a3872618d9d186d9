import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../adapters/log.js';
import { type NotesWatch, watchNotes } from '../../adapters/notes-watch.js';
import { memoryOutput } from './fakes.js';

let place: string;
let folder: string;
let watch: NotesWatch;
let calls: number;

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')));
  folder = join(place, 'notes');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  write('a.md', 'a');
  write('sub/b.md', 'b');
  calls = 0;
});
afterEach(async () => {
  await watch.close();
  rmSync(place, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Watches, and waits until it does. */
async function watching(poll: boolean, mostFolders = 100): Promise<void> {
  watch = watchNotes({
    mostFolders,
    folders: [{ path: folder, origin: 'NOTES_DIR' }],
    poll,
    log: createLog({ level: 'info' }, memoryOutput()),
    onChange: () => {
      calls++;
    },
    quiet: 100,
    interval: 50,
  });
  await pause(500);
}

/** Whether what is done is told of. */
async function isTold(act: () => void): Promise<boolean> {
  const before = calls;
  act();
  const until = performance.now() + 3_000;
  while (calls === before && performance.now() < until) await pause(20);
  await pause(300);
  return calls > before;
}

describe.each([
  ['as the system tells', false],
  ['by looking', true],
])('changes of notes are noticed %s:', (_, poll) => {
  test('an edit, also below, a new note in a new folder, a note renamed over another, a deletion', async () => {
    await watching(poll);
    expect(await isTold(() => appendFileSync(join(folder, 'a.md'), 'aa'))).toBe(true);
    expect(await isTold(() => appendFileSync(join(folder, 'sub/b.md'), 'bb'))).toBe(true);
    expect(
      await isTold(() => {
        mkdirSync(join(folder, 'new/deep'), { recursive: true });
        write('new/deep/c.md', 'c');
      }),
    ).toBe(true);
    expect(await isTold(() => appendFileSync(join(folder, 'new/deep/c.md'), 'cc'))).toBe(true);
    expect(
      await isTold(() => {
        write('.a.swp', 'x');
        renameSync(join(folder, '.a.swp'), join(folder, 'a.md'));
      }),
    ).toBe(true);
    expect(await isTold(() => unlinkSync(join(folder, 'sub/b.md')))).toBe(true);
  });

  test('a link to the folder that leads elsewhere, and edits there', async () => {
    renameSync(folder, join(place, 'one'));
    mkdirSync(join(place, 'two'));
    writeFileSync(join(place, 'two', 'a.md'), 'two');
    symlinkSync('one', folder);
    await watching(poll);
    expect(
      await isTold(() => {
        symlinkSync('two', join(place, 'next'));
        renameSync(join(place, 'next'), folder);
      }),
    ).toBe(true);
    expect(await isTold(() => appendFileSync(join(place, 'two', 'a.md'), 'more'))).toBe(true);
  });

  test('a volume that Kubernetes renews', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(join(folder, '..1'), { recursive: true });
    mkdirSync(join(folder, '..2'));
    write('..1/a.md', 'one');
    write('..2/a.md', 'two');
    symlinkSync('..1', join(folder, '..data'));
    symlinkSync('..data/a.md', join(folder, 'a.md'));
    await watching(poll);
    expect(
      await isTold(() => {
        symlinkSync('..2', join(folder, '..data_tmp'));
        renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
      }),
    ).toBe(true);
  });

  test('a folder that is gone, comes back, and is written to', async () => {
    await watching(poll);
    expect(await isTold(() => rmSync(folder, { recursive: true }))).toBe(true);
    expect(
      await isTold(() => {
        mkdirSync(folder);
        write('z.md', 'z');
      }),
    ).toBe(true);
    expect(await isTold(() => appendFileSync(join(folder, 'z.md'), 'zz'))).toBe(true);
  });
});

test('a burst of five hundred files is told of once', async () => {
  await watching(false);
  for (let i = 0; i < 500; i++) write(`sub/n${i}.md`, `${i}`);
  await expect.poll(() => calls, { timeout: 5_000 }).toBe(1);
  await pause(500);
  expect(calls).toBe(1);
  expect(watch.version()).toBeGreaterThan(1);
});

test('what is no note is of no matter to who looks, nor what is hidden to who is told', async () => {
  mkdirSync(join(folder, '.git'));
  await watching(false);
  expect(await isTold(() => write('.git/index', 'x'))).toBe(false);
});

test('where there are more folders than can be watched, every file is looked at instead', async () => {
  for (let i = 0; i < 10; i++) mkdirSync(join(folder, `f${i}`));
  await watching(false, 5);
  await pause(300);
  expect(await isTold(() => write('f7/new.md', 'new'))).toBe(true);
  expect(await isTold(() => appendFileSync(join(folder, 'sub/b.md'), 'bb'))).toBe(true);
});

test('who asks is told when all is quiet', async () => {
  await watching(false);
  const before = watch.version();
  expect(await watch.settle()).toBe(before);
  write('a.md', 'aa');
  await expect.poll(() => watch.version()).toBeGreaterThan(before);
  expect(await watch.settle()).toBe(watch.version());
});
