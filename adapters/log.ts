import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './config.js';

/** The log of a running bot. */
export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'flush'>;

/** How to log. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Values that no line may ever hold: tokens, passwords. Each is replaced wherever it turns up. */
  readonly secrets?: readonly string[];
  /** Whether a person reads along on a terminal: readable lines instead of JSON. */
  readonly readable?: boolean;
}

/**
 * Creates the log: one JSON object a line, with the time in ISO 8601.
 *
 * Secrets are taken out of the finished line, because naming the fields that may hold one misses those in messages, in
 * causes and in fields nobody thought of. What merely looks like a secret goes too. An error is logged by type, message
 * and code; its stack only at `debug` and `trace`.
 */
export function createLog(options: LogOptions, target: Writable = process.stdout): Log {
  const { level, secrets = [], readable = false } = options;
  const withStack = level === 'debug' || level === 'trace';
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describe(error, withStack) },
      hooks: { streamWrite: (line) => redact(line, secrets) },
    },
    readable ? pretty({ destination: target, sync: true }) : target,
  );
}

const REDACTED = '[redacted]';

/**
 * Shapes of secrets: Slack tokens and webhook paths, Discord bot tokens, passwords within a URL, bearer headers.
 * See https://docs.slack.dev/authentication/tokens and https://discord.com/developers/docs/reference#authentication.
 */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:xox[a-z]|xapp)-[\w-]{4,}/g, REDACTED],
  [/\/services\/T\w+\/B\w+\/\w+/g, `/services/${REDACTED}`],
  [/\b[\w-]{23,30}\.[\w-]{6}\.[\w-]{27,45}\b/g, REDACTED],
  [/\b([a-z][a-z+]{1,20}:\/\/)[^\s/@"\\]{1,200}:[^\s/@"\\]{1,200}@/gi, `$1${REDACTED}@`],
  [/\b(Bearer) [\w.~+/-]{8,}=*/gi, `$1 ${REDACTED}`],
  // Longer than the words that may follow: "Basic Information" is a page of Slack's.
  [/\b(Bot|Basic) [\w.~+/-]{16,}=*/g, `$1 ${REDACTED}`],
  // Addresses by which whoever knows them may post: Slack's response URLs, Discord's interactions and webhooks.
  [
    /\b(https?:\/\/[^\s/"\\]+\/(?:[\w.-]+\/){0,4}(?:response|commands|actions|workflows|triggers|webhooks|interactions)s?\/)[^\s"\\]+/gi,
    `$1${REDACTED}`,
  ],
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w.-]{6,}/g, `$1${REDACTED}`],
  [/\baW50ZXJhY3Rpb24[\w=-]{10,}/g, REDACTED],
  // Fields and parameters that are named for what they hold.
  [
    /("[\w-]{0,40}(?:authorization|cookie|token|secret|password|signature|response_?url)[\w-]{0,40}\\?":\s*\\?")(?:[^"\\]|\\[^"])+/gi,
    `$1${REDACTED}`,
  ],
  [/\b((?:[\w-]{0,40}token|[\w-]{0,40}secret|password|code|ticket)=)[^\s&"'\\]+/gi, `$1${REDACTED}`],
];

/** Takes every secret out of a line, also in the form it has within JSON, and whatever looks like one. */
export function redact(line: string, secrets: readonly string[]): string {
  let clean = line;
  for (const secret of secrets) {
    if (secret === '') continue;
    clean = clean.replaceAll(JSON.stringify(secret).slice(1, -1), REDACTED).replaceAll(secret, REDACTED);
  }
  for (const [shape, replacement] of SECRET_SHAPES) clean = clean.replace(shape, replacement);
  return clean;
}

/** What of an error is logged. Never throws, whatever was thrown. */
function describe(error: unknown, withStack: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error };
  try {
    const { code } = error as NodeJS.ErrnoException;
    return {
      type: error.name,
      message: error.message,
      ...((typeof code === 'string' || typeof code === 'number') && { code }),
      ...(withStack && { stack: error.stack }),
    };
  } catch {
    return { type: 'Error', message: 'an error whose fields cannot be read' };
  }
}
