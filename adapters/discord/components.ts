import {
  type APIActionRowComponent,
  type APIAllowedMentions,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Asked, ButtonAct } from '../chat/buttons.js';
import { cut } from '../chat/cut.js';
import { readable } from '../chat/readable.js';
import { WORDS } from '../chat/wording.js';
import { askId, customIds } from './custom-id.js';
import { LIMITS } from './limits.js';

/**
 * A message as Discord takes it, in components v2: one container with texts and rows of buttons.
 *
 * Not an embed, because an embed is dropped in silence where the bot lacks "Embed Links", and is hidden from people who
 * have switched previews off. A text in a container is neither, and may stand between rows of buttons.
 */
export interface Message {
  readonly flags: number;
  readonly components: readonly [APIContainerComponent];
  readonly allowed_mentions: APIAllowedMentions;
}

export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;
/** A piece of a message: Markdown, or buttons. */
export type Piece = string | Row;

/**
 * A message of texts and buttons, in order. Empty texts are left out, and so is a button that is there already: Discord takes
 * each custom id once. Nothing in it pings, and no link unfurls.
 */
export function message(pieces: readonly Piece[]): Message {
  const ids = new Set<string>();
  const components = pieces.flatMap((piece): readonly APIComponentInContainer[] => {
    if (typeof piece === 'string') {
      return piece.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content: piece }];
    }
    const buttons = piece.components.filter(({ custom_id }) => !ids.has(custom_id) && ids.add(custom_id));
    return buttons.length === 0 ? [] : [{ ...piece, components: buttons }];
  });
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [{ type: ComponentType.Container, components }],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** The room that a message's texts take. */
export function textLength({ components: [{ components }] }: Message): number {
  return components.reduce(
    (sum, component) => sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
}

/**
 * Buttons that ask a question, each by its own words; a question that no button can hold is left out. They are quiet, so that
 * beneath an answer the answer is what is seen first; `isProminent` where pressing one is what the reader most likely wants.
 */
export function questionButtons(questions: readonly string[], isProminent = false): readonly Row[] {
  const asking = [...new Set(questions.map(readable))].filter((question) => question.trim() !== '');
  const buttons = asking.flatMap((question) => {
    const id = askId(question);
    return id === undefined ? [] : [button(id, question, isProminent ? ButtonStyle.Primary : ButtonStyle.Secondary)];
  });
  return row(buttons.slice(0, LIMITS.rowButtons));
}

/** Buttons beneath an answer: what can be done with it, and what it was worth. */
export function answerButtons(acts: readonly ButtonAct[], asked: Asked): readonly Row[] {
  const { question, history } = asked;
  const ids = customIds(acts, { ...asked, question: readable(question), history: history.map(readable) });
  return row(
    acts.map((act, index) => {
      const one = button(ids[index] ?? '', labelOf(act), act === 'share' ? ButtonStyle.Success : ButtonStyle.Secondary);
      const emoji = EMOJI[act];
      return emoji === undefined ? one : { ...one, emoji: { name: emoji } };
    }),
  );
}

const EMOJI: Readonly<Partial<Record<ButtonAct, string>>> = { helpful: '👍', unhelpful: '👎' };

function labelOf(act: ButtonAct): string {
  return act === 'ask' ? WORDS.related : WORDS[act];
}

function row(components: APIButtonComponentWithCustomId[]): readonly Row[] {
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

function button(id: string, label: string, style: APIButtonComponentWithCustomId['style']) {
  const shown = cut(readable(label).replace(/\s+/g, ' ').trim(), LIMITS.buttonLabel);
  return { type: ComponentType.Button as const, style, label: shown, custom_id: id };
}
