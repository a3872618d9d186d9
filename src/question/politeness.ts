/**
 * The question inside a chat message: greetings, thanks, apologies and phrases such as "can you tell me" around it are left out.
 *
 * Returns the message itself when nothing else would be left.
 */
export function peel(message: string): string {
  let text = clauseOf(written(message));
  for (let round = 0; round < ROUNDS; round++) {
    const shorter = withoutLeading(text).replace(TRAILING, '');
    if (shorter === text || !/[\p{L}\p{N}]/u.test(shorter)) break;
    text = shorter;
  }
  return text;
}

/** Faces end a sentence, what chats shorten is written out ("w/o", "b/c", "#2"), and idioms are put plainly: "what's the deal with X". */
function written(message: string): string {
  return message
    .replace(FACE, '. ')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bw\/(?= ?[\p{L}\p{N}])/giu, 'with ')
    .replace(/\bb\/c\b/gi, 'because')
    .replace(/(?<=^|\s)#(?=\d{1,2}\b)/g, 'number ')
    .replace(IN_IT, 'what are the benefits for')
    .replace(DEAL, 'what is')
    .replace(SIZE, 'how many people attended ')
    .replace(HAPPENED, 'what was announced ');
}

const IN_IT = /\bwhat(?:['’]?s| is| was| were| are) in it for\b/gi;
const DEAL =
  /\bwhat(?:['’]?s| is| was) (?:the (?:deal|story|matter|gist|point|fuss) (?:with|behind|of|about)|up with|so special about)\b/gi;
/** "How big was DockerCon 2017" asks for its audience. */
const SIZE =
  /\bhow (?:big|large|huge|crowded|busy|well attended) (?:is|was|were) (?=(?:the |this |that |last )?(?:\w+ )?(?:\w{2,}conf?|conference)\b)/gi;
/** "What happened at DockerCon 2017", "on day 2": what of it is worth telling. */
const HAPPENED =
  /\bwhat(?: all| else)? (?:happened|went on|went down|was going on|did (?:i|we) miss) (?=(?:at|in|during|on) (?:the )?(?:\w{2,}conf?\b|conference|keynotes?\b|day (?:\d|one|two|three)\b|(?:first|second|third|last) (?:day|keynote)\b))/gi;
const FACE = /\s[:;=]['’]?-?[()DPp3/](?=\s|$)\s?/g;

/** Layers of politeness that are taken off: "hey - sorry, quick question: could you please tell me …" has five. */
const ROUNDS = 10;

const GAP = '[\\s,.!;:\\u2013\\u2014()-]{1,8}';
/** Marks that may stand before anything. */
const BEFORE = '^[\\s,.!;:\\u2013\\u2014-]{0,8}';
/** One pattern for each kind of phrase: as alternatives of a single one they take twenty times as long to compile. */
const LEADING: readonly RegExp[] = [
  `(?:ok|okay|well|right|alright|anyway|hey|hi) (?:so|but|and)${GAP}`,
  `(?:hi+|hey+|hello+|hiya|howdy|yo|greetings|dear|(?:good )?(?:morning|afternoon|evening)|good day)(?: (?:all|there|everyone|everybody|team|folks|guys|bot|again|dockercon bot))*(?:${GAP}|$)`,
  `(?:thanks?(?: you)?(?: (?:so much|a lot|in advance|again|for that))?|thx|ty|cheers|great|nice|cool|awesome|perfect|ok|okay|alright|right|well|hm+|um+|uh+|oh|ah|sure|yes|yeah|yep|no|nope|lol|wow|btw|by the way|anyway|actually|basically|honestly|also|please|pls|plz|kindly|fyi|question|(?:a )?(?:quick|dumb|silly|stupid|random|simple|short|small|another|one more|last) (?:question|one|q)|q)(?:${GAP})`,
  `(?:i am |i'm )?(?:so |very |really )?sorry(?: (?:if|for|about|to)[^,;:.?!\\u2013\\u2014-]{0,60})?${GAP}(?:but )?`,
  `(?:i )?apolog(?:ies|i[sz]e)(?: (?:if|for|about)[^,;:.?!\\u2013\\u2014-]{0,60})?${GAP}(?:but )?|(?:pardon|excuse) (?:me|my)[^,;:.?!\\u2013\\u2014-]{0,40}${GAP}(?:but )?`,
  `(?:maybe|perhaps|probably)? ?(?:this is |that's |it's )?(?:a )?(?:dumb|silly|stupid|noob|newbie|basic) question(?:[^,;:.?!\\u2013\\u2014-]{0,30})?${GAP}(?:but )?`,
  `(?:can|could|would|will|may) (?:you|u|someone|somebody|anyone|anybody)(?: (?:please|kindly|pls|maybe|possibly|perhaps|just|quickly))*(?: (?:tell|show|remind|give|explain|find|help|inform|get|answer|say|describe|point out|ask|look up|check|clarify|share))(?: (?:to )?(?:me|us))?(?: (?:out|understand|find|remember|know|with))*(?: about)? `,
  `(?:can|could|may|might) (?:i|we)(?: (?:please|just|quickly))* (?:ask|know)(?: you)?(?: about)?${GAP}`,
  `(?:do|does|did|would) (?:you|u|anyone|anybody|someone|somebody)(?: (?:here|there|guys|all|folks))?(?: (?:happen to|still|even|by any chance))*(?: (?:know|remember|recall|have any idea|have a clue|have any info))(?: (?:of|about|on))? `,
  `(?:any(?:one|body)?|some(?:one|body)?) (?:here )?(?:idea|clue|know|knows|remember|remembers|recall|info|information)(?: (?:on|about|of))? `,
  `(?:i am|i'm|im|i was|i'd been|been|was|just|i)?(?: (?:just|also|really|still|kinda|sort of))*(?: )?(?:wondering|curious|interested)(?: (?:about|to know|in knowing|to learn))?(?: (?:if|whether) (?:you|anyone|someone) (?:know|knows|can tell me|could tell me|remember))?${GAP}`,
  `(?:i )?(?:would like|'d like|want|wanna|need|wanted|would love|'d love|am trying|'m trying|was trying|have)(?: (?:to))(?: (?:know|find out|learn|understand|ask|see|hear|remember|figure out|check|recall|look up))(?: (?:about|you))?${GAP}`,
  `i'd (?:like|love) to (?:know|find out|learn|understand|ask|see|hear)(?: (?:about|you))?${GAP}`,
  `(?:please |just )?(?:tell|remind|inform|enlighten|teach)(?: (?:me|us))(?: (?:about|again|please|of))*${GAP}|let (?:me|us) know(?: about)?${GAP}|help me (?:understand|find(?: out)?|remember|recall|figure out)${GAP}|(?:help me )?settle (?:a|an|this|our) (?:bet|argument|debate|dispute)(?: for (?:me|us))?(?: please)?${GAP}`,
  `(?:i )?(?:forgot|forget|can't remember|cannot remember|don't remember|do not remember|don't know|can't recall|don't recall|missed)${GAP}`,
  `(?:is it possible|would it be possible) to (?:know|tell me|find out)${GAP}`,
  `(?:roughly|approximately|exactly|specifically)${GAP}(?=(?:how|what|when|who|where|which|why)\\b)`,
].map((phrase) => new RegExp(`${BEFORE}(?:${phrase})`, 'i'));
/** What no such phrase begins with: most questions are told by their first word. */
const ASKS_AT_ONCE = /^(?:what|who|whom|whose|which|when|where|why|how)\b/i;

/** A text without the phrase it begins with, if there is one. */
function withoutLeading(text: string): string {
  if (ASKS_AT_ONCE.test(text)) return text;
  for (const pattern of LEADING) {
    const phrase = pattern.exec(text)?.[0];
    if (phrase !== undefined) return text.slice(phrase.length);
  }
  return text;
}

const TRAILING =
  /(?:[\s,.!;:?\u2013\u2014()-]{1,8})(?:please|pls|plz|thx|thnx|tnx|ta|thanks?(?: (?:you|a lot|so much|in advance|again|much))*|ty|tysm|tia|cheers|much appreciated|appreciate it|any ideas?|any clues?|any(?:one|body)(?: knows?)?|if you (?:know|can|don't mind|happen to know|could|please)|do you know|you know|by any chance|exactly|actually|again|lol|haha|btw|by the way|or something|or so|or what|huh|eh|kindly|just curious|just wondering|asking for a friend|remind (?:me|us)|(?:the )?(?:short|quick|brief|long) (?:version|answer|summary)|in (?:short|brief|a nutshell|plain english|simple (?:terms|words)|one sentence|a few words)|tl;?dr|eli5|for (?:dummies|beginners)|to a (?:newbie|beginner|noob|novice)|like i'?m (?:five|5))[\s,.!;?)(:-]{0,8}$|[,.!?;\u2013\u2014-]\s{0,4}(?:right|hey|bot|mate|guys|folks|everyone|all|friends?)[\s,.!;?)(:-]{0,8}$/i;

const QUESTION_START =
  /^(?:(?:roughly|exactly|approximately|about|so|and|but|also|then|specifically|basically|again|at|in|on|for|to|with|under|from|by|of|during) ){0,2}(?:who|whom|whose|what|whats|what's|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|had|name|list|who's|where's|when's|how's|any)\b/i;
/** Words that stand for something said before. */
const LEANS = /\b(?:it|its|that|this|those|these|he|she|him|her|his|they|them|their|there)\b/i;
/** Words from which on a clause tells more than how the asker is. */
const TELLS = 7;

/** A clause without greetings and phrases such as "do you remember" before it. */
function unwrapped(clause: string): string {
  let text = clause.replace(/^(?:but|so|and)\s+/i, '');
  for (let round = 0; round < 3; round++) text = withoutLeading(text);
  return text;
}

/** Whether a clause asks something by itself: "who demoed it", not "name pls" or "why?". */
function asks(clause: string): boolean {
  return QUESTION_START.test(clause) && clause.replace(TRAILING, '').trim().split(/\s+/).length >= FEWEST_WORDS;
}

const FEWEST_WORDS = 3;

/** Talk about the asker or the asking: it says nothing about what is asked. */
const ABOUT_ASKER =
  /\b(?:i|i'm|im|i've|i'd|i'll|me|my|we|we're|our|us|sorry|apologies|hello|hi|hey|thanks|thx|thank)\b|^(?:writing|preparing|working|looking|trying|reading|doing|putting|making|compiling|catching|going|researching|studying|just|quick|dumb|another|last|one more)\b/i;

/**
 * The clause that asks, when the others only talk about the asker; else the whole text. Only breaks that are followed by
 * a question, or that follow one, are cuts.
 */
function clauseOf(message: string): string {
  const clauses = message.split(
    /(?<=[.!?;:])\s+|\s+[-\u2013\u2014]{1,2}\s+|,\s+(?=(?:but|so|and|roughly|who|what|which|when|where|why|how)\b)|\s*\n\s*/i,
  );
  if (clauses.length < 2 || clauses.length > 40) return message;
  const asking = clauses.map((clause) => asks(unwrapped(clause)));
  if (!asking.some(Boolean)) return message;
  const isKept = clauses.map((clause, i) => asking[i] || !ABOUT_ASKER.test(clause));
  const kept = clauses.filter((_, i) => isKept[i]);
  if (kept.length === 0 || kept.length === clauses.length) return message;
  // "my boss swears somebody ran it on a Raspberry Pi. who was that?": what is asked stands in the talk before it.
  const told = clauses.some((clause, i) => !isKept[i] && clause.split(' ').length >= TELLS);
  if (told && kept.every((clause) => LEANS.test(clause))) return message;
  return kept.join(' ').replace(/^(?:but|so|and)\s+/i, '');
}
