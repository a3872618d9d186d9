import type { Citation, CitedSource } from '../../src/index.js';
import { cut } from './cut.js';
import { webAddress } from './web-address.js';

/** A source of a citation as a chat shows it. */
export interface ShownSource {
  /** What the link shows: the title, or the address where the title reads like one and could show another than it leads to. */
  readonly name: string;
  /** Whether the name is the address. */
  readonly isAddress: boolean;
  /** A safe address that is short enough; absent where there is none. */
  readonly address?: string;
  /** Who wrote it and when: "Scott Lowe, 2015-06-23"; empty where neither is known. */
  readonly by: string;
}

/** How much is shown of sources. */
export interface SourceRoom {
  /** How many sources. */
  readonly most: number;
  /** Longest name, author or date, in UTF-16 code units. */
  readonly name: number;
  /** Longest address, in UTF-16 code units as the platform counts it. */
  readonly address: number;
  /** How long an address is on the platform; its length unless given. */
  readonly lengthOf?: (address: string) => number;
}

/** The sources of a citation, the note's own address before them unless it is one of them, and how many are left out. */
export function shownSources(
  { sources, url, title }: Citation,
  room: SourceRoom,
): { readonly shown: readonly ShownSource[]; readonly left: number } {
  const own = fittingAddress(url, room);
  const isNamed = sources.some((source) => fittingAddress(source.url, room) === own);
  const all: readonly CitedSource[] = own === undefined || isNamed ? sources : [{ title, url: own }, ...sources];
  const shown = all.slice(0, room.most).map((source) => shownSource(source, room));
  return { shown, left: all.length - shown.length };
}

/** An address that is safe to link and not so long that nothing else fits. */
export function fittingAddress(
  url: string | undefined,
  { address: longest, lengthOf = (address) => address.length }: Pick<SourceRoom, 'address' | 'lengthOf'>,
): string | undefined {
  const address = webAddress(url);
  return address === undefined || lengthOf(address) > longest ? undefined : address;
}

function shownSource({ title, url, author, date }: CitedSource, room: SourceRoom): ShownSource {
  const address = fittingAddress(url, room);
  const isAddress = address !== undefined && LIKE_ADDRESS.test(title);
  const name = isAddress ? address : title.trim() === '' ? 'source' : title;
  return {
    name: cut(name, room.name),
    isAddress,
    ...(address !== undefined && { address }),
    by: [author, date].flatMap((text) => (text?.trim() ? [cut(text, room.name)] : [])).join(', '),
  };
}

const LIKE_ADDRESS = /:\/\/|^www\./i;
