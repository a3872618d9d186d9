/**
 * The questions that a message asks in one breath, in order: "where was it held, and who opened it", "who spoke for Acme
 * (2015) and who for Initech (2017)", "the price in 2015 and the licence in 2017". Empty when it asks only one.
 *
 * Takes a question that is cleaned and peeled. Whether a part can be understood and answered is for the caller to see.
 */
export function partsOf(question: string): readonly string[] {
  if (question.length > LONGEST) return [];
  const asked = question.split(BEFORE_QUESTION_WORD).map(trimmed);
  // "The 2015 and 2017 keynotes" are one thing of two years.
  const parts = asked.length > 1 || YEARS.test(question) ? asked : question.split(BETWEEN).map(trimmed);
  if (parts.length < 2 || parts.length > MOST_PARTS || !parts.every((part) => CONTENT.test(part))) return [];
  return asked.length > 1 || parts.every((part) => YEAR.test(part)) ? parts : [];
}

/** A longer message is a text that was pasted, not two questions. In characters. */
const LONGEST = 300;
const MOST_PARTS = 3;
/** A new question begins: "…, and who …", "…? which …". A bare "and when" goes on with the one before. */
const BEFORE_QUESTION_WORD =
  /(?:[?;]\s+(?:and\s+|also\s+)?|,?\s+and\s+)(?=(?:in |at |for |from |by )?(?:who|whom|whose|what|when|where|which|how|why)\b)/i;
/** What stands between two things with a year each. */
const BETWEEN = /,?\s+and\s+|\s+(?:vs\.?|versus)\s+/i;
const YEARS = /\b(?:19|20)\d\d,?\s+(?:and|vs\.?|versus)\s+(?:in\s+)?(?:19|20)\d\d\b/i;
const YEAR = /\b(?:19|20)\d\d\b/;
/** Three words at least, or two that are more than a question word: what is asked, and of what. */
const CONTENT = /^\S+\s+\S+\s+\S+|^(?!(?:who|what|when|where|which|how|why)\b)\S+\s+\S+/i;

function trimmed(part: string): string {
  return part.replace(/^[\s,;?]+|[\s,;?]+$/g, '');
}
