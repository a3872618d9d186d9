/**
 * Measures one engine: `node --expose-gc measure.js ENGINE FOLDER`. {@link ./speed.ts} starts one process for each, so that
 * memory is its own, and reads the measures from its output, one JSON object a line, each as soon as it is known.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTESTANTS } from './contestants.js';
import { type Measures, WARM_UP } from './measures.js';
import type { HostileQuestion } from './questions.js';
import { quantile } from './table.js';

const [name = '', folder = ''] = process.argv.slice(2);
const contestant = CONTESTANTS.find((one) => one.name === name);
if (!contestant) throw new Error(`no engine is called ${name}`);

const material = load(contestant.takes);
const questions: string[] = load('questions');
const before = heap();
const start = performance.now();
const ask = await contestant.index(material);
tell({ indexSeconds: (performance.now() - start) / 1000, heapMegabytes: megabytes(heap() - before) });

const times: number[] = [];
for (const question of questions) times.push(await time(() => ask(question)));
const counted = times.slice(WARM_UP);
tell({ p50: quantile(counted, 0.5), p99: quantile(counted, 0.99), peakMegabytes: peak() });

const hostile: Record<string, number> = {};
for (const { name, question } of load('hostile') as HostileQuestion[]) {
  hostile[name] = await time(() => ask(question));
  tell({ hostile, peakMegabytes: peak() });
}

function load(file: string) {
  return JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
}

function tell(measures: Measures): void {
  console.log(JSON.stringify(measures));
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Bytes on the heap that are in use, after a full collection. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** The most memory that the process ever held; `maxRSS` is in kilobytes (Node's documentation of `process.resourceUsage`). */
function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
