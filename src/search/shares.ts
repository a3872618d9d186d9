/** Share of the question's importance that is held; both arrays have a place for each term. */
export function share(shares: Float64Array, held: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * (held[i] as number);
  return sum;
}

/** The same of what two places hold together: each term counts where it is held better. */
export function shareOfEither(shares: Float64Array, one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * Math.max(one[i] as number, other[i] as number);
  return sum;
}
