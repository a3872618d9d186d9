import type { Sentence } from '../notes/note.js';
import type { QuestionKind } from '../question/query.js';

/** What a sentence says that its sources do not agree on. */
export interface Contradiction {
  /** The words that name the disputed thing. */
  readonly topic: string;
  /** The kind of question that the dispute is about, where its words tell: "how many ...", "when ...". */
  readonly asks?: QuestionKind;
  /**
   * Whether the sentence says in so many words that sources disagree, or sets one source's figure against another's, or one's
   * list against what another counts in.
   */
  readonly of: 'word' | 'figure' | 'list';
}

/** The contradiction between sources that a sentence reports, if it does. */
export function contradictionIn({ text, sources }: Pick<Sentence, 'text' | 'sources'>): Contradiction | undefined {
  if (text.length > LONGEST) return undefined;
  const stated = DISPUTES.test(text) ? STATED.exec(text) : null;
  if (stated !== null) {
    const on = ON.exec(text.slice(stated.index + stated[0].length))?.[1];
    const topic = on ?? text;
    const asks = ASKS.find(([pattern]) => pattern.test(topic))?.[1];
    return { topic, ...(asks === undefined ? {} : { asks }), of: 'word' };
  }
  const [one = '', other] = text.split(ACCORDING).length === 3 ? text.split(APART) : [];
  if (other !== undefined && ACCORDING.test(other) && differ(one, other)) return { topic: text, of: 'figure' };
  if (sources.length < 2) return undefined;
  const [first = '', second] = text.split(AGAINST);
  if (second === undefined || !ATTRIBUTED.test(first) || !CLAIMED.test(second)) return undefined;
  if (adds(first, second)) return { topic: text, of: 'list' };
  return differ(first, second) ? { topic: text, of: 'figure' } : undefined;
}

/** A longer sentence sets no two claims beside each other; and what is hostile must not cost time. */
const LONGEST = 1200;
/** Looked for first, because most sentences hold none of them. */
const DISPUTES = /disagree|differ|contradict|conflict|vary/i;
/** Said of the sources themselves, and not of one person who disagrees with another. */
const STATED =
  /\b(?:sources|accounts|reports|notes|reporters|attendees) (?:here )?(?:disagree|differ|contradict each other|conflict|vary)\b/i;
/** What follows "disagree", up to the claims. */
const ON = /^ (?:on|about|over|as to|in) ([^:]{3,200})(?::|$)/;
const ASKS: readonly (readonly [RegExp, QuestionKind])[] = [
  [/^(?:how (?:many|much)|the (?:number|amount|attendance|size|price|cost)\b)/i, 'number'],
  [/^(?:when|the (?:date|day|year|time)\b)/i, 'date'],
  [/^(?:who|whom|whose)\b/i, 'person'],
  [/^(?:where|the (?:place|venue|city)\b)/i, 'place'],
];
/** Where a sentence sets a second claim beside the first one. */
const APART = /(?<=according to [^,;]{2,60}), (?=[^,]*\d)/;
const AGAINST = /; |, (?:while|but|whereas) /;
const ACCORDING = /\baccording to\b/i;
const VERBS =
  'note[sd]?|count(?:s|ed)?|list(?:s|ed)?|g[ai]ves?|saw|sees|writes?|wrote|says?|said|heard|remembers?|links?|claim(?:s|ed)|puts?|report(?:s|ed)?|has another|names?';
/** A clause that says whose claim it is. */
const ATTRIBUTED = new RegExp(
  `\\baccording to\\b|\\bin [^,;]{2,40} (?:report|list|notes|slides|blog)\\b|['’]s (?:\\p{L}+ )?(?:overview|blog|report|slides|list)\\b|\\p{L} (?:${VERBS})\\b`,
  'u',
);
/** A clause that begins with another's claim: "Ann Lee counted", "Docker's own blog also counts". */
const CLAIMED = new RegExp(
  `^(?:\\p{Lu}?[\\p{L}\\d.'’-]+,? ){1,4}?(?:also |too,? )?(?:${VERBS})\\b|^(?:according to|in the) `,
  'u',
);

/** Whether a second claim gives a figure that the first one does not. */
function differ(first: string, second: string): boolean {
  const [one, other] = [figures(first), figures(second)];
  return one.length > 0 && other.length > 0 && other.some((figure) => !one.includes(figure));
}

/** Whether a second source counts something in that the first does not name. */
function adds(first: string, second: string): boolean {
  const more = /\b(?:also|too,?) (?:counts?|lists?|names?) ((?:\p{Lu}[\p{L}\d-]*,? ?(?:and )?)+)/u.exec(second)?.[1];
  if (more === undefined) return false;
  return more.split(/,| and /).some((name) => name.trim() !== '' && !first.includes(name.trim()));
}

/** Figures that may be claims: no years, and no numbers of days, editions or versions. */
function figures(text: string): string[] {
  return [
    ...text.matchAll(/(?<![\p{L}\d.])(?<!\b(?:day|step|goal|version|Docker|EE|CE|DockerCon|EU) )\d[\d,]*(?:\.\d+)?/gu),
  ]
    .map(([figure]) => figure.replace(/,/g, ''))
    .filter((figure) => !/^(?:19|20)\d\d$/.test(figure));
}
