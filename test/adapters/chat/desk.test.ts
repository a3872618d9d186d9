import { describe, expect, test } from 'vitest';
import { buttonValue, type ReadButton, readButton } from '../../../adapters/chat/buttons.js';
import { openDesk } from '../../../adapters/chat/open-desk.js';
import { WORDS } from '../../../adapters/chat/wording.js';
import type { Config } from '../../../adapters/config.js';
import type { Gap, GapNotes } from '../../../adapters/gaps.js';
import { createLog } from '../../../adapters/log.js';
import type { Answer, AskOptions, Engine } from '../../../src/index.js';
import { abstained, answered, citation, fakeEngine, memoryOutput } from '../fakes.js';

const LIMIT = 2_000;

function desk(engine: Engine = fakeEngine(), chat: Config['chat'] = {}, gaps?: GapNotes) {
  const output = memoryOutput();
  const log = createLog({ level: 'info' }, output);
  return { ...openDesk({ config: { notes: [], logLevel: 'info', chat }, engine, log, gaps }, 'test', LIMIT), output };
}

let deliveries = 0;
const incoming = (text: string, changes = {}) => ({
  deliveries: [`delivery ${deliveries++}`],
  asker: 'ann',
  conversation: 'ann in thread 1',
  text,
  ...changes,
});

/** The button as it comes back from the platform. */
const pressed = (...button: Parameters<typeof buttonValue>): ReadButton | undefined =>
  readButton(buttonValue(...button));

/** Completes "it" from the question before, as the engine does. */
const followUps = () =>
  fakeEngine((question, { history = [] }: AskOptions): Answer => {
    const standalone = / it/.test(question) ? question.replace(' it', ` ${history.at(-1)}`) : question;
    return answered({ question, understood: { standalone, kind: 'fact', scope: { years: [] }, corrections: [] } });
  });

describe('a question', () => {
  test('is answered once, however often and under whichever name it is delivered', async () => {
    const engine = fakeEngine();
    const { receive } = desk(engine);
    const replies = await Promise.all([
      receive(incoming('what is orca', { deliveries: ['event 1', 'message 1'] })),
      receive(incoming('what is orca', { deliveries: ['event 2', 'message 1'] })),
      receive(incoming('what is orca', { deliveries: ['event 1'] })),
    ]);
    expect(replies.map((reply) => reply?.kind)).toEqual(['answer', undefined, undefined]);
    expect(engine.asked).toHaveLength(1);
  });

  test('may lean on the ones before it in the same conversation only', async () => {
    const engine = fakeEngine();
    const { receive } = desk(engine);
    await receive(incoming('what is orca'));
    await receive(incoming('who demoed it', { conversation: 'bob in thread 1' }));
    await receive(incoming('who demoed it'));
    expect(engine.asked.map(({ options }) => options.history)).toEqual([[], [], ['what is orca']]);
  });

  test('that replies to an answer follows up that one, not the last', async () => {
    const engine = fakeEngine();
    const { receive } = desk(engine);
    await receive(incoming('what is swarm'));
    const follows = pressed({ act: 'more', asked: { question: 'what is orca', history: ['what is new'] } }, LIMIT);
    await receive(incoming('who demoed it', { follows }));
    expect(engine.asked[1]?.options.history).toEqual(['what is new', 'what is orca']);
  });

  test('that comes before the one before it is answered still knows it', async () => {
    const engine = fakeEngine();
    const { receive } = desk(engine);
    await Promise.all([receive(incoming('what is orca')), receive(incoming('who demoed it'))]);
    expect(engine.asked[1]?.options.history).toEqual(['what is orca']);
  });

  test('after thanks still leans on what was asked before them', async () => {
    const engine = fakeEngine((question) =>
      question === 'thanks' ? abstained({ question, reason: 'small-talk' }) : answered({ question }),
    );
    const { receive } = desk(engine);
    for (const text of ['what is orca', 'thanks', 'who demoed it']) await receive(incoming(text));
    expect(engine.asked[2]?.options.history).toEqual(['what is orca']);
  });

  test.each([
    ['help', 'help'],
    [' HELP! ', 'help'],
    ['', 'help'],
    ['  \n', 'help'],
    ['sources', 'sources'],
    ['/about', 'about'],
    ['sources of funding', 'answer'],
    ['help with networking', 'answer'],
  ])('%j gives %s', async (text, kind) => {
    expect((await desk().receive(incoming(text)))?.kind).toBe(kind);
  });

  test('of which nothing is left, or that asks how to ask, gets help', async () => {
    for (const reason of ['empty', 'help'] as const) {
      const { receive } = desk(fakeEngine((question) => abstained({ question, reason })));
      expect((await receive(incoming('\u200B')))?.kind).toBe('help');
    }
  });

  test('too many of one asker are refused politely, those of others are not', async () => {
    const { receive } = desk(fakeEngine(), { burst: 2, perMinute: 1 });
    const kinds = [];
    for (let i = 0; i < 3; i++) kinds.push(await receive(incoming('what is orca')));
    expect(kinds.map((reply) => reply?.kind)).toEqual(['answer', 'answer', 'notice']);
    expect(kinds[2]).toEqual({ kind: 'notice', text: WORDS.tooFast });
    expect((await receive(incoming('what is orca', { asker: 'bob' })))?.kind).toBe('answer');
  });

  test('that the engine fails on gets an apology, and the log the reason but not the question', async () => {
    const { receive, output } = desk({
      ...fakeEngine(),
      ask: async () => {
        throw new Error('broken');
      },
    });
    expect(await receive(incoming('my secret question'))).toEqual({ kind: 'notice', text: WORDS.failed });
    expect(output.text()).toContain('broken');
    expect(output.text()).not.toContain('secret');
  });

  test('that takes too long gets told so', async () => {
    const { receive } = desk({ ...fakeEngine(), ask: () => Promise.reject(new DOMException('late', 'TimeoutError')) });
    expect(await receive(incoming('what is orca'))).toEqual({ kind: 'notice', text: WORDS.tooSlow });
  });

  test('may be a pasted book: the engine reads its beginning', async () => {
    const engine = fakeEngine();
    await desk(engine).receive(incoming('why '.repeat(10_000)));
    expect(engine.asked[0]?.question.length).toBeLessThanOrEqual(4_000);
  });
});

describe('a button', () => {
  async function answerTo(text: string, { receive }: Pick<ReturnType<typeof desk>, 'receive'>) {
    const reply = await receive(incoming(text));
    if (reply?.kind !== 'answer') throw new Error(`expected an answer, got ${reply?.kind}`);
    return reply;
  }
  const press = () => incoming('');

  test('works after a restart, also for a question that leant on another', async () => {
    const before = desk(followUps());
    await answerTo('what is orca', before);
    const { asked } = await answerTo('who demoed it', before);
    const engine = followUps();
    const after = desk(engine);
    const share = await after.press(pressed({ act: 'share', asked }, LIMIT), press());
    expect(share?.kind).toBe('share');
    expect(engine.asked[0]).toEqual({
      question: 'who demoed it',
      options: { history: ['what is orca'], explain: false },
    });
  });

  test('of a question that stands alone carries no history', async () => {
    const one = desk(followUps());
    await answerTo('what is orca', one);
    expect((await answerTo('what is swarm', one)).asked.history).toEqual([]);
  });

  test('shares nothing the asker has not seen: changed notes are shown again instead', async () => {
    const { asked } = await answerTo('what is orca', desk());
    const changed = desk(
      fakeEngine((question) => answered({ question, citations: [citation({ quote: 'New words.' })] })),
    );
    const reply = await changed.press(pressed({ act: 'share', asked }, LIMIT), press());
    expect(reply?.kind).toBe('changed');
  });

  test('is pressed once however often it is delivered, and again by a new press', async () => {
    const one = desk();
    const { asked } = await answerTo('what is orca', one);
    const button = pressed({ act: 'more', asked }, LIMIT);
    const first = { ...press(), deliveries: ['trigger 1'] };
    expect((await one.press(button, first))?.kind).toBe('more');
    expect(await one.press(button, first)).toBeUndefined();
    expect((await one.press(button, press()))?.kind).toBe('more');
  });

  test('that asks goes on with the conversation', async () => {
    const engine = fakeEngine();
    const one = desk(engine);
    await one.press(pressed({ act: 'ask', asked: { question: 'what is swarm', history: [] } }, LIMIT), press());
    await one.receive(incoming('who demoed it'));
    expect(engine.asked[1]?.options.history).toEqual(['what is swarm']);
  });

  test('of a long question works until a restart, and says so after it', async () => {
    const one = desk();
    const { asked } = await answerTo('why '.repeat(900), one);
    const button = pressed({ act: 'more', asked }, LIMIT);
    expect((await one.press(button, press()))?.kind).toBe('more');
    expect(await desk().press(button, press())).toEqual({ kind: 'notice', text: WORDS.buttonTooOld });
  });

  test('nobody knows is said to be unknown', async () => {
    expect(await desk().press(readButton('?'), press())).toEqual({ kind: 'notice', text: WORDS.buttonUnknown });
  });

  test('keeps what the asker thinks, without the question', async () => {
    const one = desk();
    const { asked } = await answerTo('my secret question', one);
    const reply = await one.press(pressed({ act: 'unhelpful', asked }, LIMIT), press());
    expect(reply).toEqual({ kind: 'notice', text: WORDS.thanksUnhelpful });
    expect(one.output.text()).toContain('"helpful":false');
    expect(one.output.text()).not.toContain('secret');
  });

  test('notes a thumb with what was judged, once for each opinion, where that is wanted', async () => {
    const gaps: Gap[] = [];
    let engine = fakeEngine();
    const changing: Engine = { ...engine, ask: (question, options) => engine.ask(question, options) };
    const one = desk(changing, {}, { note: (gap) => gaps.push(gap) });
    const { asked } = await answerTo('what is orca', one);
    for (const act of ['helpful', 'helpful', 'unhelpful'] as const) {
      await one.press(pressed({ act, asked }, LIMIT), press());
    }
    const verdict = { platform: 'test', question: 'what is orca' };
    const cited = { note: 'knowledge/dockercon-2015-day-2.md', lines: { from: 41, to: 41 } };
    expect(gaps).toEqual([
      { kind: 'helpful', ...verdict, citation: cited },
      { kind: 'unhelpful', ...verdict, citation: cited },
    ]);
    // The notes have changed since: what was judged is no longer what is cited.
    engine = fakeEngine((question) => answered({ question, citations: [citation({ quote: 'Something else.' })] }));
    await one.press(pressed({ act: 'unhelpful', asked }, LIMIT), incoming('', { asker: 'bob' }));
    expect(gaps.at(-1)).toEqual({ kind: 'unhelpful', ...verdict });
    expect(JSON.stringify(gaps)).not.toMatch(/ann|bob/);
  });
});
