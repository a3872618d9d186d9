import type { Engine } from '../../src/index.js';

/**
 * Questions that the notes can answer, for people who do not know what to ask: at most `count`, possibly none.
 *
 * They come from the notes themselves: what a heading names is asked for ("What is Project Orca?"), and the question is
 * taken when the answer begins with that name. They are spread over the headings, so over the notes. The same notes give
 * the same examples.
 */
export async function exampleQuestions(engine: Engine, count: number): Promise<readonly string[]> {
  const names = (await engine.suggest('', MAX_HEADINGS)).filter(isName);
  const found: string[] = [];
  for (const name of spread(names, MAX_TRIES)) {
    if (found.length === count) return found;
    if (await isDefined(engine, name)) found.push(`What is ${name}?`);
  }
  const events = new Set(engine.notes().flatMap(({ event }) => event ?? []));
  for (const event of spread([...events], MAX_TRIES)) {
    if (found.length === count) return found;
    const question = `What was announced at ${event}?`;
    if ((await engine.ask(question)).answered) found.push(question);
  }
  return found;
}

const MAX_HEADINGS = 2_000;
/** Questions that are tried out, so that the notes' number does not matter. */
const MAX_TRIES = 40;
/** Sure enough to be shown to everyone. */
const SURE = 0.9;

async function isDefined(engine: Engine, name: string): Promise<boolean> {
  const answer = await engine.ask(`What is ${name}?`);
  if (!answer.answered || answer.confidence < SURE) return false;
  const [first] = answer.excerpts[0]?.parts ?? [];
  return first?.role === 'sentence' && first.text.toLowerCase().startsWith(`${name.toLowerCase()} is `);
}

/** A heading that names one thing, such as "Project Orca" or "LinuxKit", and no sentence, list or event. */
function isName(heading: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}.-]+(?: \p{Lu}[\p{L}\p{N}.-]+){0,3}$/u.test(heading) && !/\d{4}/.test(heading);
}

/** At most `count` items, taken at even distances. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, index) => items[Math.floor(index * step)] as T);
}
