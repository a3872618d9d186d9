/** What may stand in an element. Text stays text: nothing here is ever read as markup. */
export type Child = Node | string | undefined;

type Handler = (event: Event) => void;
type Value = string | number | boolean | undefined | Handler;

/**
 * Creates an element with attributes, event handlers (`onclick: …`) and children. `true` sets an attribute without value;
 * `false` and `undefined` leave it out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return furnish(document.createElement(tag), attributes, children);
}

/** The same for a drawing. */
export function drawn<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return furnish(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** The element with an id. @throws Error when the page has none. */
export function byId<Wanted extends HTMLElement = HTMLElement>(id: string): Wanted {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Wanted;
}

/** A button that does something. */
export function button(
  attributes: Readonly<Record<string, Value>>,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  return element('button', { type: 'button', ...attributes, onclick: act }, ...children);
}

function furnish<Made extends Element>(
  made: Made,
  attributes: Readonly<Record<string, Value>>,
  children: readonly Child[],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}
