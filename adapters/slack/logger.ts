import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import type { Log } from '../log.js';

/**
 * Slack's libraries log into ours, warnings and errors only: at their debug level they print whole payloads, with tokens,
 * response URLs and what people ask. What they call information is our debug.
 */
export function createLogger(log: Log): Logger {
  const words = (messages: readonly unknown[]) => messages.map(oneLine).join(' ');
  return {
    debug() {},
    info: (...messages) => log.debug({ platform: 'slack' }, words(messages)),
    warn: (...messages) => log.warn({ platform: 'slack' }, words(messages)),
    error: (...messages) => log.warn({ platform: 'slack' }, words(messages)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}

const LONGEST = 300;

/** An error by its message; anything else that is no text could hold a payload and is left out. */
function oneLine(message: unknown): string {
  const text = message instanceof Error ? message.message : typeof message === 'string' ? message : typeof message;
  return text
    .split('\n', 1)
    .join('')
    .replace(/https?:\/\/\S+/g, '[address]')
    .slice(0, LONGEST);
}
