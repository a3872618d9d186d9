import type { Abstained, Answer, Citation, NoteSummary } from '../../src/index.js';
import { eventWords, linePlace } from '../wording.js';
import { cut } from './cut.js';

/** The sentences that the bot says of itself in a chat: fixed, and the same on every platform. Plain text. */

export * from '../wording.js';

export const WORDS = {
  tooFast: 'You ask faster than I may answer. Please wait a minute, then ask again.',
  failed: 'I could not look that up: something went wrong on my side. Please ask again.',
  tooSlow: 'I could not look that up in time. Please ask again, in fewer words.',
  notHere: 'I am not set up to answer in this channel. Ask me in a direct message.',
  buttonTooOld: 'I no longer know the question behind this button. Please ask it again.',
  buttonUnknown: 'I do not know this button. It may come from an older version of me; please ask again.',
  changed: 'The notes have changed since. This is what they say now:',
  perhapsLost: 'Slack did not confirm my answer. If you do not see it, please ask again.',
  notPosted: 'I have an answer, but Slack would not let me post it here. Ask me in a direct message.',
  notWhereAsked: 'Slack would not let me post this where you asked.',
  sharedAlready: 'You have shared this answer already.',
  notDelivered:
    'I have an answer, but Discord takes no message of mine there at the moment. Please ask again later, or here.',
  perhapsNotShared:
    'Discord did not confirm that the answer is shared. If you do not see it, please press the button again.',
  nothingMore: 'The notes hold nothing more on that.',
  thanksHelpful: 'Thank you. Noted as helpful.',
  thanksUnhelpful: 'Thank you. Noted as not helpful.',
  emptyMessage: 'There is no text in that message that I could look up.',
  related: 'Ask next',
  nearest: 'The nearest the notes have:',
  didYouMean: 'Did you mean',
  share: 'Share',
  more: 'More',
  helpful: 'Helpful',
  unhelpful: 'Not helpful',
  sources: 'Sources',
  surrounding: 'Where it stands',
  runnersUp: 'Also close',
  lookUp: 'Look this up in the notes',
  canAnswer: 'The notes can answer',
  examples: 'Try one of these',
  known: 'What the notes cover',
  otherNotes: 'Other notes',
  noNotes: 'There are no notes to answer from.',
} as const;

/** How to ask. `ask` is how a question begins on the platform, e.g. "/dockercon". */
export function helpWords(ask: string): readonly string[] {
  return [
    "Ask a question in plain words. I answer in the notes' own words and say where they stand, or that I don't know.",
    `${ask} help: this. ${ask} sources: the notes I know. ${ask} about: what I am.`,
  ];
}

/** What the bot is, and what it does with what it is asked. */
export function aboutWords(notes: readonly NoteSummary[]): readonly string[] {
  const passages = notes.reduce((sum, note) => sum + note.passages, 0);
  return [
    `I look things up in ${count(notes.length, 'note')} (${count(passages, 'passage')}) and quote them word for word, each with its source.`,
    'There is no language model in me: I cannot make anything up, and what I cannot find I say I do not know.',
    'I remember the last questions of a conversation for a while, for follow-ups. I keep no messages.',
  ];
}

/** "1 note", "2 notes", "no notes". */
function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** Where a citation stands: "DockerCon 2015, day 2 (2015-06-23) › Project Orca". Never empty. */
export function placeWords(citation: Pick<Citation, 'event' | 'day' | 'title' | 'date' | 'section'>): string {
  const { date, section, title } = citation;
  const event = eventWords(citation);
  const headings = section[0] === title ? section.slice(1) : section;
  return [date === undefined ? event : `${event} (${date})`, ...headings].join(' › ');
}

/** The same with all that finds it again: the note's title where the event does not name it, its file and lines. */
export function fullPlaceWords(citation: Citation): string {
  const { title, event } = citation;
  const name = event === undefined || title.startsWith(event) ? '' : `, ${title}`;
  return `${placeWords(citation)}${name} (${linePlace(citation)})`;
}

/** How the question was read, where that is not how it was typed; at most `limit` UTF-16 code units. */
export function understoodWords(
  { question, understood: { standalone, corrections } }: Answer,
  limit: number,
): string | undefined {
  if (standalone !== '' && standalone !== question.trim()) return `Read as: ${cut(standalone, limit)}`;
  if (corrections.length === 0) return undefined;
  return cut(corrections.map(({ from, to }) => `Read "${from}" as "${to}".`).join(' '), limit);
}

/** Who has shown an answer to others. */
export function sharedWords(name: string): string {
  return `Shared by ${cut(name, 80)}`;
}

/** The notes by event, in their order; notes without an event come last, under an empty one. */
export function notesByEvent(
  notes: readonly NoteSummary[],
): readonly (readonly [event: string, readonly NoteSummary[]])[] {
  const groups = new Map<string, NoteSummary[]>();
  for (const note of notes) {
    const event = note.event ?? '';
    groups.set(event, [...(groups.get(event) ?? []), note]);
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''));
}

/** Whether an abstention is no refusal to a question but asks for one: then help is the better reply. */
export function asksForHelp({ reason }: Abstained): boolean {
  return reason === 'empty' || reason === 'help';
}
