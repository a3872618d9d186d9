import { LRUCache } from 'lru-cache';
import { clock } from './once-only.js';

/** Remembers the last questions of each conversation, for follow-ups such as "who demoed it?". */
export interface Conversations {
  /** The earlier questions of a conversation, oldest first. */
  recall(conversation: string): Promise<readonly string[]>;
  /** Adds the newest question of a conversation. */
  remember(conversation: string, question: string): Promise<void>;
}

/** Bounds of what is remembered. */
export interface ConversationsOptions {
  /** Conversations. Defaults to 10,000. */
  readonly max?: number;
  /** Questions of one conversation. Defaults to 5. */
  readonly questions?: number;
  /** How long after its last question a conversation is remembered, in milliseconds. Defaults to 30 minutes. */
  readonly ttl?: number;
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
}

/**
 * Remembers in this process. What names a conversation is for the adapter to choose: it must hold workspace, channel,
 * thread and user, so that nothing crosses from one to another.
 */
export function createConversations({
  max = 10_000,
  questions = 5,
  ttl = 30 * 60_000,
  now,
}: ConversationsOptions = {}): Conversations {
  const remembered = new LRUCache<string, readonly string[]>({ max, ttl, ...clock(now) });
  return {
    recall: async (conversation) => remembered.get(conversation) ?? [],
    async remember(conversation, question) {
      const earlier = remembered.get(conversation) ?? [];
      const kept = [...earlier, question.slice(0, MAX_CHARACTERS)].slice(-questions);
      remembered.set(conversation, kept);
    },
  };
}

/** What a follow-up leans on stands at the beginning of a question; a pasted page is not kept whole. */
const MAX_CHARACTERS = 500;
