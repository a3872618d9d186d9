import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const BUILD = fileURLToPath(new URL('../build.js', import.meta.url));
/** Stands in for the compiler: compiles the last step of the build, or complains of what is wrong. */
const COMPILER = `
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const source = readFileSync('src/index.ts', 'utf8');
if (source.includes('wrong')) { console.log('src/index.ts: wrong'); process.exit(2); }
mkdirSync('dist/modules', { recursive: true });
writeFileSync('dist/modules/take-snapshot.js', "require('node:fs').appendFileSync('builds.txt', '|')");
`;

/** Stands in for what joins the modules: puts the last step of the build where it belongs. */
const BUNDLER = "require('node:fs').cpSync('dist/modules', 'dist/adapters', { recursive: true });";

describe('the build', () => {
  let folder: string;

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const build = () => spawnSync(process.execPath, ['build.mjs'], { cwd: folder, encoding: 'utf8' });
  /** How often the last step has run. */
  const builds = () => readFileSync(join(folder, 'builds.txt'), 'utf8').length;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    // There is no package around it that says that it is a module.
    copyFileSync(BUILD, join(folder, 'build.mjs'));
    for (const path of ['adapters/main.ts', 'src/index.ts', 'build.js', 'tsconfig.json', 'package.json'])
      write(path, '{}');
    write('package-lock.json', '{}');
    write('bundle.js', BUNDLER);
    write('knowledge/2019/day-1.md', '# Soil\n');
    write('node_modules/typescript/bin/tsc', COMPILER);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('runs when code or notes have changed, and only then', () => {
    expect(build()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    build();
    expect(builds()).toBe(1);
    const changes = [
      () => write('src/index.ts', '{} // changed'),
      () => write('knowledge/2019/day-2.md', '# Sand\n'),
      () => rmSync(join(folder, 'knowledge/2019/day-2.md')),
      () => rmSync(join(folder, 'dist'), { recursive: true }),
    ];
    changes.forEach((change, i) => {
      change();
      build();
      build();
      expect(builds()).toBe(i + 2);
    });
  });

  it('fails with what the compiler says until it is mended', () => {
    write('src/index.ts', 'wrong');
    for (const outcome of [build(), build()])
      expect(outcome).toMatchObject({ status: 2, stdout: 'src/index.ts: wrong\n' });
    write('src/index.ts', '{}');
    expect(build().status).toBe(0);
    expect(builds()).toBe(1);
  });

  it('says what to do when nothing is installed', () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(build()).toMatchObject({ status: 1, stderr: 'build: the compiler is not installed. Run npm ci first.\n' });
  });
});
