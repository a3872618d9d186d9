import type { Note } from '../notes/note.js';
import { abbreviationsIn } from '../text/abbreviations.js';
import { termTokens } from '../text/terms.js';

/** Two names of one thing, as terms: an abbreviation or nickname and the full name. */
export interface Expansion {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/** Expansions by each term they hold. */
export type Expansions = ReadonlyMap<string, readonly Expansion[]>;

/** Collects abbreviations that the notes explain in parentheses, and the aliases of their front matter. */
export function expansionsOf(notes: readonly Note[]): readonly Expansion[] {
  const found = new Map<string, Expansion>();
  function add(short: string, long: string): void {
    if (found.size >= MOST) return;
    const expansion = { short: termsOf(short), long: termsOf(long) };
    if (expansion.short.length > 0 && expansion.long.length > 0) {
      found.set(`${expansion.short.join(' ')}=${expansion.long.join(' ')}`, expansion);
    }
  }
  for (const note of notes) for (const [short, long] of Object.entries(note.aliases)) add(short, long);
  for (const note of notes) {
    for (const passage of note.passages) {
      for (const { text } of passage.sentences) {
        if (text.includes('(')) for (const { short, long } of abbreviationsIn(text)) add(short, long);
      }
    }
  }
  return [...found.values()];
}

/** Prepares expansions to be found by their terms. */
export function byTerm(expansions: readonly Expansion[]): Expansions {
  const found = new Map<string, Expansion[]>();
  for (const expansion of expansions) {
    for (const term of new Set([...expansion.short, ...expansion.long])) {
      const others = found.get(term);
      if (others === undefined) found.set(term, [expansion]);
      else if (others.length < MOST_OF_A_TERM) others.push(expansion);
    }
  }
  return found;
}

/** A folder of notes explains hundreds of abbreviations at most; a hostile one must not fill the memory. */
const MOST = 5000;
const MOST_TERMS = 8;
const MOST_OF_A_TERM = 12;

function termsOf(name: string): string[] {
  return termTokens(name.slice(0, 200))
    .slice(0, MOST_TERMS)
    .map(({ term }) => term);
}
