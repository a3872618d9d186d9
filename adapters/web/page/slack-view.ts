import { button, type Child, element } from './element.js';
import { type Json, object, objects, text } from './json.js';
import { outward } from './link.js';

/** Told which button is pressed, by its value. */
export type Press = (value: string) => void;

/** A Slack message drawn from its blocks: https://docs.slack.dev/reference/block-kit/blocks */
export function slackView(message: object, press: Press): HTMLElement {
  return element(
    'div',
    { class: 'slack' },
    ...objects((message as Json).blocks).map((block) => blockView(block, press)),
  );
}

/** The values of all buttons of a message. */
export function slackButtons(message: object): readonly string[] {
  return objects((message as Json).blocks).flatMap((block) =>
    objects(block.elements).flatMap((one) =>
      [one, object(one.positive_button), object(one.negative_button)].flatMap(({ value }) =>
        typeof value === 'string' ? [value] : [],
      ),
    ),
  );
}

function blockView(block: Json, press: Press): HTMLElement {
  const elements = objects(block.elements);
  switch (block.type) {
    case 'rich_text':
      return element('div', { class: 'sl-rich' }, ...elements.map(richView));
    case 'context':
      return element(
        'p',
        { class: 'sl-context' },
        ...elements.flatMap((one, index) => [index > 0 ? '\u2003' : '', text(one.text)]),
      );
    case 'section':
      return element('p', { class: 'sl-section' }, text(object(block.text).text));
    case 'header':
      return element('p', { class: 'sl-header' }, text(object(block.text).text));
    case 'divider':
      return element('hr', {});
    case 'actions':
      return element('div', { class: 'sl-actions' }, ...elements.map((one) => buttonView(one, press)));
    case 'context_actions':
      return element('div', { class: 'sl-feedback' }, ...elements.flatMap((one) => feedbackView(one, press)));
    default:
      return unknown(block.type);
  }
}

function richView(part: Json): HTMLElement {
  const parts = objects(part.elements);
  switch (part.type) {
    case 'rich_text_section':
      return element('p', {}, ...parts.flatMap(runView));
    case 'rich_text_quote':
      return element('blockquote', {}, ...parts.flatMap(runView));
    case 'rich_text_preformatted':
      return element('pre', {}, ...parts.flatMap(runView));
    case 'rich_text_list':
      return element(
        part.style === 'ordered' ? 'ol' : 'ul',
        { 'data-indent': Number(part.indent ?? 0), class: part.border === 1 ? 'sl-bordered' : undefined },
        ...parts.map((item) => element('li', {}, ...objects(item.elements).flatMap(runView))),
      );
    default:
      return unknown(part.type);
  }
}

function runView(run: Json): Child[] {
  const style = object(run.style);
  let shown: Child = run.type === 'link' ? outward(text(run.url), text(run.text) || text(run.url)) : text(run.text);
  if (run.type !== 'text' && run.type !== 'link') return [unknown(run.type)];
  if (style.code === true) shown = element('code', {}, shown);
  if (style.italic === true) shown = element('i', {}, shown);
  if (style.bold === true) shown = element('b', {}, shown);
  if (style.strike === true) shown = element('s', {}, shown);
  return [shown];
}

function buttonView(one: Json, press: Press): HTMLElement {
  if (one.type !== 'button') return unknown(one.type);
  const label = text(object(one.text).text);
  return button({ class: `sl-button ${text(one.style)}` }, () => press(text(one.value)), label);
}

function feedbackView(one: Json, press: Press): HTMLElement[] {
  if (one.type !== 'feedback_buttons') return [unknown(one.type)];
  return [one.positive_button, one.negative_button].map((side) => {
    const { text: label, value, accessibility_label: name } = object(side);
    return button({ class: 'sl-thumb', 'aria-label': text(name) }, () => press(text(value)), text(object(label).text));
  });
}

/** What this page cannot draw is said, not hidden: the JSON below shows it. */
function unknown(type: unknown): HTMLElement {
  return element('p', { class: 'undrawn' }, `[${text(type) || 'something'}: see the JSON]`);
}
