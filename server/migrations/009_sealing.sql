-- Up Migration

-- Files lie closed, each under a key of its own that lies apart (file_key): a file is sealed by taking its key away. What
-- is sealed follows from the chairs' entries alone, whatever an older backup of the keys brings back.
set role share_owner;

-- key_id '': lies open, as earlier versions kept files.
alter table share.file add column key_id text not null default '';
alter table share.file drop constraint file_pkey;
alter table share.file add primary key (space, digest, key_id);

create table share.file_key (
  space int not null references share.space,
  digest text not null,
  id text not null,
  key bytea not null,
  primary key (space, digest, id)
);
alter table share.file_key enable row level security;
alter table share.file_key force row level security;
create policy key_read on share.file_key for select using (space = any ((select share.readable())::int[]) or (select share.is_judge()));
create policy key_add on share.file_key for insert with check (
  space = any ((select share.files_from())::int[])
  or space = (select nullif(current_setting('share.handing', true), '')::int)
);
create policy key_drop on share.file_key for delete using ((select share.is_judge()));
create policy file_drop on share.file for delete using ((select share.is_judge()));

create index entry_sealing on share.entry (space) where kind in ('sealing', 'unknown');

-- Digests the chairs sealed. An entry that an earlier version took as of no known kind it took from anybody: only a
-- chair's counts, and of a chain that forks only what stands before.
create function share.sealed_in(in_space int) returns text[]
language plpgsql security definer set search_path = share, pg_temp as $$
declare judged text := coalesce(current_setting('share.judge', true), ''); found text[];
begin
  perform set_config('share.judge', 'on', true);
  select coalesce(array_agg(said.fact ->> 'file'), '{}') into found
    from share.entry e, lateral (select convert_from(e.body, 'UTF8')::json -> 'fact' as fact) said
    where e.space = in_space and e.kind in ('sealing', 'unknown') and said.fact ->> 'kind' = 'sealing'
      and exists (select from share.member m where m.space = in_space and m.device = e.device and m.role = 'chair')
      and not exists (select from share.fork f where f.space = in_space and f.device = e.device and f.n <= e.n);
  perform set_config('share.judge', judged, true);
  return found;
end
$$;

-- Taken away are keys of what is sealed, and what lies open of it: nothing else, by nobody.
create function share.refuse_unsealed() returns trigger language plpgsql as $$
begin
  if old.digest = any (share.sealed_in(old.space)) then return old; end if;
  raise exception 'only what is sealed is taken away' using errcode = '42501';
end
$$;
create function share.refuse_closed() returns trigger language plpgsql as $$
begin
  if old.key_id = '' and old.digest = any (share.sealed_in(old.space)) then return old; end if;
  raise exception 'entries and files are never changed' using errcode = '42501';
end
$$;
create trigger key_stays before update on share.file_key for each row execute function share.refuse_change();
create trigger key_stays_whole before truncate on share.file_key execute function share.refuse_change();
create trigger key_goes before delete on share.file_key for each row execute function share.refuse_unsealed();
drop trigger file_stays on share.file;
create trigger file_stays before update on share.file for each row execute function share.refuse_change();
create trigger file_goes before delete on share.file for each row execute function share.refuse_closed();

-- Takes away the keys of what is sealed in the space; null: in every space.
create function share.drop_keys(in_space int) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
declare one int; sealed text[];
begin
  perform set_config('share.judge', 'on', true);
  for one in select distinct e.space from share.entry e
    where e.kind in ('sealing', 'unknown') and (in_space is null or e.space = in_space)
  loop
    sealed := share.sealed_in(one);
    delete from share.file_key k where k.space = one and k.digest = any (sealed);
    delete from share.file f where f.space = one and f.digest = any (sealed) and f.key_id = '';
  end loop;
  perform set_config('share.judge', '', true);
end
$$;

-- Keeps a file with its key, unless one that can be opened is here, or it is sealed. Who asks has been let in.
create function share.keep_file(in_space int, file_digest text, file_bytes bytea, id text, file_key bytea) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
declare judged text := coalesce(current_setting('share.judge', true), ''); is_here boolean;
begin
  if file_digest = any (share.sealed_in(in_space)) then return; end if;
  -- Whoever brings files may not read them all.
  perform set_config('share.judge', 'on', true);
  is_here := exists (select from share.file f left join share.file_key k on (k.space, k.digest, k.id) = (f.space, f.digest, f.key_id)
    where f.space = in_space and f.digest = file_digest and (f.key_id = '' or k.key is not null));
  perform set_config('share.judge', judged, true);
  if is_here then return; end if;
  insert into share.file_key (space, digest, id, key) values (in_space, file_digest, id, file_key);
  insert into share.file (space, digest, key_id, bytes) values (in_space, file_digest, id, file_bytes);
  update share.space s set bytes = s.bytes + octet_length(file_bytes) where s.id = in_space;
end
$$;

drop function share.put_file(text, text, text, bytea, bigint);
create function share.put_file(device text, space_digest text, file_digest text, file_bytes bytea, id text, file_key bytea, most bigint) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, null);
  if in_space is null or not in_space = any (share.writable()) then return false; end if;
  perform from share.space s where s.id = in_space for update;
  if (select s.bytes from share.space s where s.id = in_space) + octet_length(file_bytes) > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  perform share.keep_file(in_space, file_digest, file_bytes, put_file.id, file_key);
  return true;
end
$$;

create or replace function share.has_files(device text, space_digest text, digests text[]) returns setof text
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int; sealed text[];
begin
  in_space := share.enter(device, space_digest, null);
  sealed := share.sealed_in(in_space);
  return query select distinct f.digest from share.file f
    left join share.file_key k on (k.space, k.digest, k.id) = (f.space, f.digest, f.key_id)
    where f.space = in_space and f.digest = any (digests) and not f.digest = any (sealed) and (f.key_id = '' or k.key is not null);
end
$$;

-- key null: the bytes lie open.
drop function share.take_file(text, text, text);
create function share.take_file(device text, space_digest text, file_digest text) returns table (bytes bytea, key bytea)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int; sealed text[];
begin
  in_space := share.enter(device, space_digest, null);
  sealed := share.sealed_in(in_space);
  return query select f.bytes, k.key from share.file f
    left join share.file_key k on (k.space, k.digest, k.id) = (f.space, f.digest, f.key_id)
    where f.space = in_space and f.digest = file_digest and not f.digest = any (sealed) and (f.key_id = '' or k.key is not null)
    limit 1;
end
$$;

drop function share.link_form(text, text);
create function share.link_form(secret_digest text, form_digest text) returns table (bytes bytea, key bytea)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int; sealed text[];
begin
  select l.space into in_space from share.link l where l.secret = secret_digest;
  sealed := share.sealed_in(in_space);
  perform set_config('share.judge', 'on', true);
  return query select f.bytes, k.key from share.file f
    left join share.file_key k on (k.space, k.digest, k.id) = (f.space, f.digest, f.key_id)
    where f.space = in_space and f.digest = form_digest and not f.digest = any (sealed) and (f.key_id = '' or k.key is not null)
    limit 1;
  perform set_config('share.judge', '', true);
end
$$;

-- As before, the file closed. Nothing, where the file is sealed: its entry would stand for bytes nobody has.
drop function share.hand_in(int, text, json, bytea, text, bytea, bigint);
create function share.hand_in(
  in_space int, device text, entries json, bodies bytea, file_digest text, file_bytes bytea, id text, file_key bytea, most bigint
) returns table (head bigint, at text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare stored bigint;
begin
  if file_digest = any (share.sealed_in(in_space)) then return; end if;
  perform set_config('share.device', device, true), set_config('share.judge', '', true),
    set_config('share.invited', '', true), set_config('share.handing', in_space::text, true);
  perform share.keep_file(in_space, file_digest, file_bytes, hand_in.id, file_key);
  stored := share.add(in_space, entries, bodies, most);
  perform set_config('share.handing', '', true);
  perform set_config('share.judge', 'on', true);
  return query select stored, to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from share.entry e where e.space = in_space and e.seq = stored;
  perform set_config('share.judge', '', true);
end
$$;

revoke execute on all functions in schema share from public;
grant execute on function
  share.drop_keys(int), share.put_file(text, text, text, bytea, text, bytea, bigint), share.take_file(text, text, text),
  share.link_form(text, text), share.hand_in(int, text, json, bytea, text, bytea, text, bytea, bigint)
to share_app;
reset role;
