/** The tables of the criteria sets in the dossier; groups, criteria and parts are the rows of one sheet. */

import type { CriteriaSet, Criterion } from '../movement/criteria-set.ts';
import type { Audience, Movement } from '../movement/movement.ts';
import type { Comparator, Measure, RegisterFact, RulePart, ScoringRule } from '../movement/rule.ts';
import { INDICATORS } from '../portal/indicator/catalogue.ts';
import * as codec from './codec.ts';
import { INDICATOR_LIST } from './lists-sheet.ts';
import {
  AUDIENCE_LIST,
  itemsOf,
  PHASE_LIST,
  SOURCE_COLUMNS,
  type SourceRow,
  sourceRow,
  TARGET_LIST,
} from './plan-tables.ts';
import { ruleWords } from './rule-words.ts';
import { classCaps, classification, knockOuts, tieBreaks } from './set-words.ts';
import type { DossierColumn, DossierColumns, TableSpec } from './table.ts';
import * as words from './vocabulary.ts';

/** Which set a row belongs to. */
export interface SetKey {
  readonly audience: string;
  readonly phase: string | null;
}

export type SetRow = SetKey & Omit<CriteriaSet, 'groups' | 'criteria' | 'audience' | 'phase'>;

function keyColumns(audiences: readonly Audience[], phases: Movement['phases']): DossierColumns<SetKey> {
  return {
    audience: { title: 'Đối tượng', width: 24, codec: codec.reference(itemsOf(audiences)), from: AUDIENCE_LIST },
    phase: { title: 'Giai đoạn', width: 14, codec: codec.orNull(codec.reference(phases)), from: PHASE_LIST },
  };
}

const ORIGINS = { proposed: 'Đề xuất', plan: 'Kế hoạch' } as const;
const ORIGIN = codec.choice(ORIGINS, 'proposed');
/** Our proposal or the plan's own; of a criterion perhaps only the way to score it is ours. */
const origin: codec.Codec<boolean> = {
  ...ORIGIN,
  write: (proposed) => ORIGIN.write(proposed ? 'proposed' : 'plan'),
  read: (content) => {
    const read = ORIGIN.read(content);
    return read.ok ? { ok: true, value: read.value === 'proposed' } : read;
  },
};

const RULE_ORIGIN = codec.choice({ ...ORIGINS, rule: 'Kế hoạch (cách chấm đề xuất)' }, 'proposed');
const criterionOrigin: codec.Codec<Criterion['proposed']> = {
  ...RULE_ORIGIN,
  write: (proposed) => RULE_ORIGIN.write(proposed === 'rule' ? proposed : proposed ? 'proposed' : 'plan'),
  read: (content) => {
    const read = RULE_ORIGIN.read(content);
    if (!read.ok) return read;
    return { ok: true, value: read.value === 'rule' ? read.value : read.value === 'proposed' };
  },
};

export function setsTable(audiences: readonly Audience[], phases: Movement['phases']): TableSpec<SetRow> {
  return {
    sheet: 'Bộ tiêu chí',
    heading: 'CÁC BỘ TIÊU CHÍ',
    hint: 'Mỗi đối tượng (mỗi giai đoạn) một bộ. Các cột nhiều ý: mỗi ý một dòng trong ô.',
    columns: {
      ...keyColumns(audiences, phases),
      title: { title: 'Tên bộ tiêu chí', width: 50, codec: codec.text },
      version: { title: 'Phiên bản', width: 20, codec: codec.text },
      total: { title: 'Thang điểm', width: 12, codec: codec.orNone(codec.points), hint: 'Để trống = 100 điểm' },
      bonusCap: { title: 'Điểm thưởng tối đa', width: 12, codec: blankIs(codec.points, 0) },
      classification: { title: 'Xếp loại', width: 50, codec: classification },
      knockOuts: { title: 'Xếp bậc thấp nhất khi', width: 40, codec: knockOuts },
      classCaps: { title: 'Hạn chế xếp loại khi', width: 40, codec: classCaps },
      tieBreaks: { title: 'Khi bằng điểm, lần lượt xét', width: 36, codec: tieBreaks },
      gates: { title: 'Không chấm cả bộ nếu thiếu điểm ở', width: 16, codec: codec.texts },
      scored: { title: 'Chấm điểm', width: 10, codec: codec.yesNo(true) },
      proposed: { title: 'Nguồn', width: 12, codec: origin },
    },
  };
}

/** What a blank cell means. */
function blankIs<T>(item: codec.Codec<T>, value: T): codec.Codec<T> {
  return { ...item, read: (content) => (content === null ? { ok: true, value } : item.read(content)) };
}

interface GroupRow extends SetKey {
  readonly row: RowKind;
  readonly code: string;
  readonly title: string;
}
type RowKind = 'group' | 'criterion' | 'part' | 'milestone';

export interface PartRow extends GroupRow {
  readonly measure: Measure;
  readonly maxPoints: number;
  readonly rule: string;
  readonly listed?: RegisterFact | undefined;
}

export interface CriterionRow
  extends PartRow,
    SourceRow,
    Omit<
      Criterion,
      | 'rule'
      | 'target'
      | 'milestones'
      | 'group'
      | 'source'
      | 'numerator'
      | 'denominator'
      | 'evidenceHint'
      | keyof PartRow
    > {
  /** null = the group row above. */
  readonly group: string | null;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly evidenceHint?: string | undefined;
  readonly targetCode: string | null;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  readonly by: string | null;
}

/** A criterion's threshold by an earlier day: a row below the criterion, with its code. */
export type MilestoneRow = SetKey &
  Pick<CriterionRow, 'row' | 'code' | 'rule' | 'targetCode' | 'comparator' | 'value' | 'by'>;

const ROW_KINDS: Readonly<Record<RowKind, string>> = {
  group: 'Nhóm',
  criterion: 'Tiêu chí',
  part: 'Ý',
  milestone: 'Mốc',
};
export const ROW_KIND: DossierColumn<RowKind> = {
  title: 'Dòng',
  width: 10,
  codec: codec.choice(ROW_KINDS, 'criterion'),
};

export interface CriteriaColumns {
  readonly group: DossierColumns<GroupRow>;
  readonly part: DossierColumns<PartRow>;
  readonly milestone: DossierColumns<MilestoneRow>;
  readonly criterion: TableSpec<CriterionRow>;
}

export function criteriaTable(audiences: readonly Audience[], phases: Movement['phases']): CriteriaColumns {
  const code = {
    title: 'Mã',
    width: 10,
    codec: codec.needed('mã', /^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$/, '1.2'),
    hint: 'Mã tiêu chí như 1.2; ý của tiêu chí 1.2 có mã 1.2.a; mốc của nó cũng có mã 1.2',
  };
  const group: DossierColumns<GroupRow> = {
    row: ROW_KIND,
    ...keyColumns(audiences, phases),
    code: { ...code, codec: codec.needed('mã') },
    title: { title: 'Nội dung', width: 60, codec: codec.needed('nội dung') },
  };
  const part: DossierColumns<PartRow> = {
    ...group,
    maxPoints: { title: 'Điểm tối đa', width: 10, codec: codec.points },
    rule: { title: 'Cách chấm', width: 50, codec: codec.text, hint: 'Ví dụ: từ 80 %: 10; từ 70 %: 7; còn lại: 0' },
    measure: { title: 'Dạng số liệu', width: 18, codec: codec.choice(words.MEASURES) },
    listed: { title: 'Đối chiếu danh sách đơn vị', width: 22, codec: codec.orNone(codec.choice(words.LISTED)) },
  };
  const aim: DossierColumns<Pick<MilestoneRow, 'targetCode' | 'comparator' | 'value' | 'by'>> = {
    targetCode: { title: 'Theo chỉ tiêu', width: 12, codec: codec.textOrNull, from: TARGET_LIST },
    comparator: { title: 'So sánh', width: 16, codec: codec.orNull(codec.choice(words.COMPARATORS)) },
    value: { title: 'Mức cần đạt', width: 10, codec: codec.orNull(codec.number) },
    by: { title: 'Đến ngày', width: 13, codec: codec.orNull(codec.date) },
  };
  return {
    group: { ...group, title: { ...group.title, codec: codec.text } },
    milestone: { row: ROW_KIND, ...keyColumns(audiences, phases), code, rule: part.rule, ...aim },
    part: { ...part, title: { ...group.title, codec: codec.text } },
    criterion: {
      sheet: 'Tiêu chí',
      printed: 9,
      heading: 'TIÊU CHÍ CHẤM ĐIỂM',
      hint: 'Dòng Nhóm, Tiêu chí, Ý, Mốc (mức cần đạt đến một ngày sớm hơn). Nguồn “Đề xuất” là số của phần mềm đề xuất, không phải của kế hoạch. Tổng mỗi bộ là 100 điểm, hoặc bằng cột “Thang điểm” của trang “Bộ tiêu chí”.',
      columns: {
        ...part,
        code,
        proposed: { title: 'Nguồn', width: 12, codec: criterionOrigin },
        unit: { title: 'Đơn vị tính', width: 12, codec: codec.text },
        numerator: { title: 'a là', width: 34, codec: codec.textOrNone },
        denominator: { title: 'b là', width: 34, codec: codec.textOrNone },
        direction: { title: 'Chiều', width: 18, codec: codec.choice(words.DIRECTIONS, 'higher') },
        ...aim,
        notApplicable: { title: 'Khi không phát sinh', width: 22, codec: codec.choice(words.NOT_ARISING, 'zero') },
        evidence: { title: 'Minh chứng', width: 12, codec: codec.choice(words.EVIDENCE, 'optional') },
        evidenceHint: { title: 'Minh chứng gồm', width: 34, codec: codec.textOrNone },
        filledBy: { title: 'Ai cho số liệu', width: 20, codec: codec.choice(words.FILLED_BY, 'unit') },
        indicator: {
          title: 'Đối chiếu chỉ số trên Cổng',
          width: 30,
          codec: codec.orNull(codec.reference(INDICATORS)),
          from: INDICATOR_LIST,
        },
        bonus: { title: 'Điểm thưởng', width: 10, codec: codec.yesNo(false) },
        gates: { title: 'Chỉ chấm khi có điểm ở', width: 14, codec: codec.texts },
        aliases: { title: 'Tên gọi khác', width: 30, codec: codec.texts },
        group: { title: 'Thuộc nhóm', width: 10, codec: codec.textOrNull },
        ...SOURCE_COLUMNS,
      },
    },
  };
}

/** A row of the sheet: of a group, a part or a milestone only what such a row has. */
type AnyRow = GroupRow & Partial<CriterionRow>;

/** The set as rows: each group before its first criterion, each part below what it belongs to. */
export function criteriaRows(set: CriteriaSet): AnyRow[] {
  const key: SetKey = { audience: set.audience, phase: set.phase };
  const rows: AnyRow[] = [];
  let groups = 0;
  const upTo = (end: number) => {
    for (const { code, title } of set.groups.slice(groups, end)) rows.push({ row: 'group', ...key, code, title });
    groups = Math.max(groups, end);
  };
  for (const criterion of set.criteria) {
    upTo(set.groups.findIndex(({ code }) => code === criterion.group) + 1);
    rows.push(
      criterionRow(criterion, key),
      ...milestoneRows(criterion, key),
      ...partRows(criterion.rule, key, criterion.code, criterion.direction),
    );
  }
  upTo(set.groups.length);
  return rows;
}

function criterionRow({ target, rule, source, milestones: _, ...one }: Criterion, key: SetKey): CriterionRow {
  return {
    ...one,
    ...key,
    row: 'criterion',
    rule: ruleWords(rule, one),
    ...aimRow(target),
    ...sourceRow(source),
  };
}

function milestoneRows(criterion: Criterion, key: SetKey): AnyRow[] {
  return (criterion.milestones ?? []).map(({ target, rule }) => ({
    row: 'milestone',
    ...key,
    code: criterion.code,
    title: criterion.title,
    rule: ruleWords(rule, criterion),
    ...aimRow(target),
  }));
}

function aimRow(target: Criterion['target']): Pick<CriterionRow, 'targetCode' | 'comparator' | 'value' | 'by'> {
  return {
    targetCode: target?.code ?? null,
    comparator: target?.comparator ?? null,
    value: target?.value ?? null,
    by: target?.by ?? null,
  };
}

function partRows(rule: ScoringRule, key: SetKey, above: string, direction: Criterion['direction']): PartRow[] {
  if (rule.kind !== 'sum' && rule.kind !== 'best') return [];
  return rule.parts.flatMap(({ code, title, measure, maxPoints, rule: own, listed }: RulePart) => [
    {
      row: 'part' as const,
      ...key,
      code: `${above}.${code}`,
      title,
      measure,
      maxPoints,
      rule: ruleWords(own, { measure, maxPoints, direction, unit: '' }),
      ...(listed ? { listed } : {}),
    },
    ...partRows(own, key, `${above}.${code}`, direction),
  ]);
}
