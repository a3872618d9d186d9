import { connect } from 'node:net';
import type { Preview } from '../../../adapters/chat/preview.js';
import type { ChatConfig, PlaygroundConfig } from '../../../adapters/config.js';
import type { ReadNotes } from '../../../adapters/engine-client.js';
import { createLog } from '../../../adapters/log.js';
import { createWebAdapter } from '../../../adapters/web/web.js';
import type { Engine } from '../../../src/index.js';
import { fakeEngine, memoryOutput } from '../fakes.js';
import { fakePreview } from './fake-preview.js';

/** A playground that runs, and what it has logged. */
export interface RunningPlayground {
  /** E.g. `http://127.0.0.1:54321/`. */
  readonly url: string;
  readonly log: () => string;
  stop(): Promise<void>;
}

/** Starts a playground around an engine at a free port; what is given replaces the defaults. */
export async function startPlayground(
  parts: {
    readonly engine?: Engine;
    readonly chat?: ChatConfig;
    readonly playground?: PlaygroundConfig;
    readonly read?: Partial<ReadNotes>;
    readonly previews?: Readonly<Record<string, Preview>>;
  } = {},
): Promise<RunningPlayground> {
  const { engine = fakeEngine(), chat, playground } = parts;
  const output = memoryOutput();
  const notes = engine.notes();
  const read: ReadNotes = {
    notes,
    problems: [],
    skipped: [],
    kept: [],
    counts: { notes: notes.length, passages: 12 },
    ...parts.read,
  };
  const adapter = createWebAdapter({
    config: {
      notes: [],
      logLevel: 'info',
      playground: { host: '127.0.0.1', port: 0, ...playground },
      ...(chat !== undefined && { chat }),
    },
    engine,
    log: createLog({ level: 'debug' }, output),
    read: () => read,
    previews: parts.previews ?? { paper: fakePreview },
  });
  await adapter.start();
  return { url: adapter.url(), log: output.text, stop: () => adapter.stop() };
}

/** What comes back to bytes as they are sent, until the connection is closed. */
export function send(url: string, request: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}
