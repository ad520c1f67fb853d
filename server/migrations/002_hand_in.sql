-- Up Migration

-- Units hand in by link. A link's key is no member: it reads nothing of the book, and what it says comes in by
-- share.hand_in alone.
set role share_owner;

-- Worked out by the server from the signed entries; can be made anew from them at any time. secret: the digest of the
-- link's secret, which never comes here.
create table share.link (
  secret text primary key,
  space int not null references share.space,
  device text not null,
  entry_hash text not null,
  until timestamptz not null,
  ended boolean not null default false
);
create index link_device on share.link (space, device);

alter policy entry_add on share.entry with check (
  space = any ((select share.writable())::int[])
  or (kind = 'joining' and device = (select share.me()) and space = any ((select share.asked())::int[]))
  or (kind = 'handed-in' and device = (select share.me()) and space = (select nullif(current_setting('share.handing', true), '')::int))
);
alter policy file_read on share.file using (space = any ((select share.readable())::int[]) or (select share.is_judge()));
alter policy file_add on share.file with check (
  space = any ((select share.writable())::int[])
  or space = (select nullif(current_setting('share.handing', true), '')::int)
);

create or replace function share.enter(device text, space_digest text, secret text) returns int
language plpgsql security definer set search_path = share, pg_temp as $$
declare found_id int; invited int;
begin
  perform set_config('share.device', device, true), set_config('share.judge', '', true), set_config('share.handing', '', true);
  select id into found_id from share.space where digest = space_digest;
  select space into invited from share.invitation
    where secret_hash = secret and expires_at > now() and space = found_id and coalesce(used_by, device) = device;
  -- One that asked before is let in to its own entry again, without its invitation.
  if invited is null and exists (select from share.entry e where e.space = found_id and e.device = enter.device and kind = 'joining') then
    invited := found_id;
  end if;
  perform set_config('share.invited', coalesce(invited::text, ''), true);
  return found_id;
end
$$;

-- As before, and for devices that are links: who made them, and what ended some.
create or replace function share.before_push(in_space int, devices text[], hashes text[])
returns table (what text, hash text, device text, n int, body text, signature text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare linked text[];
begin
  perform set_config('share.judge', 'on', true);
  select coalesce(array_agg(l.entry_hash), '{}') into linked from share.link l where l.space = in_space and l.device = any (devices);
  return query
    select 'rights', e.hash, e.device, e.n, convert_from(e.body, 'UTF8'), e.signature from share.entry e
      where e.space = in_space and (e.kind in ('founding', 'admission', 'revocation') or (e.kind = 'joining' and e.device = any (devices)))
    union all
    select 'rights', e.hash, e.device, e.n, convert_from(e.body, 'UTF8'), e.signature from share.entry e
      where e.space = in_space and cardinality(linked) > 0 and (e.hash = any (linked) or e.kind = 'link-end')
    union all
    select 'known', e.hash, e.device, e.n, '', '' from share.entry e where e.space = in_space and e.hash = any (hashes)
    union all
    select 'forked', '', e.device, e.n, '', '' from share.entry e where e.space = in_space
        and (e.device = any (devices) or e.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'))
      group by e.device, e.n having count(*) > 1;
  perform set_config('share.judge', '', true);
end
$$;

create index entry_link_end on share.entry (space) where kind = 'link-end';

-- Links that were made, and those that were ended. Whoever names a secret first has it.
create function share.note_links(in_space int, made json, ended_devices text[]) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  insert into share.link (secret, space, device, entry_hash, until)
    select x.secret, in_space, x.device, x.entry_hash, x.until
    from json_to_recordset(made) as x(secret text, device text, entry_hash text, until timestamptz)
    on conflict do nothing;
  update share.link l set ended = true where l.space = in_space and l.device = any (ended_devices);
end
$$;

-- The link of a secret, and all that was handed in by it, the earlier first. Locks the space for a report that comes in.
create function share.link_of(secret_digest text, to_hand_in boolean)
returns table (space int, digest text, device text, link_body text, until timestamptz, is_late boolean, ended boolean, handed_in json)
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link;
begin
  select * into own from share.link l where l.secret = secret_digest;
  if own.secret is null then return; end if;
  if to_hand_in then
    perform from share.space s where s.id = own.space for update;
    select * into own from share.link l where l.secret = secret_digest;
  end if;
  perform set_config('share.device', own.device, true), set_config('share.judge', 'on', true), set_config('share.handing', '', true);
  return query
    select own.space, s.digest, own.device, convert_from(made.body, 'UTF8'), own.until, own.until < now(), own.ended, (
      select coalesce(json_agg(json_build_object(
        'n', e.n, 'hash', e.hash, 'at', to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'seconds', extract(epoch from now() - e.received_at),
        'file', convert_from(e.body, 'UTF8')::json -> 'fact' -> 'file') order by e.n, e.seq), '[]'::json)
      from share.entry e where e.space = own.space and e.device = own.device and e.kind = 'handed-in')
    from share.space s join share.entry made on made.space = s.id and made.hash = own.entry_hash
    where s.id = own.space;
  perform set_config('share.judge', '', true);
end
$$;

-- The empty form the link is for.
create function share.link_form(secret_digest text, form_digest text) returns bytea
language plpgsql security definer set search_path = share, pg_temp as $$
declare form bytea;
begin
  perform set_config('share.judge', 'on', true);
  select f.bytes into form from share.file f join share.link l on l.space = f.space
    where l.secret = secret_digest and f.digest = form_digest;
  perform set_config('share.judge', '', true);
  return form;
end
$$;

-- Takes in a report the server has judged: its file and its entry together, or nothing.
create function share.hand_in(in_space int, device text, entry json, file_digest text, file_bytes bytea, most bigint)
returns table (head bigint, at text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare added int; stored bigint;
begin
  perform set_config('share.device', device, true), set_config('share.judge', '', true),
    set_config('share.invited', '', true), set_config('share.handing', in_space::text, true);
  insert into share.file (space, digest, bytes) values (in_space, file_digest, file_bytes) on conflict do nothing;
  get diagnostics added = row_count;
  if added > 0 then update share.space s set bytes = s.bytes + octet_length(file_bytes) where s.id = in_space; end if;
  stored := share.add(in_space, json_build_array(entry), most);
  perform set_config('share.handing', '', true);
  perform set_config('share.judge', 'on', true);
  return query select stored, to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from share.entry e where e.space = in_space and e.seq = stored;
  perform set_config('share.judge', '', true);
end
$$;

revoke execute on all functions in schema share from public;
grant execute on function
  share.note_links(int, json, text[]), share.link_of(text, boolean), share.link_form(text, text),
  share.hand_in(int, text, json, text, bytea, bigint)
to share_app;
reset role;
