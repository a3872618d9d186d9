/** An edition of a conference. */
export interface Edition {
  /** "DockerCon", as its owners write it where that is known by its parts: a stem and "Con" or "Conf". */
  readonly name: string;
  /** "EU" for a European edition; other regions as written ("NA"). */
  readonly region?: string;
  readonly year?: number;
}

/** How an edition is called everywhere: name, region, year. */
export function eventName({ name, region, year }: Edition): string {
  return [name, region, year].filter((part) => part !== undefined).join(' ');
}

/**
 * Finds the edition that a text names: "DockerCon 2015", "DockerCon15", "Dockercon Europe 14", "dockercon-eu-2017",
 * "KubeCon + CloudNativeCon NA 2018", "DockerCon '17", "2017 DockerCon".
 *
 * A conference is a word that ends in "Con" or "Conf". The first that has a year is taken, else the first that looks like
 * a name; undefined when there is none.
 */
export function editionIn(text: string): Edition | undefined {
  if (!/con/i.test(text)) return undefined;
  let unnumbered: Edition | undefined;
  for (const match of text.slice(0, LONGEST).matchAll(CONFERENCE)) {
    const { before, stem = '', con = '', region, regionAfter, year, short } = match.groups ?? {};
    const written = `${stem}${con}`;
    const number = yearOf(year ?? before, short);
    if (COMMON.has(written.toLowerCase()) || (number === undefined && !/^\p{Lu}/u.test(written))) continue;
    const where = regionOf(region ?? regionAfter);
    const edition = {
      name: nameOf(stem, con),
      ...(where === undefined ? {} : { region: where }),
      ...(number === undefined ? {} : { year: number }),
    };
    if (number !== undefined) return edition;
    unnumbered ??= edition;
  }
  return unnumbered;
}

/** "dockercon" and "Dockercon" are "DockerCon"; a word with capitals of its own stays as it is. */
function nameOf(stem: string, con: string): string {
  if (/\p{Lu}/u.test(stem.slice(1)) || /^\p{Lu}/u.test(con)) return stem + con;
  return stem.charAt(0).toUpperCase() + stem.slice(1) + con.charAt(0).toUpperCase() + con.slice(1);
}

function regionOf(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  return /^europ|^eu/i.test(region) ? 'EU' : /^north/i.test(region) ? 'NA' : region.toUpperCase();
}

function yearOf(long: string | undefined, short: string | undefined): number | undefined {
  if (long !== undefined) return Number(long);
  return short === undefined ? undefined : 2000 + Number(short);
}

/** Characters looked at: titles, headings, paths. */
const LONGEST = 500;
/** No words between name and year but a region, or the name of a second conference held with it. */
const CONFERENCE = new RegExp(
  [
    '(?:\\b(?<before>(?:19|20)\\d\\d)[ _/-])?',
    '(?<![\\p{L}\\p{N}])(?<stem>\\p{L}[\\p{L}\\p{N}]{0,30}?)(?<con>con|conf)',
    '(?: ?[+&/] ?\\p{L}{2,30}con)?',
    '(?:[ ,_-]*(?<region>europe|eu|north america|na)(?!\\p{L}))?',
    "(?:[ ,_-]*(?:(?<year>(?:19|20)\\d\\d)|['’]?(?<short>[0-3]\\d)))?(?![\\p{L}\\p{N}])",
    '(?:[ ,_-]+(?<regionAfter>europe|eu|north america|na)(?![\\p{L}\\p{N}]))?',
  ].join(''),
  'giu',
);
/** English words of this shape. */
const COMMON = new Set([
  'icon',
  'bacon',
  'falcon',
  'lexicon',
  'silicon',
  'beacon',
  'deacon',
  'rubicon',
  'emoticon',
  'reckon',
]);
