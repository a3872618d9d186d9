import type { Correction, Query } from '../question/query.js';
import { termOf } from '../text/terms.js';
import { normalize, tokenize } from '../text/tokens.js';
import type { Answer } from './answer.js';

/**
 * The question with its doubtful words replaced by names of the notes, if it is answered when asked so, with these names in the
 * answer; undefined otherwise, and where no word is doubtful. Names are written as in the answer.
 */
export async function didYouMean(
  query: Query,
  nameness: (term: string) => number,
  ask: (question: string) => Promise<Answer>,
): Promise<string | undefined> {
  const { standalone } = query;
  const suggestions = query.suggestions.filter(({ to }) => nameness(termOf(to)) >= OFTEN_NAME);
  const meant = replaced(standalone, suggestions);
  if (meant === standalone) return undefined;
  const answer = await ask(meant);
  if (!answer.answered) return undefined;
  const shown = answer.excerpts.flatMap(({ parts }) => parts.flatMap(({ text }) => tokenize(text)));
  const written = shown.map(({ text }) => text);
  if (!suggestions.every(({ to }) => written.some((text) => baseOf(text) === to))) return undefined;
  return replaced(
    standalone,
    suggestions.map(({ from, to }) => ({ from, to: asWritten(to, written) })),
  );
}

/** An everyday word in place of an unknown one reads badly and is rarely meant. */
const OFTEN_NAME = 0.5;

/** Replaces whole words only, each wherever it stands. */
function replaced(text: string, corrections: readonly Correction[]): string {
  const words = new Map(corrections.map(({ from, to }) => [normalize(from), to]));
  let [outcome, end] = ['', 0];
  for (const token of tokenize(text)) {
    const to = words.get(normalize(token.text));
    if (to === undefined) continue;
    outcome += text.slice(end, token.from) + to;
    end = token.to;
  }
  return outcome + text.slice(end);
}

/** A word as the notes write it, if all its places agree; in small letters otherwise, for it may only begin sentences. */
function asWritten(word: string, written: readonly string[]): string {
  const forms = new Set(written.filter((text) => baseOf(text) === word).map((text) => text.replace(/['’]s?$/, '')));
  const [form = word] = forms;
  return forms.size === 1 ? form : word;
}

/** A word as the vocabulary lists it, without possessive. */
function baseOf(word: string): string {
  return normalize(word).replace(/'s?$/, '');
}
