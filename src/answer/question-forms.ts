/**
 * Turns what a note says into the question that it answers: fixed wording around the note's own words.
 *
 * A form gives nothing where a sentence does not fit it surely: a missing question costs nothing, an ungrammatical one looks silly.
 */

/** What a sentence explains at its beginning: "Notary is a ...", "The Open Container Project (OCP) is the ...". */
export interface Explained {
  /** The thing as written, without article and brackets. */
  readonly subject: string;
  /** "the", "a" or "an" where the sentence begins with it, else empty. */
  readonly article: string;
  readonly verb: string;
}

/** The thing that a sentence explains, where it begins with one and goes on with "is a". */
export function explainedIn(sentence: string): Explained | undefined {
  if (!sentence.includes(' is ') && !sentence.includes(' are ')) return undefined;
  const [, article = '', subject, verb] = EXPLAINS.exec(sentence.slice(0, BEGINNING)) ?? [];
  if (subject === undefined || verb === undefined || wordsIn(subject) > MOST_SUBJECT_WORDS) return undefined;
  return { subject, article: article.toLowerCase(), verb };
}

/** The person whom an apposition presents at a sentence's beginning: "Ann Lee, CEO of Acme, ...". */
export function presentedIn(sentence: string): string | undefined {
  const comma = sentence.indexOf(', ');
  return comma > 0 && comma <= LONGEST_NAME ? PRESENTS.exec(sentence.slice(0, BEGINNING))?.[1] : undefined;
}

/** Those whose words a sentence reports: "Ann Lee said", "Lee adds". A company may be among them. */
export function speakersIn(sentence: string): string[] {
  const speakers: string[] = [];
  for (const { index } of sentence.matchAll(SPEAKS)) {
    const [, full, single] = NAME_BEFORE.exec(sentence.slice(Math.max(0, index - LONGEST_NAME), index)) ?? [];
    const name = full ?? single;
    if (name !== undefined) speakers.push(name);
  }
  return speakers;
}

/** "What was the theme of AcmeConf?", for a sentence that begins "The theme of AcmeConf was ...". */
export function attributeQuestion(sentence: string): string | undefined {
  if (!sentence.startsWith('The ')) return undefined;
  const [, subject, verb] = ATTRIBUTE.exec(sentence.slice(0, BEGINNING)) ?? [];
  if (subject === undefined || verb === undefined || !/\p{Lu}/u.test(subject.slice(1))) return undefined;
  if (wordsIn(subject) > MOST_ATTRIBUTE_WORDS || FINITE.test(subject) || RELATED_TO_ELSE.test(subject))
    return undefined;
  return `What ${verb} ${withSmallArticle(subject)}?`;
}

/** "How many people attended AcmeConf?", for a sentence that begins "Attendance of AcmeConf was ...". */
export function attendanceQuestion(sentence: string): string | undefined {
  const event = sentence.includes('ttendance ') ? ATTENDANCE.exec(sentence.slice(0, BEGINNING))?.[1] : undefined;
  return event === undefined ? undefined : `How many people attended ${event}?`;
}

/** "What are the three rules of plumbing?", for the line above a list that says "The three rules of plumbing are:". */
export function listQuestion(leadIn: string): string | undefined {
  if (leadIn.length > LONGEST_LEAD_IN) return undefined;
  const text = withoutBrackets(leadIn);
  const asked = /^(What (?:was|were|is|are) [^:?,]+)(?:,[^:?]*)?:$/.exec(text)?.[1];
  if (asked !== undefined) return `${asked}?`;
  const [, whole = '', verb] = LEADS.exec(text) ?? [];
  const subject = withoutAside(whole);
  if (subject === undefined || !DEFINITE.test(subject) || FINITE.test(subject.replace(RELATIVE, ''))) return undefined;
  return `${PEOPLE.test(subject) ? 'Who' : 'What'} ${verb} ${withSmallArticle(subject)}?`;
}

/** Characters of a sentence, and of a lead-in, that are looked at: hostile ones are no shorter than they like. */
const BEGINNING = 240;
const LONGEST_LEAD_IN = 400;
/** Words of a thing's name, of a described thing. More make a question that nobody would ask. */
const MOST_SUBJECT_WORDS = 5;
const MOST_ATTRIBUTE_WORDS = 12;

const NAME = "\\p{Lu}(?:['’]\\p{Lu})?[\\p{L}-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,2}";
const ROLES =
  'CEO|CTO|CIO|COO|CISO|CMO|SVP|EVP|VP|[Pp]resident|[Cc]hairman|[Ff]ounder|[Cc]o-?founder|[Ee]ngineer|[Mm]anager|[Dd]irector|[Ll]ead|[Ll]eader|[Hh]ead|[Aa]rchitect|[Ee]vangelist|[Cc]aptain|[Dd]eveloper|[Aa]uthor|[Mm]aintainer|[Ss]cientist|[Rr]esearcher|[Cc]onsultant|[Aa]nalyst|[Ss]pecialist|[Ee]xpert|[Oo]fficer|[Aa]dvocate|[Dd]esigner';

const EXPLAINS =
  /^(?:(The|An?) )?(?!(?:Every|Some|Any|No)(?:thing|one|body)?\b)(\p{L}[^,:;!?"“”()]*?)(?: \([^()]{1,40}\))? (is|are) (?:(?:also|now|basically|simply) )?(?:an? |the |one of |\p{Lu}\p{L}+['’]s )/u;
const PRESENTS = new RegExp(
  `^(${NAME}), (?:(?:an?|the|then|now|its|\\p{Lu}\\p{L}+['’]s) )?(?:[\\p{L}-]+ (?:and |of )?){0,3}?(?:${ROLES})\\b`,
  'u',
);
const SPEAKS = / (?:said|says|told|thinks?|wrote|writes|explain(?:s|ed)|recall(?:s|ed)|talks|adds)\b/g;
const NAME_BEFORE = new RegExp(`(?:^|[^\\p{L}] ?|\\p{Ll} )(${NAME})$|(?:^|[^\\p{L}] )(\\p{Lu}[\\p{L}-]+)$`, 'u');
/** Characters of a name, to bound what is looked at. */
const LONGEST_NAME = 48;
const ATTRIBUTE =
  /^(The [a-z][^,:;!?"“”()]*? (?:of|for|behind|in|at) [^,:;!?"“”()]*?) (is|was|are|were) (?=(?:an?|the|over|about|called|that|to(?! be)|\p{Lu}\p{L}+['’]s) |["“\d]|\p{Lu})/u;
const ATTENDANCE = /^(?:The )?[Aa]ttendance (?:of|at) (\p{Lu}[^,:;.!?()]*?)(?: was| is|:)/u;
const LEADS = /^(.+) (is|are|was|were)(?:, [^:]*)?:$/u;
/** Something definite, which can be asked for: "The rules of ...", "Ann Lee's advice". */
const DEFINITE = /^(?:The |(?:\p{Lu}[\p{L}.-]* ){0,3}\p{Lu}[\p{L}.-]*['’]s? )/u;
const PEOPLE = /^The (?:\p{L}+ )?(?:people|speakers|presenters|persons|guests|winners|panelists)\b/iu;
/** A relative clause to the end: its verb is not the sentence's. */
const RELATIVE = / (?:that|which|who|whom|where) .*$/;
const FINITE = / (?:is|are|was|were|has|have|had|says|said|gave|made) /;
/** "The next conference", "the day 2 keynote": which one it is depends on what it is said of. */
const RELATED_TO_ELSE = /^The (?:next|previous|first|second|third|last|other|same|day|number|rest)\b/;

function wordsIn(text: string): number {
  return text.split(' ').length;
}

function withoutBrackets(text: string): string {
  return text.replace(/ \([^()]*\)/g, '');
}

/** "The rules of Acme, according to Ann Lee," without what stands between the commas; nothing where they do not pair. */
function withoutAside(subject: string): string | undefined {
  if (!subject.includes(',')) return subject;
  const [before, , after] = subject.split(', ');
  return subject.endsWith(',') && after === undefined ? before : undefined;
}

function withSmallArticle(subject: string): string {
  return subject.replace(/^The /, 'the ');
}
