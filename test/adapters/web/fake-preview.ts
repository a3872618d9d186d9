import { buttonValue, readButton } from '../../../adapters/chat/buttons.js';
import type { Preview } from '../../../adapters/chat/preview.js';

/** A platform that shows a reply as one line, with a button for more. */
export const fakePreview: Preview = {
  buttonLimit: 200,
  render(reply, setting) {
    const text = 'answer' in reply ? `${reply.kind}: ${reply.answer.question}` : reply.kind;
    const button = 'asked' in reply ? buttonValue({ act: 'more', asked: reply.asked }, 200) : undefined;
    return { text, setting, button };
  },
  measure: (message) => [{ name: 'letters', used: JSON.stringify(message).length, limit: 1_000 }],
  readButton: (value) => readButton(value),
};
