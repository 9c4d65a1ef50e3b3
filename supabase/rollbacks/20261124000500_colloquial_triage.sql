-- Takes back: the phrases and the new rule. Edits that were made since are kept; a rule that nobody has
-- edited since is as it was, its date included.
alter table public.triage_rules disable trigger user;

update public.triage_rules r
set patterns = array(
        select p.pattern from unnest(r.patterns) with ordinality p(pattern, position)
        where p.pattern <> all (added.patterns)
        order by p.position),
    exceptions = array(
        select p.pattern from unnest(r.exceptions) with ordinality p(pattern, position)
        where p.pattern <> all (added.exceptions)
        order by p.position)
from (values
    ('urinary-blockage', array[
        '(no|not|without) (wet patch*|one wet patch*|single wet patch*|wet clump*|single clump*|one clump*)'
    ], '{}'),
    ('breathing-trouble', array[
        '{breathe} ... (rasp*|ragged|rattl*|crackl*|gurgl*|whistl*)',
        '(mouths|gob) (open|wide open|hanging|hangin|gaping|gapin) + {breathe}'
    ], '{}'),
    ('antifreeze', array[
        'radiator (stuff|liquid|water|juice)',
        '(car|engine) (fluid|liquid|juice)',
        '(green|blue|pink) (liquid|stuff|fluid|puddle) ... (garage|driveway|under car|radiator)'
    ], array[
        '(fluid|oil|coolant) (topped up|changed|checked|level)'
    ]),
    ('rodent-poison', array[
        '(rat|rats|mouse|mice|rodent) (poision*|poisen*|posion*|poisin*)',
        '(poision*|poisen*|posion*|poisin*) ... (rat|rats|mouse|mice|rodent*)'
    ], '{}'),
    ('string-hanging', array[
        '{string} ... (outta|hangin|danglin|stickin|pokin|trailin)',
        '(hanging|hangin|dangl*|danglin|sticking|stickin|poking|pokin) outta (mouth|gob|bum|bumhole|bottom|butt|backside|arse|ass)'
    ], '{}'),
    ('swallowed-string-or-sharp', array[
        '{sharp} thru (mouth|throat|tongue|stomach|paw|lip|jaw|cheek)',
        '(fish hook*|fishhook*|fishing hook*) ... (lip|mouth|tongue|cheek|paw|eye|ear|skin)'
    ], '{}'),
    ('stuck-birth', array[
        '(water|waters) (broke*|gone|went) ... (nothing|no kitten*|hours|not)',
        '(green|black|brown) (goo|gunk|gloop) ... (waters|labor|labour|birth|kittening|contraction*|pregnan*)',
        '(waters|labor|labour|birth|kittening|contraction*|pregnan*) ... (green|black|brown) (goo|gunk|gloop)'
    ], '{}'),
    ('vomiting-or-coughing-blood', array[
        '(sick|sicking|sickin|sicked|chucking|chucked|heaving) (blood|up blood)',
        '(sick|sicked) ... (loads|lots|full|red|bright red) (blood|red blood)',
        'blood in sick'
    ], '{}'),
    ('no-food-two-days', array[
        '(not|never) (touch|touched|had|wanted) (brekkie|brekky|tea|supper|din dins|dindins|grub|biscuits|bikkies|biccies|nosh|scran) + [2 days]',
        '(off|gone off) (grub|nosh|scran|biscuits|tea) + [2 days]'
    ], '{}'),
    ('crush-or-blow', array[
        '(shut|locked|trapped|stuck|caught) (in|inside) (tumble dryer*|tumble drier*|tumbledryer*|tumbledrier*|dryer|drier|washing machine|washer|oven|microwave)',
        '(tumble dryer*|tumble drier*|dryer|drier|washing machine|washer) ... (shut|trapped|spun|spinning) ... (cat|kitten|in it|inside)'
    ], array[
        '(bed|beds|blanket*|bedding|toy|toys|collar|treats|fur|hair|clothes|laundry) ... (in|inside) (tumble dryer*|tumble drier*|dryer|drier|washing machine|washer|oven|microwave)',
        '(watch|watches|watching) ... (washing machine|washer|dryer|drier)'
    ]),
    ('not-eating', array[
        '(not|never) (touch|touched|had|wanted) (brekkie|brekky|tea|supper|din dins|dindins|grub|biscuits|bikkies|biccies|nosh|scran)',
        '(off|gone off) (grub|nosh|scran|biscuits|tea)'
    ], '{}'),
    ('urinary-signs', array[
        '{pee} every (few|couple|5|five|10|ten) (min|mins|minutes)',
        '(constantly|always) (needing|wanting) {pee}'
    ], '{}'),
    ('lethargy-or-hiding', array[
        '(sits|sat|sitting|sittin|crouched|huddled) (hunched|huddled|hunched up|all hunched up|hunkered)'
    ], '{}')
) as added (name, patterns, exceptions)
where r.name = added.name;

-- An edit that has left nothing is no edit: the rule gets back its date, and the history forgets it.
with undone as (
    delete from public.triage_rule_history h
    using public.triage_rules r
    where r.name = h.name and r.updated_at = h.replaced_at
        and to_jsonb(r) - 'updated_at' = h.rule - 'updated_at'
    returning h.name, h.rule
)
update public.triage_rules r
set updated_at = (undone.rule ->> 'updated_at')::timestamptz
from undone
where r.name = undone.name;

delete from public.triage_rules where name = 'thirst-and-weight-loss';
alter table public.triage_rules enable trigger user;

alter table public.triage_word_lists disable trigger user;
update public.triage_word_lists l
set words = array(
    select w.word from unnest(l.words) with ordinality w(word, position)
    where w.word <> all (added.words)
    order by w.position)
from (values
    ('string', array[
        'thred*',
        'cotton thread*',
        'sewing cotton',
        'fishing wire'
    ]),
    ('household-chemical', array[
        'poision*',
        'poisen*',
        'posion*',
        'poisin*',
        'bleech',
        'deisel',
        'turps',
        'zoflora'
    ])
) as added (name, words)
where l.name = added.name;
alter table public.triage_word_lists enable trigger user;

-- Three statements raised it. Servers compare it for being another, and read the rules again.
update public.triage_rules_version
set version = version - 3, changed_at = coalesce((select max(updated_at) from public.triage_rules), changed_at);
