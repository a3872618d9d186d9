/**
 * Takes the tags of site generators out of Markdown: Hugo's shortcodes `{{< … >}}` and `{{% … %}}`, Jekyll's `{% … %}` and
 * attributes `{: … }`. They are not text. Lines keep their number; a link to a tag keeps its place (`[text](#)`), and Jekyll's `{% highlight %}`
 * becomes a fence. Tags between fences or in code stay: there they are what is talked about.
 */
export function withoutTemplateTags(lines: readonly string[]): readonly string[] {
  const cleaned: string[] = [];
  let fence: string | undefined;
  let closing: string | undefined;
  for (const line of lines) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      cleaned.push(line);
      continue;
    }
    if (mark !== undefined && closing === undefined) {
      fence = mark;
      cleaned.push(line);
      continue;
    }
    const result = cleanLine(line, closing);
    closing = result.closing;
    cleaned.push(result.text);
  }
  return closing === undefined ? cleaned : lines;
}

/** `closing` is the end of a tag that an earlier line opened. */
function cleanLine(line: string, closing: string | undefined): { text: string; closing: string | undefined } {
  let at = 0;
  if (closing !== undefined) {
    const end = line.indexOf(closing);
    if (end === -1) return { text: '', closing };
    at = end + closing.length;
  }
  let text = '';
  let inCode = false;
  const pattern = new RegExp(OPEN, 'g');
  pattern.lastIndex = at;
  for (let tag = pattern.exec(line); tag !== null; tag = pattern.exec(line)) {
    const before = line.slice(at, tag.index);
    const [open] = tag;
    const end = CLOSERS[open] ?? '%}';
    if (ticks(before) % 2 === 1) inCode = !inCode;
    text += before;
    at = tag.index;
    if (inCode) {
      text += open;
      at += open.length;
      continue;
    }
    const close = line.indexOf(end, at + open.length);
    if (close === -1) return { text, closing: end };
    const name = line.slice(at + open.length, close).trim();
    if (HIGHLIGHT.test(name) && text.trim() === '') text = '~~~~~~';
    else if (TARGET.test(text.slice(-LONGEST_LABEL))) text += '#';
    at = close + end.length;
    pattern.lastIndex = at;
  }
  return { text: text + line.slice(at), closing: undefined };
}

function ticks(text: string): number {
  let count = 0;
  for (let tick = text.indexOf('`'); tick !== -1; tick = text.indexOf('`', tick + 1)) count++;
  return count;
}

const HIGHLIGHT = /^(?:end)?highlight\b/;
/** What stands before the target of a link or of a link definition. */
const TARGET = /\]\([ <]*$|^ {0,3}\[[^\]]*\]:\s*<?$/;
const LONGEST_LABEL = 300;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPEN = /\{\{<|\{\{%|\{%|\{:(?=[ .#a-z][^{}]*\})/;
const CLOSERS: Readonly<Record<string, string>> = { '{{<': '>}}', '{{%': '%}}', '{%': '%}', '{:': '}' };
