-- Up Migration

-- The book of a province: its communes send results. A commune sees what the province says and what it sent itself,
-- never what another commune sent.
set role share_owner;

alter table share.member drop constraint member_role_check;
alter table share.member add constraint member_role_check
  check (role in ('chair', 'council', 'officer', 'unit', 'commune', 'viewer'));

create or replace function share.readable() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct space), '{}') from share.member
  where device = share.me() and not revoked and role not in ('unit', 'commune')
$$;
-- Devices whose words a commune hears: the chairs of its provinces.
create function share.heard() returns text[] language sql stable as $$
  select coalesce(array_agg(distinct chair.device), '{}') from share.member own join share.member chair using (space)
  where own.device = share.me() and not own.revoked and own.role = 'commune' and chair.role = 'chair'
$$;
create function share.heard_in() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct space), '{}') from share.member
  where device = share.me() and not revoked and role = 'commune'
$$;
alter policy entry_read on share.entry using (
  space = any ((select share.readable())::int[])
  or device = (select share.me())
  or (kind = 'founding' and space = any ((select share.asked())::int[]))
  or (device = any ((select share.heard())::text[]) and space = any ((select share.heard_in())::int[]))
  or (select share.is_judge())
);
-- Results need no files.
create function share.files_from() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct space), '{}') from share.member
  where device = share.me() and not revoked and role not in ('viewer', 'commune')
$$;
alter policy file_add on share.file with check (
  space = any ((select share.files_from())::int[])
  or space = (select nullif(current_setting('share.handing', true), '')::int)
);

revoke execute on all functions in schema share from public;
reset role;
