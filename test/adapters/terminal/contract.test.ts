import { PassThrough } from 'node:stream';
import { chat } from '../../../adapters/terminal/chat.js';
import { describeAdapter } from '../adapter-contract.js';
import { fakeTerminal } from '../fakes.js';

describeAdapter('the terminal', async (engine) => {
  const input = new PassThrough();
  const { terminal, stdout, stderr } = fakeTerminal({ engine: { ...engine, suggestions: async () => [] }, input });
  const ended = chat({ notes: [] }, terminal);
  const shown = () => stdout.text() + stderr.text();

  return {
    async ask(question) {
      const before = shown().length;
      const errors = stderr.text().length;
      input.write(`${question.replace(/\n/g, ' ')}\n`);
      // A reply ends with an empty line, or is an error.
      const isDone = () => (stdout.text().endsWith('\n\n') && shown().length > before) || stderr.text().length > errors;
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 2));
      return stdout.text().slice(before - errors) + stderr.text().slice(errors);
    },
    async stop() {
      input.end();
      await ended;
    },
  };
});
