import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Config, readConfig, secretsOf } from './config.js';
import { badNotes, chooseFolders, readCorpus } from './corpus.js';
import { type Examination, type Finding, findingsOn } from './doctor.js';
import { OperatorError, reasonOf } from './errors.js';
import { openListener } from './listener.js';
import { createLog } from './log.js';
import { isUntold } from './notes-watch.js';
import { portOf } from './start.js';
import type { Platform } from './types.js';

/** What the doctor looks at, in order, each with what it is about; and the secrets that must not be shown. */
export interface Examinations {
  readonly examinations: readonly (readonly [about: string, examine: Examination])[];
  readonly secrets: readonly string[];
}

/** Everything that can be looked at; of a configuration that is wrong, what is wrong with it. */
export function examineAll(platforms: readonly Platform[]): Examinations {
  try {
    const config = readConfig();
    const wanted = platforms.filter((platform) => platform.isConfigured(config));
    return {
      secrets: secretsOf(config),
      examinations: [
        [CONFIGURATION, () => examineConfiguration(config, platforms)],
        ['notes', () => examineNotes(config)],
        ['machine', () => examineMachine(config, portOf(config, platforms))],
        ...wanted.flatMap(({ name, examine }) => (examine ? [[name, () => examine(config)] as const] : [])),
      ],
    };
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return { secrets: [], examinations: [[CONFIGURATION, () => tellFaults(error)]] };
  }
}

const CONFIGURATION = 'configuration';

async function* examineConfiguration(config: Config, platforms: readonly Platform[]): AsyncGenerator<Finding> {
  const { ok, look } = findingsOn(CONFIGURATION);
  const chats = platforms.filter(({ variables }) => variables.length > 0);
  const wanted = chats.filter((platform) => platform.isConfigured(config));
  if (wanted.length > 0) {
    yield ok(`joins ${wanted.map(({ name }) => name).join(' and ')}`);
    return;
  }
  const ways = chats.map(({ name, variables }) => `${variables.join(' and ')} for ${name}`);
  yield look('no chat platform is configured, so there is the playground only', `Set ${ways.join(', or ')}.`);
}

async function* tellFaults({ message }: OperatorError): AsyncGenerator<Finding> {
  const { wrong } = findingsOn(CONFIGURATION);
  for (const fault of message.split('\n')) {
    yield wrong(fault.replace(/\.$/, ''), 'Then run doctor again: the rest was not looked at.');
  }
}

/** Examines the notes: whether they can be read, what is wrong with them, and whether changes are noticed. */
export async function* examineNotes(config: Config): AsyncGenerator<Finding> {
  const { ok, look, wrong } = findingsOn('notes');
  const folders = chooseFolders([], '', config);
  try {
    const corpus = await readCorpus(folders, config);
    const { notes, passages } = corpus.counts;
    const where = folders.map(({ path }) => path).join(', ');
    if (notes === 0) yield look(`there are no notes in ${where}`, 'Put Markdown files there, or correct NOTES_DIR.');
    else yield ok(`${notes} notes with ${passages} passages in ${where}`);
    const bad = badNotes(corpus);
    const [first] = bad;
    if (first !== undefined) {
      const { path, line, message } = first;
      yield look(
        `of ${bad.length} notes something is lost, e.g. ${path}:${line}: ${message.replace(/\.$/, '')}`,
        'The command "check" lists all.',
      );
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    yield wrong(error.message.replace(/\.$/, ''), 'Correct NOTES_DIR, or the rights of the folder.');
    return;
  }
  if (config.watch === 'off') yield look('changes of the notes are not noticed', 'Unset NOTES_WATCH, or send SIGHUP.');
  else if (config.watch === 'poll' || folders.some(isUntold)) yield ok('changes are noticed by looking at every file');
  else yield ok('changes are noticed as the system tells of them');
}

/**
 * Examines what `start` needs of this machine.
 *
 * @param port where requests from outside are listened for, if they are.
 */
export async function* examineMachine(config: Config, port: number | undefined): AsyncGenerator<Finding> {
  const { ok, look, wrong } = findingsOn('machine');
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 20) yield ok(`Node ${process.version}`);
  else yield wrong(`Node ${process.version} is too old`, 'Install Node 24.');
  if (port !== undefined) {
    try {
      const listener = await openListener({ port, host: config.host, log: createLog({ level: 'silent' }) });
      await listener.close();
      yield ok(`port ${port} is free for Slack, probes and metrics`);
    } catch (error) {
      const isTaken = error instanceof OperatorError && (error.cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (isTaken)
        yield look(`port ${port} is taken`, 'That is well if the bot runs already; else choose another PORT.');
      else yield wrong(reasonOf(error).replace(/\.$/, ''), 'Correct PORT and HOST.');
    }
  }
  if (config.gaps !== undefined) {
    const fault = await faultOfFile(config.gaps.path);
    if (fault === undefined) yield ok('GAPS_FILE can be written to');
    else yield wrong(`GAPS_FILE cannot be written to (${fault})`, 'Name a file that the bot may write, or unset it.');
  }
}

/** Why a file cannot be written to, or made where there is none. It is renamed into place, so its folder matters, too. */
async function faultOfFile(path: string): Promise<string | undefined> {
  try {
    await access(dirname(path), constants.W_OK);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return undefined;
    if (!found.isFile()) return 'it is not a file';
    await access(path, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}
