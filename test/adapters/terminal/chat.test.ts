import { expect, test } from 'vitest';
import { chat } from '../../../adapters/terminal/chat.js';
import { answered, fakeEngine, fakeTerminal } from '../fakes.js';

async function talk(input: string, engine = fakeEngine()) {
  const { terminal, stdout, stderr } = fakeTerminal({ engine, input });
  const code = await chat({ notes: [] }, terminal);
  return { code, out: stdout.text(), err: stderr.text(), asked: engine.asked };
}

test('a piped conversation is answered in order, each question with those before it', async () => {
  const { code, out, asked } = await talk('what is orca\n\n  who demoed it  \nand hub?');
  expect(code).toBe(0);
  expect(asked.map(({ question, options }) => [question, options.history])).toEqual([
    ['what is orca', []],
    ['who demoed it', ['what is orca']],
    ['and hub?', ['what is orca', 'who demoed it']],
  ]);
  expect(out.match(/Project Orca is an integrated stack/g)).toHaveLength(3);
  expect(out).not.toMatch(/^> /m);
});

test('only the last ten questions are remembered', async () => {
  const { asked } = await talk(Array.from({ length: 15 }, (_, i) => `question ${i}\n`).join(''));
  expect(asked.at(-1)?.options.history).toEqual(Array.from({ length: 10 }, (_, i) => `question ${i + 4}`));
});

test('commands are answered and are no questions', async () => {
  const { out, asked } = await talk('/help\n/sources\n/nonsense \u001B[2J\n');
  expect(asked).toEqual([]);
  expect(out).toContain('/sources  list the notes');
  expect(out).toContain(
    '- 2015-06-23, DockerCon 2015, day 2, DockerCon 2015, day 2 general session (knowledge/dockercon-2015-day-2.md)\n',
  );
  expect(out).toContain('There is no /nonsense [2J. /help lists what there is.\n');
});

test('/quit leaves at once', async () => {
  const { code, asked } = await talk('one\n/quit\ntwo\n');
  expect(code).toBe(0);
  expect(asked.map(({ question }) => question)).toEqual(['one']);
});

test('a failure of the engine is told and the conversation goes on', async () => {
  const engine = fakeEngine((question) => {
    if (question === 'bad') throw new Error('index is broken');
    return answered({ question });
  });
  const { out, err } = await talk('bad\ngood\n', engine);
  expect(err).toBe('dockercon-bot: the engine failed: index is broken\n');
  expect(out).toContain('Project Orca');
});
