import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseQuestions } from '../../../../adapters/terminal/evaluation/questions.js';

const SOUND = {
  id: 'q-1',
  question: 'what is runC?',
  kind: 'definition',
  answerable: true,
  expect: [['universal'], ['container runtime']],
  source: [{ event: 'DockerCon 2015', day: 1 }],
  max_chars: 900,
};

/** The faults of a file of one question, changed. */
function faults(changes: Record<string, unknown>): readonly string[] {
  const read = parseQuestions(JSON.stringify({ ...SOUND, ...changes }));
  return 'faults' in read ? read.faults : [];
}

describe('a question file', () => {
  test('is read line by line, blank lines passed over', () => {
    const second = { id: 'q-2', question: 'bananas?', kind: 'off-topic', answerable: false, expect: [], source: [] };
    const third = { ...SOUND, id: 'q-3', kind: 'follow-up', context: ['hm?'], ideal_chars: 300, note: 'hard' };
    const text = `${JSON.stringify(SOUND)}\n\n${JSON.stringify(second)}\r\n${JSON.stringify(third)}`;
    expect(parseQuestions(text)).toEqual({ questions: [SOUND, second, third] });
  });

  test('without a question is a fault', () => {
    expect(parseQuestions(' \n')).toEqual({ faults: ['the file holds no question'] });
  });

  test('has all its faults named, each with its line and id', () => {
    const text = [JSON.stringify(SOUND), '{broken', '[]', JSON.stringify({ ...SOUND, kind: 'joke' })].join('\n');
    expect(parseQuestions(text)).toEqual({
      faults: [
        expect.stringMatching(/^line 2: not JSON \(/),
        'line 3: not a JSON object',
        expect.stringMatching(/^line 4 \(q-1\): unknown kind "joke", expected one of definition, /),
        'line 4: the id q-1 is already on line 1',
      ],
    });
  });
});

describe('a question is faulty', () => {
  const cases: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ id: '' }, 'id is missing, expected text'],
    [{ question: 5 }, 'question is missing, expected text'],
    [{ answerable: 'yes' }, 'answerable is missing, expected true or false'],
    [{ extra: 1 }, 'unknown field "extra"'],
    [{ context: [] }, 'context is not a list of questions'],
    [{ kind: 'follow-up' }, 'a follow-up needs a context'],
    [{ note: 7 }, 'note is not text'],
    [{ expect: 'x' }, 'expect and source must be lists'],
    [{ expect: [] }, 'expect is not a list of lists of regular expressions'],
    [{ expect: [[]] }, 'expect is not a list of lists of regular expressions'],
    [{ expect: [['(']] }, 'the regular expression does not compile: ('],
    [{ expect: [['RUNC']] }, 'the question itself satisfies expect, so echoing it would count as right'],
    [{ source: [] }, 'source is empty'],
    [{ source: [{ event: 'DockerCon 2015' }] }, 'a source needs an event and a day'],
    [{ source: [{ event: 'DockerCon', day: 1 }] }, 'no year in the event "DockerCon"'],
    [{ max_chars: undefined }, 'max_chars must be a positive whole number'],
    [{ max_chars: 1.5 }, 'max_chars must be a positive whole number'],
    [{ ideal_chars: 901 }, 'ideal_chars must be a positive whole number, at most max_chars'],
    [{ answerable: false }, 'a question that cannot be answered takes no expect and no source'],
  ];
  for (const [changes, fault] of cases) {
    test(`with ${JSON.stringify(changes)}`, () => {
      const id = changes.id === '' ? 'no id' : 'q-1';
      expect(faults(changes)).toEqual([`line 1 (${id}): ${fault}`]);
    });
  }
});

test('the questions about the keynotes, which show how a file is written, have no fault', () => {
  const text = readFileSync(new URL('../../../questions/keynotes.jsonl', import.meta.url), 'utf8');
  expect(parseQuestions(text)).toEqual({ questions: expect.any(Array) });
});
