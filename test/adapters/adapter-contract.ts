import { describe, expect, test } from 'vitest';
import type { AskOptions, Engine } from '../../src/index.js';
import { abstained, answered, citation, excerpt, fakeEngine } from './fakes.js';

/** A platform around an engine, driven as its users drive it. */
export interface AdapterUnderTest {
  /** Asks in one and the same conversation and resolves with all that the asker reads of the reply. */
  ask(question: string): Promise<string>;
  /** Delivers the same message twice and resolves with the number of replies; absent where nothing is delivered twice. */
  askTwice?(question: string): Promise<number>;
  /** Delivers a message of another bot and resolves with the number of replies; absent where there are no bots. */
  askAsBot?(question: string): Promise<number>;
  /** Takes no more questions; resolves when those under way are answered. */
  stop(): Promise<void>;
}

/** What every adapter does for who asks, whatever the platform. Called within a test file of the adapter. */
export function describeAdapter(name: string, start: (engine: Engine) => Promise<AdapterUnderTest>): void {
  async function using(engine: Engine, act: (adapter: AdapterUnderTest) => Promise<void>): Promise<void> {
    const adapter = await start(engine);
    try {
      await act(adapter);
    } finally {
      await adapter.stop();
    }
  }
  const asked = (engine: Engine, question: string, check: (shown: string) => void) =>
    using(engine, async ({ ask }) => check(await ask(question)));

  describe(`as every adapter, ${name}`, () => {
    test('shows the words of the notes, and where they stand', () =>
      asked(fakeEngine(), 'what is project orca', (shown) => {
        expect(flat(shown)).toContain('Project Orca is an integrated stack.');
        for (const place of [
          '[1]',
          'DockerCon 2015, day 2',
          '2015-06-23',
          'Project Orca',
          'dockercon-2015-day-2.md:41',
        ]) {
          expect(flat(shown)).toContain(place);
        }
        expect(shown).toContain('https://example.com/day2');
      }));

    test('shows every citation of an answer from several notes, and that the sources disagree', () => {
      const numbers = [1, 2, 3];
      const engine = fakeEngine((question) =>
        answered({
          question,
          excerpts: numbers.map((number) => excerpt(`Sentence ${number} of the notes.`, { citation: number })),
          citations: numbers.map((number) => citation({ number, event: `DockerCon 201${number}`, section: [] })),
          disagreement: { citations: [1, 2] },
        }),
      );
      return asked(engine, 'how many came', (shown) => {
        for (const number of numbers) {
          expect(flat(shown)).toContain(`Sentence ${number} of the notes. [${number}]`);
          expect(flat(shown)).toContain(`DockerCon 201${number}`);
        }
        expect(shown).toContain('disagree');
      });
    });

    test('says when it is not sure, and how it has read the question', () => {
      const understood = {
        standalone: 'who demoed project orca',
        kind: 'person',
        scope: { years: [] },
        corrections: [],
      } as const;
      return asked(
        fakeEngine((question) => answered({ question, confidence: 0.6, understood })),
        'who demoed it',
        (shown) => {
          expect(shown).toContain('who demoed project orca');
          expect(shown).toContain('may not be the answer');
        },
      );
    });

    test('says that it does not know, what no note contains, what could be meant and what is nearest', () => {
      const engine = fakeEngine((question) =>
        abstained({
          question,
          unknown: ['orka'],
          didYouMean: 'what is project orca',
          nearest: [citation({ quote: 'Something near.' })],
          related: ['What is Swarm?'],
        }),
      );
      return asked(engine, 'what is orka', (shown) => {
        for (const words of ["I don't know", '"orka"', 'what is project orca', 'Something near.', 'What is Swarm?']) {
          expect(flat(shown)).toContain(words);
        }
      });
    });

    test('lets a question lean on the ones before it', async () => {
      const engine = fakeEngine();
      await using(engine, async ({ ask }) => {
        await ask('what is project orca');
        await ask('who demoed it');
      });
      expect(engine.asked.at(-1)?.options.history).toEqual(['what is project orca']);
    });

    test('says so when the engine fails, and answers the next question', () => {
      const engine = fakeEngine();
      let isBroken = true;
      const breaking = {
        ...engine,
        async ask(question: string, options: AskOptions) {
          if (isBroken) throw new Error('broken');
          return engine.ask(question, options);
        },
      } as Engine;
      return using(breaking, async ({ ask }) => {
        expect((await ask('what is project orca')).trim()).not.toBe('');
        isBroken = false;
        expect(flat(await ask('what is project orca'))).toContain('integrated stack');
      });
    });

    test('shows an answer of any length with its citations, and goes on after hostile words', () => {
      const hostile = [
        '<!channel> @everyone <@U1>',
        '\u202Eabc\u0007',
        '`code` *b* _i_ ||x||',
        '👩‍🚒'.repeat(300),
        'x'.repeat(9_000),
      ];
      const engine = fakeEngine((question) =>
        answered({
          question,
          excerpts: [excerpt(question.length > 500 ? 'A long sentence of the notes. '.repeat(400) : question)],
        }),
      );
      return using(engine, async ({ ask }) => {
        for (const question of hostile) expect(flat(await ask(question))).toContain('[1] DockerCon 2015, day 2');
      });
    });

    test('answers what is delivered twice once', async () => {
      await using(fakeEngine(), async ({ askTwice }) => {
        if (askTwice !== undefined) expect(await askTwice('what is project orca')).toBe(1);
      });
    });

    test('does not talk with bots', async () => {
      await using(fakeEngine(), async ({ askAsBot }) => {
        if (askAsBot !== undefined) expect(await askAsBot('what is project orca')).toBe(0);
      });
    });

    test('stops', async () => {
      const adapter = await start(fakeEngine());
      await adapter.stop();
    });
  });
}

/** White space does not matter: platforms wrap differently. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
