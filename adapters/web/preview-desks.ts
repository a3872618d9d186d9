import type { Engine } from '../../src/index.js';
import { createLongQuestions } from '../chat/buttons.js';
import { createDesk, type Desk, type Pressed } from '../chat/desk.js';
import type { Preview } from '../chat/preview.js';
import type { Log } from '../log.js';
import type { PressReply, PressRequest, PreviewReply, PreviewRequest } from './contract.js';
import { Refused } from './refused.js';

/** The chat platforms' desks, as they would be reached, without the platforms. */
export interface PreviewDesks {
  /** What every platform would reply to a question. */
  ask(request: PreviewRequest): Promise<readonly PreviewReply[]>;
  /** What a button of a preview leads to. @throws Refused for a platform that there is none of. */
  press(request: PressRequest): Promise<PressReply>;
}

/**
 * Opens a desk for each platform. They remember nothing: the conversation comes with the question, and verdicts on answers are
 * not kept.
 */
export function openPreviewDesks(
  previews: Readonly<Record<string, Preview>>,
  { engine, log }: { readonly engine: Engine; readonly log: Log },
): PreviewDesks {
  const desks = new Map(
    Object.entries(previews).map(([platform, preview]) => [platform, { preview, desk: deskOf(preview, platform) }]),
  );

  function deskOf({ buttonLimit }: Preview, platform: string): Desk {
    return createDesk({
      platform: `${platform} preview`,
      engine,
      log,
      buttonLimit,
      onceOnly: { claim: async () => true },
      rateLimit: { take: () => true },
      // A conversation's name holds all of it.
      conversations: { recall: async (history) => JSON.parse(history), remember: async () => {} },
      feedback: { record: async () => {} },
      longQuestions: createLongQuestions(),
    });
  }

  return {
    ask: ({ question, history = [], private: isPrivate = false }) =>
      Promise.all(
        [...desks].map(async ([platform, { desk, preview }]) => {
          const reply = await desk.receive({ ...SOMEBODY, conversation: JSON.stringify(history), text: question });
          return shown(platform, preview, reply, isPrivate ? { restated: true, shareable: true } : {});
        }),
      ),
    async press({ platform, button, buttons }) {
      const known = desks.get(platform);
      if (known === undefined) {
        const expected = `one of ${[...desks.keys()].join(', ')}`;
        const seen = JSON.stringify(platform);
        throw new Refused(400, {
          message: `platform: expected ${expected}, saw ${seen}.`,
          field: 'platform',
          expected,
          seen,
        });
      }
      const { desk, preview } = known;
      const read = preview.readButton(button, buttons);
      const reply = await desk.press(read, { ...SOMEBODY, conversation: '[]' });
      const asks = read?.act === 'ask' && 'asked' in read && { question: read.asked.question };
      return { ...shown(platform, preview, reply, { restated: true, shareable: reply?.kind === 'changed' }), ...asks };
    },
  };
}

const SOMEBODY = { deliveries: [], asker: 'somebody' };

function shown(
  platform: string,
  preview: Preview,
  reply: Pressed | undefined,
  setting: Parameters<Preview['render']>[1],
): PreviewReply {
  if (reply === undefined) throw new Error('a desk that claims everything has claimed nothing');
  const message = preview.render(reply, setting);
  return { platform, kind: reply.kind, message, measures: preview.measure(message) };
}
