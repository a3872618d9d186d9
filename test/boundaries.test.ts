import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breaches } from './walls.js';

const ROOT = new URL('../', import.meta.url);

describe('the walls of the project', () => {
  const files = ['src', 'adapters', 'test'].flatMap((folder) =>
    readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.m?ts$/.test(path) && !path.startsWith('test/fixtures/')),
  );

  it('are looked for in every source file', () => {
    expect(files).toContain('src/index.ts');
    expect(files).toContain('adapters/main.ts');
    expect(files).toContain('test/boundaries.test.ts');
  });

  it('are kept', () => {
    expect(files.flatMap((path) => breaches(path, readFileSync(new URL(path, ROOT), 'utf8')))).toEqual([]);
  });
});

describe('breaches', () => {
  it.each([
    ['a built-in module', 'src/a.ts', "import { join } from 'node:path';", 'node:path'],
    ['a built-in module by its old name', 'src/a.ts', "import fs from 'fs';", 'fs'],
    ['a package that is no text library', 'src/a.ts', "import pino from 'pino';", 'pino'],
    ['an adapter', 'src/a/b.ts', "import { x } from '../../adapters/config.js';", 'src knows only src'],
    ['a type of an adapter', 'src/a.ts', "import type { X } from '../adapters/types.js';", 'src knows only src'],
    ['an adapter by a type expression', 'src/a.ts', "type X = import('../adapters/types.js').X;", 'src knows only src'],
    ['an adapter by a re-export', 'src/a.ts', "export * from '../adapters/types.js';", 'src knows only src'],
    ['a module at run time', 'src/a.ts', "const fs = await import('node:fs');", 'node:fs'],
    ['a module by a computed name', 'src/a.ts', 'export const load = (name: string) => import(name);', 'computed'],
    ['a module by require', 'src/a.ts', "const fs = require('fs');", 'require'],
    ['the clock', 'src/a.ts', 'export const now = () => Date.now();', 'Date'],
    ['a date object', 'src/a.ts', 'export const now = new Date();', 'Date'],
    ['the clock under another name', 'src/a.ts', 'const D = Date; export const now = D.now();', 'Date'],
    ['the fine clock', 'src/a.ts', 'export const now = performance.now();', 'performance'],
    ['chance', 'src/a.ts', 'export const dice = Math.random();', 'Math.random'],
    ['chance in brackets', 'src/a.ts', "export const dice = Math['random']();", 'Math.random'],
    ['chance taken apart', 'src/a.ts', 'const { random } = Math; export const dice = random();', 'Math.random'],
    ['the process', 'src/a.ts', 'export const home = process.env.HOME;', 'process'],
    ['the console', 'src/a.ts', "console.log('x');", 'console'],
    ['the network', 'src/a.ts', "export const page = fetch('https://example.org');", 'fetch'],
    ['a timer', 'src/a.ts', 'setTimeout(() => {}, 1);', 'setTimeout'],
    ['the global object', 'src/a.ts', "export const f = globalThis['fetch'];", 'globalThis'],
    ['the locale data', 'src/a.ts', 'export const c = new Intl.Collator();', 'Intl'],
    ['the locale data by a method', 'src/a.ts', "export const c = 'a'.localeCompare('b');", 'localeCompare'],
    ['bytes', 'src/a.ts', "export const b = Buffer.from('x');", 'Buffer'],
    ['where it stands', 'src/a.ts', 'export const here = import.meta.url;', 'import.meta'],
    ['a shorthand of a forbidden name', 'src/a.ts', 'export const all = { fetch };', 'fetch'],
    ['the inside of the engine', 'adapters/a/b.ts', "import { x } from '../../src/engine.js';", 'only door'],
    ['a type inside the engine', 'adapters/a.ts', "import type { Note } from '../src/notes/note.js';", 'only door'],
    ['another adapter', 'adapters/slack/a.ts', "import { x } from '../discord/b.js';", 'never import each other'],
    ['an adapter beside main', 'adapters/config.ts', "import { x } from './slack/a.js';", 'only main.ts'],
    [
      'an adapter where commands are told',
      'adapters/commands/a.ts',
      "import '../slack/b.js';",
      'never import each other',
    ],
    ['an adapter before it is needed', 'adapters/main.ts', "import { x } from './slack/a.js';", 'when it is needed'],
    ['the environment', 'adapters/slack/a.ts', 'export const t = process.env.TOKEN;', 'process.env'],
    ['the environment taken apart', 'adapters/slack/a.ts', 'const { env } = process;', 'process.env'],
    ['the environment as a module', 'adapters/slack/a.ts', "import { env } from 'node:process';", 'node:process'],
    ['the engine in an adapter test', 'test/adapters/a.test.ts', "import '../../src/engine.js';", 'only door'],
    [
      'another adapter in a test',
      'test/adapters/slack/a.test.ts',
      "import '../../../adapters/web/a.js';",
      'each other',
    ],
    ['an adapter in an engine test', 'test/src/a.test.ts', "import '../../adapters/config.js';", 'src knows only src'],
  ])('finds %s', (_, path, source, expected) => {
    expect(breaches(path, source)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['its own files', 'src/a/b.ts', "import { x } from '../text/terms.js'; export * from './c.js';"],
    [
      'a text library and its types',
      'src/a.ts',
      "import MarkdownIt from 'markdown-it'; import type T from 'markdown-it/lib/token.mjs';",
    ],
    ['forbidden words in text', 'src/a.ts', "// process, fetch(), Date.now()\nexport const said = 'console.log';"],
    ['members and keys of its own', 'src/a.ts', 'export const x = { fetch: 1, process() {} }; x.fetch; x.process();'],
    ['a calendar and plain mathematics', 'src/a.ts', 'export const d = Date.UTC(2015, 5, 22) + Math.floor(1.5);'],
    ['the engine by its door', 'adapters/slack/a.ts', "import { createEngine } from '../../src/index.js';"],
    [
      'shared adapter files',
      'adapters/slack/a.ts',
      "import '../config.js'; import '../chat/wording.js'; import '../commands/ask.js'; import './b.js';",
    ],
    [
      'an adapter on demand',
      'adapters/main.ts',
      "import type { A } from './slack/a.js'; await import('./slack/a.js');",
    ],
    ['the world, in an adapter', 'adapters/slack/a.ts', "import 'node:fs'; console.log(new Date(), process.pid);"],
    ['the environment, where it is read', 'adapters/config.ts', 'export const level = process.env.LOG_LEVEL;'],
    ['the inside, in a test of the inside', 'test/src/a.test.ts', "import '../../src/engine.js'; import 'vitest';"],
  ])('allows %s', (_, path, source) => {
    expect(breaches(path, source)).toEqual([]);
  });

  it('says where', () => {
    expect(breaches('src/a.ts', '\n\nexport const now = Date.now();')).toEqual(['src/a.ts:3 uses Date.now']);
  });
});
