/**
 * Irregular English forms -> base form, for verbs and nouns that a stemmer does not bring together.
 *
 * Only forms that are not also common words of another meaning ("saw" and "left" stay out).
 */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `arose arisen:arise ate eaten:eat awoke awoken:awake beat beaten:beat became:become began begun:begin bent:bend bet:bet bit bitten:bite
  bled:bleed blew blown:blow broke broken:break bred:breed brought:bring built:build burnt:burn bought:buy caught:catch
  chose chosen:choose came:come cost:cost crept:creep dealt:deal dug:dig drew drawn:draw dreamt:dream drank drunk:drink
  drove driven:drive dwelt:dwell fell fallen:fall fed:feed felt:feel found:find fought:fight fled:flee flew flown:fly forbade forbidden:forbid
  forgot forgotten:forget forgave forgiven:forgive froze frozen:freeze gave given:give went gone goes:go got gotten:get grew grown:grow
  hung:hang heard:hear hid hidden:hide held:hold kept:keep knelt:kneel knew known:know laid:lay led:lead leapt:leap learnt:learn
  lent:lend lit:light lost:lose made:make meant:mean met:meet mistook mistaken:mistake overcame:overcome
  paid:pay proved proven:prove rode ridden:ride rang rung:ring rose risen:rise ran:run said:say sought:seek sold:sell sent:send
  shook shaken:shake shone:shine shot:shoot showed shown:show shrank shrunk:shrink sang sung:sing sank sunk:sink sat:sit slept:sleep
  slid:slide spoke spoken:speak spent:spend spun:spin sprang sprung:spring stood:stand stole stolen:steal stuck:stick
  struck stricken:strike strove striven:strive swore sworn:swear swept:sweep swam swum:swim swung:swing took taken:take taught:teach
  tore torn:tear told:tell thought:think threw thrown:throw understood:understand undertook undertaken:undertake woke woken:wake
  wore worn:wear wove woven:weave wept:weep won:win wrote written:write withdrew withdrawn:withdraw
  children:child feet:foot geese:goose men:man mice:mouse teeth:tooth women:woman people:person lives:life wives:wife knives:knife
  halves:half shelves:shelf thieves:thief wolves:wolf leaves:leaf indices:index matrices:matrix analyses:analysis crises:crisis
  criteria:criterion phenomena:phenomenon better best:good worse worst:bad further farthest:far`
    .split(/(?<=:\w+)\s+/)
    .flatMap((entry) => {
      const [forms = '', base = ''] = entry.split(':');
      return forms
        .trim()
        .split(/\s+/)
        .map((form): [string, string] => [form, base.trim()]);
    }),
);
