import type { NoteSummary } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { noteAddress, noteName } from '../chat/note-names.js';
import { aboutWords, helpWords, notesByEvent, WORDS } from '../chat/wording.js';
import { type Message, message, questionButtons } from './components.js';
import { addressOf, escapeLine, link, small } from './markdown.js';

/** The slash command's name. */
export const COMMAND = 'dockercon';

/** How to ask, with examples that can be pressed. */
export function formatHelp(examples: readonly string[], remark?: string): Message {
  const buttons = questionButtons(examples);
  const ways = `Mention me, reply to me, write me a direct message, or use "${WORDS.lookUp}" in the menu of any message.`;
  return message([
    [...(remark === undefined ? [] : [remark]), ...helpWords(`/${COMMAND} question:`), ways].map(escapeLine).join('\n'),
    ...(buttons.length > 0 ? [small([WORDS.examples]), ...buttons] : []),
  ]);
}

/** What the bot is. */
export function formatAbout(notes: readonly NoteSummary[]): Message {
  return message([aboutWords(notes).map(escapeLine).join('\n')]);
}

/** The notes by event, with dates and links; as many as fit, and how many more there are. */
export function formatSources(notes: readonly NoteSummary[]): Message {
  if (notes.length === 0) return message([WORDS.noNotes]);
  let left = ROOM;
  let listed = 0;
  const lines: string[] = [];
  for (const [event, group] of notesByEvent(notes)) {
    const title = `**${escapeLine(cut(event === '' ? WORDS.otherNotes : event, TITLE))}**`;
    for (const [index, note] of group.entries()) {
      const line = [...(index === 0 ? [title] : []), `- ${noteLine(note)}`].join('\n');
      if (line.length + 1 > left) break;
      left -= line.length + 1;
      listed++;
      lines.push(line);
    }
  }
  return message([
    lines.join('\n'),
    listed < notes.length
      ? small([`and ${notes.length - listed} more ${listed + 1 === notes.length ? 'note' : 'notes'}`])
      : '',
  ]);
}

/** For the list; the line that says how many are left has the rest of what a message holds. */
const ROOM = 3_900;
const TITLE = 100;

function noteLine(note: NoteSummary): string {
  const words = cut(noteName(note), TITLE);
  const address = noteAddress(note, { address: LONGEST, lengthOf: (address) => addressOf(address).length });
  return address === undefined ? escapeLine(words) : link(address, words);
}

const LONGEST = 300;
