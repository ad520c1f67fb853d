/**
 * What THIDUA.DIEM answers: the points one value earns under a criterion's rule alone, without flags, gates or the
 * council.
 */

import type { Period } from '../../core/base/period/period.ts';
import { fromPoints } from '../../core/base/quantity/points.ts';
import type { Result } from '../../core/base/result.ts';
import { scoreCriterion } from '../../core/judge/score/criterion.ts';
import type { Criterion } from '../../core/movement/criteria-set.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { factsOf, partsOf } from '../../core/movement/rule.ts';
import { readValue } from '../../core/report/read/value.ts';
import type { Entry, Reading } from '../../core/report/report.ts';
import type { CellLook } from '../../core/sheet/grid/sheet.ts';
import { type FunctionArgument, found, refused } from './answers.ts';

const NO_LOOK: CellLook = { font: '', numberFormat: 'General' };

/** Points with at most two decimals. A part of a composed criterion has a code of its own, `1.2.a`. */
export function pointsOf(
  movement: Movement,
  period: Period | null,
  audience: string,
  code: string,
  argument: FunctionArgument,
): Result<number> {
  if (!findAudience(movement, audience)) {
    const names = movement.audiences.filter(({ competes }) => competes).map(({ name }) => name);
    return refused('value', `Phong trào không có đối tượng "${audience}". Các đối tượng: ${names.join('; ')}.`);
  }
  const set = criteriaSetFor(movement, audience, period);
  if (!set) return refused('none', `Đối tượng "${audience}" không có bộ tiêu chí cho kỳ này.`);
  const criterion = findCriterion(set.criteria, code.trim());
  if (!criterion) return refused('value', `Bộ tiêu chí không có tiêu chí "${code}".`);
  const { rule } = criterion;
  const { parts: composed, levels } = factsOf(rule);
  if (composed.length > 0) {
    const parts = composed.map((part) => `${criterion.code}.${part.code}`).join(', ');
    return refused('value', `Tiêu chí ${criterion.code} gồm nhiều phần, hãy tính từng phần: ${parts}.`);
  }
  const { reading, percent } = readValue(argument, NO_LOOK, {
    measure: criterion.measure,
    unit: criterion.unit,
    levels: levels ?? undefined,
  });
  if (isShare(criterion, reading, percent)) {
    return refused('value', 'Tỷ lệ ghi theo phần trăm: 95,5 chứ không phải 0,955 (ô định dạng % thì nhân với 100).');
  }
  // The formula supplies the value that otherwise comes from the register.
  const scored: Criterion = criterion.filledBy === 'register' ? { ...criterion, filledBy: 'unit' } : criterion;
  const result = scoreCriterion(scored, entryOf(criterion, reading), { movement, period });
  return result.computed === null ? refused('none', result.reason) : found(fromPoints(result.computed));
}

/** The criterion with the code, or a part with it as a separate criterion. */
function findCriterion(criteria: readonly Criterion[], code: string): Criterion | undefined {
  for (const criterion of criteria) {
    if (criterion.code === code) return criterion;
    const part = partsOf(criterion.rule).find((rulePart) => `${criterion.code}.${rulePart.code}` === code);
    if (part) {
      const { measure, maxPoints, title } = part;
      return {
        ...criterion,
        code,
        title,
        measure,
        maxPoints,
        rule: part.rule,
        unit: measure === 'percentage' ? '%' : '',
      };
    }
  }
  return undefined;
}

/** A function sees 95,5 % as 0.955 and cannot see the cell's format: a ratio of at most 1 is not guessed at. */
function isShare({ measure }: Criterion, reading: Reading, percent: boolean): boolean {
  return measure === 'percentage' && !percent && reading.kind === 'number' && reading.value > 0 && reading.value <= 1;
}

function entryOf({ code, title }: Criterion, reading: Reading): Entry {
  const cell = { sheet: '', address: 'A1' };
  return {
    criterion: code,
    title: { text: title, cell },
    matched: { by: 'code', similarity: 1 },
    value: { reading, cell, raw: null },
    evidence: [],
  };
}
