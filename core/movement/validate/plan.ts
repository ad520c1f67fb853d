/** The plan's own part of a movement: codes, targets, audiences, quotas and which audiences have a criteria set. */
import type { Movement, Target } from '../movement.ts';
import { unconfirmed } from '../unconfirmed.ts';
import { WAS_READ } from '../was-read.ts';
import { finding, type MovementFinding, place, repeated } from './finding.ts';

export function checkPlan(movement: Movement): MovementFinding[] {
  return [
    ...checkCodes(movement),
    ...movement.targets.flatMap(checkTarget),
    ...movement.targets.flatMap((target) => checkTargetFigure(target, movement)),
    ...checkAudiences(movement),
    ...checkQuotas(movement),
    ...checkScanned(movement),
  ];
}

/** The first step of the way to a number of a scan. */
export const SCANNED_PLACE = 'Số từ bản quét';

function checkScanned({ scanned = [] }: Movement): MovementFinding[] {
  return unconfirmed(scanned).map(({ code, read, again, doubtful, usedIn, page }) => {
    const other = again === '' ? '' : again.startsWith(WAS_READ) ? ` (${again})` : ` (đọc lại riêng ra “${again}”)`;
    const doubt = doubtful ? `, nghi đọc sai${other}` : '';
    const used = usedIn === '' ? '' : `, dùng ở ${usedIn}`;
    return finding(
      'scan-unconfirmed',
      place(SCANNED_PLACE, code),
      `“${read}” đọc từ bản quét (trang ${page}${used}) chưa xác nhận${doubt}.`,
      'So với ảnh, số sai thì sửa ở trang đang dùng nó, rồi ghi Có ở cột Đã xác nhận.',
    );
  });
}

function checkCodes(movement: Movement): MovementFinding[] {
  const lists: readonly (readonly [name: string, codes: readonly string[]])[] = [
    ['Đối tượng thi đua', movement.audiences.map((audience) => audience.kind)],
    ['Giai đoạn', movement.phases.map((phase) => phase.code)],
    ['Nội dung thi đua', movement.contents.map((content) => content.code)],
    ['Lĩnh vực ưu tiên', movement.priorityFields.map((priorityField) => priorityField.code)],
    ['Chỉ tiêu', movement.targets.map((target) => target.code)],
    ['Tiêu chuẩn', movement.standards.map((standard) => standard.code)],
    ['Hình thức khen thưởng', movement.awards.map((award) => award.code)],
    ['Chỉ tiêu khen thưởng', movement.quotas.map((quota) => quota.code)],
    ['Lịch', movement.calendar.map((deadline) => deadline.code)],
    ['Trách nhiệm', movement.roles.map((role) => role.code)],
  ];
  return lists.flatMap(([name, codes]) =>
    repeated(codes).map((code) =>
      finding('duplicate-code', name, `Mã “${code}” được dùng nhiều lần.`, 'Đặt mỗi mã một lần.'),
    ),
  );
}

function checkTarget(target: Target): MovementFinding[] {
  const where = place('Chỉ tiêu', target.code);
  const findings: MovementFinding[] = [];
  if (target.section.trim() === '') {
    findings.push(
      finding(
        'target-without-source',
        where,
        'Chỉ tiêu không ghi ở mục nào của kế hoạch.',
        'Ghi mục của kế hoạch, ví dụ III.2.2.1.a.',
      ),
    );
  }
  const isFigure = target.kind === 'numeric' || target.kind === 'process' || target.kind === 'award-threshold';
  if (isFigure && (target.value === null || target.comparator === null || target.unit === null)) {
    findings.push(
      finding(
        'target-figure',
        where,
        'Chỉ tiêu bằng số nhưng thiếu con số, cách so sánh hoặc đơn vị.',
        'Bổ sung đủ, hoặc chuyển thành chỉ tiêu định tính.',
      ),
    );
  }
  return findings;
}

/** Where the commune's figure is to come from has to be there. */
function checkTargetFigure({ code, figure, sameAs }: Target, { targets, criteriaSets }: Movement): MovementFinding[] {
  const where = place('Chỉ tiêu', code);
  const unknown = (what: string) =>
    finding('target-figure-source', where, `${what} không có trong phong trào.`, 'Sửa lại nguồn số liệu của chỉ tiêu.');
  const missing: string[] = [];
  if (sameAs !== undefined && !targets.some((target) => target.code === sameAs)) missing.push(`Chỉ tiêu “${sameAs}”`);
  if (figure?.kind === 'sum') {
    const known = new Set(criteriaSets.map(({ audience }) => audience));
    missing.push(
      ...figure.audiences.filter((audience) => !known.has(audience)).map((audience) => `Bộ tiêu chí của “${audience}”`),
    );
  }
  if (figure?.kind === 'unit-count') {
    const { audience, criterion } = figure;
    const own = criteriaSets.filter((set) => set.audience === audience);
    const isThere = own.some(({ criteria }) => criteria.some((item) => item.code === criterion));
    if (!isThere) missing.push(`Tiêu chí “${criterion}” của “${audience}”`);
  }
  return missing.map(unknown);
}

function checkAudiences(movement: Movement): MovementFinding[] {
  const kinds = new Set(movement.audiences.map((audience) => audience.kind));
  const unknown = movement.standards.flatMap((standard) =>
    standard.audiences
      .filter((kind) => !kinds.has(kind))
      .map((kind) =>
        finding(
          'audience-unknown',
          place('Tiêu chuẩn', standard.code),
          `Phong trào không có đối tượng “${kind}”.`,
          'Thêm đối tượng này vào phong trào hoặc sửa mã đối tượng.',
        ),
      ),
  );
  const phases: readonly (string | null)[] =
    movement.phases.length === 0 ? [null] : movement.phases.map((phase) => phase.code);
  const missing = movement.audiences
    .filter((audience) => audience.competes)
    .flatMap((audience) =>
      phases
        .filter(
          (phase) =>
            !movement.criteriaSets.some(
              (set) => set.audience === audience.kind && (set.phase === null || set.phase === phase),
            ),
        )
        .map((phase) =>
          finding(
            'audience-without-set',
            place('Đối tượng thi đua', audience.name),
            `${audience.name} tham gia thi đua nhưng chưa có bộ tiêu chí${phase === null ? '' : ` cho giai đoạn ${phase}`}.`,
            'Thêm bộ tiêu chí, hoặc ghi đối tượng này chỉ được xét khen, không chấm điểm.',
          ),
        ),
    );
  const twice = repeated(
    movement.criteriaSets.map((set) => `${set.audience}${set.phase === null ? '' : ` (giai đoạn ${set.phase})`}`),
  );
  return [
    ...unknown,
    ...missing,
    ...twice.map((name) =>
      finding(
        'duplicate-set',
        place('Bộ tiêu chí', name),
        'Đối tượng này có hai bộ tiêu chí cùng lúc.',
        'Giữ một bộ, hoặc gắn mỗi bộ vào một giai đoạn.',
      ),
    ),
  ];
}

function checkQuotas(movement: Movement): MovementFinding[] {
  return movement.quotas.flatMap((quota) => {
    const where = place('Chỉ tiêu khen thưởng', quota.code);
    const findings: MovementFinding[] = [];
    if (quota.award !== null && !movement.awards.some((award) => award.code === quota.award)) {
      findings.push(
        finding(
          'award-unknown',
          where,
          `Không có hình thức khen thưởng mã “${quota.award}”.`,
          'Sửa mã hoặc thêm hình thức khen thưởng.',
        ),
      );
    }
    for (const kind of quota.audiences ?? [])
      if (!movement.audiences.some((audience) => audience.kind === kind))
        findings.push(
          finding(
            'audience-unknown',
            where,
            `Phong trào không có đối tượng “${kind}”.`,
            'Thêm đối tượng này vào phong trào hoặc sửa cột “Riêng cho đối tượng”.',
          ),
        );
    if (quota.percent === null && quota.base !== null) {
      findings.push(
        finding('quota-base', where, 'Có Tính trên nhưng không có tỷ lệ.', 'Ghi tỷ lệ, hoặc bỏ Tính trên.'),
      );
    }
    if (quota.phase !== null && !movement.phases.some((phase) => phase.code === quota.phase)) {
      findings.push(
        finding(
          'phase-unknown',
          where,
          `Phong trào không có giai đoạn “${quota.phase}”.`,
          'Thêm giai đoạn hoặc sửa mã giai đoạn.',
        ),
      );
    }
    return findings;
  });
}
