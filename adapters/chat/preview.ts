import type { ReadButton } from './buttons.js';
import type { Pressed } from './desk.js';

/** How a chat platform would show a reply: for the playground, which draws it without joining the platform. */
export interface Preview {
  /** Room of a button's value on the platform, in UTF-16 code units. */
  readonly buttonLimit: number;
  /** The platform's own renderer. */
  render(reply: Pressed, setting: { readonly restated?: boolean; readonly shareable?: boolean }): object;
  /** How full a message of {@link render} is, by the platform's own limits. */
  measure(message: object): readonly Measure[];
  /** What a button of a message says. @param ids the ids or values of all buttons of its message. */
  readButton(id: string, ids: readonly string[]): ReadButton | undefined;
}

/** How much of a limit is used. */
export interface Measure {
  /** What is counted, e.g. "blocks". */
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** The greatest of some numbers; 0 of none. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}
