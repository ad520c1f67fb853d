/**
 * Brings a workbook and a shared book together: what the workbook has goes to the others, what they decided, captured
 * and received comes into it. The network may be away: then nothing changes, and doing it again is enough.
 */
import { groupBy } from '../../core/base/group-by.ts';
import { periodKey } from '../../core/base/period/period.ts';
import { done, type Result } from '../../core/base/result.ts';
import type { Verify } from '../../core/share/entry.ts';
import type { Fact } from '../../core/share/fact.ts';
import type { HandedIn } from '../../core/share/links.ts';
import { type Shared, sharedOf } from '../../core/share/shared.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import { type Synced, synchronise } from '../../core/share/sync.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import { titleOf } from '../share/book-texts.ts';
import { captureFacts, councilFacts, fileFacts } from '../share/facts.ts';
import { type JudgedReport, judgedReports } from '../share/judged-reports.ts';
import { type BookToShare, newerFigures } from '../share/shared-book.ts';
import type { StoredBytes } from '../share/shared-evidence.ts';
import { type Additions, addFacts, type Machine } from '../share/take-part.ts';
import type { PaneSession } from './pane-session.ts';
import type { Workspace } from './workspace-data.ts';

export interface SyncRequest {
  /** Files of reports this machine brings to the others. */
  readonly reports: readonly NamedFile[];
  /** Explicit requests: to admit a machine, to end its part. */
  readonly facts: readonly Fact[];
  /** Facts that depend on the others' latest entries: making and ending links. */
  readonly say: (standing: Standing) => Promise<Result<Additions>>;
}

/** A report that has to be looked at by a person before it can come into the workbook. */
export interface ToLookAt extends NamedFile {
  readonly why: string;
}

interface BookSynced {
  readonly synced: Synced;
  readonly shared: Shared;
  /** The workbook's state now; null = nothing came into it. */
  readonly workspace: Workspace | null;
  /** Vietnamese sentences on steps done and steps left out. */
  readonly messages: readonly string[];
  readonly left: readonly string[];
  readonly toLookAt: readonly ToLookAt[];
}

interface World {
  readonly session: Pick<PaneSession, 'bookToShare' | 'takeShared' | 'takeExplanations' | 'collect' | 'leaveReports'>;
  readonly verify: Verify;
  /** ISO instant with offset. */
  readonly at: string;
  /** Digests of reports that were handed to the workbook since it was opened: each is once. */
  readonly offered: Set<string>;
  /** The workbook's list of evidence, and the files of it that are here. */
  readonly evidence: Pick<Workspace, 'evidence' | 'period'> & { readonly stored: StoredBytes };
}

const NO_PROOFS = { facts: [], read: undefined, left: [] };

export const NOTHING_MORE: SyncRequest = {
  reports: [],
  facts: [],
  say: async () => done({ facts: [], files: new Map() }),
};

export async function syncBook(
  machine: Machine,
  wanted: SyncRequest,
  world: World,
  progress: Progress,
): Promise<Result<BookSynced>> {
  const { space, own, others } = machine;
  const first = await synchronise(space, own, others, world.verify);
  if (!first.ok) return first;
  progress(0.2);
  const book = await world.session.bookToShare();
  if (!book.ok) return book;
  const known = sharedOf(first.value.standing);
  const reports = fileFacts('report', wanted.reports, known.files);
  // A machine that only asks for admission has nothing to share yet; a commune's machine in a province's book sends
  // only results.
  const sharesWork = first.value.standing.devices.some(
    ({ device, roles }) => device === deviceOf(machine.signer.key) && roles.some((role) => role !== 'commune'),
  );
  const { evidence: listed, period, stored } = world.evidence;
  // Its code is fetched with the first file.
  const proofs =
    sharesWork && listed.length > 0
      ? await (await import('../share/shared-evidence.ts')).evidenceFacts(listed, period, known, stored)
      : NO_PROOFS;
  const factsWanted = await wanted.say(first.value.standing);
  if (!factsWanted.ok) return factsWanted;
  const facts = [
    ...wanted.facts,
    ...factsWanted.value.facts,
    ...reports.facts,
    ...proofs.facts,
    ...(sharesWork ? [...councilFacts(book.value, known), ...captureFacts(book.value.observations, known)] : []),
  ];
  const files = new Map([...factsWanted.value.files, ...reports.files]);
  const more = proofs.read ? { facts, files, read: proofs.read } : { facts, files };
  const added = await addFacts(machine, first.value.standing, more, world.at);
  if (!added.ok) return added;
  const last = added.value.added > 0 ? await synchronise(space, own, others, world.verify) : first;
  if (!last.ok) return last;
  progress(0.4);

  const shared = sharedOf(last.value.standing);
  const rounds = new Set([first.value, last.value]);
  const sum = (part: 'received' | 'sent') => [...rounds].reduce((total, synced) => total + synced[part], 0);
  const messages = [`Nhận về ${sum('received')} mục, gửi đi ${sum('sent')} mục.`];
  const left = [
    ...added.value.held,
    ...proofs.left,
    ...reports.refused.map(({ file, reason }) => `"${file}": ${reason}`),
    ...book.value.notes,
  ];
  const taken = await takeRecord(book.value, shared, titleOf(last.value.standing), world, (part) =>
    progress(0.4 + 0.3 * part),
  );
  const came = await takeReports(machine, book.value, shared, world, (part) => progress(0.7 + 0.3 * part));
  if (!came.ok) return came;
  const explained = await takeExplanations(machine, book.value, shared, world);
  return done({
    synced: last.value,
    shared,
    workspace: explained.workspace ?? came.value.workspace ?? taken.workspace,
    messages: [...messages, ...taken.messages, ...came.value.messages, ...explained.messages],
    left: [...left, ...taken.left, ...came.value.left, ...explained.left],
    toLookAt: came.value.toLookAt,
  });
}

interface Taken {
  readonly workspace: Workspace | null;
  readonly messages: readonly string[];
  readonly left: readonly string[];
}

/** Reports what the workbook refuses: the entries stay in this machine's store and come in the next time. */
async function takeRecord(
  book: BookToShare,
  shared: Shared,
  title: string,
  { session }: World,
  progress: Progress,
): Promise<Taken> {
  const held = new Set([...book.log, ...book.votes, ...book.sessions].map(({ hash }) => hash));
  const isNew = [...shared.log, ...shared.votes, ...shared.sessions].some(({ hash }) => !held.has(hash));
  const { log, votes, sessions } = isNew ? shared : { log: [], votes: [], sessions: [] };
  const observations = newerFigures(book.observations, shared.observations);
  if (!isNew && observations.length === 0) return { workspace: null, messages: [], left: [] };
  const taken = await session.takeShared({ title, log, votes, sessions, observations }, progress);
  if (!taken.ok) return { workspace: null, messages: [], left: [taken.refusal.message] };
  const { workspace, message, left } = taken.value;
  return { workspace, messages: [message], left: left === '' ? [] : [left] };
}

/** What units wrote in answer to their appraisal; the code is fetched with the first of it. */
async function takeExplanations(
  { own }: Machine,
  { period }: BookToShare,
  shared: Shared,
  { session }: World,
): Promise<Taken> {
  const nothing = { workspace: null, messages: [], left: [] };
  if (shared.explanations.length === 0) return nothing;
  const { explanationRows } = await import('../share/explanation-rows.ts');
  const rows = await explanationRows(shared, period, async (digest) => {
    const taken = await own.take(digest);
    return taken.ok ? taken.value : null;
  });
  const taken = await session.takeExplanations(rows);
  if (!taken.ok) return { ...nothing, left: [taken.refusal.message] };
  if (taken.value === null) return nothing;
  const { workspace, message, left } = taken.value;
  return { workspace, messages: [message], left: left === '' ? [] : [left] };
}

async function takeReports(
  { own }: Machine,
  book: BookToShare,
  shared: Shared,
  { session, offered }: World,
  progress: Progress,
): Promise<Result<Taken & { readonly toLookAt: readonly ToLookAt[] }>> {
  const bytesOf = async (digest: string) => {
    const taken = await own.take(digest);
    return taken.ok ? taken.value : null;
  };
  const judged = await judgedReports(unsettled(shared.handedIn, book.received), bytesOf, shared.sealed);
  const files: (NamedFile & { readonly sha256: string })[] = [];
  const standing = new Set(book.received);
  const offer = (name: string, sha256: string, bytes: Uint8Array) => {
    const file = { name: markedName(name, sha256), sha256, bytes };
    if (!standing.has(file.name) && !offered.has(sha256)) files.push(file);
  };
  for (const { kind, name, sha256 } of shared.files) {
    if (kind !== 'report' || standing.has(markedName(name, sha256)) || offered.has(sha256)) continue;
    const bytes = await bytesOf(sha256);
    if (bytes) offer(name, sha256, bytes);
  }
  for (const judgedReport of judged)
    if (judgedReport.counts && isOfPeriod(judgedReport, book))
      offer(reportName(judgedReport.handedIn), judgedReport.handedIn.file.sha256, judgedReport.bytes);
  const toLookAt = judged.flatMap((judgedReport) =>
    judgedReport.why !== null && !judgedReport.handedIn.replaced
      ? [{ name: reportName(judgedReport.handedIn), bytes: judgedReport.bytes, why: judgedReport.why }]
      : [],
  );
  if (files.length === 0) return done({ workspace: null, messages: [], left: [], toLookAt });
  const collected = await session.collect(files, progress);
  for (const { sha256 } of files) offered.add(sha256);
  if (!collected.ok) return done({ workspace: null, messages: [], left: [collected.refusal.message], toLookAt });
  const { workspace, message, left } = collected.value;
  const names = new Set(files.map(({ name }) => name));
  // The same figures stand already: nothing to ask.
  const same = workspace.resent
    .filter(({ file, old }) => names.has(file) && old.every(({ changes }) => changes.length === 0))
    .map(({ file }) => file);
  const after = same.length > 0 ? await session.leaveReports(same) : null;
  return done({
    workspace: after?.ok ? after.value.workspace : workspace,
    messages: [message],
    left: left === '' ? [] : [left],
    toLookAt,
  });
}

/** Of the units whose last report does not stand in the workbook yet. */
function unsettled(handedIn: readonly HandedIn[], received: readonly string[]): readonly HandedIn[] {
  const standing = new Set(received);
  return [...groupBy(handedIn, ({ link: { fact } }) => `${fact.period} ${fact.unit}`).values()].flatMap((group) => {
    const last = group.filter(({ replaced }) => !replaced);
    const isHere = last.every((handedIn) => standing.has(markedName(reportName(handedIn), handedIn.file.sha256)));
    return isHere ? [] : group;
  });
}

/** A report handed in by a link for another period does not belong to this workbook. */
function isOfPeriod({ handedIn: { link } }: JudgedReport, { period }: BookToShare): boolean {
  return period === null || periodKey(period) === link.fact.period;
}

function reportName({ link }: HandedIn): string {
  return `${link.fact.unit} ${link.fact.period}.xlsx`;
}

/** Under this name the workbook notes the file it received: by it the same content is known again. */
function markedName(name: string, sha256: string): string {
  const end = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - end.length)} (${sha256.slice(0, 8)})${end}`;
}
