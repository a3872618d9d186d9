import { describe, expect, test } from 'vitest';
import { createConversations } from '../../../adapters/chat/conversations.js';
import { createOnceOnly } from '../../../adapters/chat/once-only.js';
import { createRateLimit } from '../../../adapters/chat/rate-limit.js';

const MINUTE = 60_000;

function clock() {
  let at = 1;
  return { now: () => at, pass: (milliseconds: number) => (at += milliseconds) };
}

describe('once-only', () => {
  test('lets a delivery pass once, by whatever name it comes again', async () => {
    const once = createOnceOnly();
    expect(await once.claim(['event 1', 'message 7'])).toBe(true);
    expect(await once.claim(['event 1', 'message 7'])).toBe(false);
    expect(await once.claim(['event 2', 'message 7'])).toBe(false);
    expect(await once.claim(['event 2'])).toBe(false);
    expect(await once.claim(['event 3', 'message 8'])).toBe(true);
  });

  test('lets one of many at the same time pass', async () => {
    const once = createOnceOnly();
    const claims = await Promise.all(Array.from({ length: 50 }, () => once.claim(['event 1'])));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('forgets after its time, and the oldest when there are too many', async () => {
    const { now, pass } = clock();
    const once = createOnceOnly({ ttl: MINUTE, max: 2, now });
    await once.claim(['a']);
    pass(MINUTE + 1);
    expect(await once.claim(['a'])).toBe(true);
    await once.claim(['b']);
    await once.claim(['c']);
    expect(await once.claim(['a'])).toBe(true);
    expect(await once.claim(['c'])).toBe(false);
  });
});

describe('the rate limit', () => {
  test('allows a burst, then a steady rate, to each asker apart', () => {
    const { now, pass } = clock();
    const limit = createRateLimit({ burst: 3, perMinute: 2, now });
    const take = (asker: string, times: number) => Array.from({ length: times }, () => limit.take(asker));
    expect(take('ann', 5)).toEqual([true, true, true, false, false]);
    expect(take('bob', 1)).toEqual([true]);
    pass(MINUTE / 2);
    expect(take('ann', 2)).toEqual([true, false]);
    pass(10 * MINUTE);
    expect(take('ann', 4)).toEqual([true, true, true, false]);
  });

  test('starts with a burst of ten', () => {
    const { now } = clock();
    const limit = createRateLimit({ now });
    expect(Array.from({ length: 11 }, () => limit.take('ann')).filter(Boolean)).toHaveLength(10);
  });
});

describe('a conversation', () => {
  test('is remembered by its last questions, apart from others', async () => {
    const conversations = createConversations({ questions: 2 });
    for (const question of ['one', 'two', 'three']) await conversations.remember('ann', question);
    await conversations.remember('bob', 'four');
    expect(await conversations.recall('ann')).toEqual(['two', 'three']);
    expect(await conversations.recall('bob')).toEqual(['four']);
    expect(await conversations.recall('eve')).toEqual([]);
  });

  test('is forgotten half an hour after its last question', async () => {
    const { now, pass } = clock();
    const conversations = createConversations({ now });
    await conversations.remember('ann', 'one');
    pass(29 * MINUTE);
    await conversations.remember('ann', 'two');
    pass(29 * MINUTE);
    expect(await conversations.recall('ann')).toEqual(['one', 'two']);
    pass(2 * MINUTE);
    expect(await conversations.recall('ann')).toEqual([]);
  });

  test('keeps no pasted page', async () => {
    const conversations = createConversations();
    await conversations.remember('ann', 'x'.repeat(40_000));
    expect((await conversations.recall('ann'))[0]?.length).toBeLessThan(1_000);
  });
});
