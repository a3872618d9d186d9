/**
 * Inverse passage frequency from 0 (in every passage) to 1 (in none): the idf of BM25 (Robertson & Zaragoza 2009, eq. 3.3, with 1
 * added inside the logarithm so that it stays positive), divided by its largest value.
 */
export function rarity(frequency: number, passages: number): number {
  if (passages === 0) return 1;
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) / Math.log(1 + (passages + 0.5) / 0.5);
}
