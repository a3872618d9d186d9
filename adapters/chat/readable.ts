/**
 * Takes out of a text what a chat would act on or refuse instead of showing it: control characters other than line feeds and
 * tabs, marks that turn the reading direction (a link could look like another, https://trojansource.codes), and halves of
 * surrogate pairs, which become U+FFFD. No letter of any script is touched.
 */
export function readable(text: string): string {
  return text.replace(STEERING, '').replace(/\p{Cs}/gu, '\uFFFD');
}

const STEERING = /(?![\n\t])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
