import { isByline } from '../text/byline.js';
import type { Draft } from './passages.js';

/**
 * Gives what stands under a line that is nothing but who speaks ("Ann Lee, Acme"), up to the next such line or heading, that line as
 * context: notes as they were taken name a session's speaker once, above all that was said. A title that was typed as a plain line
 * is told apart by nothing, and is as good a context.
 */
export function withBylines(drafts: readonly Draft[]): readonly Draft[] {
  let byline: string | undefined;
  let section = -1;
  return drafts.map((draft) => {
    if (draft.headings !== section) byline = undefined;
    section = draft.headings;
    const line = bylineOf(draft);
    if (line !== undefined) {
      byline = line;
      return draft;
    }
    return byline === undefined ? draft : { ...draft, context: [...(draft.context ?? []), byline] };
  });
}

/** Whether a passage is nothing but such a line. */
export function isBylineAlone({ kind, sentences }: Pick<Draft, 'kind' | 'sentences'>): boolean {
  return kind === 'paragraph' && sentences.length === 1 && isByline(sentences[0]?.text ?? '');
}

/** A paragraph of such a line, or one that leads into a list. */
function bylineOf(draft: Draft): string | undefined {
  const [first] = draft.sentences;
  const leads = first?.role === 'lead-in' && isByline(first.text);
  return leads || isBylineAlone(draft) ? first?.text : undefined;
}
