import { parse, TomlDate, TomlError } from 'smol-toml';
import { createBudget, type Field, type FieldValue } from './field.js';
import type { LineRange } from './note.js';
import type { Fields } from './yaml-fields.js';

/**
 * Reads the fields of TOML front matter (Hugo's `+++`) whose first line is line `line` of the file. Only fields outside of
 * tables (`[params]`) count.
 */
export function tomlFields(text: string, line: number): Fields {
  let data: Readonly<Record<string, unknown>>;
  try {
    data = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = (error.message.split('\n')[0] ?? '').replace('Invalid TOML document: ', '');
    return { fields: [], faults: [{ line: line + error.line - 1, message }] };
  }
  const lines = text.split('\n');
  const places = placesOf(lines);
  const fields = Object.entries(data).flatMap(([key, value]): Field[] => {
    const place = places.get(key);
    if (place === undefined) return [];
    const raw = lines.slice(place.from, place.to + 1);
    return [{ key, line: line + place.from, read: () => readValue(value, raw, line + place.from, createBudget(), 0) }];
  });
  return { fields, faults: [] };
}

/** The lines, from 0, on which each field outside of tables stands. */
function placesOf(lines: readonly string[]): ReadonlyMap<string, LineRange> {
  const places = new Map<string, LineRange>();
  let open: { key: string; from: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const key = /^\s*["']?([\w-]+)["']?\s*=/.exec(line)?.[1];
    const table = /^\s*\[[^=]*\]\s*(?:#.*)?$/.test(line) && !/,\s*$/.test(lines[index - 1] ?? '');
    if (key === undefined && !table) continue;
    if (open !== undefined) places.set(open.key, { from: open.from, to: index - 1 });
    open = undefined;
    if (table) break;
    if (key !== undefined && !places.has(key)) open = { key, from: index };
  }
  if (open !== undefined) places.set(open.key, { from: open.from, to: lines.length - 1 });
  return places;
}

function readValue(
  value: unknown,
  raw: readonly string[],
  line: number,
  spend: (depth: number) => void,
  depth: number,
): FieldValue {
  spend(depth);
  if (typeof value === 'string') return textOf(value, 'string', raw, line);
  if (typeof value === 'boolean') return textOf(String(value), 'boolean', raw, line);
  if (typeof value === 'number' || typeof value === 'bigint') return textOf(String(value), 'number', raw, line);
  const lines = { from: line, to: line + lastFilled(raw) };
  if (value instanceof TomlDate) {
    const written = /=\s*([^#]+)/.exec(raw[0] ?? '')?.[1]?.trim();
    return { kind: 'text', type: 'date', text: written ?? value.toISOString(), lines: { from: line, to: line } };
  }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => readValue(item, raw, line, spend, depth + 1)), lines };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => [key, readValue(item, raw, line, spend, depth + 1)] as const,
    );
    return { kind: 'map', entries, lines };
  }
  return { kind: 'nothing', lines };
}

/** The value is on the first line that shows it; one that spans lines has them all. */
function textOf(
  value: string,
  type: 'string' | 'number' | 'boolean',
  raw: readonly string[],
  line: number,
): FieldValue {
  const text = value.replace(/\s+/g, ' ').trim();
  const at = raw.findIndex((part) => part.includes(text));
  const lines = at === -1 ? { from: line, to: line + lastFilled(raw) } : { from: line + at, to: line + at };
  return { kind: 'text', type, text, lines };
}

function lastFilled(lines: readonly string[]): number {
  let last = lines.length - 1;
  while (last > 0 && lines[last]?.trim() === '') last--;
  return Math.max(0, last);
}
