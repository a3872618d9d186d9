import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect } from 'vitest';

/** The built program that runs, as whoever runs it meets it. */
export interface Running {
  /** The exit code, once it has ended and has said all. */
  readonly ended: Promise<number | null>;
  /** What it has printed so far. */
  output(): string;
  /** Waits until it has printed this. */
  said(text: string | RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * The built program beside one note, on a gizmo that folds paper boats, in a folder that is new for each test. What still runs when
 * a test ends is killed: before what was set up earlier in the file is taken down.
 */
export function builtProgram() {
  let folder = '';
  let children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'program-'));
    writeFileSync(
      join(folder, 'a.md'),
      '# Gizmo\n\nGizmo is a small tool that folds paper boats out of old invoices.\n',
    );
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children = [];
    rmSync(folder, { recursive: true });
  });

  return {
    /** The path of a file in the folder. */
    path: (name: string) => join(folder, name),
    /** Runs it with nothing in its environment but the folder's notes and what is given. */
    run(words: readonly string[], env: Readonly<Record<string, string>>): Running {
      const child = spawn(process.execPath, [MAIN, ...words], {
        cwd: folder,
        env: { PATH: process.env.PATH, NOTES_DIR: folder, ...env },
      });
      children.push(child);
      let output = '';
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data) => {
          output += data;
        });
      }
      return {
        ended,
        output: () => output,
        said: (text) => expect.poll(() => output, { timeout: 30_000 }).toMatch(text),
        kill: (signal) => child.kill(signal),
      };
    },
  };
}

/** A port of this machine at which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
