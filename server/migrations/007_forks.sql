-- Up Migration

-- Where a chain forks is noted when it comes to: to count anew at every push took longer with each entry of its devices.
-- Worked out from the entries; can be made anew from them at any time.
set role share_owner;

create table share.fork (
  space int not null references share.space,
  device text not null,
  n int not null,
  primary key (space, device, n)
);

do $$
begin
  perform set_config('share.judge', 'on', true);
  insert into share.fork (space, device, n)
    select e.space, e.device, e.n from share.entry e group by e.space, e.device, e.n having count(*) > 1;
  perform set_config('share.judge', '', true);
end
$$;

-- As before, and forks noted.
create or replace function share.add(in_space int, entries json, most bigint) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare of share.space; added bigint; weight bigint;
begin
  select * into of from share.space where id = in_space for update;
  perform set_config('share.judge', 'on', true);
  with fresh as materialized (
    select row_number() over (order by x.at) as place, x.hash, x.device, x.n, x.kind, x.commune, x.period,
      convert_to(x.body, 'UTF8') as body, x.signature
    from json_to_recordset(entries)
      as x(at bigint, hash text, device text, n int, kind text, commune text, period text, body text, signature text)
    where not exists (select from share.entry e where e.space = in_space and e.hash = x.hash)
  ), kept as (
    insert into share.entry (space, seq, hash, device, n, kind, body, signature)
      select in_space, of.head + f.place, f.hash, f.device, f.n, f.kind, f.body, f.signature from fresh f
  ), forked as (
    insert into share.fork (space, device, n)
      select in_space, f.device, f.n from fresh f group by f.device, f.n having count(*) > 1
      union
      select in_space, f.device, f.n from fresh f join share.entry e on e.space = in_space and e.device = f.device and e.n = f.n
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

-- As before, with the forks that were noted.
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
    select 'known', e.seq, e.hash, e.device, e.n, '', '' from share.entry e where e.space = in_space and e.hash = any (hashes)
    union all
    select 'forked', 0::bigint, '', f.device, f.n, '', '' from share.fork f where f.space = in_space
        and (f.device = any (devices) or f.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'));
  perform set_config('share.judge', '', true);
end
$$;

revoke execute on all functions in schema share from public;
reset role;
