-- Up Migration

-- Results by themselves, with the name the province gave the commune: what a province hands on to the nation's server by
-- logical replication. No device, no number of a book on this server, nothing else of any book stands here.
set role share_owner;

create table share.result (
  book text not null,
  hash text not null,
  commune text not null,
  period text not null,
  received_at timestamptz not null default now(),
  -- The exact bytes that were signed.
  body bytea not null,
  signature text not null,
  primary key (book, hash)
);
create index result_of_period on share.result (period, book, commune, received_at desc);
create trigger result_stays before update or delete on share.result for each row execute function share.refuse_change();
create trigger result_stays_whole before truncate on share.result execute function share.refuse_change();

-- Of each commune and period the last one that came.
create view share.last_result as
  select distinct on (book, commune, period) book, commune, period, received_at, hash,
    convert_from(body, 'UTF8')::jsonb #> '{fact,result}' as result
  from share.result order by book, commune, period, received_at desc, hash;

create view share.last_target as
  select r.result ->> 'province' as province, r.commune, r.period, r.result ->> 'asOf' as as_of, t.text, t.unit, t.level, t.state, t.a, t.b, t.value
  from share.last_result r,
    jsonb_to_recordset(r.result -> 'targets') as t(text text, unit text, level text, state text, a numeric, b numeric, value numeric);

-- As before, without a table of its own for each push, and results set apart.
create or replace function share.add(in_space int, entries json, most bigint) returns bigint
language plpgsql security definer set search_path = share, pg_temp as $$
declare first bigint; added bigint; weight bigint;
begin
  select head into first from share.space where id = in_space for update;
  perform set_config('share.judge', 'on', true);
  select count(*), coalesce(sum(octet_length(x.body) + 400), 0) into added, weight
    from json_to_recordset(entries) as x(hash text, body text)
    where not exists (select from share.entry e where e.space = in_space and e.hash = x.hash);
  if (select bytes from share.space where id = in_space) + weight > most then
    raise exception 'space is full' using errcode = '53100';
  end if;
  insert into share.entry (space, seq, hash, device, n, kind, body, signature)
    select in_space, first + row_number() over (order by x.at), x.hash, x.device, x.n, x.kind, convert_to(x.body, 'UTF8'), x.signature
    from json_to_recordset(entries) as x(at bigint, hash text, device text, n int, kind text, body text, signature text)
    where not exists (select from share.entry e where e.space = in_space and e.hash = x.hash);
  insert into share.result (book, hash, commune, period, body, signature)
    select s.digest, x.hash, coalesce(x.commune, ''), coalesce(x.period, ''), convert_to(x.body, 'UTF8'), x.signature
    from share.space s, json_to_recordset(entries) as x(hash text, kind text, commune text, period text, body text, signature text)
    where s.id = in_space and x.kind = 'result'
    on conflict do nothing;
  perform set_config('share.judge', '', true);
  update share.space set head = first + added, bytes = bytes + weight where id = in_space;
  return first + added;
end
$$;

-- Those that came before this table was.
do $$
begin
  perform set_config('share.judge', 'on', true);
  insert into share.result (book, hash, commune, period, received_at, body, signature)
    select s.digest, e.hash, coalesce(named.name, ''), convert_from(e.body, 'UTF8')::jsonb #>> '{fact,result,period}', e.received_at, e.body, e.signature
    from share.entry e join share.space s on s.id = e.space
    left join lateral (
      select convert_from(a.body, 'UTF8')::jsonb #>> '{fact,name}' as name from share.entry a
      where a.space = e.space and a.kind = 'admission' and convert_from(a.body, 'UTF8')::jsonb #>> '{fact,device}' = e.device
      order by a.seq limit 1
    ) named on true
    where e.kind = 'result'
    on conflict do nothing;
  perform set_config('share.judge', '', true);
end
$$;

revoke execute on all functions in schema share from public;
reset role;
