import { Command } from 'commander';
import { type AskRequest, addAsk } from './ask.js';
import { addChat, type ChatRequest } from './chat.js';
import { addCheck, type CheckRequest } from './check.js';
import { addDiscord } from './discord.js';
import { addDoctor, type DoctorRequest } from './doctor.js';
import { addEval, type EvalRequest } from './eval.js';
import { addGaps, type GapsRequest } from './gaps.js';
import { addHealthcheck } from './healthcheck.js';
import { addStart } from './start.js';

/** What is done for each command. Who does it is named by main.ts alone. */
export interface Actions {
  ask(request: AskRequest): Promise<void>;
  chat(request: ChatRequest): Promise<void>;
  check(request: CheckRequest): Promise<void>;
  evaluate(request: EvalRequest): Promise<void>;
  gaps(request: GapsRequest): Promise<void>;
  start(): Promise<void>;
  doctor(request: DoctorRequest): Promise<void>;
  healthcheck(): Promise<void>;
  inviteToDiscord(): Promise<void>;
}

/** All that can be typed, with its help. A word or option that is none ends it with a `CommanderError`, told already. */
export function createProgram(version: string, actions: Actions): Command {
  const program = new Command('dockercon-bot')
    .description('Answers questions from a folder of Markdown notes: short, in their own words, with citations.')
    .version(version, '-V, --version', 'print the version')
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
  addAsk(program, actions.ask);
  addChat(program, actions.chat);
  addCheck(program, actions.check);
  addEval(program, actions.evaluate);
  addGaps(program, actions.gaps);
  addStart(program, actions.start);
  addDoctor(program, actions.doctor);
  addHealthcheck(program, actions.healthcheck);
  addDiscord(program, { invite: actions.inviteToDiscord });
  return program;
}
