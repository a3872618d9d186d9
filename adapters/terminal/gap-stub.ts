import type { GapGroup } from './gap-groups.js';

/** The beginning of a note that would answer a question: front matter, a heading, and a footnote for the source. */
export function stubOf({ question, years }: Pick<GapGroup, 'question' | 'years'>): string {
  const title = question.replace(/\s*[?!.]+\s*$/, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const [year, ...more] = years;
  return [
    '---',
    // A JSON string is a YAML string, whatever stands in it.
    `title: ${JSON.stringify(title)}`,
    ...(year !== undefined && more.length === 0 ? [`edition: ${year}`] : []),
    '---',
    '',
    `# ${title.replace(/[\\`*_[\]<>#|]/g, '\\$&')}`,
    '',
    'One fact a sentence, in words that people ask with.[^source]',
    '',
    '[^source]: [Title](https://example.com/), Author, 2015-06-23',
  ].join('\n');
}
