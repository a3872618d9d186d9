import matter from 'gray-matter';
import type { Field } from './field.js';
import { frontMatterBlock } from './front-matter-block.js';
import { type Report, seen } from './problems.js';
import { tomlFields } from './toml-fields.js';
import { type Fields, yamlFields } from './yaml-fields.js';

/** The front matter of a note, if it has any. */
export interface FrontMatter {
  /** Lines of the file that are not the note's text. */
  readonly length: number;
  readonly fields: readonly Field[];
}

/**
 * Reads the front matter of a note, given as lines. Nothing in it is ever run: gray-matter sees only a block that was found
 * to be YAML or TOML, with its engines for code refused. What cannot be read is reported, and the rest of the note stays.
 */
export function readFrontMatter(lines: readonly string[], report: Report): FrontMatter {
  const block = frontMatterBlock(lines);
  if (block === undefined) return { length: 0, fields: [] };
  const lost = (line: number, message: string): FrontMatter => {
    report(line, 'error', 'front-matter', message);
    return { length: block.length, fields: [] };
  };
  if (block.format === 'foreign') {
    return lost(1, `front matter in ${seen(block.language)} is never read; expected YAML between lines of ---.`);
  }
  const { format, text, line } = block;
  if (!block.closed) {
    const mark = format === 'yaml' ? '---' : '+++';
    report(1, 'error', 'front-matter', `front matter is not closed; expected a line of ${mark} after its last field.`);
  }
  if (text.length > LONGEST) return lost(1, `front matter has ${text.length} characters; expected at most ${LONGEST}.`);
  const gap = blankRun(text);
  if (gap > LONGEST_GAP)
    return lost(line, `front matter has ${gap} characters of white space in a row; expected none.`);
  try {
    const { fields, faults } = parse(format, text, line);
    for (const fault of faults.slice(0, 1)) {
      report(
        fault.line,
        'error',
        'front-matter',
        `front matter is not valid ${format.toUpperCase()}: ${fault.message}.`,
      );
    }
    return { length: block.length, fields };
  } catch (error) {
    const reason = error instanceof Error ? seen(error.message) : 'unreadable';
    return lost(line, `front matter is not valid ${format.toUpperCase()}: ${reason}.`);
  }
}

function parse(format: 'yaml' | 'toml', text: string, line: number): Fields {
  const mark = format === 'yaml' ? '---' : '+++';
  const read = format === 'yaml' ? yamlFields : tomlFields;
  // The engine's result is wrapped: gray-matter itself would act on some keys (excerpt_separator).
  const engine = { parse: (block: string) => ({ result: read(block.replace(/^\n/, ''), line) }) };
  const { data } = matter(`${mark}\n${text}\n${mark}\n`, {
    language: format,
    delimiters: mark,
    engines: { [format]: engine, javascript: refuse, coffee: refuse, json: refuse },
  });
  return (data as { result?: Fields }).result ?? { fields: [], faults: [] };
}

function refuse(): never {
  throw new Error('code in front matter is never run');
}

/** The longest run of white space that holds a line feed. */
function blankRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/\s+/g)) if (run.length > longest && run.includes('\n')) longest = run.length;
  return longest;
}

/** Characters of front matter; the longest in real notes have about 3,000. */
const LONGEST = 64 * 1024;
/** gray-matter looks for comments in time that grows with the square of a run of empty lines. */
const LONGEST_GAP = 500;
