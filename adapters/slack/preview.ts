import { readButton } from '../chat/buttons.js';
import { greatest, type Measure, type Preview } from '../chat/preview.js';
import type { Message } from './blocks.js';
import { format } from './format.js';
import { BUTTON_VALUE, LIMITS } from './limits.js';

/** How Slack would show a reply. Needs no SDK. */
export const preview: Preview = {
  buttonLimit: BUTTON_VALUE,
  render: format,
  measure: (message) => measureMessage(message as Message),
  readButton: (value) => readButton(value),
};

function measureMessage({ text, blocks }: Message): readonly Measure[] {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? [block.elements] : []));
  const values = valuesOf(blocks);
  return [
    { name: 'blocks', used: blocks.length, limit: LIMITS.messageBlocks },
    { name: 'blocks as JSON', used: JSON.stringify(blocks).length, limit: LIMITS.messageJson },
    { name: 'notification text', used: text.length, limit: LIMITS.messageText },
    { name: 'buttons in a row', used: greatest(buttons.map(({ length }) => length)), limit: LIMITS.actionsElements },
    { name: 'longest button value', used: greatest(values.map(({ length }) => length)), limit: LIMITS.buttonValue },
  ];
}

/** The values of all buttons, however deep they stand. */
function valuesOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(valuesOf);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'value' && typeof value === 'string' ? [value] : valuesOf(value),
  );
}
