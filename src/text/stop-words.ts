/**
 * Whether a word says nothing about the subject of a question or passage: articles, pronouns, prepositions, auxiliaries and
 * question words. Takes the normalised word, not its stem.
 *
 * Question words are among them: they tell the kind of answer, not its subject, and leaving them out is the largest single
 * gain for plain BM25 on questions (measured in bench/).
 */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  myself ourselves yourself himself herself itself themselves
  who whom whose which what when where why how
  be am is are was were been being do does did doing done have has had having
  will would shall should can could may might must
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't
  isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt cant couldnt shouldnt
  i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd
  i'll you'll he'll she'll we'll they'll that's there's here's what's who's where's when's why's how's let's
  who'd what'd where'd when'd why'd how'd whod whatd whered whend whyd howd
  whats whos wheres whens hows thats theres
  and or but nor so yet if then than else because as while until although though whether
  of at by for with about regarding concerning despite except unlike including amid unless till against between into through during before after above below to from up down in out on off over
  under again further within without upon onto toward towards among across along around behind beside besides per via
  here there now just also too very only own same such both each every either neither any some all more most other another
  no not ever many much few several
  please etc`.split(/\s+/),
);
