import { describe, expect, test } from 'vitest';
import { createBrake } from '../../../adapters/discord/brake.js';
import { createBreaker } from '../../../adapters/discord/breaker.js';

const never = new AbortController().signal;
const plenty = { remaining: 1_000, resetAfter: 0 };
const MINUTE = 60_000;

function brake() {
  let time = 0;
  const made = createBrake({
    now: () => time,
    wait: async (milliseconds) => {
      time += milliseconds;
    },
  });
  return { ...made, now: () => time, pass: (milliseconds: number) => (time += milliseconds) };
}

describe('the brake', () => {
  test('lets at most five sessions be begun in ten minutes, and the first at once', async () => {
    const { identify, now } = brake();
    const begun: number[] = [];
    for (let i = 0; i < 30; i++) {
      await identify(plenty, never);
      begun.push(now());
    }
    expect(begun[0]).toBe(0);
    expect(begun[3]).toBeLessThanOrEqual(MINUTE);
    for (const at of begun)
      expect(begun.filter((other) => other >= at && other < at + 10 * MINUTE).length).toBeLessThanOrEqual(5);
  });

  test('spreads the sessions that are left when they are few, so that restarts do not use them up', async () => {
    const { identify, now } = brake();
    await identify({ remaining: 10, resetAfter: 10 * MINUTE }, never);
    expect(now()).toBe(MINUTE);
  });

  test('lets connections that do not hold be made ever more slowly, within a minute of each other', async () => {
    const { connect, now } = brake();
    const made: number[] = [];
    for (let i = 0; i < 8; i++) {
      await connect();
      made.push(now());
    }
    expect(made.map((at, index) => at - (made[index - 1] ?? 0))).toEqual([
      0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });

  test('is off again after a connection has held', async () => {
    const { connect, connected, now, pass } = brake();
    for (let i = 0; i < 6; i++) await connect();
    connected();
    pass(MINUTE);
    const before = now();
    await connect();
    expect(now()).toBe(before);
  });
});

describe('the breaker', () => {
  const url = (channel: number) => `https://discord.com/api/v10/channels/${channel}/messages`;
  function breaker(options = {}) {
    let time = 1_000;
    return {
      ...createBreaker({ ...options, now: () => time }),
      pass: (milliseconds: number) => (time += milliseconds),
    };
  }

  test('holds back calls in a channel that refuses them, and no others', () => {
    const { check, note, pass } = breaker();
    for (let i = 0; i < 10; i++) {
      check(url(1));
      note(url(1), 403);
    }
    expect(() => check(url(1))).toThrow(/channel/);
    expect(() => check(url(2))).not.toThrow();
    pass(10 * MINUTE);
    expect(() => check(url(1))).not.toThrow();
  });

  test('forgets what a channel has refused when it takes a message again', () => {
    const { check, note } = breaker();
    for (let i = 0; i < 30; i++) note(url(1), i % 9 === 8 ? 200 : 403);
    expect(() => check(url(1))).not.toThrow();
  });

  test.each([401, 403, 429])('holds back all calls long before %i adds up to a ban', (status) => {
    const { check, note, pass } = breaker();
    for (let i = 0; i < 1_000; i++) note(url(i), status);
    expect(() => check('https://discord.com/api/v10/users/@me')).toThrow();
    pass(10 * MINUTE);
    expect(() => check('https://discord.com/api/v10/users/@me')).not.toThrow();
  });

  test('does not mind what is not refused', () => {
    const { check, note } = breaker();
    for (let i = 0; i < 2_000; i++) for (const status of [200, 404, 500]) note(url(1), status);
    expect(() => check(url(1))).not.toThrow();
  });
});
