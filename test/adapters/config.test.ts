import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Config, readConfig, VARIABLES } from '../../adapters/config.js';
import { OperatorError } from '../../adapters/errors.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (environment: Record<string, string> = {}) => readConfig(environment, folder);

/** The message of the fault that a configuration has. */
function faultOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    return (error as Error).message;
  }
  return 'no fault';
}

describe('a sound configuration', () => {
  const cases: readonly (readonly [Record<string, string>, Partial<Config>])[] = [
    [{}, { notes: [], logLevel: 'info' }],
    [{ NOTES_DIR: '/a/b' }, { notes: [resolve('/a/b')] }],
    [{ NOTES_DIR: [' /a', '', '/b c'].join(delimiter) }, { notes: [resolve('/a'), resolve('/b c')] }],
    [{ NOTES_BASE_URL: 'https://blog.example.com/x/' }, { notesBaseUrl: 'https://blog.example.com/x/' }],
    [{ MIN_CONFIDENCE: '0' }, { minConfidence: 0 }],
    [{ MIN_CONFIDENCE: ' 0.75 ' }, { minConfidence: 0.75 }],
    [{ MIN_CONFIDENCE: '.5' }, { minConfidence: 0.5 }],
    [{ MIN_CONFIDENCE: '1.0' }, { minConfidence: 1 }],
    [{ LOG_LEVEL: 'trace' }, { logLevel: 'trace' }],
    [{ NO_COLOR: '1' }, { colour: false }],
    [{ FORCE_COLOR: '1' }, { colour: true }],
    [{ FORCE_COLOR: '0' }, { colour: false }],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, { colour: false }],
    [{ NO_COLOR: '', TERM: 'dumb' }, { colour: false }],
    [{ NOTES_WATCH: 'off', CHOKIDAR_USEPOLLING: '1' }, { watch: 'off' }],
    [{ CHOKIDAR_USEPOLLING: 'true' }, { watch: 'poll' }],
    [{ LOG_QUESTIONS: 'on' }, { logQuestions: true }],
    [
      { GAPS_FILE: '/var/gaps.jsonl', GAPS_DAYS: '1', GAPS_MEGABYTES: '2' },
      { gaps: { path: '/var/gaps.jsonl', maxBytes: 2_097_152, retention: 86_400_000 } },
    ],
    [{ NO_COLOR: '', MIN_CONFIDENCE: '', NOTES_DIR: '  ' }, { notes: [] }],
  ];
  for (const [environment, expected] of cases) {
    test(`${JSON.stringify(environment)} is ${JSON.stringify(expected)}`, () => {
      expect(read(environment)).toEqual({ notes: [], logLevel: 'info', ...expected });
    });
  }

  test('resolves a relative folder from the current directory', () => {
    expect(read({ NOTES_DIR: 'notes' }).notes).toEqual([join(folder, 'notes')]);
  });
});

describe('a wrong configuration is told by the variable and what was expected', () => {
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ MIN_CONFIDENCE: 'abc' }, /^MIN_CONFIDENCE: expected a number from 0 .* to 1 .*, saw "abc"\.$/],
    [{ MIN_CONFIDENCE: '8e3' }, /^MIN_CONFIDENCE: .*, saw "8e3"\.$/],
    [{ MIN_CONFIDENCE: '5e-1' }, /^MIN_CONFIDENCE: /],
    [{ MIN_CONFIDENCE: '1.5' }, /^MIN_CONFIDENCE: /],
    [{ MIN_CONFIDENCE: '-1' }, /^MIN_CONFIDENCE: /],
    [{ MIN_CONFIDENCE: '0,5' }, /^MIN_CONFIDENCE: /],
    [{ MIN_CONFIDENCE: '0x1' }, /^MIN_CONFIDENCE: /],
    [
      { LOG_LEVEL: 'loud' },
      /^LOG_LEVEL: expected one of trace, debug, info, warn, error, fatal, silent, saw "loud"\.$/,
    ],
    [{ LOG_LEVEL: 'INFO' }, /^LOG_LEVEL: /],
    [{ NOTES_DIR: delimiter }, /^NOTES_DIR: expected a folder/],
    [{ NOTES_DIR: '"/notes"' }, /^NOTES_DIR: its value starts with a quotation mark/],
    [{ NOTES_BASE_URL: 'blog.example.com' }, /^NOTES_BASE_URL: expected the address where the notes are published/],
    [{ NOTES_BASE_URL: 'ftp://example.com' }, /^NOTES_BASE_URL: /],
    [{ NOTES_BASE_URL: 'javascript:alert(1)' }, /^NOTES_BASE_URL: /],
    [{ PORT: 'abc' }, /^PORT: expected a whole number from 0 to 65535, e\.g\. 3000, saw "abc"\.$/],
    [{ PORT: '70000' }, /^PORT: /],
    [{ PORT: '-1' }, /^PORT: /],
    [{ PORT: '8e3' }, /^PORT: /],
    [{ HOST: 'http://x/' }, /^HOST: /],
    [{ NOTES_WATCH: 'yes' }, /^NOTES_WATCH: expected one of on, poll, off, saw "yes"\.$/],
    [{ LOG_QUESTIONS: 'maybe' }, /^LOG_QUESTIONS: expected "on" or "off", saw "maybe"\.$/],
    [{ GAPS_DAYS: '0' }, /^GAPS_DAYS: expected a whole number from 1 to 3650/],
    [{ GAPS_MEGABYTES: '1.5' }, /^GAPS_MEGABYTES: /],
    [{ CONVERSATION_MINUTES: '30m' }, /^CONVERSATION_MINUTES: /],
  ];
  for (const [environment, message] of cases) {
    test(JSON.stringify(environment), () => {
      expect(faultOf(environment)).toMatch(message);
      expect(faultOf(environment)).not.toContain('\n');
    });
  }

  test('without showing what may be a password', () => {
    const fault = faultOf({ NOTES_BASE_URL: 'https://user:hunter2@example.com/' });
    expect(fault).toMatch(/^NOTES_BASE_URL: .*without user name and password/);
    expect(fault).not.toContain('hunter2');
  });

  test('all at once, a line each', () => {
    const lines = faultOf({ MIN_CONFIDENCE: 'x', LOG_LEVEL: 'y', NOTES_DIR: "'n'" }).split('\n');
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual(['LOG_LEVEL', 'MIN_CONFIDENCE', 'NOTES_DIR']);
  });
});

describe('the file .env', () => {
  const save = (text: string | Uint8Array) => writeFileSync(join(folder, '.env'), text);

  test('counts where the environment says nothing', () => {
    save('MIN_CONFIDENCE=0.3 # careful\nLOG_LEVEL="debug"\n');
    expect(read({ LOG_LEVEL: 'warn' })).toMatchObject({ minConfidence: 0.3, logLevel: 'warn' });
  });

  test('counts where the environment holds only the empty string', () => {
    save('MIN_CONFIDENCE=0.3');
    expect(read({ MIN_CONFIDENCE: '' })).toMatchObject({ minConfidence: 0.3 });
  });

  test('is held to the same rules', () => {
    save('MIN_CONFIDENCE=high');
    expect(faultOf({})).toMatch(/^MIN_CONFIDENCE: /);
  });

  test('does not change the environment of the process', () => {
    save('NODE_OPTIONS=--inspect\nNOTES_DIR=x');
    const before = { ...process.env };
    read();
    expect(process.env).toEqual(before);
  });

  test('is read as UTF-16 too, as Windows writes it', () => {
    save(Buffer.from('\uFEFFMIN_CONFIDENCE=0.3\r\n', 'utf16le'));
    expect(read()).toMatchObject({ minConfidence: 0.3 });
  });

  test('may be missing, or a folder of another tool', () => {
    mkdirSync(join(folder, '.env'));
    expect(read()).toEqual({ notes: [], logLevel: 'info' });
  });
});

test('.env.example names every variable that is read, and no other', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual([...VARIABLES]);
});
