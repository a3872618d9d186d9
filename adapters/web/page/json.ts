/** A platform's payload as it comes: of any shape, so each field is looked at before it is used. */
export type Json = Readonly<Record<string, unknown>>;

/** The objects of a list; none where there is no list. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter((item): item is Json => typeof item === 'object' && item !== null) : [];
}

/** An object; an empty one for anything else. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** A text; an empty one for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
