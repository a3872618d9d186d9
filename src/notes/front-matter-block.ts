/** The lines of a note that hold its front matter. */
export interface FrontMatterBlock {
  readonly format: 'yaml' | 'toml';
  /** What stands between the marks. */
  readonly text: string;
  /** Line of the file, from 1, that holds the first line of `text`. */
  readonly line: number;
  /** How many lines of the file belong to it, marks included. */
  readonly length: number;
  /** Whether the closing mark is there. */
  readonly closed: boolean;
}

/** A block in a language that is not read: code, or anything but YAML and TOML. */
export interface ForeignBlock {
  readonly format: 'foreign';
  /** What stands behind the opening mark. */
  readonly language: string;
  readonly length: number;
}

/**
 * Finds the front matter of a note: YAML between lines of `---`, or TOML between lines of `+++`, on the very first line.
 *
 * A note may also begin with a rule (`---`) and have another further down: what stands between is front matter only where
 * its first line reads like a field. Where the closing mark is missing, the fields end at the first empty line.
 */
export function frontMatterBlock(lines: readonly string[]): FrontMatterBlock | ForeignBlock | undefined {
  const opening = OPENING.exec(lines[0] ?? '');
  if (opening === null) return undefined;
  const [, mark, language = ''] = opening;
  const closing = mark === '+++' ? /^\+\+\+\s*$/ : /^(?:---|\.\.\.)\s*$/;
  const end = lines.findIndex((line, index) => index > 0 && closing.test(line));
  if (!/^(?:ya?ml)?$/i.test(language) || (mark === '+++' && language !== '')) {
    return end === -1 ? undefined : { format: 'foreign', language, length: end + 1 };
  }
  const format = mark === '+++' ? 'toml' : 'yaml';
  const content = lines.slice(1, end === -1 ? undefined : end);
  const first = content.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first === undefined) return end === -1 || content.length > 0 ? undefined : block(format, [], true);
  if (!isField(first, content[0]?.trim() === '', format)) return undefined;
  if (end !== -1) return block(format, content, true);
  const empty = content.findIndex((line) => line.trim() === '');
  return block(format, empty === -1 ? content : content.slice(0, empty), false);
}

function block(format: 'yaml' | 'toml', content: readonly string[], closed: boolean): FrontMatterBlock {
  return { format, text: content.join('\n'), line: 2, length: content.length + (closed ? 2 : 1), closed };
}

/**
 * Whether a line reads like a field of front matter, and not like prose with a colon ("Note: this ..."): its key is one
 * word in small letters, or one of the usual keys. Below an empty line, which follows a rule, only a usual key counts.
 */
function isField(line: string, afterSpace: boolean, format: 'yaml' | 'toml'): boolean {
  if (line.startsWith(format === 'yaml' ? '{' : '[')) return true;
  const key = FIELD.exec(line)?.[1];
  if (key === undefined) return false;
  return USUAL.has(key.toLowerCase()) || (!afterSpace && key === key.toLowerCase());
}

const OPENING = /^(---|\+\+\+)[ \t]*([A-Za-z][\w-]*)?[ \t]*$/;
const FIELD = /^["']?([A-Za-z_][\w.-]*)["']?[ \t]*[:=](?:\s|$)/;
const USUAL = new Set(
  `title subtitle date event edition year day dates city venue location speakers author authors url permalink slug tags
   categories category draft hidden published layout description summary aliases id weight type lang toc image`.split(
    /\s+/,
  ),
);
