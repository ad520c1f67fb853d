-- Up Migration

-- The shared books. What the server may call of this stands in server/rights.sql, which is run after the migrations.
--
-- share_owner owns the tables and is itself bound by row-level security; nobody logs in as it. The role the server logs
-- in as is no member of it and sees no table: it calls functions, and every function that acts for a device or judges
-- entries wants a pass that only the server's program can make (share.opened). SQL that slips into a query has none.
do $$
begin
  if not exists (select from pg_roles where rolname = 'share_owner') then create role share_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'share_app') then create role share_app nologin; end if;
  execute format('grant share_owner to %I', current_user);
end
$$;
create schema share authorization share_owner;
set role share_owner;

-- Which of the migrations the tables are at; each migration replaces it.
create function share.version() returns int language sql immutable as $$ select 1 $$;

-- A shared book. head: number of its last entry; the lock on this row gives the numbers, so none is ever passed over.
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
  role text not null check (role in ('chair', 'council', 'appraiser', 'officer', 'unit', 'commune', 'viewer')),
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
create index entry_rights on share.entry (space) where kind in ('founding', 'joining', 'admission', 'revocation', 'healing');
create index entry_link_end on share.entry (space) where kind = 'link-end';

-- Files that entries name, closed, each under a key of its own that lies apart (file_key): a file is sealed by taking its
-- key away. By space: nobody learns from an answer what another space holds.
create table share.file (
  space int not null references share.space,
  digest text not null,
  key_id text not null,
  bytes bytea not null,
  primary key (space, digest, key_id)
) partition by hash (space);
create table share.file_key (
  space int not null references share.space,
  digest text not null,
  id text not null,
  key bytea not null,
  primary key (space, digest, id)
);

do $$
begin
  for part in 0 .. 7 loop
    execute format('create table share.entry_%s partition of share.entry for values with (modulus 8, remainder %s)', part, part);
    execute format('create table share.file_%s partition of share.file for values with (modulus 8, remainder %s)', part, part);
    execute format('alter table share.file_%s alter column bytes set storage external', part);
  end loop;
end
$$;

-- Links by which units hand in. A link's key is no member: it reads nothing of the book, and what it says comes in by
-- share.hand_in alone. secret: the digest of the link's secret, which never comes here.
create table share.link (
  secret text primary key,
  space int not null references share.space,
  device text not null,
  entry_hash text not null,
  until timestamptz not null,
  ended boolean not null default false
);
create index link_device on share.link (space, device);

-- What pushes and questions are answered by, noted when an entry comes, so that none is read again: where a chain forks,
-- which forks a chair healed, which files a chair sealed.
create table share.fork (
  space int not null references share.space,
  device text not null,
  n int not null,
  primary key (space, device, n)
);
create table share.healed (
  space int not null references share.space,
  device text not null,
  first int not null,
  last int not null,
  hash text not null,
  primary key (space, hash)
);
create table share.sealed (
  space int not null references share.space,
  hash text not null,
  device text not null,
  n int not null,
  file text not null,
  primary key (space, hash)
);

-- Results by themselves, with the name the province gave the commune: what a province hands on to the nation's server by
-- logical replication. No device, no number of a book on this server, nothing else of any book stands here.
create table share.result (
  book text not null,
  hash text not null,
  commune text not null,
  period text not null,
  received_at timestamptz not null default now(),
  body bytea not null,
  signature text not null,
  primary key (book, hash)
);
create index result_of_period on share.result (period, book, commune, received_at desc);

-- Entries an operator set apart: they stay where they are, but nobody is given them and nothing is worked out from them.
create table share.apart (
  space int not null references share.space,
  hash text not null,
  at timestamptz not null default now(),
  reason text not null,
  primary key (space, hash)
);

-- space is null for an invitation to found; used_by: the device that used it, and no other may.
create table share.invitation (
  secret_hash text primary key,
  space int references share.space,
  expires_at timestamptz not null,
  used_by text
);

-- The two halves HMAC-SHA256 makes of the server's key. The key itself is the server program's (SERVER_KEY).
create table share.server_key (inner_pad bytea not null, outer_pad bytea not null);

-- Questions of a login that were answered, until they would have run out by themselves; place: the order they came in.
create table share.spent (
  question text primary key,
  until timestamptz not null,
  place bigint generated always as identity unique
);

do $$
begin
  alter table share.entry alter column body set compression lz4;
  for part in 0 .. 7 loop
    execute format('alter table share.entry_%s alter column body set compression lz4', part);
  end loop;
  alter table share.result alter column body set compression lz4;
exception when feature_not_supported or invalid_parameter_value then
  raise notice 'without LZ4';
end
$$;

-- What is stored and cannot be read costs itself only: null.
create function share.text_of(body bytea) returns text language plpgsql immutable as $$
begin
  return convert_from(body, 'UTF8');
exception when others then
  return null;
end
$$;
create function share.result_in(body bytea) returns table (device text, n int, result jsonb) language plpgsql immutable as $$
declare said jsonb;
begin
  said := convert_from(body, 'UTF8')::jsonb;
  if jsonb_typeof(said #> '{fact,result,targets}') <> 'array' then return; end if;
  return query select said ->> 'device', (said ->> 'n')::int, said #> '{fact,result}';
exception when others then
  return;
end
$$;

-- Entries that are not set apart.
create view share.open_entry as
  select e.* from share.entry e
  where not exists (select from share.apart a where a.space = e.space and a.hash = e.hash);

-- Of each commune and period the result in force, by no clock: of a machine its later entry; of two machines that of the
-- later day, as core/province/results.ts has it.
create view share.last_result as
  select distinct on (book, commune, period) book, commune, period, received_at, hash, result
  from (
    select distinct on (r.book, r.commune, r.period, said.device) r.book, r.commune, r.period, r.received_at, r.hash, said.result
    from share.result r, share.result_in(r.body) said
    order by r.book, r.commune, r.period, said.device, said.n desc, r.hash
  ) own
  order by book, commune, period, (result ->> 'asOf') collate "C" desc, hash;
create view share.last_target as
  select r.result ->> 'province' as province, r.commune, r.period, r.result ->> 'asOf' as as_of, t.text, t.unit, t.level, t.state, t.a, t.b, t.value
  from share.last_result r,
    jsonb_to_recordset(r.result -> 'targets') as t(text text, unit text, level text, state text, a numeric, b numeric, value numeric);

-- Nothing is changed, nothing is taken away, but keys of what is sealed: not by the app, not by the owner, not by a
-- superuser's slip.
create function share.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries and files are never changed' using errcode = '42501';
end
$$;
do $$
declare kept text; part text;
begin
  foreach kept in array array['entry', 'file', 'result'] loop
    execute format('create trigger stays before update or delete on share.%I for each row execute function share.refuse_change()', kept);
  end loop;
  execute 'create trigger stays before update on share.file_key for each row execute function share.refuse_change()';
  for part in select c.relname from pg_class c where c.relnamespace = 'share'::regnamespace and c.relname ~ '^(?:entry|file|result)(?:_\d|_key)?$' and c.relkind in ('r', 'p') loop
    execute format('create trigger stays_whole before truncate on share.%I execute function share.refuse_change()', part);
  end loop;
end
$$;

-- Who asks: the device of the token, as share.enter found it. The settings are set anew by every function that reads them.
-- Those with a query in them are PL/pgSQL: PostgreSQL caches its plans between calls, but not those of SQL functions.
create function share.me() returns text language sql stable as $$ select current_setting('share.device', true) $$;
create function share.is_judge() returns boolean language sql stable as $$ select coalesce(current_setting('share.judge', true), '') = 'on' $$;
create function share.handing() returns int language sql stable as $$ select nullif(current_setting('share.handing', true), '')::int $$;
create function share.readable() returns int[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct space), '{}') from share.member
    where device = share.me() and not revoked and role not in ('unit', 'commune')
  );
end
$$;
create function share.writable() returns int[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct space), '{}') from share.member where device = share.me() and not revoked and role <> 'viewer'
  );
end
$$;
-- Results need no files.
create function share.files_from() returns int[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct space), '{}') from share.member
    where device = share.me() and not revoked and role not in ('viewer', 'commune')
  );
end
$$;
create function share.asked() returns int[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct id), '{}') from share.space
    where id = nullif(current_setting('share.invited', true), '')::int
      or exists (select from share.member where space = id and device = share.me())
  );
end
$$;
-- Devices whose words a commune hears: the chairs of its provinces.
create function share.heard() returns text[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct chair.device), '{}') from share.member own join share.member chair using (space)
    where own.device = share.me() and not own.revoked and own.role = 'commune' and chair.role = 'chair'
  );
end
$$;
create function share.heard_in() returns int[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct space), '{}') from share.member
    where device = share.me() and not revoked and role = 'commune'
  );
end
$$;

do $$
declare part text;
begin
  for part in select c.relname from pg_class c where c.relnamespace = 'share'::regnamespace and c.relname ~ '^(?:entry|file)(?:_\d|_key)?$' and c.relkind in ('r', 'p') loop
    execute format('alter table share.%I enable row level security', part);
    execute format('alter table share.%I force row level security', part);
  end loop;
end
$$;
-- The judge first: for it nothing else is worked out.
create policy entry_read on share.entry for select using (
  (select share.is_judge())
  or space = any ((select share.readable())::int[])
  or device = (select share.me())
  or (kind = 'founding' and space = any ((select share.asked())::int[]))
  or (device = any ((select share.heard())::text[]) and space = any ((select share.heard_in())::int[]))
);
create policy entry_add on share.entry for insert with check (
  space = any ((select share.writable())::int[])
  or (kind = 'joining' and device = (select share.me()) and space = any ((select share.asked())::int[]))
  or (kind = 'handed-in' and device = (select share.me()) and space = (select share.handing()))
);
create policy file_read on share.file for select using ((select share.is_judge()) or space = any ((select share.readable())::int[]));
create policy file_add on share.file for insert with check (
  space = any ((select share.files_from())::int[]) or space = (select share.handing())
);
create policy key_read on share.file_key for select using ((select share.is_judge()) or space = any ((select share.readable())::int[]));
create policy key_add on share.file_key for insert with check (
  space = any ((select share.files_from())::int[]) or space = (select share.handing())
);
create policy key_drop on share.file_key for delete using ((select share.is_judge()));

-- Passes: `<seconds of expiry>.<parts…>.<seal>`, sealed by HMAC-SHA256 under the server's key over the kind, a line break
-- and what stands before the seal. kind 'token': space, device, as a device shows it; 'judge': space, for the program
-- that has judged entries; 'question': what a device signs to get a token. Refused with 42501.
create function share.opened(kind text, pass text) returns text[]
language plpgsql stable as $$
declare key share.server_key; sealed text := left(pass, -65); parts text[] := string_to_array(sealed, '.');
begin
  select * into key from share.server_key;
  -- What comes to null is no pass either.
  if (encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(kind || chr(10) || sealed, 'UTF8'))), 'hex') = right(pass, 64)
    and to_timestamp(parts[1]::bigint) > now()) is not true
  then raise exception 'no pass' using errcode = '42501'; end if;
  return parts[2:];
end
$$;

-- Whether an invitation still holds. One that would hold longer than its seven days was made while the clock was ahead; a
-- day more, because a clock is set right by seconds now and then.
create function share.is_open(expires_at timestamptz) returns boolean language sql stable as $$
  select expires_at > now() and expires_at < now() + interval '8 days'
$$;

-- The space of a judge's pass; null while it is not founded.
create function share.judging(pass text) returns int language sql stable as $$
  select id from share.space where digest = (share.opened('judge', pass))[1]
$$;

-- Says who asks, by its token; gives the space, or null. What row-level security hides is then as if it were not there.
create function share.enter(token text, secret text) returns int language plpgsql as $$
declare who text[] := share.opened('token', token); found_id int; invited int;
begin
  perform set_config('share.device', who[2], true), set_config('share.judge', '', true), set_config('share.handing', '', true);
  select id into found_id from share.space where digest = who[1];
  select space into invited from share.invitation
    where secret_hash = secret and share.is_open(expires_at) and space = found_id and coalesce(used_by, who[2]) = who[2];
  -- One that asked before is let in to its own entry again, without its invitation.
  if invited is null and exists (select from share.entry e where e.space = found_id and e.device = who[2] and kind = 'joining') then
    invited := found_id;
  end if;
  perform set_config('share.invited', coalesce(invited::text, ''), true);
  return found_id;
end
$$;

-- The functions of the server. Internal ones stand beside those that call them.

-- True the first time a question of this server is answered.
create function share.spend_question(question text) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  perform share.opened('question', question);
  -- The latest stay whatever the clock shows: set ahead and back again, it would make them good a second time.
  delete from share.spent s where s.until < now() and s.place < (select max(place) from share.spent) - 10000;
  insert into share.spent (question, until) values (question, to_timestamp(split_part(question, '.', 1)::bigint)) on conflict do nothing;
  return found;
end
$$;

-- Whether what a device wants to send is worth reading: what 'push' = entries, 'file' = a file. It may still be refused.
create function share.may_send(token text, secret text, what text) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, secret);
begin
  if what = 'file' then return coalesce(in_space = any (share.files_from()), false); end if;
  return coalesce(in_space = any (share.asked()), false)
    or (in_space is null and exists (select from share.invitation i
      where i.secret_hash = secret and i.space is null and share.is_open(i.expires_at) and i.used_by is null));
end
$$;

-- Locks the space for this push. Makes it when the invitation is one to found. No row: there is none, and none is to be made.
create function share.begin_push(pass text, token text, secret text) returns table (id int, invited boolean)
language plpgsql security definer set search_path = share, pg_temp as $$
declare who text[] := share.opened('token', token); wanted text := (share.opened('judge', pass))[1]; found_id int;
begin
  if wanted <> who[1] then raise exception 'another space' using errcode = '42501'; end if;
  if not exists (select from share.space s where s.digest = wanted) then
    update share.invitation i set used_by = who[2]
      where i.secret_hash = secret and i.space is null and share.is_open(i.expires_at) and i.used_by is null;
    if not found then return; end if;
    insert into share.space (digest) values (wanted) on conflict do nothing;
  end if;
  found_id := share.enter(token, secret);
  perform from share.space s where s.id = found_id for update;
  return query select found_id, found_id::text = current_setting('share.invited', true);
end
$$;

-- All that rights and chains are worked out from: entries of rights after `since`, those of links asked about, hashes that
-- are known, and where a chain forks. Rights never change, so a process asks for what came since it last asked; mark: a
-- digest over the hashes of all of them, by which it sees that what it has is what stands here.
create type share.judged as (what text, seq bigint, hash text, device text, n int, body text, signature text);
create function share.before_push(pass text, devices text[], hashes text[], since bigint) returns setof share.judged
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass); linked text[]; said share.judged[]; quick boolean;
begin
  perform set_config('share.judge', 'on', true);
  select coalesce(array_agg(l.entry_hash), '{}') into linked from share.link l where l.space = in_space and l.device = any (devices);
  -- The quick way; a body that cannot be read is left out the slow way.
  foreach quick in array array[true, false] loop
    begin
      said := array(
        select row('rights', e.seq, e.hash, e.device, e.n, case when quick then convert_from(e.body, 'UTF8') else share.text_of(e.body) end, e.signature)::share.judged
          from share.open_entry e
          where e.space = in_space and e.seq > since and e.kind in ('founding', 'joining', 'admission', 'revocation', 'healing')
        union all
        select row('link', e.seq, e.hash, e.device, e.n, case when quick then convert_from(e.body, 'UTF8') else share.text_of(e.body) end, e.signature)::share.judged
          from share.open_entry e
          where e.space = in_space and cardinality(linked) > 0 and (e.hash = any (linked) or e.kind = 'link-end'));
      exit;
    exception when character_not_in_repertoire or untranslatable_character then
      continue;
    end;
  end loop;
  return query
    select 'mark', coalesce(max(e.seq), 0), encode(sha256(coalesce(string_agg(e.hash, '' order by e.seq), '')::bytea), 'hex'), '', 0, '', ''
      from share.open_entry e where e.space = in_space and e.kind in ('founding', 'joining', 'admission', 'revocation', 'healing')
    union all
    select * from unnest(said)
    union all
    select 'known', e.seq, e.hash, e.device, e.n, '', '' from unnest(hashes) asked, lateral
      (select * from share.entry e where e.space = in_space and e.hash = asked limit 1) e
    union all
    select 'forked', 0::bigint, '', f.device, f.n, '', '' from share.fork f where f.space = in_space
        and (f.device = any (devices) or f.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'))
        and not exists (select from share.healed h where h.space = in_space and h.device = f.device and f.n between h.first and h.last);
  perform set_config('share.judge', '', true);
end
$$;

create function share.set_members(pass text, members json) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass);
begin
  -- Only what changed: rows of old versions make every look at the rights slower until they are cleared away.
  delete from share.member m where m.space = in_space and not exists (
    select from json_to_recordset(members) as n(device text, role text) where n.device = m.device and n.role = m.role);
  insert into share.member as m (space, device, role, revoked)
    select in_space, n.device, n.role, n.revoked from json_to_recordset(members) as n(device text, role text, revoked boolean)
    on conflict (space, device, role) do update set revoked = excluded.revoked where m.revoked <> excluded.revoked;
end
$$;

create function share.spend(pass text, token text, secret text) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass); who text[] := share.opened('token', token);
begin
  update share.invitation i set used_by = who[2] where i.secret_hash = secret and i.space = in_space and i.used_by is null;
end
$$;

-- Adds what is not there yet, in the order given; most: bytes the space may come to. Whoever calls has the lock of the
-- space (begin_push, link_of) and has asked under it what is there already: neither is done again here. A number or an
-- entry that comes twice all the same the keys refuse, and nothing of the push is kept. bodies: all bodies behind each
-- other; start, length: where an entry's stands in them, in bytes. notes: what the kind of an entry asks to be noted.
create function share.keep(in_space int, entries json, bodies bytea, most bigint) returns bigint
language plpgsql as $$
declare own share.space; added bigint; weight bigint;
begin
  perform convert_from(bodies, 'UTF8');
  select * into own from share.space where id = in_space;
  perform set_config('share.judge', 'on', true);
  with fresh as materialized (
    select row_number() over (order by x.at) as place, x.hash, x.device, x.n, x.kind, x.notes,
      substring(bodies from x.start + 1 for x.length) as body, x.signature
    from json_to_recordset(entries)
      as x(at bigint, hash text, device text, n int, kind text, notes json, start int, length int, signature text)
  ), kept as (
    insert into share.entry (space, seq, hash, device, n, kind, body, signature)
      select in_space, own.head + f.place, f.hash, f.device, f.n, f.kind, f.body, f.signature from fresh f
  ), forked as (
    insert into share.fork (space, device, n)
      select in_space, f.device, f.n from fresh f group by f.device, f.n having count(*) > 1
      union
      select in_space, f.device, f.n from fresh f
        where (select true from share.entry e where e.space = in_space and e.device = f.device and e.n = f.n limit 1)
      on conflict do nothing
  ), results as (
    insert into share.result (book, hash, commune, period, body, signature)
      select own.digest, f.hash, f.notes ->> 'commune', f.notes ->> 'period', f.body, f.signature from fresh f
      where f.kind = 'result'
      on conflict do nothing
  ), linked as (
    -- Whoever names a secret first has it.
    insert into share.link (secret, space, device, entry_hash, until)
      select f.notes ->> 'secret', in_space, f.notes ->> 'device', f.hash, to_timestamp((f.notes ->> 'until')::bigint) from fresh f
      where f.kind = 'link'
      on conflict do nothing
  ), sealing as (
    insert into share.sealed (space, hash, device, n, file)
      select in_space, f.hash, f.device, f.n, f.notes ->> 'file' from fresh f where f.kind = 'sealing'
  ), healing as (
    insert into share.healed (space, device, first, last, hash)
      select in_space, f.notes ->> 'device', (f.notes ->> 'first')::int, (f.notes ->> 'last')::int, f.hash from fresh f where f.kind = 'healing'
  )
  select count(*), coalesce(sum(octet_length(f.body) + 400), 0) into added, weight from fresh f;
  update share.link l set ended = true
    from json_to_recordset(entries) as x(kind text, notes json)
    where x.kind = 'link-end' and l.space = in_space and l.device = x.notes ->> 'device';
  perform set_config('share.judge', '', true);
  -- Nothing of it stays: the whole push is one transaction.
  if own.bytes + weight > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  update share.space set head = own.head + added, bytes = own.bytes + weight where id = in_space;
  return own.head + added;
end
$$;

create function share.add(pass text, entries json, bodies bytea, most bigint) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass); head bigint;
begin
  head := share.keep(in_space, entries, bodies, most);
  perform share.drop_sealed(in_space);
  return head;
end
$$;

create type share.carried as (seq bigint, hash text, body text, signature text);
-- body is null where it cannot be read. is_whole: all of the book may be read, not a part.
create function share.pull(token text, secret text, since bigint, most int)
returns table (seq bigint, hash text, body text, signature text, is_whole boolean)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, secret); reads_all boolean := in_space = any (share.readable());
  founding text := (share.opened('token', token))[1]; heard text[] := share.heard() || share.me(); page share.carried[]; quick boolean;
begin
  foreach quick in array array[true, false] loop
    begin
      -- Who reads a part is led to it by an index, not through the whole book; row-level security still decides.
      if reads_all then
        page := array(select row(e.seq, e.hash, case when quick then convert_from(e.body, 'UTF8') else share.text_of(e.body) end, e.signature)::share.carried
          from share.open_entry e where e.space = in_space and e.seq > since order by e.seq limit most);
      else
        page := array(select row(e.seq, e.hash, case when quick then convert_from(e.body, 'UTF8') else share.text_of(e.body) end, e.signature)::share.carried
          from (select * from share.open_entry o where o.space = in_space and o.device = any (heard)
            union all select * from share.open_entry o where o.space = in_space and o.hash = founding and o.device <> all (heard)) e
          where e.seq > since order by e.seq limit most);
      end if;
      exit;
    exception when character_not_in_repertoire or untranslatable_character then
      continue;
    end;
  end loop;
  return query select p.seq, p.hash, p.body, p.signature, reads_all from unnest(page) p;
end
$$;

-- Head of a space for a device that may read all of it; null otherwise.
create function share.head(token text) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, null);
begin
  return (select s.head from share.space s where s.id = in_space and s.id = any (share.readable()));
end
$$;

-- For those who wait for news: numbers alone, nothing of what is in them.
create function share.heads(digests text[]) returns table (digest text, head bigint)
language sql security definer set search_path = share, pg_temp as $$
  select s.digest, s.head from share.space s where s.digest = any (digests)
$$;

-- Of these devices those that may still listen to the space.
create function share.readers(pass text, devices text[]) returns setof text
language sql security definer set search_path = share, pg_temp as $$
  select distinct m.device from share.member m
  where m.space = share.judging(pass) and m.device = any (devices) and not m.revoked and m.role not in ('unit', 'commune')
$$;

create function share.sizes() returns table (spaces bigint, entries bigint, bytes bigint)
language sql security definer set search_path = share, pg_temp as $$
  select count(*), coalesce(sum(head), 0)::bigint, coalesce(sum(bytes), 0)::bigint from share.space
$$;

-- Only a chair invites, and never more than 200 that wait.
create function share.invite(token text, secret text) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, null);
begin
  if in_space is null
    or not exists (select from share.member m where m.space = in_space and m.device = share.me() and m.role = 'chair' and not revoked)
    or (select count(*) from share.invitation where space = in_space and used_by is null and share.is_open(expires_at)) >= 200
  then return false; end if;
  insert into share.invitation (secret_hash, space, expires_at) values (secret, in_space, now() + interval '7 days')
    on conflict do nothing;
  return true;
end
$$;

-- Lets somebody found a book. Not the app's: whoever runs the server calls it.
create function share.invite_founder(secret text) returns void language sql as $$
  insert into share.invitation (secret_hash, expires_at) values (secret, now() + interval '7 days')
$$;

-- Files.

-- Digests the chairs sealed; of a chain that forks only what stands before, or a chair healed.
create function share.sealed_in(in_space int) returns text[] language sql stable as $$
  select coalesce(array_agg(s.file), '{}') from share.sealed s
  where s.space = in_space
    and exists (select from share.member m where m.space = in_space and m.device = s.device and m.role = 'chair')
    and not exists (select from share.apart a where a.space = in_space and a.hash = s.hash)
    and not exists (select from share.fork f where f.space = in_space and f.device = s.device and f.n <= s.n
      and not exists (select from share.healed h where h.space = in_space and h.device = f.device and f.n between h.first and h.last))
$$;

create function share.refuse_unsealed() returns trigger language plpgsql as $$
begin
  if old.digest = any (share.sealed_in(old.space)) then return old; end if;
  raise exception 'only what is sealed is taken away' using errcode = '42501';
end
$$;
create trigger key_goes before delete on share.file_key for each row execute function share.refuse_unsealed();

create function share.drop_sealed(in_space int) returns void language plpgsql as $$
declare sealed text[] := share.sealed_in(in_space);
begin
  if cardinality(sealed) = 0 then return; end if;
  perform set_config('share.judge', 'on', true);
  delete from share.file_key k where k.space = in_space and k.digest = any (sealed);
  perform set_config('share.judge', '', true);
end
$$;

-- In every space: an older backup of the keys may have been brought back.
create function share.drop_keys() returns void
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  perform share.drop_sealed(s.space) from (select distinct space from share.sealed) s;
end
$$;

-- Files that can be opened, of those asked about.
create function share.open_files(in_space int, digests text[]) returns table (digest text, bytes bytea, key bytea)
language sql stable as $$
  select f.digest, f.bytes, k.key from share.file f join share.file_key k on (k.space, k.digest, k.id) = (f.space, f.digest, f.key_id)
  where f.space = in_space and f.digest = any (digests) and not f.digest = any (share.sealed_in(in_space))
$$;

-- Keeps a file with its key, unless a copy that can be opened is here, or it is sealed. Who asks has been let in.
create function share.keep_file(in_space int, file_digest text, file_bytes bytea, id text, file_key bytea) returns void
language plpgsql as $$
declare judged text := coalesce(current_setting('share.judge', true), ''); is_here boolean;
begin
  if file_digest = any (share.sealed_in(in_space)) then return; end if;
  -- Whoever brings files may not read them all.
  perform set_config('share.judge', 'on', true);
  is_here := exists (select from share.open_files(in_space, array[file_digest]));
  perform set_config('share.judge', judged, true);
  if is_here then return; end if;
  insert into share.file_key (space, digest, id, key) values (in_space, file_digest, id, file_key);
  insert into share.file (space, digest, key_id, bytes) values (in_space, file_digest, id, file_bytes);
  update share.space s set bytes = s.bytes + octet_length(file_bytes) where s.id = in_space;
end
$$;

create function share.put_file(token text, file_digest text, file_bytes bytea, id text, file_key bytea, most bigint) returns boolean
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, null);
begin
  if in_space is null or not in_space = any (share.files_from()) then return false; end if;
  perform from share.space s where s.id = in_space for update;
  if (select s.bytes from share.space s where s.id = in_space) + octet_length(file_bytes) > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  perform share.keep_file(in_space, file_digest, file_bytes, put_file.id, file_key);
  return true;
end
$$;

create function share.has_files(token text, digests text[]) returns setof text
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, null);
begin
  return query select distinct f.digest from share.open_files(in_space, digests) f;
end
$$;

create function share.take_file(token text, file_digest text) returns table (bytes bytea, key bytea)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.enter(token, null);
begin
  return query select f.bytes, f.key from share.open_files(in_space, array[file_digest]) f limit 1;
end
$$;

-- Handing in. The digest of a link's secret is its pass: nobody else has it.

-- The link of a secret, and all that was handed in by it, the earlier first. Locks the space for a report that comes in.
create function share.link_of(secret_digest text, to_hand_in boolean)
returns table (space int, digest text, device text, link_body text, is_late boolean, ended boolean, handed_in json)
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
    select own.space, s.digest, own.device, share.text_of(made.body), own.until < now(), own.ended, (
      select coalesce(json_agg(json_build_object(
        'n', e.n, 'hash', e.hash, 'at', to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'seconds', extract(epoch from now() - e.received_at), 'body', share.text_of(e.body)) order by e.n, e.seq), '[]'::json)
      from share.open_entry e where e.space = own.space and e.device = own.device and e.kind = 'handed-in')
    from share.space s join share.open_entry made on made.space = s.id and made.hash = own.entry_hash
    where s.id = own.space;
  perform set_config('share.judge', '', true);
end
$$;

-- The empty form the link is for.
create function share.link_form(secret_digest text, form_digest text) returns table (bytes bytea, key bytea)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := (select l.space from share.link l where l.secret = secret_digest);
begin
  perform set_config('share.judge', 'on', true);
  return query select f.bytes, f.key from share.open_files(in_space, array[form_digest]) f limit 1;
  perform set_config('share.judge', '', true);
end
$$;

-- Takes in a report the server has judged: its file and its entry together, or nothing. No row where the file is sealed:
-- its entry would stand for bytes nobody has.
create function share.hand_in(
  pass text, device text, entries json, bodies bytea, file_digest text, file_bytes bytea, id text, file_key bytea, most bigint
) returns table (head bigint, at text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass); stored bigint;
begin
  if file_digest = any (share.sealed_in(in_space)) then return; end if;
  perform set_config('share.device', device, true), set_config('share.judge', '', true),
    set_config('share.invited', '', true), set_config('share.handing', in_space::text, true);
  perform share.keep_file(in_space, file_digest, file_bytes, hand_in.id, file_key);
  stored := share.keep(in_space, entries, bodies, most);
  perform set_config('share.handing', '', true), set_config('share.judge', 'on', true);
  return query select stored, to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from share.entry e where e.space = in_space and e.seq = stored;
  perform set_config('share.judge', '', true);
end
$$;

-- The operator's.

-- Sets an entry apart, or brings it back (`reason` null). False: no such entry in any book.
create function share.set_apart(wanted text, why text) returns boolean language plpgsql as $$
declare kept record;
begin
  perform set_config('share.judge', 'on', true);
  select e.space, e.hash into kept from share.entry e where e.hash = wanted;
  perform set_config('share.judge', '', true);
  if kept.hash is null then return false; end if;
  if why is null then delete from share.apart a where a.hash = wanted;
  else insert into share.apart (space, hash, reason) values (kept.space, kept.hash, why) on conflict (space, hash) do nothing;
  end if;
  return true;
end
$$;

-- Entries nobody is given: set apart, or not to be read.
create function share.not_given() returns table (book text, hash text, device text, n int, received_at timestamptz, why text)
language plpgsql as $$
begin
  perform set_config('share.judge', 'on', true);
  return query select s.digest, e.hash, e.device, e.n, e.received_at, a.reason
    from share.entry e join share.space s on s.id = e.space left join share.apart a on a.space = e.space and a.hash = e.hash
    where a.hash is not null or share.text_of(e.body) is null;
  perform set_config('share.judge', '', true);
end
$$;

reset role;
