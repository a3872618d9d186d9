/** Logistic regression with a small ridge penalty, by gradient descent on standardised columns; no randomness. */

/** One observation: its features and whether the outcome was good. */
export interface Observation {
  readonly features: readonly number[];
  readonly right: boolean;
  /** How much it counts; above 0. */
  readonly weight: number;
}

export interface Logistic {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Fits intercept and weights for the columns as they are (not standardised). */
export function fitLogistic(observations: readonly Observation[], columns: number, ridge = 1e-3): Logistic {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  const mean = Array.from({ length: columns }, (_, i) => sumOf(observations, (o) => o.features[i] as number) / total);
  const spread = mean.map(
    (m, i) => Math.sqrt(sumOf(observations, (o) => ((o.features[i] as number) - m) ** 2) / total) || 1,
  );
  const rows = observations.map(({ features }) =>
    features.map((x, i) => (x - (mean[i] as number)) / (spread[i] as number)),
  );
  const weights = new Float64Array(columns);
  let intercept = 0;
  for (let step = 0; step < 3000; step++) {
    const gradient = new Float64Array(columns);
    let base = 0;
    observations.forEach(({ right, weight }, r) => {
      const row = rows[r] as readonly number[];
      const error = weight * (sigmoid(intercept + dot(row, weights)) - (right ? 1 : 0));
      base += error;
      for (let i = 0; i < columns; i++) gradient[i] = (gradient[i] as number) + error * (row[i] as number);
    });
    intercept -= (RATE * base) / total;
    for (let i = 0; i < columns; i++) {
      weights[i] = (weights[i] as number) - RATE * ((gradient[i] as number) / total + ridge * (weights[i] as number));
    }
  }
  const raw = [...weights].map((weight, i) => weight / (spread[i] as number));
  return { intercept: intercept - raw.reduce((sum, weight, i) => sum + weight * (mean[i] as number), 0), weights: raw };
}

/** Area under the ROC curve: how often a positive scores above a negative, ties half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((score) => ({ score, positive: true })),
    ...negative.map((score) => ({ score, positive: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]?.score === all[i]?.score) j++;
    for (let k = i; k < j; k++) if (all[k]?.positive === true) ranks += (i + j + 1) / 2;
    i = j;
  }
  const n = positive.length;
  return (ranks - (n * (n + 1)) / 2) / (n * negative.length);
}

/** Expected calibration error over ten bins of equal width (Naeini et al., 2015). */
export function calibrationError(predicted: readonly number[], right: readonly boolean[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, predicted: 0, right: 0 }));
  predicted.forEach((p, i) => {
    const bin = bins[Math.min(9, Math.floor(p * 10))];
    if (bin === undefined) return;
    bin.n++;
    bin.predicted += p;
    if (right[i] === true) bin.right++;
  });
  return bins.reduce(
    (sum, { n, predicted: p, right: r }) => sum + (n === 0 ? 0 : Math.abs(p - r) / predicted.length),
    0,
  );
}

const RATE = 0.5;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const sumOf = (observations: readonly Observation[], of: (o: Observation) => number): number =>
  observations.reduce((sum, o) => sum + o.weight * of(o), 0);
