-- Up Migration

-- What the appraisal left of a unit's points: an entry of an officer that whoever has the unit's link reads too, and by
-- which evidence and explanations come in after the link's own day.
set role share_owner;
create or replace function share.version() returns int language sql immutable as $$ select 2 $$;
create index entry_appraised on share.entry (space) where kind = 'appraised';

-- As before, with the notices beside the ends of links: rights after a link's own day are worked out from them.
create or replace function share.before_push(pass text, devices text[], hashes text[], since bigint) returns setof share.judged
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
          where e.space = in_space and cardinality(linked) > 0 and (e.hash = any (linked) or e.kind in ('link-end', 'appraised')));
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

-- The notices to the link of a secret, the last in force; the server's program still looks which link each names.
create function share.notices_of(secret_digest text) returns table (hash text, body text, signature text)
language plpgsql security definer set search_path = share, pg_temp as $$
declare own share.link;
begin
  select * into own from share.link l where l.secret = secret_digest;
  if own.secret is null then return; end if;
  perform set_config('share.judge', 'on', true);
  return query
    select e.hash, share.text_of(e.body), e.signature from share.open_entry e
    where e.space = own.space and e.kind = 'appraised' and position(own.device in coalesce(share.text_of(e.body), '')) > 0
    order by e.seq;
  perform set_config('share.judge', '', true);
end
$$;
reset role;
