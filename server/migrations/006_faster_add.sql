-- Up Migration

-- A hundred communes that send at one moment wait for each other: what they send is read once, not three times, and
-- packed by LZ4 where the server has it (Debian's has; an engine without it packs as before).
set role share_owner;

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

revoke execute on all functions in schema share from public;
reset role;
