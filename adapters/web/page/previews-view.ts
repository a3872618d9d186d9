import type { Measure } from '../../chat/preview.js';
import type { PreviewReply } from '../contract.js';
import { barView } from './answer-view.js';
import { client } from './client.js';
import { discordButtons, discordView } from './discord-view.js';
import { button, element } from './element.js';
import { outward } from './link.js';
import { type Press, slackButtons, slackView } from './slack-view.js';

/** How each platform is drawn; a platform that is not here shows its JSON alone. */
const PLATFORMS: Readonly<Record<string, Drawing>> = {
  slack: { name: 'Slack', draw: slackView, buttonsOf: slackButtons, builder: blockKitBuilder },
  discord: { name: 'Discord', draw: discordView, buttonsOf: discordButtons },
};

interface Drawing {
  readonly name: string;
  readonly draw: (message: object, press: Press) => HTMLElement;
  readonly buttonsOf: (message: object) => readonly string[];
  /** Where the message can be opened in the platform's own tool. */
  readonly builder?: (message: object) => string;
}

/** What was asked, to be shown as the platforms show it. */
export interface PreviewedQuestion {
  readonly question: string;
  readonly history: readonly string[];
}

/** What Slack and Discord show for a question, side by side, with their payloads and how full those are. */
export function previewsView(asked: PreviewedQuestion, ask: (question: string) => void): HTMLElement {
  const cards = element('div', { class: 'cards' });
  const show = async (isPrivate: boolean) => {
    try {
      const { previews } = await client.preview({ ...asked, private: isPrivate });
      cards.replaceChildren(...previews.map((preview) => cardView(preview, isPrivate, ask)));
    } catch (error) {
      cards.replaceChildren(element('p', { class: 'fault' }, (error as Error).message));
    }
  };
  void show(false);
  return element(
    'div',
    { class: 'previews' },
    element(
      'fieldset',
      { class: 'choice' },
      element('legend', {}, 'Asked by'),
      choice('mention', 'a mention', true, () => show(false)),
      choice('command', '/dockercon, privately', false, () => show(true)),
    ),
    cards,
  );
}

function choice(value: string, label: string, checked: boolean, act: () => void): HTMLElement {
  return element(
    'label',
    {},
    element('input', { type: 'radio', name: 'asked-by', value, checked, onchange: act }),
    element('span', {}, label),
  );
}

function cardView(preview: PreviewReply, isPrivate: boolean, ask: (question: string) => void): HTMLElement {
  const { platform, message, measures } = preview;
  const drawing = PLATFORMS[platform];
  const name = drawing?.name ?? platform;
  return element(
    'section',
    { class: `card on-${platform}`, 'aria-label': `In ${name}` },
    element('h3', {}, name),
    drawing === undefined ? undefined : messageView(drawing, preview, isPrivate, ask),
    metersView(measures),
    payloadView(message, drawing),
  );
}

/** The message as its reader sees it; a pressed button adds what it leads to below. */
function messageView(
  drawing: Drawing,
  { platform, message }: PreviewReply,
  isPrivate: boolean,
  ask: (question: string) => void,
): HTMLElement {
  const buttons = drawing.buttonsOf(message);
  const replies = element('div', { class: 'replies', 'aria-live': 'polite' });
  const press: Press = async (value) => {
    try {
      const reply = await client.press({ platform, button: value, buttons });
      // The question of a button is asked here, so that the conversation is in one place.
      if (reply.question !== undefined) ask(reply.question);
      else replies.replaceChildren(messageView(drawing, reply, reply.kind !== 'share', ask));
    } catch (error) {
      replies.replaceChildren(element('p', { class: 'fault' }, (error as Error).message));
    }
  };
  return element(
    'div',
    { class: 'message' },
    element('div', { class: 'avatar', 'aria-hidden': 'true' }, 'd'),
    element(
      'div',
      {},
      element('p', { class: 'sender' }, element('b', {}, 'dockercon'), ' ', element('span', { class: 'app' }, 'APP')),
      isPrivate ? element('p', { class: 'whisper' }, 'Only visible to you') : undefined,
      drawing.draw(message, press),
      replies,
    ),
  );
}

function metersView(measures: readonly Measure[]): HTMLElement {
  return element(
    'dl',
    { class: 'meters' },
    ...measures.map(({ name, used, limit }) =>
      element(
        'div',
        {},
        element('dt', {}, name),
        element('dd', {}, `${number(used)} of ${number(limit)}`, barView(used / limit, name)),
      ),
    ),
  );
}

function payloadView(message: object, drawing: Drawing | undefined): HTMLElement {
  const json = JSON.stringify(message, undefined, 2);
  const copied = element('span', { role: 'status' });
  const copy = button(
    { class: 'quiet' },
    async () => {
      try {
        await navigator.clipboard.writeText(json);
        copied.textContent = 'Copied.';
      } catch {
        copied.textContent = 'This browser does not let pages copy.';
      }
    },
    'Copy',
  );
  return element(
    'details',
    { class: 'payload' },
    element('summary', {}, 'Payload'),
    element(
      'p',
      { class: 'row' },
      copy,
      drawing?.builder === undefined ? undefined : outward(drawing.builder(message), 'Open in Block Kit Builder'),
      copied,
    ),
    element('pre', { tabindex: 0, 'aria-label': 'Payload as JSON' }, element('code', {}, json)),
  );
}

/** Slack's own drawing board takes blocks in the fragment of its address: https://docs.slack.dev/block-kit/ */
function blockKitBuilder(message: object): string {
  const { blocks } = message as { readonly blocks?: unknown };
  return `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify({ blocks }))}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
