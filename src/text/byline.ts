/**
 * Whether a line is nothing but who speaks: "Ann Lee", "Ann Lee, Acme", "Ann Lee and Bo Ek (Acme)", "Ann Lee - CTO, Acme", "Ann Lee @annlee".
 * Told by its looks alone, so that a product of two words reads as one too.
 */
export function isByline(line: string): boolean {
  return BYLINE.test(line);
}

const BYLINE =
  /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}(?:(?:,|\s[-–—(&@]|\sand\s|\sof\s|\sfrom\s).{0,90})?(?<![.!?:;])$/u;
