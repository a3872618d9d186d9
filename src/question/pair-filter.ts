/** Remembers pairs of numbers in few bits; may rarely take a pair for known that is not. */
export interface PairFilter {
  /** All that it remembers. */
  readonly bits: Int32Array;
  add(first: number, second: number): void;
  has(first: number, second: number): boolean;
}

/**
 * A Bloom filter (Bloom 1970) of ordered pairs: 8 bits for each pair expected and 2 probes, which errs for at most 5 % of
 * unknown pairs, and for about 1 % when half of the pairs repeat, as neighbouring words do.
 */
export function createPairFilter(expected: number): PairFilter {
  const size = 1 << Math.max(10, Math.ceil(Math.log2(Math.max(1, expected) * 8)));
  return pairFilterOf(new Int32Array(size >>> 5));
}

/** A filter that goes on from the bits of another one. */
export function pairFilterOf(bits: Int32Array): PairFilter {
  const mask = bits.length * 32 - 1;
  return {
    bits,
    add(first, second) {
      const a = mix(Math.imul(first, 0x9e3779b1) ^ second);
      const b = mix(a) | 1;
      for (let k = 0; k < PROBES; k++) {
        const bit = (a + Math.imul(k, b)) & mask;
        bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
      }
    },
    has(first, second) {
      const a = mix(Math.imul(first, 0x9e3779b1) ^ second);
      const b = mix(a) | 1;
      for (let k = 0; k < PROBES; k++) {
        const bit = (a + Math.imul(k, b)) & mask;
        if (((bits[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
      }
      return true;
    },
  };
}

const PROBES = 2;

/** The finalizer of MurmurHash3, which spreads every bit over all (Appleby 2011). */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
