import type { QuestionKind } from './query.js';

/**
 * What a question asks for, told from its wording alone.
 *
 * Takes the question's words, normalised and joined by single spaces, without politeness around them. Undefined when the wording
 * tells nothing, as with keywords ("orca sign up") and fragments ("and in 2017").
 */
export function kindOf(text: string): QuestionKind | undefined {
  return RULES.find(([pattern]) => pattern.test(text))?.[1];
}

/** In order: the first that matches decides, so that the telling words come before the common question words. */
const RULES: readonly (readonly [RegExp, QuestionKind])[] = [
  [
    /\b(?:vs|versus)\b|\bdifferences?\b|\bdiffer\b|\bcompar(?:e|ed|es|ing|ison)\b|\bsimilar(?:it(?:y|ies))?\b|\bin common\b/,
    'comparison',
  ],
  [
    /\b(?:better|worse|faster|slower|bigger|smaller|more|less) than\b.*\bor\b|\bequivalent (?:to|of)\b|\bsame as\b/,
    'comparison',
  ],
  [
    /^(?:who|whom|which (?:person|speaker|presenter|of them)) (?:all |else |first |also )?(?:said|says|say|quoted|told|claimed|argued|coined|joked|called|warned|mentioned|talked|spoke|remarked|stated|complained|predicted|promised|thinks|thought|believes|used the (?:phrase|term|word|words))\b/,
    'attribution',
  ],
  [
    /\bwhose (?:words|quote|phrase|line|idea|saying|opinion)\b|^(?:who is|who's|whos|who was) quoted\b|\bquote (?:from|by|of)\b|\battributed to\b/,
    'attribution',
  ],
  [/\b(?:by|from) who(?:m)?$/, 'person'],
  [
    /^(?:and |but |so )?(?:why|how come|what for)\b|\b(?:what|which) (?:is|was|are|were|s) the (?:main |real |stated )?(?:reasons?|rationale|motivations?|motives?|purpose)\b|\b(?:what|which)(?:'s)? (?:the )?reasons?\b|\breasons? (?:for|why|that|behind|given)\b|\bwhat (?:made|makes|led|drove|prompted|caused|motivated|convinced)\b|^(?:the )?(?:reason|rationale|motivation)\b|\bexplain why\b/,
    'reason',
  ],
  [
    /\b(?:how (?:many|much|large|big|long|often|quick|quickly|fast|tall|high|old|far|few|small|heavy|wide|deep|soon|expensive|costly|cheap)|how (?:\w+ )?(?:faster|quicker|slower|bigger|smaller|larger|longer|cheaper|better))\b/,
    'number',
  ],
  [
    /\b(?:what|which)(?:'s| is| was| are| were)? (?:the |a )?(?:\w+ )?(?:percentage|percent|share|proportion|fraction|ratio|number|amount|price|cost|fee|size|total|count|quantity|rate|attendance|headcount)\b|^(?:number|amount|percentage|share|count|price|cost|attendance) of\b|^(?:what|how much) (?:do|does|did) .* (?:cost|charge|weigh|pay)\b/,
    'number',
  ],
  [
    /\b(?:what|which) (?:date|year|month|day|time|week|weekday|hour)\b|^(?:and |but |so )?(?:since |until |by )?when\b|\bwhat(?:'s| is| was| are| were) the (?:exact )?dates?\b|\bat what time\b|\bwhat time\b|^dates? (?:of|for)\b|\bhow (?:long ago|recently)\b/,
    'date',
  ],
  [
    /^(?:and |but |so )?(?:from |to )?(?:where|whereabouts)\b|\b(?:what|which) (?:city|cities|venue|place|location|country|town|hall|hotel|state|continent|building|stage|room)\b|\bwhat(?:'s| is| was) the (?:venue|location|city|place)\b|^(?:venue|location|city) (?:of|for)\b/,
    'place',
  ],
  [
    /^(?:list|name|enumerate|give (?:me )?(?:a list|all|the list|an overview|examples|\w+ (?:examples|reasons))|summari[sz]e all)\b|\b(?:what|which) (?:\w+ )?(?:things|items|points|steps|rules|goals|principles|examples|options|features|benefits|lessons|topics|kinds|types|sorts|parts|pieces|components|companies|partners|vendors|customers|tools|demos|products|projects|plugins|platforms|names|people|speakers|sponsors|founders|members)\b|\b(?:what|which|who) all\b|^(?:the )?list of\b|\bwhat (?:are|were) the (?:(?:\w+ ){0,3})\w+s\b|\bname (?:all|some|a few|two|three|four|five|the)\b|^all (?:the )?\w+s\b/,
    'list',
  ],
  [
    /\bwhat (?:was|is|were|got|gets|else was|all was|has been|new \w+ (?:was|were)) (?:newly |officially |first )?(?:announced|unveiled|launched|introduced|released|revealed)\b|\b(?:what|which) .*\b(?:announce|unveil|launch|introduce|reveal)\b|^(?:\w+ )?announcements?\b|\bwhat(?:'s| is| was)? (?:the )?(?:big |main |biggest )?(?:news|announcements?)\b|^any (?:new )?announcements?\b|^(?:did|was|were|is) .*\b(?:announced?|unveil(?:ed)?|launch(?:ed)?|coupon)\b/,
    'announcement',
  ],
  [
    /\bwhat (?:was|were|got|did .*) (?:shown|show|demoed|demo|demonstrated|demonstrate|demo'd|presented on stage)\b|\bwhat happened (?:in|during) the .*\bdemos?\b|\bin (?:the|his|her|their) .*\bdemo\b|^(?:\w+ ){0,3}demos?$|^demos? (?:of|by|with|in|at)\b/,
    'demo',
  ],
  [
    /^(?:and |but |so )?(?:with |by |to |for |from |about )?(?:who|whom|whose|who's|whos|who'd|who'll)\b|\b(?:which|what) (?:\w+ ){0,2}(?:person|speaker|presenter|engineer|developer|ceo|cto|founder|cofounder|executive|host|employee|guy|woman|man|architect|director|manager|vp|president|author|guest)\b|\bname of the (?:person|speaker|presenter)\b/,
    'person',
  ],
  [/^(?:and |but |so )?(?:which)\b/, 'list'],
  [
    /^(?:what(?:'s|s| is| are| was| were) (?:a |an |the )?(?:definition|meaning) of|what does \S+(?: \S+)? (?:mean|stand for)|define|definition of|meaning of|what do you mean by|explain (?:what )?|describe (?:what )?|who or what)\b|\bwhat (?:is|are) (?:that|this|it|those|these)$/,
    'definition',
  ],
  [
    /^(?:and |but |so )?(?:what is|what's|whats|what are|what was|what were|wat is|wats|what're)(?: (?:a|an|the|this|that|these|those|project|exactly))* \S+(?: \S+){0,2}$/,
    'definition',
  ],
  [
    /^(?:and |but |so )?how (?:is|was|are|were|do|does|did|can|could|would|should|to|has|have|had|will|exactly|come)\b|^(?:and |but |so )?how\b|\b(?:in )?what way\b|\bhow (?:is|does|do|did|can) \w+/,
    'manner',
  ],
  [
    /^(?:and |but |so )?(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|am)\b/,
    'yes-no',
  ],
  [
    /^(?:and |but |so )?(?:at|in|on|for|to|with|under|during|about|from|by|of) (?:what|which)\b|^what\b|\bwhat (?:is|was|were|are|do|does|did)\b|\b(?:tell|talk) (?:me )?about\b/,
    'fact',
  ],
];
