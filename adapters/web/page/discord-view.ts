import { type Inline, type Line, readMarkdown } from './discord-markdown.js';
import { button, element } from './element.js';
import { type Json, object, objects, text } from './json.js';
import { outward } from './link.js';
import type { Press } from './slack-view.js';

/** Component types: https://docs.discord.com/developers/components/reference */
const TYPE = { row: 1, button: 2, text: 10, separator: 14, container: 17 } as const;
/** Button styles, same page. */
const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

/** A Discord message drawn from its components. */
export function discordView(message: object, press: Press): HTMLElement {
  return element('div', { class: 'discord' }, ...components(message as Json).map((one) => componentView(one, press)));
}

/** The custom ids of all buttons of a message. */
export function discordButtons(message: object): readonly string[] {
  const ids = (component: Json): readonly string[] => [
    ...(typeof component.custom_id === 'string' ? [component.custom_id] : []),
    ...components(component).flatMap(ids),
  ];
  return components(message as Json).flatMap(ids);
}

function components(parent: Json): readonly Json[] {
  return objects(parent.components);
}

function componentView(component: Json, press: Press): HTMLElement {
  switch (component.type) {
    case TYPE.container:
      return element(
        'div',
        { class: 'dc-container' },
        ...components(component).map((one) => componentView(one, press)),
      );
    case TYPE.row:
      return element('div', { class: 'dc-row' }, ...components(component).map((one) => componentView(one, press)));
    case TYPE.text:
      return element('div', { class: 'dc-text' }, ...linesView(readMarkdown(text(component.content))));
    case TYPE.separator:
      return element('hr', {});
    case TYPE.button: {
      const emoji = text(object(component.emoji).name);
      const style = STYLES[Number(component.style)] ?? 'secondary';
      return button(
        { class: `dc-button ${style}` },
        () => press(text(component.custom_id)),
        emoji === '' ? undefined : element('span', { 'aria-hidden': 'true' }, `${emoji} `),
        text(component.label),
      );
    }
    default:
      return element('p', { class: 'undrawn' }, `[component of type ${String(component.type)}: see the JSON]`);
  }
}

/** Lines, those of one quote or one code block together. */
function linesView(lines: readonly Line[]): HTMLElement[] {
  const shown: HTMLElement[] = [];
  let group: { readonly into: HTMLElement; readonly quoted: boolean; readonly isCode: boolean } | undefined;
  for (const line of lines) {
    const isCode = line.form === 'code';
    if (group === undefined || group.quoted !== line.quoted || group.isCode !== isCode) {
      const into = element(isCode ? 'pre' : 'div', {});
      group = { into, quoted: line.quoted, isCode };
      shown.push(line.quoted ? element('blockquote', {}, into) : into);
    }
    if (isCode) group.into.append(...line.inlines.map(inlineView), '\n');
    else group.into.append(lineView(line));
  }
  return shown;
}

function lineView({ form, depth, inlines }: Line): HTMLElement {
  const start = form === 'item' ? [element('span', { class: 'dc-bullet', 'aria-hidden': 'true' }, '•')] : [];
  return element(
    'div',
    { class: `dc-${form}`, 'data-depth': depth },
    ...start,
    element('span', {}, ...inlines.map(inlineView)),
  );
}

function inlineView(inline: Inline): Node | string {
  switch (inline.form) {
    case 'text':
      return inline.text;
    case 'code':
      return element('code', {}, inline.text);
    case 'bold':
      return element('b', {}, ...inline.inlines.map(inlineView));
    case 'italic':
      return element('i', {}, ...inline.inlines.map(inlineView));
    case 'link':
      return outward(inline.url, ...inline.inlines.map(inlineView));
  }
}
