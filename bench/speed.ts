/**
 * How long indexing and asking take, and how much memory, beside other search libraries on the same passages.
 *
 *     npm run bench                   the notes that ship with the bot, 5,000 and 50,000 generated passages
 *     npm run bench -- 2000 shipped   these sizes only
 *
 * Each engine runs in a process of its own, so that memory is its own. Nothing fails on a slow machine: people read it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NoteFile } from '../src/index.js';
import { readNotes } from '../src/notes/index.js';
import { CONTESTANTS, isInstalled } from './contestants.js';
import { generateNotes } from './corpus.js';
import { type Measures, WARM_UP } from './measures.js';
import { drawQuestions, HOSTILE_NAMES, hostileQuestions } from './questions.js';
import { table } from './table.js';

const QUESTIONS = 400;
const MEASURE = fileURLToPath(new URL('./measure.js', import.meta.url));
/** An engine that says nothing for so long, in seconds, is stopped. */
const PATIENCE = 180;

const HEAD = ['engine', 'index s', 'heap MB', 'peak RSS MB', 'ask p50 ms', 'ask p99 ms', ...HOSTILE_NAMES];

const processors = cpus();
console.log(`Node ${process.version}, ${processors.length} x ${processors[0]?.model ?? 'unknown processor'}`);
const contestants = CONTESTANTS.filter(isInstalled);
if (contestants.length < CONTESTANTS.length) {
  console.log('The other libraries are not installed; to measure them too: npm ci --prefix bench');
}
const sizes = process.argv.slice(2);
for (const size of sizes.length > 0 ? sizes : ['shipped', '5000', '50000']) await compare(size);

async function compare(size: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dockercon-bot-bench-'));
  try {
    console.log(`\n${prepare(folder, size)}\n`);
    const rows: string[][] = [];
    for (const { name } of contestants) rows.push(row(name, await run(name, folder)));
    console.log(table(HEAD, rows));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the corpus and the questions of one size for the engines to read; says what it is. */
function prepare(folder: string, size: string): string {
  const notes = size === 'shipped' ? shippedNotes() : generateNotes(count(size));
  const passages = readNotes(notes)
    .notes.flatMap((note) => note.passages)
    .map((passage) => passage.sentences.map((sentence) => sentence.text).join(' '));
  const save = (name: string, content: unknown) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(content));
  save('notes', notes);
  save('passages', passages);
  save('questions', drawQuestions(passages, QUESTIONS + WARM_UP));
  save('hostile', hostileQuestions(passages));
  const mean = passages.reduce((sum, passage) => sum + passage.length, 0) / passages.length;
  const kind = size === 'shipped' ? 'The notes that ship with the bot' : `${count(size)} generated passages`;
  return `${kind}: ${notes.length} notes, ${passages.length} passages with the fields, ${mean.toFixed(0)} characters on average`;
}

function count(size: string): number {
  const passages = Number(size);
  if (Number.isInteger(passages) && passages > 0) return passages;
  throw new Error(`not a size: ${size}; expected a number of passages, or "shipped"`);
}

function shippedNotes(): NoteFile[] {
  const folder = new URL('../../../knowledge/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names.sort().map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
}

/** Measures one engine in a process of its own, which tells each measure when it has it. */
function run(name: string, folder: string): Promise<Measures> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', MEASURE, name, folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let measures: Measures = {};
    let complaint = '';
    const stop = () => {
      complaint = `no answer in ${PATIENCE} s`;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, PATIENCE * 1000);
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(stop, PATIENCE * 1000);
      measures = { ...measures, ...JSON.parse(line) };
    });
    child.stderr.on('data', (data) => {
      complaint ||= /^\w*Error: .*/m.exec(String(data))?.[0] ?? '';
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? measures : { ...measures, error: complaint || `ended with ${code}` });
    });
  });
}

function row(name: string, { error, hostile, ...measures }: Measures): string[] {
  const cell = (value: number | undefined, digits: number) => value?.toFixed(digits) ?? error ?? '-';
  return [
    name,
    cell(measures.indexSeconds, 2),
    cell(measures.heapMegabytes, 1),
    cell(measures.peakMegabytes, 0),
    cell(measures.p50, 2),
    cell(measures.p99, 2),
    ...HOSTILE_NAMES.map((question) => cell(hostile?.[question], 1)),
  ];
}
