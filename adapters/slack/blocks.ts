import type { types } from '@slack/bolt';
import { type Asked, type ButtonAct, buttonValue } from '../chat/buttons.js';
import { cut } from '../chat/cut.js';
import { readable } from '../chat/readable.js';
import { WORDS } from '../chat/wording.js';
import { BUTTON_VALUE, LIMITS } from './limits.js';

/** A message as Slack takes it: blocks for the eye, text for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** Small print: each line an element of its own. Literal, as rich text is. */
export function smallPrint(lines: readonly (string | undefined)[]): types.ContextBlock[] {
  const elements = lines
    .map((line) => readable(line ?? ''))
    .filter((line) => line.trim() !== '')
    .slice(0, LIMITS.contextElements)
    .map((line) => literal(cut(line, LIMITS.contextText)));
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
}

export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: literal(cut(text, LIMITS.headerText)) };
}

/** Buttons that ask a question, each by its own words. */
export function questionButtons(questions: readonly string[]): types.ActionsBlock[] {
  const asking = questions.filter((question) => readable(question).trim() !== '').slice(0, LIMITS.actionsElements);
  return actions(asking.map((question, index) => button('ask', question, { question, history: [] }, index)));
}

/** Buttons beneath an answer. */
export function answerButtons(acts: readonly ('share' | 'more')[], asked: Asked): types.ActionsBlock[] {
  return actions(acts.map((act) => button(act, WORDS[act], asked)));
}

/** Slack's own way to ask what an answer was worth. */
export function feedbackButtons(asked: Asked): types.ContextActionsBlock {
  const choice = (act: 'helpful' | 'unhelpful', sign: string) => ({
    text: literal(sign, true),
    accessibility_label: WORDS[act],
    value: buttonValue({ act, asked }, BUTTON_VALUE),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: choice('helpful', '👍'),
        negative_button: choice('unhelpful', '👎'),
      },
    ],
  };
}

function actions(elements: types.Button[]): types.ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function button(act: ButtonAct, text: string, asked: Asked, index?: number): types.Button {
  return {
    type: 'button',
    text: literal(cut(text, LIMITS.buttonText)),
    action_id: index === undefined ? act : `${act}_${index}`,
    value: buttonValue({ act, asked }, BUTTON_VALUE),
  };
}

function literal(text: string, emoji = false): types.PlainTextElement {
  return { type: 'plain_text', text: readable(text), emoji };
}
