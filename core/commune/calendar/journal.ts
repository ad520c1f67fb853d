/**
 * What the commune writes down over the year beside the reports: inspections and urgings, who of the council looks after
 * which field or unit, what units ask for, and the models worth following with who took them up.
 */

import { squashKey } from '../../base/text/text.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { Appeal } from './appeal.ts';

export const VISIT_NAME = {
  inspection: 'Kiểm tra',
  urging: 'Đôn đốc',
  both: 'Kiểm tra, đôn đốc',
  briefing: 'Phổ biến kế hoạch',
  request: 'Yêu cầu báo cáo',
  assignment: 'Phân công phụ trách',
  issue: 'Vướng mắc, kiến nghị',
  /** Units know their points; until the day set they may explain. */
  notice: 'Gửi kết quả thẩm định',
} as const;

export interface Visit {
  /** ISO day. */
  readonly day: string;
  readonly kind: keyof typeof VISIT_NAME;
  /** '' = all units. */
  readonly unit: string;
  readonly who: string;
  readonly what: string;
  /** ISO day until which it is to be done; null = none was set. */
  readonly until: string | null;
  /** What came of it; '' = not written down yet. */
  readonly outcome: string;
}

export interface Model {
  readonly name: string;
  /** Who made it. */
  readonly unit: string;
  /** As written: `tháng 3/2025`; '' = unknown. */
  readonly since: string;
  /** What it does and what came of it. */
  readonly summary: string;
  /** Units that took it up. */
  readonly adopters: readonly string[];
}

/** A target's figure, or the council's remark on it, that no unit and no portal gives: who wrote it, on what evidence. */
export interface CommuneFigure {
  /** Code of the target: `TM-G12`. */
  readonly target: string;
  /** `2025`; '' = any period. */
  readonly period: string;
  /** null = only a remark. */
  readonly value: number | null;
  readonly remark: string;
  readonly who: string;
  /** ISO day; null = not written down. */
  readonly day: string | null;
  readonly evidence: string;
}

export interface Journal {
  /** By day, earliest first. */
  readonly visits: readonly Visit[];
  readonly models: readonly Model[];
  /** Absent = nothing was written down. */
  readonly figures?: readonly CommuneFigure[];
  /** In the order written down. Absent = nothing was. */
  readonly appeals?: readonly Appeal[];
}

export const NO_JOURNAL: Journal = { visits: [], models: [] };

/** Somebody went, wrote or called: no assignment within the council, nothing that a unit asks for, no result sent. */
export function isVisit({ kind }: Visit): boolean {
  return kind !== 'assignment' && kind !== 'issue' && kind !== 'notice';
}

/** The last visit to a unit up to a day ('' = to all units); null = none was written down. */
export function lastVisit({ visits }: Journal, unit: string, asOf: string): Visit | null {
  const key = squashKey(unit);
  return visits.findLast((visit) => isVisit(visit) && visit.day <= asOf && squashKey(visit.unit) === key) ?? null;
}

/** `Đôn đốc ngày 06/11/2025: gửi báo cáo; hạn 10/11/2025`; '' for none. */
export function visitWords(visit: Visit | null): string {
  if (visit === null) return '';
  const { day, kind, what, until, outcome } = visit;
  const end = [until === null ? '' : `hạn ${formatDate(until)}`, outcome].filter((text) => text !== '');
  return [`${VISIT_NAME[kind]} ngày ${formatDate(day)}: ${what}`, ...end].join('; ');
}

/** Models of a unit's own, and those of others it took up. */
export function modelsOf(
  { models }: Journal,
  unit: string,
): { readonly own: readonly Model[]; readonly taken: readonly Model[] } {
  const key = squashKey(unit);
  return {
    own: models.filter((model) => squashKey(model.unit) === key),
    taken: models.filter(({ adopters }) => adopters.some((name) => squashKey(name) === key)),
  };
}
