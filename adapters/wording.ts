import type { Abstained, Answer, Scope } from '../src/index.js';

/** What the bot says when it does not answer: the reason, and the words that no note knows. One line each, plain text. */
export function refusal(answer: Abstained): readonly string[] {
  return [reason(answer), ...(answer.reason === 'no-notes' ? [] : unknownWords(answer.unknown))];
}

function reason({ reason, understood }: Abstained): string {
  switch (reason) {
    case 'empty':
      return 'Ask me a question, and I look it up in the notes.';
    case 'small-talk':
      return 'I only know what the notes say. Ask me about that.';
    case 'help':
      return "Ask a question in plain words. I answer in the notes' own words and say where they stand, or that I don't know.";
    case 'vague':
      return 'That is too vague to look up. Name a product, a person, a number or an event.';
    case 'no-notes':
      return 'There are no notes to answer from.';
    case 'out-of-scope':
      return `I don't know: the notes hold nothing on ${scopeWords(understood.scope)}.`;
    case 'anachronism':
      return `I don't know: the notes know of this, but not at ${scopeWords(understood.scope)}.`;
    case 'not-in-notes':
      return "I don't know: nothing in the notes answers that.";
  }
}

/** "2015", "2015 and 2017, day 2", "Europe 2017". */
function scopeWords({ years, day, europe }: Scope): string {
  const when = [europe ? 'Europe' : '', years.join(' and ')].filter(Boolean).join(' ');
  return [when, day === undefined ? '' : `day ${day}`].filter(Boolean).join(', ') || 'that event';
}

function unknownWords(words: readonly string[]): readonly string[] {
  if (words.length === 0) return [];
  const quoted = words.slice(0, MAX_WORDS).map((word) => `"${cut(word, MAX_WORD_LENGTH)}"`);
  const last = quoted.pop() ?? '';
  return [`No note contains ${quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last}.`];
}

/**
 * How sure an answer is, in words; `undefined` when it is sure enough to need none.
 *
 * The steps divide the range above the default threshold of 0.4; at 0.8 four of five answers are right if the engine's
 * confidence is calibrated.
 */
export function confidenceWords({ confidence }: Answer): string | undefined {
  if (confidence >= 0.8) return undefined;
  return confidence >= 0.65
    ? 'This is probably the answer; the source says for sure.'
    : 'This may not be the answer; check the source.';
}

/** Said before excerpts whose sources contradict each other. */
export function disagreementWords(numbers: readonly number[]): string {
  const marks = numbers.map((number) => `[${number}]`);
  if (marks.length === 1) return `The sources disagree on this: see ${marks[0]}.`;
  const last = marks.pop() ?? '';
  return `The sources disagree: compare ${marks.length > 0 ? `${marks.join(', ')} and ${last}` : last}.`;
}

/** "DockerCon 2015, day 2", else the title of the note. */
export function eventWords(note: { readonly event?: string; readonly day?: number; readonly title: string }): string {
  if (note.event === undefined) return note.title;
  return note.day === undefined ? note.event : `${note.event}, day ${note.day}`;
}

/** Where something stands in a file: "notes/a.md:12", "notes/a.md:12-14". */
export function linePlace({
  note,
  lines,
}: {
  readonly note: string;
  readonly lines: { readonly from: number; readonly to: number };
}): string {
  return `${note}:${lines.from === lines.to ? lines.from : `${lines.from}-${lines.to}`}`;
}

/** A question's words are echoed, so a long one is cut. */
const MAX_WORDS = 5;
const MAX_WORD_LENGTH = 40;

/** Cuts at a character, never within one, and says so. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
