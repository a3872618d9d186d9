import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { EngineClient } from '../../adapters/engine-client.js';
import { createLog } from '../../adapters/log.js';
import { start, stopSignal } from '../../adapters/start.js';
import type { Platform, PlatformParts } from '../../adapters/types.js';
import { fakeEngine, memoryOutput } from './fakes.js';

const client: EngineClient = {
  engine: fakeEngine(),
  read: () => ({
    problems: [
      { path: 'n/bad.md', line: 2, severity: 'error', rule: 'bad-date', message: 'saw "2024-02-30".' },
      { path: 'n/odd.md', line: 2, severity: 'warning', rule: 'no-title', message: 'no title.' },
    ],
    counts: { notes: 2, passages: 9 },
    skipped: [],
    kept: [],
    notes: [],
  }),
  isReady: () => true,
  reload: async () => 'new',
  stop: async () => {},
};

/** A platform that notes down what happens to it. */
function platform(
  name: string,
  events: string[],
  changes: Partial<Platform> = {},
  fails: 'start' | 'stop' | '' = '',
): Platform {
  const act = (what: 'start' | 'stop') => async () => {
    if (fails === what) throw new Error(`${what} failed`);
    events.push(`${name} ${what}`);
  };
  return {
    name,
    variables: [`${name.toUpperCase()}_TOKEN`],
    isConfigured: () => true,
    create: async () => ({ name, start: act('start'), stop: act('stop') }),
    ...changes,
  };
}

const soon = () => new Promise<string>((resolve) => setImmediate(() => resolve('SIGTERM')));

async function run(platforms: readonly Platform[], stopped: Promise<string> = soon()) {
  const output = memoryOutput();
  const log = createLog({ level: 'info' }, output);
  const config = { notes: [], logLevel: 'info' } as const;
  const code = await start({ config, log, platforms, openEngine: async () => client, stopped });
  const lines = output
    .text()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return { code, lines, messages: lines.map(({ msg }) => msg) };
}

describe('start', () => {
  test('runs what is configured and stops all of it when asked', async () => {
    const events: string[] = [];
    const off = platform('off', events, { isConfigured: () => false });
    const { code, lines, messages } = await run([platform('one', events), off, platform('two', events)]);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ level: 'warn', note: 'n/bad.md', line: 2 });
    expect(events).toEqual(['one start', 'two start', 'one stop', 'two stop']);
    expect(messages).toEqual(['saw "2024-02-30".', 'the notes are read', 'started', 'started', 'stopping', 'stopped']);
  });

  test('says that it uses no database, without its address', async () => {
    const output = memoryOutput();
    const config = { notes: [], logLevel: 'info', databaseUrl: 'postgres://bot:canary@db/bot' } as const;
    const log = createLog({ level: 'info' }, output);
    await start({ config, log, platforms: [platform('one', [])], openEngine: async () => client, stopped: soon() });
    expect(output.text()).toContain('DATABASE_URL: is set, and this version uses no database.');
    expect(output.text()).not.toContain('canary');
  });

  test('goes on with the others when one cannot start', async () => {
    const events: string[] = [];
    const { code, lines } = await run([platform('one', events, {}, 'start'), platform('two', events)]);
    expect(code).toBe(0);
    expect(events).toEqual(['two start', 'two stop']);
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', platform: 'one', msg: 'one cannot start: start failed' }),
    );
  });

  test('does not wait for a platform that is out of reach, and stops it all the same', async () => {
    const events: string[] = [];
    const away = platform('away', events, {
      create: async () => ({
        name: 'away',
        start: () => new Promise<never>(() => {}),
        stop: async () => void events.push('away stop'),
      }),
    });
    const { code } = await run([away, platform('two', events)]);
    expect(code).toBe(0);
    expect(events).toEqual(['two start', 'away stop', 'two stop']);
  });

  test('goes on without a platform that is lost, and does not end as if nothing had been', async () => {
    const events: string[] = [];
    const one = platform('one', events);
    const lost = Promise.resolve(new Error('the token is no longer valid'));
    const { code, messages } = await run([
      { ...one, create: async (parts) => ({ ...(await one.create(parts)), lost }) },
      platform('two', events),
    ]);
    expect(code).toBe(1);
    expect(messages).toContain('one is lost: the token is no longer valid');
    expect(events.filter((event) => event === 'one stop')).toHaveLength(1);
    expect(events).toContain('two stop');
  });

  test('gives up when the last platform is lost', async () => {
    const one = platform('one', []);
    const lost = Promise.resolve(new Error('gone'));
    const never = new Promise<never>(() => {});
    const only = { ...one, create: async (parts: PlatformParts) => ({ ...(await one.create(parts)), lost }) };
    expect((await run([only], never)).code).toBe(1);
  });

  test('gives up when none can start', async () => {
    expect((await run([platform('one', [], {}, 'start')])).code).toBe(1);
  });

  test('tells of a platform that did not stop, after the others have', async () => {
    const events: string[] = [];
    const { code, messages } = await run([platform('one', events, {}, 'stop'), platform('two', events)]);
    expect(code).toBe(1);
    expect(events).toContain('two stop');
    expect(messages).toContain('one did not stop cleanly');
  });

  test('says in one line what to set when nothing is configured', async () => {
    const off = { isConfigured: () => false };
    const { code, lines } = await run([platform('one', [], off), platform('two', [], off)]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'error',
        msg: 'No platform is configured. Set ONE_TOKEN for one, or TWO_TOKEN for two, in the environment or in a file .env.',
      }),
    ]);
  });

  test('says in one line that there is nothing to start when there are no platforms', async () => {
    const { code, lines } = await run([]);
    expect(code).toBe(1);
    expect(lines).toEqual([expect.objectContaining({ msg: expect.stringMatching(/^There is nothing to start: /) })]);
  });
});

test('the first signal asks to stop, the second ends the process', async () => {
  const signals = new EventEmitter();
  const ends: string[] = [];
  const stopped = stopSignal(
    (signal, act) => signals.on(signal, act),
    () => ends.push('end'),
  );
  signals.emit('SIGTERM');
  expect(await stopped).toBe('SIGTERM');
  expect(ends).toEqual([]);
  signals.emit('SIGINT');
  expect(ends).toEqual(['end']);
});
