/**
 * The council's append-only log: adding an entry, and showing where its past was changed. It decides nothing about
 * points (current.ts).
 */

import { formatNumber, formatPoints, type Points } from '../base/quantity/points.ts';
import { type Refusal, type Result, refuse } from '../base/result.ts';
import { tidy } from '../base/text/tidy.ts';
import type { PointsBounds } from '../movement/bounds-of.ts';
import { inOrder, nextLink } from './ancestry.ts';
import { type ChainFault, verifyChain } from './chain.ts';
import { type EntryBody, entrySchema, isSealed, type LogEntry, sealEntry } from './entry.ts';
import { type EntryKind, isAppraisal, KIND_NAMES, TAKEN_BACK_BY } from './entry-kinds.ts';
import { questionKey } from './target-key.ts';

/** In the order of ancestry.ts. */
export type Log = readonly LogEntry[];

/** Characters of a reason: more belongs in the minutes. */
const LONGEST_REASON = 2000;

/** The decision to write; its number, links and seal come from the log. */
export type NewEntry = Omit<EntryBody, 'seq' | 'previous'>;

interface Appended {
  readonly log: Log;
  readonly entry: LogEntry;
}

/**
 * Adds a decision after everything the log knows. `bounds` are those of the criterion; null when no single criterion is
 * meant, so that points cannot be adjusted. Refused with a Vietnamese sentence when something needed is missing.
 */
export function append(log: Log, wanted: NewEntry, bounds: PointsBounds | null): Result<Appended> {
  const text = (value: string | null) => (value === null ? null : tidy(value) || null);
  const body: EntryBody = {
    ...wanted,
    who: tidy(wanted.who),
    flag: text(wanted.flag),
    criterion: text(wanted.criterion),
    unit: tidy(wanted.unit),
    reason: tidy(wanted.reason),
    points: setsPoints(wanted.kind) ? wanted.points : null,
    ...nextLink(log),
  };
  const refusal = refusalOf(log, body, bounds);
  if (refusal) return { ok: false, refusal };
  const entry = sealEntry(body);
  const isSound = entrySchema.safeParse(entry).success;
  if (!isSound) return refuse('bad-decision', 'Quyết định thiếu thời điểm hoặc dấu vết số liệu nên chưa ghi được.');
  return { ok: true, value: { log: inOrder([...log, entry]), entry } };
}

function refusalOf(log: Log, body: EntryBody, bounds: PointsBounds | null): Refusal | null {
  const { kind, points } = body;
  if (body.who === '') {
    const message = `Hãy ghi họ tên người ${isAppraisal(kind) ? 'thẩm định' : 'quyết định'}.`;
    return { code: 'no-decider', message };
  }
  if (body.unit === '') return { code: 'no-unit', message: 'Quyết định phải ghi rõ đơn vị.' };
  if (isAppraisal(kind) && (body.criterion === null || body.flag !== null)) {
    return { code: 'no-criterion', message: 'Điểm thẩm định phải gắn với một tiêu chí.' };
  }
  if (body.flag === null && body.criterion === null) {
    return { code: 'no-target', message: 'Quyết định phải gắn với một cảnh báo hoặc một tiêu chí.' };
  }
  if (kind !== 'accept' && body.reason === '') {
    return { code: 'no-reason', message: `"${KIND_NAMES[kind]}" phải kèm lý do.` };
  }
  if (body.reason.length > LONGEST_REASON) {
    return { code: 'long-reason', message: `Lý do dài quá ${formatNumber(LONGEST_REASON)} ký tự: hãy viết gọn lại.` };
  }
  if (setsPoints(kind)) return pointsRefusal(kind, points, bounds);
  if (TAKEN_BACK_BY[kind] === null && TAKEN_BACK_BY[lastOn(log, body)?.kind ?? kind] === null) {
    const what = isAppraisal(kind) ? 'điểm thẩm định' : 'quyết định';
    return { code: 'nothing-to-withdraw', message: `Không có ${what} nào để rút lại.` };
  }
  return null;
}

function setsPoints(kind: EntryKind): boolean {
  return kind === 'adjust' || kind === 'appraise';
}

function pointsRefusal(kind: EntryKind, points: Points | null, bounds: PointsBounds | null): Refusal | null {
  if (!bounds) {
    const message = 'Cảnh báo này không gắn với điểm của một tiêu chí nên không điều chỉnh điểm được.';
    return { code: 'no-points', message };
  }
  const what = isAppraisal(kind) ? 'thẩm định' : 'điều chỉnh';
  const range = `từ ${formatPoints(bounds.least)} đến ${formatPoints(bounds.most)}`;
  if (points === null) return { code: 'points-missing', message: `Hãy ghi số điểm ${what}, ${range}.` };
  if (!Number.isInteger(points)) {
    return { code: 'points-too-fine', message: `Điểm ${what} có nhiều nhất hai chữ số thập phân.` };
  }
  if (points < bounds.least || points > bounds.most) {
    return { code: 'points-outside', message: `Điểm ${what} ${formatPoints(points)} nằm ngoài khoảng ${range}.` };
  }
  return null;
}

function lastOn(log: Log, body: EntryBody): LogEntry | undefined {
  const key = questionKey(body, body);
  return log.findLast((entry) => questionKey(entry, entry) === key);
}

type Fault = ChainFault<LogEntry>;

/** Faults in the log's past; `known` are seals recorded elsewhere (minutes, settings). Empty when no fault is found. */
export function verifyLog(log: Log, known: readonly string[] = []): readonly Fault[] {
  return verifyChain(log, isSealed, ({ seq, unit, who }) => `quyết định số ${seq} (${unit}, ${who})`, known);
}
