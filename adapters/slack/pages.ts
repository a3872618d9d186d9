import type { types } from '@slack/bolt';
import type { NoteSummary } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { noteAddress, noteName } from '../chat/note-names.js';
import { aboutWords, helpWords, notesByEvent, WORDS } from '../chat/wording.js';
import { header, type Message, questionButtons, smallPrint } from './blocks.js';
import { escapeText } from './escape.js';
import { bold, link, plain, type Run, richText, section } from './rich-text.js';

/** The slash command. The manifest names it too. */
export const COMMAND = '/dockercon';

/** How to ask, with examples that can be pressed. */
export function formatHelp(examples: readonly string[]): Message {
  const words = helpWords(COMMAND);
  return {
    text: escapeText([...words, ...examples].join('\n')),
    blocks: [...richText([section(plain(words.join('\n')))]), ...exampleButtons(examples)],
  };
}

/** What the bot is. */
export function formatAbout(notes: readonly NoteSummary[]): Message {
  const words = aboutWords(notes).join('\n');
  return { text: escapeText(words), blocks: richText([section(plain(words))]) };
}

/** The notes by event, with dates and links; as many as fit, and how many more there are. */
export function formatSources(notes: readonly NoteSummary[]): Message {
  const { blocks, lines } = listNotes(notes, MESSAGE_ROOM);
  if (notes.length === 0) return { text: WORDS.noNotes, blocks: richText([section(plain(WORDS.noNotes))]) };
  return { text: escapeText(cut(lines.join('\n'), TEXT)), blocks };
}

/** The App Home: what the bot knows, how to ask, examples that work. */
export function homeView(notes: readonly NoteSummary[], examples: readonly string[]): types.HomeView {
  const { blocks } = listNotes(notes, HOME_ROOM);
  return {
    type: 'home',
    blocks: [
      header('Ask the notes'),
      ...richText([section(plain(helpWords(COMMAND).join('\n')))]),
      ...smallPrint(['Mention me in a channel, write to me in the Messages tab, or use the menu of any message.']),
      ...exampleButtons(examples),
      header(notes.length === 0 ? WORDS.noNotes : WORDS.known),
      ...blocks,
      ...smallPrint(aboutWords(notes)),
    ],
  };
}

const MESSAGE_ROOM = 8_000;
const HOME_ROOM = 20_000;
const TEXT = 3_500;
const TITLE = 150;
const LONGEST_ADDRESS = 500;

function exampleButtons(examples: readonly string[]): types.KnownBlock[] {
  const buttons = questionButtons(examples);
  return buttons.length === 0 ? [] : [...smallPrint([WORDS.examples]), ...buttons];
}

/** One rich text block with a line for each note, under its event. `room` is for the block as JSON. */
function listNotes(notes: readonly NoteSummary[], room: number) {
  const runs: Run[] = [];
  const lines: string[] = [];
  let left = room;
  let listed = 0;
  for (const [event, group] of notesByEvent(notes)) {
    const name = cut(event === '' ? WORDS.otherNotes : event, TITLE);
    const title = bold(`${runs.length > 0 ? '\n' : ''}${name}`);
    for (const [index, note] of group.entries()) {
      const line = [...(index === 0 ? [title] : []), ...noteRuns(note)];
      const size = JSON.stringify(line).length;
      if (size > left) break;
      left -= size;
      listed++;
      runs.push(...line);
      lines.push(...(index === 0 ? [name] : []), `- ${cut(noteName(note), TITLE)}`);
    }
  }
  if (listed < notes.length) {
    const more = `and ${notes.length - listed} more notes`;
    runs.push(plain(`\n${more}`));
    lines.push(more);
  }
  return { blocks: richText([section(...runs)]), lines };
}

function noteRuns(note: NoteSummary): Run[] {
  const address = noteAddress(note, { address: LONGEST_ADDRESS });
  const words = cut(noteName(note), TITLE);
  return [plain('\n• '), address === undefined ? plain(words) : link(address, words)];
}
