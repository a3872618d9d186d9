import { webAddress } from '../../chat/web-address.js';
import { type Child, element } from './element.js';

/** A link that leads out of the page, to http and https only; without a safe address, its words alone. */
export function outward(url: string | undefined, ...words: readonly Child[]): HTMLElement {
  const address = webAddress(url);
  if (address === undefined) return element('span', {}, ...words);
  return element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer', class: 'out' },
    ...words,
    element('span', { class: 'unseen' }, ' (opens in a new tab)'),
  );
}
