/**
 * The bot under load, as Slack would load it: signed mentions over HTTP at a steady rate, one in ten delivered twice.
 *
 *     npm run bench:slack                     5,000 passages; the same while the notes are read again; 50,000 likewise
 *     npm run bench:slack -- 5000 50 60 0     passages, questions a second, seconds, seconds between two readings (0: never)
 *
 * The bot is a process of its own, as it ships; Slack is this process. Both share the machine, so times are upper bounds.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readNotes } from '../src/notes/index.js';
import { generateNotes } from './corpus.js';
import { drawQuestions } from './questions.js';
import { quantile, table } from './table.js';

interface Load {
  readonly passages: number;
  readonly rate: number;
  readonly seconds: number;
  /** Seconds between two readings of the notes; 0 for none. */
  readonly reread: number;
}

const MAIN = fileURLToPath(new URL('../../adapters/main.js', import.meta.url));
const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
/** One in so many deliveries comes twice. */
const TWICE = 10;
/** How long after the last question an answer is still waited for, in milliseconds. */
const PATIENCE = 10_000;
/** Slack keeps its connections open, too. */
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

const HEAD = [
  'load',
  'asked',
  'told',
  'lost',
  'doubled',
  'ack p50',
  'ack p99',
  'ack max',
  'answer p50',
  'answer p99',
  'peak RSS MB',
  'read again',
];

const DEFAULTS: readonly Load[] = [
  { passages: 5_000, rate: 50, seconds: 60, reread: 0 },
  { passages: 5_000, rate: 50, seconds: 60, reread: 5 },
  { passages: 50_000, rate: 10, seconds: 60, reread: 5 },
];

const given = process.argv.slice(2).map(Number);
if (given.some((number) => !Number.isFinite(number) || number < 0))
  throw new Error('expected numbers: passages, rate, seconds, reread');
const [passages, rate = 50, seconds = 60, reread = 0] = given;
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; times in ms\n`);
const rows: string[][] = [];
for (const load of passages === undefined ? DEFAULTS : [{ passages, rate, seconds, reread }])
  rows.push(await measure(load));
console.log(table(HEAD, rows));

async function measure(load: Load): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dockercon-bot-load-'));
  const slack = await startSlack();
  let bot: Bot | undefined;
  try {
    const questions = prepare(folder, load);
    bot = await startBot(folder, slack.url);
    return await run(load, questions, slack, bot);
  } finally {
    bot?.child.kill('SIGKILL');
    slack.stop();
    rmSync(folder, { recursive: true });
  }
}

function prepare(folder: string, { passages, rate, seconds }: Load): string[] {
  const notes = generateNotes(passages);
  for (const { path, text } of notes) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const texts = readNotes(notes)
    .notes.flatMap((note) => note.passages)
    .map((passage) => passage.sentences.map((sentence) => sentence.text).join(' '));
  return drawQuestions(texts, rate * seconds);
}

async function run(load: Load, questions: readonly string[], slack: Slack, bot: Bot): Promise<string[]> {
  const acks: number[] = [];
  const sent = new Map<string, number>();
  let failed = 0;
  const deliver = async (body: string) => {
    const start = performance.now();
    if ((await post(bot.port, body)) === 200) acks.push(performance.now() - start);
    else failed++;
  };
  const timer = load.reread === 0 ? undefined : setInterval(() => bot.child.kill('SIGHUP'), load.reread * 1000);
  const start = performance.now();
  const deliveries: Promise<void>[] = [];
  for (const [i, question] of questions.entries()) {
    const due = start + (i * 1000) / load.rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const ts = `${1_600_000_000 + i}.000100`;
    const body = mention(question, ts, i);
    sent.set(ts, performance.now());
    deliveries.push(deliver(body));
    if (i % TWICE === 0) deliveries.push(deliver(body));
  }
  await Promise.all(deliveries);
  const end = performance.now() + PATIENCE;
  // Of a question that may have been answered all the same, its asker is told too.
  const isSettled = (ts: string, i: number) => slack.answers.has(ts) || slack.told.has(asker(i));
  while (![...sent.keys()].every(isSettled) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 100));
  clearInterval(timer);

  const answers = [...sent].flatMap(([ts, at]) =>
    (slack.answers.get(ts) ?? []).slice(0, 1).map((landed) => landed - at),
  );
  const doubled = [...slack.answers.values()].filter((times) => times.length > 1).length;
  const told = [...sent.keys()].filter((ts, i) => !slack.answers.has(ts) && slack.told.has(asker(i))).length;
  const lost = sent.size - answers.length - told;
  const name = `${load.passages} passages, ${load.rate}/s × ${load.seconds} s${load.reread === 0 ? '' : `, read every ${load.reread} s`}`;
  const ms = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(1));
  return [
    name,
    String(sent.size),
    String(told),
    `${lost}${failed > 0 ? ` (${failed} refused)` : ''}`,
    String(doubled),
    ms(quantile(acks, 0.5)),
    ms(quantile(acks, 0.99)),
    ms(Math.max(...acks)),
    ms(quantile(answers, 0.5)),
    ms(quantile(answers, 0.99)),
    peakMegabytes(bot.child),
    String(bot.readings() - 1),
  ];
}

interface Slack {
  readonly url: string;
  /** When each message was answered, by its time stamp. */
  readonly answers: Map<string, number[]>;
  /** The people who were told privately that there is no answer in time. Each asks once, so none asks too fast. */
  readonly told: Set<string>;
  stop(): void;
}

/** As much of Slack's Web API as the bot calls. */
async function startSlack(): Promise<Slack> {
  const answers = new Map<string, number[]>();
  const told = new Set<string>();
  const server = createServer(async (incoming, response) => {
    const body = await read(incoming);
    response.writeHead(200, { 'content-type': 'application/json' });
    if (incoming.url?.endsWith('/auth.test')) {
      response.end(JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T1' }));
      return;
    }
    if (incoming.url?.endsWith('/chat.postMessage')) {
      const thread = new URLSearchParams(body).get('thread_ts') ?? '';
      answers.set(thread, [...(answers.get(thread) ?? []), performance.now()]);
    }
    if (incoming.url?.endsWith('/chat.postEphemeral')) told.add(new URLSearchParams(body).get('user') ?? '');
    response.end(JSON.stringify({ ok: true, ts: '1.1' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/api/`, answers, told, stop };
}

interface Bot {
  readonly child: ChildProcess;
  readonly port: number;
  /** How often the notes have been read. */
  readings(): number;
}

/** Starts the bot; resolves once it listens. */
function startBot(folder: string, url: string): Promise<Bot> {
  const env = {
    PATH: process.env.PATH,
    NOTES_DIR: folder,
    SLACK_BOT_TOKEN: 'xoxb-1-2-bench',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: url,
    HOST: '127.0.0.1',
    PORT: '0',
  };
  const child = spawn(process.execPath, [MAIN, 'start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  return new Promise((resolve, reject) => {
    child.on('close', (code) => reject(new Error(`the bot ended with ${code}: ${output.slice(-500)}`)));
    child.stdout.on('data', (data) => {
      output += data;
      const port = /"port":(\d+),"msg":"listening"/.exec(output)?.[1];
      if (port === undefined || !output.includes('"msg":"started"')) return;
      resolve({ child, port: Number(port), readings: () => output.split('the notes are read').length - 1 });
    });
  });
}

/** Who asks the question of this number. */
function asker(i: number): string {
  return `U${i}`;
}

/** An app_mention event (https://docs.slack.dev/reference/events/app_mention). */
function mention(question: string, ts: string, i: number): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${i}`,
    event_time: 1_600_000_000,
    event: {
      type: 'app_mention',
      user: asker(i),
      text: `<@U0BOT> ${question}`,
      ts,
      channel: `C${i % 50}`,
      event_ts: ts,
    },
  });
}

function post(port: number, body: string): Promise<number> {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`;
  return new Promise((resolve) => {
    const outgoing = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/slack/events',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': time,
          'x-slack-signature': signature,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    outgoing.on('error', () => resolve(0));
    outgoing.end(body);
  });
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The most memory that a process ever held; "-" where the system does not tell. */
function peakMegabytes({ pid }: ChildProcess): string {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? '-' : (Number(kilobytes) / 1024).toFixed(0);
  } catch {
    return '-';
  }
}
