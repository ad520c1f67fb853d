/** Logs for the council's tests: entries written through `append`, and histories of several copies of one workbook. */
import fc from 'fast-check';
import type { LogEntry } from '../../../core/council/entry.ts';
import { append, type Log, type NewEntry } from '../../../core/council/log.ts';
import { mergeLogs } from '../../../core/council/merge.ts';
import { sha256 } from '../../../core/council/sha256.ts';
import type { PointsBounds } from '../../../core/movement/bounds-of.ts';

export const TEN: PointsBounds = { least: 0, most: 1000 };
export const FIGURES = sha256('số liệu');

/** 08:00 plus so many minutes. */
export function at(minutes: number): string {
  return `${new Date(Date.UTC(2025, 10, 21, 8, minutes)).toISOString().slice(0, 19)}+07:00`;
}

export function wanted(more: Partial<NewEntry> = {}): NewEntry {
  return {
    at: at(0),
    who: 'Lò Thị Mai',
    flag: 'ratio-mismatch|Bản Nà Đít|1.2|Báo cáo!E8',
    criterion: '1.2',
    unit: 'Bản Nà Đít',
    kind: 'accept',
    points: null,
    reason: '',
    subject: FIGURES,
    ...more,
  };
}

/** The log with one entry more. */
export function write(log: Log, more: Partial<NewEntry> = {}, bounds: PointsBounds | null = TEN): Log {
  const result = append(log, wanted(more), bounds);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.log;
}

export function writeAll(...entries: readonly Partial<NewEntry>[]): Log {
  return entries.reduce<Log>((log, more, index) => write(log, { at: at(index), ...more }), []);
}

export function last(log: Log): LogEntry {
  return log.at(-1)!;
}

const texts = fc.string({
  unit: fc.constantFrom('ă', 'đ', 'Ệ', 'e', '\u0323', '1', '=', "'", '"', '<', ' ', '\n', '\u200b', '😀'),
});
export const entries: fc.Arbitrary<Partial<NewEntry>> = fc
  .record({
    flag: fc.constantFrom(null, 'a', 'b', '=HYPERLINK("x")'),
    criterion: fc.constantFrom('1.1', '1.2', '1.10'),
    unit: fc.constantFrom('Bản A', 'Bản B', '12'),
    kind: fc.constantFrom('accept' as const, 'adjust' as const, 'return' as const, 'appraise' as const),
    points: fc.integer({ min: 0, max: 1000 }),
    reason: texts.map((text) => `lý do ${text}`),
    who: texts.map((text) => `Ông ${text}`),
    at: fc.integer({ min: 0, max: 600 }).map(at),
  })
  .map((item) => (item.kind === 'appraise' ? { ...item, flag: null } : item));

/** What happens to copies 0 … 2: one decides, or one takes in the log of another. */
type Step =
  | { readonly kind: 'decide'; readonly copy: number; readonly entry: Partial<NewEntry> }
  | { readonly kind: 'merge'; readonly copy: number; readonly from: number };

const copy = fc.nat({ max: 2 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('decide' as const), copy, entry: entries }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), copy, from: copy }) },
);

/** Logs of three copies that went apart and met, with clocks that do not agree. */
export const copies: fc.Arbitrary<readonly [Log, Log, Log]> = fc.array(steps, { maxLength: 14 }).map((history) => {
  const logs: [Log, Log, Log] = [[], [], []];
  for (const step of history) {
    const own = logs[step.copy]!;
    logs[step.copy] = step.kind === 'decide' ? write(own, step.entry) : mergeLogs([own, logs[step.from]!]).log;
  }
  return logs;
});
