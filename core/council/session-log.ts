/**
 * The sessions of the council as a sealed log: who met when and where, the closing of the results with digests of
 * everything decided, and reopening with its reason. A closing is never rewritten; reopening adds a row.
 */
import * as z from 'zod/mini';
import { type Result, refuse } from '../base/result.ts';
import { tidy } from '../base/text/tidy.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { inOrder, lineageOf, nextLink } from './ancestry.ts';
import { type Attendance, attendanceFault, memberText, proxyText } from './attendance.ts';
import { type ChainFault, verifyChain } from './chain.ts';
import { digest, filledLine, idOf, line, linkShape, sealOf } from './seal.ts';
import { BETWEEN } from './sealed-columns.ts';
import { type CellUnder, readLink, readSealedTable, type SealedReading, textOf } from './sealed-table.ts';
import { SESSION_COLUMNS, SESSION_KIND_NAMES } from './session-columns.ts';

type SessionKind = keyof typeof SESSION_KIND_NAMES;
const KINDS = Object.keys(SESSION_KIND_NAMES) as SessionKind[];

const names = z.readonly(z.array(filledLine.check(z.refine((text) => !text.includes(BETWEEN), 'a list in a name'))));
const digests = z.readonly(z.array(digest));

export const sessionEntrySchema = z.readonly(
  z.strictObject({
    ...linkShape,
    who: filledLine,
    kind: z.enum(KINDS),
    /** ISO day of the session; null = unknown. */
    day: z.nullable(z.iso.date()),
    place: line,
    chair: line,
    secretary: line,
    /** Members by name and post. */
    present: names,
    proxies: names,
    written: names,
    absent: names,
    /** Why it was reopened; what stood open when it was closed. */
    note: line,
    /** Ends of the log of decisions and of votes when it was closed. */
    decisions: digests,
    votes: digests,
    /** Digest of points, places and classes when it was closed (result-digest.ts). */
    result: z.nullable(digest),
  }),
);
export type SessionEntry = z.infer<typeof sessionEntrySchema>;
export type SessionLog = readonly SessionEntry[];

/** Facts of a session; '' and null where unknown. */
export interface SessionFacts {
  readonly day: string | null;
  readonly place: string;
  readonly chair: string;
  readonly secretary: string;
  readonly attendance: readonly Attendance[];
}

/** Everything decided, as it is when the results are closed. */
interface Decided {
  readonly decisions: readonly string[];
  readonly votes: readonly string[];
  readonly result: string;
  /** Vietnamese; what was still open. */
  readonly note: string;
}

export interface By {
  readonly who: string;
  /** ISO instant. */
  readonly at: string;
}

type Appended = Result<{ readonly log: SessionLog; readonly entry: SessionEntry }>;
type SessionContent = Omit<SessionEntry, keyof typeof linkShape | 'who'>;

const NOTHING: Omit<SessionContent, 'kind'> = {
  ...{ day: null, place: '', chair: '', secretary: '', present: [], proxies: [], written: [], absent: [] },
  ...{ note: '', decisions: [], votes: [], result: null },
};

/** Rows of sessions as they stand. */
export interface SessionRecord {
  readonly log: SessionLog;
  /** Seals of the log's end that is gone or was changed by hand (lost-seals.ts): it may have been a closing. */
  readonly lost: readonly string[];
}

/** Writes down who met; what was written before stays and is superseded. Refused while the results are locked. */
export function holdSession(record: SessionRecord, facts: SessionFacts, by: By): Appended {
  const locked = lockSentence(record);
  if (locked !== null) return refuse('closed', locked);
  const fault = attendanceFault(facts.attendance);
  if (fault !== null) return refuse('bad-attendance', fault);
  const { day, place, chair, secretary, attendance } = facts;
  const of = (state: Attendance['state']) =>
    attendance.flatMap((item) => (item.state === state ? [tidy(memberText(item.member))] : []));
  return append(record.log, by, {
    ...NOTHING,
    kind: 'hold',
    day,
    place: tidy(place),
    chair: tidy(chair),
    secretary: tidy(secretary),
    present: of('present'),
    proxies: attendance.filter(({ state }) => state === 'proxy').map((item) => tidy(proxyText(item))),
    written: of('written'),
    absent: of('absent'),
  });
}

/** Closes the results: the last session written down with digests over what was decided. Refused while locked. */
export function closeSession(record: SessionRecord, decided: Decided, by: By): Appended {
  const locked = lockSentence(record);
  if (locked !== null) return refuse('closed', locked);
  const held = lastSession(record.log);
  const { day, place, chair, secretary, present, proxies, written, absent } = held ?? { ...NOTHING };
  const facts = { day, place, chair, secretary, present, proxies, written, absent };
  return append(record.log, by, { ...NOTHING, ...facts, kind: 'close', ...decided, note: tidy(decided.note) });
}

/**
 * Opens what was closed, for a reason that stays in the log; the row names what is lost, so that it is spoken for.
 * Refused when nothing is locked.
 */
export function reopenSession({ log, lost }: SessionRecord, reason: string, by: By): Appended {
  if (!standingClose(log) && lost.length === 0)
    return refuse('not-closed', 'Kết quả chưa chốt nên không có gì để mở lại.');
  if (tidy(reason) === '') return refuse('no-reason', 'Mở lại kết quả đã chốt phải kèm lý do.');
  return append(log, by, { ...NOTHING, kind: 'reopen', note: tidy(reason) }, lost);
}

function append(log: SessionLog, { who, at }: By, content: SessionContent, lost: readonly string[] = []): Appended {
  if (tidy(who) === '') return refuse('no-decider', 'Hãy ghi họ tên người ghi.');
  const { seq, previous } = nextLink(log);
  const body = { seq, previous: [...previous, ...lost], at, who: tidy(who), ...content };
  const hash = sealOf(body);
  const parsed = sessionEntrySchema.safeParse({ ...body, id: idOf(hash), hash });
  if (!parsed.success) return refuse('bad-session', 'Ngày họp, tên hoặc ghi chú của phiên họp không hợp lệ.');
  return { ok: true, value: { log: inOrder([...log, parsed.data]), entry: parsed.data } };
}

/** The closing that holds now: no reopening was made knowing of it. The last of several; null = open. */
export function standingClose(log: SessionLog): SessionEntry | null {
  const isBefore = lineageOf(log);
  const reopened = log.filter(({ kind }) => kind === 'reopen');
  const standing = log.filter(
    (readonly) => readonly.kind === 'close' && !reopened.some((later) => isBefore(readonly, later)),
  );
  return standing.at(-1) ?? null;
}

/** The session last written down; null = none was. */
export function lastSession(log: SessionLog): SessionEntry | null {
  return log.findLast(({ kind }) => kind === 'hold') ?? null;
}

/** The session for the minutes: the closing in force, else the session recorded last. */
export function sessionOfRecord(log: SessionLog): SessionEntry | null {
  return standingClose(log) ?? lastSession(log);
}

/** Why nothing may be changed now; null while the results are open. */
export function lockSentence({ log, lost }: SessionRecord): string | null {
  const closed = standingClose(log);
  if (closed) return closedSentence(closed);
  return lost.length === 0 ? null : LOST;
}

const LOST =
  'Dòng cuối của trang "Phiên họp" bị sửa hoặc bị xóa nên không biết kết quả đã chốt hay chưa: kết quả vẫn khóa. Hãy trả dòng đó về như cũ, hoặc mở lại ở mục Hội đồng và ghi lý do.';

/** `Kết quả đã chốt ngày 21/11/2025 09:00 …`: why something is refused. */
function closedSentence({ who, at, id }: SessionEntry): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(at) ?? [];
  const when = `lúc ${time} ngày ${day}/${month}/${year}`;
  return `Kết quả đã chốt ${when}, người chốt: ${who} (mã ${id}). Muốn thay đổi, hãy mở lại ở mục Hội đồng và ghi lý do.`;
}

/** Whether the row's content still matches its seal. */
export function isSessionSealed({ id, hash, ...body }: SessionEntry): boolean {
  return hash === sealOf(body) && id === idOf(hash);
}

/** Every entry of every copy of the workbook, once. */
export function mergeSessions(logs: readonly SessionLog[]): SessionLog {
  return inOrder(logs.flat());
}

/** As verifyLog does for decisions. */
export function verifySessions(log: SessionLog, known: readonly string[] = []): readonly ChainFault<SessionEntry>[] {
  const nameOf = ({ seq, kind }: SessionEntry) => `dòng số ${seq} của sổ phiên họp (${SESSION_KIND_NAMES[kind]})`;
  return verifyChain(log, isSessionSealed, nameOf, known);
}

/** Reads the table back. Edited rows are listed and not used; refused when a column is missing. */
export function readSessionTable(
  titles: readonly CellValue[],
  rows: readonly (readonly (CellValue | null)[])[],
): Result<SealedReading<SessionEntry>> {
  return readSealedTable('Bảng phiên họp', SESSION_COLUMNS, titles, rows, readSession);
}

function readSession(cellUnder: CellUnder): SessionEntry | null {
  const text = (title: string) => textOf(cellUnder(title));
  const list = (title: string) => text(title).split(BETWEEN).filter(Boolean);
  const seals = (title: string) => text(title).split(' ').filter(Boolean);
  const parsed = sessionEntrySchema.safeParse({
    ...readLink(cellUnder),
    who: text('Người ghi phiên'),
    kind: KINDS.find((kind) => SESSION_KIND_NAMES[kind] === text('Việc')),
    day: text('Ngày họp').split('/').reverse().join('-') || null,
    place: text('Địa điểm họp'),
    chair: text('Chủ trì'),
    secretary: text('Thư ký'),
    present: list('Thành viên có mặt'),
    proxies: list('Thành viên ủy quyền'),
    written: list('Thành viên gửi văn bản'),
    absent: list('Thành viên vắng'),
    note: text('Lý do, ghi chú'),
    decisions: seals('Dấu vết quyết định'),
    votes: seals('Dấu vết các biểu quyết'),
    result: text('Dấu vết kết quả') || null,
  });
  return parsed.success && isSessionSealed(parsed.data) ? parsed.data : null;
}
