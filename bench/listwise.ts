/**
 * Fits a linear ranking to questions whose right sentences are known.
 *
 * The loss is the mean, over questions, of the negative logarithm of the share that right sentences have in the softmax of
 * all candidates' scores (ListNet's top-one probability, Cao et al., 2007), and of the share that sentences of the right
 * passage have. Minimised by Adam (Kingma & Ba, 2015) over all questions at once, with weight decay; no randomness.
 */

/** The candidate sentences of one question. */
export interface Group {
  /** Evidence of all sentences, one row after another. */
  readonly rows: Float32Array;
  readonly count: number;
  /** 1 for a sentence that holds the answer. */
  readonly sentence: Uint8Array;
  /** 1 for a sentence of the passage that holds it. */
  readonly passage: Uint8Array;
  /** How much the question counts; defaults to 1. */
  readonly weight?: number;
}

export interface FitOptions {
  readonly iterations: number;
  readonly rate: number;
  readonly decay: number;
  /** Part of the loss that is about passages, from 0 to 1. */
  readonly passagePart: number;
}

/** Fits one weight for each column; returns them for the columns as they are (not standardised). */
export function fitListwise(groups: readonly Group[], columns: number, options: FitOptions): Float64Array {
  const spread = spreads(groups, columns);
  const used = groups.filter(({ sentence, passage }) => sentence.includes(1) || passage.includes(1));
  const total = used.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = new Float64Array(columns);
  const first = new Float64Array(columns);
  const second = new Float64Array(columns);
  for (let step = 1; step <= options.iterations; step++) {
    const gradient = new Float64Array(columns);
    const scaled = weights.map((weight, i) => weight / (spread[i] as number));
    for (const group of used) addGradient(gradient, group, scaled, options.passagePart);
    for (let i = 0; i < columns; i++) {
      const g = (gradient[i] as number) / (spread[i] as number) / total + options.decay * (weights[i] as number);
      first[i] = 0.9 * (first[i] as number) + 0.1 * g;
      second[i] = 0.999 * (second[i] as number) + 0.001 * g * g;
      const rate = options.rate / (Math.sqrt((second[i] as number) / (1 - 0.999 ** step)) + 1e-8);
      weights[i] = (weights[i] as number) - (rate * (first[i] as number)) / (1 - 0.9 ** step);
    }
  }
  return weights.map((weight, i) => weight / (spread[i] as number));
}

/** Score of every candidate of a question. */
export function scores({ rows, count }: Group, weights: Float64Array): Float64Array {
  const columns = weights.length;
  const result = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    let score = 0;
    for (let i = 0; i < columns; i++) score += (weights[i] as number) * (rows[r * columns + i] as number);
    result[r] = score;
  }
  return result;
}

function addGradient(gradient: Float64Array, group: Group, weights: Float64Array, passagePart: number): void {
  const { rows, count, sentence, passage, weight = 1 } = group;
  const columns = gradient.length;
  const raw = scores(group, weights);
  const top = raw.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const exps = raw.map((score) => Math.exp(score - top));
  const all = exps.reduce((a, b) => a + b, 0);
  const right = (marks: Uint8Array) => exps.reduce((sum, value, r) => sum + (marks[r] === 1 ? value : 0), 0);
  const [rightSentence, rightPassage] = [right(sentence), right(passage)];
  for (let r = 0; r < count; r++) {
    const value = exps[r] as number;
    let d = 0;
    if (rightSentence > 0)
      d += weight * (1 - passagePart) * (value / all - (sentence[r] === 1 ? value / rightSentence : 0));
    if (rightPassage > 0) d += weight * passagePart * (value / all - (passage[r] === 1 ? value / rightPassage : 0));
    if (Math.abs(d) < 1e-6 * weight) continue;
    for (let i = 0; i < columns; i++) gradient[i] = (gradient[i] as number) + d * (rows[r * columns + i] as number);
  }
}

function spreads(groups: readonly Group[], columns: number): Float64Array {
  const mean = new Float64Array(columns);
  const square = new Float64Array(columns);
  let n = 0;
  for (const { rows, count } of groups) {
    n += count;
    for (let r = 0; r < count; r++) {
      for (let i = 0; i < columns; i++) {
        const value = rows[r * columns + i] as number;
        mean[i] = (mean[i] as number) + value;
        square[i] = (square[i] as number) + value * value;
      }
    }
  }
  return mean.map((sum, i) => Math.sqrt(Math.max(0, (square[i] as number) / n - (sum / n) ** 2)) || 1);
}
