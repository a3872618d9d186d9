/**
 * A question as it is shown and read: invisible and control characters gone, chat markup reduced to its words, white space
 * single, ends trimmed. Empty when nothing that could be read is left.
 *
 * Adapters take their own platform's markup apart; this is for what slips through, and for text pasted from elsewhere.
 * Linear in the length of the text.
 */
export function clean(text: string): string {
  const visible = PRINTABLE.test(text) ? text : text.replace(INVISIBLE, '').replace(CONTROL, ' ');
  return visible
    .replace(ENTITY, (entity) => ENTITIES.get(entity.toLowerCase()) ?? entity)
    .replace(LABELLED_LINK, '$1')
    .replace(MENTION, ' ')
    .replace(/```|``|\*\*|~~|\|\|/g, ' ')
    .replace(EMPHASIS, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:> ?)+/, '');
}

/** Whether a text holds anything that could be looked up: a letter or digit of any script. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Soft hyphen, zero-width and bidirectional marks, byte order mark, variation selectors, tag characters, lone surrogates. */
const INVISIBLE =
  /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u206F]|[\uFE00-\uFE0F]|\uFEFF|[\uFFF9-\uFFFB]|\p{Cs}|[\u{E0000}-\u{E0FFF}]/gu;
/** All of it letters, digits and marks of ASCII, and spaces: nothing that could be invisible. */
const PRINTABLE = /^[ -~]*$/;
const CONTROL = /\p{Cc}/gu;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#39);/gi;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['&#39;', "'"],
]);
/** Slack's `<https://…|label>`, `<#C012|channel>`: the label is what the asker saw. */
const LABELLED_LINK = /<[^<>|\s]{1,500}\|([^<>|]{1,200})>/g;
/** `<@U012>`, `<@!012>`, `<#012>`, `<!here>`, Discord's custom and Slack's named emoji. */
const MENTION = /<[@#!][^<>\s]{1,80}>|<a?:\w{1,40}:\d{1,30}>|(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])/g;
/** `*word*` or `_word_` around whole words; a star or underscore inside a word stays. */
const EMPHASIS = /(?<![\w*])\*([^\s*][^*]{0,200})\*(?![\w*])|(?<!\w)_([^\s_][^_]{0,200})_(?!\w)/g;
