-- Open means: no policies, or one that lets every row through.
select
    r.object,
    pg_catalog.format('%s shows %s to %s.', r.object, hidden.columns, hidden.names) as message,
    case when r.relrowsecurity
        then 'A policy with using (true) lets these roles read every row, and they may read these columns.'
        else 'Row level security is off, and these roles may read these columns of every row.'
    end as detail,
    pg_catalog.format('revoke select on %s from %s; then grant select on the columns that they need.', r.object, hidden.names) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(distinct a.attname, ', ') as columns,
        pg_catalog.string_agg(distinct o.name, ', ') as names
    from pg_catalog.pg_attribute as a
    cross join outsiders as o
    where a.attrelid = r.oid
        and a.attnum > 0
        and not a.attisdropped
        and pg_catalog.replace(pg_catalog.lower(a.attname), '-', '_') ~ (
            '^(user_|encrypted_|hashed_|customer_|patient_|stripe_|access_|refresh_|session_|reset_|client_|recovery_)?'
            '(password|password_hash|passwd|pwd|passphrase|secret|secret_key|private_key|api_?key|token|token_hash|jwt|otp|otp_secret|'
            'totp_secret|backup_codes?|ssn|social_security(_number)?|passport(_number|_id)?|national_id|tax_id|'
            'drivers?_licen[cs]e|credit_card(_number)?|card_number|cvv|cvc|bank_account|account_number|'
            'routing_number|iban|swift_code|medical_record(_number)?|health_record|insurance_number|diagnosis|'
            'mac_address|imei|pgp_key|gpg_key|ssh_key|date_of_birth)$'
        )
        and pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
        and pg_catalog.has_column_privilege(o.role, r.oid, a.attnum, 'select')
        and (
            not r.relrowsecurity
            or exists (
                select
                from pg_catalog.pg_policy as p
                where p.polrelid = r.oid
                    and p.polpermissive
                    and p.polcmd in ('r', '*')
                    and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true'
                    and (0 = any (p.polroles) or o.role = any (p.polroles))
            )
        )
) as hidden
where r.exposed
    and r.relkind in ('r', 'p', 'f', 'm')
    and hidden.columns is not null
