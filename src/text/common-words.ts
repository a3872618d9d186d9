import { termSet } from './term-set.js';

/**
 * Whether a term is an everyday English word. Such a word was probably typed as meant: when no note knows it, it is absent, not
 * misspelt, and "weather" is never read as a name that looks like it.
 *
 * The list is ours, of words that people use daily or ask machines about; it need not be complete, because a word that
 * is missing from it only becomes easier to correct.
 */
export const isCommonWord = termSet(`
  able about above accept accident account ache across act action active actor actual add address admit adult adventure advice affair
  afford afraid afternoon age agree ahead aim air airline airplane airport alarm album alcohol alive allergy allow alone alphabet
  amazing amount ancient angel anger angle angry animal ankle anniversary annual answer ant anxiety apartment apology appear apple
  apply appointment appreciate approach approve april area argue argument arm army around arrange arrest arrive arrow art article
  artist ask asleep assist assume atom attack attempt attend attention attitude attract august aunt author autumn available average
  avocado avoid awake award aware away awful awkward
  baby back bacon bad bag bake baker balance bald ball balloon ballot banana band bank bar barber bare bargain bark barn base
  baseball basic basket basketball bat bath bathroom battery battle bay beach bean bear beard beat beautiful beauty bed bedroom bee
  beef beer begin behave behavior belief believe bell belong belt bench bend benefit berry best bet better beyond bicycle big bike bill
  biology bird birth birthday biscuit bit bite bitter black blade blame blanket bless blind block blood bloom blow blue board boat body
  boil bomb bond bone bonus book boot border boring born borrow boss bother bottle bottom bowl box boy boyfriend brain brake branch
  brand brave bread break breakfast breath breathe breed breeze brick bride bridge brief bright bring broad broken brother brown brush
  bubble bucket budget bug build building burger burn bus bush business busy butcher butter butterfly button buy
  cabbage cabin cable cage cake calculate calendar calf call calm calorie camel camera camp cancel cancer candidate candle candy cap
  capital car card care career careful carpet carrot carry cart cartoon case cash castle cat catch cattle cause cave ceiling celebrate
  celebrity cell cent center century cereal certain chain chair chalk champion chance change channel chapter character charge charity
  charm chart chase chat cheap cheat check cheek cheese chef chemical chemist chemistry cherry chess chest chicken chief child childhood
  chili chin chip chocolate choice choose chop chorus christmas church cigarette cinema circle citizen city civil claim class
  classic classroom clay clean clear clerk clever click client cliff climate climb clock close cloth clothes cloud clown club clue
  coach coal coast coat coconut code coffee coin cold collar collect college color colour column comb come comedy comfort comic common
  community company compare compete complain complete concert condition conduct confess confident confirm confuse congress connect
  consider contact contain contest continue contract control conversation cook cookie cool copper copy corn corner correct cost
  cotton couch cough could council count country county couple courage course court cousin cover cow coward crab craft crash crazy cream
  create creature credit cricket crime criminal crisis crop cross crowd crown cruel cruise crush cry cucumber cultural culture cup cure
  curious currency current curry curtain curve custom customer cut cute cycle
  dad daily damage damp dance danger dark data date daughter day dead deaf deal dear death debate debt decade december decide decision
  deck declare deep deer defeat defend define degree delay delicious deliver demand democracy dentist deny depart depend depression
  depth describe desert deserve design desire desk dessert destroy detail detective develop devil diabetes diagnose diamond diary
  dictionary die diet differ different difficult dig dinner dinosaur direct dirt dirty disagree disappear disaster discover
  disease dish dislike distance divide divorce dizzy doctor dog doll dollar dolphin donkey door double doubt dozen draft drag dragon drain
  drama draw drawer dream dress drill drink drive driver drop drug drum drunk dry duck due dull during dust duty
  each eager eagle ear early earn earth earthquake east easter easy eat economy edge educate education egg eight elbow elder elect
  election electric electricity elephant eleven else email embarrass emergency emotion empire employ employee empty encourage end enemy
  energy engine english enjoy enough enter entire entrance envelope environment envy equal error escape essay europe even evening event
  evidence evil exact exam example excellent except excite excuse exercise exist exit expect expensive experience expert explain
  explode explore express extra eye
  fabric face fact factory fail faint fair fairy faith fake fall false familiar family famous fan fancy far farm farmer fashion fast fat
  father fault favor favorite favour favourite fear feather february feed feel female fence festival fever few fiction field fifteen
  fifty fight figure file fill film final find fine finger finish fire fireplace firm first fish fisher fit five fix flag flame flat
  flavor flavour flesh flight float flood floor flour flow flower flu fly fog fold folk follow food fool foot football force foreign
  forest forever forget forgive fork form formal former fortune forty forward fountain four fox frame freedom freeze french fresh friday
  friend friendly frog front frost fruit fry fuel full fun funeral funny fur furniture future
  gain galaxy gallery gallon gamble game gang garage garbage garden garlic gas gate gather gender general gentle gentleman geography
  german ghost giant gift giraffe girl girlfriend give glad glass global glove glue goal goat god gold golf good goodbye goose gorilla
  govern government grade graduate grain grammar gram grand grandfather grandmother grape graph grass grave gravity gravy gray great
  green grey grill grocery ground group grow guard guess guest guide guilt guitar gum gun guy gym
  habit hair haircut half hall halloween ham hammer hand handle handsome hang happen happy hard harm hat hate have hawk head headache
  heal health healthy hear heart heat heaven heavy heel height helicopter hell helmet help hen hero hide high hike hill hip hire history hit
  hobby hockey hold hole holiday hollow holy home homework honest honey honor hood hook hop hope horn horror horse hospital host hot hotel
  hour house housing hug huge human humor hundred hunger hungry hunt hurricane hurry hurt husband hygiene
  ice icecream idea ideal identify idiot ill illegal illness imagine immediate important impossible impress improve inch include income
  increase indeed indoor infant infection inflation inform ingredient injure ink insect inside install instead instruct insurance
  insure intelligent interest internet interview invent invest invite iron island issue itch item ivory
  jacket jail jam january japan jar jaw jazz jealous jeans jelly jewel job join joke journey joy judge juice july jump june jungle jury just
  justice kangaroo keep kettle key keyboard kick kid kidney kill killer kilo kilogram kilometer kind king kingdom kiss kit kitchen
  kite kitten knee knife knight knit knock knot know knowledge
  label labor labour lace lack ladder lady lake lamb lamp land landlord language large last late laugh laundry law lawn lawyer lay lazy
  lead leader leaf leak lean learn least leather leave lecture left leg legal legend lemon lend length lens leopard lesson let letter
  lettuce level liar liberty library license lie life lift light lightning like limit line lion lip liquid list listen liter
  litter little live liver load loan lobster local lock log lonely long look loose lord lose loss lottery loud love lovely low luck lucky
  luggage lunch lung luxury lyric
  machine mad magazine magic magnet mail main make makeup male mall man manage manager mango manner map marathon marble march mark market
  marriage marry mask mass massage master match mate material math mathematics matter maximum may mayor meal mean measure meat mechanic
  medal media medical medicine medium meet meeting melon melt member memory mend mental mention menu mercy mess message metal meter method
  metre middle midnight might mile military milk mill million mind mine minimum minister minor minute miracle mirror miss mistake mix mobile model
  modern moment monday money monkey monster month mood moon moral morning mortgage mosquito mother motion motor motorcycle
  mountain mouse mouth move movie much mud multiply murder muscle museum mushroom music musician must mustache mystery myth
  nail naked name napkin narrow nation native nature navy near neat neck need needle negative neighbor neighbour neither nephew nerve nervous
  nest net never new news newspaper next nice niece night nine noise none noodle noon normal north nose note nothing notice novel november
  nuclear number nurse nut nutrition
  oak obey object ocean october odd offer office officer oil old olive olympic once one onion only open opera operation opinion opposite
  orange orbit order ordinary organ original orphan other out outside oven over owe owl own owner oxygen oyster
  pack package page pain paint painter pair palace pale palm pan pancake panda panic pants paper parade paradise pardon parent park parliament
  parrot part partner party pass passage passenger passport past pasta pastry path patient pattern pause pay peace peach peacock peak peanut pear
  pearl pen pencil penguin penny pension people pepper perfect perfume period permit person personal pet phone photo photograph phrase
  physics piano pick picnic picture pie piece pig pigeon pill pillow pilot pin pine pink pioneer pipe pirate pizza place plain plan plane planet
  plant plastic plate play player please plenty plot plow plug plum plumber plus pocket poem poet poetry point poison pole police policeman
  policy polite politics pollution pond pony pool poor pop popcorn popular population pork port position positive possible post pot
  potato pound pour poverty powder power practice praise pray prayer precious predict prefer pregnant prepare present president press
  pretty prevent price pride priest prince princess print prison prisoner private prize problem produce professor profit program project
  promise proof proper property protect proud prove public pudding pull pumpkin punch punish pupil puppy pure purple purpose purse push
  put puzzle pyramid
  quality quantity quarrel quarter queen question queue quick quiet quit quite quiz quote
  rabbit race radio rage rail rain rainbow raise ranch range rank rare rat rate rather raw reach react read ready real realize reason receive
  recent recipe recognize recommend record red reduce refund refuse regret regular reject relation relationship relative relax release
  religion rely remain remember remind remove rent repair repeat replace reply report request require rescue research resort
  respect respond rest restaurant result retire return revenge review revolution reward rhyme rhythm ribbon rice rich ride right ring ripe
  rise risk river road roast rob robot rock rocket role roll romance romantic roof room root rope rose rough round route row royal rub rubber rude
  rug ruin rule ruler run rush rust
  sack sacred sad safe safety sail sailor saint salad salary sale salmon salt same sample sand sandwich satellite satisfy saturday sauce
  sausage save say scale scare scarf scene school science scientist scissors score scorpion scratch scream screen screw sea seafood seal search
  season seat second secret see seed seem select sell senate senator send senior sense sentence separate september serious servant serve service
  set settle seven several sex shade shadow shake shallow shame shampoo shape share shark sharp shave she sheep sheet shelf shell
  shelter shine ship shirt shock shoe shoot shop short shot should shoulder shout show shower shrimp shut shy sick side sight sign
  signal silence silent silk silly silver similar simple since sing singer single sink sir sister sit situation six size skate ski skill
  skin skirt sky slave sleep sleeve slice slide slip slow small smart smell smile smoke smooth snack snail snake snow soap soccer
  social society sock soda sofa soft soil soldier solid solution solve son song soon sore sorry sort soul sound soup sour south space
  spanish spare speak special species speech speed spell spend spice spicy spider spin spinach spirit spit split spoil spoon sport spot
  spread spring square squirrel stable stadium stage stain stair stamp stand star stare start state station statue stay steak steal steam steel steep
  stem step stick still stir stock stocks stomach stone stop store storm story stove straight strange stranger straw strawberry stream street strength
  stress stretch strict strike string strong student study stupid style subject succeed success sudden sugar suggest suit summer sun sunday sunny
  sunrise sunset supper supply support suppose sure surface surgery surprise surround survey survive sushi sweat sweater sweep sweet swim swing
  switch sword syrup system
  table tail tailor take tale talent talk tall tank tape task taste tax taxi tea teach teacher team tear teenager telephone telescope
  television tell temper temperature temple ten tend tennis tent term terrible test text than thank theater theatre theft theory thick thief thin thing
  think third thirsty thirteen thirty thousand thread threat three throat throne through throw thumb thunder thursday ticket tie tiger tight till
  time tin tiny tip tire tired tissue title toast tobacco today toe together toilet tomato tomorrow ton tongue tonight tool tooth top
  topic torch tornado toss total touch tough tour tourist toward towel tower town toy trace track trade tradition traffic tragedy train translate
  transport trap trash travel treasure treat tree triangle trick trip trouble trousers truck true trumpet trunk trust truth try tsunami tuesday
  tuna tunnel turkey turn tutor twelve twenty twice twin twist two type
  ugly umbrella uncle under understand underwear unicorn uniform union unique unit unite universe university unless until upset
  urban urgent use useful usual vacation vaccine vacuum valley valuable value van vanilla vary vegan vegetable vegetarian vehicle vein
  verb very vest veterinarian victim victory video view village vinegar violence violin virgin virus visa visible visit vitamin voice
  volcano volleyball volume volunteer vote vowel voyage
  wage wagon waist wait waiter wake walk wall wallet wander want war warm warn wash wasp waste watch water watermelon wave wax way weak wealth weapon
  wear weather web wedding wednesday weed week weekend weigh weight welcome well west wet whale what wheat wheel when where whisper whistle white
  whole wide widow width wife wild will win wind window wine wing winner winter wipe wire wise wish witch without witness wolf woman wonder wood
  wool word work worker world worm worry worse worship worth wound wrap wrist write writer wrong yacht yard yawn year yellow yes yesterday yoga yogurt
  young youth zebra zero zoo
  abort access address android app array async author backup bash binary bitcoin blog boolean boot browser bug byte cache chatbot class click
  clipboard command compile compiler compute computer configure console crypto cursor dashboard database debug delete desktop directory disk
  display document domain download driver editor encrypt error execute export file filter firewall firmware folder font format framework function
  gigabyte gpu graphics hack hacker hardware hash html icon import index input install integer interface java javascript json kernel keyboard laptop
  layout library link linux login logout loop malware megabyte memory merge method microphone migrate mobile modem module monitor mouse network node
  object offline online output parse password patch pixel plugin pointer popup printer processor program programmer programming prompt protocol python
  query queue reboot refactor regex register remote repository reset restart router runtime scanner schedule screenshot script scroll sdk server setting
  shell shortcut shutdown smartphone software spam spreadsheet stack startup string sync syntax tablet tag terminal thread token toolbar tutorial
  typing uninstall unix unzip update upgrade upload url user username variable version virtual vpn website wifi windows wireless wizard workflow
  zip
  absence abuse academic achieve acquire adapt adequate adjust adopt advance advantage advertise advise agency agenda agent aggressive aid alert
  alternative ambition analyze announce anticipate apparent appeal appropriate approval architect architecture aside aspect assemble assess asset
  assign assure atmosphere attach authority automatic aware background barrier behalf bias boost boundary broadcast campaign capable capacity category
  ceremony challenge circumstance clarify collaborate colleague combine commercial commission commit committee communicate competition complex
  component compose comprehensive concentrate concept concern conclude conference conflict consequence conservative consist constant
  construct consult consume content context contribute contributor convert convince cooperate coordinate corporate crew critic crucial deadline decline
  decrease dedicate defense definition delegate democratic demonstrate department deploy derive detect determine device diplomat disable discount
  discuss display dispute distinct distribute diverse dominate donate dramatic duration dynamic effect efficient effort element eliminate emerge
  emphasis enable encounter engage engineer enhance enterprise enthusiasm establish estimate ethics evaluate evolve exceed exchange exclude
  executive exhibit expand expense expire exploit expose extend extent external facility factor feature federal feedback finance flexible focus forecast
  formula forum foundation founder frequent fulfill fund fundamental generate genuine grant guarantee guideline highlight hypothesis illustrate
  image impact implement imply import impose incident independent indicate individual industry infer influence initial initiative innovate
  innovation insight inspire institute integrate intend intense interact internal interpret interrupt introduce invisible involve isolate journal
  journalist keynote label launch layer league lecture logic maintain maintainer majority margin mature maximum mechanism merchandise minority mission
  moderate modify monitor motivate multiple mutual negotiate neutral objective observe obtain obvious occasion occupy occur opponent
  opportunity oppose optimize option organization organize outcome overall overcome panel parallel participate passion perceive percent perform permanent
  perspective phase phenomenon philosophy portion potential preserve previous primary principle priority privacy procedure proceed process profession
  progress promote proportion propose prospect provide publish pursue radical random react reality recover recruit refer reflect reform region
  regulate regulation reinforce relevant reliable reluctant renew represent reputation resign resist resolve resource restore restrict retain
  reveal revenue reverse revise routine scenario scheme scope sector secure security segment sequence session severe shift significant similar
  simulate skeptic slogan source speaker specific sponsor stability staff standard statistic status stimulate strategy structure submit substance
  substitute sufficient summary superior suspect sustain symbol talent target technical technique technology tendency terminate theme thorough threaten tolerate
  tone trace transfer transform transition transmit treaty trend trigger ultimate uncertain undergo undertake unify upgrade urge utility valid variety
  vendor venture verify veteran via victim violate vision visual vital vulnerable wisdom withdraw
  abandon abroad absolute absurd accomplish accuse acid acknowledge acre acrobat acute addict adore affect agile aisle
  alcoholic alien align ally ambulance amend ample amuse analogy anchor annoy antique anybody apologize appetite appliance
  apprentice apron arcade arch arena arise aroma arrogant ash ashamed assault assumption astronaut athlete attic auction
  auditor awkwardly axe backpack backyard bacteria badge badger baggage balcony ballet bandage banker banner banquet barbecue
  barely bartender basement basin batch bead beam beast beaver beetle beggar beginner beneficial betray beverage bid bind
  bingo bizarre blast blend blink blizzard blonde blossom blouse bluff blunt blur blush boast bold bolt booth bored borough
  bounce bound bow brace bracelet brag braid brass breach breakdown breakthrough brew bribe brisk brisket broom broth bruise
  brutal buck buckle buddy bulb bulk bull bully bump bunch bundle bunny burden burst bury butt buzz bystander cafe cafeteria
  canal candid canoe canvas capture caravan carbon cardboard cargo carnival carpenter carriage casual catastrophe caution
  cautious cellar cello cement censor cheapest cheer cherish chill chimney choir chord chore chunk circus civilian clap clash
  clergy cliche clip clone closet clumsy coarse cocktail coincidence collapse collision colony comet comfy commute companion
  compass compel compensate compliment comrade conceal concede conceive concise concrete condemn condo confine conquer
  conscience conscious consent conspiracy contempt contradict contrast controversy convention convey convict cooler cop cope
  cord corpse corridor cottage courtesy cozy cradle cramp crane crate crawl crayon creep crib cripple crisp crooked
  crouch crude crumb crunch crust cube cuddle cue cuisine cult cunning curb curl curse cushion damn daring dash dawn daylight
  dazzle debris decay deceive decent decor decorate defect deliberate delight demon dense deposit deputy descend despair
  desperate despite detach detour devastate devote dice dignity dilemma dim dip diplomacy disguise disgust dismiss dispose
  distract disturb ditch dive dock dodge doom dorm dose dread drown dub dude duel duet dumb dummy dump dusk dwarf dye eagerly
  earring echo eclipse edible elaborate elegant elevator elite eloquent embassy embrace emerald emperor endless endure
  enormous entertain entrepreneur envision era erase erect errand escort essence eternal evacuate evident exaggerate
  exceptional excess exclusive exhaust exile exotic expedition explicit eyebrow fable faculty fade falcon fascinate fatal
  fatigue feast fed fellow feminine ferry fetch feud fierce fiery filthy fist fixture flash flatter flaw flea flee fling flip
  flock flourish fluent fluffy fluid foam foe foggy folklore fond footage forbid foremost forge fort fortunate foul fraction
  fragile fragment fragrance frantic fraud freak freight freshman friction fright fringe frown frugal frustrate fumble furious
  fuse fuss gadget garment gasp gauge gaze gear gem genius genre gesture gig giggle gist glacier glance glare gleam glide
  glimpse glitch gloom glory glossy goggles gospel gossip gown grab grace gracious grandma grandpa grasp gratitude gravel
  grease greed greet grief grin grip groan groom gross grumpy guilty gulf gut hail halt handful handicap handy harbor hardship
  harmony harsh harvest haste hatch haunt hazard headcount headline headquarters hectic hedge heir hello herb herd heritage
  hesitate hint hitch hive hoax hoist homeless hopeless horizon hostage hostile hound hover humble hurdle hut hypocrite idle
  ignite ignorant impartial impatient imperial impulse incredible inherit inject inmate inn innocent insane insult invade
  irony irritate jerk jog jolly juggle junk keen kidnap kin kneel lad lame landmark lane laser latter lavish leap lease ledge
  legacy leisure liable liberal lick likewise limb limp linger lips literal literature locate lodge lofty loot loyal lump lure
  lurk luxurious maid majestic mane mansion manual mar marvel mash massive masterpiece mayhem maze meadow melody menace
  merchant mere merit merry midst mild mimic mingle mischief miserable misery moan mob mock modest moist monk morale motel
  motive mould mourn mug mule mumble mute nag naive nanny nasty naughty nausea nightmare noble nod nostalgia notorious
  nuisance numb oath obese obsess obstacle odds offend omit opt oral ordeal orient ornament outbreak outfit outlaw outline
  outrage oval overlook overnight overseas overwhelm paddle pal palate parcel pasture pat pathetic patience patrol patron pave
  pawn peasant peculiar pedal peek peel peer pending perish perk petition pickle pier pile pillar pinch pitch pity plague
  plaza pledge plumbing plunge pod poke poker polar polish poll ponder porch portrait pose posh postpone poultry prank preach
  precise prejudice premier prestige presume pretend prey priceless prick privilege probe profile profound prominent prone
  prop prophet prose prosper protest provoke proximity psychic pub puff pulse puppet purchase pursuit quake qualify quest
  quilt quirk quota radar raft raid rally ramp ransom rapid rascal ratio rattle rave razor readily realm reap rear rebel
  recall recap reckless reckon recreation reel refrain refuge reign relate relay reluctance remark remedy remnant remorse
  render renowned repel repent replica republic resemble resent reside residence resume retail retreat reunion revive revolt
  ridge ridiculous rifle rigid rim riot ripple ritual rival roam roar rodeo rogue rookie rotten rubbish rumor rural ruthless
  sacrifice saga sane sarcasm satire savage savvy scam scan scarce scatter scent scholar scold scoop scout scramble scrap
  scrape scrub sculpture seldom selfish sentiment serene serial sermon sew shabby shack shaft shatter shed sheer sheriff
  shield shiver shove shovel shred shrink shrug shuffle shutter sibling sideways siege sigh silhouette silky simmer sin
  sincere sip siren skeleton sketch skim skinny skip skull slack slam slang slap slaughter slavery sled sleek sleepy slender
  slick slim slime sling slope sloppy slot slump sly smash smuggle snap snatch sneak sneeze sniff snore soak soar sob sober
  socket sole solemn solo soothe souvenir spark sparkle spawn spear spectacle sphere spike spill spine spiral splash splendid
  sponge spontaneous spooky sprint spur spy squad squash squeeze squid stab stagger stake stale stalk stall stamina startle
  starve stash static stern stew steward stiff sting stink stitch stool stoop strain strand strap stray streak stride stripe
  stroke stroll stubborn stud stuff stumble stump stun stunt sturdy submarine subtle suburb subway suck sue suffer suffice
  sulk sum summit summon superb superstition surge surrender suspense swallow swamp swan swap sway swear swell swift swirl
  swoop sympathy tackle tact tangle tavern tease tedious temporary tempt tender tense terrific terrify texture thaw thereby
  thesis thigh thorn thrash thrill thrive throng thrust thug tickle tide tidy tile tilt timber timid tiresome toll tomb
  torment torture tournament tow toxic tragic trail trait tramp trance traumatic tray tread tremble tremendous trial tribe
  tribute tricky trifle trim triumph trivia trivial troop trophy tropical trot truce tub tuck tug tumble tune turbulent turf
  turmoil twig twilight tycoon typical tyrant umpire unfair upright uproar utter vacant vague vain vanish vault veil velvet
  vengeance vent verdict verge verse vessel vibe vibrant vicious vigor villain vine vintage vivid vocal void vow vulgar wail
  wardrobe warehouse warmth warrant warrior wary watt weary weave weep weird whim whip whirl wicked wig willow wily wink wit
  wither woe woods worn wreath wreck wrench wrestle wrinkle duo fella teeny walkthrough doze bloke chap messy yeah yell yield youngster zeal zest zone zoom
`);
