/**
 * The sheet "Tiêu chí": the criteria in force, written so that an officer can change them there, read back and
 * validated.
 */

import type { Period } from '../../core/base/period/period.ts';
import { toPoints } from '../../core/base/quantity/points.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { formGrid } from '../../core/form/form-grid.ts';
import { committeeOf } from '../../core/form/form-subject.ts';
import { methodText } from '../../core/form/method-text.ts';
import { type CriteriaSet, type Criterion, criterionSchema } from '../../core/movement/criteria-set.ts';
import { findAudience, wholeSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { ruleSchema, type ScoringRule } from '../../core/movement/rule.ts';
import { type MovementFinding, validateMovement } from '../../core/movement/validate.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { pointsValue, textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, numberOf, OWN_TABLES, type OwnTableRow, placedRows, putTable, textOf } from './own-tables.ts';
import { scaleRule } from './scale-rule.ts';

const EVIDENCE: Readonly<Record<Criterion['evidence'], string>> = {
  required: 'Bắt buộc',
  optional: 'Nếu có',
  none: 'Không cần',
};
const NOT_ARISING: Readonly<Record<Criterion['notApplicable'], string>> = {
  drop: 'Không tính tiêu chí',
  'drop-confirmed': 'Không tính khi Hội đồng xác nhận',
  full: 'Được điểm tối đa',
  zero: 'Được 0 điểm',
};
const HEADING = [
  'Sửa được: Tiêu chí, Đơn vị tính, Điểm tối đa, Minh chứng, Khi không phát sinh. Xóa dòng để bỏ tiêu chí; tổng mỗi bộ là 100 điểm.',
  'Sửa Điểm tối đa thì các mức điểm đổi theo tỷ lệ. Cột Quy tắc dành cho phần mềm; cột Cách chấm chỉ để đọc.',
];

/**
 * What writes the sets of a period down; nothing when they stand there already. Sets an officer has edited are not
 * written over.
 */
export function criteriaActions(book: HostBook, movement: Movement, period: Period | null): readonly HostAction[] {
  if (findTable(book, OWN_TABLES.criteria.table)) return [];
  const sets = movement.audiences.flatMap(({ kind }) => wholeSetFor(movement, kind, period) ?? []);
  return putTable(
    book,
    OWN_TABLES.criteria,
    HEADING,
    sets.flatMap((set) => setRows(movement, set)),
  );
}

function setRows(movement: Movement, set: CriteriaSet): NewValue[][] {
  const committee = committeeOf(movement);
  const lines = formGrid(set, committee).rows.flatMap((row) =>
    row.kind === 'line' && row.line.kind === 'criterion' ? [row.line] : [],
  );
  const methods = new Map(lines.map((line) => [line.code, methodText(line, committee)]));
  const audience = movement.audiences.find(({ kind }) => kind === set.audience)?.name ?? set.audience;
  return set.criteria.map((criterion) => [
    textValue(set.version),
    textValue(audience),
    textValue(criterion.code),
    textValue(criterion.title),
    textValue(criterion.unit),
    pointsValue(criterion.maxPoints),
    textValue(EVIDENCE[criterion.evidence]),
    textValue(NOT_ARISING[criterion.notApplicable]),
    textValue(methods.get(criterion.code) ?? null),
    textValue(criterion.proposed ? 'Đề xuất' : 'Kế hoạch'),
    textValue(criterion.source.section),
    textValue(JSON.stringify(criterion.rule)),
  ]);
}

/** Actions that bring a criterion's row to the movement's content; refused when its row is gone. */
export function criterionActions(
  book: HostBook,
  movement: Movement,
  set: CriteriaSet,
  code: string,
): Result<readonly HostAction[]> {
  const table = findTable(book, OWN_TABLES.criteria.table);
  const rows = placedRows(table);
  const at = rows.findIndex(({ row }) => codeOf(row) === code && setOf(movement, row) === set);
  const wanted = setRows(movement, set).find((row) => row[CODE]?.kind === 'text' && row[CODE].text === code);
  const place = rows[at];
  if (!table || !place || !wanted)
    return refuse('not-found', `Trang “${OWN_TABLES.criteria.sheet}” không còn dòng của tiêu chí ${code}.`);
  const names = OWN_TABLES.criteria.columns.map(({ name }) => name);
  return done(
    EDITED.flatMap((name): HostAction[] => {
      const column = table.columns.findIndex((title) => title.normalize('NFC').trim() === name);
      const value = wanted[names.indexOf(name)];
      if (column < 0 || !value) return [];
      return [{ kind: 'write', sheet: table.sheet, row: place.at, column: table.range.left + column, value }];
    }),
  );
}

const CODE = OWN_TABLES.criteria.columns.findIndex(({ name }) => name === 'Mã');
const EDITED = ['Tiêu chí', 'Điểm tối đa', 'Cách chấm', 'Quy tắc'] as const;

interface InForce {
  readonly movement: Movement;
  /** Faults of the sheet, each a Vietnamese sentence with its cell. */
  readonly faults: readonly string[];
}

/**
 * The movement with the criteria as the workbook has them. A row that cannot be understood is left out; where the
 * remaining rows make no sound set, the plan's own set is used. Both are reported.
 */
export function movementInForce(book: HostBook, bundled: Movement): InForce {
  const edited = editedMovement(book, bundled);
  if (edited.movement === bundled) return edited;
  const [first, ...others] = criteriaFindings(edited.movement, bundled);
  if (!first) return edited;
  const more = others.length > 0 ? ` (còn ${others.length} chỗ khác)` : '';
  const fault = `Trang "Tiêu chí", ${first.where}: ${first.message} ${first.todo}${more} Đang chấm theo bộ tiêu chí gốc.`;
  return { movement: bundled, faults: [...edited.faults, fault] };
}

/**
 * What has to be put right in the edited criteria; what the bundled movement itself would give is not the officer's
 * doing.
 */
function criteriaFindings(edited: Movement, bundled: Movement): readonly MovementFinding[] {
  if (edited === bundled) return [];
  const own = new Set(validateMovement(bundled).map(({ code, where }) => `${code}|${where}`));
  return validateMovement(edited).filter(({ code, where }) => !own.has(`${code}|${where}`));
}

/** The movement with the rows of the sheet; the bundled one itself when nothing differs. */
function editedMovement(book: HostBook, bundled: Movement): InForce {
  const faults: string[] = [];
  const bySet = new Map<CriteriaSet, Criterion[]>();
  for (const { row, cell } of placedRows(findTable(book, OWN_TABLES.criteria.table))) {
    const set = setOf(bundled, row);
    if (!set) {
      const named = `"${textOf(row, 'Bộ tiêu chí')}" cho đối tượng "${textOf(row, 'Đối tượng')}"`;
      faults.push(`${cell('Bộ tiêu chí')}: không có bộ ${named}; dòng này không được dùng.`);
      continue;
    }
    const read = criterionOf(row, set);
    const criteria = bySet.get(set) ?? [];
    bySet.set(set, criteria);
    if ('criterion' in read) criteria.push(read.criterion);
    else {
      faults.push(`${cell(read.column)}: ${read.message}`);
      if (read.base) criteria.push(read.base);
    }
  }
  const changed = new Map<CriteriaSet, CriteriaSet>();
  for (const [set, criteria] of bySet) {
    const isSame =
      criteria.length === set.criteria.length && criteria.every((criterion, at) => criterion === set.criteria[at]);
    if (!isSame) changed.set(set, { ...set, criteria });
  }
  if (changed.size === 0) return { movement: bundled, faults };
  const criteriaSets = bundled.criteriaSets.map((set) => changed.get(set) ?? set);
  return { movement: { ...bundled, criteriaSets }, faults };
}

function setOf(movement: Movement, row: OwnTableRow): CriteriaSet | undefined {
  const audience = findAudience(movement, textOf(row, 'Đối tượng'))?.kind;
  const version = textOf(row, 'Bộ tiêu chí');
  return movement.criteriaSets.find((set) => set.audience === audience && set.version === version);
}

type CriterionRead =
  | { readonly criterion: Criterion }
  /** The column cannot be used; `base` = the plan's own criterion, used instead. */
  | { readonly column: string; readonly message: string; readonly base: Criterion | null };

/** The criterion of a row: the bundled one itself when nothing in its row was changed. */
function criterionOf(row: OwnTableRow, set: CriteriaSet): CriterionRead {
  const code = codeOf(row);
  const base = set.criteria.find((criterion) => criterion.code === code);
  if (!base) {
    const message = `bộ "${set.title}" không có tiêu chí mã "${code}" (mã không sửa được); dòng này không được dùng.`;
    return { column: 'Mã', message, base: null };
  }
  const fault = (column: string, message: string): CriterionRead => ({
    column,
    message: `${message} Tiêu chí ${code} đang theo kế hoạch.`,
    base,
  });
  const points = numberOf(row, 'Điểm tối đa');
  if (points === null) return fault('Điểm tối đa', 'Điểm tối đa phải là số.');
  const evidence = keyOf(EVIDENCE, textOf(row, 'Minh chứng'));
  if (!evidence) return fault('Minh chứng', `ghi một trong: ${Object.values(EVIDENCE).join(', ')}.`);
  const notApplicable = keyOf(NOT_ARISING, textOf(row, 'Khi không phát sinh'));
  if (!notApplicable) return fault('Khi không phát sinh', `ghi một trong: ${Object.values(NOT_ARISING).join(', ')}.`);
  const rule = ruleOf(textOf(row, 'Quy tắc'), base, toPoints(points));
  if (!rule) return fault('Quy tắc', 'không hiểu nội dung cột Quy tắc.');
  const title = textOf(row, 'Tiêu chí');
  const scaled = toPoints(points);
  const milestones = base.milestones?.map((milestone) =>
    base.maxPoints > 0 ? { ...milestone, rule: scaleRule(milestone.rule, base.maxPoints, scaled) } : milestone,
  );
  const read = criterionSchema.safeParse({
    ...base,
    ...(milestones ? { milestones } : {}),
    title,
    // The old wording stays known, so that forms sent out before are still read.
    aliases: title === base.title.normalize('NFC') ? base.aliases : [...base.aliases, base.title],
    unit: textOf(row, 'Đơn vị tính'),
    maxPoints: toPoints(points),
    evidence,
    notApplicable,
    rule,
  });
  if (!read.success) return fault('Tiêu chí', 'thiếu tên tiêu chí hoặc điểm không hợp lệ.');
  return { criterion: isUnchanged(read.data, base) ? base : read.data };
}

/** `1.10` typed over in a number cell is no longer a text; the code is then read as written. */
function codeOf(row: OwnTableRow): string {
  return textOf(row, 'Mã').replace(',', '.');
}

function keyOf<K extends string>(names: Readonly<Record<K, string>>, text: string): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key].normalize('NFC').toLowerCase() === text.toLowerCase());
}

/** The rule as written; when only the maximum was changed, its points follow. */
function ruleOf(text: string, base: Criterion, maxPoints: number): ScoringRule | undefined {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = ruleSchema.safeParse(written);
  if (!read.success) return undefined;
  const isOwn = JSON.stringify(read.data) === JSON.stringify(base.rule);
  return isOwn && maxPoints !== base.maxPoints && base.maxPoints > 0
    ? scaleRule(base.rule, base.maxPoints, maxPoints)
    : read.data;
}

function isUnchanged(read: Criterion, base: Criterion): boolean {
  const fingerprint = ({ title, unit, maxPoints, evidence, notApplicable, rule }: Criterion) =>
    JSON.stringify([
      title.normalize('NFC').trim(),
      unit.normalize('NFC').trim(),
      maxPoints,
      evidence,
      notApplicable,
      rule,
    ]);
  return fingerprint(read) === fingerprint(base);
}
