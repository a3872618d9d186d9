import { Client, DefaultRestOptions, GatewayIntentBits, Options } from 'discord.js';
import type { Log } from '../log.js';
import type { Brake } from './brake.js';
import type { Breaker } from './breaker.js';
import { gatewayOptions } from './gateway.js';
import { plainRefusal } from './refusal.js';

/**
 * What is listened to: messages, of which Discord tells only those that mention the bot or are written to it by content. None
 * is privileged. Interactions need none. The intent for servers is left out: nothing of theirs is kept.
 */
export const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const;

/** What a client is made of. */
export interface ClientParts {
  readonly apiUrl?: string | undefined;
  readonly breaker: Breaker;
  readonly brake: Brake;
  readonly log: Log;
  /** Called when Discord refuses the token in a call. discord.js forgets the token then. */
  readonly onUnauthorized: () => void;
}

/** Longest time for one call, in milliseconds. */
const CALL_TIMEOUT = 10_000;
/** Longest wait within discord.js before a call may be made, in milliseconds; whoever calls decides about longer ones. */
const LONGEST_WAIT = 30_000;

/**
 * Creates a client of Discord that keeps nothing and pings nobody. It makes each call once: what may be repeated is decided
 * where it is known what the call does. Rate limits are waited out up to a ceiling.
 */
export function createClient({ apiUrl, breaker, brake, log, onUnauthorized }: ClientParts): Client {
  const makeRequest: typeof DefaultRestOptions.makeRequest = async (url, init) => {
    breaker.check(url);
    const response = await plainRefusal(await DefaultRestOptions.makeRequest(url, init));
    breaker.note(url, response.status);
    if (response.status === 401 && !/\/(?:interactions|webhooks)\//.test(url)) setImmediate(onUnauthorized);
    return response;
  };
  return new Client({
    intents: [...INTENTS],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: 0,
      ThreadManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
    }),
    rest: {
      ...(apiUrl !== undefined && { api: apiUrl }),
      retries: 0,
      timeout: CALL_TIMEOUT,
      makeRequest,
      rejectOnRateLimit: ({ route, retryAfter, timeToReset }) =>
        // How much time is left for a response only who makes it knows.
        route.startsWith('/interactions/') || Math.max(retryAfter, timeToReset) > LONGEST_WAIT,
    },
    ws: gatewayOptions(brake, log),
  });
}
