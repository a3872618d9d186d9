/** Which passages hold a term in one field, how often, and how long each passage's field is: plain data. */
export interface Postings {
  /** Where the postings of each term begin in {@link passages} and {@link counts}; they end where those of the next one begin. */
  readonly starts: Int32Array;
  /** Ordinals of passages; ascending for each term. */
  readonly passages: Int32Array;
  /** How often each holds the term; at most 65,535. */
  readonly counts: Uint16Array;
  /** For each passage: number of distinct terms in its field; 1 for an empty one. */
  readonly lengths: Int32Array;
}

/** Number of passages that hold a term, by its number. */
export function frequencyOf({ starts }: Postings, term: number): number {
  return (starts[term + 1] as number) - (starts[term] as number);
}

/** Collects one field of all passages, one after another. */
export interface PostingsBuilder {
  /** Adds the field of the next passage: its terms by number, in any order, as often as they occur. */
  add(terms: ArrayLike<number>): void;
  /** @param terms how many terms there are. */
  build(terms: number): Postings;
}

/**
 * Collects postings in typed arrays: each passage's distinct terms one after another, then turned round by a counting sort. That
 * takes 6 bytes a posting and no time worth speaking of, where maps in maps take twenty times as much of both.
 */
export function createPostingsBuilder(): PostingsBuilder {
  let terms = new Int32Array(1 << 12);
  let counts = new Uint16Array(1 << 12);
  let size = 0;
  const ends: number[] = [];
  /** For each term: where it was put last; it belongs to the current passage if that is behind the passage's start. */
  let slots = new Int32Array(1 << 10).fill(-1);

  function slotOf(term: number, first: number): number {
    while (term >= slots.length) slots = larger(slots, new Int32Array(slots.length * 2).fill(-1));
    const known = slots[term] as number;
    if (known >= first) return known;
    if (size === terms.length) {
      terms = larger(terms, new Int32Array(size * 2));
      counts = larger(counts, new Uint16Array(size * 2));
    }
    terms[size] = term;
    slots[term] = size;
    return size++;
  }

  return {
    add(held) {
      const first = size;
      for (let i = 0; i < held.length; i++) {
        const slot = slotOf(held[i] as number, first);
        const count = counts[slot] as number;
        if (count < MOST_COUNTED) counts[slot] = count + 1;
      }
      ends.push(size);
    },
    build(known) {
      const starts = new Int32Array(known + 1);
      for (let i = 0; i < size; i++)
        starts[(terms[i] as number) + 1] = (starts[(terms[i] as number) + 1] as number) + 1;
      for (let term = 0; term < known; term++)
        starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
      const next = starts.slice();
      const passages = new Int32Array(size);
      const sorted = new Uint16Array(size);
      const lengths = new Int32Array(ends.length);
      let from = 0;
      ends.forEach((end, passage) => {
        for (let i = from; i < end; i++) {
          const place = next[terms[i] as number] as number;
          next[terms[i] as number] = place + 1;
          passages[place] = passage;
          sorted[place] = counts[i] as number;
        }
        lengths[passage] = Math.max(1, end - from);
        from = end;
      });
      return { starts, passages, counts: sorted, lengths };
    },
  };
}

const MOST_COUNTED = 65_535;

function larger<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, empty: Numbers): Numbers {
  empty.set(numbers);
  return empty;
}
