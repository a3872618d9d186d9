import type { AdapterParts } from '../types.js';
import { createLongQuestions } from './buttons.js';
import { createConversations } from './conversations.js';
import { createDesk, type Desk } from './desk.js';
import { createFeedbackLog } from './feedback.js';
import { createOnceOnly } from './once-only.js';
import { createRateLimit } from './rate-limit.js';

/**
 * A platform's desk that remembers in this process, as the configuration wants it.
 *
 * @param buttonLimit room of a button's value on the platform, in UTF-16 code units.
 */
export function openDesk(
  { config, engine, log, meter, gaps }: AdapterParts,
  platform: string,
  buttonLimit: number,
): Desk {
  const { burst, perMinute, conversationMinutes } = config.chat ?? {};
  return createDesk({
    platform,
    engine,
    log,
    meter,
    gaps,
    buttonLimit,
    onceOnly: createOnceOnly(),
    rateLimit: createRateLimit({ ...(burst && { burst }), ...(perMinute && { perMinute }) }),
    conversations: createConversations(conversationMinutes ? { ttl: conversationMinutes * 60_000 } : {}),
    feedback: createFeedbackLog(log, config.logQuestions),
    logsQuestions: config.logQuestions,
    longQuestions: createLongQuestions(),
  });
}
