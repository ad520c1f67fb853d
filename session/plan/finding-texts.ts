/**
 * A finding of a plan as the texts of its form, and back: what cannot be understood is one sentence that names the
 * field. Nothing is guessed for a field that was left empty.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { DueKind } from '../../core/movement/movement.ts';
import type { PlanDeadline } from '../../core/plan/due/deadlines.ts';
import { dueWords, readDue } from '../../core/plan/due/due-words.ts';
import { targetOfFigure } from '../../core/plan/fate/target-of-figure.ts';
import type { PlanQuota, PlanTarget, QuotaBase, QuotaKind } from '../../core/plan/finding.ts';
import { laidOut } from '../../core/plan/laid-out.ts';
import { pickedFrom, placeIn } from '../../core/plan/picked.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { referenceOf } from '../../core/plan/targets/reference.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import { readNumberText } from '../../core/sheet/grid/number-text.ts';
import { type FindingKind, freeId, type PlanDraft, type PlanFinding } from './plan-draft.ts';

export const COMPARATORS: Readonly<Record<PlanTarget['comparator'], string>> = {
  '>=': 'từ … trở lên (≥)',
  '>': 'trên (>)',
  '=': 'đạt (số ghi trơn)',
  '<=': 'không quá (≤)',
  '<': 'dưới (<)',
  range: 'từ … đến …',
  'rank<=': 'trong nhóm đầu',
};
export const QUOTA_KINDS: Readonly<Record<QuotaKind, string>> = {
  combined: 'Tập thể và cá nhân',
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  outside: 'Ngoài xã',
};
/** Unit of a quota's figure: places, or a percentage of a group. */
export const QUOTA_UNITS: Readonly<Record<QuotaBase | '%' | '', string>> = {
  '': 'Số suất',
  participants: '% số tham gia',
  registered: '% số đăng ký',
  eligible: '% số đủ tiêu chuẩn',
  listed: '% tổng số trong danh sách',
  '%': '%, chưa rõ của số nào',
};
export const ROUNDS: Readonly<Record<NonNullable<PlanQuota['round']> | '', string>> = {
  '': 'Kế hoạch không nói',
  yearly: 'Hằng năm',
  interim: 'Sơ kết',
  final: 'Tổng kết',
  'out-of-turn': 'Đột xuất',
};
export const DUE_WHATS: Readonly<Record<DueKind, string>> = {
  'unit-report': 'Đơn vị gửi báo cáo',
  'unit-plan': 'Đơn vị gửi kế hoạch',
  registration: 'Đăng ký thi đua',
  'yearly-summary': 'Tổng kết năm',
  'interim-review': 'Sơ kết',
  'final-review': 'Tổng kết phong trào',
  evaluation: 'Chấm điểm, đánh giá',
  'award-dossier': 'Hồ sơ khen thưởng',
  launch: 'Phát động',
  end: 'Kết thúc',
  other: 'Việc khác',
};

/** Texts of the fields; those a kind does not have stay ''. */
export interface FindingTexts {
  readonly text: string;
  readonly section: string;
  readonly comparator: string;
  readonly value: string;
  readonly valueMax: string;
  readonly unit: string;
  readonly subject: string;
  /** Day of a target, time of a deadline. */
  readonly due: string;
  /** Kind of a quota; what is due of a deadline. */
  readonly what: string;
  readonly round: string;
}

/** Offset of words that do not stand in the plan. */
const NOWHERE = -1;

export const NO_TEXTS: FindingTexts = {
  text: '',
  section: '',
  comparator: '',
  value: '',
  valueMax: '',
  unit: '',
  subject: '',
  due: '',
  what: '',
  round: '',
};

export function textsOf(finding: PlanFinding): FindingTexts {
  const { text, section } = finding.value;
  const shared = { ...NO_TEXTS, text, section };
  switch (finding.kind) {
    case 'target': {
      const { comparator, value, valueMax, unit, subject, deadline } = finding.value;
      return {
        ...shared,
        comparator,
        value: numberText(value),
        valueMax: valueMax === null ? '' : numberText(valueMax),
        unit,
        subject,
        due: dayText(deadline),
      };
    }
    case 'quota': {
      const { max, unit, base, kind, round } = finding.value;
      return {
        ...shared,
        value: max === null ? '' : numberText(max),
        unit: base ?? unit ?? '',
        what: kind,
        round: round ?? '',
      };
    }
    case 'deadline':
      return { ...shared, due: dueWords(finding.value), what: finding.value.what };
  }
}

/** The form of a new finding over a stretch of the plan, filled as far as its words tell. */
export function textsPicked(
  { text: plan, movement }: PlanDraft,
  kind: FindingKind,
  from: number,
  to: number,
): FindingTexts {
  const { text, section, figure, figureOffset } = pickedFrom(plan, from, to);
  const shared = { ...NO_TEXTS, text, section };
  switch (kind) {
    case 'target': {
      if (figure === null) return shared;
      // The part that the words stand in may set the comparator and the time.
      const inPart = targetOfFigure(laidOut(plan, movement.period), figureOffset);
      return {
        ...shared,
        comparator: inPart?.comparator ?? figure.comparator,
        value: numberText(figure.value),
        valueMax: figure.valueMax === null ? '' : numberText(figure.valueMax),
        unit: figure.unit,
        due: dayText(inPart?.deadline ?? null),
      };
    }
    case 'quota':
      return figure === null
        ? shared
        : { ...shared, value: numberText(figure.value), unit: figure.unit === '%' ? '%' : '' };
    case 'deadline': {
      const read = readPlan(text);
      const due = read.ok ? read.value.deadlines[0] : undefined;
      return due ? { ...shared, due: dueWords(due), what: due.what } : shared;
    }
  }
}

/** The finding as corrected in its form. */
export function findingFrom(finding: PlanFinding, texts: FindingTexts): Result<PlanFinding> {
  const text = tidy(texts.text);
  if (text === '') return fault('Nội dung', 'chưa ghi gì.');
  const state = finding.state === 'added' ? 'added' : 'corrected';
  const place = { ...placeFor(finding.value, text), text, section: texts.section.trim() };
  switch (finding.kind) {
    case 'target': {
      const read = readTarget(texts);
      if (!read.ok) return read;
      const moved = place.offset - finding.value.offset;
      const figureOffset = finding.value.figureOffset + moved;
      return done({ ...finding, state, value: { ...finding.value, ...place, figureOffset, ...read.value } });
    }
    case 'quota': {
      const read = readQuota(texts);
      return read.ok ? done({ ...finding, state, value: { ...finding.value, ...place, ...read.value } }) : read;
    }
    case 'deadline': {
      const read = readDeadline(texts);
      if (!read.ok) return read;
      // A span whose last day is corrected has the officer's day alone.
      const { opens, ...value } = finding.value;
      const isSame = opens !== undefined && JSON.stringify(value.when) === JSON.stringify(read.value.when);
      return done({ ...finding, state, value: { ...value, ...place, ...read.value, ...(isSame && { opens }) } });
    }
  }
}

/** A finding of the officer's own. It is marked in the plan where its words stand there. */
export function findingAdded(draft: PlanDraft, kind: FindingKind, texts: FindingTexts): Result<PlanFinding> {
  const text = tidy(texts.text);
  if (text === '') return fault('Nội dung', 'chưa ghi gì.');
  const standing = placeIn(draft.text, text);
  const picked = standing && pickedFrom(draft.text, standing.from, standing.to);
  const offset = picked?.offset ?? NOWHERE;
  const figureOffset = picked?.figureOffset ?? NOWHERE;
  const place = { text, section: texts.section.trim(), offset };
  const shared = { id: freeId(draft, kind), state: 'added', out: false } as const;
  switch (kind) {
    case 'target': {
      const read = readTarget(texts);
      const own = {
        qualifier: null,
        exclusion: null,
        perSector: false,
        goesOn: false,
        under: '',
        kind: 'numeric' as const,
        figureOffset,
      };
      return read.ok ? done({ ...shared, kind, value: { ...place, ...own, ...read.value } }) : read;
    }
    case 'quota': {
      const read = readQuota(texts);
      return read.ok ? done({ ...shared, kind, value: { ...place, per: null, ...read.value } }) : read;
    }
    case 'deadline': {
      const read = readDeadline(texts);
      return read.ok ? done({ ...shared, kind, value: { ...place, ...read.value } }) : read;
    }
  }
}

function readTarget(
  texts: FindingTexts,
): Result<Pick<PlanTarget, 'comparator' | 'value' | 'valueMax' | 'unit' | 'subject' | 'deadline' | 'relativeTo'>> {
  const comparator = keyOf(COMPARATORS, texts.comparator);
  if (comparator === undefined) return fault('So sánh', 'chưa chọn.');
  const value = numberIn(texts.value);
  if (value === null) return fault('Mức', 'ghi một số, ví dụ 80 hoặc 12,5.');
  const valueMax = comparator === 'range' ? numberIn(texts.valueMax) : null;
  if (comparator === 'range' && (valueMax === null || valueMax < value))
    return fault('Đến mức', 'ghi một số không nhỏ hơn mức đầu.');
  const unit = tidy(texts.unit);
  if (unit === '') return fault('Đơn vị tính', 'chưa ghi, ví dụ %, người, lớp.');
  const deadline = texts.due.trim() === '' ? null : readDate(texts.due.trim());
  if (deadline === null && texts.due.trim() !== '') return fault('Thời hạn', 'ghi như 31/12/2026.');
  return done({
    comparator,
    value,
    valueMax,
    unit,
    subject: tidy(texts.subject),
    deadline,
    relativeTo: referenceOf(tidy(texts.text), { value, unit }),
  });
}

function readQuota(texts: FindingTexts): Result<Pick<PlanQuota, 'max' | 'unit' | 'base' | 'kind' | 'round'>> {
  const written = texts.value.trim();
  const max = written === '' ? null : numberIn(written);
  if (written !== '' && (max === null || max < 0)) return fault('Số lượng', 'ghi một số, hoặc để trống.');
  const kind = keyOf(QUOTA_KINDS, texts.what);
  if (kind === undefined) return fault('Khen ai', 'chưa chọn.');
  const round = keyOf(ROUNDS, texts.round);
  if (round === undefined) return fault('Dịp khen', 'chưa chọn.');
  const of = keyOf(QUOTA_UNITS, texts.unit);
  if (of === undefined) return fault('Tính theo', 'chưa chọn.');
  const unit = of === '' ? null : '%';
  const base = of === '' || of === '%' ? null : of;
  return done({ max, unit, base, kind, round: round === '' ? null : round });
}

function readDeadline(texts: FindingTexts): Result<Pick<PlanDeadline, 'when' | 'what' | 'exclusive'>> {
  const due = readDue(texts.due);
  if (due === null) return fault('Thời hạn', 'ghi như 31/12/2026, trước 05/11/2026, ngày 25 hằng tháng, quý IV/2026.');
  const what = keyOf(DUE_WHATS, texts.what);
  return what === undefined ? fault('Việc gì', 'chưa chọn.') : done({ ...due, what });
}

/** Words that were only cut shorter still stand where they stood. */
function placeFor({ text, offset }: { readonly text: string; readonly offset: number }, now: string) {
  return { offset: offset + Math.max(0, text.indexOf(now)) };
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, key: string): K | undefined {
  return (Object.keys(words) as K[]).find((item) => item === key);
}

/** `1.234` could be two numbers: the user has to type 1234 or 1,234. */
function numberIn(text: string): number | null {
  const read = readNumberText(text.trim(), 'decimal');
  return read?.kind === 'number' ? read.value : null;
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** '' = none. */
function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}

function numberText(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 6, useGrouping: false });
}

function fault(field: string, message: string): ReturnType<typeof refuse> {
  return refuse('finding', `${field}: ${message}`);
}
