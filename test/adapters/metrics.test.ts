import { beforeEach, describe, expect, test } from 'vitest';
import { openDesk } from '../../adapters/chat/open-desk.js';
import type { Gap } from '../../adapters/gaps.js';
import { openListener } from '../../adapters/listener.js';
import { createLog } from '../../adapters/log.js';
import { createMetrics, type Metrics, mountMetrics } from '../../adapters/metrics.js';
import { abstained, answered, fakeEngine, memoryOutput } from './fakes.js';

let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics(() => ({ index: 'ready', slack: 'not connected' }));
});

const log = createLog({ level: 'info' }, memoryOutput());
const config = { notes: [], logLevel: 'info', chat: { burst: 3 } } as const;
const lines = async () => (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

test('questions are counted by platform and by what became of them, and nothing of what was asked is told', async () => {
  const gaps: Gap[] = [];
  const engine = fakeEngine((question) => {
    if (question.includes('fault')) throw new Error('broken');
    return question.includes('orca') ? answered({ question, confidence: 0.93 }) : abstained({ question });
  });
  const desk = openDesk(
    { config, engine, log, meter: metrics, gaps: { note: (gap) => gaps.push(gap) } },
    'slack',
    2_000,
  );
  const asked = ['what is orca', 'how are bananas sold', 'fault', 'one too many'];
  for (const [i, text] of asked.entries()) {
    await desk.receive({ deliveries: [`${i}`], asker: 'U012CANARY', conversation: 'c', text });
  }
  const all = await lines();
  for (const outcome of ['answered', 'abstained', 'failed', 'too-fast']) {
    expect(all).toContain(`dockercon_bot_questions_total{platform="slack",outcome="${outcome}"} 1`);
  }
  expect(all).toContain('dockercon_bot_abstentions_total{platform="slack",reason="not-in-notes"} 1');
  expect(all).toContain('dockercon_bot_question_duration_seconds_count{platform="slack"} 4');
  expect(all).toContain('dockercon_bot_confidence_bucket{le="0.9",platform="slack",answered="true"} 0');
  expect(all).toContain('dockercon_bot_confidence_bucket{le="1",platform="slack",answered="true"} 1');
  expect(all.join('\n')).not.toMatch(/orca|banana|CANARY/);
  expect(gaps).toEqual([
    { kind: 'unanswered', platform: 'slack', question: 'how are bananas sold', reason: 'not-in-notes', years: [] },
  ]);
});

describe('figures', () => {
  test('tell the notes, what is wrong with them, readings and which part is ready', async () => {
    metrics.notes({
      counts: { notes: 3, passages: 40 },
      problems: [{ path: 'a', line: 1, severity: 'warning', rule: 'x', message: 'y' }],
      kept: [{ path: 'a', line: 1, message: 'y' }],
      skipped: [],
      notes: [],
    });
    metrics.reload('failed');
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'dockercon_bot_notes 3',
        'dockercon_bot_passages 40',
        'dockercon_bot_notes_kept 1',
        'dockercon_bot_note_problems{severity="warning"} 1',
        'dockercon_bot_note_problems{severity="error"} 0',
        'dockercon_bot_reloads_total{outcome="failed"} 1',
        'dockercon_bot_reloads_total{outcome="new"} 0',
        'dockercon_bot_ready{part="index"} 1',
        'dockercon_bot_ready{part="slack"} 0',
      ]),
    );
    expect(await metrics.text()).toContain('process_cpu_user_seconds_total');
  });

  test('are so many at most, whatever codes a platform invents', async () => {
    for (let i = 0; i < 500; i++) metrics.platformError('slack', `code_${i}`);
    metrics.platformError('slack', 'a secret xoxb-1 "text"');
    metrics.platformError('discord', 50_013);
    const errors = (await lines()).filter((line) => line.startsWith('dockercon_bot_platform_errors_total'));
    expect(errors.length).toBeLessThan(50);
    expect(errors).toContain('dockercon_bot_platform_errors_total{platform="discord",code="50013"} 1');
    expect(errors).toContain('dockercon_bot_platform_errors_total{platform="slack",code="other"} 461');
  });

  test('are served as Prometheus reads them', async () => {
    const listener = await openListener({ port: 0, host: '127.0.0.1', log });
    mountMetrics(listener.mount, metrics);
    const response = await fetch(`http://127.0.0.1:${listener.port}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await response.text()).toContain('# TYPE dockercon_bot_questions_total counter');
    expect((await fetch(`http://127.0.0.1:${listener.port}/metrics`, { method: 'POST' })).status).toBe(405);
    await listener.close();
  });
});
