-- Up Migration

-- What many send at one moment comes as the bytes it is, behind each other, not as text within a text that both sides
-- read letter by letter; and no push reads through all that the space holds, whatever the planner thinks of its size.
set role share_owner;

-- Whoever calls has the lock of the space (begin_push, link_of) and has asked under it what is there already: neither is
-- done again here. A number or an entry that comes twice all the same the keys refuse, and nothing of the push is kept.
-- start, length: where an entry's body stands in bodies, in bytes.
drop function share.add(int, json, bigint);
create function share.add(in_space int, entries json, bodies bytea, most bigint) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare of share.space; added bigint; weight bigint;
begin
  select * into of from share.space where id = in_space;
  perform set_config('share.judge', 'on', true);
  with fresh as materialized (
    select row_number() over (order by x.at) as place, x.hash, x.device, x.n, x.kind, x.commune, x.period,
      substring(bodies from x.start + 1 for x.length) as body, x.signature
    from json_to_recordset(entries)
      as x(at bigint, hash text, device text, n int, kind text, commune text, period text, start int, length int, signature text)
  ), kept as (
    insert into share.entry (space, seq, hash, device, n, kind, body, signature)
      select in_space, of.head + f.place, f.hash, f.device, f.n, f.kind, f.body, f.signature from fresh f
  ), forked as (
    insert into share.fork (space, device, n)
      select in_space, f.device, f.n from fresh f group by f.device, f.n having count(*) > 1
      union
      select in_space, f.device, f.n from fresh f
        where (select true from share.entry e where e.space = in_space and e.device = f.device and e.n = f.n limit 1)
      on conflict do nothing
  ), apart as (
    insert into share.result (book, hash, commune, period, body, signature)
      select of.digest, f.hash, coalesce(f.commune, ''), coalesce(f.period, ''), f.body, f.signature from fresh f
      where f.kind = 'result'
      on conflict do nothing
  )
  select count(*), coalesce(sum(octet_length(f.body) + 400), 0) into added, weight from fresh f;
  perform set_config('share.judge', '', true);
  -- Nothing of it stays: the whole push is one transaction.
  if of.bytes + weight > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  update share.space set head = of.head + added, bytes = of.bytes + weight where id = in_space;
  return of.head + added;
end
$$;

-- As before; what is asked about is looked up one by one.
create or replace function share.before_push(in_space int, devices text[], hashes text[], since bigint)
returns table (what text, seq bigint, hash text, device text, n int, body text, signature text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare linked text[];
begin
  perform set_config('share.judge', 'on', true);
  select coalesce(array_agg(l.entry_hash), '{}') into linked from share.link l where l.space = in_space and l.device = any (devices);
  return query
    select 'mark', coalesce(max(e.seq), 0), encode(sha256(coalesce(string_agg(e.hash, '' order by e.seq), '')::bytea), 'hex'), '', 0, '', ''
      from share.entry e where e.space = in_space and e.kind in ('founding', 'joining', 'admission', 'revocation')
    union all
    select 'rights', e.seq, e.hash, e.device, e.n, convert_from(e.body, 'UTF8'), e.signature from share.entry e
      where e.space = in_space and e.seq > since and e.kind in ('founding', 'joining', 'admission', 'revocation')
    union all
    select 'link', e.seq, e.hash, e.device, e.n, convert_from(e.body, 'UTF8'), e.signature from share.entry e
      where e.space = in_space and cardinality(linked) > 0 and (e.hash = any (linked) or e.kind = 'link-end')
    union all
    select 'known', e.seq, e.hash, e.device, e.n, '', '' from unnest(hashes) asked, lateral
      (select * from share.entry e where e.space = in_space and e.hash = asked limit 1) e
    union all
    select 'forked', 0::bigint, '', f.device, f.n, '', '' from share.fork f where f.space = in_space
        and (f.device = any (devices) or f.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'));
  perform set_config('share.judge', '', true);
end
$$;

-- As before, over the new share.add.
drop function share.hand_in(int, text, json, text, bytea, bigint);
create function share.hand_in(in_space int, device text, entries json, bodies bytea, file_digest text, file_bytes bytea, most bigint)
returns table (head bigint, at text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare added int; stored bigint;
begin
  perform set_config('share.device', device, true), set_config('share.judge', '', true),
    set_config('share.invited', '', true), set_config('share.handing', in_space::text, true);
  insert into share.file (space, digest, bytes) values (in_space, file_digest, file_bytes) on conflict do nothing;
  get diagnostics added = row_count;
  if added > 0 then update share.space s set bytes = s.bytes + octet_length(file_bytes) where s.id = in_space; end if;
  stored := share.add(in_space, entries, bodies, most);
  perform set_config('share.handing', '', true);
  perform set_config('share.judge', 'on', true);
  return query select stored, to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from share.entry e where e.space = in_space and e.seq = stored;
  perform set_config('share.judge', '', true);
end
$$;

-- As before; whether all may be read is asked once, not for each entry.
create or replace function share.pull(device text, space_digest text, secret text, since bigint, most int)
returns table (seq bigint, hash text, body text, signature text, is_whole boolean)
language plpgsql security definer set search_path = share, pg_temp as $$
declare in_space int; reads_all boolean;
begin
  in_space := share.enter(device, space_digest, secret);
  reads_all := in_space = any (share.readable());
  return query
    select e.seq, e.hash, convert_from(e.body, 'UTF8'), e.signature, reads_all
    from share.entry e
    where e.space = in_space and e.seq > since order by e.seq limit most;
end
$$;

revoke execute on all functions in schema share from public;
grant execute on function
  share.add(int, json, bytea, bigint), share.hand_in(int, text, json, bytea, text, bytea, bigint)
to share_app;
reset role;
