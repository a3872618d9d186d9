import type { Log } from '../log.js';

/** What an asker thinks of an answer. */
export interface Feedback {
  readonly platform: string;
  /** Who: workspace and user as the platform names them. One person has one voice on one answer. */
  readonly asker: string;
  readonly helpful: boolean;
  readonly question: string;
}

/** Keeps what askers think. */
export interface FeedbackStore {
  record(feedback: Feedback): Promise<void>;
}

/** Keeps it in the log: the verdict at `info`; who and what was asked only at `debug`, because a log is read by many. */
export function createFeedbackLog(log: Log): FeedbackStore {
  return {
    async record({ platform, asker, helpful, question }) {
      log.info({ platform, helpful }, 'feedback');
      log.debug({ platform, helpful, asker, question }, 'feedback in full');
    },
  };
}
