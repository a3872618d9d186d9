import * as v from 'valibot';
import { dateAtStart } from './calendar.js';
import { describe, type Field, FieldError, type FieldValue } from './field.js';
import { isBroken } from './file-text.js';
import { type Report, seen } from './problems.js';
import { webAddress } from './web-address.js';

/** What a note's front matter says about it, checked. */
export interface Metadata {
  readonly title?: string;
  readonly event?: string;
  readonly edition?: number;
  readonly day?: number;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly author?: string;
  readonly url?: string;
  readonly aliases: Readonly<Record<string, string>>;
  /** Tags and categories: they may name the edition. */
  readonly tags: readonly string[];
  /** The address as written, also where it is relative: it may name the day or hold a date. */
  readonly address?: string;
  /** Why the note is to be left out, e.g. "draft: true". */
  readonly leftOut?: string;
  /** The values of fields that can be quoted, by key as written, in order. */
  readonly values: ReadonlyMap<string, FieldValue>;
}

/**
 * Checks the fields of a note's front matter. A value that is not what its key asks for is reported and left out; keys that
 * are not known are nobody's business.
 */
export function metadataOf(fields: readonly Field[], baseUrl: string | undefined, report: Report): Metadata {
  const values = new Map<string, FieldValue>();
  const keys = new Map<string, Field>();
  for (const field of fields) {
    const key = field.key.toLowerCase();
    if (!KNOWN.has(key) || keys.has(key)) continue;
    try {
      const value = field.read();
      if (value.kind === 'nothing') continue;
      keys.set(key, field);
      values.set(key, value);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      report(
        field.line,
        'error',
        'front-matter-value',
        `saw ${error.message} in "${field.key}"; expected ${expected(key)}.`,
      );
    }
  }

  /** The first of the keys that holds what it should. */
  const first = <T>(keysToTry: readonly string[], check: (value: FieldValue) => T | Wrong): T | undefined => {
    for (const key of keysToTry) {
      const value = values.get(key);
      if (value === undefined) continue;
      const checked = check(value);
      if (!(checked instanceof Wrong)) return checked;
      values.delete(key);
      const field = keys.get(key);
      if (!checked.quiet && field !== undefined) {
        const saw = checked.saw ?? (value.kind === 'text' ? seen(value.text) : describe(value));
        report(field.line, 'error', checked.rule, `saw ${saw} in "${field.key}"; expected ${expected(key)}.`);
      }
    }
    return undefined;
  };

  const address = first(['url', 'permalink', 'canonical_url', 'canonicalurl'], (value) => addressOf(value, baseUrl));
  const checked = {
    title: first(['title'], textOf),
    event: first(['event'], textOf),
    edition: first(['edition', 'year'], (value) => numberOf(value, EDITION)),
    day: first(['day'], (value) => numberOf(value, DAY)),
    date: first(['date', 'pubdate', 'publishdate'], dateOf),
    author: first(['author', 'authors'], namesOf),
    url: address?.url,
    address: address?.written,
    leftOut: leftOut(values),
  };
  return {
    ...withoutAbsent(checked),
    aliases: first(['aliases'], aliasesOf) ?? {},
    tags: ['tags', 'categories', 'category'].flatMap((key) => textsOf(values.get(key))),
    values: new Map([...values].map(([key, value]) => [keys.get(key)?.key ?? key, value])),
  };
}

/** A value that is not what its key asks for. */
class Wrong {
  readonly rule: string;
  readonly quiet: boolean;
  readonly saw: string | undefined;
  constructor(rule = 'front-matter-value', quiet = false, saw?: string) {
    this.rule = rule;
    this.quiet = quiet;
    this.saw = saw;
  }
}

function textOf(value: FieldValue): string | Wrong {
  if (value.kind !== 'text' || value.type === 'boolean') return new Wrong();
  return v.is(TEXT, value.text) && !isBroken(value.text) ? value.text : new Wrong();
}

function numberOf(value: FieldValue, schema: v.GenericSchema<unknown, number>): number | Wrong {
  if (value.kind !== 'text') return new Wrong();
  const result = v.safeParse(schema, value.text);
  return result.success ? result.output : new Wrong();
}

function dateOf(value: FieldValue): string | Wrong {
  if (value.kind !== 'text') return new Wrong('front-matter-date');
  const date = dateAtStart(value.text);
  return date === undefined || date === 'impossible' ? new Wrong('front-matter-date') : date;
}

function namesOf(value: FieldValue): string | Wrong {
  const names = textsOf(value);
  return names.length > 0 ? names.join(', ') : new Wrong();
}

function addressOf(value: FieldValue, baseUrl: string | undefined): { written: string; url?: string } | Wrong {
  if (value.kind !== 'text') return new Wrong('url');
  const written = value.text;
  // Jekyll's permalink may be a style ("pretty") or a pattern ("/:categories/:title/").
  if (!/[/.:]/.test(written) || /\/:[a-z_]+/.test(written)) return new Wrong('url', true);
  const url = webAddress(written, baseUrl);
  if (url === undefined) return new Wrong('url');
  return url === 'relative' ? { written } : { written, url };
}

/** Hugo's aliases are a list of old addresses: not ours. */
function aliasesOf(value: FieldValue): Readonly<Record<string, string>> | Wrong {
  if (value.kind === 'list' || value.kind === 'text') return new Wrong('front-matter-value', true);
  if (value.kind !== 'map') return new Wrong();
  const aliases = value.entries.flatMap(([alias, name]) =>
    name.kind === 'text' &&
    !isBroken(alias + name.text) &&
    alias !== '__proto__' &&
    alias.trim() !== '' &&
    name.text !== ''
      ? [[alias.trim(), name.text] as const]
      : [],
  );
  return Object.fromEntries(aliases);
}

function leftOut(values: ReadonlyMap<string, FieldValue>): string | undefined {
  for (const [key, word] of [
    ['draft', true],
    ['hidden', true],
    ['published', false],
  ] as const) {
    const value = values.get(key);
    if (value?.kind !== 'text') continue;
    const said = /^(?:true|yes|on|1)$/i.test(value.text)
      ? true
      : /^(?:false|no|off|0)$/i.test(value.text)
        ? false
        : undefined;
    if (said === word) return `${key}: ${word}`;
  }
  return undefined;
}

/** A text, or the texts of a list. */
function textsOf(value: FieldValue | undefined): readonly string[] {
  if (value?.kind === 'text')
    return value.type === 'boolean' || value.text === '' || isBroken(value.text) ? [] : [value.text];
  return value?.kind === 'list' ? value.items.flatMap(textsOf) : [];
}

function withoutAbsent<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function expected(key: string): string {
  return EXPECTED[key] ?? 'a text';
}

const TEXT = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(1000));
const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
/** No conference is longer than two weeks. */
const DAY = whole(1, 14);
const EDITION = whole(1900, 2999);

const EXPECTED: Readonly<Record<string, string>> = {
  edition: 'a year such as 2015',
  year: 'a year such as 2015',
  day: 'the day of the conference as a number from 1 to 14',
  date: 'a date of the calendar such as 2015-06-22',
  pubdate: 'a date of the calendar such as 2015-06-22',
  publishdate: 'a date of the calendar such as 2015-06-22',
  author: 'a name, or a list of names',
  authors: 'a name, or a list of names',
  url: 'a http or https address without user name, white space or |',
  permalink: 'a http or https address without user name, white space or |',
  canonical_url: 'a http or https address without user name, white space or |',
  canonicalurl: 'a http or https address without user name, white space or |',
  aliases: 'a map of short name to name, such as DTR: Docker Trusted Registry',
  speakers: 'a list of speakers, each with name, role and org',
};

/** Keys that are read, in small letters. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(EXPECTED),
  ...'title event dates city venue location tags categories category draft hidden published'.split(' '),
]);
