#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { readConfig, secretsOf } from './config.js';
import { OperatorError, reasonOf } from './errors.js';
import { packageVersion } from './package-root.js';
import type { AskRequest } from './terminal/ask.js';
import type { ChatRequest } from './terminal/chat.js';
import type { CheckRequest } from './terminal/check.js';
import type { EvalRequest } from './terminal/eval.js';
import type { GapsRequest } from './terminal/gaps.js';
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

const ASK_DEFAULTS = { notes: [], json: false, jsonl: false, explain: false };
const GAPS_DEFAULTS = { notes: [], all: false, limit: 20, json: false };
const EVAL_DEFAULTS = { notes: [], suggestions: false, failures: false, json: false };

/** How the process ends at a fault, as of grep. */
const FAULT = 2;

/** What happens at a fault that nobody foresaw: one line, and the end. */
let endAtFault = (message: string, _error: unknown): never => {
  complain(message);
  process.exit(FAULT);
};

/** What happens at a warning of Node's own. */
let tellWarning = ({ name, message }: Error): void => complain(`${name}: ${message}`);

const program = new Command('dockercon-bot')
  .description('Answers questions from a folder of Markdown notes: short, in their own words, with citations.')
  .version(packageVersion(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError('Add --help for what can be typed.')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  $ dockercon-bot ask "what is Project Orca"
  $ dockercon-bot chat --notes ~/blog/posts
  $ dockercon-bot check ~/blog/posts

Environment (also read from a file .env in the current directory):
  NOTES_DIR        folder of notes, or several; the notes that ship with the bot if unset
  NOTES_BASE_URL   where the notes are published, for their relative links
  NOTES_WATCH      whether "start" reads notes again when they change: on, poll or off
  MIN_CONFIDENCE   from 0 (always answer) to 1 (never answer)
  LOG_LEVEL        how much "start" logs
  NO_COLOR, FORCE_COLOR
  SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, DISCORD_TOKEN for Discord; .env.example tells of these and more`,
  );

program
  .command('ask')
  .summary('answer a question')
  .description('Answers a question, or with --jsonl one question a line.')
  .argument('[question...]', 'the question; quotation marks around it are optional')
  .option('-n, --notes <dir>', 'folder of notes; repeat for more folders', collect)
  .option('--json', 'print the whole answer as JSON')
  .option('--jsonl', 'read {"id", "question", "context"} lines, write an answer line for each')
  .option('--explain', 'also print matched terms, scores and runners-up')
  .addHelpText(
    'after',
    `
Exit code: 0 answered, 1 not answered, 2 a fault. With --jsonl: 0, unless there is a fault.

Examples:
  $ dockercon-bot ask "what is Project Orca"
  $ dockercon-bot ask --explain who demoed Docker Hub
  $ dockercon-bot ask --notes talks/2015 --notes talks/2017 "what changed in networking"
  $ echo '{"id":"1","question":"who demoed it?","context":["what is Project Orca?"]}' | dockercon-bot ask --jsonl`,
  )
  .action((words: string[], options: Partial<AskRequest>) =>
    run(async (terminal) => (await import('./terminal/ask.js')).ask({ ...ASK_DEFAULTS, ...options, words }, terminal)),
  );

program
  .command('chat')
  .summary('a conversation, with follow-up questions')
  .description('Answers what is typed, line by line. Follow-up questions may lean on the ones before.')
  .option('-n, --notes <dir>', 'folder of notes; repeat for more folders', collect)
  .addHelpText(
    'after',
    `
Within: /help, /sources lists the notes, /quit leaves. Tab completes.

Examples:
  $ dockercon-bot chat
  $ printf 'what is Project Orca\\nwho demoed it\\n' | dockercon-bot chat`,
  )
  .action((options: Partial<ChatRequest>) =>
    run(async (terminal) => (await import('./terminal/chat.js')).chat({ notes: [], ...options }, terminal)),
  );

program
  .command('check')
  .summary('list what is wrong with notes')
  .description('Lists what is wrong with notes, a line each: file:line: severity rule: message.')
  .argument('[dir...]', 'folders of notes; those of NOTES_DIR if left out')
  .option('--json', 'print the problems as JSON')
  .addHelpText(
    'after',
    `
Exit code: 0 no error (there may be warnings), 1 errors, 2 a folder cannot be read.

Examples:
  $ dockercon-bot check
  $ dockercon-bot check content/posts --json`,
  )
  .action((folders: string[], options: Partial<CheckRequest>) =>
    run(async (terminal) =>
      (await import('./terminal/check.js')).check({ json: false, ...options, folders }, terminal),
    ),
  );

program
  .command('eval')
  .summary('score the answers to a file of questions')
  .description(
    'Asks every question of a file and scores the answers against what the file expects. With --suggestions, asks every question that the bot itself suggests.',
  )
  .argument('[file]', 'question file, one JSON object a line')
  .option('-n, --notes <dir>', 'folder of notes; repeat for more folders', collect)
  .option('--suggestions', 'ask all that is suggested, and list what is not answered from where it was found')
  .option('--min <score>', 'lowest combined score that passes, from 0 to 1', parseScore)
  .option('--failures', 'also list every failed question with its answer')
  .option('--json', 'print the scores as JSON')
  .addHelpText(
    'after',
    `
A line of the file holds "id", "question", "kind", "answerable"; for an answerable question "expect" (lists of regular
expressions: one of each list must match), "source" (a list of {"event", "day"}: one must be among the first three
citations) and "max_chars"; and where they apply "context" (earlier questions), "ideal_chars" and "note".

Exit code: 0 scored, 1 below --min or a suggestion that misleads, 2 a fault.

Examples:
  $ dockercon-bot eval questions.jsonl --failures
  $ dockercon-bot eval --suggestions --notes content/posts
  $ dockercon-bot eval questions.jsonl --notes content/posts --min 0.9`,
  )
  .action((file: string | undefined, options: Partial<EvalRequest>) =>
    run(async (terminal) =>
      (await import('./terminal/eval.js')).evaluateAnswers(
        { ...EVAL_DEFAULTS, ...options, ...(file !== undefined && { file }) },
        terminal,
      ),
    ),
  );

program
  .command('gaps')
  .summary('list what askers did not find in the notes')
  .description('Lists the questions of GAPS_FILE that were not answered, most asked first, each with a note to write.')
  .argument('[file]', 'file of gaps; that of GAPS_FILE if left out')
  .option('-n, --notes <dir>', 'folder of notes; repeat for more folders', collect)
  .option('--limit <count>', 'how many to list', parseCount)
  .option('--all', 'also list what the notes answer by now')
  .option('--json', 'print them as JSON')
  .addHelpText(
    'after',
    `
Near-identical questions are put together. Answers that were judged not helpful are listed, too.

Exit code: 0 listed, 2 a fault.

Examples:
  $ dockercon-bot gaps
  $ dockercon-bot gaps /var/lib/dockercon-bot/gaps.jsonl --json`,
  )
  .action((file: string | undefined, options: Partial<GapsRequest>) =>
    run(async (terminal) =>
      (await import('./terminal/gaps.js')).listGaps({ ...GAPS_DEFAULTS, ...options, file }, terminal),
    ),
  );

program
  .command('start')
  .summary('join the chat platforms that are configured, or open the playground')
  .description(
    'Joins every chat platform that is configured; where none is, opens the playground in the browser of this machine. Runs until it is stopped by SIGTERM or Ctrl-C.',
  )
  .addHelpText(
    'after',
    `
Logs one JSON object a line to the standard output, readable lines on a terminal. LOG_LEVEL sets how much.

Exit code: 0 stopped, 1 a fault.

Example:
  $ LOG_LEVEL=debug dockercon-bot start`,
  )
  .action(runStart);

program
  .command('doctor')
  .summary('say what is wrong with the set-up, and what to do')
  .description(
    'Looks at the configuration, the notes, this machine, and at Slack and Discord where they are configured. Says per line what is well, what is wrong, and which switch to flip. Changes nothing.',
  )
  .option('--json', 'print the findings as JSON')
  .addHelpText(
    'after',
    `
Exit code: 0 nothing is wrong, 1 something is, 2 a wrong option.

Example:
  $ dockercon-bot doctor`,
  )
  .action(runDoctor);

program
  .command('healthcheck')
  .summary('ask the bot that runs here whether it lives')
  .description(
    'For a container engine: asks the bot that runs on this machine whether it lives. Where it listens at no port, sees whether the notes can be read.',
  )
  .addHelpText(
    'after',
    `
Exit code: 0 well, 1 not, 2 a fault.

Example:
  $ dockercon-bot healthcheck`,
  )
  .action(() =>
    run(async ({ config }) => {
      const { chooseFolders } = await import('./corpus.js');
      const { faultOfBot } = await import('./health-check.js');
      const { portOf } = await import('./start.js');
      const folders = chooseFolders([], '', config);
      const fault = await faultOfBot({ port: portOf(config, PLATFORMS), host: config.host, folders });
      if (fault !== undefined) complain(fault);
      return fault === undefined ? 0 : 1;
    }),
  );

program
  .command('discord')
  .summary('invite the bot to a Discord server')
  .description('What is needed to set the bot up in Discord.')
  .addCommand(
    new Command('invite')
      .description(
        'Prints the address at which the bot of DISCORD_TOKEN is invited to a server, with the least permissions.',
      )
      .exitOverride()
      .addHelpText(
        'after',
        `
Exit code: 0 printed, 2 a fault.

Example:
  $ dockercon-bot discord invite`,
      )
      .action(() =>
        run(async ({ config, stdout }) => {
          const { discord } = config;
          if (discord === undefined)
            throw new OperatorError('config', 'DISCORD_TOKEN: is missing, and the invitation is for its bot.');
          const { findInviteUrl } = await import('./discord/invite.js');
          stdout.write(`${await findInviteUrl(discord)}\n`);
          return 0;
        }),
      ),
  );

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
async function runDoctor({ json = false }: { readonly json?: boolean }): Promise<void> {
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

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1, e.g. 20.');
  return Number(value);
}

function parseScore(value: string): number {
  if (!/^(?:0(?:\.\d+)?|\.\d+|1(?:\.0+)?)$/.test(value)) {
    throw new InvalidArgumentError('Expected a number from 0 to 1, e.g. 0.9.');
  }
  return Number(value);
}
