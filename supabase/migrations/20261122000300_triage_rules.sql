-- Triage rules: which words of a message mean that a cat needs a vet, and how soon.
--
-- NO VETERINARIAN HAS REVIEWED THESE RULES. They put common first-aid knowledge for cat owners
-- into words; `reviewed_by` is null in every row until a veterinarian has signed it.
--
-- Why a table: a rule can be mended with an UPDATE, without a release. The server holds a compiled
-- copy and compares its version with the one that every turn brings along, so a change is in force
-- within one turn. The server evaluates the rules before the model is asked, so that an emergency
-- is told to call a vet whatever the model says, and even when it fails.
--
-- How a pattern is written (a line of words, read like a sentence):
--     blood in pee       these words beside each other; the, his, is, very and the like may be between
--     vomit*             any word that begins like this (four letters at least, with the star)
--     (pee|pass water)   one of these
--     {pee}              one of the words in the list of that name in public.triage_word_lists
--     a ... b            a, and then b in the same sentence, at most 8 words between
--     a + b              a and b in any order, at most 18 words apart, or in two messages
--     [2 days]           two days or longer, also "since Tuesday"; minutes, hours, days, weeks
--     [3 times]          three times or more often
--     [male] [kitten]    the message or the cat's profile says so
-- "Won't", "can't", "hasn't" are read as "not": `not eat*` finds "hasn't eaten". A message that
-- denies the first part ("no seizures") does not match, so write the symptom first. Typing errors
-- in words of seven letters and more are forgiven. An exception takes back a match that shares a word
-- with it.
--
-- Cost on a big database: new tables of some hundred rows, nothing is rewritten.

create table public.triage_rules_version (
    is_only_row boolean not null default true,
    version bigint not null default 1,
    changed_at timestamptz not null default now(),
    constraint triage_rules_version_pkey primary key (is_only_row),
    constraint only_one_row check (is_only_row),
    constraint version_positive check (version > 0)
);
alter table public.triage_rules_version enable row level security;
alter table public.triage_rules_version force row level security;
revoke all on table public.triage_rules_version from public, anon, authenticated, service_role;
create policy "The owner's functions count the versions of the triage rules" on public.triage_rules_version
    for all to current_user using (true) with check (true);
comment on table public.triage_rules_version is
    'One row: a number that grows with every change of the triage rules, so that a server knows when its copy is stale.';
comment on column public.triage_rules_version.is_only_row is 'Always true; as the primary key it allows one row.';
comment on column public.triage_rules_version.version is 'Grows by one with every statement that changes rules or word lists.';
comment on column public.triage_rules_version.changed_at is 'When the rules were last changed.';
insert into public.triage_rules_version default values;

create table public.triage_rules (
    name text not null,
    category public.triage_category not null,
    label text not null,
    advice text not null,
    patterns text[] not null,
    exceptions text[] not null default '{}',
    enabled boolean not null default true,
    source text not null default 'Common first-aid knowledge for cat owners; no clinical protocol.',
    reviewed_by text,
    updated_at timestamptz not null default now(),
    constraint triage_rules_pkey primary key (name),
    constraint name_is_kebab_case check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    constraint label_not_blank check (label ~ '\S'),
    constraint advice_not_blank check (advice ~ '\S'),
    constraint patterns_not_empty check (cardinality(patterns) > 0),
    constraint patterns_without_null check (array_position(patterns, null) is null),
    constraint exceptions_without_null check (array_position(exceptions, null) is null),
    constraint reviewer_is_named check (reviewed_by is null or reviewed_by ~ '\S')
);
alter table public.triage_rules enable row level security;
alter table public.triage_rules force row level security;
revoke all on table public.triage_rules from public, anon, authenticated, service_role;
create policy "The owner edits the triage rules" on public.triage_rules
    for all to current_user using (true) with check (true);
comment on table public.triage_rules is
    'What in a message means that a cat needs a vet, and how soon. No veterinarian has reviewed a rule whose reviewed_by is null.';
comment on column public.triage_rules.name is 'Stable id in kebab-case; messages that raised the flag keep it.';
comment on column public.triage_rules.category is 'emergency: a vet now; urgent: a vet within a day; routine; behavioral.';
comment on column public.triage_rules.label is 'What a person reads.';
comment on column public.triage_rules.advice is 'One plain sentence that says what to do, shown with the flag.';
comment on column public.triage_rules.patterns is
    'Any one of them matching is a match. Words beside each other; vomit* a beginning; (a|b) a choice; {list} a word list; "..." then; "+" near; [2 days], [3 times], [male], [kitten].';
comment on column public.triage_rules.exceptions is 'Patterns of look-alikes: a match that shares a word with one of them does not count.';
comment on column public.triage_rules.enabled is 'False takes the rule out of force without losing it.';
comment on column public.triage_rules.source is 'What the rule is based on.';
comment on column public.triage_rules.reviewed_by is 'The veterinarian who has reviewed the rule; null means that none has.';
comment on column public.triage_rules.updated_at is 'Set by a trigger on every update.';

create table public.triage_word_lists (
    name text not null,
    meaning text not null,
    words text[] not null,
    constraint triage_word_lists_pkey primary key (name),
    constraint name_is_kebab_case check (name ~ '^[a-z]+(-[a-z]+)*$'),
    constraint meaning_not_blank check (meaning ~ '\S'),
    constraint words_are_plain check (
        cardinality(words) > 0
        and array_position(words, null) is null
        and array_to_string(words, '|') ~ '^[a-z0-9]+\*?([ |][a-z0-9]+\*?)*$')
);
alter table public.triage_word_lists enable row level security;
alter table public.triage_word_lists force row level security;
revoke all on table public.triage_word_lists from public, anon, authenticated, service_role;
create policy "The owner edits the word lists" on public.triage_word_lists
    for all to current_user using (true) with check (true);
comment on table public.triage_word_lists is 'Words for the same thing, written {name} in the patterns of triage rules.';
comment on column public.triage_word_lists.meaning is 'What the words have in common.';
comment on column public.triage_word_lists.words is 'Lower-case words or short phrases; a star at the end stands for any ending.';

create function catb.bump_triage_version()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
-- security definer: whoever may edit a rule must also move the version, without a right to set it.
begin
    update public.triage_rules_version set version = version + 1, changed_at = now();
    return null;
end
$$;
comment on function catb.bump_triage_version() is 'Trigger: raises the version of the triage rules after a statement changed them.';
revoke all on function catb.bump_triage_version() from public, anon, authenticated, service_role;

create function catb.touch_triage_rule()
returns trigger
language plpgsql
security invoker
set search_path = ''
as $$
begin
    new.updated_at := now();
    return new;
end
$$;
comment on function catb.touch_triage_rule() is 'Trigger: keeps updated_at of a triage rule.';
revoke all on function catb.touch_triage_rule() from public, anon, authenticated, service_role;

create function catb.triage_version()
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: the functions of a turn tell the version to roles that may not read the table.
begin
    return (select v.version from public.triage_rules_version v);
end
$$;
comment on function catb.triage_version() is 'The version of the triage rules that is in force.';
revoke all on function catb.triage_version() from public, anon, authenticated, service_role;

create function catb.expand_triage_patterns(p_patterns text[])
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
-- security definer: called for the server, which may not read the word lists.
declare
    v_patterns pg_catalog.text[] := p_patterns;
    v_list public.triage_word_lists;
begin
    for v_list in select * from public.triage_word_lists l order by l.name loop
        continue when array_to_string(v_patterns, ' ') not like '%{' || v_list.name || '}%';
        v_patterns := array(
            select replace(p.pattern, '{' || v_list.name || '}', '(' || array_to_string(v_list.words, '|') || ')')
            from unnest(v_patterns) with ordinality p(pattern, position)
            order by p.position);
    end loop;
    return v_patterns;
end
$$;
comment on function catb.expand_triage_patterns(text[]) is
    'Writes the word lists of patterns out: {pee} becomes (pee|urinat*|…). A list that does not exist stays, and the server refuses the rule by name.';
revoke all on function catb.expand_triage_patterns(text[]) from public, anon, authenticated, service_role;

create function public.triage_rules_current()
returns table (version bigint, rules jsonb)
language sql
stable
security definer
set search_path = ''
as $$
    -- security definer: the server executes this and may not read the table.
    select
        catb.triage_version(),
        coalesce(
            (
                select jsonb_agg(
                    jsonb_build_object(
                        'name', r.name,
                        'category', r.category,
                        'label', r.label,
                        'advice', r.advice,
                        'patterns', catb.expand_triage_patterns(r.patterns),
                        'exceptions', catb.expand_triage_patterns(r.exceptions))
                    order by r.category, r.name)
                from public.triage_rules r
                where r.enabled
            ),
            '[]')
$$;
comment on function public.triage_rules_current() is
    'One row: the version of the triage rules and the enabled rules with their word lists written out, for the server.';
revoke all on function public.triage_rules_current() from public, anon, authenticated, service_role;
grant execute on function public.triage_rules_current() to catb_server;

insert into public.triage_word_lists (name, meaning, words) values
    ('not', 'Does not, will not, can not do something', array[
        'not', 'never', 'unable', 'refus*', 'stopped', 'stops', 'stop', 'quit', 'no longer', 'not able', 'not want*',
        'not wanna', 'not interested in', 'no interest in', 'not go near', 'not managed', 'not come', 'not go',
        'not trying', 'barely', 'hardly', 'zero', 'lost interest in', 'ignoring', 'turns nose up', 'turned nose up', 'turns nose up at', 'turned nose up at', 'turning nose up at',
        'turning nose up', 'not touch*', 'off']),
    ('eating', 'Eating and food', array[
        'eat', 'eats', 'eaten', 'eating', 'ate', 'eatin', 'food', 'foods', 'kibble', 'meal', 'meals', 'a bite', 'single bite', 'feed', 'feeding',
        'wet food', 'dry food', 'touch food', 'touched food', 'touching food', 'every meal', 'treats', 'dinner', 'breakfast']),
    ('pee', 'Urinating', array[
        'pee', 'pees', 'peed', 'peeing', 'urinat*', 'urine', 'urin', 'wee', 'wees', 'weed', 'weeing', 'piss*', 'tinkl*', 'piddl*',
        'widdl*', 'pass urine', 'passing urine', 'passed urine', 'pass water', 'passing water', 'go potty', 'pees out',
        'go wee', 'go pee', 'make water', 'use bathroom', 'use toilet', 'go toilet']),
    ('poop', 'Defecating', array[
        'poo', 'poos', 'pooed', 'pooing', 'poop*', 'defecat*', 'stool*', 'feces', 'faeces', 'bowel movement*', 'crap', 'crapping',
        'bm', 'turd*', 'constipat*', 'number two']),
    ('litter', 'The litter box', array[
        'litter', 'litterbox*', 'littertray*', 'catbox', 'cat box', 'box', 'tray', 'litter box*', 'litter tray*', 'cat litter',
        'toilet', 'potty', 'bathroom']),
    ('strain', 'Straining', array[
        'strain*', 'straning', 'struggl*', 'squat*', 'crouch*', 'hunch*', 'try', 'tries', 'trying', 'tryin', 'tried', 'push*', 'attempt*']),
    ('nothing-comes', 'Nothing comes out', array[
        'nowt', 'nowt comes', 'nothing', 'nothing comes', 'nothing coming', 'nothing came', 'nothing happen*', 'nothing out', 'nothin', 'no pee', 'no urine',
        'no wee', 'not producing', 'not produce', 'without producing', 'no result*', 'no output', 'without success', 'not coming out',
        'not come out', 'few drops', 'a drop', 'not a drop', 'not a single drop', 'only drops', 'drop or two', 'drops', 'dribble', 'dribbles', 'dribbl*', 'dry', 'empty', 'not pass*', 'not able go',
        'without peeing', 'without urinating', 'without passing']),
    ('ate', 'Took something into the mouth', array[
        'ate', 'eat', 'eats', 'eaten', 'eating', 'chew*', 'lick*', 'swallow*', 'ingest*', 'nibbl*', 'consum*', 'munch*', 'drank',
        'drink', 'drinks', 'drinking', 'drunk', 'lapp*', 'gobbl*', 'devour*', 'scoff*', 'bit', 'bite', 'biting', 'bitten', 'gnaw*',
        'tasted', 'taste', 'got into', 'got in', 'getting into', 'gotten into', 'into', 'got hold', 'got one', 'got some', 'got at', 'in mouth', 'snack*', 'stole',
        'wolfed', 'sampl*', 'knocked back', 'slurp*', 'chomp*', 'exposed', 'exposure', 'gulp*', 'inhal*', 'helped']),
    ('touched', 'Came into contact with something', array[
        'rubbed', 'brushed', 'walked', 'stepped', 'covered', 'pollen', 'spilled', 'spilt', 'rolled', 'fur', 'paws', 'coat', 'sniff*']),
    ('given', 'Was given something by a person', array[
        'gave', 'give', 'given', 'giving', 'dosed', 'dose', 'fed', 'feed', 'feeding', 'administer*', 'slipped', 'treated']),
    ('lily', 'Lilies, with the usual spellings', array[
        'lily', 'lilly', 'lilies', 'lillies', 'lilys', 'lillys', 'lillie', 'lilie', 'lilium', 'daylily', 'daylilies', 'stargazer*']),
    ('breathe', 'Breathing', array['breath*', 'breth*', 'respirat*', 'breating', 'breaths', 'wheez*', 'inhal*']),
    ('back-legs', 'The hind part of a cat', array[
        'back leg*', 'hind leg*', 'rear leg*', 'back end', 'hind end', 'rear end', 'hind limb*', 'back limb*', 'hindleg*', 'backleg*',
        'hindquarter*', 'hind quarter*', 'back half', 'hind paw*', 'back paw*', 'back feet', 'hind feet', 'legs', 'rear limb*', 'rear half',
        'back part', 'lower body']),
    ('gums', 'Gums and tongue', array['gum', 'gums', 'tongue', 'lips', 'mucous membrane*', 'inside mouth']),
    ('vomit', 'Vomiting', array[
        'vomit*', 'vommit*', 'vomet*', 'throwing up', 'throws up', 'threw up', 'throw up', 'thrown up', 'puke', 'pukes', 'puked', 'puking', 'barf*',
        'regurgitat*', 'upchuck*', 'hurl*', 'spewing', 'spewed', 'puk*', 'bringing up', 'brought up', 'chucking up']),
    ('diarrhoea', 'Diarrhoea', array[
        'diarrh*', 'diarrhea', 'diarrhoea', 'diarea', 'diarhea', 'diarrea', 'dihorrea', 'diarhoea', 'diarreah', 'runs', 'squits', 'loose stool*', 'watery stool*', 'runny poo*',
        'runny stool*', 'liquid poo*', 'liquid stool*', 'watery poo*', 'soft stool*', 'loose poo*', 'mushy poo*', 'soft poo*', 'upset tummy']),
    ('string', 'Long thin things', array[
        'string*', 'thread*', 'yarn', 'ribbon*', 'tinsel', 'floss', 'dental floss', 'twine', 'wool', 'elastic*', 'rubber band*', 'shoelace*',
        'shoe lace*', 'lace', 'fishing line', 'cord', 'hair tie*', 'hairtie*', 'hair band*', 'hairband*', 'hair bobble*', 'scrunchie*']),
    ('sharp', 'Sharp things', array[
        'needle*', 'pin', 'pins', 'fish hook*', 'fishhook*', 'fishing hook*', 'glass', 'razor*', 'nail', 'staple*', 'screw', 'thumbtack*', 'tack', 'hook']),
    ('battery', 'Batteries and magnets', array['battery', 'batteries', 'button battery', 'button cell*', 'coin cell*', 'magnet*']),
    ('weak', 'Weak or not responding', array[
        'weak*', 'letharg*', 'limp', 'floppy', 'listless', 'unresponsive', 'lifeless', 'wobbl*', 'drows*', 'out of it', 'not moving', 'not responding',
        'barely moving', 'barely responding', 'collaps*', 'sluggish', 'groggy', 'flat', 'dull', 'fading']),
    ('give-birth', 'Giving birth', array[
        'labor', 'labour', 'contraction*', 'birth', 'birthing', 'queening', 'kittening', 'contracting', 'deliver*', 'straining', 'pushing']),
    ('fall-height', 'High places to fall from', array[
        'window*', 'balcony', 'balconies', 'roof', 'ledge', 'storey', 'story', 'stories', 'storeys', 'floor', 'floors', 'tree', 'stairs', 'staircase',
        'banister*', 'fire escape', 'height', 'terrace', 'loft', 'feet', 'metres', 'meters', 'bookcase', 'wardrobe', 'fridge', 'ladder', 'shelf']),
    ('vehicle', 'Vehicles', array[
        'car', 'cars', 'truck', 'van', 'bus', 'lorry', 'motorbike', 'motorcycle', 'bike', 'bicycle', 'vehicle', 'scooter', 'suv', 'taxi', 'train', 'tractor']),
    ('dog-flea-product', 'Flea products for dogs', array[
        'dog flea', 'dogs flea', 'flea treatment for dogs', 'flea drops for dogs', 'flea stuff for dogs', 'dog spot on', 'dogs spot on', 'k9 advantix', 'advantix',
        'canine flea', 'dog tick', 'dogs tick', 'flea medicine for dogs', 'spot on for dogs', 'flea product for dogs', 'dog frontline', 'dog worming',
        'dog drops', 'flea meds for dogs']),
    ('pain-cry', 'Crying in pain', array[
        'scream*', 'howl*', 'yowl*', 'yelp*', 'wail*', 'cry', 'cries', 'crying', 'cried', 'shriek*', 'moan*', 'meowing']),
    ('face', 'The face', array['face', 'muzzle', 'lips', 'lip', 'eyelid*', 'cheek', 'cheeks', 'throat', 'chin', 'head', 'snout', 'mouth']),
    ('swollen', 'Swollen', array['swollen', 'swell*', 'swelled', 'puffy', 'puffed', 'puffing', 'ballooned', 'balloon*', 'puff*', 'swolen', 'bulging']),
    ('household-chemical', 'Cleaners, pesticides and the like', array[
        'bleach', 'detergent*', 'disinfectant*', 'drain cleaner', 'oven cleaner', 'toilet cleaner', 'cleaner',
        'cleaning product*', 'cleaning fluid', 'lysol', 'dettol', 'pine sol', 'ammonia', 'paint',
        'paint thinner', 'turpentine', 'white spirit', 'gasoline', 'petrol', 'diesel', 'kerosene', 'lamp oil',
        'motor oil', 'glue', 'gorilla glue', 'super glue', 'superglue', 'slug bait', 'slug pellet*',
        'snail bait', 'snail pellet*', 'slug pellets', 'metaldehyde', 'insecticide*', 'pesticide*',
        'herbicide*', 'weed killer', 'weedkiller', 'roundup', 'bug spray', 'ant bait', 'ant trap', 'ant poison',
        'ant powder', 'ant killer', 'roach bait', 'roach trap', 'roach poison', 'roach killer', 'mothball*',
        'moth ball*', 'fertilizer*', 'fertiliser*', 'chlorine', 'pool chemical*', 'dishwasher tablet*',
        'dishwasher pod*', 'laundry pod*', 'laundry detergent', 'washing powder', 'washing pod*',
        'washing up liquid', 'fabric softener', 'dryer sheet*', 'nail polish*', 'acetone', 'hair dye',
        'rock salt', 'ice melt*', 'play dough', 'playdough', 'salt dough', 'hand sanitizer', 'hand sanitiser',
        'toxic*', 'poison*', 'chemical*', 'acid', 'varnish', 'wood preservative', 'silica gel', 'glow stick*',
        'mouse glue']),
    ('toxic-plant', 'Poisonous plants other than lilies', array[
        'sago palm*', 'sago', 'oleander', 'azalea*', 'rhododendron*', 'foxglove*', 'digitalis', 'yew',
        'autumn crocus', 'crocus', 'daffodil*', 'tulip*', 'hyacinth*', 'cyclamen', 'lily of valley',
        'castor bean*', 'nightshade', 'belladonna', 'hemlock', 'monkshood', 'wolfsbane', 'larkspur',
        'amaryllis', 'kalanchoe', 'dumb cane', 'dieffenbachia', 'mistletoe', 'holly', 'ivy', 'hydrangea*',
        'chrysanthemum*', 'monstera', 'pothos', 'philodendron*', 'caladium', 'jimson weed', 'laburnum',
        'wisteria', 'euphorbia', 'cycad', 'aloe*', 'dracaena', 'begonia*', 'iris*', 'snake plant*',
        'poinsettia*', 'marijuana plant', 'peace lil*']),
    ('human-medicine', 'Medicines made for people', array[
        'aspirin', 'asprin', 'painkiller*', 'pain killer*', 'antidepressant*', 'anti depressant*', 'adderall',
        'ritalin', 'vyvanse', 'concerta', 'effexor', 'venlafaxine', 'sertraline', 'zoloft', 'prozac', 'xanax',
        'ambien', 'benzos', 'valium', 'opioid*', 'oxycodone', 'codeine', 'morphine', 'tramadol', 'fentanyl',
        'sleeping pill*', 'blood pressure pill*', 'blood pressure med*', 'heart pill*', 'diet pill*',
        'vitamin d', 'iron tablet*', 'birth control', 'contraceptive pill*', 'metformin', 'statin*',
        'levothyroxine', 'thyroid pill*', 'beta blocker*', 'inhaler*', 'minoxidil', 'rogaine',
        'psoriasis cream', 'sudafed', 'pseudoephedrine', 'human pill*', 'human med*', 'my medic*',
        'cold medicine', 'cancer pill*', 'fluorouracil']),
    ('toxic-treat', 'Chocolate, caffeine, alcohol and xylitol', array[
        'chocolate*', 'choclate', 'choc', 'cocoa', 'brownie*', 'coffee', 'espresso', 'energy drink', 'caffeine',
        'alcohol', 'vodka', 'whisky', 'whiskey', 'wine', 'beer', 'liquor', 'xylitol', 'sugar free gum',
        'sugarfree gum', 'birch sugar', 'raw dough', 'bread dough', 'yeast dough']),
    ('drug', 'Nicotine and recreational drugs', array[
        'weed', 'marijuana', 'cannabis', 'edible', 'edibles', 'thc', 'pot brownie*', 'gummy', 'gummies', 'hash',
        'cocaine', 'coke', 'meth', 'amphetamine*', 'ecstasy', 'mdma', 'ketamine', 'heroin', 'lsd', 'shrooms',
        'magic mushroom*', 'cigarette*', 'tobacco', 'nicotine', 'vape*', 'e liquid', 'eliquid', 'snus',
        'nicotine gum', 'nicotine patch*', 'cigar*']),
    ('licked-up', 'Took into the mouth, said after the thing', array[
        'ate', 'eaten', 'drank', 'lick*', 'lapp*', 'swallow*', 'chew*', 'nibbl*', 'ingest*', 'gobbl*', 'munch*', 'chomp*', 'in mouth', 'devour*', 'consum*', 'got into']);

-- Emergencies: a vet now.
insert into public.triage_rules (name, category, label, advice, patterns, exceptions) values
    ('urinary-blockage', 'emergency', 'Straining to urinate with nothing coming out',
        'A blocked bladder can kill within a day or two: go to an emergency vet now, day or night.',
        array[
            '{not} {pee}',
            '{not} able {pee}',
            '(no|without) (pee|urine|wee|urination) (in|for|since|today|out|come*|coming|at)',
            'no (pee|urine|wee)',
            '{nothing-comes} + {strain} + ({litter}|{pee})',
            '{nothing-comes} ... {pee}',
            '{nothing-comes} + {strain} {pee}',
            '{nothing-comes} + {litter}',
            '{nothing-comes} + (squat*|strain*|crouch*)',
            '{strain} {pee} ... ({nothing-comes}|not)',
            '{strain} {pee} + (cry*|cries|howl*|scream*|yowl*|pain*|vomit*|letharg*)',
            '{strain} (go|going) {pee}',
            '{strain} {pee} + [30 minutes]',
            '(blocked|blockage|obstruct*|plugged) (bladder|urethra|urinary|cat|tom|penis|up)',
            '(bladder|urethra|urethral|urinary|penis|tom|boy) (blocked|blockage|obstruct*|plug*)',
            '(urinary|urethral|bladder) (blockage|obstruction|block)',
            '(is blocked|was blocked|he is blocked|cat blocked|blocked again|been blocked|reblocked)',
            'bladder (hard|full|huge|swollen|rock|firm|tight|big|enormous|distended)',
            '(hard|full|huge|swollen|firm|distended) bladder',
            'last (pee*|urinat*|wee*|wet*) + [20 hours]',
            '{pee} ... few drops',
            '{strain} + few drops',
            '(dry|empty|clean) (litter|tray|litterbox|box) ... [1 days]',
            '(box|tray|litter|litterbox) (dry|bone dry) + [12 hours]',
            'has not gone + {pee}',
            '{not} (empty|emptied) bladder',
            'bladder not empty*',
            'not (gone|going|go) (pee|wee|potty|toilet|bathroom) + [12 hours]'
        ],
        array[
            '{not} {pee} (in|on|outside|out|everywhere|inside|over|around|next|near|anywhere|where|when|if) ... (bed|floor|carpet|sofa|couch|rug|house|clothes|laundry|wall*|furniture)',
            '{not} {pee} (in|on|inside) (bed|carpet|sofa|couch|rug|floor)',
            '(strain*|trying|tries|try) {poop}',
            'stop* {pee} (on|outside|everywhere|over)',
            'get stop {pee}',
            'make stop {pee}',
            '{pee} dry (food|kibble)',
            '(dry|empty) (food|kibble|skin|nose|stomach|bowl|food bowl|shampoo|heaves|heav*|cough)',
            '{not} (use|using|used) (litter|box|tray|toilet|potty)',
            'nothing (wrong|works|helps|helped|worked|serious|new|changed|else|but|about|special)',
            'off (bed|wee)',
            'stopped (using|bleeding)',
            '(clean|empty) (litter|tray|box|litterbox) (daily|often|every|everyday|twice|once|once a day)',
            '{strain} new (litter|box|tray)',
            'how (train|teach|stop) ... {pee}',
            'no (urine|pee|wee) (smell|odor|odour|stain*|marks|spray*|marking)',
            '{litter} train*',
            '{pee} (on|outside) ... (bed|sofa|couch|carpet|floor|rug|clothes|laundry)'
        ]),
    ('male-straining', 'emergency', 'A male cat straining in the litter box',
        'In a male cat this can be a blocked bladder, which kills within a day or two: have him seen by a vet now.',
        array[
            '(strain*|straning|squat*|crouch*|hunch*) ... {litter} + [male]',
            '(strain*|squat*|crouch*) {pee} + [male]',
            '{strain} {pee} + [male]',
            '{litter} ... (strain*|squat*|crouch*) + [male]',
            '(in and out|going|goes|goes back|running|runs|visits|visiting|trips|keeps) ... {litter} ... (every few|constantly|over and over|times|minutes|repeatedly|crying|cries|howling|meowing in pain|yowling|licking) + [male]',
            '(constantly|keeps|repeatedly) (in|going|licking|visiting|running|goes|back) ... (litter|litterbox|box|tray|penis|genital*|privates) + [male]',
            '(cry*|cries|howl*|yowl*|scream*|meow*|pain*) ... (litter|litterbox|box|tray|when pees|pee|peeing|urinat*|weeing) + [male]'
        ],
        array[
            '(strain*|trying|tries|try|push*|squat*|crouch*|hunch*|struggl*) {poop}',
            '{strain} new (litter|box|tray)',
            'litter (train*|box train*|kittens)',
            '(cardboard|new|toy|empty|shoe) box',
            'box ... (toys|cardboard)',
            'clean* ... litter',
            '{strain} {pee} (on|outside)',
            '(try|trying|tried|tries) ... (different|litters|new|brand|type*|clumping) ',
            '{diarrhoea} ... litter',
            'litter ... {diarrhoea}',
            '{vomit} ... (box|litter|tray)'
        ]),
    ('breathing-trouble', 'emergency', 'Trouble breathing',
        'A cat that struggles for air is in danger: keep it calm, do not restrain it, and go to an emergency vet now.',
        array[
            '(trouble|difficulty|difficult*|hard time|struggl*|labored|laboured|heavy|heavily|shallow|rapid*|fast|quick*|hard|noisy|problem*|problems|distress*|laboring|abnormal*|weird|funny|raspy|gasping|weirdly|issues|strange*) {breathe}',
            '(struggling|fighting|gasping|struggles) (breath*|for air|for breath|air)',
            '{breathe} ... (trouble|difficult*|hard|heavy|heavily|fast|rapid*|quick*|labored|laboured|shallow|struggl*|distress|noisy|weird|weirdly|funny|strange*|through mouth|open mouth|mouth open|from mouth|belly|stomach|loud*|problem*)',
            '{breathe} (mouth|through mouth|with mouth)',
            '(open mouth*|mouth open|mouth wide open|openmouth*|mouth hanging open|mouth agape) + {breathe}',
            '(open mouth*|openmouth*) (breath*|pant*)',
            '(pant|panting|pants like|panted|pantin|hyperventilat*)',
            '(mouth open|open mouth*|mouth wide open|mouth hanging open) ... (air|pant*|gasp*)',
            '(short of|out of|cannot catch|not catch|shortness) breath',
            'catch* breath',
            '(gasping|gasps|gasp)',
            '(suffocat*|asphyxiat*)',
            '(belly|sides|chest|stomach|flanks) (heaving|pumping|sucking in)',
            'neck (stretched|extended|stuck out) ... {breathe}',
            '(not|unable|barely|hardly) (able breath*|breath*|get air|get enough air|getting air|getting enough air)',
            'struggl* breath*',
            '(respiratory) (distress|rate) ',
            'dyspnea',
            'heart murmur ... {breathe}',
            '{breathe} + heart (murmur|failure|disease|condition)',
            'fluid (lungs|in lungs|on lungs|around lungs)'
        ],
        array[
            '(pant|panting|pants|panted|pantin|open mouth*|mouth open) ... (after|from|while|during|in|on) (play*|playing|running|zoomies|chasing|exercise|car ride)',
            '(after|when|while) (play*|running|zoomies|chasing) ... (pant|panting|panted)',
            'bad breath',
            'breath (smell*|stink*|stank|odor|odour|foul)',
            '(smell*|stink*|foul|rotten|fishy|awful|horrible) breath*',
            'yoga breath*',
            'my breath',
            'food on breath',
            '(breathing|breath*) (normal*|fine|ok|okay|well|easily|good)',
            'catch* (mice|mouse|birds|toys)',
            'breath of fresh',
            '{breathe} (down|on) neck',
            '(respiratory rate) normal',
            'respiratory infection*',
            'upper respiratory'
        ]),
    ('not-breathing', 'emergency', 'Not breathing or no heartbeat',
        'Start chest compressions if you know how, and get to the nearest vet at once.',
        array[
            '(not|stopped|stop|barely|hardly|quit|no longer) (breath*|breth*)',
            'no (breath*|pulse|heartbeat|heart beat)',
            '(heart stopped|heart stop*|not find pulse|not find heartbeat|cardiac arrest)',
            '(is|think|looks|seems) dead',
            '(is|he is|she is|be|cat|kitten) (dying|dead)',
            '(dying)',
            'need* cpr',
            '(do|perform|give|giving|doing) cpr'
        ],
        array[
            'dead (mouse|mice|bird*|rat*|rabbit|animal*|skin|lizard|bug*|fur)',
            'grand* (dying|dead)',
            'dying (for|to know|of curiosity|laughing|plant)'
        ]),
    ('choking', 'emergency', 'Choking',
        'Look into the mouth and remove what you can see without pushing it down, and go to an emergency vet now.',
        array[
            '(chok*|chocking)',
            '(stuck|lodged|caught) (in|down) (throat|mouth|windpipe|gullet|airway)',
            '(pawing|paws|pawed) (at mouth|mouth) ... (gag*|drool*|chok*|stuck)',
            '(something|bone|toy|thing|food|object) ... (stuck|lodged) ... (throat|mouth|windpipe)',
            'throat (blocked|obstruct*)',
            '(gag*|gagging) ... (not stop*|nonstop|non stop|constantly)'
        ],
        array[
            'chok* (collar|chain)',
            'chok* hazard*'
        ]),
    ('pale-or-blue-gums', 'emergency', 'Pale, white, grey or blue gums or tongue',
        'This means too little blood or oxygen: go to an emergency vet now.',
        array[
            '{gums} (pale|white|whitish|blue|bluish|grey|gray|greyish|purple|colorless|colourless|ashen|turning blue|turned blue|turning white|went white|gone white|look white|not pink|turning purple|brick red)',
            '(pale|white|blue|bluish|grey|gray|purple|colorless|colourless|ashen|whitish|brick red) {gums}',
            '{gums} ... (pale|white|blue|bluish|grey|gray|purple|ashen)',
            '(turning|turned|going|gone|went) blue',
            'cyano*'
        ],
        array[
            '{gums} ... (white|gray|grey|blue) (fur|eyes|spot*)',
            'lips ... (white|grey|gray) (fur|hair)',
            'chewing gum',
            'eyes (turning|turned|going|went) blue',
            '(eyes|litter|water) ... (turning|turned|turns|going) blue'
        ]),
    ('lily', 'emergency', 'Contact with a lily',
        'Every part of a lily, even pollen or vase water, can destroy a cat''s kidneys: go to a vet now, before any signs.',
        array[
            '{ate} ... {lily}',
            '(the|a) {lily} ... {licked-up}',
            '{lily} (pollen|petal*|leaf|leaves|plant*|flower*|water|bouquet|stem*|bulb*|vase)',
            '(pollen|petal*|leaf|leaves|bouquet|vase|flower*|stem*|piece*) ... {lily}',
            '(chewed|eaten|nibbled|half eaten) {lily}',
            '(bite marks|teeth marks|chew marks) ... {lily}',
            '{lily} ... (missing|bite marks|teeth marks|toxic|poison*|chewed up|torn up|eaten by|chewed by|nibbled by)',
            '(poison*|toxic|dangerous|harmful|safe) ... {lily}',
            '{touched} ... (a lily|the lily|lilies|lillies|lilys|lillys|daylilies)',
            '(lilies|lillies|lilys|daylilies|daylily|lilium|stargazer*)'
        ],
        array[
            '(my|our|named|called|name|name is|cat|kitten|girl|baby|sweet|poor|old|about|with|like|from|than|unlike|and|sister|brother|housemate|mom|mother|for|hi) (lily|lilly) (is|has|was|ate|eats|had|does|did|will|sneez*|keeps|likes|loves|not|seems|vomit*|stopped|got|cannot|can|just|and|who|looks|drinks|drank|chew*|lick*|swallow*|nibbl*|bit)',
            '(cat|kitten|named|called|name|name is|girl|with|than|unlike|sister|brother|housemate) (lily|lilly)',
            '(lily|lilly) (cat|kitten|is my|is our|food|dinner|breakfast|bowl|litter|treats|meal|kibble)',
            '{ate} (lily|lilly) (food|dinner|breakfast|bowl|meal|treats|kibble)',
            'peace lil*',
            'no {lily}',
            '(lily|lilly) pad*'
        ]),
    ('antifreeze', 'emergency', 'Antifreeze',
        'A lick of antifreeze kills by destroying the kidneys and the antidote works for hours only: go to an emergency vet now.',
        array[
            '(antifreeze|antifreez*|antifrez*|ethylene glycol|anti freeze|engine coolant|coolant|radiator fluid|de icer|deicer|screenwash|screen wash|brake fluid|windshield washer*|windscreen wash*)'
        ],
        array[
            'coolant (system|leak) repaired'
        ]),
    ('permethrin', 'emergency', 'A flea product for dogs on a cat (permethrin)',
        'Dog flea products can cause fatal tremors in cats: wash it off with lukewarm water and dish soap and go to a vet now.',
        array[
            '(permethrin*|pyrethrin*|pyrethroid*|permethryn*|permetrin*)',
            '{dog-flea-product}',
            '(flea|tick|spot on|frontline|advantage|bravecto|nexgard|seresto|flea collar) ... (meant for|for|made for|intended for|of) ... (dog|dogs)',
            '(dog*|puppy|canine) ... (flea|tick) (treatment|drops|product*|stuff|medicine|collar|med|meds|spray|shampoo|spot)',
            '(used|put|gave|applied|using) ... (dog*|puppy|canine) ... (flea|tick|spot on|drops)',
            '(for|meant) (large|big|small|medium) dogs',
            '(dog|dogs|puppy|canine) spot on',
            '(flea|tick) (treatment|drops|product*|stuff|medicine|collar|spray) + (twitch*|tremor*|shak*|drool*|seiz*)',
            'dog treatment',
            'dog version ... (flea|tick)',
            'wrong flea (treatment|product|drops|medicine|stuff)',
            'too much flea (treatment|product|drops|medicine|stuff)'
        ],
        array[
            'dog* (has|have|had|with|got) (flea*|tick*)',
            '(dog*) ... brought (flea*|tick*)',
            'treat* dog* ... (too|separately)'
        ]),
    ('human-medicine', 'emergency', 'Human medicine',
        'Many human medicines, paracetamol first of all, kill cats: give nothing more, keep the package and call an emergency vet or a poison line now.',
        array[
            '(paracetamol|paracetemol|acetaminophen|acetominophen|tylenol|calpol|panadol|ibuprofen|ibuprophen|iboprofen|advil|nurofen|motrin|naproxen|aleve|diclofenac|voltaren|voltarol|excedrin|midol|nyquil|dayquil|lemsip)',
            '{given} ... (aspirin|asprin|painkiller*|pain killer*|pain reliever*|human med*|benadryl overdose|sleeping pill*|cold medicine|cough medicine|cough syrup|imodium)',
            '{ate} ... {human-medicine}',
            '{human-medicine} ... {licked-up}',
            '(grandpas|grandpa|grandma|husband|wife|mom|mum|dad|mother|father|roommate|human|heart|blood pressure|diabetes) (pill|pills|tablet|tablets|medicine*|medication*|meds) ... {licked-up}',
            '{ate} ... (grandpa|grandma|husband|wife|mom|mum|dad|mother|father|roommate|human|heart|blood pressure|diabetes) (pill|pills|tablet|tablets|medicine*|medication*|meds)',
            '{given} ... (tylenol|aspirin|human pain*)',
            '(aspirin|adderall|minoxidil|rogaine|effexor|venlafaxine|antidepressant*|sleeping pill*|xanax|oxycodone) ... (eaten|ate|chew*|lick*|swallow*|missing)',
            '(overdose*|overdosed|too much|double dose|twice dose|wrong dose) ... (insulin|med*|metacam|meloxicam|pill*|tablet*|gabapentin|medic*|dose)',
            '(overdose*|overdosed)',
            '(double|twice|too much|wrong dose of|extra) (dose|insulin|metacam|meloxicam)',
            'someone else medic*'
        ],
        array[
            'vet prescribed ... (aspirin|metacam|meloxicam)'
        ]),
    ('chocolate-caffeine-alcohol', 'emergency', 'Chocolate, caffeine, alcohol or xylitol',
        'Small amounts can poison a cat: call a vet or a poison line now and say how much and when.',
        array[
            '{ate} ... {toxic-treat}',
            '{toxic-treat} ... {licked-up}',
            '(chocolate*|xylitol|coffee grounds|caffeine|alcohol|vodka|sugar free gum) ... (ate|eaten|chew*|lick*|swallow*|poison*|toxic|drank|safe|dangerous)',
            '(poison*|toxic|safe|dangerous) ... (chocolate*|xylitol|caffeine|alcohol)',
            '{given} ... (chocolate*|xylitol|alcohol|coffee|beer|wine)'
        ],
        array[
            'chocolate (point*|colo*|brown|coat|tabby|tortie|fur|siamese|lab|labrador|eyes)',
            '(wine|coffee|beer) (glass|table|mug|cup|bottle|colored|coloured)',
            'alcohol (wipe*|swab*|free)',
            'named (chocolate|coffee|cocoa|brownie|whisky|whiskey|espresso)',
            '(cocoa|coffee|brownie|whiskey|whisky|espresso) (ate|eats|eating|drinks|drank)'
        ]),
    ('rodent-poison', 'emergency', 'Rat or mouse poison',
        'Take the package along and go to a vet now, even if the cat looks well; the effect comes days later.',
        array[
            '(rat|mouse|rodent|mole|mice) (poison*|bait*|block*|pellet*|killer)',
            '(rat|mouse|rodent) ... poison*',
            'poison* ... (rats|mice|mouse|rat|rodent*)',
            '(rodenticide*|warfarin|bromethalin|brodifacoum|bromadiolone|decon|dcon|d con|ratbait|ratpoison)',
            '{ate} ... poisoned (mouse|rat|mice|rodent*)',
            '{ate} ... (mouse|rat|mice) ... poison*',
            'bait (station*|block*|pellet*|traps)'
        ],
        array[
            'no (rat|mouse) poison*'
        ]),
    ('toxic-plant', 'emergency', 'A poisonous plant',
        'Take a piece or a photograph of the plant and call an emergency vet or a poison line now.',
        array[
            '{ate} ... {toxic-plant}',
            '{toxic-plant} ... {licked-up}',
            '(sago palm*|oleander|azalea*|rhododendron*|foxglove*|autumn crocus|cyclamen|dieffenbachia|dumb cane|lily of valley|daffodil*|philodendron*|monstera|pothos|snake plant*) ... (eaten|chew*|nibbl*|toxic|poison*|safe|dangerous|bitten)',
            '(poison*|toxic) ... (plant*|flower*|leaf|leaves|mushroom*|berry|berries)',
            '{ate} ... (wild mushroom*|mushroom*|toadstool*|unknown plant|poison* plant*|toxic plant*|houseplant*|house plant*|some plant|strange plant|berries|bulb|bulbs|plant|plants|flowers|flower)'
        ],
        array[
            '(spider plant*|cat grass|catnip|cat mint|money tree|boston fern|safe plant*)',
            '{ate} (grass|catnip)',
            '{ate} ... plant based',
            'how keep ... plants',
            '(stop|keep|keeps|prevent|deter) ... (dig*|digging) ... plant*',
            '(non|not) (toxic|poison*)',
            '(named|called) (iris|ivy|holly|begonia|aloe)',
            '(iris|ivy|holly) (ate|eats|eating|is|has)',
            '(with|like|and) (iris|ivy|holly)',
            '(light bulb*|flower bed*|flower pot*)'
        ]),
    ('household-poison', 'emergency', 'A household poison',
        'Do not make the cat vomit; take the package along and call an emergency vet or a poison line now.',
        array[
            '{ate} ... {household-chemical}',
            '{household-chemical} ... {licked-up}',
            '(bleach|detergent|disinfectant|drain cleaner|paint|paint thinner|petrol|gasoline|slug pellet*|insecticide|pesticide|weed killer|weedkiller|bug spray) ... (drank|lick*|ate|eaten|swallow*|ingest*|on fur|over fur|in eyes|in mouth|paws|walked)',
            '(walked|stepped|rolled|fell|covered|spilled|spilt|sprayed|soaked) ... (bleach|detergent*|paint|petrol|gasoline|motor oil|insecticide*|pesticide*|disinfectant*|drain cleaner|chemical*|bug spray|raid|tar|weed killer|weedkiller)',
            '(been|think|cat|suspect*|possibly|possible|maybe|was|got|has|is) poisoned',
            '(poisoned|poisoning)',
            '{ate} something (toxic|poison*|bad outside)',
            'poison* ... (cat|kitten|him|her)',
            'slug pellets'
        ],
        array[
            'poison* ivy',
            '(nail polish) ... free',
            '(not|non) (toxic|poison*)',
            '(food poison*)'
        ]),
    ('essential-oils', 'emergency', 'Essential oils',
        'Essential oils harm a cat''s liver and lungs: move the cat to fresh air, do not wash it with solvents, and call a vet now.',
        array[
            'essential oil*',
            'essentail oil*',
            '(tea tree|teatree|eucalyptus|peppermint|citrus|cinnamon|pennyroyal|wintergreen|clove|lavender|ylang ylang|pine|lemon) oil*',
            '(oil diffuser*|aroma diffuser*|potpourri|liquid potpourri|wax melt*)',
            'diffuser ... {ate}',
            '{ate} ... diffuser'
        ],
        array[
            'without essential oil*',
            'no essential oil*'
        ]),
    ('drugs-nicotine', 'emergency', 'Nicotine or recreational drugs',
        'Tell the vet what it was, nobody will judge you: call an emergency vet or a poison line now.',
        array[
            '{ate} ... {drug}',
            '{drug} ... {licked-up}',
            '(cat|kitten|he|she) (stoned|high)',
            '(weed|edible|thc|cannabis|vape juice|nicotine|cocaine) ... (ate|eaten|lick*|chew*|swallow*|got into|missing)'
        ],
        array[
            'weed killer',
            '(seaweed|milkweed)',
            '{ate} ... (diet coke|coke zero) bottle'
        ]),
    ('battery-or-magnet', 'emergency', 'Swallowed or chewed a battery or magnet',
        'A battery burns the gullet within hours: do not make the cat vomit, and go to an emergency vet now.',
        array[
            '{ate} ... {battery}',
            '{battery} ... (swallow*|ate|eaten|chew*|missing|bitten|leak*)'
        ],
        array[
            '{battery} (operated|powered|toy works)'
        ]),
    ('string-hanging', 'emergency', 'String hanging from the mouth or the bottom',
        'Do not pull or cut it short, that can saw through the gut: go to an emergency vet now.',
        array[
            '{string} ... (hanging|hang*|dangl*|sticking|stick*|poking|trailing|coming|comes|came|protrud*|stuck|wrapped|out of|under tongue|around tongue)',
            '(hanging|dangl*|sticking out|trailing|coming out|protrud*|poking out) ... (mouth|butt|bum|bottom|anus|rear|backside|rectum|arse|ass|behind) ... {string}',
            '{string} ... (mouth|butt|bum|bottom|anus|rectum|backside|bumhole|butthole|tongue|rear end|behind|arse|ass)',
            '(hanging|dangling) ... {string} ... (mouth|butt|bum|bottom|anus|tongue)',
            '(something|thing|piece) (hanging|dangl*|sticking|coming) out (of|from) (mouth|butt|bum|bottom|anus|rear|rectum)',
            '(hanging|dangl*|sticking) (of|out|from|out from) (mouth|butt|bum|bottom|anus|rear|rectum|backside)'
        ],
        array[
            '{string} toy ... hanging (from|on) (door|wall|ceiling)'
        ]),
    ('swallowed-string-or-sharp', 'emergency', 'Swallowed string, thread, a needle or something sharp',
        'Do not feed it or make the cat vomit, and do not pull on any thread: go to an emergency vet now.',
        array[
            '(ate|eaten|swallow*|ingest*|consum*|gulp*|got hold|scoff*|eating|eats|eat|inhal*) ... ({string}|{sharp})',
            '({string}|{sharp}) ... (swallow*|ingest*|eaten|ate|gone missing|missing)',
            '{sharp} ... (in|stuck in|through) (mouth|throat|tongue|stomach|paw|lip|jaw|cheek)',
            'linear foreign body'
        ],
        array[
            'string cheese',
            'string* (beans|bean)',
            'nail (trim*|clip*|polish)',
            'umbilical cord',
            'spinal cord',
            'glass (bowl|dish|door|table|of)',
            'pin (feather*)'
        ]),
    ('seizure', 'emergency', 'Seizure or convulsions',
        'Keep the cat from hurting itself, do not touch the mouth, time the fit, and call an emergency vet now.',
        array[
            '(seizure*|siezure*|seisure*|seziure*|ceizure*|seizur*|seizing|siezing|seized|convuls*|epilep*|grand mal)',
            '(fitting|fits)',
            '(fit)',
            '(shaking|shakes|shake|jerking|jerk*|twitch*|paddling|thrash*|spasm*) (uncontrollabl*|violently|uncontrolably|uncontrolled|everywhere|whole body|head to toe|all over)',
            '(uncontrollabl*|violently) (shak*|jerk*|twitch*|trembl*)',
            '(whole body|entire body|legs) (shaking|jerking|twitching|convuls*|stiff*|paddl*|thrash*|spasm*|rigid)',
            '(foam*|froth*) (at mouth|mouth|from mouth|around mouth)',
            '(mouth) (foaming|frothing)',
            '(body|legs) (stiff|rigid) ... (shak*|jerk*|twitch*|paddl*)',
            '(eyes rolled|eyes rolling) back',
            '(paddling|thrashing) ... (floor|legs|side)',
            'tetany',
            '(tremors|tremor)'
        ],
        array[
            '(fit|fits|fitting) (into|through|inside|well|enough|properly|perfect*|snug*|her neck|his neck|comfortabl*)',
            '(hissy|snug|perfect|loose|throws a|throwing a) (fit|fits)',
            '(collar|harness|carrier|flap|cone|size|shirt|jacket|coat|crate) (fit|fits)',
            '(fit|fits) (bill)',
            '(is|are|very|reasonably) fit as',
            'fits (of|with) (rage|energy|zoomies)',
            '(tail|ear|ears|whisker*|skin) (twitch*|shak*|jerk*)',
            '(twitch*|shak*|paddl*|jerk*) ... (while|when|in) (asleep|sleep*|dream*)',
            '(seizure*|epilep*) (medic*|meds|medication*|free)',
            'shak* head',
            'seized (opportunity|chance)'
        ]),
    ('collapse', 'emergency', 'Collapse, unconsciousness or sudden weakness',
        'Lay the cat on its side with the airway free and go to an emergency vet now.',
        array[
            '(collaps*|collasp*|colaps*|faint*|passed out|blacked out|unconscious*|unconcious|unconsious|unresponsive*|comatose|coma|keeled over|lifeless)',
            '(gone|went|going|is|are|all|goes|completely|suddenly|feels|cat|kitten|body) (limp|floppy)',
            '(limp|floppy) (body|and|like|in|cat|kitten)',
            '(limp|floppy)',
            '(not|unable|barely|hardly) (stand*|get up|able stand|able get up|able walk|walk*|lift head|hold head up|keep head up|raise head|hold up head|wake up|waking up|wake|rouse|respond*|responsive|moving|move)',
            '(falling over|falls over|fell over|keeps falling|toppl*) + ({weak}|not stand)',
            'not (moving|responding|move) (at|much|and|anymore)',
            '(laying|lying) (lifeless|motionless|flat out|on side not moving)',
            'too weak to (stand|walk|move|lift)',
            'no (response|reaction)',
            '(rag doll|ragdoll) ... (limp|hanging|floppy)',
            '(out cold|in shock|shock) ',
            'barely (alive|conscious|moving|responsive|responding|lifting)'
        ],
        array[
            '(ragdoll) (cat|kitten|breed|breeder)',
            'floppy (ear*|disk|tail|fish|toy)',
            '(not) (wake*|waking) (me|us)',
            '(not) (walk*|move|moving) (on leash|on lead|on harness)',
            '(not) (walk*) (leash|lead|harness)',
            '(not) (moving|move) (house|home|apartment|country|in with)',
            '(limping|limps)',
            '(electric shock|shock collar|electrical shock|culture shock|shocked|shock absorb*)',
            'no (reaction|response) (vaccin*|from vet|shot|to catnip|catnip)',
            'not (respond*) (treatment|medic*|antibiotic*|toys)',
            'not get up on (counter|couch|sofa|bed)',
            'trachea* collaps*'
        ]),
    ('hind-leg-paralysis', 'emergency', 'Hind legs suddenly not working',
        'This can be a blood clot and is very painful: go to an emergency vet now, and do not press on the legs.',
        array[
            '{back-legs} ... (not work*|stopped work*|stopped moving|not moving|not move|gave out|give out|giving out|gave way|giving way|paraly*|paralis*|parylized|useless|dead|dragging|drag*|cold|numb|collaps*|limp|floppy|not respond*|not use|no longer work*|just stopped|stopped|buckl*|failing|failed|weak*|wobbl*|gone|went out|went|not support*|not hold)',
            '(drag*|paraly*|paralis*|not move|not moving|not feel|not use|not using|unable move|unable use|lost use|lost feeling|lost control|no feeling|no movement|no control|losing use|stopped using|weak*|cold) ... {back-legs}',
            '(paralyzed|paralysed|paralysis|paralized|paralised|parylized)',
            '(saddle thrombus|aortic thromboembolism|blood clot|thrombo*|fate)',
            '(drag*|dragging|pulling) (body|self|himself|herself|itself|behind)',
            '(back|hind|rear) leg* paw* cold',
            'not walk ... {back-legs}'
        ],
        array[
            'drag* (toy*|food|mouse|mice|bird*|blanket*|butt|bum|bottom|sock*|feet)',
            '(butt|bum|bottom|bum) drag*',
            '(front) leg*',
            'table legs',
            '(human|my) legs',
            '(rubs|around|between|attacks|bites|scratches) (my|our) legs',
            'legs (crossed|short)',
            '(fate) (of|worse)',
            '(not use|not using) (litter|scratching*|box|tray)'
        ]),
    ('hit-by-car', 'emergency', 'Hit by a vehicle',
        'Injuries inside may not show: move the cat as little as possible and go to an emergency vet now.',
        array[
            '(hit|struck|run over|ran over|knocked down|knocked over|clipped|bumped|runover|knocked|run down|smashed|crushed|squashed) ... (by|with|from|under) {vehicle}',
            '(hit|struck|clipped|knocked) {vehicle}',
            '(hit|struck|run over|ran over|runover|knocked) ... {vehicle}',
            '{vehicle} (hit|struck|ran over|clipped|knocked|backed over|drove over|rolled over)',
            '(run over|runover|ran over|reversed over|drove over|backed over)',
            '(car accident|road accident|rta|traffic accident|road traffic)',
            '(got|been|was) hit (on|in) (road|street)'
        ],
        array[
            '(run over|ran over) (to|here|there|me|greet)'
        ]),
    ('fall-from-height', 'emergency', 'A fall from a height',
        'Lungs, jaw and bladder can be hurt without showing: keep the cat still and go to an emergency vet now.',
        array[
            '(fell|fall|falls|fallen|falling|dropped|jumped|leapt|plunged|tumbled|slipped) ... (from|off|out|out of|down|through) ... {fall-height}',
            '(fell|fallen|fall|dropped|jumped) (off|from|out) ... {fall-height}',
            'high rise syndrome',
            '(fell|fallen|jumped|plummeted) ... (second|third|fourth|2nd|3rd|4th|5th|two|three|four) (floor*|stor*)',
            '(fell|fallen) (badly|hard|awkwardly|far|down stairs)',
            'dropped (kitten|cat|on)',
            '(i|son|daughter|child|toddler|kid|accidentally) dropped (cat|kitten|on)'
        ],
        array[
            '(fell|fall|falls|falling|fallen) (asleep|in love|ill|out with|behind)',
            '(jumped|jump) (off|from|out|down) (bed|sofa|couch|counter|chair|lap|table|tower|cat tree|fridge|shelf|wardrobe|bookcase)',
            '(jumped|jump|jumps|climb*) (onto|on|up)',
            '(fur|hair|teeth|tooth|tail|dandruff|food|whisker*|weight) (fall*|fell|dropped)',
            '(toy|vase|plant|food|plate|book*|things) (fell|fall*|dropped)',
            '(dropped) (weight|food|off at|off vet)',
            'fall (floor)'
        ]),
    ('animal-attack', 'emergency', 'Attacked by a dog or another animal',
        'Bites crush and infect deep under small holes: go to a vet now, even if the skin looks nearly whole.',
        array[
            '(dog|dogs|coyote*|fox|foxes|raccoon*|racoon*|pitbull*|pit bull*|husky|labrador|terrier|mastiff|alsatian|puppy|hawk|owl|eagle|badger|german shepherd|rottweiler|wolf|bear|bobcat|alligator) ... (attack*|bit|bitten|bite|mauled|maul*|shook|grabbed|got hold|chewed|had in mouth|savaged|got|caught)',
            '(attack*|bitten|bit|mauled|maul*|savaged|grabbed|shaken|carried off|mangled|bite|bites|shook) (by|from|in) ... (dog|dogs|rottweiler|german shepherd|husky|terrier|labrador|mastiff|alsatian|pit bull|coyote*|fox|raccoon*|racoon*|pitbull|animal|hawk|owl|eagle|badger|wolf|bobcat|puppy)',
            '(attack*|bitten|bit|mauled|shook) ... (dog|coyote|raccoon|fox)',
            'dog (attack*|bite*|bit|fight)',
            'mauled'
        ],
        array[
            '(cat|kitten|he|she) (attack*|bit|bites|swat*|chased|scratch*) (my|the|our) dog',
            '(attack*|bit|bites|biting) (dog|dogs|puppy)',
            'dog (got|caught) (flea*|tick*|worms|sick|a new|kennel)',
            '(dog|puppy|dogs) ... got (along|new|used|bigger)',
            'dog food'
        ]),
    ('crush-or-blow', 'emergency', 'Crushed, kicked, shot or otherwise badly injured',
        'Injuries inside may not show: move the cat as little as possible and go to an emergency vet now.',
        array[
            '(stepped|sat|rolled|fell) (on|onto) (cat|kitten|him|her|it)',
            '(accidentally|accidently|i|we|someone|husband|son|dad) (stepped on|sat on|rolled on|kicked|slammed|crushed|stomped)',
            '(kicked|crushed|trampled|beaten|abused|stabbed|shot|impaled|squashed|strangled|hanged|hung|trapped|caught) (by|in|with|under|from|on|between) (recliner|door|garage door|window|washing machine|dryer|tumble dryer|fence|chair|fan belt|car engine|engine|collar|blinds|cord|trap|someone|neighbour|neighbor|foot|gun|pellet|bb gun|arrow|wire|human|person|people|kids)',
            '(shot|stabbed|impaled|crushed|trampled)',
            '(cat|kitten|he|she|him|her|trapped|was|stuck) ... (in|inside) (washing machine|dryer|tumble dryer)',
            '(head (injury|trauma)|hit head|banged head|concussion|concussed|internal bleed*|traumatic|broken spine|broken back|broken pelvis)',
            '(something|tv|shelf|bookcase|heavy|furniture|wardrobe|dresser|door) ... (fell|fallen|landed|slammed|shut) (on|onto)',
            '(stepped on) ... (kitten|cat|head|belly|tummy|stomach)',
            'stepped on (him|her|kitten|cat)',
            '(door) (slammed|shut|closed) ... (tail|leg|head|paw)',
            '(guts|intestine*|organs|bowel*|insides) (hanging|coming|out|exposed|spilling|outside|falling)',
            '(see|exposed|visible|protrud*|sticking) ... (bone|intestine*|guts|muscle|organs)'
        ],
        array[
            'shot (of|for|at)',
            '(rabies|vaccin*|booster|flu|insulin|allergy|steroid|antibiotic|b12|convenia|his|her|cortisone|depo|annual|yearly|first|second|next|last|his first) (shot|shots)',
            '(got|get|gets|gave|had|needs|need|have|a|vet) (shots|a shot|his shot|her shot|the shot)',
            'shots',
            'step* on (scale|tail once|toy*|litter|paw prints|cat food)',
            'hung (out|up|over)',
            '(bone) (broth|meal)',
            'see* ... (ribs)',
            '(feeling|look*|seem*|heart) crushed',
            'crushed (pill*|tablet*|ice|up|kibble|medic*|food|treats)'
        ]),
    ('broken-bone', 'emergency', 'A broken bone',
        'Keep the cat in a small box, do not splint anything, and go to an emergency vet now.',
        array[
            '(broken|broke|fractur*|snapped|dislocat*|shattered|smashed) (leg|jaw|bone*|pelvis|hip|paw|rib|ribs|tail|spine|back|shoulder|limb|foot|neck|toe)',
            '(leg|jaw|bone*|pelvis|hip|paw|rib|ribs|tail|spine|shoulder|limb|foot|neck) (broken|broke|fractur*|snapped|dislocat*|shattered|dangling|hanging|bent|twisted|crooked|odd angle|wrong angle|weird angle|deformed)',
            '(leg|paw|limb) ... (dangling|odd angle|weird angle|wrong angle|strange angle|bent wrong|hanging off|hanging limp)',
            'bone (sticking|poking|showing|out|through)'
        ],
        array[
            '(broke|broken) (tail|neck) (collar|toy)',
            '(chair|table|sofa|couch|bed|desk) (leg|back) (broke*)',
            'broke (leg of|back in|bone broth)'
        ]),
    ('bleeding-wont-stop', 'emergency', 'Heavy bleeding or bleeding that will not stop',
        'Press a clean cloth firmly on it without lifting it to look, and go to an emergency vet now.',
        array[
            '(bleed*|blood) ... (not stop*|wont stop|not stopping|heavily|heavy|everywhere|profuse*|badly|gushing|pouring|spurting|uncontroll*|pooling|soaked|lots|lot|nonstop|non stop|a ton|so much|squirting|dripping|not clot*|not slow*|like crazy|keeps|still)',
            '(heavy|heavily|profuse*|severe*|bad|massive|lots of|gushing|pouring|spurting|losing|loss|uncontroll*|lot|lost lot|ton|tons|loads|much|not stop*|puddle*|pool*|soaked) (bleed*|blood)',
            '(not|unable) stop (bleed*|blood)',
            '(not|unable) ... (bleed*|blood) (stop|stopped|slow)',
            'bleed* (to death|out|from (nose|ears|ear|mouth|eyes|anus|bum|butt|vagina|vulva|everywhere))',
            '(blood) (from|out of|coming|coming out|coming from|pouring|dripping from) (nose|mouth|ears|ear|eyes|eye|vagina|vulva|anus)',
            'hemorrhag*',
            'haemorrhag*',
            '(nose|mouth) bleed*',
            'nosebleed*',
            'cut artery',
            '(bleeding) (for|since) ... [20 minutes]',
            'bleed* + [20 minutes]'
        ],
        array[
            '(blood) (test*|work|sample*|sugar|pressure|type|count|draw|glucose|donat*|hound)',
            'blood ... (in|with) ({pee}|{poop}|stool|{vomit}|diarrh*|litter|box)',
            '({poop}|{pee}|{vomit}|diarrh*) ... blood',
            'bloody {poop}'
        ]),
    ('eye-injury', 'emergency', 'A serious eye injury',
        'Keep the cat from rubbing the eye, put nothing into it, and go to an emergency vet now.',
        array[
            '(eye|eyeball|eyes) (popped|popping|hanging|out of socket|out|bulging|bulged|burst|ruptur*|punctur*|bleed*|bleeding|full of blood|filled with blood|torn|collapsed|sunk in|injur*|cut|scratched|stabbed|poked|exploded|proptosed)',
            '(eye|eyeball) ... (popped|popping|hanging|out of socket|ruptur*|punctur*|bleed*|burst|pierced|stabbed|gash*|blood)',
            '(injur*|punctur*|scratched|poked|hurt|stabbed|pierced|cut|damaged|blood in|bleeding) (eye|eyes|eyeball|cornea)',
            '(something|thorn|stick|splinter|claw|grass seed|foreign) ... (stuck in|in|through) (eye|eyeball)',
            '(bleach|chemical*|cleaner|acid|shampoo|soap|lime) (in|into) (eye|eyes)',
            'corneal (ulcer|scratch|abrasion|perforation)',
            '(scratched|scratch|clawed) (in|on|across) (eye|eyes|eyeball|cornea)'
        ],
        array[
            'eyes out for',
            'eye (out) for',
            'eye* ... (blood work|blood test*)',
            'eyes (out) window',
            '(tears|scratched) ... (around|above|near|under) (eye*)'
        ]),
    ('sudden-blindness', 'emergency', 'Sudden blindness',
        'High blood pressure can tear the retina, and hours count: go to a vet now.',
        array[
            '(sudden*|gone|went|going|turned|just) blind',
            '(blind)',
            '(not|unable|stopped) (see|seeing)',
            '(lost|losing|loss of) (sight|vision|eyesight)',
            '(vision|sight|eyesight) (gone|lost|loss|failing)',
            '(bumping|bumps|walking|walks|running|crashing|banging|bumped) into (wall*|furniture|things|stuff|door*|everything|objects)',
            '(pupils|pupil|eyes) (huge|dilated|enormous|fixed|different size*|uneven|unequal|blown|big black|massive|not react*|one bigger) ',
            '(dilated|huge|different sized|uneven|unequal|blown) pupil*'
        ],
        array[
            '(blind) (date|spot|spots|side|cord*|in one eye since)',
            'window blind',
            '(born|always been|was born|adopted|special needs) blind',
            '(adopt*|born|have|own|senior) blind (cat|kitten)',
            '(blind) (cat|kitten|from birth|since birth)',
            '(born) blind',
            '(not|stopped) (see|seeing) (vet|doctor|anything wrong|why|fleas|improvement|worms|eye to eye|difference|wound|blood|results|problem)',
            '(pupils|pupil|eyes) (huge|dilated|big black|enormous|massive) ... (play*|hunt*|catnip|zoomies|excit*|dark|dim|night)',
            '(cute|lovely|beautiful) eyes huge'
        ]),
    ('burn-or-electric-shock', 'emergency', 'A burn, scald or electric shock',
        'Cool a burn with cool running water, never ice; after a shock lung trouble comes hours later: go to an emergency vet now.',
        array[
            '(burn|burns|burned|burnt|scald*|singed|blistered)',
            '(boiling|hot) (water|oil|soup|tea|coffee) ... (spilled|spilt|fell|poured|splash*|on|over)',
            '(spilled|spilt|splash*|fell|poured|dropped|knocked) ... (boiling|hot) (water|oil|soup|tea|coffee|fat)',
            '(electrocut*|electric shock|electrical shock|electric burn|electricuted)',
            '(chew*|bit|bitten|biting|gnaw*) ... (cable|wire|wires|power cord|electrical cord|electric cord|extension cord|charger|live wire|plug)',
            '(cable|cord|wire|charger) ... (chewed|bit|bitten) ... (shock*|zap*|burn*|collaps*|mouth)',
            '(got|was|been) (shocked|zapped)',
            '(walked|jumped|stepped|landed) ... (hot stove|stove|hob|hot plate|hotplate|fire|oven|fireplace|candle|burner)',
            'caught fire',
            'on fire',
            '(chemical|acid) burn*'
        ],
        array[
            '(burn|burns|burned|burning|burnt) (calories|energy|fat|off|out|candle|incense|toast|food)',
            'sun burn*',
            '(stop|keep|prevent) ... (chewing|biting) (cable*|wire*|cord*|charger*)',
            '(likes|loves) (chew*|chewing) (cable*|wire*|cord*)',
            'heart burn'
        ]),
    ('drowning', 'emergency', 'Near drowning',
        'Lungs can fail hours later: keep the cat warm and go to an emergency vet now.',
        array[
            '(drown*|nearly drowned|almost drowned|submerged|under water|underwater)',
            '(fell|fallen|found|trapped|stuck) ... (in|into) (pool|pond|river|lake|well|bathtub full|hot tub|canal|toilet bowl|swimming pool)',
            '(inhaled|breathed|aspirat*) (water|milk|formula|food|vomit)'
        ],
        array[
            'drown* (out|sorrow*|sound)',
            '(pool) (toy*)'
        ]),
    ('smoke-or-fumes', 'emergency', 'Smoke, gas or carbon monoxide',
        'Get everybody into fresh air and go to an emergency vet now; harm to the lungs comes late.',
        array[
            '(house fire|smoke inhalation|inhaled smoke|in fire|apartment fire|building fire|carbon monoxide|gas leak|natural gas|toxic fumes|inhaled fumes|chemical fumes|teflon fumes)',
            '(breathed|inhaled|exposed|breathing) ... (smoke|fumes|gas|carbon monoxide)',
            '(smoke|fumes) ... (inhal*|cough*|breath*)'
        ],
        array[
            'cigarette smoke smell',
            'smoke (detector|alarm|colo*|coat)',
            '(named|called) smoke*'
        ]),
    ('bloated-retching', 'emergency', 'A swollen, hard belly or retching without result',
        'A belly that swells fast or retching with nothing coming up is dangerous: go to an emergency vet now.',
        array[
            '(bloat*|swollen|distended|hard|rock hard|huge|ballooned|swelled|swell*|tight|enlarged|massive) (belly|stomach|abdomen|tummy|tum|gut)',
            '(belly|stomach|abdomen|tummy) ... (bloat*|swollen|swelling|distended|rock hard|hard|ballooned|tight|like a drum|huge|drum|blown up|swelled|enlarged)',
            '(unproductive|non productive|dry) (retch*|heav*|vomit*|gag*)',
            '(retch*|heav*|gag*|trying vomit|tries vomit|trying throw up|tries throw up|trying puke|trying be sick) ... (nothing|unproductive*|no vomit|without bringing)',
            '(nothing) (comes up|coming up|came up)',
            '(retch*|gag*|dry heav*|heaving|trying vomit) (constantly|repeatedly|continuously|over and over|nonstop|non stop)'
        ],
        array[
            'heavy',
            '(pregnant) ... (belly|tummy|stomach)',
            '(belly|tummy|stomach) ... pregnant',
            '(chubby|fat) (belly|tummy)',
            'belly rub*',
            'hard (on stomach)',
            'heav* (breath*|weight)'
        ]),
    ('heatstroke', 'emergency', 'Heatstroke',
        'Move the cat into the shade, wet it with cool water, not ice-cold, and go to an emergency vet now.',
        array[
            '(heatstroke|heat stroke|heat exhaustion|sunstroke|overheat*|over heat*|hyperthermi*)',
            '(left|locked|trapped|stuck|shut|in) ... (hot car|greenhouse|hot attic|sauna|hot room|hot shed|hot garage|conservatory|in sun|in car|in dryer|porch in sun|attic|shed)',
            '(temperature|temp|fever) ... (105|106|107|108|109|41|42|43)',
            '(too hot|boiling hot|so hot|really hot|very hot|heatwave|heat wave|90 degrees|95 degrees|100 degrees|35 degrees|40 degrees|heat) ... (pant*|drool*|letharg*|stagger*|collaps*|weak|limp|vomit*)',
            '(pant*|drool*|letharg*|stagger*|collaps*|weak|vomit*) ... (heat|hot weather|hot day|heatwave|heat wave|hot out)'
        ],
        array[
            '(in heat|on heat|first heat|heat cycle|heating|heat pad|heat lamp|heated bed|heated pad|heated blanket)',
            '(overheat*|over heat*) prevent*',
            'locked in (car|shed|garage) (key*)',
            '(in|left) ... in car (ride*|carrier|trip*)',
            '(sleep*|lies|lying|nap*|bask*|sit*) ... in sun',
            'in car (on way|on drive|when|while)'
        ]),
    ('hypothermia', 'emergency', 'Very cold',
        'Wrap the cat in blankets with a warm, not hot, bottle beside it and go to an emergency vet now.',
        array[
            '(hypothermi*|frostbite|frost bite|freezing cold|frozen|ice cold|stone cold)',
            '(cold to touch|body cold|feels cold|cold body|stiff and cold|ears cold|paws cold|cold and (limp|stiff|weak|floppy|not moving|unresponsive|letharg*))',
            '(cold) + (limp|floppy|unresponsive|letharg*|not moving|barely moving|weak|stiff)',
            '(temperature|temp) ... (35|36|95|96|97|low)',
            '(outside|out|trapped) ... (snow|freezing|frost) + {weak}'
        ],
        array[
            '(caught|catch) cold',
            'cold (food|water|nose|weather|sore*|air|season|night*|months|floor|symptoms)',
            'cats get cold',
            'frozen (food|treats|shoulder|chicken|raw|peas|fish)',
            '(ice cold) water',
            '(nose) cold',
            'temp* ... low (oven|room|house)',
            'common cold',
            '(has|have|got|had|caught|with) a cold'
        ]),
    ('stuck-birth', 'emergency', 'A birth that is stuck',
        'More than 20 to 30 minutes of strong straining without a kitten is an emergency: call a vet now and do not pull.',
        array[
            '{give-birth} ... (no kitten*|no baby|no babies|not come|not coming|nothing|stuck|not out|no progress|without kitten*|not delivered|only one|not another|not born)',
            '{give-birth} + [20 minutes] + (no kitten*|nothing|no baby|no babies|not coming|not come|without|still no|stuck|not delivered|not born)',
            '(kitten|baby|kittens) ... (half out|halfway out|hanging out|sticking out|jammed|breech|wedged|partially out|partway out|part way out)',
            '(kitten|baby|kittens) ... (stuck|half out|halfway out|breech|jammed|partially out|hanging out|wedged) ... (birth*|out|canal|vagina|vulva|inside|coming|born|push*|labor|labour|legs|tail|feet|bottom|half|hanging)',
            '(stuck) (in birth canal|kitten|in canal)',
            '(dystocia|breech)',
            '(contraction*|contracting|labor|labour|pushing|straining) + (kitten*|pregnant|birth*|queen) + [30 minutes]',
            '(labor|labour|contraction*|pushing|straining) ... [30 minutes] + no kitten*',
            '(between|since) (kittens|last kitten|first kitten) ... [2 hours]',
            '(pregnant|labor|labour|birth*|kittening|queening|gave birth) + (heavy bleeding|bleeding|green discharge|black discharge|foul discharge|hemorrhag*|collaps*)',
            '(retained|not passed|not deliver*) placenta',
            'pregnant ... (straining|pushing|crying pain)',
            '(overdue|past due|late) ... (pregnan*|kitten*|birth|queen)'
        ],
        array[
            '(kitten|kittens|baby) ... stuck (in|under|behind|up|on) (tree|wall*|roof|sofa|couch|car|box|pipe|drain|fence|cupboard|closet)',
            '(spay*|neuter*) ... pregnant',
            'labor day',
            '(pushing|straining) (pee|poop|poo|urinate)',
            '(food|order|parcel|package) deliver*',
            '(deliver*) (food|order*|to|from)',
            'vaccin* overdue',
            'overdue (vaccin*|shot*|booster*|checkup|worm*)',
            '(no|not|without) kitten food'
        ]),
    ('prolapse', 'emergency', 'Something hanging out of the vulva or the bottom (prolapse)',
        'Keep it moist and clean, do not push it back, and go to an emergency vet now.',
        array[
            '(prolaps*|prolapse)',
            '(uterus|womb|rectum|intestine*|bladder) (hanging|out|came out|coming|fell|falling|sticking|outside|protrud*)',
            '(red|pink|fleshy|meaty) ... (hanging|sticking|protrud*|coming|bulging) ... (vagina|vulva|bum|butt|bottom|anus|rectum|rear|backside|behind)',
            '(hanging|sticking|protrud*|bulging) (out|from|out of|out from) (vagina|vulva|vaginal)',
            '(hanging|sticking|protrud*|bulging|coming) ... (vagina|vulva)'
        ],
        array[]::text[]),
    ('womb-infection', 'emergency', 'Discharge from the vulva of an unspayed cat',
        'An infected womb can kill within days: have her seen by a vet today, now if she is weak or not eating.',
        array[
            '(pyometra|pyo)',
            '(pus|discharge|smelly|green|bloody|brown) ... (vulva|vagina|vaginal|privates|lady parts|private parts|female parts)',
            '(vulva|vagina|vaginal|privates|private parts) ... (pus|discharge|bleeding|blood)',
            '(unspayed|not spayed) ... (pus|discharge|letharg*|not eating|vomit*|drinking lots|drinking lot)'
        ],
        array[]::text[]),
    ('kitten-not-feeding', 'emergency', 'A young kitten that will not feed',
        'Young kittens fade within hours: warm it first, give no cold or forced food, and call a vet now.',
        array[
            '{not} (nurs*|suckl*|latch*|feed|feeding|drink*|suck|sucking|take bottle|taking bottle|bottle|milk|formula|eat|eating|eaten|ate|food) + [kitten]',
            '(not) (take|taking|took|accept*) ... (bottle|milk|formula|nipple|teat|food) + [kitten]',
            'not (nurs*|suckl*|latch*)',
            '(refus*) ... (bottle|milk|formula|nurs*|food|eat) + [kitten]',
            '(fading kitten|failure thrive|failing thrive)',
            '(mom|mother|mum|queen|mama) ... (reject*|not feed*|not nurs*|no milk|abandon*|not letting)',
            '(weak|crying|limp) ... (nurs*|suckl*|latch*|bottle) + [kitten]'
        ],
        array[
            '(not|stop*) (eat|eating|ate) (litter|adult food|plants|poop|plastic)',
            'kitten food',
            'stop* (nurs*|suckl*) (on|my|blanket*|clothes|wean*|old|age)',
            '(when|what age) do kittens (stop*|wean*)',
            '(stop*|quit) (nurs*|suckl*|drinking|milk|bottle) ... (age|wean*)',
            '(already|now) wean*'
        ]),
    ('kitten-cold-or-weak', 'emergency', 'A young kitten that is cold or weak',
        'Warm it slowly against your body, do not feed it while it is cold, and call a vet now.',
        array[
            '(cold|limp|floppy|weak|lifeless|letharg*|fading|listless|not moving|barely moving|unresponsive|gasping|chilled|crying constantly|crying nonstop|not responding|wobbly) + [kitten]',
            '(pale|thin|dehydrated) ... (kitten|newborn) + [kitten]',
            '(kitten*|newborn*) (cold|fading|weak|limp|dying|letharg*|lifeless|not moving|losing weight)',
            '(diarrh*|diarrhoea|vomit*) ... (kitten*) ... (weak|letharg*|not eating|cold|newborn)'
        ],
        array[
            'cold (symptoms|virus|and sneez*)',
            '(cold) (food|water|nose|weather|milk|winter|sneez*)',
            '(limping)',
            'weak spot',
            '(has|have|got|had|caught|with) a cold'
        ]),
    ('diabetic-crisis', 'emergency', 'A diabetic cat that is weak, collapsing or has low sugar',
        'Rub honey or syrup on the gums if the cat can swallow, and go to an emergency vet now.',
        array[
            '(diabet*|insulin|hypo) + (collaps*|weak*|wobbl*|unrespons*|seiz*|twitch*|letharg*|stagger*|limp|vomit*|not eat*|not eating|disorient*|drunk|shak*|trembl*|floppy|stumbl*|out of it|passed out|unconscious|confused)',
            '(hypoglyc*|hypoglic*|low blood sugar|low sugar|sugar low|ketoacidosis|dka|glucose low|low glucose|diabetic coma)',
            '(blood sugar|glucose|sugar) (dropped|crash*|too low|very low|low|below)',
            '(too much|double|extra|twice) insulin',
            '(gave|given|injected|got) ... (double|twice|extra|too much) ... (insulin|dose)'
        ],
        array[
            'hypo allergenic',
            'hypoallergenic',
            'low sugar (diet|food|treat*)'
        ]),
    ('allergic-reaction', 'emergency', 'Swelling of the face or a severe allergic reaction',
        'Swelling can close the throat: go to an emergency vet now.',
        array[
            '{face} ... {swollen}',
            '{swollen} {face}',
            '{swollen} up {face}',
            '(anaphyla*|anaphilactic|allergic reaction|angioedema)',
            '(hives|welts) + ({breathe}|{vomit}|{swollen}|{weak}|collaps*)',
            '(sting|stung|bee|wasp|hornet|bitten|vaccin*|shot|injection) + ({swollen} {face}|trouble breath*|collaps*|not breath*|{face} {swollen}|gasp*|weak|vomit*|hives|throat)',
            '(vaccin*|shot|injection|jab) ... (collaps*|{swollen}|hives|vomit*|not breath*|trouble breath*)'
        ],
        array[
            '(lips|lip|mouth|chin) ... acne',
            'puffy (tail|cheeks|cheek)',
            '(tomcat|tom|stud|male) cheek*',
            '(tail|fur) (puff*)',
            '(head|face) ... (vaccin*|injection) site',
            '(balloon*) (party|birthday)',
            '(gum|gums) (swollen|swelling|puffy)',
            '(swollen|puffy) gum*',
            '{swollen} (lymph*|gland*|joint*|paw*|leg*|nipple*|tail|toe*|foot)'
        ]),
    ('snake-or-spider-bite', 'emergency', 'A bite by a snake, spider or toad',
        'Keep the cat still, do not cut or tie off the bite, and go to an emergency vet now.',
        array[
            '(snake|snakes|rattlesnake|adder|copperhead|cobra|viper|black widow|brown recluse|scorpion*|venomous|cane toad|brown snake|redback|funnel web|paralysis tick)  ... (bit|bite|bitten|bites|struck|stung|sting|lick*)',
            '(bit|bite|bitten|stung|sting|struck|lick*|ate|mouthed|caught|killed) ... (snake|rattlesnake|adder|copperhead|viper|black widow|brown recluse|scorpion*|spider|toad|cane toad|venomous)',
            '(snakebite*|snake bite*|spider bite*|scorpion sting*|toad poison*|envenom*)',
            '(snake|spider) ... (bit|bitten) (cat|kitten|him|her)',
            'paralysis tick*'
        ],
        array[
            '(snake) (plant*|toy*)',
            '(ate|caught|killed|eats) ... (spider|spiders|snake toy)',
            'spider plant*',
            '(toy|fake|plush|rubber) (snake|spider)'
        ]),
    ('vomiting-or-coughing-blood', 'emergency', 'Vomiting or coughing up blood',
        'Blood, or what looks like coffee grounds, from the stomach or lungs needs an emergency vet now.',
        array[
            '{vomit} ... (blood|bloody|coffee grounds|red liquid|dark red)',
            '(cough*|spit*|drool*|sneez*) ... (blood|bloody)',
            '(blood|bloody) (in|with) ({vomit}|vomit|puke|drool|saliva|sputum|spit)',
            '(bloody|red) ({vomit}|drool|saliva)',
            '(blood) ... {vomit}',
            'coffee ground*'
        ],
        array[
            '(sneez*) ... (speck*|tiny)',
            'no blood',
            '(blood) (test*|work|sample*|sugar|pressure|glucose)',
            '{vomit} ... (blood work|blood test*|blood pressure)',
            'without blood',
            'not bloody'
        ]),
    ('no-food-two-days', 'emergency', 'No food for two days or more',
        'A cat that does not eat for two days can get liver failure, fat cats soonest: have it seen by a vet now.',
        array[
            '{not} {eating} + [2 days]',
            '(no|lost|lack of|without|zero|little) (appetite|food|eating|kibble|interest food) + [2 days]',
            '(without|no) (food|eating) + [2 days]',
            '(last) (ate|eaten|meal|eating|food|time ate|time he ate|time she ate|time eaten|had food|fed) + [2 days]',
            '(has not|have not|not) (touched|touch|finish*|taken|had) ... (food|meal|bowl|plate|kibble|bite|anything) + [2 days]',
            '(appetite) (gone|disappeared|lost|zero) + [2 days]',
            '(refus*|ignoring|starv*|not interested) ... (food|eat|meals) + [2 days]',
            '{eating} nothing + [2 days]',
            '(nothing|not a thing|not thing) ... {eating} + [2 days]',
            '(starved|starving|fasting|fasted|anorexi*) + [2 days]',
            '(off|gone off) (food|meals|kibble) + [2 days]',
            '(days) (without|with no) (food|eating)',
            '(days) not eating',
            'not eat* properly + [3 days]',
            '(days|hours) since ... (ate|eaten|food|meal|eat)',
            '{not} {eating} + (day 3|day 4|day 5|day three|third day)'
        ],
        array[
            '{not} (eat|eating|ate|eaten|like*) ... (plant*|lil*|poop|grass)',
            '(run|ran) out of food',
            'not {eating} (plant*|grass|plastic|string*|litter|paper|wool|lil*)',
            '(out of) food',
            '(food) (delivery|arriv*|order*)',
            'stop* eating (poop|litter|plastic|plants|grass|so fast|too fast|dog food)',
            'not feed* (wet|dry|raw)',
            'never (eat|eats|ate|eaten) (wet|fish|treats|human|people)',
            'off (couch|bed|table|counter)',
            'not (food aggress*|food motivated)',
            'no longer {eating} (plant*|plastic)',
            '(starving) (all the time|always|constantly|morning|act*)',
            '(acts|act|acting|thinks|pretend*|like) starv*',
            'stop (bite|feed|treats)',
            'stop* (feed|biting)',
            'off feed',
            '(not) dinner (time)'
        ]),
    ('severe-pain', 'emergency', 'Signs of severe pain',
        'Give no human painkillers, they can kill a cat; go to an emergency vet now.',
        array[
            '{pain-cry} (in|with|from) (pain|agony)',
            '{pain-cry} ... (in pain|agony|when touch*|when picked|when pick|when move*|when lifted|if touch*|touch*)',
            '(agony|excruciating|extreme pain|severe pain|terrible pain|so much pain|lot of pain|lots pain|massive pain|awful pain|unbearable|lots of pain)',
            '(scream*|shriek*) ... (cat|kitten|he|she|suddenly|nonstop|non stop|like being|loud*|constantly|when)',
            '(scream*|shriek*) (nonstop|non stop|constantly|loudly|pain)',
            '(severe|extreme|terrible|intense|obvious|clearly|lot|lots|much|bad|serious) pain',
            'in pain (very|badly|really|so much|severe*)'
        ],
        array[
            '(scream*|cry*|yowl*|meow*|howl*) (food|breakfast|dinner|at door|for food|for attention|for breakfast|for dinner|heat|at birds)',
            '(scream*|yowl*|howl*) ... (for food|mating|breakfast|dinner)',
            'scream* ... (food|heat|dinner|breakfast|fight*|play*)',
            'back pain',
            '(heat) ... (scream*|yowl*)'
        ]),
    ('eclampsia', 'emergency', 'A nursing mother that trembles, is stiff or restless',
        'Low calcium after birth can kill her quickly: take her to an emergency vet now and keep the kittens warm.',
        array[
            '(nursing|lactating|new mother|mother cat|mama cat|mom cat|momma cat|queen|gave birth|had kittens|nursing mother|feeding kittens|after birth) + (trembl*|tremor*|twitch*|shak*|stiff*|seiz*|spasm*|collaps*|stagger*|pant*|fever)',
            '(eclampsia|milk fever)'
        ],
        array[
            'queen (bed|size|mattress)'
        ]);

-- Urgent: a vet within a day.
insert into public.triage_rules (name, category, label, advice, patterns, exceptions) values
    ('not-eating', 'urgent', 'Not eating',
        'Call your vet today; a cat that has eaten nothing for a day needs to be seen, a kitten sooner.',
        array[
            '{not} {eating}',
            '(no|lost|lack of|loss of|without|zero|poor) appetite',
            '(appetite) (gone|disappeared|lost|loss|zero|poor|bad)',
            '(not|never) (touched|touch|finish*|taken|had) (food|meal|bowl|plate|kibble|breakfast|dinner|wet food)',
            '(refus*|ignoring|ignores|not interested|uninterested|no interest|turns nose up|turning nose up) ... (food|eat|eating|meals|breakfast|dinner|treats|kibble)',
            '(off|gone off) (food|meals|kibble|feed)',
            '(anorexi*|inappetence|starving himself|starving herself)',
            'eat* nothing',
            'nothing (eat|eaten)',
            'last (ate|meal|eaten) + [20 hours]'
        ],
        array[
            '{not} (eat|eating|ate|eaten) ... (plant*|poop|grass|litter|chocolate|lil*|{lily}|string*|onion*|grapes|raisins|poison*|antifreeze|mouse|mice|bird*|leaf|leaves|flower*|pill|pills|medicine|plastic|anything unusual|anything bad|anything weird|anything toxic|anything strange|anything poison*)',
            '(run|ran) out of food',
            '(out of) food',
            'stop* eating (poop|litter|plastic|plants|grass|so fast|too fast|dog food)',
            'stop* (food aggress*|feed|feeding|bite|biting|begging|treats)',
            'never (eat|eats|ate|eaten) (wet|fish|treats|human|people)',
            'off (couch|bed|table|counter)',
            'not (food aggress*|food motivated|dinner time|breakfast time)',
            '(not|never|stop) biting',
            'not (feed|feeding)',
            'no longer {eating} (plant*|plastic)',
            'not anything (wrong|serious|else|new|to worry|unusual)',
            'not anything',
            '(picky|fussy) ... (food|eat*|eater)',
            'off feed'
        ]),
    ('not-drinking', 'urgent', 'Not drinking',
        'A cat that drinks nothing dries out within a day, faster with vomiting or diarrhoea: call your vet today.',
        array[
            '(not|stopped|refus*|never|no longer|hardly|barely|will not) (drink*|drank|drunk|touch* water|water|any water|had water|take water|want* water|want* drink|drinking)',
            '{not} {eating} (or|and|nor) (drink*|drank|drunk)',
            '{not} (drink*|drank|drunk)',
            '(dehydrat*)',
            '(skin) (tents|tent|tented|stays up)',
            '(no water) + [12 hours]',
            '(sunken) eyes'
        ],
        array[
            'not drink* (milk|coffee|from|out of|bowl|much on wet)',
            'not water (plants|proof)',
            '(prevent|avoid) dehydrat*',
            'stop* drinking (from|out of|toilet|my)'
        ]),
    ('blood-in-urine', 'urgent', 'Blood in the urine',
        'Have it seen by a vet today; if the cat strains and little or nothing comes, go now.',
        array[
            '(blood|bloody|red|pink|pinkish|reddish|rusty) ... ({pee}|litter|litterbox|tray|litter box)',
            '{pee} ... (blood|bloody|red|pink|pinkish|reddish|brown|cola|rusty|dark)',
            '(bloody|pink|red) {pee}',
            '(pee*|urinat*|piss*|weeing) blood*',
            'blood (clots|clot) ... ({pee}|litter|box|tray)',
            '(haematuria|hematuria)'
        ],
        array[
            '(red|pink) (litter|box|tray|litterbox|bowl)',
            '(blood) ... ({poop}|stool*|diarrh*)',
            '({poop}|diarrh*) ... blood',
            'bloody ({poop}|diarrh*|stool*)',
            '(red|pink) (ball|toy|nose|spot*|collar|point*)',
            '(brown) (cat|fur|tabby|kitten|bed|rug|carpet|sofa)',
            'blood (work|test*|sample*|pressure|sugar)',
            '{pee} ... (bed|sofa|couch|carpet|floor|rug) ... (red|brown|pink|dark)',
            '{pee} ... (dark) (corner*|room*|night|closet*)',
            '{pee} ... (red|brown|pink) (rug|carpet|sofa|bed|couch|towel|blanket)'
        ]),
    ('urinary-signs', 'urgent', 'Painful or frequent urination',
        'Have the urine checked by a vet today; if nothing comes out, go to an emergency vet now.',
        array[
            '(strain*|straning|squat*|crouch*) ... ({pee}|{litter})',
            '{litter} ... (strain*|squat*|crouch*|cry*|cries|howl*|yowl*)',
            '{strain} {pee}',
            '(in and out|going|goes|goes back|running|runs|visits|visiting|trips|keeps|visit) ... {litter} ... (every few|constantly|over and over|times|minutes|repeatedly|crying|cries|frequent*|often|all day)',
            '(frequent*|constantly|often|repeatedly|more often|small amounts) {pee}',
            '{pee} (frequent*|constantly|often|repeatedly|more often|small amounts|little amounts|tiny amounts|every few|lots of times|blood)',
            '(pain*|hurts|burns|cry*|cries|yowl*|howl*|scream*|meow*) ... (pee|pees|peeing|urinat*|weeing|wees)',
            '(pee|pees|peeing|urinat*|weeing|wees) ... (pain*|hurts|burns|crying|cries|yowl*|howl*|scream*)',
            '(uti|cystitis|urinary tract infection|bladder infection|bladder stones|bladder stone|urinary crystals|crystals urine|struvite|flutd)',
            '(licking|licks) (genital*|penis|privates|private parts|groin|private area|himself down there|pee hole|vulva)',
            '(can not hold|incontinen*|dribbling|leaking) ({pee}|everywhere)',
            'incontinen*'
        ],
        array[
            '{strain} new (litter|box|tray)',
            '(strain*|push*|squat*|crouch*|struggl*|trying|tries|try) ... {poop}',
            '{poop} ... (strain*|squat*|{litter})',
            '{litter} ... {poop}',
            '(clean*|scoop*|wash) ... ({litter}|often|times)',
            'how often ... (clean|scoop|change)',
            '(cardboard|new|toy|empty|shoe) box',
            'litter train*',
            '{diarrhoea} ... {litter}',
            '{litter} ... {diarrhoea}',
            '{strain} {pee} (on|outside)',
            '{pee} ... (bed|sofa|couch|carpet|floor|rug|clothes|laundry)',
            '(try|trying|tried|tries) ... litter*',
            '(play*|sit*|sleep*|lies|lying) ... (litter|box|tray)'
        ]),
    ('repeated-vomiting', 'urgent', 'Repeated vomiting',
        'Take food away for a few hours, leave water, and call your vet today; go now if the cat is weak or in pain.',
        array[
            '{vomit} + [3 times]',
            '{vomit} + (keeps|repeatedly|constantly|nonstop|non stop|every hour|every few|again and again|over and over|continuous*|not stop*|all day|all night|multiple times|everything|several|since|violently|frequent*|many times|every time|after every|each meal|every meal)',
            '(keeps|keep|kept|not stop|cannot stop|unable stop|not stopped|continuous*|constant*|repeated*|non stop|nonstop|persistent*|severe*|projectile) {vomit}',
            '(not|cannot|unable) (keep|keeping|hold) ... down',
            '{vomit} ... ({diarrhoea}|letharg*|not eating|not eat|weak)',
            '({diarrhoea}|letharg*|not eating|not eat) ... {vomit}',
            '{vomit} + [1 days]',
            '(sick) + [2 times]',
            '(keeps|keep|kept) (sick|being sick)',
            '{vomit} + (cry*|pain*|bile)',
            '(vomit*|puke*|throwing up|sick) (everywhere|water|bile)',
            '{vomit} + [kitten]'
        ],
        array[
            '{vomit} ... (hairball*|fur ball*|furball*)',
            '(hairball*|fur ball*|furball*) ... {vomit}',
            '{vomit} ... (once|twice|occasional*) ... (week|month|year)',
            '{vomit} ... (once in while|now and then|every now|every few (weeks|months))',
            '{vomit} ... (as a kitten)',
            '{vomit} once',
            'keep* {vomit} (toys|mice|birds)'
        ]),
    ('bloody-diarrhoea', 'urgent', 'Diarrhoea or stool with blood',
        'Take a sample to a vet today; go now if the cat is weak, vomits or is a kitten.',
        array[
            '({diarrhoea}|{poop}) ... (blood|bloody|red|black|tarry)',
            '(blood|bloody|tarry|black) ... ({diarrhoea}|{poop})',
            'blood (from|out) (butt|bum|bottom|anus|rectum|rear)',
            '(butt|bum|bottom|anus|rectum) bleed*',
            'melena'
        ],
        array[
            '(black) (cat|kitten|fur|litter|spot*|dots)',
            'blood (work|test*|sample*|pressure|sugar)',
            'red (litter|box|mark*|nose)',
            '{pee} ... {poop}',
            '(black) cat'
        ]),
    ('severe-diarrhoea', 'urgent', 'Diarrhoea that lasts or in a kitten',
        'Offer water often and call your vet today; kittens dry out within hours.',
        array[
            '{diarrhoea} + [2 days]',
            '{diarrhoea} + (severe|constant*|explosive|nonstop|non stop|everywhere|watery|not stop*|letharg*|weak|not eating|uncontroll*|all day)',
            '(severe|constant*|explosive|nonstop|non stop|watery|continuous*|persistent*|chronic|bad|terrible|awful) {diarrhoea}',
            '{diarrhoea} + [kitten]',
            '{diarrhoea} + [4 times]'
        ],
        array[
            '(soft) stool*',
            '(no) {diarrhoea}'
        ]),
    ('constipation', 'urgent', 'Constipation or straining to pass stool',
        'Call your vet today; with vomiting, pain or nothing passed for three days go now, and give no human laxative.',
        array[
            'constipat*',
            '{strain} {poop}',
            '(strain*|push*|trying|tries|struggl*) ... {poop}',
            '(not|no|unable|cannot) (poo|pooed|pooing|poop*|defecat*|stool|stools|bowel movement*|had poop|had poo|passed stool|feces|bm|crap)',
            '(not) (poop|pooped|pooping|poo|pooed) + [1 days]',
            '(hard|dry|rock hard|small) {poop}',
            'poop* ... (stuck)',
            'obstipat*',
            'megacolon',
            'impacted',
            '(not) (gone|going) (number two)'
        ],
        array[
            'not poop* (in|on|outside) (litter|box|tray|bed|carpet|floor|rug|house)',
            'stop poop*',
            'not {poop} (in|on|outside) (litter|box|tray|bed|carpet|floor)',
            'no poop smell',
            'no (poop|poo) (smell|outside)'
        ]),
    ('jaundice', 'urgent', 'Yellow skin, gums or eyes (jaundice)',
        'This points to the liver or blood: have the cat seen by a vet today.',
        array[
            '(jaundice*|icteric|icterus|jaundis*)',
            '(yellow|yellowish|yellowing|orange) (gum|gums|skin|ears|ear|eyes whites|whites|tongue|tint|tinge|inside ears|around eyes|in eyes|mouth)',
            '({gums}|skin|ears|whites of eyes|whites|inside ears|inside mouth|roof mouth) ... (yellow|yellowish|yellowing|jaundic*)',
            '(eyes|eye) (turning|turned|going|gone|went) yellow'
        ],
        array[
            '(green and yellow|yellow and green|bright yellow|yellow) eyes',
            '(ears|ear) ... yellow (wax|discharge|gunk|goo)',
            '(yellow) (ear) (wax|gunk|discharge)',
            'yellow (discharge|teeth|plaque|tag)',
            'gums ... yellow (teeth|plaque|tartar)'
        ]),
    ('wound-or-abscess', 'urgent', 'A wound, bite or abscess',
        'Cover it loosely, give nothing for the pain, and have it seen by a vet today.',
        array[
            '(abscess*|absess|abcess*|abscesse*)',
            '(open|deep|infected|bad|nasty|big|gaping|puncture|bite|fresh|oozing|weeping|smelly|bloody|cat|swollen|large) (wound*|cut|gash*|laceration*|bite|sore|sores|hole|injury)',
            '(wound*|gash*|laceration*|puncture*)',
            '(pus|puss) (from|out|coming|oozing|leaking|draining|in|on|bubble)',
            '(oozing|leaking|draining|weeping|seeping) (pus|puss|fluid|liquid)',
            '(cat fight|catfight|cat fought|fight with (cat|another cat|tom|stray)|fought)',
            '(bit|bitten|bite|attacked|scratched|fight) ... (another cat|other cat|stray|tom|neighbours cat|neighbors cat|feral|tomcat|rat|squirrel|bat)',
            '(stitches|sutures|staples|incision|surgery site|spay site|spay incision|neuter site|surgical wound) ... (open*|burst|out|popped|infect*|bleed*|pus|swollen|gaping|oozing|ripped|pulled|red|licking|chewed|smell*|coming undone)',
            '(maggot*|fly eggs|fly strike|flystrike)',
            '(lump|bump) ... (hot|burst|pus|oozing|painful)',
            '(embedded|ingrown|grown into) (collar|claw|nail)',
            '(torn|ripped|broken|bleeding|split|lost) (claw|nail|toenail)',
            '(claw|nail|toenail|quick) ... (bleed*|torn|ripped|broken|ingrown)',
            '(skin) (torn|ripped|peeled|degloved|hanging)',
            '(hole in) (neck|side|leg|skin|back|face|cheek|paw|chest)',
            '(cut|sliced|slashed) (paw|pad|leg|open|foot|tail|ear)',
            '(paw|pad|leg|foot|tail|ear) (cut|bleed*|sliced|torn|ripped)',
            'bleed*'
        ],
        array[
            '(play|love) (bite*|fight*)',
            '(gums bleed*)',
            '(stop|prevent) ... fight*',
            'not bleed* wound',
            'bite me',
            '(bit|bites|bite|scratch*) (me|my hand|us|people|husband|wife|daughter|son|child*|visitors|guests)',
            '(my|your) (wound|cut|hand)',
            'short cut',
            '(wound*) up',
            '(wound) (fine|clean|completely) healed',
            '(attacked|attacks|attack) (other|another) (cat|cats)',
            '(attack*|bite*|fight*) ... (other|another) cat ... (stop|why|territor*|jealous*)'
        ]),
    ('limping', 'urgent', 'Limping or a hurt leg',
        'Keep the cat in one room and have it seen by a vet within a day; at once if it puts no weight on the leg.',
        array[
            '(limp|limping|limps|limped|limpin|hobbl*|lame|lameness)',
            '(not|unable|refus*) (put* weight|bear* weight|walk on|use|using|stand on|step on|put* paw|put* foot|put* leg) ... (leg|paw|foot|limb)',
            '(not) (put|putting|bearing) (weight)',
            '(holding|holds|carrying|keeping) (paw|leg|foot) (up|off)',
            '(hurt|injured|sprain*|twisted|sore|swollen|pain*|bad) (leg|paw|foot|tail|hip|shoulder|joint)',
            '(leg|paw|foot|tail|hip) (hurt*|injur*|swollen|sore|pain*|sprain*|caught)',
            '(tail) (limp|drooping|hanging|dead|pulled|not moving)',
            '(not|cannot|unable) (jump*|able jump)',
            '(favoring|favouring|favors|favours) ... (leg|paw|foot|side|limb)',
            'walk* on three legs',
            'three legs'
        ],
        array[
            '(gone|went|goes|completely|all|body|totally) limp',
            'limp (body|and|lifeless|in)',
            '(three) (legged)',
            'not jump* on (counter|table)',
            '(stop|not) ... jump* (on|onto|up|counter*|table*)'
        ]),
    ('eye-problem', 'urgent', 'A sore, swollen or discharging eye',
        'Eyes get worse fast: wipe the outside with a damp cloth, use no human drops, and have it seen by a vet within a day.',
        array[
            '(eye|eyes|eyelid*) ... (swollen|swelling|red|goopy|gooey|gunk*|discharge|pus|infect*|weepy|weeping|cloudy|squint*|shut|closed|crusty|watery|runny|inflamed|sore|sticky|irritat*|oozing|glued|puffy|ulcer*|gummy|hazy|conjunctivitis|green|matted)',
            '(swollen|red|goopy|gooey|gunky|weepy|cloudy|squint*|crusty|watery|runny|inflamed|infected|sore|sticky|irritated|puffy|pink|green|yellow) (eye|eyes|eyelid*|gunk|discharge from eye*)',
            '(squinting|squints|conjunctivitis|pink eye|pinkeye|third eyelid|cherry eye|uveitis|glaucoma)',
            '(discharge|pus|goop|gunk|goo) ... (eye|eyes)',
            '(not) open (eye|eyes)'
        ],
        array[
            '(green|yellow|blue) eyes',
            '(green|yellow) eye*',
            'eyes (green|blue|yellow|closed) (and|when|asleep|while) (sleep*|happy|purr*|content)',
            '(slow blink*|slow blinks)',
            '(closed|closes|shut) ... (purr*|sleep*|happy)',
            '(eyes) (not) open (newborn|yet)',
            'red dot'
        ]),
    ('balance-loss', 'urgent', 'Head tilt, circling, stumbling or confusion',
        'Keep the cat in a safe, padded place and have it seen by a vet today; at once if it gets worse.',
        array[
            '(head tilt*|tilting head|tilted head|head tilted|tilts head|head (to side|sideways|crooked|bobbing))',
            '(circling|circles|spinning|in circles)',
            '(stumbl*|stagger*|wobbl*|unsteady|uncoordinated|off balance|lost balance|losing balance|no balance|balance off|drunk|drunken|dizzy|ataxi*|vestibular|disorient*|unbalanced|swaying|falling over|falls over|fell over|tipping over|vertigo|stroke)',
            '(eyes) (flick*|darting|moving side|rolling|jerking|twitching|side to side)',
            '(nystagmus)',
            '(confused|disoriented|pressing head|head pressing|head against wall|presses head|staring at wall*|stares at wall*|staring into space|dazed|spaced out)',
            'walk* (funny|weird|sideways|strange*|drunk*|oddly)'
        ],
        array[
            '(tilts head|head tilt*|tilting head) ... (when talk|cute*|listen*|hear*|noise|curious)',
            '(tail) (circl*|spin*)',
            '(circles|circling) (before|my feet|my legs|around me|around legs|food)',
            'dark circles',
            '(drunk|drank) ... (milk|water)',
            '(i|me) (confused|dizzy)',
            'confused (why|how|about)',
            '(pet|pets) stroke*',
            'stroke (him|her|belly|fur|cat)',
            'like* stroke*'
        ]),
    ('cough-or-wheeze', 'urgent', 'Coughing or wheezing',
        'Have it seen by a vet within a day; go now if the cat breathes with effort or with its mouth open.',
        array[
            '(cough*|wheez*|asthma|asthmatic)',
            '(heart murmur|heart failure|heart disease|hcm|cardiomyopathy|irregular heart*|heart racing|fast heart*|heart rate)',
            '(noisy|raspy|rattl*|crackl*|whistl*|snor*) (breath*|chest|lungs)'
        ],
        array[
            '(cough*) ... (hairball*|furball*|fur ball*)',
            '(hairball*|furball*|fur ball*) ... cough*',
            'kennel cough vaccin*',
            'cough up money'
        ]),
    ('fever', 'urgent', 'Fever',
        'Give no human fever medicine, offer water, and have the cat seen by a vet today.',
        array[
            '(fever|feverish|febrile)',
            '(temperature|temp) ... (103|104|39|40|high|elevated|raised)',
            '(hot to touch|feels hot|burning up|ears hot|hot ears|very hot nose|feels warm|running temperature)'
        ],
        array[
            'spring fever',
            'cabin fever',
            '(hot) (water|food|day|weather)',
            'high (temperature|temp) (outside|room|weather)'
        ]),
    ('lethargy-or-hiding', 'urgent', 'Unusually quiet, weak or hiding',
        'Cats hide illness: call your vet today, sooner if the cat does not eat either.',
        array[
            '(letharg*|lethergic|lathargic|listless|sluggish|no energy|low energy|unusually quiet|very weak|weak|weaker|depressed|withdrawn|not himself|not herself|not itself|not acting normal|acting sick|acting weird|acting strange|acting strangely|not right|not well|unwell|very ill|really ill|really sick|so sick|very sick|seriously ill|out of sorts|poorly|under weather)',
            '(hiding|hides|hid) + (not eat*|{not} {eating}|not come out|not drink*|letharg*|not moved|sick|growl*|all day|under bed|closet)',
            '(hiding|hides|hid) + [12 hours]',
            '(not) (acting like|like self|acting right|acting self|playing|like usual)',
            '(sleep*|sleeping|lying) ... (all day|more than usual|constantly|whole day) ... (not|never|unlike|hardly|barely)',
            '(hardly|barely) (moves|moved|moving|gets up)',
            '(not) (moved|moving) + [6 hours]',
            '(ill|sick) (cat|kitten|since|for|and)',
            '(cat|kitten|he|she|is|really|very) (ill|sick)'
        ],
        array[
            '(hiding|hides) ... (vacuum|hoover|visitors|guests|strangers|thunder*|firework*|new home|new house|moved house|moved in|adopted|brought home|doorbell|carrier)',
            '(new home|new house|moved|adopted|brought home) ... (hiding|hides|hid)',
            '(hid|hides|hiding) (toys|treats|food)',
            '(sick) (of|leave)',
            '(car|motion) sick*',
            'not playing (with toy|nice)',
            'not right (size|food|brand|time|age|weight)',
            'weak (spot|tea)',
            '(not) like (new|other|dogs|wet|dry|vet|food|being|me|when|to be|brush*)',
            'poorly (behaved|trained|socialised|socialized)',
            '(get|gets|make|makes|cause) ... sick',
            'depressed after (moving|loss)'
        ]),
    ('bee-sting', 'urgent', 'A bee or wasp sting',
        'Remove the sting, cool the spot, and call your vet; go now if the face swells or breathing is hard.',
        array[
            '(stung|sting|stings|bee|wasp|hornet|yellowjacket|yellow jacket) ... (bee|wasp|hornet|sting|stung|paw|face|mouth|nose|lip|tongue|foot|head|leg)',
            '(bee|wasp|hornet|insect) (sting*|stung)',
            '(ate|eaten|swallow*|caught|bit|chew*) ... (bee|wasp|hornet)',
            '(stung)'
        ],
        array[
            '(bee) (toy|costume)',
            'bee line'
        ]),
    ('onion-or-garlic', 'urgent', 'Onion, garlic or their relatives',
        'These damage red blood cells over days: call a vet or a poison line today and say how much.',
        array[
            '{ate} ... (onion*|garlic|chive*|leek*|shallot*|scallion*|spring onion*)',
            '(onion*|garlic|chive*|leek*|shallot*) ... ({ate}|toxic|poison*|safe|dangerous|bad)',
            '{given} ... (onion*|garlic|chive*)',
            '(toxic|poison*|safe|dangerous) ... (onion*|garlic|chive*)',
            '{ate} ... (curry|gravy|baby food|soup|pizza|kebab) ... (onion*|garlic)'
        ],
        array[
            'garlic (bread crumb free)',
            'without (onion*|garlic)',
            '(named|called) (garlic|onion|chive*|leek)'
        ]),
    ('grapes-or-raisins', 'urgent', 'Grapes or raisins',
        'They can harm the kidneys: call a vet or a poison line today and say how many.',
        array[
            '{ate} ... (grape*|raisin*|currant*|sultana*|mince pie*|fruit cake|fruitcake|hot cross bun*)',
            '(grape*|raisin*|currant*|sultana*) ... ({ate}|toxic|poison*|safe|dangerous|bad)',
            '{given} ... (grape*|raisin*)',
            '(toxic|poison*|safe|dangerous) ... (grape*|raisin*)',
            '{ate} ... (macadamia*|avocado*|cooked bone*|chicken bone*|raw salmon|spoiled|rotten|mould*|moldy|mold)'
        ],
        array[
            'grapefruit scent'
        ]),
    ('swallowed-object', 'urgent', 'Swallowed an object',
        'Do not make the cat vomit; call your vet today, and go now if it vomits or stops eating.',
        array[
            '(swallow*|ingest*|ate|eaten|gulp*|consum*|eats|eating) ... (toy|toys|plastic|bead*|button|coin*|earplug*|ear plug*|foam|foil|rubber|cotton|cotton bud*|q tip*|sock|cloth|fabric|paper clip|bag|wrapper|cling film|saran wrap|plastic wrap|bottle cap|lego|stone|rock|pebble|corn cob|bone|bones|hairpin|bobby pin|ring|earring*|jewelry|jewellery|sponge|tampon|condom|pacifier|eraser|styrofoam|polystyrene|bubble wrap|feather*|feather toy|sticker*|tape|tin foil|packing peanut*|cat litter|puzzle piece|marble*)',
            '(toy|bead|button|coin|earring|ring|plastic|bell|ear plug|earplug) ... (swallow*|missing piece|ate|eaten|ingest*)',
            '(intestinal|bowel|gut|stomach) (obstruct*|blockage|blocked)',
            '(foreign (body|object))',
            'obstruct*'
        ],
        array[
            '(eat*|ate) ... (from|out of|off|with) (plastic|paper|toy|bag|rubber|foam|foil|bowl)',
            '(plastic|rubber|paper) (bowl|dish|plate)',
            'bone (broth|meal|dry|in food)',
            '(toy) mouse',
            '(eat*|ate) (bag) of',
            '(eat*|ate) bird*',
            '(eat*|ate) ... treat* ... (toy|ball)',
            '(puzzle|food|treat) (toy|ball)',
            '(urinary|urethral|bladder|urethra) (obstruct*|blockage)',
            '{ate} ... (play*|and) ... toys',
            'ring tail*',
            '(eat*|ate) ... (bag|bowl)',
            'swallow* (pill|pills|tablet|medicine)',
            '(urinary|bladder) obstruct*'
        ]),
    ('unknown-medicine', 'urgent', 'Ate a medicine or got a wrong dose',
        'Keep the package and call a vet or a poison line now; do not make the cat vomit.',
        array[
            '{ate} ... (pill|pills|tablet*|capsule*|medicine|medication*|meds|vitamin*|supplement*|cream|ointment|dog food medicine|dogs pill*|dog pill*|dogs med*|heartworm pill*|dogs medic*)',
            '{given} ... (dogs|dog|human|my|wrong|expired|husbands|wifes) (pill*|medicine|medication*|meds|antibiotic*|tablet*|amoxicillin|antihistamine)',
            '(wrong) (medicine|medication|med|meds|pill|pills|tablet*|dose)',
            '{given} ... (benadryl|pepto|pepto bismol|imodium|amoxicillin|antihistamine|zyrtec|claritin|melatonin|cbd|cbd oil|laxative|miralax|hydrogen peroxide)'
        ],
        array[
            '{not} ... (swallow|eat|take) ... (pill|pills|tablet*|medicine|meds|medication*)',
            '{ate} ... (cat vitamin*|cream cheese|ice cream|sour cream|whipped cream|cream)',
            '(how) ... (pill|tablet*|medicine|meds|medication*)',
            '(eat|ate|take|swallow*) (pill|pills|tablet*|meds) (with|in|fine|easily|pocket|without)',
            '(hide|crush|mix) (pill|pills|tablet*|meds)',
            'prescribed',
            'vet gave',
            'how get {ate}'
        ]),
    ('drooling-or-mouth-pain', 'urgent', 'Drooling or a painful mouth',
        'Look for anything stuck without forcing the mouth open, and have the cat seen by a vet within a day.',
        array[
            '(drool*|drolling|salivat*|slobber*|dribbling saliva|hypersalivat*)',
            '(mouth|teeth|tooth|jaw|gums|gum) (pain*|hurt*|sore|ulcer*|infect*|swollen|bleed*|abscess*)',
            '(pain*|sore|swollen|bleeding|infected) (mouth|teeth|tooth|jaw|gum|gums)',
            '(pawing|paws|pawed) (mouth|face)',
            '(drop*|falls out) food (out of mouth|mouth|eating|when)',
            '(hurts|pain*|cries|cry*) ... (eat|eats|eating|chew*)',
            '(mouth) ulcer*'
        ],
        array[
            '(drool*|salivat*|slobber*) ... (purr*|pet|pets|petted|stroked|happy|kneads|kneading|cuddl*|relax*|food|treats|love*|content)',
            '(purr*|pet|petted|happy|kneads|kneading|cuddl*|relax*) ... (drool*|slobber*)',
            'dog drool*'
        ]),
    ('trembling', 'urgent', 'Trembling or twitching',
        'Think of poisons first, keep the cat warm and quiet, and call your vet now.',
        array[
            '(trembl*|shiver*|twitch*|quiver*|shaking|jerking|shakes)',
            '(skin|body|back|head) (twitch*|rippling|ripples|shak*)'
        ],
        array[
            '(shak*) (head|ears|ear|treats|treat|tail|paw|hands|bag)',
            '(tail|ear|ears|whisker*|nose|paws) (twitch*|shak*|quiver*)',
            '(twitch*|trembl*|shak*|jerk*) ... (sleep*|asleep|dream*|nap*|bird*|window|fireworks|thunder*)',
            '(asleep|sleep*|dream*) ... (twitch*|trembl*|shak*|jerk*)',
            '(quiver*|twitch*) tail',
            '(scared|afraid|frightened|nervous|carrier|vet|bath) ... (shak*|trembl*|shiver*)',
            '(shak*|trembl*|shiver*) ... (scared|afraid|frightened|nervous|carrier|vet visit|bath)'
        ]),
    ('panting-after-exercise', 'urgent', 'Panting after play or in the car',
        'It should stop within minutes of rest in the cool; if it lasts or happens at rest, go to an emergency vet now.',
        array[
            '(pant|panting|pants|panted|pantin|open mouth*|mouth open) ... ((after|from|while|during|in|on) (play*|playing|running|zoomies|chasing|exercise|car ride)|car ride|in car)',
            '(after|when|while) (play*|running|zoomies|chasing|car) ... (pant|panting|panted)'
        ],
        array[
            '(chew*|scratch*|sleep*|lies) ... pants',
            'my pants'
        ]),
    ('swelling', 'urgent', 'A swelling',
        'Do not squeeze it; have it seen by a vet within a day, and go now if the face or throat swells.',
        array[
            '{swollen} (lymph*|gland*|joint*|paw*|leg*|nipple*|tail|toe*|foot|neck|ear|ears|ear flap|side|jaw|testicl*|penis|mammary|teat*|breast*|gum*)',
            '(paw*|leg|legs|nipple*|tail|toe*|foot|neck|ear|ears|jaw|testicl*|penis|mammary|teat*|breast*|gum*|joint*) ... {swollen}',
            '(mastitis|mammary infection)',
            '(penis) ... (stuck out|out|sticking out|not retract*)'
        ],
        array[
            '(tail) (puff*)',
            '(puff*) tail',
            'puffy (tail|paws|fur)',
            '(tail) ... (puff*|puffed)'
        ]),
    ('rabies-exposure', 'urgent', 'Contact with a bat or a possibly rabid animal',
        'Wash your hands, touch the cat with gloves, and call your vet and the health authority today.',
        array[
            '(rabies|rabid) ... (bit|bitten|exposed|exposure|bat|raccoon|contact|animal|suspect*)',
            '(bitten|bit|caught|killed|ate|exposed|attacked|fought|contact|fight|played) ... (bat|bats|rabid)',
            '(rabid)'
        ],
        array[
            'rabies (vaccin*|shot*|booster*|tag|certificate)',
            'bat (toy|ears|costume)',
            'bats (at|toys)',
            '(caught|ate) ... bat toy'
        ]),
    ('pregnancy-concern', 'urgent', 'A pregnant or nursing cat that is unwell',
        'Call your vet today; call now if she strains, bleeds or is weak.',
        array[
            '(pregnant|pregnancy|nursing mother|expecting kittens) + (not eat*|{not} {eating}|letharg*|{vomit}|discharge|bleed*|blood|sick|weak|fever|smell*|pain|hiding and cry*)',
            '(miscarr*|stillborn|still born|stillbirth|premature kitten*|aborted|dead kitten*)',
            '(gave birth|had kittens) + ({not} {eating}|letharg*|fever|discharge|bleed*|blood|smell*|weak|sick)'
        ],
        array[]::text[]),
    ('parasite-crisis', 'urgent', 'Heavy parasites in a weak cat or kitten',
        'Fleas and worms can drain a small cat of blood: have it seen by a vet today.',
        array[
            '(covered|infested|crawling|riddled|loads of|full of) (flea*|lice|tick*|worms|mites) + [kitten]',
            '(flea*|worms|lice) + (pale|weak|letharg*|anemi*|anaemi*|not eating)',
            '(anemi*|anaemi*)',
            '{vomit} ... (worm|worms)',
            '(worm|worms) ... {vomit}'
        ],
        array[
            'worms weak'
        ]),
    ('vaccine-reaction', 'urgent', 'Unwell after a vaccination or treatment',
        'Sleepiness for a day is common, anything more is not: call your vet today.',
        array[
            '(vaccin*|shot|shots|jab|jabs|injection|booster|flea treatment|anesthesia|anaesthetic|anaesthesia|surgery|spay*|neuter*|operation|microchip*) ... (letharg*|{vomit}|fever|swollen|swelling|lump|not eat*|not eating|limp*|sick|weak|hiding|infect*|bleed*|reaction|ill|drool*)',
            '(letharg*|{vomit}|fever|lump|not eating|limping|sick|hiding|reaction|ill|drool*) ... (after|since) ... (vaccin*|shots|shot|jab|jabs|injection|booster|surgery|spay*|neuter*|operation|flea treatment)'
        ],
        array[
            '(limp) in',
            '(should|can|when|need*|want*) ... (spay*|neuter*|vaccin*) ... sick'
        ]),
    ('young-kitten-alone', 'urgent', 'Very young or orphaned kittens',
        'Keep them warm first and call a vet or a shelter today for milk replacer and a feeding plan.',
        array[
            '(orphan*|abandon*|found|motherless|stray|no mother|without mother|without mom) ... (newborn*|kitten|kittens|eyes closed|umbilical)',
            '(newborn*|kitten|kittens) ... (orphan*|abandon*|no mom|no mother|no mum|alone|without mother|without mom|without mum|eyes closed|umbilical)',
            '(days|day|week) old (kitten|kittens)',
            'bottle (baby|babies)'
        ],
        array[
            '(kitten) ... alone (at home|while|home|at work|in room|overnight|with)',
            '(leave|leaving|left) ... alone'
        ]);

-- Routine: a vet at the next opportunity, or care at home.
insert into public.triage_rules (name, category, label, advice, patterns, exceptions) values
    ('fleas-and-ticks', 'routine', 'Fleas or ticks',
        'Use a product made for cats of this weight only, never one for dogs, and treat the home too.',
        array[
            '(flea|fleas|fleabites|flea dirt|flees on)',
            '(tick|ticks)',
            '(lice|louse|mites)'
        ],
        array[
            'ticking',
            'tick box'
        ]),
    ('worms', 'routine', 'Worms',
        'Ask your vet for a wormer that fits the weight and age.',
        array[
            '(worm|worms|tapeworm*|roundworm*|hookworm*|deworm*|de worm|worming|wormer|rice in poop|rice grains|parasite*|giardia)'
        ],
        array[
            'worm toy'
        ]),
    ('ear-mites', 'routine', 'Itchy or dirty ears',
        'Put nothing into the ear; have a vet look into it within some days.',
        array[
            '(ear mites|earmites|ear mite|ear infection|earwax|ear wax)',
            '(ear|ears) ... (itch*|scratch*|dirty|smell*|brown|black|gunk*|discharge|wax*|red|shak*|crusty|coffee|debris|infect*)',
            '(scratch*|shak*|itch*) ... (ear|ears|head)',
            'shak* head',
            'head shak*'
        ],
        array[
            '(black|brown|red) ears',
            'scratch* behind ears'
        ]),
    ('skin-and-coat', 'routine', 'Itching, skin or coat',
        'Look for fleas first and have a vet see it if it lasts or spreads.',
        array[
            '(itch*|scratching himself|scratching herself|scratches herself|scratches himself|scabs|scabby|dandruff|rash|bald patch*|bald spot*|hair loss|losing hair|losing fur|fur loss|ringworm|dry skin|flaky|shedding|sheds|matted|mats|matting|dull coat|greasy|dermatitis|eczema|allerg*|acne|hot spot*|skin)',
            '(fur|hair|coat) (fall*|thin*|loss|coming out|clumps|gone|missing|patch*)',
            '(going bald|balding|is bald|bald)'
        ],
        array[
            'skin tent*',
            '(lick*|groom*) ... bald'
        ]),
    ('vaccination', 'routine', 'Vaccination',
        'Your vet sets the schedule; kittens start at 8 to 9 weeks, grown cats get boosters.',
        array[
            '(vaccin*|vacinat*|booster*|immuniz*|immunis*|fvrcp|rabies shot*|shots|jabs|first shots)'
        ],
        array[
            'shots fired'
        ]),
    ('hairballs', 'routine', 'Hairballs',
        'Brush often; see a vet if it retches without result, stops eating or does it more than weekly.',
        array[
            '(hairball*|hair ball*|furball*|fur ball*|hacking|hairbal*)'
        ],
        array[
            'hacking into'
        ]),
    ('occasional-vomiting', 'routine', 'Vomited once or now and then',
        'Offer small meals and watch; see a vet if it repeats, there is blood, or the cat is not bright.',
        array[
            '{vomit}',
            '(sick) (on|once|after eating|after food|carpet|rug|yesterday|morning)',
            'car sick*',
            'carsick*'
        ],
        array[
            'sick of',
            'brought up (kitten|by|hand|indoors|bottle)',
            'bringing up (kitten|children)',
            '(bring|bringing|brought) up (topic|vet|with)'
        ]),
    ('mild-diarrhoea', 'routine', 'Loose stool',
        'Offer water and the usual food in small meals; see a vet if it lasts two days or has blood.',
        array[
            '{diarrhoea}',
            '(soft|loose|runny|smelly|mucus|mucous) {poop}',
            '(gas|gassy|farting|farts|flatulence)'
        ],
        array[
            'gas (leak|stove|cooker)',
            '(runs|the runs) (around|away|to|from|into|up|off|out|across|under|through|after|at|like|in|over|back|fast|wild|down|over)',
            'runs'
        ]),
    ('dental', 'routine', 'Teeth and breath',
        'Have the teeth checked at the next visit; sooner if eating hurts.',
        array[
            '(bad breath|breath smell*|breath stink*|smelly breath|stinky breath|tartar|plaque|gingivitis|dental|teeth|tooth|teething|brush* teeth|toothpaste|stomatitis|fishy breath|mouth odor|mouth odour|mouth smell*)'
        ],
        array[
            'tooth fairy'
        ]),
    ('diet-and-weight', 'routine', 'Food and weight',
        'Change food over a week; a vet can set a target weight and amount.',
        array[
            '(diet|overweight|obese|fat cat|chubby|too fat|lose weight|losing weight|lost weight|weight loss|weight gain|gained weight|gaining weight|underweight|skinny|thin|how much feed|how much food|how often feed|what food|best food|wet food|dry food|raw food|raw diet|kibble|treats|picky eater|fussy eater|picky|fussy|portion*|calories|nutrition|new food|change food|switch food|food brand|grain free|milk|tuna|feed*)',
            '(eat*|ate) (less|more|too fast|too much|grass|fast|lot)'
        ],
        array[
            'thin line'
        ]),
    ('thirst', 'routine', 'Drinking or urinating more than usual',
        'This can be kidneys, thyroid or diabetes: have blood and urine checked within some days.',
        array[
            '(drinking|drinks|drink|drinkin) (lot|lots|more|much|tons|excessive*|constantly|loads|too much|so much|extra)',
            '(excessive|increased|extreme|very|always|constantly) (thirst|thirsty|drinking)',
            '(thirsty|water intake)',
            '{pee} (lot|lots|more|large|excessive*|huge|tons|big clumps)',
            '(kidney disease|kidneys|kidney|ckd|hyperthyroid*|thyroid|diabet*|insulin)',
            '(large|big|huge|bigger|larger) (pee|urine) clumps'
        ],
        array[
            'lots people'
        ]),
    ('colds-and-sneezing', 'routine', 'Sneezing or a cold',
        'Keep the nose clean and offer warm, smelly food; see a vet if it stops eating or breathes with its mouth.',
        array[
            '(sneez*|runny nose|stuffy nose|snotty|snot|congest*|cat flu|catflu|upper respiratory*|uri|cold symptoms|common cold|caught cold|has cold|nasal discharge|nose running|blocked nose|snuffl*|sniffl*|hiccup*|herpes|calici*|snor*)',
            '(nose) (runny|discharge|crusty|dry|blocked|stuffy)'
        ],
        array[]::text[]),
    ('neutering', 'routine', 'Spaying or neutering',
        'Your vet can do it from about four months of age.',
        array[
            '(spay*|neuter*|castrat*|desex*|sterilis*|steriliz*|fixed|in heat|on heat|heat cycle)'
        ],
        array[
            'fixed (door|window|car|toilet|fence|sink|problem)'
        ]),
    ('grooming-and-nails', 'routine', 'Grooming and nails',
        'A little and often, with rewards; ask your vet or a groomer to show you.',
        array[
            '(groom*|brush*|bath|bathe|bathing|nail trim*|trim nails|cut nails|clip nails|nail clip*|trim claws|cut claws|clip claws|shampoo|comb*|declaw*|claws trimmed|nails trimmed)'
        ],
        array[
            'brush fire',
            'bath (mat|tub|room|towel)'
        ]),
    ('lumps', 'routine', 'A lump',
        'Note its size and have a vet feel it within a week.',
        array[
            '(lump|lumps|bump|bumps|growth|mass|tumor|tumour|cyst|wart|nodule|mole)'
        ],
        array[
            'bumps (into|head|me)',
            'growth rate',
            'mole (hole*|hill*)',
            'speed bump'
        ]),
    ('ageing', 'routine', 'An old cat',
        'Two checks a year with blood, urine and blood pressure find most troubles early.',
        array[
            '(senior|elderly|geriatric|arthritis|arthritic|stiff|old age|aging|ageing|dementia|senile|mobility)'
        ],
        array[
            'senior (food|partner)'
        ]),
    ('pregnancy', 'routine', 'Pregnancy and kittens',
        'Pregnancy lasts about nine weeks; have her seen once and keep the vet''s night number at hand.',
        array[
            '(pregnan*|gestation|mating|due date|expecting kittens|nesting)',
            '(kitten care|kitten food|new kitten|wean*|kitten)'
        ],
        array[]::text[]),
    ('checkup', 'routine', 'Check-up, paperwork and cost',
        'Call your vet''s practice for an appointment.',
        array[
            '(checkup*|check up|check ups|annual exam|wellness|microchip*|insurance|vet appointment|vet visit|how much cost|cost*|passport|travel*|flight|fly with|blood work|blood test*|routine visit)'
        ],
        array[]::text[]),
    ('giving-medicine', 'routine', 'Giving a prescribed medicine',
        'Ask the practice to show you; never change the dose yourself.',
        array[
            '(pill|pills|tablet*|medicine|medication*|meds|eye drops|ear drops|antibiotic*|metacam|gabapentin|prednisolone|liquid medicine|inhaler)'
        ],
        array[]::text[]);

-- Behavioral: conduct rather than illness. A sudden change may still have a bodily cause.
insert into public.triage_rules (name, category, label, advice, patterns, exceptions) values
    ('spraying', 'behavioral', 'Spraying',
        'Rule out illness first, then look for what upsets the cat; neutering helps most.',
        array[
            '(spraying|sprays|sprayed|spray|marking territory|marking|urine marking|territorial marking|scent marking|marks territory)'
        ],
        array[
            'spray (bottle|water|with water|paint|bleach|deterrent)',
            '(bug|pest|flea|nasal|pepper|hair) spray',
            '(got|been|skunk|by skunk) spray*',
            'sprayed (with|by|in)'
        ]),
    ('scratching-furniture', 'behavioral', 'Scratching furniture',
        'Offer tall, firm scratching posts where the cat scratches now.',
        array[
            '(scratch*|claw*|clawing|shred*|ruin*|destroy*|tearing) ... (furniture|sofa|couch|carpet|rug|curtain*|wallpaper|wall*|chair*|door|doors|mattress|bed|upholstery|armchair|leather)',
            '(furniture|sofa|couch|carpet|rug|curtains|wallpaper) ... (scratch*|claw*|shred*|ruin*|destroy*)',
            '(scratching post*|scratch post*|scratcher|destructive)'
        ],
        array[
            'scratch* (himself|herself|ear*|eye*)'
        ]),
    ('aggression', 'behavioral', 'Aggression',
        'Do not punish; separate calmly and see a vet to rule out pain.',
        array[
            '(aggressi*|aggresive|aggression|hiss*|growl*|swat*|swip*|hostile|mean)',
            '(attack*|bites|biting|bite|bit|scratches|scratched|lunges|swats|pounces|pounc*) ... (me|us|my|people|ankle*|feet|hand*|leg*|legs|guest*|visitor*|husband|wife|kid*|child*|daughter|son|other cat*|another cat|owner|baby)',
            '(attack*|attacks|biting|bites|biter|nips|nipping|nibbles fingers)',
            '(fight*|fighting|fights|bully*|bullies|bullying) ... (cat*|each other|sister|brother|sibling*|other|housemate)',
            'cats ... (fight*|not get along|hate|hates)',
            'jealous*',
            'territorial'
        ],
        array[
            'heart attack',
            'asthma attack',
            'mean*'
        ]),
    ('night-noise', 'behavioral', 'Crying or activity at night',
        'Play and feed late, ignore the noise, and have an old cat''s thyroid and blood pressure checked.',
        array[
            '(yowl*|meow*|miaow*|cry*|cries|howl*|scream*|vocal*|loud|noisy|caterwaul*|wail*|runs around|running around|zoomies|awake|active|playing|wakes|waking|wake) ... (night|nighttime|am|midnight|morning|dawn|sleep)',
            '(night|am|midnight|3am|4am|5am|dawn) ... (yowl*|meow*|miaow*|cry*|cries|howl*|wakes|waking|zoomies|crazy)',
            '(meow*|miaow*|vocal*|yowl*|caterwaul*|zoomies|talkative|meows)',
            '(keeps|waking|wakes) (me|us) (up|awake)',
            'wakes up',
            'waking up'
        ],
        array[]::text[]),
    ('litter-avoidance', 'behavioral', 'Going outside the litter box',
        'Rule out illness first; then one clean, large, open box more than there are cats.',
        array[
            '({pee}|{poop}) ... (outside|bed|sofa|couch|carpet|floor|rug|clothes|laundry|bath|sink|corner*|everywhere|wrong place*|house|furniture|pillow|mat|bathtub|shoes|duvet)',
            '(outside|next to|beside|near) ... (litter|box|tray|litterbox)',
            '(not|stopped|refus*|avoid*|never) (use|using|used|uses|go in|going in|like) ... (litter|box|tray|litterbox|toilet)',
            '(avoid*|refus*|hates) (litter|litterbox|box|tray)',
            '(litter train*|litter box train*|toilet train*|inappropriate {pee}|house training|house soiling|accidents|litter box problem*)'
        ],
        array[
            'not like food'
        ]),
    ('new-companion', 'behavioral', 'Introducing cats, dogs and people',
        'Take weeks: separate rooms, swapped scents, short meetings with food.',
        array[
            '(introduc*|new cat|second cat|another cat|new dog|new puppy|new baby|get along|getting along|resident cat|bring* home|companion|bonded|bonding)'
        ],
        array[]::text[]),
    ('fear-and-stress', 'behavioral', 'Fear, stress or loneliness',
        'Give hiding places, routine and time; ask your vet if it does not get better.',
        array[
            '(scared|afraid|fear*|frightened|anxious|anxiety|stress*|nervous|shy|timid|skittish|lonely|separation|firework*|thunder*|vacuum|hoover|moving house|moved house|new home|new house|hides when|hiding from|hides from|clingy|clinging|bored|boredom|hide from|hiding)'
        ],
        array[
            'fear* worst'
        ]),
    ('over-grooming', 'behavioral', 'Overgrooming',
        'Have a vet rule out itch and pain first, then look for stress.',
        array[
            '(over groom*|overgroom*|excessive* (groom*|lick*)|licks (belly bald|belly|fur off|himself bald|herself bald)|licking (belly|fur off|constantly|bald)|pulling fur|pulls fur|pulling hair out|biting fur|barber*|licking herself|licking himself)'
        ],
        array[]::text[]),
    ('everyday-conduct', 'behavioral', 'Everyday behaviour',
        'Reward what you like, give the cat something better to do, and never punish.',
        array[
            '(counter|counters|countertop*|jump* on table|jumps on|knocks things|knocking things|knead*|training|train|leash|harness|play*|toy|toys|bunny kick*|hunting|hunts|brings dead|dead (mouse|bird|mice)|prey|chew* (cord*|cable*|wire*|plastic)|sucks|suckling wool|pica|eating plastic|begging|steals|stealing|escape*|door dash*|bolts|catnip|behavior|behaviour|behaving|cuddl*|affectionate|headbutt*|chirp*|stares|staring|tail wag*|tail flick*|bite* gently|love bite*|sit on lap|lap cat|zoomies|bring* mice|bring* birds|dig* plants|knocking over|knocks over|slow blink*|follows)'
        ],
        array[]::text[]);

-- From here on every change raises the version.
create trigger triage_rules_raise_version
    after insert or update or delete on public.triage_rules
    for each statement execute function catb.bump_triage_version();
create trigger triage_rules_truncate_raises_version
    after truncate on public.triage_rules
    for each statement execute function catb.bump_triage_version();
create trigger triage_word_lists_raise_version
    after insert or update or delete on public.triage_word_lists
    for each statement execute function catb.bump_triage_version();
create trigger triage_word_lists_truncate_raises_version
    after truncate on public.triage_word_lists
    for each statement execute function catb.bump_triage_version();
create trigger triage_rules_keep_updated_at
    before update on public.triage_rules
    for each row execute function catb.touch_triage_rule();
