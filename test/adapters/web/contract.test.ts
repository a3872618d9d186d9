import { describeAdapter } from '../adapter-contract.js';
import { ask, describeInBrowser } from './chromium.js';
import { startPlayground } from './running.js';

describeInBrowser('the page', (open) => {
  describeAdapter('the playground', async (engine) => {
    const playground = await startPlayground({ engine, chat: { burst: 1_000, perMinute: 10_000 } });
    const watched = await open(playground.url);
    return {
      async ask(question) {
        const { page } = watched;
        await ask(page, question);
        // Numbers of citations stand in boxes here, and addresses behind links.
        return (await page.evaluate(`(() => {
          const turn = document.querySelector('.turn:last-child').cloneNode(true);
          for (const mark of turn.querySelectorAll('.ref, .number')) mark.textContent = '[' + mark.textContent + '] ';
          for (const link of turn.querySelectorAll('a')) link.append(' ' + link.href);
          for (const part of turn.querySelectorAll('*')) part.append(' ');
          return turn.textContent;
        })()`)) as string;
      },
      async stop() {
        // What the engine does wrong on purpose is told as a failed request.
        await watched.page.context().close();
        await playground.stop();
      },
    };
  });
});
