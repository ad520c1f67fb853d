-- Up Migration

-- Large files of evidence come in pieces, each a file under its own digest. What an entry names is noted when it comes
-- (piece_of): sealing a file takes the keys of its pieces too, whichever of them came first. A piece that comes by a link
-- waits by itself (waiting_piece) until an entry of that link names it, and goes away after two days in which no page looked
-- for it; until then its key lies beside it, and no backup has it.
set role share_owner;
create or replace function share.version() returns int language sql immutable as $$ select 3 $$;

create table share.piece_of (
  space int not null references share.space,
  hash text not null,
  device text not null,
  file text not null,
  piece text not null,
  primary key (space, hash, piece)
);
create index piece_of_file on share.piece_of (space, file);
create index piece_of_device on share.piece_of (space, device, piece);

create table share.waiting_piece (
  secret text not null references share.link,
  space int not null references share.space,
  digest text not null,
  key_id text not null,
  key bytea not null,
  bytes bytea not null,
  at timestamptz not null default now(),
  primary key (secret, digest)
);
create index waiting_piece_at on share.waiting_piece (at);
create index waiting_piece_space on share.waiting_piece (space);
alter table share.waiting_piece alter column bytes set storage external;

-- Pieces of the link that a function acts for, and no other's.
create function share.asking_link() returns text language sql stable as $$ select current_setting('share.link', true) $$;
alter table share.waiting_piece enable row level security;
alter table share.waiting_piece force row level security;
create policy piece_of_link on share.waiting_piece using ((select share.is_judge()) or secret = (select share.asking_link()))
  with check (space = (select share.handing()));

-- As before, with the pieces of what is sealed.
create or replace function share.sealed_in(in_space int) returns text[] language sql stable as $$
  with whole as (
    select s.file from share.sealed s
    where s.space = in_space
      and exists (select from share.member m where m.space = in_space and m.device = s.device and m.role = 'chair')
      and not exists (select from share.apart a where a.space = in_space and a.hash = s.hash)
      and not exists (select from share.fork f where f.space = in_space and f.device = s.device and f.n <= s.n
        and not exists (select from share.healed h where h.space = in_space and h.device = f.device and f.n between h.first and h.last))
  )
  select coalesce(array_agg(gone.digest), '{}') from (
    select w.file as digest from whole w
    union select p.piece from share.piece_of p join whole w on p.space = in_space and p.file = w.file
  ) gone
$$;
create or replace function share.drop_sealed(in_space int) returns void language plpgsql as $$
declare sealed text[] := share.sealed_in(in_space);
begin
  if cardinality(sealed) = 0 then return; end if;
  perform set_config('share.judge', 'on', true);
  delete from share.file_key k where k.space = in_space and k.digest = any (sealed);
  delete from share.waiting_piece w where w.space = in_space and w.digest = any (sealed);
  perform set_config('share.judge', '', true);
end
$$;

-- As before, with the pieces that evidence names: notes has the file and its pieces.
create or replace function share.keep(in_space int, entries json, bodies bytea, most bigint) returns bigint
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
  ), cut as (
    insert into share.piece_of (space, hash, device, file, piece)
      select distinct in_space, f.hash, f.device, f.notes ->> 'file', p.piece
      from fresh f, json_array_elements_text(f.notes -> 'pieces') p(piece) where f.kind in ('evidence', 'handed-in')
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

-- Acts for the link of a secret from here on. Refused with 42501 where there is none.
create function share.enter_link(secret_digest text) returns share.link language plpgsql as $$
declare own share.link;
begin
  select * into own from share.link l where l.secret = secret_digest;
  if own.secret is null then raise exception 'no link' using errcode = '42501'; end if;
  perform set_config('share.device', own.device, true), set_config('share.judge', '', true), set_config('share.invited', '', true),
    set_config('share.handing', own.space::text, true), set_config('share.link', own.secret, true);
  return own;
end
$$;
create function share.leave_link() returns void language sql as $$
  select set_config('share.judge', '', true), set_config('share.handing', '', true), set_config('share.link', '', true)
$$;

-- Of these pieces those the link has brought: that wait, or that its own entries name; with what opens them.
create function share.brought(own share.link, digests text[]) returns table (digest text, bytes bytea, key bytea)
language plpgsql as $$
begin
  perform set_config('share.judge', 'on', true);
  return query
    select w.digest, w.bytes, w.key from share.waiting_piece w
      where w.secret = own.secret and w.digest = any (digests) and not w.digest = any ((select share.sealed_in(own.space))::text[])
    union all
    select f.digest, f.bytes, f.key from share.open_files(own.space, array(
      select distinct p.piece from share.piece_of p where p.space = own.space and p.device = own.device and p.piece = any (digests)
    )) f;
  perform set_config('share.judge', '', true);
end
$$;

-- Which of these pieces the link has brought; asking holds them for two more days.
create function share.pieces_here(secret_digest text, digests text[]) returns setof text
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link := share.enter_link(secret_digest);
begin
  update share.waiting_piece w set at = now() where w.secret = own.secret and w.digest = any (digests);
  return query select distinct b.digest from share.brought(own, digests) b;
  perform share.leave_link();
end
$$;
create function share.take_piece(secret_digest text, piece text) returns table (bytes bytea, key bytea)
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link := share.enter_link(secret_digest);
begin
  return query select b.bytes, b.key from share.brought(own, array[piece]) b limit 1;
  perform share.leave_link();
end
$$;

-- 'kept', or why not: 'sealed', 'too-many'. most_of_link: bytes that may wait of this link, most_pieces: pieces of it;
-- most: bytes the space may come to, with all that waits in it.
create function share.keep_piece(
  secret_digest text, piece text, piece_bytes bytea, id text, piece_key bytea, most_of_link bigint, most_pieces int, most bigint
) returns text
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link := share.enter_link(secret_digest); waiting record; weight bigint := octet_length(piece_bytes); here bigint; outcome text := 'kept';
begin
  perform from share.space s where s.id = own.space for update;
  if piece = any (share.sealed_in(own.space)) then
    outcome := 'sealed';
  elsif not exists (select from share.brought(own, array[piece])) then
    select count(*) as pieces, coalesce(sum(octet_length(w.bytes)), 0) as weight into waiting
      from share.waiting_piece w where w.secret = own.secret;
    perform set_config('share.judge', 'on', true);
    select coalesce(sum(octet_length(w.bytes)), 0) into here from share.waiting_piece w where w.space = own.space;
    perform set_config('share.judge', '', true);
    if waiting.pieces >= most_pieces or waiting.weight + weight > most_of_link then
      outcome := 'too-many';
    elsif (select s.bytes from share.space s where s.id = own.space) + here + weight > most then
      raise exception 'space is full' using errcode = '53100';
    else
      insert into share.waiting_piece (secret, space, digest, key_id, key, bytes)
        values (own.secret, own.space, piece, id, piece_key, piece_bytes);
    end if;
  end if;
  perform share.leave_link();
  return outcome;
end
$$;

create function share.drop_pieces(secret_digest text, digests text[]) returns void
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link := share.enter_link(secret_digest);
begin
  delete from share.waiting_piece w where w.secret = own.secret and w.digest = any (digests);
  perform share.leave_link();
end
$$;

-- Drops what waited too long, in every space; a time further ahead was written while the clock was ahead.
create function share.drop_waiting() returns void
language plpgsql security definer set search_path = share, pg_temp as $$
begin
  perform set_config('share.judge', 'on', true);
  delete from share.waiting_piece w where w.at not between now() - interval '2 days' and now() + interval '2 days';
  perform set_config('share.judge', '', true);
end
$$;

-- As share.hand_in, for a file that came in pieces by this link. No row where the file or a piece is sealed: then none of
-- its pieces waits any more. head null: the link has not brought them all.
create function share.hand_in_pieces(
  pass text, secret_digest text, entries json, bodies bytea, file_digest text, pieces text[], most bigint
) returns table (head bigint, at text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int := share.judging(pass); own share.link := share.enter_link(secret_digest); digest_of_piece text; piece share.waiting_piece; stored bigint;
begin
  if own.space <> in_space then raise exception 'another space' using errcode = '42501'; end if;
  if array[file_digest] || pieces && share.sealed_in(in_space) then
    delete from share.waiting_piece w where w.secret = own.secret and w.digest = any (pieces);
    perform share.leave_link();
    return;
  end if;
  if exists (select unnest(pieces) except select b.digest from share.brought(own, pieces) b) then
    perform share.leave_link();
    return query select null::bigint, null::text;
    return;
  end if;
  foreach digest_of_piece in array pieces loop
    delete from share.waiting_piece w where w.secret = own.secret and w.digest = digest_of_piece returning * into piece;
    if found then perform share.keep_file(in_space, digest_of_piece, piece.bytes, piece.key_id, piece.key); end if;
  end loop;
  stored := share.keep(in_space, entries, bodies, most);
  perform set_config('share.judge', 'on', true);
  return query select stored, to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from share.entry e where e.space = in_space and e.seq = stored;
  perform share.leave_link();
end
$$;
reset role;
