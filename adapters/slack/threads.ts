import { LRUCache } from 'lru-cache';

/** The threads in which the bot answers who has asked it there before, without being mentioned again. */
export interface Threads {
  join(thread: string, user: string): void;
  holds(thread: string, user: string): boolean;
}

/** Remembers in this process, as long as a conversation lasts. Others in the same thread talk among themselves. */
export function createThreads(ttl: number, max = 10_000): Threads {
  const joined = new LRUCache<string, true>({ max, ttl });
  return {
    join: (thread, user) => void joined.set(`${thread}:${user}`, true),
    holds: (thread, user) => joined.has(`${thread}:${user}`),
  };
}
