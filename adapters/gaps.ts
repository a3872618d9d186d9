import type { AbstainReason } from '../src/index.js';

/** A question that was not answered. It holds what was asked, and nothing of who asked. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly platform: string;
  /** As it stands alone: a follow-up is completed from the questions before it. */
  readonly question: string;
  readonly reason: AbstainReason;
  /** Years that the question names. */
  readonly years: readonly number[];
}

/** What an asker thinks of an answer. It holds what was asked and cited, and nothing of who thinks so. */
export interface Verdict {
  readonly kind: 'helpful' | 'unhelpful';
  readonly platform: string;
  readonly question: string;
  /** What the answer cited first; absent when it is no longer what the asker saw. */
  readonly citation?: { readonly note: string; readonly lines: { readonly from: number; readonly to: number } };
}

/** What the notes lack, as their askers see it. */
export type Gap = Unanswered | Verdict;

/** A gap, and when it was noticed, as of ISO 8601. */
export type NotedGap = Gap & { readonly time: string };

/** Takes note of gaps. Returns at once and never throws: what cannot be noted is lost, and no answer waits for it. */
export interface GapNotes {
  note(gap: Gap): void;
}

/** Refusals that another note could have prevented. */
export const GAP_REASONS: ReadonlySet<AbstainReason> = new Set(['not-in-notes', 'out-of-scope', 'anachronism']);
