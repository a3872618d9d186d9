/** What one engine did; a field is missing where it did not come so far. */
export interface Measures {
  readonly indexSeconds?: number;
  readonly heapMegabytes?: number;
  readonly p50?: number;
  readonly p99?: number;
  /** Milliseconds for each hostile question, by its name. */
  readonly hostile?: Readonly<Record<string, number>>;
  readonly peakMegabytes?: number;
  readonly error?: string;
}

/** Questions that are asked first and not counted: the run time's compiler needs to see the code run. */
export const WARM_UP = 40;
