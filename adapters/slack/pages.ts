import type { types } from '@slack/bolt';
import type { NoteSummary } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { noteAddress, noteName } from '../chat/note-names.js';
import { aboutWords, helpWords, notesByEvent, WORDS } from '../chat/wording.js';
import { header, type Message, questionButtons, smallPrint } from './blocks.js';
import { escapeText } from './escape.js';
import { bold, code, link, list, plain, type RichText, type Run, richText, section } from './rich-text.js';

/** The slash command. The manifest names it too. */
export const COMMAND = '/dockercon';

/** How to ask, with examples that can be pressed. */
export function formatHelp(examples: readonly string[]): Message {
  const lines = WAYS.map((way) => `- ${way.map((run) => run.text ?? '').join('')}`);
  return {
    text: escapeText(
      [INTRODUCTION, ...lines, ...(examples.length > 0 ? [`${WORDS.examples}:`, ...examples] : [])].join('\n'),
    ),
    blocks: [...howToAsk(), ...exampleButtons(examples)],
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

/** The App Home: how to ask, examples that work, what the bot knows and what it is. */
export function homeView(notes: readonly NoteSummary[], examples: readonly string[]): types.HomeView {
  const { blocks } = listNotes(notes, HOME_ROOM);
  return {
    type: 'home',
    blocks: [
      header('Ask the notes'),
      ...howToAsk(),
      ...exampleButtons(examples),
      { type: 'divider' },
      header(notes.length === 0 ? WORDS.noNotes : WORDS.known),
      ...blocks,
      { type: 'divider' },
      ...smallPrint(aboutWords(notes)),
    ],
  };
}

const [INTRODUCTION = ''] = helpWords(COMMAND);

/** Every way to ask, and who sees the answer. */
const WAYS: readonly (readonly types.RichTextText[])[] = [
  [code(`${COMMAND} your question`), plain(': for you alone, until you share it')],
  [bold('Mention me'), plain(' in a channel: for all, in the thread of your message')],
  [bold('Write to me'), plain(' in the Messages tab: a conversation, in which "who demoed it?" works')],
  [bold(WORDS.lookUp), plain(', in the menu of any message: for you alone')],
  [code(`${COMMAND} sources`), plain(' lists the notes, '), code(`${COMMAND} about`), plain(' says what I am')],
];

function howToAsk(): types.KnownBlock[] {
  return richText([section(plain(INTRODUCTION)), list(WAYS, 0, 0)]);
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

/** A list of notes under the name of each event. `room` is for all of it as JSON. */
function listNotes(notes: readonly NoteSummary[], room: number) {
  const elements: RichText[] = [];
  const lines: string[] = [];
  let left = room;
  let listed = 0;
  for (const [event, group] of notesByEvent(notes)) {
    const name = cut(event === '' ? WORDS.otherNotes : event, TITLE);
    const items: Run[][] = [];
    for (const note of group) {
      const words = cut(noteName(note), TITLE);
      const address = noteAddress(note, { address: LONGEST_ADDRESS });
      const item = [address === undefined ? plain(words) : link(address, words)];
      const size = JSON.stringify(item).length + FRAME;
      if (size > left) break;
      left -= size;
      items.push(item);
      lines.push(...(items.length === 1 ? [name] : []), `- ${words}`);
    }
    if (items.length > 0) elements.push(section(bold(name)), list(items, 0, 0));
    listed += items.length;
  }
  if (listed < notes.length) {
    const count = notes.length - listed;
    const more = `and ${count.toLocaleString('en-US')} more ${count === 1 ? 'note' : 'notes'}`;
    elements.push(section(plain(more)));
    lines.push(more);
  }
  return { blocks: richText(elements), lines };
}

/** What an item takes beside its words, its share of the event's name included, in characters of JSON. */
const FRAME = 150;
