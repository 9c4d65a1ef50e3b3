-- Takes back: the admin keys, with every key there is. The setting CATB_ADMIN_KEY opens what it opened.
drop function catb.revoke_admin_key(text);
drop function catb.rotate_admin_key(text, timestamptz);
drop function catb.create_admin_key(text, timestamptz);
drop function catb.new_admin_key();
drop function catb.admin_key_name(text);
drop table catb.admin_keys;
delete from catb.error_codes
where name in ('admin_key_name_taken', 'admin_key_not_found', 'admin_key_name_invalid',
    'admin_key_expiry_invalid', 'admin_key_revoked');
