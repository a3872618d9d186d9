import { createInterface } from 'node:readline';
import type { Engine, NoteSummary } from '../../src/index.js';
import type { ChatRequest } from '../commands/chat.js';
import { reasonOf } from '../errors.js';
import { eventWords } from '../wording.js';
import { format } from './format.js';
import { inputLines, MAX_LINE_BYTES } from './lines.js';
import { printable } from './printable.js';
import { EXIT, print, screenOf, type Terminal, warnOfErrors } from './terminal.js';

/** Questions that are remembered for follow-ups. */
const MEMORY = 10;

const HELP = `Type a question. A follow-up may lean on what was asked before: "who demoed it?"
  /sources  list the notes
  /help     this
  /quit     leave (so do Ctrl-C and Ctrl-D)
`;

/**
 * A conversation: reads a line, answers, and remembers the question for follow-ups, until the input ends. Resolves to the
 * exit code.
 *
 * On a terminal there is a prompt, a history of lines, and completion with the tab key; from a file or pipe the answers
 * come alone.
 */
export async function chat({ notes }: ChatRequest, terminal: Terminal): Promise<number> {
  const { stdin, stdout, stderr, config } = terminal;
  const corpus = await terminal.readCorpus(notes);
  await warnOfErrors(corpus, stderr);
  const engine = corpus.openEngine();
  const isInteractive = stdin.isTTY === true && stdout.isTTY === true;
  if (isInteractive) {
    await print(stdout, `Notes: ${corpus.counts.notes}. /help tells what to type, /quit leaves.\n`);
  }

  const asked: string[] = [];
  for await (const typed of isInteractive ? typedLines(terminal, engine) : pipedLines(terminal)) {
    const line = typed.trim();
    if (line === '/quit' || line === '/exit' || stdout.destroyed) break;
    if (line === '') continue;
    if (line.startsWith('/')) {
      await print(stdout, command(line, engine));
      continue;
    }
    try {
      const answer = await engine.ask(line, { history: asked });
      await print(stdout, `${format(answer, await screenOf(stdout, config))}\n`);
    } catch (error) {
      await print(stderr, `dockercon-bot: the engine failed: ${printable(reasonOf(error))}\n`);
    }
    asked.push(line);
    asked.splice(0, asked.length - MEMORY);
  }
  if (isInteractive) await print(stdout, '\n');
  return EXIT.done;
}

/** Lines typed at a prompt. The next prompt comes when the line before has been dealt with. */
async function* typedLines({ stdin, stdout }: Terminal, engine: Engine): AsyncGenerator<string> {
  const prompt = createInterface({ input: stdin, output: stdout, prompt: '> ', completer: completions(engine) });
  // Ctrl-C reaches readline as a key; without a listener it would only pause the input.
  prompt.on('SIGINT', () => prompt.close());
  try {
    prompt.prompt();
    for await (const line of prompt) {
      yield line;
      prompt.prompt();
    }
  } finally {
    prompt.close();
  }
}

/** Lines of a file or pipe. */
async function* pipedLines({ stdin, stderr }: Terminal): AsyncGenerator<string> {
  for await (const line of inputLines(stdin, MAX_LINE_BYTES)) {
    if ('text' in line) yield line.text;
    else await print(stderr, `dockercon-bot: a line is longer than ${line.tooLong} bytes\n`);
  }
}

function command(line: string, engine: Engine): string {
  switch (line.toLowerCase()) {
    case '/help':
      return HELP;
    case '/sources':
      return listing(engine.notes());
    default:
      return `There is no ${printable(line)}. /help lists what there is.\n`;
  }
}

/** The notes by event, day and date, one a line. */
function listing(notes: readonly NoteSummary[]): string {
  if (notes.length === 0) return 'There are no notes.\n';
  return notes
    .map((note) => {
      const event = eventWords(note);
      const parts = [note.date, event, event === note.title ? undefined : note.title];
      return printable(`- ${parts.filter((part) => part !== undefined).join(', ')} (${note.path})`);
    })
    .concat('')
    .join('\n');
}

/** Completion of a typed line from the questions and titles that the engine suggests. */
function completions(engine: Engine) {
  return (line: string, done: (error: null, result: [string[], string]) => void) => {
    engine.suggest(line, 10).then(
      (suggestions) => done(null, [suggestions.map(printable), line]),
      () => done(null, [[], line]),
    );
  };
}
