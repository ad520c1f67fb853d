/** A plan that amends another makes the next version of its dossier: it lists the changes and leaves the rest. */
import { describe, expect, it } from 'vitest';
import { movementDifferences } from '../../../core/dossier/differences.ts';
import { nextVersions } from '../../../core/dossier/next-versions.ts';
import { amendedMovement } from '../../../core/dossier/propose/amended-movement.ts';
import { unusedChanges } from '../../../core/dossier/propose/unused-changes.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { HEAD, propose } from '../../fixtures/dossier/proposed.ts';

const PLAN = `${HEAD}
II. CHỈ TIÊU
1. Tỷ lệ hồ sơ nộp trực tuyến đạt từ 70% trở lên.
2. Ít nhất 50% hộ gia đình có tài khoản thanh toán điện tử.
3. Mở 06 lớp tập huấn kỹ năng số.
4. 35% hộ kinh doanh có trang bán hàng.
III. KHEN THƯỞNG
Chủ tịch UBND xã tặng Giấy khen cho không quá 04 tập thể, 10 cá nhân.
`;
const AMENDING = `${HEAD.replace('12/KH-UBND', '88/KH-UBND')}UBND xã sửa đổi, bổ sung Kế hoạch số 12/KH-UBND như sau:
Điều chỉnh 1. Sửa đổi khoản 1, mục II như sau: “1. Tỷ lệ hồ sơ nộp trực tuyến đạt từ 78% trở lên.”
Điều chỉnh 2. Bổ sung khoản 5 vào mục II như sau: “5. Mỗi thôn có tối thiểu 02 điểm wifi miễn phí.”
Điều chỉnh 3. Bãi bỏ khoản 4, mục II (chỉ tiêu “35% hộ kinh doanh có trang bán hàng”).
Điều chỉnh 4. Sửa đổi mục III như sau: “Chủ tịch UBND xã tặng Giấy khen cho không quá 06 tập thể.”
`;

describe('an amending plan with the dossier in use', () => {
  const was = movementSchema.parse(propose(PLAN));
  const is = amendedMovement(was, extractPlan(AMENDING), AMENDING);
  const { movement, renumbered } = nextVersions(was, is);

  it('changes, adds and takes out targets, and no other', () => {
    expect(movement.targets.map(({ code, value }) => [code, value])).toEqual([
      ['CT01', 78],
      ['CT02', 50],
      ['CT03', 6],
      ['CT05', 2],
    ]);
    expect(movement.quotas.map(({ kind, max }) => [kind, max])).toEqual([
      ['collective', 6],
      ['individual', 10],
    ]);
  });

  it('aims the criteria of a changed target at the new figure, under the next number', () => {
    const aims = movement.criteriaSets.flatMap(({ criteria }) => criteria.flatMap(({ target }) => target ?? []));
    expect(aims.filter(({ code }) => code === 'CT01').map(({ value }) => value)).not.toContain(70);
    expect(renumbered.length).toBeGreaterThan(0);
    expect(renumbered.every(({ before, after }) => before.version !== after.version)).toBe(true);
  });

  it.each([
    '“4. Tỷ lệ hồ sơ nộp trực tuyến (40 điểm): đạt từ 85% trở lên 40 điểm; từ 75% đến dưới 85% 25 điểm; dưới 75% không tính điểm.”',
    '“Tỷ lệ hồ sơ nộp trực tuyến: 40 điểm. Từ 85% trở lên: 40 điểm; từ 75% đến dưới 85%: 25 điểm; còn lại: 0 điểm”',
    '"- Tỷ lệ hồ sơ nộp trực tuyến (40 điểm). Đạt từ 85% được 40 điểm, từ 75% đến dưới 85% được 25 điểm, còn lại 0 điểm"',
  ])('scores a row of the scale as its new text says: %s', (row) => {
    const scaled = movementSchema.parse(
      propose(
        `${PLAN}V. THANG ĐIỂM\nTT\tTiêu chí\tĐiểm tối đa\tCách tính\n1\tTỷ lệ hồ sơ nộp trực tuyến\t40\tTheo tỷ lệ\n2\tCó báo cáo đúng hạn\t60\tCó: 60 điểm; không: 0 điểm\n`,
      ),
    );
    const text = `${HEAD.replace('12/KH-UBND', '88/KH-UBND').replace(/KẾ HOẠCH\n.*\n/u, 'KẾ HOẠCH\nSửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-UBND năm 2026\n')}I. NỘI DUNG SỬA ĐỔI\n1. Điều chỉnh mục 1 Thang điểm ban hành kèm theo Kế hoạch số 12/KH-UBND như sau:\n${row}\n`;
    const reading = extractPlan(text);
    const { criteriaSets } = amendedMovement(scaled, reading, text);
    const rules = criteriaSets.map(({ criteria }) =>
      criteria.map((own) => `${own.maxPoints / 100} ${ruleWords(own.rule, own)}`),
    );
    expect(new Set(rules.map((own) => own.join(' | ')))).toEqual(
      new Set(['40 từ 85 %: 40; từ 75 %: 25; còn lại: 0 | 60 có: đủ điểm; không: 0']),
    );
    expect(reading.targets).toEqual([]);
    expect(reading.leftovers).toEqual([]);
  });

  it('tells what changed, and leaves a sound movement', () => {
    const differences = movementDifferences(was, movement).map(({ text }) => text);
    expect(differences.some((text) => text.includes('70') && text.includes('78'))).toBe(true);
    expect(differences.some((text) => text.includes('wifi') && text.endsWith('thêm.'))).toBe(true);
    expect(validateMovement(movement)).toEqual(validateMovement(was));
  });

  it('takes over a day that moves, and leaves the others', () => {
    const dated = movementSchema.parse(
      propose(`${PLAN}IV. TỔ CHỨC THỰC HIỆN
- Các đơn vị đăng ký thi đua trước ngày 01/3/2026.
- Các đơn vị gửi báo cáo kết quả trước ngày 30/10/2026.
`),
    );
    const text = `${HEAD.replace('12/KH-UBND', '88/KH-UBND')}UBND xã điều chỉnh Kế hoạch số 12/KH-UBND như sau:
1. Thời hạn nộp báo cáo lùi từ ngày 30/10/2026 sang ngày 15/11/2026.
`;
    const days = ({ calendar }: ReturnType<typeof amendedMovement>) =>
      calendar.flatMap(({ what, when }) => (when.kind === 'date' ? [[what, when.date]] : []));
    expect(days(dated)).toEqual([
      ['registration', '2026-03-01'],
      ['unit-report', '2026-10-30'],
    ]);
    expect(days(amendedMovement(dated, extractPlan(text), text))).toEqual([
      ['registration', '2026-03-01'],
      ['unit-report', '2026-11-15'],
    ]);
  });

  it('replaces the text it quotes, not a shorter neighbour, and abolishes below the part named above', () => {
    const plan = `${HEAD}
II. CHỈ TIÊU
1. Ít nhất 90% hồ sơ được trả đúng hạn.
2. Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên.
3. Mở 03 điểm phát Wi-Fi công cộng.
`;
    const amending = `${HEAD.replace('12/KH-UBND', '88/KH-UBND')}UBND xã điều chỉnh Kế hoạch số 12/KH-UBND như sau:
1. Điều chỉnh tại mục II
1.1. Khoản 2 mục II “Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên” điều chỉnh thành “Tỷ lệ hồ sơ nộp trực tuyến đạt từ 75% trở lên”.
1.2. Bỏ khoản 3 (về 03 điểm phát Wi-Fi công cộng).
`;
    const { targets } = amendedMovement(movementSchema.parse(propose(plan)), extractPlan(amending), amending);
    expect(targets.map(({ code, value }) => [code, value])).toEqual([
      ['CT01', 90],
      ['CT02', 75],
    ]);
  });

  it('goes by the clause a change names, and lists each change that it holds nowhere', () => {
    const plan = `${HEAD}
I. MỤC ĐÍCH
Phục vụ người dân tốt hơn.
II. CHỈ TIÊU
1. Tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên.
2. Ít nhất 90% hồ sơ được trả đúng hạn.
`;
    const amending = `${HEAD.replace('12/KH-UBND', '88/KH-UBND')}UBND xã điều chỉnh Kế hoạch số 12/KH-UBND như sau:
1. Điều chỉnh tại mục II
1.1. Hạ chỉ tiêu tại khoản 2 mục II xuống còn bốn phần năm số hồ sơ.
1.2. Khoản 1 mục II áp dụng cho cả các trường học.
2. Điều chỉnh tại mục III
Bổ sung đối tượng thi đua: các hợp tác xã trên địa bàn.
3. Bỏ khoản 1 mục II (hồ sơ nộp trực tuyến).
Các nội dung khác giữ nguyên theo Kế hoạch số 12/KH-UBND.
`;
    const reading = extractPlan(amending);
    const { targets } = amendedMovement(movementSchema.parse(propose(plan)), reading, amending);
    expect(targets.map(({ code, value }) => [code, value])).toEqual([['CT02', 80]]);
    expect(unusedChanges(reading, amending)).toEqual([
      'Khoản 1 mục II áp dụng cho cả các trường học',
      'Bổ sung đối tượng thi đua: các hợp tác xã trên địa bàn',
    ]);
    expect(unusedChanges(extractPlan(AMENDING), AMENDING)).toEqual([]);
  });
});
