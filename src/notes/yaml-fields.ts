import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { createBudget, type Field, type FieldValue } from './field.js';
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
 */
export function yamlFields(text: string, line: number): Fields {
  const whole = parse(text, line);
  const [error] = whole.document.errors;
  if (error === undefined) return fieldsOf(whole);
  const message = firstLine(error.message);
  const faults = [{ line: whole.lineAt(error.pos[0]), message }];
  const fields = entriesOf(text).flatMap(({ entry, offset }) => {
    const part = parse(entry, line + offset);
    return part.document.errors.length > 0 ? [] : fieldsOf(part).fields;
  });
  return { fields: withoutDoubles(fields).fields, faults };
}

interface Parsed {
  readonly document: Document.Parsed;
  lineAt(offset: number): number;
}

function parse(text: string, line: number): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter,
    prettyErrors: false,
    // Doubles are found by fieldsOf: the parser's own search takes quadratic time.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return { document, lineAt: (offset) => line + Math.max(0, lineCounter.linePos(offset).line - 1) };
}

function fieldsOf(parsed: Parsed): Fields {
  const { contents } = parsed.document;
  if (contents === null) return { fields: [], faults: [] };
  if (!isMap(contents)) {
    return { fields: [], faults: [{ line: parsed.lineAt(0), message: 'no field was found' }] };
  }
  return withoutDoubles(
    contents.items.flatMap((pair): Field[] => {
      const key = keyOf(pair);
      if (key === undefined) return [];
      const line = parsed.lineAt(key.offset);
      return [{ key: key.text, line, read: () => readValue(pair.value, parsed, createBudget(), 0, line) }];
    }),
  );
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

function keyOf({ key }: Pair): { text: string; offset: number } | undefined {
  if (!isScalar(key)) return undefined;
  return { text: typeof key.value === 'string' ? key.value : (key.source ?? ''), offset: key.range?.[0] ?? 0 };
}

function readValue(
  value: unknown,
  parsed: Parsed,
  spend: (depth: number) => void,
  depth: number,
  line: number,
): FieldValue {
  spend(depth);
  if (isAlias(value)) return readValue(value.resolve(parsed.document), parsed, spend, depth + 1, line);
  if (isScalar(value)) {
    const lines = linesOf(value, parsed, line);
    const type = typeof value.value;
    if (value.value === null || value.value === undefined) return { kind: 'nothing', lines };
    const text = type === 'string' ? String(value.value) : (value.source ?? String(value.value));
    return {
      kind: 'text',
      type: type === 'number' || type === 'boolean' ? type : 'string',
      text: text.replace(/\s+/g, ' ').trim(),
      lines,
    };
  }
  if (isSeq(value)) {
    const items = value.items.map((item) => readValue(item, parsed, spend, depth + 1, line));
    return { kind: 'list', items, lines: linesOf(value, parsed, line) };
  }
  if (isMap(value)) {
    const entries = value.items.flatMap((pair) => {
      const key = keyOf(pair);
      return key === undefined ? [] : [[key.text, readValue(pair.value, parsed, spend, depth + 1, line)] as const];
    });
    return { kind: 'map', entries, lines: linesOf(value, parsed, line) };
  }
  return { kind: 'nothing', lines: { from: line, to: line } };
}

function linesOf({ range }: Node, { lineAt }: Parsed, line: number): LineRange {
  if (!range) return { from: line, to: line };
  const from = lineAt(range[0]);
  return { from, to: Math.max(from, lineAt(Math.max(range[0], range[1] - 1))) };
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

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 200);
}
