import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parse as parseDotenv } from 'dotenv';
import * as v from 'valibot';
import {
  DISCORD_SCHEMA,
  DISCORD_SECRETS,
  DISCORD_VARIABLES,
  type DiscordConfig,
  discordConfig,
} from './discord-config.js';
import { OperatorError, reasonOf } from './errors.js';
import {
  missingOfSlack,
  SLACK_SCHEMA,
  SLACK_SECRETS,
  SLACK_VARIABLES,
  type SlackConfig,
  slackConfig,
} from './slack-config.js';
import { decodeText } from './text-file.js';

export type { DiscordConfig } from './discord-config.js';
export type { SlackConfig } from './slack-config.js';

/** What the environment says, checked. Nothing else in the project reads it. */
export interface Config {
  /** Folders of notes, absolute; empty when `NOTES_DIR` is unset, for the notes that ship with the bot. */
  readonly notes: readonly string[];
  /** Where the notes' relative links start, an absolute http or https URL. */
  readonly notesBaseUrl?: string;
  /** Whether changes of the notes are read at once: as the system tells of them, by looking at all of them, or not at all. */
  readonly watch?: NotesWatching;
  /** Lowest confidence at which the engine answers, from 0 to 1. */
  readonly minConfidence?: number;
  readonly logLevel: LogLevel;
  /** Whether questions are logged, at `info`. */
  readonly logQuestions?: boolean;
  /** Whether to colour, whatever the output is; absent to colour on a terminal only. */
  readonly colour?: boolean;
  /** Where questions that the notes do not answer are noted; absent unless the operator wants it. */
  readonly gaps?: GapsConfig;
  /** What the chat platforms share; absent what is not set. */
  readonly chat?: ChatConfig;
  /** Set when the bot shall join a Slack workspace. */
  readonly slack?: SlackConfig;
  /** Set when the bot shall join Discord. */
  readonly discord?: DiscordConfig;
  /** A database that this version does not use: it is told of at the start. Holds a password. */
  readonly databaseUrl?: string;
  /** Where requests from outside are listened for. */
  readonly port?: number;
  readonly host?: string;
  readonly playground?: PlaygroundConfig;
}

/** The playground in the browser; absent what is not set. */
export interface PlaygroundConfig {
  /** Whether it is wanted; absent for when no chat platform is configured. */
  readonly wanted?: boolean;
  /** Where it is listened for. */
  readonly host?: string;
  readonly port?: number;
}

/** How much one person may ask in a chat, and how long a conversation is remembered. */
export interface ChatConfig {
  /** Questions at once after a rest. */
  readonly burst?: number;
  /** Questions a minute in the long run. */
  readonly perMinute?: number;
  readonly conversationMinutes?: number;
}

/** How changes of the notes are noticed; `on` is the default. */
export const NOTES_WATCHING = ['on', 'poll', 'off'] as const;
export type NotesWatching = (typeof NOTES_WATCHING)[number];

/** The file in which gaps of the notes are noted, and how long and how large it may be. */
export interface GapsConfig {
  /** Absolute. */
  readonly path: string;
  readonly maxBytes: number;
  /** In milliseconds. */
  readonly retention: number;
}

/** From the most to the least that is logged. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The secrets that a configuration holds, for the log to leave out. */
export function secretsOf({ slack, discord, databaseUrl }: Config): readonly string[] {
  return [slack?.botToken, slack?.appToken, slack?.signingSecret, discord?.token, databaseUrl].filter(
    (secret) => secret !== undefined,
  );
}

const SECRETS: ReadonlySet<string> = new Set([...SLACK_SECRETS, ...DISCORD_SECRETS, 'DATABASE_URL']);

/** The names of all variables that are read. */
export const VARIABLES = [
  'NOTES_DIR',
  'NOTES_BASE_URL',
  'NOTES_WATCH',
  'MIN_CONFIDENCE',
  'LOG_LEVEL',
  'LOG_QUESTIONS',
  'NO_COLOR',
  'FORCE_COLOR',
  'RATE_LIMIT_BURST',
  'RATE_LIMIT_PER_MINUTE',
  'CONVERSATION_MINUTES',
  'DATABASE_URL',
  'GAPS_FILE',
  'GAPS_DAYS',
  'GAPS_MEGABYTES',
  'HOST',
  'PORT',
  'PLAYGROUND',
  'PLAYGROUND_HOST',
  'PLAYGROUND_PORT',
  ...SLACK_VARIABLES,
  ...DISCORD_VARIABLES,
] as const;
type Variable = (typeof VARIABLES)[number];

/**
 * Reads the configuration from the environment and, for what it leaves out, from the file `.env` in `directory`.
 *
 * An empty variable counts as unset, so that `.env` or the default holds. The process environment is not changed.
 *
 * @throws OperatorError with one line for each variable that is wrong: its name, what was expected, and what was seen
 *   unless that could hold a secret.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  directory: string = process.cwd(),
): Config {
  const { values: file, cut } = readDotenv(join(directory, '.env'));
  const values: Partial<Record<Variable, string>> = {};
  const given = new Set<string>();
  const faults: string[] = [];
  for (const name of VARIABLES) {
    const value = environment[name]?.trim() || file[name]?.trim();
    if (!value) continue;
    given.add(name);
    if (cut.has(name) && SECRETS.has(name) && !environment[name]?.trim()) {
      faults.push(`${name}: its value in the file .env is cut at "#". Put the value in quotation marks.`);
    }
    if (isQuoted(value)) faults.push(`${name}: its value starts with a quotation mark. Leave out the quotation marks.`);
    else values[name] = value;
  }
  const result = v.safeParse(SCHEMA, values);
  faults.push(...missingOfSlack(given));
  for (const issue of result.issues ?? []) faults.push(`${issue.path?.[0]?.key}: ${issue.message}`);
  if (!result.success || faults.length > 0) throw new OperatorError('config', faults.join('\n'));

  const { NOTES_DIR, NOTES_BASE_URL, NOTES_WATCH, MIN_CONFIDENCE, LOG_LEVEL, NO_COLOR, FORCE_COLOR } = result.output;
  const { RATE_LIMIT_BURST, RATE_LIMIT_PER_MINUTE, CONVERSATION_MINUTES, HOST, PORT } = result.output;
  const { PLAYGROUND, PLAYGROUND_HOST, PLAYGROUND_PORT } = result.output;
  return {
    notes: (NOTES_DIR ?? []).map((folder) => resolve(directory, folder)),
    logLevel: LOG_LEVEL ?? 'info',
    ...(NOTES_BASE_URL !== undefined && { notesBaseUrl: NOTES_BASE_URL }),
    ...watchWish(NOTES_WATCH, environment.CHOKIDAR_USEPOLLING),
    ...(MIN_CONFIDENCE !== undefined && { minConfidence: MIN_CONFIDENCE }),
    ...(result.output.LOG_QUESTIONS !== undefined && { logQuestions: result.output.LOG_QUESTIONS }),
    ...colourWish(NO_COLOR, FORCE_COLOR, environment.TERM),
    ...part('chat', {
      burst: RATE_LIMIT_BURST,
      perMinute: RATE_LIMIT_PER_MINUTE,
      conversationMinutes: CONVERSATION_MINUTES,
    }),
    ...(result.output.DATABASE_URL !== undefined && { databaseUrl: result.output.DATABASE_URL }),
    ...gapsConfig(result.output, directory),
    ...slackConfig(result.output),
    ...discordConfig(result.output),
    ...(HOST !== undefined && { host: HOST }),
    ...(PORT !== undefined && { port: PORT }),
    ...part('playground', { wanted: PLAYGROUND, host: PLAYGROUND_HOST, port: PLAYGROUND_PORT }),
  };
}

interface GapsValues {
  readonly GAPS_FILE?: string | undefined;
  readonly GAPS_DAYS?: number | undefined;
  readonly GAPS_MEGABYTES?: number | undefined;
}

/** Nothing without a file. */
function gapsConfig(values: GapsValues, directory: string): Pick<Config, 'gaps'> {
  const { GAPS_FILE, GAPS_DAYS = 90, GAPS_MEGABYTES = 10 } = values;
  if (GAPS_FILE === undefined) return {};
  return {
    gaps: {
      path: resolve(directory, GAPS_FILE),
      maxBytes: GAPS_MEGABYTES * 1024 * 1024,
      retention: GAPS_DAYS * 24 * 60 * 60 * 1_000,
    },
  };
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** A part of the configuration with what is set of it; nothing when nothing is. */
function part<N extends string, T extends object>(name: N, values: T): { readonly [name in N]?: Present<T> } {
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return (set.length === 0 ? {} : { [name]: Object.fromEntries(set) }) as { readonly [name in N]?: Present<T> };
}

/** https://no-color.org and https://force-color.org: a variable set to anything is a wish, and the wish for none wins. */
function colourWish(no?: string, force?: string, terminal?: string): Pick<Config, 'colour'> {
  if (no !== undefined) return { colour: false };
  if (force !== undefined) return { colour: !/^(?:0|false)$/i.test(force) };
  return terminal === 'dumb' ? { colour: false } : {};
}

/** Whoever makes other programs look at files by the variable of the library that watches means this one, too. */
function watchWish(watching: NotesWatching | undefined, polling: string | undefined): Pick<Config, 'watch'> {
  if (watching !== undefined) return { watch: watching };
  return polling !== undefined && /^(?:1|true)$/i.test(polling) ? { watch: 'poll' } : {};
}

/** A message for a value that may be shown, cut so that it stays on one line. */
const saw = (expected: string) => (issue: { readonly input: unknown }) =>
  `expected ${expected}, saw ${JSON.stringify(String(issue.input).slice(0, 60))}.`;

/** A whole number within bounds, written in digits. */
const wholeNumber = (from: number, to: number, example: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
        saw(`a whole number from ${from} to ${to}, e.g. ${example}`),
      ),
      v.transform(Number),
    ),
  );

/** Where to listen: an address or a name. */
const address = (example: string) =>
  v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/, saw(`an address or name to listen at, e.g. ${example}`))));

/** On or off. */
const toggle = () =>
  v.optional(
    v.pipe(
      v.string(),
      v.check((value) => /^(?:on|off|true|false)$/i.test(value), saw('"on" or "off"')),
      v.transform((value) => /^(?:on|true)$/i.test(value)),
    ),
  );

const SCHEMA = v.object({
  NOTES_DIR: v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.split(delimiter).filter((folder) => folder.trim() !== '')),
      v.minLength(1, `expected a folder of Markdown notes, or several separated by "${delimiter}".`),
    ),
  ),
  NOTES_BASE_URL: v.optional(
    v.pipe(
      v.string(),
      // The value is not shown: a wrong one may hold a password.
      v.check(
        isPublicUrl,
        'expected the address where the notes are published, without user name and password, e.g. https://blog.example.com/.',
      ),
    ),
  ),
  NOTES_WATCH: v.optional(v.picklist(NOTES_WATCHING, saw(`one of ${NOTES_WATCHING.join(', ')}`))),
  MIN_CONFIDENCE: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:0(?:\.\d+)?|\.\d+|1(?:\.0+)?)$/,
        saw('a number from 0 (always answer) to 1 (never answer), e.g. 0.5'),
      ),
      v.transform(Number),
    ),
  ),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, saw(`one of ${LOG_LEVELS.join(', ')}`))),
  LOG_QUESTIONS: toggle(),
  NO_COLOR: v.optional(v.string()),
  FORCE_COLOR: v.optional(v.string()),
  RATE_LIMIT_BURST: wholeNumber(1, 1_000, 10),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 10_000, 20),
  CONVERSATION_MINUTES: wholeNumber(1, 1_440, 30),
  DATABASE_URL: v.optional(v.string()),
  GAPS_FILE: v.optional(v.string()),
  GAPS_DAYS: wholeNumber(1, 3_650, 90),
  GAPS_MEGABYTES: wholeNumber(1, 1_000, 10),
  HOST: address('0.0.0.0'),
  PORT: wholeNumber(0, 65_535, 3_000),
  PLAYGROUND: toggle(),
  PLAYGROUND_HOST: address('127.0.0.1'),
  PLAYGROUND_PORT: wholeNumber(0, 65_535, 4_000),
  ...SLACK_SCHEMA,
  ...DISCORD_SCHEMA,
});

function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** Docker's `--env-file` and some editors keep quotation marks as part of the value. */
function isQuoted(value: string): boolean {
  return /^["'“‘`]/.test(value);
}

/**
 * The variables of a `.env` file, and the names of those whose value holds a "#" that is read as the start of a comment; none
 * when there is no such file. A folder of that name is someone else's.
 */
function readDotenv(path: string): { readonly values: Record<string, string>; readonly cut: ReadonlySet<string> } {
  try {
    const decoded = decodeText(readFileSync(path));
    if ('text' in decoded) {
      const cut = decoded.text.matchAll(/^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*[^\s'"`#]+#/gm);
      return { values: parseDotenv(decoded.text), cut: new Set([...cut].map(([, name]) => name ?? '')) };
    }
    throw new OperatorError('config', `${path}: line ${decoded.line}: ${decoded.fault}. Save the file as UTF-8.`);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = reasonOf(error);
    if (reason === 'ENOENT' || reason === 'EISDIR' || reason === 'ENOTDIR') return { values: {}, cut: new Set() };
    throw new OperatorError('config', `${path}: cannot be read (${reason}).`, { cause: error });
  }
}
