import { integer, pick, type Random } from './random.js';

/** A stream of the words of a text, in the form in which they stand in a sentence. */
export interface Words {
  /** A word that carries content: a common or rare word, inflected now and then, or a name. */
  content(): string;
  /** A word that carries none: "the", "of", "and". */
  small(): string;
  /** A number as notes have them: a year, a count, a share, a price, a version. */
  number(): string;
  /** A name, with a capital. */
  name(): string;
}

/**
 * Words with the statistics of real text.
 *
 * Content words come from a Pitman-Yor process (Pitman and Yor 1997; for language: Goldwater, Griffiths and Johnson 2011):
 * a word that was seen often is likely to be seen again, and the chance of a new one falls, but never to nothing. That gives
 * both Zipf's law (a word's frequency falls as a power of its rank) and Heaps' law (the vocabulary grows as a power of the
 * text's length, here with the exponent {@link DISCOUNT}). One in three comes from the words used lately, because real
 * text stays with its topic.
 */
export function createWords(random: Random): Words {
  const lexicon = createLexicon(random);
  /** Entry of each content word so far: drawing a past place at random draws a word by its frequency. */
  let places = new Uint32Array(1 << 16);
  let length = 0;
  const counts: number[] = [];

  function entry(): number {
    if (length > RECENT && random() < TOPICALITY) return places[length - 1 - Math.floor(random() * RECENT)] ?? 0;
    if (random() < (STRENGTH + DISCOUNT * counts.length) / (length + STRENGTH)) return counts.push(0) - 1;
    for (;;) {
      const drawn = places[Math.floor(random() * length)] ?? 0;
      if (random() >= DISCOUNT / (counts[drawn] ?? 1)) return drawn;
    }
  }

  function draw(): string {
    const drawn = entry();
    counts[drawn] = (counts[drawn] ?? 0) + 1;
    if (length === places.length) {
      const longer = new Uint32Array(2 * length);
      longer.set(places);
      places = longer;
    }
    places[length++] = drawn;
    return lexicon.word(drawn);
  }

  return {
    content() {
      const word = draw();
      return random() < INFLECTED && /^[a-z]/.test(word) ? word + pick(random, ENDINGS) : word;
    },
    small: () => pick(random, SMALL),
    number: () => numberWord(random),
    name: () => {
      const word = draw();
      return word.charAt(0).toUpperCase() + word.slice(1);
    },
  };
}

/** Exponent of Heaps' law; for English it lies between 0.4 and 0.6 (Manning, Raghavan and Schütze 2008, section 5.1.1). */
const DISCOUNT = 0.55;
/** Chosen so that 50,000 passages hold about 43,000 terms; English prose of that length holds 30,000 to 60,000. */
const STRENGTH = 1_300;
const TOPICALITY = 1 / 3;
const RECENT = 300;
const INFLECTED = 0.2;
const ENDINGS = ['s', 's', 'ed', 'ing'];

/** Words for the entries of a vocabulary: pronounceable, no two alike, short ones first as in any language. */
function createLexicon(random: Random): { word(entry: number): string } {
  const words: string[] = [];
  const taken = new Set<string>();

  function invent(): string {
    const syllables = words.length < 300 ? integer(random, 1, 2) : integer(random, 2, words.length < 5_000 ? 3 : 4);
    let word = '';
    for (let i = 0; i < syllables; i++) word += pick(random, ONSETS) + pick(random, VOWELS);
    word += pick(random, CODAS);
    return random() < NAMED ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  }

  return {
    word(entry) {
      while (words.length <= entry) {
        const word = invent();
        const key = word.toLowerCase();
        if (taken.has(key) || key.length < 4) continue;
        taken.add(key);
        words.push(word);
      }
      return words[entry] as string;
    },
  };
}

/** Share of the vocabulary that is names. */
const NAMED = 0.15;
const ONSETS = 'b c d f g h k l m n p r s t v w br cl dr fl gr pl pr st th tr'.split(' ');
const VOWELS = 'a e i o u a e i o ai ea ee ou'.split(' ');
const CODAS = ['', '', 'n', 'r', 'l', 's', 'x', 'nd', 'rn', 'rt', 'lp', 'st'];

/** The commonest words of English, each as often as it comes in a hundred or so of them. */
const SMALL = [
  ...Array<string>(12).fill('the'),
  ...Array<string>(6).fill('of'),
  ...Array<string>(6).fill('and'),
  ...Array<string>(6).fill('to'),
  ...Array<string>(5).fill('a'),
  ...Array<string>(5).fill('in'),
  ...['is', 'is', 'is', 'that', 'that', 'for', 'for', 'it', 'it', 'was', 'was', 'on', 'on', 'with', 'with', 'as', 'as'],
  ...'are by this from we you not be or at an can which has have will but all their they more one its into than'.split(
    ' ',
  ),
];

function numberWord(random: Random): string {
  switch (integer(random, 0, 5)) {
    case 0:
      return String(integer(random, 2010, 2029));
    case 1:
      return `${integer(random, 1, 999)},${String(integer(random, 0, 999)).padStart(3, '0')}`;
    case 2:
      return `${integer(random, 1, 100)}%`;
    case 3:
      return `$${integer(random, 5, 5_000)}`;
    case 4:
      return `v${integer(random, 0, 9)}.${integer(random, 0, 30)}`;
    default:
      return String(integer(random, 2, 300));
  }
}
