-- Up Migration

-- Two roles without a login. share_owner owns the tables and is itself bound by row-level security; share_app, which the
-- server works as, may call the functions below and nothing else: no table is open to it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'share_owner') then create role share_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'share_app') then create role share_app nologin; end if;
end
$$;
do $$
begin
  execute format('grant share_owner, share_app to %I', current_user);
end
$$;
create schema share authorization share_owner;
set role share_owner;
grant usage on schema share to share_app;

-- One shared book. head: number of its last entry; the lock on this row gives the numbers, so none is ever passed over.
create table share.space (
  id int generated always as identity primary key,
  digest text not null unique check (digest ~ '^[0-9a-f]{64}$'),
  head bigint not null default 0,
  bytes bigint not null default 0
);

-- Worked out by the server from the signed entries; can be made anew from them at any time.
create table share.member (
  space int not null references share.space,
  device text not null,
  role text not null check (role in ('chair', 'council', 'officer', 'unit', 'viewer')),
  revoked boolean not null,
  primary key (space, device, role)
);
create index member_device on share.member (device);

-- body: the exact bytes that were signed.
create table share.entry (
  space int not null references share.space,
  seq bigint not null,
  hash text not null,
  device text not null,
  n int not null,
  kind text not null,
  received_at timestamptz not null default now(),
  body bytea not null,
  signature text not null,
  primary key (space, seq),
  unique (space, hash)
) partition by hash (space);
create index entry_chain on share.entry (space, device, n);
create index entry_rights on share.entry (space) where kind in ('founding', 'joining', 'admission', 'revocation');

-- Files that entries name. By space: nobody learns from an answer what another space holds.
create table share.file (
  space int not null references share.space,
  digest text not null,
  bytes bytea not null,
  primary key (space, digest)
) partition by hash (space);

do $$
begin
  for part in 0 .. 7 loop
    execute format('create table share.entry_%s partition of share.entry for values with (modulus 8, remainder %s)', part, part);
    execute format('create table share.file_%s partition of share.file for values with (modulus 8, remainder %s)', part, part);
    execute format('alter table share.file_%s alter column bytes set storage external', part);
  end loop;
end
$$;

-- space is null for one that founds; used_by: the device that used it, and no other may.
create table share.invitation (
  secret_hash text primary key,
  space int references share.space,
  expires_at timestamptz not null,
  used_by text
);

-- What the server signs its tokens with; several processes share it.
create table share.token_key (value text not null);
insert into share.token_key
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- Nothing is changed, nothing is taken away: not by the app, not by the owner, not by a superuser's slip.
create function share.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries and files are never changed' using errcode = '42501';
end
$$;
create trigger entry_stays before update or delete on share.entry for each row execute function share.refuse_change();
create trigger file_stays before update or delete on share.file for each row execute function share.refuse_change();
do $$
begin
  for part in 0 .. 7 loop
    execute format('create trigger entry_stays_whole before truncate on share.entry_%s execute function share.refuse_change()', part);
    execute format('create trigger file_stays_whole before truncate on share.file_%s execute function share.refuse_change()', part);
  end loop;
end
$$;
create trigger entry_stays_whole before truncate on share.entry execute function share.refuse_change();
create trigger file_stays_whole before truncate on share.file execute function share.refuse_change();

-- Who is asking: the device the server has a token of. 'judge' is set by the functions that work out rights.
create function share.me() returns text language sql stable as $$ select current_setting('share.device', true) $$;
create function share.is_judge() returns boolean language sql stable as $$ select coalesce(current_setting('share.judge', true), '') = 'on' $$;
create function share.readable() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct space), '{}') from share.member where device = share.me() and not revoked and role <> 'unit'
$$;
create function share.writable() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct space), '{}') from share.member where device = share.me() and not revoked and role <> 'viewer'
$$;
create function share.asked() returns int[] language sql stable as $$
  select coalesce(array_agg(distinct id), '{}') from share.space
  where id = nullif(current_setting('share.invited', true), '')::int
    or exists (select from share.member where space = id and device = share.me())
$$;

alter table share.entry enable row level security;
alter table share.entry force row level security;
create policy entry_read on share.entry for select using (
  space = any ((select share.readable())::int[])
  or device = (select share.me())
  or (kind = 'founding' and space = any ((select share.asked())::int[]))
  or (select share.is_judge())
);
create policy entry_add on share.entry for insert with check (
  space = any ((select share.writable())::int[])
  or (kind = 'joining' and device = (select share.me()) and space = any ((select share.asked())::int[]))
);
alter table share.file enable row level security;
alter table share.file force row level security;
create policy file_read on share.file for select using (space = any ((select share.readable())::int[]));
create policy file_add on share.file for insert with check (space = any ((select share.writable())::int[]));
do $$
begin
  for part in 0 .. 7 loop
    execute format('alter table share.entry_%s enable row level security', part);
    execute format('alter table share.entry_%s force row level security', part);
    execute format('alter table share.file_%s enable row level security', part);
    execute format('alter table share.file_%s force row level security', part);
  end loop;
end
$$;

-- The functions. Each says who asks; what row-level security hides is as if it were not there.

create function share.enter(device text, space_digest text, secret text) returns int
language plpgsql security definer set search_path = share, pg_temp as $$
declare found_id int; invited int;
begin
  perform set_config('share.device', device, true), set_config('share.judge', '', true);
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

-- Locks the space for this push. Makes it when the invitation is one to found. Null: there is none, and none is to be made.
create function share.begin_push(device text, space_digest text, secret text) returns int
language plpgsql security definer set search_path = share, pg_temp as $$
declare found_id int;
begin
  if not exists (select from share.space where digest = space_digest) then
    update share.invitation set used_by = device
      where secret_hash = secret and space is null and expires_at > now() and used_by is null;
    if not found then return null; end if;
    insert into share.space (digest) values (space_digest) on conflict do nothing;
  end if;
  found_id := share.enter(device, space_digest, secret);
  perform from share.space where id = found_id for update;
  return found_id;
end
$$;

-- All that rights and chains are worked out from: entries of rights, those asked about, and where a chain already forks.
create function share.before_push(in_space int, devices text[], hashes text[])
returns table (what text, hash text, device text, n int, body text, signature text)
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  perform set_config('share.judge', 'on', true);
  return query
    select 'rights', e.hash, e.device, e.n, convert_from(e.body, 'UTF8'), e.signature from share.entry e
      where e.space = in_space and (e.kind in ('founding', 'admission', 'revocation') or (e.kind = 'joining' and e.device = any (devices)))
    union all
    select 'known', e.hash, e.device, e.n, '', '' from share.entry e where e.space = in_space and e.hash = any (hashes)
    union all
    select 'forked', '', e.device, e.n, '', '' from share.entry e where e.space = in_space
        and (e.device = any (devices) or e.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'))
      group by e.device, e.n having count(*) > 1;
  perform set_config('share.judge', '', true);
end
$$;

create function share.set_members(in_space int, members json) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  delete from share.member where space = in_space;
  insert into share.member (space, device, role, revoked)
    select in_space, m.device, m.role, m.revoked from json_to_recordset(members) as m(device text, role text, revoked boolean);
end
$$;

create function share.spend(device text, in_space int, secret text) returns void
language sql security definer set search_path = share, pg_temp as $$
  update share.invitation set used_by = device where secret_hash = secret and space = in_space and used_by is null
$$;

-- Adds what is not there yet, in the order given; most: bytes the space may come to.
create function share.add(in_space int, entries json, most bigint) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare first bigint; added bigint; weight bigint;
begin
  select head into first from share.space where id = in_space for update;
  perform set_config('share.judge', 'on', true);
  create temporary table if not exists adding (at bigint, hash text, device text, n int, kind text, body bytea, signature text) on commit drop;
  truncate pg_temp.adding;
  insert into pg_temp.adding
    select row_number() over (order by x.at), x.hash, x.device, x.n, x.kind, convert_to(x.body, 'UTF8'), x.signature
    from json_to_recordset(entries) as x(at bigint, hash text, device text, n int, kind text, body text, signature text)
    where not exists (select from share.entry e where e.space = in_space and e.hash = x.hash);
  perform set_config('share.judge', '', true);
  select count(*), coalesce(sum(octet_length(a.body) + 400), 0) into added, weight from pg_temp.adding a;
  if (select bytes from share.space where id = in_space) + weight > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  insert into share.entry (space, seq, hash, device, n, kind, body, signature)
    select in_space, first + a.at, a.hash, a.device, a.n, a.kind, a.body, a.signature from pg_temp.adding a;
  update share.space set head = first + added, bytes = bytes + weight where id = in_space;
  return first + added;
end
$$;

create function share.pull(device text, space_digest text, secret text, since bigint, most int)
returns table (seq bigint, hash text, body text, signature text, is_whole boolean)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, secret);
  return query
    select e.seq, e.hash, convert_from(e.body, 'UTF8'), e.signature, in_space = any (share.readable())
    from share.entry e
    where e.space = in_space and e.seq > since order by e.seq limit most;
end
$$;

create function share.put_file(device text, space_digest text, file_digest text, file_bytes bytea, most bigint) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int; added int;
begin
  in_space := share.enter(device, space_digest, null);
  if in_space is null or not in_space = any (share.writable()) then return false; end if;
  perform from share.space where id = in_space for update;
  if (select bytes from share.space where id = in_space) + octet_length(file_bytes) > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  insert into share.file (space, digest, bytes) values (in_space, file_digest, file_bytes) on conflict do nothing;
  get diagnostics added = row_count;
  if added > 0 then update share.space set bytes = bytes + octet_length(file_bytes) where id = in_space; end if;
  return true;
end
$$;

create function share.has_files(device text, space_digest text, digests text[]) returns setof text
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, null);
  return query select f.digest from share.file f where f.space = in_space and f.digest = any (digests);
end
$$;

create function share.take_file(device text, space_digest text, file_digest text) returns bytea
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, null);
  return (select f.bytes from share.file f where f.space = in_space and f.digest = file_digest);
end
$$;

-- Only a chair invites, and never more than 200 that wait.
create function share.invite(device text, space_digest text, secret text) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, null);
  if in_space is null
    or not exists (select from share.member m where m.space = in_space and m.device = invite.device and m.role = 'chair' and not revoked)
    or (select count(*) from share.invitation where space = in_space and used_by is null and expires_at > now()) >= 200
  then return false; end if;
  insert into share.invitation (secret_hash, space, expires_at) values (secret, in_space, now() + interval '7 days')
    on conflict do nothing;
  return true;
end
$$;

-- Head of a space for a device that may read it; null otherwise.
create function share.head(device text, space_digest text) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int;
begin
  in_space := share.enter(device, space_digest, null);
  return (select s.head from share.space s where s.id = in_space and s.id = any (share.readable()));
end
$$;

-- For those who wait for news: numbers alone, nothing of what is in them.
create function share.heads(digests text[]) returns table (digest text, head bigint)
language sql security definer set search_path = share, pg_temp as $$
  select s.digest, s.head from share.space s where s.digest = any (digests)
$$;

create function share.sizes() returns table (spaces bigint, entries bigint, bytes bigint)
language sql security definer set search_path = share, pg_temp as $$
  select count(*), coalesce(sum(head), 0)::bigint, coalesce(sum(bytes), 0)::bigint from share.space
$$;

create function share.tokens_key() returns text
language sql security definer set search_path = share, pg_temp as $$ select value from share.token_key $$;

-- Lets somebody found a book. Not the app's: whoever runs the server calls it.
create function share.invite_founder(secret text) returns void
language sql security definer set search_path = share, pg_temp as $$
  insert into share.invitation (secret_hash, expires_at) values (secret, now() + interval '7 days')
$$;

revoke execute on all functions in schema share from public;
grant execute on function
  share.begin_push(text, text, text), share.before_push(int, text[], text[]), share.set_members(int, json),
  share.spend(text, int, text), share.add(int, json, bigint), share.pull(text, text, text, bigint, int),
  share.put_file(text, text, text, bytea, bigint), share.has_files(text, text, text[]),
  share.take_file(text, text, text), share.invite(text, text, text), share.head(text, text),
  share.heads(text[]), share.sizes(), share.tokens_key()
to share_app;
reset role;
