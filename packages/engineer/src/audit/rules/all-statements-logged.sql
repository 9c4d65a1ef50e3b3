select
    null::text as object,
    pg_catalog.format('The server logs the text of statements (log_statement = %s).', s.setting) as message,
    'The values in them are logged with them: what people wrote, and the passwords in create role and alter role.' as detail,
    'alter system set log_statement = ''none''; pg_stat_statements counts statements without their values.' as hint
from pg_catalog.pg_settings as s
where s.name = 'log_statement' and s.setting in ('mod', 'all')
