#!/usr/bin/env node
import { CommanderError } from 'commander';
import type { DoctorRequest } from './commands/doctor.js';
import { createProgram } from './commands/program.js';
import { readConfig, secretsOf } from './config.js';
import { OperatorError, reasonOf } from './errors.js';
import { packageVersion } from './package-root.js';
import type { Terminal } from './terminal/terminal.js';
import type { Platform } from './types.js';

/**
 * The composition root: the one place that names concrete adapters. Each is loaded only when it is used, so that a question
 * in the terminal does not wait for the code of anything else.
 */

/** What `start` can run: the chat platforms, and the playground where none is configured. */
const PLATFORMS: readonly Platform[] = [
  {
    name: 'slack',
    variables: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'],
    isConfigured: ({ slack }) => slack !== undefined,
    isCalled: ({ slack }) => slack !== undefined && slack.appToken === undefined,
    async create(parts) {
      const { slack } = parts.config;
      if (slack === undefined) throw new Error('Slack is not configured');
      return (await import('./slack/slack.js')).createSlackAdapter({ ...parts, slack });
    },
    async *examine({ slack }) {
      if (slack !== undefined) yield* (await import('./slack/doctor.js')).examineSlack(slack);
    },
  },
  {
    name: 'discord',
    variables: ['DISCORD_TOKEN'],
    isConfigured: ({ discord }) => discord !== undefined,
    async create(parts) {
      const { discord } = parts.config;
      if (discord === undefined) throw new Error('Discord is not configured');
      return (await import('./discord/discord.js')).createDiscordAdapter({ ...parts, discord });
    },
    async *examine({ discord }) {
      if (discord !== undefined) yield* (await import('./discord/doctor.js')).examineDiscord(discord);
    },
  },
  {
    name: 'playground',
    variables: [],
    isConfigured: ({ playground, slack, discord }) =>
      playground?.wanted ?? (slack === undefined && discord === undefined),
    async create(parts) {
      const [{ createWebAdapter }, slack, discord] = await Promise.all([
        import('./web/web.js'),
        import('./slack/preview.js'),
        import('./discord/preview.js'),
      ]);
      return createWebAdapter({ ...parts, previews: { slack: slack.preview, discord: discord.preview } });
    },
  },
];

/** How the process ends at a fault, as of grep. */
const FAULT = 2;

/** What happens at a fault that nobody foresaw: one line, and the end. */
let endAtFault = (message: string, _error: unknown): never => {
  complain(message);
  process.exit(FAULT);
};

/** What happens at a warning of Node's own. */
let tellWarning = ({ name, message }: Error): void => complain(`${name}: ${message}`);

const program = createProgram(packageVersion(), {
  ask: (request) => run(async (terminal) => (await import('./terminal/ask.js')).ask(request, terminal)),
  chat: (request) => run(async (terminal) => (await import('./terminal/chat.js')).chat(request, terminal)),
  check: (request) => run(async (terminal) => (await import('./terminal/check.js')).check(request, terminal)),
  evaluate: (request) =>
    run(async (terminal) => (await import('./terminal/eval.js')).evaluateAnswers(request, terminal)),
  gaps: (request) => run(async (terminal) => (await import('./terminal/gaps.js')).listGaps(request, terminal)),
  start: runStart,
  doctor: runDoctor,
  healthcheck: () => run(checkHealth),
  inviteToDiscord: () => run(inviteToDiscord),
});

watchProcess();
try {
  await program.parseAsync();
} catch (error) {
  // commander has already said what is wrong; --help and --version are no faults.
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : FAULT;
}

/** Runs a terminal command and sets the exit code. */
async function run(command: (terminal: Terminal) => Promise<number>): Promise<void> {
  try {
    const config = readConfig();
    const { chooseFolders, readCorpus } = await import('./corpus.js');
    process.exitCode = await command({
      config,
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      readCorpus: (given, origin = '--notes') => readCorpus(chooseFolders(given, origin, config), config),
    });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    for (const line of error.message.split('\n')) complain(line);
    process.exitCode = FAULT;
  }
}

/** Runs the platforms. All it says goes through the log, also what is wrong with the configuration. */
async function runStart(): Promise<void> {
  // A bot runs for weeks: memory counts more than the time to collect it. By default V8 lets the garbage of a small heap grow
  // to several times what is in use; this is a flag of Node 20 to 24 (node --v8-options).
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--heap-growing-percent=40');
  const { createLog } = await import('./log.js');
  const readable = process.stdout.isTTY === true;
  let log = createLog({ level: 'info', readable });
  endAtFault = (message, error) => {
    log.fatal({ err: error }, message);
    process.exit(1);
  };
  tellWarning = ({ name, message }) => log.warn(`${name}: ${message}`);
  try {
    const config = readConfig();
    log = createLog({ level: config.logLevel, readable, secrets: secretsOf(config) });
    const { chooseFolders } = await import('./corpus.js');
    const { openEngineClient } = await import('./engine-client.js');
    const { isUntold, watchNotes } = await import('./notes-watch.js');
    const { start, stopSignal } = await import('./start.js');
    const folders = chooseFolders([], '', config);
    const poll = config.watch === 'poll' || folders.some(isUntold);
    process.exitCode = await start({
      config,
      log,
      platforms: PLATFORMS,
      openEngine: () => openEngineClient({ folders, config, log }),
      watchNotes: config.watch === 'off' ? undefined : (onChange) => watchNotes({ folders, poll, log, onChange }),
      onReload: (act) => process.on('SIGHUP', act),
      stopped: stopSignal(
        (signal, act) => process.on(signal, act),
        () => process.exit(1),
      ),
    });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    for (const line of error.message.split('\n')) log.fatal(line);
    process.exitCode = 1;
  }
  // A platform that would not stop in time may still hold the process.
  process.exit();
}

/** Looks at everything. What is wrong with the configuration is a finding like any other. */
async function runDoctor({ json }: DoctorRequest): Promise<void> {
  const { examineAll } = await import('./examine.js');
  const { consultDoctor } = await import('./terminal/doctor.js');
  const { redact } = await import('./log.js');
  const { examinations, secrets } = examineAll(PLATFORMS);
  process.exitCode = await consultDoctor({
    examinations,
    json,
    stdout: process.stdout,
    redact: (line) => redact(line, secrets),
  });
  // An examination that was given up may still hold the process.
  process.stdout.write('', () => process.exit());
}

/** Whether the bot that runs on this machine lives; where it listens at no port, whether its notes can be read. */
async function checkHealth({ config }: Terminal): Promise<number> {
  const { chooseFolders } = await import('./corpus.js');
  const { faultOfBot } = await import('./health-check.js');
  const { portOf } = await import('./start.js');
  const folders = chooseFolders([], '', config);
  const fault = await faultOfBot({ port: portOf(config, PLATFORMS), host: config.host, folders });
  if (fault !== undefined) complain(fault);
  return fault === undefined ? 0 : 1;
}

/** Prints where the bot is invited to a Discord server. */
async function inviteToDiscord({ config: { discord }, stdout }: Terminal): Promise<number> {
  if (discord === undefined)
    throw new OperatorError('config', 'DISCORD_TOKEN: is missing, and the invitation is for its bot.');
  const { findInviteUrl } = await import('./discord/invite.js');
  stdout.write(`${await findInviteUrl(discord)}\n`);
  return 0;
}

/** Ends in one line, without a stack trace, whatever goes wrong; a reader that has left is no fault. */
function watchProcess(): void {
  // In place of Node, which prints its warnings as they are.
  process.removeAllListeners('warning').on('warning', (warning) => tellWarning(warning));
  process.on('uncaughtException', (error) => endAtFault(`unexpected: ${reasonOf(error)}`, error));
  process.on('unhandledRejection', (reason) => endAtFault(`unexpected: ${reasonOf(reason)}`, reason));
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error) => {
      if (reasonOf(error) !== 'EPIPE') endAtFault(`cannot print: ${reasonOf(error)}`, error);
      // Later, so that a command that is done can say how it ended.
      setImmediate(() => process.exit());
    });
  }
}

/** Tells the operator, in one line that holds nothing but text. */
function complain(message: string): void {
  process.stderr.write(`dockercon-bot: ${message.replace(/\p{Cc}/gu, ' ')}\n`);
}
