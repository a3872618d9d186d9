import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ReadNotes, Reload } from './engine-client.js';
import { type Health, READY } from './health.js';
import { type Mount, respond } from './listener.js';
import type { Meter } from './meter.js';
import { packageVersion } from './package-root.js';

/** The bot's figures in the form that Prometheus reads. */
export interface Metrics extends Meter {
  /** What was read of the notes. */
  notes(read: ReadNotes): void;
  reload(outcome: Reload): void;
  /** All figures as text, https://prometheus.io/docs/instrumenting/exposition_formats/. */
  text(): Promise<string>;
}

/**
 * Creates the figures. All their labels take few values: platforms, outcomes, reasons and a platform's error codes, of which
 * only so many are told apart. No label holds text that a person wrote, or an id.
 *
 * @param health how the parts of the bot are, asked for when the figures are read.
 */
export function createMetrics(health: () => Health): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: PREFIX + name, help, labelNames: [...labelNames], registers });

  new Gauge({
    name: `${PREFIX}ready`,
    help: 'Whether a part of the bot is ready: the index, and each platform that is configured.',
    labelNames: ['part'],
    registers,
    collect() {
      this.reset();
      for (const [part, state] of Object.entries(health())) this.set({ part }, state === READY ? 1 : 0);
    },
  });
  gauge('info', 'The version that runs.', ['version']).set({ version: packageVersion() }, 1);

  const questions = counter('questions_total', 'Questions, by what became of them.', ['platform', 'outcome']);
  const seconds = new Histogram({
    name: `${PREFIX}question_duration_seconds`,
    help: 'Time from when a question came to when its reply was there, before the platform took it.',
    labelNames: ['platform'],
    buckets: SECONDS,
    registers,
  });
  const confidence = new Histogram({
    name: `${PREFIX}confidence`,
    help: 'Confidence of the best that was found, whether it was enough to answer or not.',
    labelNames: ['platform', 'answered'],
    buckets: CONFIDENCES,
    registers,
  });
  const abstentions = counter('abstentions_total', 'Questions that were not answered, by the reason.', [
    'platform',
    'reason',
  ]);
  const feedback = counter('feedback_total', 'Thumbs up and down.', ['platform', 'verdict']);
  const errors = counter('platform_errors_total', "Calls to a platform that failed, by the platform's code.", [
    'platform',
    'code',
  ]);
  const notes = gauge('notes', 'Notes that are answered from.');
  const passages = gauge('passages', 'Passages that are searched.');
  const problems = gauge('note_problems', 'What is wrong with the notes, as "check" lists it.', ['severity']);
  const kept = gauge('notes_kept', 'Notes whose last good version is answered from, because an edit has broken them.');
  const reloads = counter('reloads_total', 'Readings of the notes after the first, by what became of them.', [
    'outcome',
  ]);
  for (const outcome of ['new', 'same', 'failed'] as const) reloads.inc({ outcome }, 0);
  const codeOf = createCodes();

  return {
    question(platform, outcome, time) {
      questions.inc({ platform, outcome });
      seconds.observe({ platform }, time);
    },
    answer(platform, answer) {
      if (!Number.isFinite(answer.confidence)) return;
      confidence.observe({ platform, answered: String(answer.answered) }, answer.confidence);
      if (!answer.answered) abstentions.inc({ platform, reason: answer.reason });
    },
    feedback: (platform, helpful) => feedback.inc({ platform, verdict: helpful ? 'helpful' : 'unhelpful' }),
    platformError: (platform, code) => errors.inc({ platform, code: codeOf(platform, code) }),
    notes(read) {
      notes.set(read.counts.notes);
      passages.set(read.counts.passages);
      kept.set(read.kept.length);
      for (const severity of ['error', 'warning'] as const) {
        problems.set({ severity }, read.problems.filter((problem) => problem.severity === severity).length);
      }
    },
    reload: (outcome) => reloads.inc({ outcome }),
    text: () => registry.metrics(),
  };
}

/** Answers whoever collects the figures, at `/metrics`. */
export function mountMetrics(mount: Mount, metrics: Pick<Metrics, 'text'>): void {
  mount('/metrics', async ({ method }: IncomingMessage, response: ServerResponse) => {
    if (method !== 'GET' && method !== 'HEAD') return respond(response, 405, '', { allow: 'GET, HEAD' });
    respond(response, 200, await metrics.text(), { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE });
  });
}

const PREFIX = 'dockercon_bot_';
/** Upper bounds: a question is answered in some milliseconds, the deadline is 3 s, and one that waits its turn may wait longer. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const CONFIDENCES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** So many codes of one platform are told apart; Slack and Discord know some hundred, of which a bot meets a dozen. */
const CODES = 40;

/** Codes as a label: a few of each platform, "other" for the rest and for what is no code. */
function createCodes() {
  const known = new Map<string, Set<string>>();
  return (platform: string, code: string | number): string => {
    const text = String(code);
    const codes = known.get(platform) ?? new Set();
    known.set(platform, codes);
    if (!codes.has(text) && (codes.size >= CODES || !/^[\w-]{1,40}$/.test(text))) return 'other';
    codes.add(text);
    return text;
  };
}
