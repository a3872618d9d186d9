import { get } from 'node:http';
import { OperatorError, reasonOf } from './errors.js';
import { type NotesFolder, readNotesFolders } from './notes-folder.js';

/** Where the bot listens, if it does, and what it reads. */
export interface HealthCheck {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly folders: readonly NotesFolder[];
}

/**
 * What is wrong with the bot that runs on this machine; `undefined` when it is well. For a container engine: it asks `/livez`,
 * and where the bot does not listen, it sees whether the notes can be read.
 */
export async function faultOfBot({ port, host, folders }: HealthCheck): Promise<string | undefined> {
  try {
    if (port !== undefined && port !== 0) return await faultOfLiveness(port, host);
    readNotesFolders(folders);
    return undefined;
  } catch (error) {
    return error instanceof OperatorError ? error.message : reasonOf(error);
  }
}

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 4_000;

/** Addresses that stand for all of a machine's, and the one at which it reaches itself. */
const OWN: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

function faultOfLiveness(port: number, host = '0.0.0.0'): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get({ port, host: OWN[host] ?? host, path: '/livez', agent: false }, ({ statusCode }) => {
      resolve(statusCode === 200 ? undefined : `/livez answers with status ${statusCode}`);
      request.destroy();
    });
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${TIMEOUT} ms`)), TIMEOUT);
    request.on('error', (error) => resolve(`/livez at port ${port} does not answer (${reasonOf(error)})`));
    request.on('close', () => clearTimeout(timer));
  });
}
