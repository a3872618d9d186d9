import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Mount, respond } from './listener.js';

/** The parts that a question needs, by name ("index", "slack"), each with how it is: "ready", or what it is instead. */
export type Health = Readonly<Record<string, string>>;

/** How a part is that can do its work. */
export const READY = 'ready';

/**
 * Answers who watches over the process, e.g. a container engine. `/livez` is 200 as long as the process answers at all, whatever
 * the platforms do. `/readyz` is 200 when every part is ready, else 503; its JSON names those that are not.
 */
export function mountHealth(mount: Mount, health: () => Health): void {
  mount(
    '/livez',
    answerGet(() => ({ status: 200, body: { live: true } })),
  );
  mount(
    '/readyz',
    answerGet(() => {
      const parts = health();
      const failing = Object.keys(parts).filter((name) => parts[name] !== READY);
      const ready = failing.length === 0;
      return { status: ready ? 200 : 503, body: { ready, failing, parts } };
    }),
  );
}

function answerGet(answer: () => { readonly status: number; readonly body: object }) {
  return ({ method }: IncomingMessage, response: ServerResponse) => {
    if (method !== 'GET' && method !== 'HEAD') return respond(response, 405, '', { allow: 'GET, HEAD' });
    const { status, body } = answer();
    respond(response, status, `${JSON.stringify(body)}\n`, { 'content-type': 'application/json; charset=utf-8' });
  };
}
