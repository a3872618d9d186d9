import type { Note } from '../notes/note.js';
import type { Query, QueryTerm, Scope } from '../question/query.js';
import { termOf } from '../text/terms.js';
import { framedTerms } from './edition-question.js';
import type { Place } from './passage-index.js';

/** Whether a question restricts where the answer may come from. */
export function isScoped(scope: Scope): boolean {
  return scope.years.length > 0 || scope.day !== undefined || scope.europe !== undefined;
}

/** Whether a place is one that the question asks about. A place that says nothing of its day may be any day of its edition. */
export function isInScope(scope: Scope, { note, section }: Place): boolean {
  if (scope.years.length > 0 && !scope.years.includes(section.edition ?? note.edition ?? Number.NaN)) return false;
  const day = section.day ?? note.day;
  if (scope.day !== undefined && day !== undefined && day !== scope.day) return false;
  return scope.europe === undefined || scope.europe === isEuropean(section.event ?? note.event);
}

/** One place for each that {@link isInScope} can tell apart, so that no question need go through all sections. */
export function distinctPlaces(notes: readonly Note[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const note of notes) {
    for (const section of note.sections) {
      const { edition = note.edition, day = note.day, event = note.event } = section;
      places.set(`${edition} ${day} ${event}`, { note, section });
    }
  }
  return [...places.values()];
}

function isEuropean(event: string | undefined): boolean {
  return event !== undefined && /\b(?:EU|Europe)\b/.test(event);
}

/**
 * A query whose terms also ask, with little weight, for the words of its scope: among passages of the edition, those win
 * that name it and so can stand alone.
 */
export function withScopeTerms(query: Query, eventNames: ReadonlySet<string>): Query {
  const { years, europe } = query.scope;
  if (years.length === 0) return query;
  const words = [...eventNames, ...years.map(String), ...(europe === true ? ['eu'] : [])];
  const known = new Set(query.terms.map(({ term }) => term));
  const added = words
    .map((text): QueryTerm => ({ text, term: termOf(text), variants: [], weight: SCOPE_WEIGHT, name: false }))
    .filter(({ term }) => !known.has(term));
  const asked = query.standalone.slice(0, 400);
  const summary = asksSummary(query, asked);
  const terms = framedTerms(query).filter(({ text }) => !(summary && SUMMARY.test(text)));
  const theme = ASKS_THEME.test(asked) ? [THEME] : summary ? [NEWS] : [];
  return { ...query, terms: [...terms, ...theme, ...added.slice(0, MOST_SCOPE_TERMS)] };
}

/** "summarize GardenConf 2018": what was new there. */
function asksSummary({ terms }: Query, asked: string): boolean {
  return SUMMARY.test(asked) && terms.every(({ weight }) => weight < FRAMED);
}

const SUMMARY = /\b(?:summari[sz]e|summary|overview|recap|highlights?|tl;?dr)\b/i;
/** Weight of terms that ask for something by themselves. */
const FRAMED = 0.4;
const NEWS = soughtInstead('announced', 'announced', { launched: 0.8, new: 0.6, theme: 0.5 });

/** "what was day 2 of GardenConf mainly about" asks for the theme of it. */
const ASKS_THEME = /\babout\W*$/i;
const THEME = soughtInstead('about', 'theme', { focus: 0.9, topic: 0.7, about: 0.5 });

/** A term to look for in place of a word of the question, with the words that can stand for it. */
function soughtInstead(text: string, word: string, others: Readonly<Record<string, number>>): QueryTerm {
  const variants = Object.entries(others).map(([other, weight]) => ({ term: termOf(other), weight }));
  return { text, term: termOf(word), variants, weight: 0.7, name: false };
}

const SCOPE_WEIGHT = 0.15;
const MOST_SCOPE_TERMS = 4;
