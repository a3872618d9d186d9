import type { Log } from '../log.js';

/** What an asker thinks of an answer. */
export interface Feedback {
  readonly platform: string;
  readonly helpful: boolean;
  readonly question: string;
}

/** Keeps what askers think. */
export interface FeedbackStore {
  record(feedback: Feedback): Promise<void>;
}

/** Keeps it in the log: the verdict; what was asked only where the operator wants questions in the log. */
export function createFeedbackLog(log: Log, logsQuestions = false): FeedbackStore {
  return {
    async record({ platform, helpful, question }) {
      log.info({ platform, helpful, ...(logsQuestions && { question }) }, 'feedback');
    },
  };
}
