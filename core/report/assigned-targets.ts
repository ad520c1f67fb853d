/** Targets given out to units, put beside the figures of their reports: the rules that score by them find them there. */
import { type Period, periodKey } from '../base/period/period.ts';
import { inNameOrder } from '../base/text/name-order.ts';
import { squashKey } from '../base/text/text.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import type { Movement } from '../movement/movement.ts';
import { factsOf } from '../movement/rule.ts';
import { unitName } from './match-unit.ts';
import type { Register } from './register.ts';
import type { Entry, Report } from './report.ts';

export interface AssignedTarget {
  /** As the register has it. */
  readonly unit: string;
  /** Code of the criterion, or of a part of it: `1.2`, `1.2.a`. */
  readonly criterion: string;
  /** As the table has it: `2025`; '' = every period. */
  readonly period: string;
  /** In the criterion's unit; `none` = expressly none was given. */
  readonly value: number | 'none';
}

interface TargetsSetting {
  readonly movement: Movement;
  readonly period: Period | null;
  readonly register: Register | null;
}

/** How a report looks with its unit's targets, and whose are missing. */
export interface GivenTargets {
  readonly of: (report: Report) => Report;
  /** Vietnamese sentences: a criterion, and the units that reported and were given nothing. */
  readonly missing: (reports: readonly Report[]) => readonly string[];
}

/** Targets of one unit in the period, by code. */
export function targetsOfUnit(
  targets: readonly AssignedTarget[],
  period: Period,
  unit: string,
): ReadonlyMap<string, AssignedTarget['value']> {
  const own = targets.filter((target) => squashKey(target.unit) === squashKey(unit) && isIn(target, period));
  return new Map(inForce(own).map(({ criterion, value }) => [criterion, value]));
}

/** The later holds, and one of a period above one of every period: what holds comes last. */
function inForce(targets: readonly AssignedTarget[]): readonly AssignedTarget[] {
  return [...targets.filter(({ period }) => period === ''), ...targets.filter(({ period }) => period !== '')];
}

/** null = no period is known: only targets of every period are sure to be meant. */
function isIn({ period: written }: AssignedTarget, period: Period | null): boolean {
  return written === '' || (period !== null && (written === periodKey(period) || written === String(period.year)));
}

/** Of several targets for the same figure the later holds, and one of the period above one of every period. */
export function givenTargets(targets: readonly AssignedTarget[], setting: TargetsSetting): GivenTargets {
  const { movement, period, register } = setting;
  const held = new Map(
    inForce(targets.filter((target) => isIn(target, period))).map(({ unit, criterion, value }) => [
      keyOf(unit, criterion),
      value,
    ]),
  );
  const wanted = (report: Report): readonly string[] =>
    (setOfReport(movement, report, period)?.criteria ?? []).flatMap(({ code, rule }) => {
      const { byAssignment, parts } = factsOf(rule);
      const own = parts.filter((part) => factsOf(part.rule).byAssignment).map((part) => `${code}.${part.code}`);
      return byAssignment ? [code] : own;
    });
  return {
    of: (report) => {
      const codes = new Set(wanted(report));
      if (codes.size === 0) return report;
      const unit = unitName(report, register);
      const withTarget = (entry: Entry, code: string): Entry => {
        const assigned = codes.has(code) ? held.get(keyOf(unit, code)) : undefined;
        const parts = entry.parts?.map((part) => withTarget(part, fullCode(code, part.criterion)));
        return { ...entry, ...(assigned === undefined ? {} : { assigned }), ...(parts ? { parts } : {}) };
      };
      return { ...report, entries: report.entries.map((entry) => withTarget(entry, entry.criterion)) };
    },
    missing: (reports) => {
      const lacking = new Map<string, string[]>();
      for (const report of reports) {
        const unit = unitName(report, register);
        for (const code of wanted(report))
          if (!held.has(keyOf(unit, code))) lacking.set(code, [...(lacking.get(code) ?? []), unit]);
      }
      return [...lacking]
        .sort(([x], [y]) => inNameOrder(x, y))
        .map(
          ([code, units]) =>
            `Tiêu chí ${code} chấm theo chỉ tiêu giao cho từng đơn vị; chưa giao cho: ${[...new Set(units)].sort(inNameOrder).join('; ')}.`,
        );
    },
  };
}

function fullCode(criterion: string, part: string): string {
  return part.startsWith(`${criterion}.`) ? part : `${criterion}.${part}`;
}

function keyOf(unit: string, criterion: string): string {
  return JSON.stringify([squashKey(unit), criterion]);
}
