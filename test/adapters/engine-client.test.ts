import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EngineClient, type EngineClientOptions, openEngineClient } from '../../adapters/engine-client.js';
import { createLog } from '../../adapters/log.js';
import { memoryOutput } from './fakes.js';

/** As it ships: `npm test` builds before it tests. */
const WORKER = new URL('../../dist/adapters/engine-worker.js', import.meta.url);

let folder: string;
let clients: EngineClient[] = [];
let output: ReturnType<typeof memoryOutput>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dockercon-bot-'));
  output = memoryOutput();
});

afterEach(async () => {
  await Promise.all(clients.map((client) => client.stop()));
  clients = [];
  rmSync(folder, { recursive: true });
});

async function open(changes: Partial<EngineClientOptions> = {}): Promise<EngineClient> {
  const log = createLog({ level: 'info' }, output);
  const folders = [{ path: folder, origin: '--notes' }];
  const config = { notes: [], logLevel: 'info' } as const;
  const client = await openEngineClient({ folders, config, log, script: WORKER, ...changes });
  clients.push(client);
  return client;
}

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** A worker that does what the script says when it is asked; `ready` tells how many have been started. */
function fakeWorker(onAsk: string): URL {
  const ready = `{ problems: [], counts: { notes: 1, passages: 1 }, skipped: [], kept: [], notes: [] }`;
  const source = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, question }) => { ${onAsk} });
    parentPort.postMessage({ ready: ${ready}, basis: { good: new SharedArrayBuffer(0), fingerprint: '' } });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

describe('the engine in a thread of its own', () => {
  test('answers as the engine does, and lists the notes', async () => {
    write('a.md', '# Whales\n\nProject Orca is an integrated stack.\n');
    const { engine, read } = await open();
    const answer = await engine.ask('what is project orca');
    expect(answer).toMatchObject({
      answered: true,
      excerpts: [{ parts: [{ text: 'Project Orca is an integrated stack.' }] }],
    });
    expect((await engine.suggest('wha')).length).toBeGreaterThan(0);
    expect(engine.notes()).toMatchObject([{ title: 'Whales' }]);
    expect(read().counts.notes).toBe(1);
  });

  test('reads the notes again, and answers from the old ones until then', async () => {
    write('a.md', '# Whales\n\nProject Orca is an integrated stack.\n');
    const { engine, reload } = await open();
    write('a.md', '# Whales\n\nProject Orca is a whale.\n');
    const reloaded = reload();
    expect(JSON.stringify(await engine.ask('what is project orca'))).toContain('integrated stack');
    expect(await reloaded).toBe('new');
    expect(JSON.stringify(await engine.ask('what is project orca'))).toContain('is a whale');
  });

  test('gives up what it builds when the notes change meanwhile, and builds again when they are quiet', async () => {
    write('a.md', '# Whales\n\nProject Orca is an integrated stack.\n');
    const { engine, reload } = await open();
    let version = 0;
    let settled = 0;
    write('a.md', '# Whales\n\nProject Orca is half a');
    const watch = {
      version: () => version,
      async settle() {
        settled++;
        return version;
      },
    };
    const reloaded = reload({ watch });
    await expect.poll(() => settled).toBe(1);
    version++;
    write('a.md', '# Whales\n\nProject Orca is a whale.\n');
    expect(await reloaded).toBe('new');
    expect(settled).toBe(2);
    expect(JSON.stringify(await engine.ask('what is project orca'))).toContain('is a whale');
  });

  test('keeps the old notes when the new ones cannot be read', async () => {
    write('a.md', '# Whales\n\nProject Orca is an integrated stack.\n');
    const { engine, reload } = await open();
    rmSync(folder, { recursive: true });
    expect(await reload()).toBe('failed');
    expect((await engine.ask('what is project orca')).answered).toBe(true);
    expect(output.text()).toContain('could not be read again');
    folder = mkdtempSync(join(tmpdir(), 'dockercon-bot-'));
  });

  test('cannot be started without a folder of notes, and says why', async () => {
    await expect(open({ folders: [{ path: join(folder, 'none'), origin: 'NOTES_DIR' }] })).rejects.toMatchObject({
      name: 'OperatorError',
      message: expect.stringContaining('NOTES_DIR'),
    });
  });

  test('gives up a question after the deadline, and answers the next', async () => {
    const script = fakeWorker("if (question !== 'slow') parentPort.postMessage({ id, value: 'answer' });");
    const { engine } = await open({ script, deadline: 50, patience: 60_000 });
    await expect(engine.ask('slow')).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await engine.ask('quick')).toBe('answer');
  });

  test('is replaced when a question holds it up', async () => {
    const script = fakeWorker(
      "if (question === 'hostile') for (;;); else parentPort.postMessage({ id, value: 'answer' });",
    );
    const { engine } = await open({ script, deadline: 300, patience: 10 });
    await expect(engine.ask('hostile')).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect.poll(() => engine.ask('quick').catch(() => ''), { timeout: 10_000 }).toBe('answer');
    expect(output.text()).toContain('started again');
  });

  test('answers from the old notes when reading them again does not come to an end, and can be told to read once more', async () => {
    const source = `import { parentPort, workerData } from 'node:worker_threads';
      parentPort.on('message', ({ id }) => parentPort.postMessage({ id, value: 'old' }));
      const ready = { problems: [], counts: { notes: 1, passages: 1 }, skipped: [], kept: [], notes: [] };
      if (workerData.good) for (;;);
      parentPort.postMessage({ ready, basis: { good: new SharedArrayBuffer(1), fingerprint: '' } });`;
    const script = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
    const { engine, reload } = await open({ script, readTimeout: 300 });
    expect(await reload({ force: true })).toBe('failed');
    expect(await reload({ force: true })).toBe('failed');
    expect(await engine.ask('x')).toBe('old');
    expect(output.text()).toContain('so the old ones stay: reading them took too long');
  });

  test('is not replaced when more is asked than it can answer: what waits too long is given up', async () => {
    const busy = 'const until = Date.now() + 40; while (Date.now() < until);';
    const { engine } = await open({
      script: fakeWorker(`${busy} parentPort.postMessage({ id, value: question });`),
      deadline: 400,
      patience: 10,
    });
    const asked = Array.from({ length: 200 }, (_, i) => engine.ask(`question ${i}`));
    const ends = await Promise.allSettled(asked);
    expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(ends.some(({ status }) => status === 'rejected')).toBe(true);
    expect(await engine.ask('the next')).toBe('the next');
    expect(output.text()).not.toContain('started again');
  });

  test('is replaced when it ends', async () => {
    const script = fakeWorker(
      "if (question === 'deadly') process.exit(1); else parentPort.postMessage({ id, value: 'answer' });",
    );
    const { engine } = await open({ script });
    await expect(engine.ask('deadly')).rejects.toThrow('lost');
    await expect.poll(() => engine.ask('quick').catch(() => ''), { timeout: 10_000 }).toBe('answer');
  });

  test('tells a fault of one question to who asked it', async () => {
    const script = fakeWorker("parentPort.postMessage({ id, fault: 'broken' });");
    const { engine } = await open({ script });
    await expect(engine.ask('x')).rejects.toThrow('broken');
  });
});
