/** The sheet "Tiêu chí": the criteria in force, written so that an officer can change them there, read back and validated. */
import type { Period } from '../../core/indicator/period.ts';
import { type CriteriaSet, type Criterion, criterionSchema } from '../../core/movement/criteria-set.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { toPoints } from '../../core/movement/points.ts';
import { ruleSchema, type ScoringRule } from '../../core/movement/rule.ts';
import { type Finding, validateMovement } from '../../core/movement/validate.ts';
import { formGrid } from '../../core/report/template/form-grid.ts';
import { methodText } from '../../core/report/template/method-text.ts';
import { pointsValue, textValue } from '../../core/workbook/council/look.ts';
import type { NewValue, Result } from '../../core/workbook/port.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, numberOf, OWN_TABLES, putTable, rowsOf, type TableRow, textOf } from './own-tables.ts';
import { done, refuse } from './refusal.ts';
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

/** What writes the sets of a period down; nothing when they stand there already. Sets an officer has edited are not written over. */
export function criteriaActions(book: HostBook, movement: Movement, period: Period | null): readonly HostAction[] {
  if (findTable(book, OWN_TABLES.criteria.table)) return [];
  const sets = movement.audiences.flatMap(({ kind }) => criteriaSetFor(movement, kind, period) ?? []);
  return putTable(
    book,
    OWN_TABLES.criteria,
    HEADING,
    sets.flatMap((set) => setRows(movement, set)),
  );
}

function setRows(movement: Movement, set: CriteriaSet): NewValue[][] {
  const lines = formGrid(set).rows.flatMap((row) =>
    row.kind === 'line' && row.line.kind === 'criterion' ? [row.line] : [],
  );
  const methods = new Map(lines.map((line) => [line.code, methodText(line)]));
  const audience = movement.audiences.find(({ kind }) => kind === set.audience)?.name ?? set.audience;
  return set.criteria.map((one) => [
    textValue(set.version),
    textValue(audience),
    textValue(one.code),
    textValue(one.title),
    textValue(one.unit),
    pointsValue(one.maxPoints),
    textValue(EVIDENCE[one.evidence]),
    textValue(NOT_ARISING[one.notApplicable]),
    textValue(methods.get(one.code) ?? null),
    textValue(one.proposed ? 'Đề xuất' : 'Kế hoạch'),
    textValue(one.source.section),
    textValue(JSON.stringify(one.rule)),
  ]);
}

/** The movement with the criteria as they stand in the workbook. Refused when they cannot be used, with the first thing to put right. */
export function movementInForce(book: HostBook, bundled: Movement): Result<Movement> {
  const edited = editedMovement(book, bundled);
  if (!edited.ok || edited.value === bundled) return edited;
  const [first, ...others] = criteriaFindings(edited.value, bundled);
  if (!first) return edited;
  const more = others.length > 0 ? ` (còn ${others.length} chỗ khác)` : '';
  return refuse('criteria', `Trang "Tiêu chí", ${first.where}: ${first.message} ${first.todo}${more}`);
}

/** What has to be put right in the edited criteria; what the bundled movement itself would give is not the officer's doing. */
export function criteriaFindings(edited: Movement, bundled: Movement): readonly Finding[] {
  if (edited === bundled) return [];
  const own = new Set(validateMovement(bundled).map(({ code, where }) => `${code}|${where}`));
  return validateMovement(edited).filter(({ code, where }) => !own.has(`${code}|${where}`));
}

/** The movement with the rows of the sheet; the bundled one itself when nothing differs. */
export function editedMovement(book: HostBook, bundled: Movement): Result<Movement> {
  const rowsBySet = new Map<CriteriaSet, TableRow[]>();
  for (const row of rowsOf(findTable(book, OWN_TABLES.criteria.table))) {
    const set = setOf(bundled, row);
    if (!set)
      return refuse(
        'criteria',
        `Trang "Tiêu chí": không có bộ "${textOf(row, 'Bộ tiêu chí')}" cho đối tượng "${textOf(row, 'Đối tượng')}".`,
      );
    rowsBySet.set(set, [...(rowsBySet.get(set) ?? []), row]);
  }
  const changed = new Map<CriteriaSet, CriteriaSet>();
  for (const [set, rows] of rowsBySet) {
    const criteria: Criterion[] = [];
    for (const row of rows) {
      const read = criterionOf(row, set);
      if (!read.ok) return read;
      criteria.push(read.value);
    }
    const isSame = criteria.length === set.criteria.length && criteria.every((one, at) => one === set.criteria[at]);
    if (!isSame) changed.set(set, { ...set, criteria });
  }
  if (changed.size === 0) return done(bundled);
  return done({ ...bundled, criteriaSets: bundled.criteriaSets.map((set) => changed.get(set) ?? set) });
}

function setOf(movement: Movement, row: TableRow): CriteriaSet | undefined {
  const audience = findAudience(movement, textOf(row, 'Đối tượng'))?.kind;
  const version = textOf(row, 'Bộ tiêu chí');
  return movement.criteriaSets.find((set) => set.audience === audience && set.version === version);
}

/** The criterion of a row: the bundled one itself when nothing in its row was changed. */
function criterionOf(row: TableRow, set: CriteriaSet): Result<Criterion> {
  const code = codeOf(row);
  const where = `Trang "Tiêu chí", bộ "${set.title}", tiêu chí ${code || '(trống)'}`;
  const base = set.criteria.find((one) => one.code === code);
  if (!base) return refuse('criteria', `${where}: không có tiêu chí mang mã này trong bộ; mã không sửa được.`);
  const points = numberOf(row, 'Điểm tối đa');
  if (points === null) return refuse('criteria', `${where}: Điểm tối đa phải là số.`);
  const evidence = keyOf(EVIDENCE, textOf(row, 'Minh chứng'));
  if (!evidence)
    return refuse('criteria', `${where}: Minh chứng ghi một trong: ${Object.values(EVIDENCE).join(', ')}.`);
  const notApplicable = keyOf(NOT_ARISING, textOf(row, 'Khi không phát sinh'));
  if (!notApplicable)
    return refuse('criteria', `${where}: Khi không phát sinh ghi một trong: ${Object.values(NOT_ARISING).join(', ')}.`);
  const rule = ruleOf(textOf(row, 'Quy tắc'), base, toPoints(points));
  if (!rule) return refuse('criteria', `${where}: không hiểu nội dung cột Quy tắc.`);
  const title = textOf(row, 'Tiêu chí');
  const read = criterionSchema.safeParse({
    ...base,
    title,
    // The old wording stays known, so that forms sent out before are still read.
    aliases: title === base.title.normalize('NFC') ? base.aliases : [...base.aliases, base.title],
    unit: textOf(row, 'Đơn vị tính'),
    maxPoints: toPoints(points),
    evidence,
    notApplicable,
    rule,
  });
  if (!read.success) return refuse('criteria', `${where}: thiếu tên tiêu chí hoặc điểm không hợp lệ.`);
  return done(isUnchanged(read.data, base) ? base : read.data);
}

/** `1.10` typed over in a number cell is no longer a text; the code is then read as written. */
function codeOf(row: TableRow): string {
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
  const told = ({ title, unit, maxPoints, evidence, notApplicable, rule }: Criterion) =>
    JSON.stringify([
      title.normalize('NFC').trim(),
      unit.normalize('NFC').trim(),
      maxPoints,
      evidence,
      notApplicable,
      rule,
    ]);
  return told(read) === told(base);
}
