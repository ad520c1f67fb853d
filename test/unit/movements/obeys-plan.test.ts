/**
 * The criteria sets against their plans: what a unit can report, the meaning of "trên", where "not arising" is allowed,
 * wording for each audience.
 */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { number, score } from '../judge/score/sets.ts';

interface Row {
  readonly movement: Movement;
  readonly audience: string;
  readonly criterion: Criterion;
}

const ROWS: readonly Row[] = MOVEMENTS.flatMap((movement) =>
  movement.criteriaSets.flatMap(({ audience, criteria }) =>
    criteria.map((criterion) => ({ movement, audience, criterion })),
  ),
);
const named = ({ movement, audience, criterion }: Row) => `${movement.id} ${audience} ${criterion.code}`;

describe('scope of the targets', () => {
  /** A single figure of the whole commune; of every other target each unit can report its own part. */
  const OF_THE_COMMUNE = [
    'LB-G00',
    ...['TM-G12', 'TM-G13', 'TM-G14', 'TM-G25', 'TM-G26', 'TM-G31', 'TM-G30'],
    'TL-G00',
    ...['TQ-G09', 'TQ-G14', 'TQ-G15', 'TQ-G16', 'TQ-G18', 'TQ-G19'],
  ];
  it('is set for each target', () => {
    const commune = MOVEMENTS.flatMap(({ targets }) => targets.filter(({ scope }) => scope === 'commune'));
    expect(commune.map(({ code }) => code)).toEqual(OF_THE_COMMUNE);
  });
  it('keeps figures of the commune out of every set', () => {
    const rows = ROWS.filter(({ criterion }) => OF_THE_COMMUNE.includes(criterion.target?.code ?? ''));
    expect(rows.map(named)).toEqual([]);
  });
});

describe('“trên n” is not “từ n”', () => {
  const strict = ROWS.filter(({ criterion }) => criterion.target?.comparator === 'gt');
  it('holds for every such target that a set asks of units', () => {
    const codes = new Set(strict.map(({ criterion }) => criterion.target?.code));
    const asked = ['TM-G02', 'TM-G03', 'TM-G08', 'TM-G15', 'TM-G16', 'TM-G17', 'TM-G18', 'TM-G23', 'TM-G27'];
    expect([...codes].sort()).toEqual(asked);
  });
  it.each(strict.map((row) => [named(row), row] as const))('%s', (_, { criterion }) => {
    const limit = criterion.target?.value ?? 0;
    const pointsAt = (value: number) => score(criterion, { value: number(value) }).computed;
    expect(pointsAt(limit)).toBeLessThan(criterion.maxPoints);
    expect(pointsAt(limit + 0.01)).toBe(criterion.maxPoints);
  });
});

describe('“không phát sinh”', () => {
  /** Code and title of what may fail to arise; nothing else may. */
  const allowed = (policy: Criterion['notApplicable']) =>
    [
      ...new Set(ROWS.filter((row) => row.criterion.notApplicable === policy).map(({ criterion }) => criterion.title)),
    ].sort();
  it('on the reason a unit states: only what comes and goes', () => {
    expect(allowed('drop')).toMatchInlineSnapshot(`
      [
        "Nhận lương hưu, trợ cấp, hỗ trợ qua tài khoản",
        "Tỷ lệ báo cáo gửi đúng thời hạn UBND xã yêu cầu",
        "Tỷ lệ báo cáo đột xuất, sơ kết, tổng kết gửi đúng thời hạn",
        "Tỷ lệ cuộc họp 02 cấp được thực hiện trực tuyến",
        "Tỷ lệ dịch vụ mới được cung cấp dựa trên dữ liệu",
        "Tỷ lệ hoạt động kiểm tra thực hiện thông qua môi trường số",
        "Tỷ lệ hồ sơ thủ tục hành chính của doanh nghiệp nộp trực tuyến",
        "Tỷ lệ hồ sơ thủ tục hành chính của hộ được nộp trực tuyến",
        "Ứng dụng công nghệ số trong sản xuất, tiêu thụ sản phẩm của hộ",
      ]
    `);
  });
  it('once the council has confirmed it: what only some units have', () => {
    expect(allowed('drop-confirmed')).toMatchInlineSnapshot(`
      [
        "Mức tăng tỷ lệ hộ kinh doanh có mã QR thanh toán so với đầu năm",
        "Mức độ hài lòng của người dân khi giải quyết thủ tục hành chính",
        "Mức độ hài lòng của tổ chức, cá nhân đối với dịch vụ công",
        "Trang thông tin điện tử cung cấp đầy đủ nội dung theo quy định",
        "Tỷ lệ dịch vụ công trực tuyến toàn trình (mức độ 4) được cung cấp trên nhiều phương tiện truy cập",
        "Tỷ lệ dịch vụ công trực tuyến toàn trình được cung cấp trên nhiều phương tiện truy cập",
        "Tỷ lệ giao dịch giải quyết thủ tục hành chính được xác thực qua chữ ký số",
        "Tỷ lệ hệ thống thông tin được giám sát, bảo đảm an toàn, an ninh mạng",
        "Tỷ lệ hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến",
        "Tỷ lệ hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến trên Cổng dịch vụ công quốc gia",
        "Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ mật)",
        "Tỷ lệ hồ sơ giải quyết thủ tục hành chính thực hiện qua hệ thống một cửa điện tử",
        "Tỷ lệ hồ sơ kết quả giải quyết thủ tục hành chính được số hóa",
        "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn",
        "Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến",
        "Tỷ lệ hồ sơ thủ tục hành chính được thực hiện trực tuyến từ xa",
        "Tỷ lệ hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến",
        "Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa",
        "Tỷ lệ khoản thu được thanh toán không dùng tiền mặt",
        "Tỷ lệ khu vực trung tâm dân cư được phủ mạng cáp quang",
        "Tỷ lệ người dân sử dụng dịch vụ công trực tuyến được định danh và xác thực",
        "Tỷ lệ nhiệm vụ chuyển đổi số được giao hoàn thành đúng thời hạn",
        "Tỷ lệ thủ tục hành chính được cung cấp dịch vụ công trực tuyến",
        "Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình",
        "Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình (mức độ 4)",
        "Xác thực định danh điện tử công dân khi giải quyết thủ tục hành chính",
      ]
    `);
  });
  it('full points only for incidents that did not happen', () => {
    expect(allowed('full')).toEqual([
      'Số báo cáo gửi chậm (mức trừ do Hội đồng quy định)',
      'Số vụ mất an toàn, an ninh thông tin do lỗi chủ quan của đơn vị',
    ]);
  });
  it('never takes half of a set away on the unit’s own word', () => {
    for (const movement of MOVEMENTS) {
      for (const { version, criteria } of movement.criteriaSets) {
        const free = criteria.filter(({ notApplicable, bonus }) => notApplicable === 'drop' && !bonus);
        expect(
          free.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
          version,
        ).toBeLessThanOrEqual(3200);
      }
    }
  });
});

describe('words for the audience', () => {
  const OFFICE = /nhiệm vụ|khiển trách|cảnh cáo|bí mật nhà nước/;
  it('have nothing of an office for villages, households and enterprises', () => {
    for (const movement of MOVEMENTS) {
      for (const set of movement.criteriaSets) {
        const words = [...set.classification, ...set.knockOuts, ...set.classCaps].map((item) =>
          'name' in item ? item.name : item.label,
        );
        const isOutside = ['village', 'household', 'enterprise'].includes(set.audience);
        expect(OFFICE.test(words.join(' ')), set.version).toBe(!isOutside);
      }
    }
  });
  it('ask nobody for a digital signature on the day of his own report', () => {
    expect(ROWS.filter(({ criterion }) => /ngày ký/.test(criterion.evidenceHint ?? '')).map(named)).toEqual([]);
  });
});

describe('sources', () => {
  it('of Internet, phones and payments of residents are ours where the plan says nothing of them', () => {
    const ours = ROWS.filter(({ criterion }) => criterion.source.section === '').map(named);
    expect(ours).toEqual(
      ['luc-ba-2024 village 1.1', 'luc-ba-2024 village 1.2', 'luc-ba-2024 village 2.1']
        .concat(
          ['1.1', '1.2', '2.1', '2.3'].map((code) => `luc-ba-2024 household ${code}`),
          'luc-ba-2024 individual 2.4',
        )
        .concat(
          ['1.1', '1.2', '2.1', '2.3'].map((code) => `tan-linh-2025 household ${code}`),
          'tan-linh-2025 individual 2.4',
        )
        .concat('cat-ne-2024 individual 2.4'),
    );
  });
  it('marks standards that the plan gives to others as extended by us', () => {
    const extended = MOVEMENTS.flatMap(({ standards }) => standards.flatMap(({ proposedFor }) => proposedFor));
    expect([...new Set(extended)].sort()).toEqual(['association', 'health-station', 'school']);
  });
  it('of awards out of turn stand in the two plans that speak of them', () => {
    const spoken = MOVEMENTS.filter(({ outOfTurn }) => outOfTurn !== null);
    expect(spoken.map(({ id, outOfTurn }) => [id, outOfTurn?.award, outOfTurn?.source.section])).toEqual([
      ['luc-ba-2024', 'LB-A01', 'IV.1'],
      ['tan-linh-2025', 'TL-A01', 'V.1'],
    ]);
  });
});
