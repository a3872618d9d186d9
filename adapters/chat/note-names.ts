import type { NoteSummary } from '../../src/index.js';
import { fittingAddress, type SourceRoom } from './citation-sources.js';

/** What a note is called in a list beneath its event: "2015-06-22, opening keynote", "day 1", its title. Never empty. */
export function noteName({ date, day, title, event }: NoteSummary): string {
  const name =
    event !== undefined && title.startsWith(event) ? title.slice(event.length).replace(/^[\s,:;–-]+/, '') : title;
  const parts = [date, name === '' && day !== undefined ? `day ${day}` : name === '' ? title : name];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Where the note can be read: its own address, or its first source's. */
export function noteAddress(
  { url, sources }: NoteSummary,
  room: Pick<SourceRoom, 'address' | 'lengthOf'>,
): string | undefined {
  const addresses = [url, ...sources.map((source) => source.url)];
  return addresses.map((address) => fittingAddress(address, room)).find((address) => address !== undefined);
}
