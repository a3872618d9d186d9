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
  const [promise = ''] = helpWords(COMMAND);
  return message([
    [...(remark === undefined ? [] : [remark]), promise].map(escapeLine).join('\n'),
    WAYS,
    ...(buttons.length > 0 ? [small([WORDS.examples]), ...buttons] : []),
  ]);
}

/** Written for a reader who has the choice; a server where the bot is not offers the first and the last only. */
const WAYS = [
  `- Type **/${COMMAND}** and a question: you alone see the answer, and can share it.`,
  '- Mention me, or reply to me: everyone sees the answer.',
  '- Write me a direct message.',
  `- In the menu of any message, choose **Apps**, then **${WORDS.lookUp}**.`,
  '- In place of a question, **help** shows this, **sources** the notes I know, **about** what I am.',
].join('\n');

/** What the bot is. */
export function formatAbout(notes: readonly NoteSummary[]): Message {
  return message([aboutWords(notes).map(escapeLine).join('\n')]);
}

/**
 * The notes by event, with dates and links. Where there is not room for all of it, links give way before notes do: they are left
 * out from the end, and after them notes, of which it says how many.
 */
export function formatSources(notes: readonly NoteSummary[]): Message {
  if (notes.length === 0) return message([WORDS.noNotes]);
  const lines = notesByEvent(notes).flatMap(([event, group]) => group.map((note, index) => lineOf(note, event, index)));
  let left = ROOM;
  const listed = lines.filter(({ plain }) => {
    left -= plain.length + 1;
    return left >= 0;
  });
  left = Math.max(0, ROOM - listed.reduce((sum, { plain }) => sum + plain.length + 1, 0));
  const shown = listed.map(({ plain, linked }) => {
    left -= linked.length - plain.length;
    return left >= 0 ? linked : plain;
  });
  const more = notes.length - listed.length;
  return message([shown.join('\n'), more > 0 ? small([`and ${more} more ${more === 1 ? 'note' : 'notes'}`]) : '']);
}

/** For the list; the line that says how many are left has the rest of what a message holds. */
const ROOM = 3_900;
const TITLE = 100;

/** A note's line without and with its link, the first of an event beneath its name. */
function lineOf(note: NoteSummary, event: string, index: number): { readonly plain: string; readonly linked: string } {
  const head = index > 0 ? '' : `**${escapeLine(cut(event === '' ? WORDS.otherNotes : event, TITLE))}**\n`;
  const words = cut(noteName(note), TITLE);
  const plain = `${head}- ${escapeLine(words)}`;
  const address = noteAddress(note, { address: LONGEST, lengthOf: (address) => addressOf(address).length });
  return { plain, linked: address === undefined ? plain : `${head}- ${link(address, words)}` };
}

const LONGEST = 300;
