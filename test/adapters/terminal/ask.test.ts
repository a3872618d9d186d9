import { describe, expect, test } from 'vitest';
import type { AskRequest } from '../../../adapters/commands/ask.js';
import { ask } from '../../../adapters/terminal/ask.js';
import { abstained, answered, fakeEngine, fakeTerminal } from '../fakes.js';

const request = (changes: Partial<AskRequest>): AskRequest => ({
  words: ['what', 'is', 'orca'],
  notes: [],
  json: false,
  jsonl: false,
  explain: false,
  ...changes,
});

describe('a question on the command line', () => {
  test('may come without quotation marks', async () => {
    const engine = fakeEngine();
    await ask(request({}), fakeTerminal({ engine }).terminal);
    expect(engine.asked).toEqual([{ question: 'what is orca', options: { explain: false } }]);
  });

  test('ends with 0 when it is answered, 1 when not', async () => {
    expect(await ask(request({}), fakeTerminal({}).terminal)).toBe(0);
    expect(await ask(request({}), fakeTerminal({ engine: fakeEngine(() => abstained()) }).terminal)).toBe(1);
  });

  test('is answered as text without colour where there is no terminal', async () => {
    const { terminal, stdout, stderr } = fakeTerminal({});
    await ask(request({}), terminal);
    expect(stdout.text()).toMatch(/^Project Orca is an integrated stack\. \[1\]\n\n\[1\] DockerCon 2015, day 2/);
    expect(stderr.text()).toBe('');
  });

  test('is answered in colour on a terminal, or when colour is wished for', async () => {
    const onTerminal = fakeTerminal({});
    Object.assign(onTerminal.stdout, { isTTY: true, columns: 60 });
    await ask(request({}), onTerminal.terminal);
    expect(onTerminal.stdout.text()).toContain('\u001B[1mOrca');

    const forced = fakeTerminal({ config: { colour: true } });
    await ask(request({}), forced.terminal);
    expect(forced.stdout.text()).toContain('\u001B[1mOrca');

    const refused = fakeTerminal({ config: { colour: false } });
    Object.assign(refused.stdout, { isTTY: true });
    await ask(request({}), refused.terminal);
    expect(refused.stdout.text()).not.toContain('\u001B');
  });

  test('is answered as the whole answer in JSON', async () => {
    const { terminal, stdout } = fakeTerminal({ engine: fakeEngine(() => answered()) });
    await ask(request({ json: true, explain: true }), terminal);
    expect(JSON.parse(stdout.text())).toEqual(answered());
  });

  test('is looked up in the folders given', async () => {
    const { terminal, read } = fakeTerminal({});
    await ask(request({ notes: ['a', 'b'] }), terminal);
    expect(read).toEqual([{ folders: ['a', 'b'], origin: undefined }]);
  });

  test('is answered despite a bad note, which is named in one line', async () => {
    const { terminal, stdout, stderr } = fakeTerminal({
      problems: [
        { path: 'notes/bad.md', line: 3, severity: 'error', rule: 'front-matter-yaml', message: 'saw \u001B[2J.' },
        { path: 'notes/bad.md', line: 4, severity: 'error', rule: 'bad-date', message: 'x' },
        { path: 'notes/odd.md', line: 1, severity: 'warning', rule: 'no-title', message: 'no title.' },
      ],
    });
    expect(await ask(request({}), terminal)).toBe(0);
    expect(stdout.text()).toContain('Project Orca');
    expect(stderr.text()).toBe('warning: notes/bad.md:3: saw [2J. (and 1 more; the command check lists all)\n');
  });

  test('must be there, unless questions come by lines', async () => {
    await expect(ask(request({ words: [] }), fakeTerminal({}).terminal)).rejects.toThrow('ask needs a question');
    await expect(ask(request({ jsonl: true }), fakeTerminal({}).terminal)).rejects.toThrow('standard input');
    const { terminal, stdout } = fakeTerminal({ input: '{"id":"1","question":"q"}\n' });
    expect(await ask(request({ words: [], jsonl: true }), terminal)).toBe(0);
    expect(JSON.parse(stdout.text())).toMatchObject({ id: '1', answered: true });
  });
});
