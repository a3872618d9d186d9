import type { AnswerType, QuestionKind } from './query.js';

/**
 * The kinds of thing that an answer should hold, most wanted first.
 *
 * Takes what is asked for, the question's words (normalised, joined by single spaces) and the words of its focus, head first.
 */
export function answerTypesOf(kind: QuestionKind, text: string, focus: readonly string[]): readonly AnswerType[] {
  const types = new Set<AnswerType>();
  for (const word of focus.slice(0, 1)) for (const type of NOUNS.get(word) ?? []) types.add(type);
  for (const [pattern, found] of PHRASES) if (pattern.test(text)) for (const type of found) types.add(type);
  for (const type of KINDS[kind]) types.add(type);
  return [...types];
}

const KINDS: Readonly<Record<QuestionKind, readonly AnswerType[]>> = {
  definition: [],
  person: ['person', 'company'],
  number: ['number'],
  date: ['date', 'year', 'time'],
  place: ['place'],
  list: ['list'],
  reason: ['reason'],
  manner: [],
  'yes-no': [],
  comparison: [],
  announcement: [],
  demo: [],
  attribution: ['person', 'quotation'],
  fact: [],
};

/** From the question's wording. */
const PHRASES: readonly (readonly [RegExp, readonly AnswerType[]])[] = [
  [
    /\bhow much (?:money|does|did|do|is|was|are|were|will|would)\b.*\b(?:cost|costs|charge|pay|paid|price|worth|spend|spent|raise|raised|sell|sold)\b|\bhow (?:expensive|cheap|costly)\b|\bhow much (?:is|was|are|were) (?:the |a )?(?:\w+ ){0,3}\w+$|\b(?:price|cost|fee)s?\b/,
    ['money'],
  ],
  [
    /\bhow (?:\w+ )?(?:much|many times) (?:\w+ )?(?:faster|quicker|slower|bigger|smaller|larger|longer|cheaper|better|more|less|fewer)\b|\b(?:by )?how much\b.*\b(?:grow|grew|grown|increase|increased|decrease|decreased|rise|rose|drop|dropped|fall|fell|improve|improved|shrink|shrank|reduce|reduced|save|saved|speed)\b/,
    ['factor', 'percent', 'number'],
  ],
  [/\bhow (?:long|quick|quickly|fast|soon)\b/, ['duration', 'time']],
  [/\bhow (?:large|big|small|heavy|tall|wide)\b/, ['size', 'number']],
  [/\bhow often\b/, ['number', 'duration']],
  [/\b(?:percentage|percent|proportion|share|fraction)\b/, ['percent', 'number']],
  [/\bwhat time\b/, ['time']],
  [/\b(?:which|what) year\b/, ['year', 'date']],
  [/\b(?:sign ?up|signup|register|download|link|url|address|website|site|find it online)\b/, ['url']],
  [/\b(?:coupon|promo(?:tion)?|discount|voucher) ?(?:code)?\b/, ['code']],
  [/\bversions?\b/, ['version']],
];

/** From the head noun of the thing asked for. */
const NOUNS: ReadonlyMap<string, readonly AnswerType[]> = new Map(
  (
    [
      [
        'person',
        'person people speaker speakers presenter presenters engineer engineers developer developers founder founders ceo cto cfo coo vp president executive executives host guest guests employee employees guy guys man woman folks author authors director manager architect architects maintainer maintainers panelist panelists moderator',
      ],
      [
        'company',
        'company companies vendor vendors partner partners customer customers organisation organisations organization organizations firm firms agency agencies bank banks startup startups sponsor sponsors employer member members',
      ],
      [
        'product',
        'product products project projects tool tools software technology technologies plugin plugins driver drivers platform platforms service services',
      ],
      [
        'place',
        'city cities venue venues place places location locations country countries town hall hotel state room stage',
      ],
      ['date', 'date dates day days month months'],
      ['year', 'year years'],
      ['time', 'time hour hours'],
      ['percent', 'percentage percent share proportion fraction rate'],
      ['number', 'number numbers amount count total attendance figure figures ratio'],
      ['money', 'price prices cost costs fee fees charge budget revenue funding discount'],
      ['duration', 'duration length'],
      ['size', 'size sizes'],
      ['url', 'url urls link links address website site page'],
      ['code', 'code command commands flag option keyword'],
      ['version', 'version versions release'],
      ['quotation', 'quote quotation words slogan motto tagline phrase'],
      ['reason', 'reason reasons rationale motivation purpose'],
      ['list', 'things items points steps rules goals principles examples options features benefits lessons topics'],
    ] as const
  ).flatMap(([type, nouns]) => nouns.split(' ').map((noun): [string, readonly AnswerType[]] => [noun, [type]])),
);
