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
  let rest = line;
  let text = '';
  if (closing !== undefined) {
    const end = rest.indexOf(closing);
    if (end === -1) return { text: '', closing };
    rest = rest.slice(end + closing.length);
  }
  for (let tag = OPEN.exec(rest); tag !== null; tag = OPEN.exec(rest)) {
    const before = text + rest.slice(0, tag.index);
    const open = tag[0];
    const end = CLOSERS[open] ?? '%}';
    const inCode = (before.split('`').length - 1) % 2 === 1;
    const close = rest.indexOf(end, tag.index + open.length);
    if (inCode) {
      text = before + open;
      rest = rest.slice(tag.index + open.length);
      continue;
    }
    if (close === -1) return { text: before, closing: end };
    const name = rest.slice(tag.index + open.length, close).trim();
    const stand = /\]\([ <]*$|^\s*\[[^\]]*\]:\s*<?$/.test(before) ? '#' : '';
    text = before + (/^(?:end)?highlight\b/.test(name) && before.trim() === '' ? '~~~~~~' : stand);
    rest = rest.slice(close + end.length);
  }
  return { text: text + rest, closing: undefined };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const OPEN = /\{\{<|\{\{%|\{%|\{:(?=[ .#a-z][^{}]*\})/;
const CLOSERS: Readonly<Record<string, string>> = { '{{<': '>}}', '{{%': '%}}', '{%': '%}', '{:': '}' };
