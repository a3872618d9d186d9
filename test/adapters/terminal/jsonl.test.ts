import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerLines } from '../../../adapters/terminal/jsonl.js';
import { inputLines, MAX_LINE_BYTES } from '../../../adapters/terminal/lines.js';
import { abstained, answered, fakeEngine, memoryOutput } from '../fakes.js';

/** Feeds lines to an engine and reads the replies. */
async function replies(input: string | Readable, engine = fakeEngine(), explain = false, slow = false) {
  const output = memoryOutput(slow);
  await answerLines(engine, typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input, output, explain);
  return output
    .text()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('a conversation by lines', () => {
  test('answers a question with its id, text, citations, confidence and time', async () => {
    const [reply] = await replies('{"id":"d-1","question":"what is project orca","context":[]}\n');
    expect(Object.keys(reply)).toEqual(['id', 'answered', 'text', 'citations', 'confidence', 'ms']);
    expect(reply).toMatchObject({ id: 'd-1', answered: true, text: 'Project Orca is an integrated stack.' });
    expect(reply.ms).toBeGreaterThanOrEqual(0);
  });

  test('hands the earlier questions to the engine', async () => {
    const engine = fakeEngine();
    await replies('{"id":"1","question":"who demoed it","context":["what is orca","and hub?"]}', engine);
    expect(engine.asked).toEqual([
      { question: 'who demoed it', options: { history: ['what is orca', 'and hub?'], explain: false } },
    ]);
  });

  test('says a refusal in its words', async () => {
    const [reply] = await replies(
      '{"id":"1","question":"bananas"}',
      fakeEngine(() => abstained()),
    );
    expect(reply).toMatchObject({
      answered: false,
      text: "I don't know: nothing in the notes answers that.",
      citations: [],
    });
  });

  test('adds the hits when asked to explain', async () => {
    const hit = {
      note: 'a.md',
      lines: { from: 1, to: 2 },
      sentence: 's',
      passage: 's t',
      score: 0.5,
      features: { x: 1 },
    };
    const engine = fakeEngine(() => answered({ explanation: { terms: [], hits: [hit] } }));
    const [reply] = await replies('{"id":"1","question":"q"}', engine, true);
    expect(reply.hits).toEqual([{ note: 'a.md', lines: [1, 2], sentence: 's', passage: 's t', score: 0.5 }]);
  });

  const FAULTS: readonly (readonly [line: string, id: unknown, error: RegExp])[] = [
    ['nonsense', null, /not JSON/],
    ['{"id":"1","question":"cut', null, /not JSON/],
    ['null', null, /null, expected an object/],
    ['[1]', null, /a list, expected an object/],
    ['"text"', null, /a string, expected an object/],
    ['{}', null, /question is missing/],
    ['{"id":"x"}', 'x', /question is missing/],
    ['{"id":7,"question":5}', 7, /question is a number, expected a string/],
    ['{"id":{"a":1},"question":"q"}', null, /id is an object/],
    ['{"id":"x","question":"q","context":"q"}', 'x', /context is not a list of strings/],
    ['{"id":"x","question":"q","context":["q",1]}', 'x', /context is not a list of strings/],
    [`{"id":"x","question":"${'a'.repeat(MAX_LINE_BYTES)}"}`, null, /longer than 1048576 bytes/],
  ];
  for (const [line, id, error] of FAULTS) {
    test(`reports the line ${line.slice(0, 40)} and answers the next`, async () => {
      const [fault, reply, ...rest] = await replies(`${line}\n{"id":"next","question":"q"}\n`);
      expect(fault).toEqual({ id, error: expect.stringMatching(error) });
      expect(reply).toMatchObject({ id: 'next', answered: true });
      expect(rest).toEqual([]);
    });
  }

  test('reports a failure of the engine and answers the next', async () => {
    const engine = fakeEngine((question) => {
      if (question === 'bad') throw new Error('index is broken\n    at secret.ts:1');
      return answered({ question });
    });
    const [fault, reply] = await replies('{"id":"1","question":"bad"}\n{"id":"2","question":"good"}', engine);
    expect(fault).toEqual({ id: '1', error: 'the engine failed: index is broken' });
    expect(reply).toMatchObject({ id: '2', answered: true });
  });

  test('passes over blank lines, takes CRLF, a byte order mark, and a last line without an end', async () => {
    const lines = await replies('\uFEFF{"id":"1","question":"q"}\r\n\r\n   \n\n{"id":"2","question":"q"}');
    expect(lines.map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('takes the empty question, and an id that is a number or missing', async () => {
    const lines = await replies('{"id":0,"question":""}\n{"question":"q","context":null}\n');
    expect(lines.map(({ id, answered }) => [id, answered])).toEqual([
      [0, true],
      [null, true],
    ]);
  });

  test('keeps the order and reads no further than a slow output takes', async () => {
    const engine = fakeEngine();
    const output = memoryOutput(true);
    let given = 0;
    let ahead = 0;
    const input = async function* () {
      for (; given < 50; given++) {
        yield `{"id":${given},"question":"q"}\n`;
        ahead = Math.max(ahead, given - output.text().split('\n').length);
      }
    };
    await answerLines(engine, input(), output, false);
    expect(
      output
        .text()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([...Array(50).keys()]);
    expect(ahead).toBeLessThanOrEqual(1);
  });

  test('ends when its reader has left', async () => {
    const engine = fakeEngine();
    const output = memoryOutput();
    const input = async function* () {
      yield '{"id":1,"question":"q"}\n';
      output.destroy();
      yield '{"id":2,"question":"q"}\n{"id":3,"question":"q"}\n';
    };
    await answerLines(engine, input(), output, false);
    expect(engine.asked).toHaveLength(1);
  });
});

describe('lines of a stream', () => {
  test('are the same however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', '').replace(/^\uFEFF/, ''))),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const chunks: Buffer[] = [];
          for (let from = 0; from < bytes.length; from += size) chunks.push(bytes.subarray(from, from + size));
          const read = [];
          for await (const line of inputLines(Readable.from(chunks), 1000)) read.push(line);
          expect(read).toEqual(lines.map((text) => ({ text })));
        },
      ),
    );
  });

  test('that are too long are left out to their end, in whatever chunks they come', async () => {
    const chunks = ['ab\n', 'c'.repeat(4), 'c'.repeat(4), 'c'.repeat(4), '\nde'].map((text) => Buffer.from(text));
    const read = [];
    for await (const line of inputLines(Readable.from(chunks), 10)) read.push(line);
    expect(read).toEqual([{ text: 'ab' }, { tooLong: 10 }, { text: 'de' }]);
  });
});
