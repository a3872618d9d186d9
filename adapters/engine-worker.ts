import { parentPort, workerData } from 'node:worker_threads';
import { corpusOf } from './corpus.js';
import type { Asked, FromWorker, WorkerOrder } from './engine-client.js';
import { OperatorError, reasonOf } from './errors.js';
import { fingerprintOf, packNotes, unpackNotes } from './note-bytes.js';
import { readNotesFolders } from './notes-folder.js';

/**
 * Runs the engine in a thread of its own: reads the notes, builds the index, then answers. What holds it up, a large folder
 * or a hostile question, holds up nothing else. The other end is `engine-client.ts`.
 */

const { folders, config, good, known } = workerData as WorkerOrder;
const port = parentPort;
if (port === null) throw new Error('the engine worker is no program of its own: it is started by engine-client.ts');
const tell = (message: FromWorker) => port.postMessage(message);

async function serve(): Promise<void> {
  const contents = readNotesFolders(folders);
  const fingerprint = fingerprintOf(contents);
  if (fingerprint === known) return tell({ unchanged: true });
  const corpus = await corpusOf(folders, contents, config, good && unpackNotes(good));
  const engine = corpus.openEngine();
  // Finds the questions to suggest, so that the first asker does not wait for it.
  await engine.suggest('', 1);
  const answerTo = (asked: Asked): Promise<unknown> => {
    if ('question' in asked) return engine.ask(asked.question, asked.options);
    if ('prefix' in asked) return engine.suggest(asked.prefix, asked.limit);
    return 'note' in asked ? engine.note(asked.note) : engine.editions();
  };
  port?.on('message', async (asked: Asked) => {
    try {
      tell({ id: asked.id, value: await answerTo(asked) });
    } catch (error) {
      tell({ id: asked.id, fault: reasonOf(error) });
    }
  });
  const { problems, counts, skipped, kept } = corpus;
  tell({
    ready: { problems, counts, skipped, kept, notes: engine.notes() },
    basis: { good: packNotes(corpus.good), fingerprint },
  });
}

try {
  await serve();
} catch (error) {
  tell({ failed: reasonOf(error), ...(error instanceof OperatorError && { code: error.code }) });
}
