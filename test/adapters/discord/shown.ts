/** What a person sees of a text in Discord's Markdown, and what is wrong with it. */
export interface Shown {
  /** The text, markup gone, lines kept. */
  readonly text: string;
  readonly bold: readonly string[];
  readonly links: readonly string[];
  /** What would format, link, ping or turn into an emoji without our wanting it. */
  readonly faults: readonly string[];
}

/**
 * Reads Discord's Markdown as far as we write it: quotes, small print, lists, bold, italics, links without preview, code blocks
 * and escaped characters. Anything else that Discord could act on is a fault.
 */
export function shownOf(markdown: string): Shown {
  const found = { text: '', bold: [] as string[], links: [] as string[], faults: [] as string[] };
  let inCode = false;
  const lines = markdown.split('\n').map((line) => {
    const inner = line.replace(/^> /, '');
    if (inner === '```') {
      inCode = !inCode;
      return '';
    }
    return inCode ? inner : inline(inner.replace(/^-# /, '').replace(/^( *)- /, '$1• '), found);
  });
  if (inCode) found.faults.push('a code block without end');
  return { ...found, text: lines.join('\n') };
}

function inline(line: string, found: { bold: string[]; links: string[]; faults: string[] }): string {
  const tokens =
    /\\([^0-9A-Za-z\s])|\[((?:\\.|[^\\\]])*)\]\(<(https?:\/\/[^\s<>()]+)>\)|<(https?:\/\/[^\s<>()]+)>|(\*\*)((?:\\.|[^\\*])+)\*\*(?!\*)|(\*)((?:\\.|[^\\*])+)\*(?!\*)/g;
  const text = line.replace(tokens, (_, escaped, title, target, bare, isBold, strong, _italic, emphasised) => {
    if (escaped !== undefined) return `\uE000${escaped}`;
    if (target !== undefined) {
      found.links.push(target);
      return inline(title, found);
    }
    if (bare !== undefined) {
      found.links.push(bare);
      return bare;
    }
    const inner = inline(strong ?? emphasised, found);
    if (isBold !== undefined) found.bold.push(inner);
    return inner;
  });
  const raw = line.replace(tokens, '\uE001');
  if (/[\\*_~`|[\]<>#@]|:\/\/|:\w+:|^\s*(?:[-+]|\d+\.)\s/.test(raw)) found.faults.push(`acts: ${JSON.stringify(raw)}`);
  return text.replaceAll('\uE000', '');
}
