/**
 * In charge of the everyday words that must not be read as a mistyped word of the rules: dictionary
 * words that are one or two letters away from one ("closing" from "clothing", "feinting" from "fainting").
 */
const WORDS = `
  abscessed abscessing accessed accessing adapted adapting addressing aesthetic aggressive
  aggressor alteration alterations anesthetic anesthetics assessing attached attesting babbles
  badder bagging bailing baling balking balling banding banking banning bannister bannisters
  bantered bantering barging baring bartered bartering barters bashing batching batting beading
  beaming beaning bearding beasts beating bellies bellying bending berthed berthing bewaring
  bickering binding birched birching blackening blacker blacking blander blanked blanking blaring
  bleated bleating blended blending blinkering blistering blobbing blotted blotting blushed
  blushing blustered blustering boated boating boding bogging bolster bolstered bolstering
  bolsters bombing boning bother bought bounding bowled bowling bracketing breached breaching
  breadths breaking breasting breeding bridged bridging broiling brokering brooded
  brooding bubbles budging bugging bugling bulking bulling bumming burping burring burying bushed
  bushing buttery cached caching cackled cackling canoed cantering capping captaining careering
  cashed cashing casing castigating cawing ceasing centering certain chafing champed champing
  chanced chanted chapping charged charred charring charter chartered chartering charters
  chattering checked checking chided chiding chipped chipping choking chopped chopping chowing
  chuckling clamping clanged clanging clapped clapping clashed clashing clasping cleanly cleansing
  clearer clearing cleaver cleaving clinking clocking clucking clustering cluttering cocking
  coiling collapsing concerting concession concessions conclusion confessing confession confusing
  confusion connecting consent consented consenting consisting constancy constituted constituting
  constricting constriction constrictions constructing construction constructions consuls
  consulting contacted contacting containing contented contenting contest contested contesting
  contests contiguous continues continuum contraception contract contractor contractors
  contradicting contradiction contradictions contraption contraptions contrasting convent
  conversing converting convulsion cornering cornmeal coroners couched couching counseling
  counteracting coveted cowered cradling cramping crashed crewing cringing croaked crooned
  cropping crushing crusted curdled curdling current currents curried curries currying daring
  darling darning dating decrees dedicating defeat defeated defeating defeats deference deflating
  deflecting deforming deforms dejecting delegating deprecating depressing desecrating detecting
  deterrents detoured detouring detours differed differing digressed digressing diluted dipping
  disinfecting dissociated dissociating distrusted distrusting dogging dolling downed downing
  drilling dripped droned droning drooling drooped dropping drowsed drugging dunked dunking
  earning earnings electrocute electrocuted electrocutes enveloping erring excesses exclusives
  exited exiting expended explored factoring faring farming father fathered fathering fathers
  fating feasting featuring feinted feinting felling fellows fending fertilize fertilized
  fertilizer fertilizers fertilizes festering fettering feuding filing filling flailing flaming
  flattering flavoring flecked flecking flitting flocked flocking floured flouring foaling foiling
  forming framing freeing frighted frighting fueling fulling furthering gabbed gaging ganging
  gashing gasolene gassing gauging genial gentling gigging graded grading grasping grinding
  grubbed gusted gusting gutting haemorrhage haemorrhaged haemorrhages haemorrhaging hallway
  handing harking hating haunting hawking heading headquarter headquarters healing heaping hearing
  hemorrhage hemorrhaged hemorrhages hemorrhaging hindering hinging hinting hocking holing hooding
  hording hurting hypothesis imitating imparted inceptions inductions infesting infests inflated
  inflation inflection inflections infractions ingested injecting injections injects insects
  insertions inspections insulation insured insuring intentional intentions interacted intercepted
  interjected intersected intertwines interval intrusted inventions invested investing invests
  irrigated irrigating keeling keening kerosine lacking lathed lather lathing leading leafing
  leaning leaping leasing lethargic lettered lettering letters liberation liking lilting liming
  linking lisping listing liters locking lofting lucking lumping making malting mantled marihuana
  marring mascaraing masking massing mediating mediation meditating meditation meditations messing
  mewing mingled minuets minuses missive misting misusing moaning molded molding mooning mounded
  mounding mourning mowing mulched mulching mussing napping nestling netting notching noting
  obstinate optioning overbearing overeat overeaten overeating overeats overrated overrating
  overreacted overreacting oversight overstated overstating pacing padding paddled paddles
  painfuller painted painting palling panning parched parching parking parkway parsing parting
  pasting patting pausing paying pealed pealing pecking pedaled pedaling peddled peddles peddling
  peppering pepping percolation permeating persecuting persisting perverting petting picking
  picturing piddled piddles piddling pieced pilling pitched pitching pitting placing planing
  planting plated plating plopping plumping plying poling polling poring portending positioning
  postponing potion potions potting pouting powdered praising praying preceding predicting
  preening prefect present presented presenting presents pretending preventing primate primates
  printed printing prisons professing projecting proposed propping protecting protective puddled
  puddling pulping pulsing punting pupping puttying quacked quacking quarreling quavered quavering
  quavers queering quirked quirking raccoons racoon racoons raided raiding reached reaching
  reacting regained remained repealed repented reportedly reputedly rescinding resounding
  restricting retailed retreating reused reusing revered reverted ridded ripping ruining sacked
  sacking saddened saddening saddens sailing sallow salvaged salvaging sanded sanding sapling
  sapped saying scabbed scalloped scalloping scaring scathing scattered scolded scolding scoped
  scoping scrams screeching scuffed scuffing scuffled scuffling sealing searing sectioning seeding
  seeking seeped seizure seizures selling separator sewing shading shallows shaming shammed
  shaping sharing sharking shavers shaving shelled shelling shinning shipped shoeing shooing
  shopped shopping shoring shoving shredding shrugging shucked shucking shuffled shuffling
  shuttered sicked sickening sicker sicking sidling sieving singing sinking sinning sipped sizing
  skewing skilled skimming skinning skipped slabbed slacked slacking slaking slapped slashing
  slaying sledding sleeking sleeted sleeting slewing slicked slicker slicking slimmed slimming
  slinging slinked slinking slivered slivering slivers slopped slopping sloshed slowing slumbering
  slummed slumped slumping smacked smacking smelled smelling smiling smocked smocking smoulder
  smuggling snaked snaking snaring snatching snicker snickered snickering snickers sniffed
  sniffing sniffled sniffling snipped snitches snooped snooping snowing snuffed snuffing snuggling
  soaking soaring sobering socialize socializes socked socking soiled soling sopped sopping sowing
  spacial spanning sparing spattered spaying speaking specialized spelled spelling splashed
  spoiling spooled spooling sporting sprained spraining sprains springing springs sprinter
  spurning spurring squiring squirming squirts stabilized stabilizing stabled stables stacked
  stacking staffed staffing staging stained staining stains staking stales staling stallion
  stallions stammering stamped stared starred starring stating staved staving staying steaming
  steeling steeped steeping stepping sterling stewing stiffed stiffing stilled stilling stinging
  stinking stocked stocking stoked stokes stomping stooped stooping stores storing stowing
  straggled straggles straggling strained strains stranded stranding strangling strawing strayed
  straying streamed streaming streams stretching strikes stringing stubbed stuffed stuffing
  stumped subjecting suckering suctioning sulking suntanning swabbed swagger swaggered swaggering
  swaggers swallowing swapped sweeping swilled swilling swinging switches swooped swooping
  syringed syringing tacking tailing tapped tapping tarrier taxied taxiing teaming teasing
  temperate tendering thinker thirty thorough though threshed threshing throbbing tickled tickling
  tiling tilling tingled tingling tinting titling topping torched torching trailed traitor tramped
  trashed trashing trawling treading treads trebled trebling trialing tricking tripped tripping
  trough tucking tuning turfing twinkled twinkling unbeatable unbreakable uncontrollable underrate
  underrated underrates undertaker unreadable vacating vaccinated vaccinating vacillating
  validating vanish visioning vomited vomiting vomits waddled waddling walling warming wasting
  weeding whimpering whisper whispered whispering whispers whittled whittling widowed widowing
  widows wishing wording working
`;

/** Words that are taken as they are written. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
