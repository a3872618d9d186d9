/** The text that a block of HTML shows, with the line of the file on which each piece begins. */
export interface ShownText {
  /** HTML without tags, of which entities are still to be read; one line for each line of the block. */
  readonly text: string;
  readonly line: number;
}

/**
 * Cuts a block of HTML into the texts it shows: without tags, comments, declarations, and the contents of script, style
 * and the like. Elements that begin a new line when shown begin a new text. One pass; nothing is run or loaded.
 */
export function shownTexts(html: string, firstLine: number): readonly ShownText[] {
  const texts: ShownText[] = [];
  let line = firstLine;
  let text = '';
  let begun = firstLine;
  const flush = (): void => {
    if (text.trim() !== '') texts.push({ text, line: begun });
    text = '';
    begun = line;
  };
  const pass = (part: string): void => {
    line += part.split('\n').length - 1;
  };

  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    const shown = html.slice(at, tag === -1 ? html.length : tag);
    text += shown;
    pass(shown);
    if (tag === -1) break;
    const end = endOfTag(html, tag);
    if (end === undefined) {
      text += '<';
      at = tag + 1;
      continue;
    }
    const hidden = html.slice(tag, end);
    pass(hidden);
    if (BREAKS.test(hidden)) flush();
    else text += '\n'.repeat(hidden.split('\n').length - 1);
    at = end;
  }
  flush();
  return texts;
}

/** The offset after the tag, comment or unseen element that begins at `at`; undefined when nothing of the kind does. */
function endOfTag(html: string, at: number): number | undefined {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 4);
  const opened = /^<(?:([a-z][a-z0-9-]*)|[/!?])/i.exec(html.slice(at, at + 40));
  if (opened === null) return undefined;
  const end = after(html, '>', at);
  const name = opened[1]?.toLowerCase() ?? '';
  if (!UNSEEN.has(name) || html[end - 2] === '/') return end;
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = end;
  return closing.exec(html) === null ? html.length : after(html, '>', closing.lastIndex);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Elements whose content is not text to read. */
const UNSEEN = new Set(['script', 'style', 'template', 'textarea', 'svg', 'iframe', 'object', 'head', 'title']);
const BREAKS =
  /^<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|blockquote|hr|d[tdl]|fig\w+|section|article|header|footer|center|pre|details|summary|aside|nav|main|address)(?=[\s/>])/i;
