import { ComponentType } from 'discord-api-types/v10';
import { greatest, type Measure, type Preview } from '../chat/preview.js';
import { type Message, textLength } from './components.js';
import { readCustomId } from './custom-id.js';
import { format } from './format.js';
import { LIMITS } from './limits.js';

/** How Discord would show a reply. Needs no SDK. */
export const preview: Preview = {
  buttonLimit: LIMITS.customId,
  render: format,
  measure: (message) => measureMessage(message as Message),
  readButton: readCustomId,
};

function measureMessage(message: Message): readonly Measure[] {
  const [{ components }] = message.components;
  const rows = components.flatMap((one) => (one.type === ComponentType.ActionRow ? [one.components] : []));
  const buttons = rows.flat().flatMap((one) => ('label' in one && 'custom_id' in one ? [one] : []));
  return [
    { name: 'text', used: textLength(message), limit: LIMITS.text },
    { name: 'components', used: 1 + components.length + rows.flat().length, limit: LIMITS.components },
    { name: 'buttons in a row', used: greatest(rows.map(({ length }) => length)), limit: LIMITS.rowButtons },
    { name: 'longest label', used: greatest(buttons.map(({ label = '' }) => label.length)), limit: LIMITS.buttonLabel },
    {
      name: 'longest custom id',
      used: greatest(buttons.map(({ custom_id }) => custom_id.length)),
      limit: LIMITS.customId,
    },
  ];
}
