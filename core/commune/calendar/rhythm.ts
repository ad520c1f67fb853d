/**
 * Who reported in a campaign's period, who did not, and for how many periods in a row: periods of a week or a quarter,
 * known by the reports that came. A missing report counts as missing, never as nought.
 */
import { type Period, periodName } from '../../base/period/period.ts';
import { foldKey } from '../../base/text/text.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Register } from '../../report/register.ts';
import { listed } from './messages.ts';

/** A period, and the names of the units that reported in it. */
export interface PeriodReports {
  readonly period: Period;
  readonly units: readonly string[];
}

interface Rhythm {
  readonly unit: string;
  readonly audience: string;
  readonly sent: boolean;
  /** Periods in a row without a report: up to this one, or up to the last one before it when this one has a report. */
  readonly missed: number;
  /** Half a sentence. */
  readonly line: string;
}

/** `periods`: earliest first, the last is the one looked at. A line for each registered unit, in the register's order. */
export function rhythmOf(register: Register, periods: readonly PeriodReports[]): readonly Rhythm[] {
  const came = periods.map(({ units }) => new Set(units.map((unit) => foldKey(unit))));
  return register
    .filter(({ name, registered }) => registered || came.at(-1)?.has(foldKey(name)))
    .map(({ name, audience }) => {
      const own = came.map((units) => units.has(foldKey(name)));
      const sent = own.at(-1) === true;
      const upTo = sent ? own.slice(0, -1) : own;
      const missed = upTo.length - 1 - upTo.lastIndexOf(true);
      return { unit: name, audience, sent, missed, line: lineOf(sent, missed) };
    });
}

function lineOf(sent: boolean, missed: number): string {
  if (!sent) return missed > 1 ? `chưa nộp ${missed} kỳ liền` : 'chưa nộp';
  return missed === 0 ? 'đã nộp' : missed === 1 ? 'đã nộp, kỳ trước chưa nộp' : `đã nộp, ${missed} kỳ trước chưa nộp`;
}

/** The text to send to those who have not reported; several when the names do not fit, none when all have. */
export function rhythmMessages(
  units: readonly Rhythm[],
  { movement, period }: { readonly movement: Movement; readonly period: Period },
): readonly string[] {
  const missing = units.filter(({ sent }) => !sent);
  if (missing.length === 0) return [];
  const names = missing.map(({ unit, missed }) => (missed > 1 ? `${unit} (${missed} kỳ liền)` : unit));
  const head = `${movement.title}, báo cáo ${periodName(period)}:`;
  const count = `${missing.length}/${units.length} đơn vị chưa nộp`;
  return listed(head, count, names, 'Đề nghị các đơn vị gửi ngay. Trân trọng.');
}
