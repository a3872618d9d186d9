/**
 * Takes out of a text what would steer a terminal or reader instead of being read: control characters (with them every
 * escape sequence), marks that turn the reading direction, invisible characters and halves of surrogate pairs. Tabs stay;
 * line ends become spaces, because where lines end is for the layout to say.
 *
 * A note is written by anyone and a question too: printed as they are, an escape sequence could rewrite the screen and a
 * direction mark could make a link look like another ("Trojan Source", https://trojansource.codes).
 */
export function printable(text: string): string {
  return text.replace(LINE_ENDS, ' ').replace(UNPRINTABLE, '');
}

/** JSON that is safe to print on a terminal: the same value, with unprintable characters escaped. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : character.split('').map(escapeUnit).join(''),
  );
}

/** One UTF-16 code unit as JSON writes it. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const LINE_ENDS = /[\n\r\u0085\u2028\u2029]+/g;

/**
 * Categories Cc (controls), Cs (lone surrogates) and Cf (format: direction marks, invisible characters, tags), without tab
 * and without the joiners (U+200C, U+200D) that scripts and emoji need.
 */
const UNPRINTABLE = /(?![\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu;
