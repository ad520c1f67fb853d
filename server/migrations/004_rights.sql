-- Up Migration

-- Rights are worked out at every push; in the book of a province they rest on hundreds of entries. Those never change,
-- so a process asks for what came since it last asked. mark: digest over the digests of all of them, by which it sees
-- that what it has is what stands here (and not what stood here before a restored backup).
set role share_owner;

drop function share.before_push(int, text[], text[]);
create function share.before_push(in_space int, devices text[], hashes text[], since bigint)
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
    select 'forked', 0::bigint, '', e.device, e.n, '', '' from share.entry e where e.space = in_space
        and (e.device = any (devices) or e.device in (select m.device from share.member m where m.space = in_space and m.role = 'chair'))
      group by e.device, e.n having count(*) > 1;
  perform set_config('share.judge', '', true);
end
$$;

revoke execute on all functions in schema share from public;
grant execute on function share.before_push(int, text[], text[], bigint) to share_app;
reset role;
