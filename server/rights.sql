-- What the server may call, and nothing else: run after the migrations, and after a backup was brought back. The role the
-- server logs in as is a member of share_app.
set role share_owner;
grant usage on schema share to share_app;
revoke all on all tables in schema share from public, share_app;
revoke all on all functions in schema share from public, share_app;
grant execute on function
  -- What anybody may know: the version, how much there is, the heads of books whose digest one has.
  share.version(), share.sizes(), share.heads(text[]), share.drop_keys(), share.drop_waiting(),
  -- By a question, a token or a judge's pass (share.opened).
  share.spend_question(text), share.may_send(text, text, text), share.pull(text, text, bigint, int), share.head(text),
  share.invite(text, text), share.put_file(text, text, bytea, text, bytea, bigint), share.has_files(text, text[]),
  share.take_file(text, text), share.readers(text, text[]), share.begin_push(text, text, text),
  share.before_push(text, text[], text[], bigint), share.set_members(text, json), share.spend(text, text, text),
  share.add(text, json, bytea, bigint),
  -- By the digest of a link's secret, and a judge's pass.
  share.link_of(text, boolean), share.link_form(text, text), share.notices_of(text),
  share.hand_in(text, text, json, bytea, text, bytea, text, bytea, bigint), share.pieces_here(text, text[]),
  share.take_piece(text, text), share.keep_piece(text, text, bytea, text, bytea, bigint, int, bigint),
  share.drop_pieces(text, text[]), share.hand_in_pieces(text, text, json, bytea, text, text[], bigint)
to share_app;
reset role;
