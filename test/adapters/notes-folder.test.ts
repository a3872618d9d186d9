import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OperatorError } from '../../adapters/errors.js';
import { FOLDER_LIMITS, readNotesFolders, shippedNotes } from '../../adapters/notes-folder.js';

let base = '';
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'notes-')));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function save(path: string, text: string | Uint8Array = `# ${path}`): string {
  const absolute = join(base, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return absolute;
}

const read = (folders: readonly string[] = ['notes'], limits = {}) =>
  readNotesFolders(
    folders.map((path) => ({ path: join(base, path), origin: '--notes' })),
    base,
    { ...FOLDER_LIMITS, ...limits },
  );
const paths = (folders?: readonly string[]) => read(folders).files.map(({ path }) => path);
const rules = () => read().problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`);

describe('the files of a folder', () => {
  test('are its Markdown files at any depth, in order of path', () => {
    for (const path of ['b.md', 'a/z.markdown', 'a/b/c.MD', 'README.md', 'x.txt', 'md', 'x.mdx']) save(`notes/${path}`);
    expect(paths()).toEqual(['notes/README.md', 'notes/a/b/c.MD', 'notes/a/z.markdown', 'notes/b.md']);
  });

  test('leave out what begins with a dot, and node_modules', () => {
    for (const path of ['a.md', '.hidden.md', '.git/b.md', 'node_modules/c.md', 'd/.obsidian/e.md'])
      save(`notes/${path}`);
    expect(paths()).toEqual(['notes/a.md']);
  });

  test('keep names with spaces and letters of any script', () => {
    save('notes/día 1 – 旧金山.md');
    expect(paths()).toEqual(['notes/día 1 – 旧金山.md']);
  });

  test('are none when the folder is empty', () => {
    mkdirSync(join(base, 'notes'));
    expect(read()).toMatchObject({ files: [], problems: [] });
  });
});

describe('several folders', () => {
  test('keep their names apart', () => {
    save('a/posts/x.md', 'one');
    save('b/posts/x.md', 'two');
    const { files } = read(['a/posts', 'b/posts']);
    expect(files).toEqual([
      { path: 'posts-2/x.md', text: 'two' },
      { path: 'posts/x.md', text: 'one' },
    ]);
  });

  test('give each file once, also when one lies within the other or is named twice', () => {
    save('a/x.md');
    save('a/b/y.md');
    expect(paths(['a/b', 'a', 'a', 'a/../a/b'])).toEqual(['a/x.md', 'b/y.md']);
  });

  test('are found again from the current directory', () => {
    save('a/posts/x.md');
    save('b/posts/x.md');
    const { locate } = read(['a/posts', 'b/posts']);
    expect(locate('posts-2/x.md')).toBe(join('b', 'posts', 'x.md'));
    expect(locate('posts/x.md')).toBe(join('a', 'posts', 'x.md'));
  });

  test('far from the current directory are told by their full path', () => {
    save('notes/x.md');
    const far = join(base, 'one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen');
    const { locate } = readNotesFolders([{ path: join(base, 'notes'), origin: '--notes' }], far);
    expect(locate('notes/x.md')).toBe(join(base, 'notes', 'x.md'));
  });
});

describe('the text of a file', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, text: string])[] = [
    ['UTF-8', Buffer.from('café'), 'café'],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFcafé'), 'café'],
    ['UTF-8 with two byte order marks', Buffer.from('\uFEFF\uFEFFcafé'), 'café'],
    ['UTF-16 little endian', Buffer.from('\uFEFFcafé 🐳', 'utf16le'), 'café 🐳'],
    ['UTF-16 big endian', Buffer.from('\uFEFFcafé 🐳', 'utf16le').swap16(), 'café 🐳'],
    ['nothing', Buffer.alloc(0), ''],
    ['CRLF lines', Buffer.from('a\r\nb'), 'a\r\nb'],
  ];
  for (const [name, bytes, text] of cases) {
    test(`is read from ${name}`, () => {
      save('notes/x.md', bytes);
      expect(read().files).toEqual([{ path: 'notes/x.md', text }]);
    });
  }

  const broken: readonly (readonly [name: string, bytes: Uint8Array, line: number])[] = [
    ['Latin-1', Buffer.from('one\ntwo\ncaf\u00e9\nfour', 'latin1'), 3],
    ['cut UTF-8', Buffer.from('one\ncafé').subarray(0, -1), 2],
    ['cut UTF-16', Buffer.from('\uFEFFab', 'utf16le').subarray(0, -1), 1],
    ['a lone surrogate in UTF-16', Buffer.from('\uFEFFa\uD83Db', 'utf16le'), 1],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 1],
  ];
  for (const [name, bytes, line] of broken) {
    test(`is reported, not guessed, when it is ${name}`, () => {
      save('notes/x.md', bytes);
      expect(read().files).toEqual([]);
      expect(rules()).toEqual([`notes/x.md:${line} file-encoding`]);
    });
  }
});

describe('what is not a readable file is reported and left out', () => {
  test('a pipe is never opened', () => {
    save('notes/a.md');
    execFileSync('mkfifo', [join(base, 'notes/pipe.md')]);
    expect(paths()).toEqual(['notes/a.md']);
    expect(rules()).toEqual(['notes/pipe.md:1 not-a-file']);
  });

  test('a folder that is named like a note is a folder', () => {
    save('notes/x.md/y.md');
    expect(paths()).toEqual(['notes/x.md/y.md']);
    expect(rules()).toEqual([]);
  });

  test('a file that is too large', () => {
    save('notes/a.md');
    truncateSync(save('notes/b.md'), 3 * 1024 ** 3);
    expect(paths()).toEqual(['notes/a.md']);
    expect(read().problems).toMatchObject([
      {
        path: 'notes/b.md',
        severity: 'error',
        rule: 'file-too-large',
        message: expect.stringContaining('3221225472 bytes, expected at most 2097152'),
      },
    ]);
  });

  test('more text than fits the memory, from the first file that goes beyond', () => {
    for (const name of ['a', 'b', 'c']) save(`notes/${name}.md`, 'x'.repeat(40));
    const { files, problems } = read(['notes'], { totalBytes: 100 });
    expect(files.map(({ path }) => path)).toEqual(['notes/a.md', 'notes/b.md']);
    expect(problems).toMatchObject([{ path: 'notes/c.md', rule: 'file-too-large' }]);
  });

  test('more files than the limit', () => {
    for (const name of ['c', 'a', 'b']) save(`notes/${name}.md`);
    const { files, problems } = read(['notes'], { files: 2 });
    expect(files.map(({ path }) => path)).toEqual(['notes/a.md', 'notes/b.md']);
    expect(problems).toMatchObject([{ path: 'notes/c.md', rule: 'too-many-notes' }]);
  });

  test('more entries than the limit', () => {
    for (let i = 0; i < 30; i++) save(`notes/${i % 3}/${i}.txt`);
    expect(read(['notes'], { entries: 20 }).problems).toMatchObject([{ rule: 'folder-too-large' }]);
  });

  test.skipIf(process.getuid?.() === 0)('an unreadable file and an unreadable folder', () => {
    chmodSync(save('notes/a.md'), 0);
    save('notes/b/c.md');
    chmodSync(join(base, 'notes/b'), 0);
    expect(rules()).toEqual(['notes/b:1 folder-unreadable', 'notes/a.md:1 file-unreadable']);
    chmodSync(join(base, 'notes/b'), 0o700);
  });

  test.skipIf(process.platform !== 'linux')('a name that is not UTF-8', () => {
    save('notes/a.md');
    const name = Buffer.concat([Buffer.from(join(base, 'notes/')), Buffer.from([0xe9]), Buffer.from('.md')]);
    writeFileSync(name, 'text');
    expect(paths()).toEqual(['notes/a.md']);
    expect(read().problems).toMatchObject([
      { rule: 'file-unreadable', message: expect.stringContaining('may not be valid UTF-8') },
    ]);
  });
});

describe('links', () => {
  const link = (target: string, path: string) => symlinkSync(target, join(base, path));

  test('are followed while they stay within the folder, as Kubernetes mounts them', () => {
    save('notes/..2024_01_01/day.md', 'text');
    save('notes/..2024_01_01/more/late.md', 'late');
    link('..2024_01_01', 'notes/..data');
    link('..data/day.md', 'notes/day.md');
    link('..data/more', 'notes/more');
    expect(read()).toMatchObject({
      files: [
        { path: 'notes/day.md', text: 'text' },
        { path: 'notes/more/late.md', text: 'late' },
      ],
      problems: [],
    });
  });

  test('that leave the folder are reported and not read', () => {
    save('secret.md', 'secret');
    save('other/secret.md', 'secret');
    save('notes-2/secret.md', 'secret');
    save('notes/a.md');
    link('../secret.md', 'notes/b.md');
    link('../other', 'notes/other');
    link('../notes-2/secret.md', 'notes/c.md');
    link('/etc/passwd', 'notes/d.md');
    expect(paths()).toEqual(['notes/a.md']);
    expect(rules()).toEqual(['b.md', 'c.md', 'd.md', 'other'].map((name) => `notes/${name}:1 link-outside`));
  });

  test('that lead nowhere or in a circle do no harm', () => {
    save('notes/a/b.md');
    link('missing.md', 'notes/c.md');
    link('d.md', 'notes/d.md');
    link('..', 'notes/a/up');
    link('.', 'notes/a/here');
    expect(paths()).toEqual(['notes/a/b.md']);
    expect(rules()).toEqual(['notes/c.md:1 link-broken', 'notes/d.md:1 link-broken']);
  });

  test('to a file that is also there by itself do not double it', () => {
    save('notes/b.md');
    link('b.md', 'notes/a.md');
    expect(paths()).toEqual(['notes/b.md']);
  });

  test('to a pipe are not opened', () => {
    mkdirSync(join(base, 'notes/.pipes'), { recursive: true });
    execFileSync('mkfifo', [join(base, 'notes/.pipes/p')]);
    link('.pipes/p', 'notes/p.md');
    expect(rules()).toEqual(['notes/p.md:1 not-a-file']);
  });

  test('may be the notes folder itself', () => {
    save('real/a.md');
    link('real', 'notes');
    expect(paths()).toEqual(['notes/a.md']);
  });
});

describe('a folder that cannot be read', () => {
  const fault = (path: string, origin: string) => {
    try {
      readNotesFolders([{ path, origin }], base);
    } catch (error) {
      expect(error).toBeInstanceOf(OperatorError);
      return (error as Error).message;
    }
    return 'no fault';
  };

  test('is told by what named it: missing', () => {
    expect(fault('nowhere', 'NOTES_DIR')).toBe(
      'NOTES_DIR: "nowhere" does not exist. Expected a folder of Markdown notes.',
    );
  });

  test('is told by what named it: a file', () => {
    const file = save('x.md');
    expect(fault(relative(base, file), '--notes')).toMatch(/^--notes: "x.md" is not a folder\./);
  });

  test.skipIf(process.getuid?.() === 0)('is told by what named it: unreadable', () => {
    mkdirSync(join(base, 'locked'), { mode: 0o000 });
    expect(fault('locked', 'NOTES_DIR')).toMatch(/^NOTES_DIR: "locked" cannot be listed \(EACCES\)/);
  });
});

test('the notes that ship with the bot are there', () => {
  const { files, problems } = readNotesFolders([shippedNotes()]);
  expect(files.map(({ path }) => path)).toContain('knowledge/dockercon-2015-day-1.md');
  expect(problems).toEqual([]);
});
