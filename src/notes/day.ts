/** What a text says about the day of a conference: one day, several, or nothing that is certain. */
export type DaySaid = number | 'several' | undefined;

/**
 * Finds the day of the conference that a text names: "Day 1", "Day Two", "day-2", "Keynote Day #1", "second day",
 * "opening day", "jour 1", "Tag 2", "día 1".
 *
 * A text that counts days of its own ("4 Days of DockerCon - Day 2") says nothing certain: the author may count workshops.
 */
export function dayIn(text: string): DaySaid {
  if (!/da[yg]|jour|tag|d[ií]a|giorno/i.test(text)) return undefined;
  const plain = text.slice(0, LONGEST).toLowerCase().replace(/_/g, ' ');
  if (SERIES.test(plain)) return undefined;
  if (SEVERAL.test(plain)) return 'several';
  const days = new Set<number>();
  for (const { groups } of plain.matchAll(DAY)) {
    const word = groups?.number ?? groups?.ordinal ?? groups?.numbered ?? '';
    const day = /^\d+$/.test(word) ? Number(word) : NUMBERS[word];
    if (day !== undefined && day >= 1 && day <= MOST_DAYS) days.add(day);
  }
  const [day] = days;
  return days.size > 1 ? 'several' : day;
}

const LONGEST = 500;
/** No conference is longer. */
const MOST_DAYS = 14;

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  opening: 1,
  premier: 1,
  première: 1,
  deuxième: 2,
  troisième: 3,
  erster: 1,
  zweiter: 2,
  dritter: 3,
  primer: 1,
  segundo: 2,
  tercer: 3,
  un: 1,
  deux: 2,
  trois: 3,
  eins: 1,
  zwei: 2,
  drei: 3,
  uno: 1,
  dos: 2,
  tres: 3,
}; // prettier-ignore
const DAY =
  /(?<![\p{L}\p{N}])(?:(?:day|jour|tag|día|dia|dag|giorno)[ -]*[#n°]*[ -]*(?<number>\d{1,2}|one|two|three|four|five|six|seven|un|deux|trois|eins|zwei|drei|uno|dos|tres)|(?<ordinal>first|second|third|fourth|fifth|opening|premier|première|deuxième|troisième|erster|zweiter|dritter|primer|segundo|tercer)[ -](?:day|jour|tag|día|dia)|(?<numbered>\d)(?:st|nd|rd|th)[ -]day)(?![\p{L}\p{N}])/giu;
/** "Day 1 and 2", "days 1-2", "both days". */
const SEVERAL = /\bboth[ -]days?\b|\bdays?[ -]*\d\s*(?:and|&|\+|-|–|to|\/)\s*(?:day[ -]*)?\d(?!\d)|\bdays one\b/;
const SERIES = /\b(?:\d+|two|three|four|five)[ -]days? (?:of|at|in|with)\b/;
