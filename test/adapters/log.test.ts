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
    'Basic dXNlcjpwYXNzd29yZA==',
    'https://hooks.slack.com/commands/T012/345/canary',
    'http://127.0.0.1:8080/response/canary-1',
    'https://discord.com/api/v10/webhooks/123456789012345678/canary-token/messages/@original',
    '/interactions/123456789012345678/canary-token/callback',
    'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmNhbmFyeQ',
    'https://slack.com/oauth?client_secret=canary',
  ];
  for (const shape of shapes) {
    test(`by its shape: ${shape.slice(0, 24)}`, () => {
      const line = logged({}, (log) => log.info({ env: { X: shape } }, `saw ${shape}`));
      expect(line.match(/\[redacted\]/g)).toHaveLength(2);
      expect(JSON.parse(line).msg).not.toBe(`saw ${shape}`);
    });
  }
});

test.each(['Authorization', 'authorization', 'X-Slack-Signature', 'client_secret', 'response_url', 'accessToken'])(
  'what a field named %s holds is in no line, however deep, also as JSON within a message',
  (name) => {
    const line = logged({ level: 'trace' }, (log) => {
      log.info({ err: { config: { headers: { [name]: 'canary-1 "x"' } } } }, JSON.stringify({ [name]: 'canary-2' }));
      log.info({ a: { b: { [name]: 'canary-3' } } });
    });
    expect(line).not.toContain('canary');
    for (const one of line.trimEnd().split('\n')) expect(() => JSON.parse(one)).not.toThrow();
  },
);

test('words that only look a little like a secret stay', () => {
  const text =
    'Look under "Basic Information" of the bot; the bot registered 2 commands at https://discord.com/developers/applications.';
  expect(JSON.parse(logged({}, (log) => log.info(text))).msg).toBe(text);
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
