import type { Engine } from '../../src/index.js';

/**
 * Questions that the notes can answer, for people who do not know what to ask: at most `count`, possibly none.
 *
 * The engine proposes them, from different editions; each is asked once, and shown only when the answer is sure. The same
 * notes give the same examples.
 */
export async function exampleQuestions(engine: Engine, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const question of await engine.suggest('')) {
    if (found.length === count) return found;
    const answer = await engine.ask(question);
    if (answer.answered && answer.confidence >= SURE) found.push(question);
  }
  return found;
}

/** Sure enough to be shown to everyone. */
const SURE = 0.9;
