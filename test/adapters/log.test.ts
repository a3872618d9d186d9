import { describe, expect, test } from 'vitest';
import { createLog, type LogOptions } from '../../adapters/log.js';
import { memoryOutput } from './fakes.js';

function logged(options: Partial<LogOptions>, write: (log: ReturnType<typeof createLog>) => void): string {
  const output = memoryOutput();
  write(createLog({ level: 'info', ...options }, output));
  return output.text();
}

test('a line is one JSON object with time, level and message', () => {
  const line = logged({}, (log) => log.info({ notes: 3 }, 'the notes\nare read'));
  expect(line.split('\n')).toHaveLength(2);
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    notes: 3,
    msg: 'the notes\nare read',
  });
});

test('what is below the level is left out', () => {
  expect(logged({ level: 'warn' }, (log) => log.info('x'))).toBe('');
  expect(logged({ level: 'silent' }, (log) => log.fatal('x'))).toBe('');
});

test('a readable line is no JSON', () => {
  const line = logged({ readable: true }, (log) => log.warn('careful'));
  expect(line).toContain('careful');
  expect(line).not.toMatch(/^\{/);
});

describe('a secret is in no line', () => {
  const secret = 'pa"ss\\wörd';
  const error = () =>
    Object.assign(new Error(`bad ${secret}`, { cause: new Error(secret) }), { config: { auth: secret } });
  const writers: Readonly<Record<string, (log: ReturnType<typeof createLog>) => void>> = {
    'in the message': (log) => log.info(`token ${secret}`),
    'in a field, however deep': (log) => log.info({ a: { b: { c: [secret] }, [secret]: 1 } }, 'x'),
    'in an error, its cause or its fields': (log) => log.error({ err: error() }, 'x'),
    'in an error alone': (log) => log.error(error()),
  };
  for (const [name, write] of Object.entries(writers)) {
    for (const readable of [false, true]) {
      test(`${name}${readable ? ', readable' : ''}`, () => {
        const line = logged({ level: 'trace', secrets: [secret, ''], readable }, write);
        expect(line).toContain('[redacted]');
        expect(line).not.toContain(secret);
        expect(line).not.toContain(JSON.stringify(secret).slice(1, -1));
      });
    }
  }

  const shapes = [
    'xoxb-123456789-abcdef',
    'xapp-1-A111-222-abcdef',
    'https://hooks.slack.com/services/T0000/B0000/XXXXXXXX',
    'postgres://bot:hunter2@db.example.com/bot',
    'Bearer abcdefgh12345678',
    `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`,
  ];
  for (const shape of shapes) {
    test(`by its shape: ${shape.slice(0, 24)}`, () => {
      const line = logged({}, (log) => log.info({ env: { X: shape } }, `saw ${shape}`));
      expect(line.match(/\[redacted\]/g)).toHaveLength(2);
      expect(JSON.parse(line).msg).not.toBe(`saw ${shape}`);
    });
  }
});

describe('an error', () => {
  test('is logged without its stack, but for debugging', () => {
    const error = new TypeError('broken');
    expect(JSON.parse(logged({}, (log) => log.error({ err: error }, 'x'))).err).toEqual({
      type: 'TypeError',
      message: 'broken',
    });
    expect(JSON.parse(logged({ level: 'debug' }, (log) => log.error({ err: error }, 'x'))).err.stack).toContain(
      'log.test',
    );
  });

  test('of any kind can be logged', () => {
    const hostile = new Proxy(new Error('x'), {
      get() {
        throw new Error('no');
      },
    });
    for (const thrown of [undefined, null, 'text', 5, hostile]) {
      expect(JSON.parse(logged({}, (log) => log.error({ err: thrown }, 'failed')))).toMatchObject({ msg: 'failed' });
    }
  });
});
