/** One criteria set: its criteria, the sum of 100, groups, gates, classes and the tie-break chain. */

import { formatNumber, formatPoints } from '../../base/quantity/points.ts';
import type { CriteriaSet, Criterion, TieBreak } from '../criteria-set.ts';
import type { Movement } from '../movement.ts';
import { partsOf } from '../rule.ts';
import { checkCriterion, checkGate, criterionPlace } from './criterion.ts';
import { finding, type MovementFinding, place, repeated } from './finding.ts';

const FULL = 10_000;

/** `Bộ tiêu chí Bản (giai đoạn I)`. */
export function setPlace(set: CriteriaSet, movement: Movement): string {
  const name = movement.audiences.find((audience) => audience.kind === set.audience)?.name ?? set.audience;
  return `Bộ tiêu chí ${name}${set.phase === null ? '' : ` (giai đoạn ${set.phase})`}`;
}

export function checkSet(set: CriteriaSet, movement: Movement): MovementFinding[] {
  const where = setPlace(set, movement);
  const targets = new Map(movement.targets.map((target) => [target.code, target]));
  return [
    ...checkLinks(set, movement, where),
    ...checkGroups(set, where),
    ...(set.scored ? checkTotal(set, where) : []),
    ...set.criteria.flatMap((criterion) => checkCriterion(criterion, set, targets, where)),
    ...set.gates.flatMap((gate) => checkGate(gate, set, where)),
    ...checkClasses(set, where),
    ...checkTieBreaks(set, where),
  ];
}

function checkLinks(set: CriteriaSet, movement: Movement, where: string): MovementFinding[] {
  const findings: MovementFinding[] = [];
  if (!movement.audiences.some((audience) => audience.kind === set.audience)) {
    findings.push(
      finding(
        'audience-unknown',
        where,
        `Phong trào không có đối tượng “${set.audience}”.`,
        'Thêm đối tượng này vào phong trào hoặc sửa mã đối tượng.',
      ),
    );
  }
  if (set.phase !== null && !movement.phases.some((phase) => phase.code === set.phase)) {
    findings.push(
      finding(
        'phase-unknown',
        where,
        `Phong trào không có giai đoạn “${set.phase}”.`,
        'Thêm giai đoạn hoặc sửa mã giai đoạn.',
      ),
    );
  }
  for (const code of repeated(set.criteria.flatMap(rowCodes))) {
    findings.push(
      finding(
        'duplicate-code',
        place(where, `Tiêu chí ${code}`),
        `Mã tiêu chí ${code} được dùng nhiều lần.`,
        'Đánh lại mã để mỗi tiêu chí một mã.',
      ),
    );
  }
  return findings;
}

/** Codes of the criterion's rows in the form: its own, and a code for each part. */
function rowCodes({ code, rule }: Criterion): string[] {
  return [code, ...new Set(partsOf(rule).map((part) => `${code}.${part.code}`))];
}

function checkGroups(set: CriteriaSet, where: string): MovementFinding[] {
  const codes = set.groups.map((group) => group.code);
  const used = new Set(set.criteria.map((criterion) => criterion.group));
  return [
    ...repeated(codes).map((code) =>
      finding(
        'duplicate-code',
        place(where, `Nhóm ${code}`),
        `Mã nhóm ${code} được dùng nhiều lần.`,
        'Đánh lại mã nhóm.',
      ),
    ),
    ...set.criteria
      .filter((criterion) => !codes.includes(criterion.group))
      .map((criterion) =>
        finding(
          'group-unknown',
          criterionPlace(criterion, where),
          `Không có nhóm tiêu chí “${criterion.group}”.`,
          'Thêm nhóm hoặc xếp tiêu chí vào nhóm có sẵn.',
        ),
      ),
    ...codes
      .filter((code) => !used.has(code))
      .map((code) =>
        finding(
          'group-empty',
          place(where, `Nhóm ${code}`),
          'Nhóm không có tiêu chí nào.',
          'Thêm tiêu chí vào nhóm hoặc bỏ nhóm.',
        ),
      ),
  ];
}

/** Its own total without bonus, 100 where it says none; a bonus needs a cap, or it never counts. */
function checkTotal(set: CriteriaSet, where: string): MovementFinding[] {
  const findings: MovementFinding[] = [];
  const sum = set.criteria.reduce((total, criterion) => (criterion.bonus ? total : total + criterion.maxPoints), 0);
  const total = set.total ?? FULL;
  if (sum !== total) {
    const groups = set.groups
      .map((group) => `nhóm ${group.code}: ${formatPoints(groupSum(set, group.code))}`)
      .join('; ');
    findings.push(
      finding(
        'set-sum',
        where,
        `Tổng điểm tối đa là ${formatPoints(sum)}, khác ${formatPoints(total)} (${groups}).`,
        `Điều chỉnh điểm tối đa của các tiêu chí cho đủ ${formatPoints(total)} điểm (không tính điểm thưởng)${set.total === undefined ? '; thang điểm khác 100 thì ghi ở cột “Thang điểm” của trang “Bộ tiêu chí”' : ''}.`,
      ),
    );
  }
  if (set.bonusCap < 0 || (set.bonusCap === 0 && set.criteria.some((criterion) => criterion.bonus))) {
    findings.push(
      finding(
        'bonus-cap',
        where,
        'Có tiêu chí điểm thưởng nhưng mức thưởng tối đa của bộ tiêu chí là 0.',
        'Ghi mức thưởng tối đa của bộ tiêu chí.',
      ),
    );
  }
  return findings;
}

function groupSum(set: CriteriaSet, group: string): number {
  return set.criteria.reduce(
    (total, criterion) => (criterion.group === group && !criterion.bonus ? total + criterion.maxPoints : total),
    0,
  );
}

/** Classes must run from the highest down to one that starts at 0, so that every total has a class. */
function checkClasses(set: CriteriaSet, where: string): MovementFinding[] {
  const bands = set.classification;
  const findings: MovementFinding[] = [];
  bands.forEach((band, index) => {
    const above = bands[index - 1];
    if (above !== undefined && band.from >= above.from) {
      const message = `Mức “${band.name}” (từ ${formatNumber(band.from)}%) phải thấp hơn mức “${above.name}” (từ ${formatNumber(above.from)}%).`;
      findings.push(
        finding('class-order', place(where, 'Xếp loại'), message, 'Xếp các mức từ cao xuống thấp, ngưỡng giảm dần.'),
      );
    }
  });
  const last = bands.at(-1);
  if (last !== undefined && last.from > 0) {
    findings.push(
      finding(
        'class-floor',
        place(where, 'Xếp loại'),
        `Kết quả dưới ${formatNumber(last.from)}% không thuộc mức xếp loại nào.`,
        'Thêm mức thấp nhất với ngưỡng 0%.',
      ),
    );
  }
  const codes = repeated(bands.map((band) => band.code));
  return [
    ...findings,
    ...codes.map((code) =>
      finding(
        'duplicate-code',
        place(where, 'Xếp loại'),
        `Mã xếp loại “${code}” được dùng nhiều lần.`,
        'Mỗi mức xếp loại một mã.',
      ),
    ),
  ];
}

function checkTieBreaks(set: CriteriaSet, where: string): MovementFinding[] {
  const there = place(where, 'Xét khi bằng điểm');
  const unknown = set.tieBreaks.flatMap((key, index) => {
    const missing = missingKey(key, set);
    if (missing === null) return [];
    return [
      finding(
        'tie-break-unknown',
        place(there, `Khóa ${index + 1}`),
        `Khóa xét ${missing}, bộ tiêu chí không có.`,
        'Sửa mã tiêu chí hoặc mã nhóm của khóa xét.',
      ),
    ];
  });
  const council = set.tieBreaks.findIndex((key) => key.kind === 'council');
  if (council >= 0 && council === set.tieBreaks.length - 1) return unknown;
  const message =
    council < 0
      ? 'Không có bước Hội đồng quyết định khi vẫn bằng điểm.'
      : 'Sau bước Hội đồng quyết định còn khóa xét khác, không bao giờ dùng đến.';
  return [...unknown, finding('tie-break-council', there, message, 'Đặt Hội đồng quyết định làm bước cuối cùng.')];
}

/** What a key names and the set has not; null when it is all right. */
function missingKey(key: TieBreak, set: CriteriaSet): string | null {
  if (key.kind !== 'figure' && key.kind !== 'points') return null;
  const group = key.kind === 'points' ? key.group : undefined;
  if (key.criterion === undefined && group === undefined) return 'không nêu tiêu chí hay nhóm nào';
  if (key.criterion !== undefined && !set.criteria.some((criterion) => criterion.code === key.criterion))
    return `theo tiêu chí ${key.criterion}`;
  if (group !== undefined && !set.groups.some((item) => item.code === group)) return `theo nhóm ${group}`;
  return null;
}
