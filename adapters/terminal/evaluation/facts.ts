/** Whether a text holds every fact: for each group, a match of one of its regular expressions, case ignored. */
export function matchesAll(groups: readonly (readonly string[])[], text: string): boolean {
  const subject = evened(text);
  return groups.every((group) => group.some((pattern) => new RegExp(pattern, 'i').test(subject)));
}

/** A text without the differences that do not change a fact: emphasis marks, forms of quotes and dashes, spacing. */
function evened(text: string): string {
  return text
    .replace(/[*_`]+/g, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]|--+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
