import type { LineRange } from './note.js';

/** One field of the front matter, whatever language it was written in. */
export interface Field {
  /** As written. */
  readonly key: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /**
   * Reads the value; only what is used is read.
   *
   * @throws FieldError when it is too large or nested too deep to be meant.
   */
  read(): FieldValue;
}

/** A value of the front matter as text: nothing is turned into another date or number. */
export type FieldValue =
  | { readonly kind: 'nothing'; readonly lines: LineRange }
  | {
      readonly kind: 'text';
      readonly type: 'string' | 'number' | 'boolean' | 'date';
      /** As it stands in the file, without quotation marks; white space is single spaces. */
      readonly text: string;
      readonly lines: LineRange;
    }
  | { readonly kind: 'list'; readonly items: readonly FieldValue[]; readonly lines: LineRange }
  | {
      readonly kind: 'map';
      readonly entries: readonly (readonly [key: string, value: FieldValue])[];
      readonly lines: LineRange;
    };

/** A value that cannot be read. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
}

/** Bounds the work on one value: aliases (`*name`) let a few lines of YAML stand for billions of values. */
export function createBudget(): (depth: number) => void {
  let values = 0;
  return (depth) => {
    values++;
    if (values > MOST_VALUES) throw new FieldError(`more than ${MOST_VALUES} values, aliases followed`);
    if (depth > DEEPEST) throw new FieldError(`values nested more than ${DEEPEST} deep`);
  };
}

/** Names a value in a message. */
export function describe(value: FieldValue): string {
  switch (value.kind) {
    case 'nothing':
      return 'nothing';
    case 'text':
      return value.type === 'string' ? 'a text' : `a ${value.type}`;
    case 'list':
      return 'a list';
    case 'map':
      return 'a map';
  }
}

const MOST_VALUES = 2000;
const DEEPEST = 8;
