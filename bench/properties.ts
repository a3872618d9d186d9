/**
 * Prints what is known of the generated corpora, to be compared with real text: `node dist/modules/bench/properties.js [PASSAGES]`.
 */
import { termTokens } from '../src/text/terms.js';
import { generateNotes } from './corpus.js';
import { drawQuestions } from './questions.js';

const passages = Number(process.argv[2] ?? 50_000);
const bodies = generateNotes(passages).flatMap(({ text }) =>
  text
    .split('\n---\n')
    .slice(1)
    .join('\n')
    .replace(/\[\^\w+\](?!:)/g, '')
    .replace(/:\n\n- /g, ':\n- ')
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block !== '' && !/^(#|\[\^)/.test(block)),
);

const mean = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;
console.log(`${bodies.length} passages of ${mean.toFixed(0)} characters on average`);

const counts = new Map<string, number>();
let tokens = 0;
let mark = 1_000;
console.log('\n  tokens    terms  exponent (Heaps: log of the growth of terms over log of the growth of tokens)');
let last: { tokens: number; terms: number } | undefined;
const report = () => {
  const slope = last && Math.log(counts.size / last.terms) / Math.log(tokens / last.tokens);
  console.log(`${String(tokens).padStart(8)} ${String(counts.size).padStart(8)}  ${slope?.toFixed(2) ?? ''}`);
  last = { tokens, terms: counts.size };
};
for (const body of bodies) {
  for (const { term } of termTokens(body)) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    if (++tokens !== mark) continue;
    report();
    mark *= 4;
  }
}
report();

console.log('\n    rank  frequency  (Zipf: a straight line when both are drawn on logarithmic scales)');
const ranked = [...counts.values()].sort((a, b) => b - a);
for (let rank = 1; rank <= ranked.length; rank *= 10) {
  console.log(`${String(rank).padStart(8)} ${String(ranked[rank - 1]).padStart(10)}`);
}
console.log(`${ranked.filter((count) => count === 1).length} terms come once`);

console.log(`\nQuestions:\n${drawQuestions(bodies, 5).join('\n')}\n\nA note:\n${generateNotes(12)[0]?.text}`);
