import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent, YAMLException } from 'js-yaml';
import { createBudget, type Field, FieldError, type FieldValue } from './field.js';
import type { LineRange } from './note.js';

/** The fields of a block of front matter, and where it cannot be understood. */
export interface Fields {
  /** In order, the first of each key. */
  readonly fields: readonly Field[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/**
 * Reads the fields of YAML front matter whose first line is line `line` of the file. Where the YAML is broken, the fields
 * that stand by themselves are read all the same.
 *
 * Only the parser's events are used, which name places in the text: no value is made of any type but text, no tag means
 * anything, and an alias costs nothing until its field is read.
 */
export function yamlFields(text: string, line: number): Fields {
  try {
    return fieldsOf(text, line);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const faults = [{ line: line + (error.mark?.line ?? 0), message: error.reason }];
    const fields = entriesOf(text).flatMap(({ entry, offset }) => soundFields(entry, line + offset));
    return { fields: withoutDoubles(fields).fields, faults };
  }
}

/** A place in the YAML text: a value, or several. */
interface Node {
  readonly kind: 'scalar' | 'list' | 'map' | 'alias';
  readonly start: number;
  end: number;
  readonly anchor: string | undefined;
  readonly scalar?: ScalarEvent;
  /** Of a map: key, value, key, value. */
  readonly children: Node[];
}

interface Source {
  readonly text: string;
  readonly anchors: ReadonlyMap<string, Node>;
  lineAt(offset: number): number;
}

function fieldsOf(text: string, line: number): Fields {
  const { root, anchors } = treeOf(text);
  if (root === undefined || (root.kind === 'scalar' && root.start === root.end)) return { fields: [], faults: [] };
  if (root.kind !== 'map') return { fields: [], faults: [{ line, message: 'no field was found' }] };
  const source = { text, anchors, lineAt: lineCounter(text, line) };
  const fields: Field[] = [];
  for (let index = 0; index + 1 < root.children.length; index += 2) {
    const key = root.children[index];
    const value = root.children[index + 1];
    if (key?.scalar === undefined || value === undefined) continue;
    const on = source.lineAt(key.start);
    const read = (): FieldValue => fieldValue(value, source, createBudget(), 0, on);
    fields.push({ key: getScalarValue(text, key.scalar), line: on, read });
  }
  return withoutDoubles(fields);
}

function soundFields(entry: string, line: number): readonly Field[] {
  try {
    return fieldsOf(entry, line).fields;
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}

function withoutDoubles(fields: readonly Field[]): Fields {
  const first = new Map<string, Field>();
  const faults: Fields['faults'][number][] = [];
  for (const field of fields) {
    const earlier = first.get(field.key);
    if (earlier === undefined) first.set(field.key, field);
    else
      faults.push({
        line: field.line,
        message: `"${field.key}" stands on line ${earlier.line} already, which is used`,
      });
  }
  return { fields: [...first.values()], faults };
}

/** Builds the tree of the first document from the parser's flat events. */
function treeOf(text: string): { root: Node | undefined; anchors: ReadonlyMap<string, Node> } {
  const anchors = new Map<string, Node>();
  const open: Node[] = [];
  let root: Node | undefined;
  const add = (
    kind: Node['kind'],
    start: number,
    end: number,
    anchor: string | undefined,
    scalar?: ScalarEvent,
  ): void => {
    const node: Node = { kind, start, end, anchor, children: [], ...(scalar === undefined ? {} : { scalar }) };
    root ??= node;
    open.at(-1)?.children.push(node);
    if (anchor !== undefined && kind !== 'alias') anchors.set(anchor, node);
    if (kind === 'list' || kind === 'map') open.push(node);
  };
  for (const event of parseEvents(text, {})) {
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const previous = open.at(-1)?.children.at(-1)?.end ?? 0;
        const start = event.valueStart < 0 ? previous : event.valueStart;
        add('scalar', start, Math.max(start, event.valueEnd), nameOf(text, event), event);
        break;
      }
      case EVENT_ID.SEQUENCE:
        add('list', event.start, event.start, nameOf(text, event));
        break;
      case EVENT_ID.MAPPING:
        add('map', event.start, event.start, nameOf(text, event));
        break;
      case EVENT_ID.ALIAS:
        add('alias', event.anchorStart, event.anchorEnd, nameOf(text, event));
        break;
      case EVENT_ID.POP: {
        const closed = open.pop();
        if (closed !== undefined) closed.end = Math.max(closed.end, closed.children.at(-1)?.end ?? 0);
        if (open.length === 0 && root !== undefined) return { root, anchors };
        break;
      }
    }
  }
  return { root, anchors };
}

function nameOf(text: string, event: { anchorStart: number; anchorEnd: number }): string | undefined {
  return event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
}

function fieldValue(
  node: Node,
  source: Source,
  spend: (depth: number) => void,
  depth: number,
  line: number,
): FieldValue {
  spend(depth);
  const lines = linesOf(node, source, line);
  const inner = (child: Node): FieldValue => fieldValue(child, source, spend, depth + 1, line);
  switch (node.kind) {
    case 'alias': {
      const target = source.anchors.get(node.anchor ?? '');
      if (target === undefined) throw new FieldError(`an alias of nothing, *${node.anchor}`);
      return inner(target);
    }
    case 'list':
      return { kind: 'list', items: node.children.map(inner), lines };
    case 'map': {
      const entries: [string, FieldValue][] = [];
      for (let index = 0; index + 1 < node.children.length; index += 2) {
        const key = node.children[index];
        const value = node.children[index + 1];
        if (key?.scalar && value) entries.push([getScalarValue(source.text, key.scalar), inner(value)]);
      }
      return { kind: 'map', entries, lines };
    }
    case 'scalar': {
      const text = node.scalar === undefined ? '' : getScalarValue(source.text, node.scalar);
      const plain = node.scalar?.style === SCALAR_STYLE.PLAIN;
      if (plain && NOTHING.test(text)) return { kind: 'nothing', lines };
      const type = !plain ? 'string' : BOOLEAN.test(text) ? 'boolean' : NUMBER.test(text) ? 'number' : 'string';
      return { kind: 'text', type, text: text.replace(/\s+/g, ' ').trim(), lines };
    }
  }
}

function linesOf({ start, end }: Node, { text, lineAt }: Source, line: number): LineRange {
  if (end <= start) return { from: line, to: line };
  let first = start;
  let last = end;
  while (first < end && /\s/.test(text.charAt(first))) first++;
  while (last > first && /\s/.test(text.charAt(last - 1))) last--;
  return { from: lineAt(first), to: lineAt(Math.max(first, last - 1)) };
}

/** Cuts a block at the lines that begin a field. */
function entriesOf(text: string): readonly { entry: string; offset: number }[] {
  const entries: { entry: string; offset: number }[] = [];
  for (const [offset, line] of text.split('\n').entries()) {
    const last = entries.at(-1);
    if (last === undefined || /^[^\s#-]/.test(line)) entries.push({ entry: line, offset });
    else last.entry += `\n${line}`;
  }
  return entries;
}

function lineCounter(text: string, firstLine: number): (offset: number) => number {
  const feeds: number[] = [];
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1)) feeds.push(feed);
  return (offset) => {
    let low = 0;
    let high = feeds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((feeds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return firstLine + low;
  };
}

/** YAML 1.2's core schema, for values without quotation marks. */
const NOTHING = /^(?:|~|null|Null|NULL)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^[-+]?(?:0o[0-7]+|0x[\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+|\.inf|\.Inf|\.INF)$|^\.(?:nan|NaN|NAN)$/;
