/**
 * A plan's text → a movement: sound whatever the plan, 100 points a set, what the plan says apart from what is ours.
 */
import { describe, expect, it } from 'vitest';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { sharePoints } from '../../../core/dossier/propose/share-points.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/workbook/file.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const propose = (text: string): Movement => proposeMovement(extractPlan(text), { year: 2026 });
const MOVEMENTS = readPlans().map(({ name, movement }) => [name, movement] as const);
const HEAD = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 10 tháng 02 năm 2026\n
KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\n
I. ĐỐI TƯỢNG\nCác cơ quan, trường học, thôn, doanh nghiệp và cá nhân trên địa bàn xã.\nII. CHỈ TIÊU\n`;
const proposed = (...lines: readonly string[]): Movement => propose(HEAD + lines.map((line) => `- ${line}`).join('\n'));
const criteriaOf = (movement: Movement, audience: string) =>
  movement.criteriaSets.find((set) => set.audience === audience)!.criteria.filter(({ target }) => target?.code);

describe('a movement proposed from a plan', () => {
  it.each(MOVEMENTS)('is sound and loses nothing in the dossier: %s', (_, movement) => {
    expect(validateMovement(movement)).toEqual([]);
    const book = readBook(dossierBook(movementSchema.parse(movement)));
    const read = book.ok && readDossier(book.value);
    expect(read && read.ok ? [read.value.faults, read.value.movement] : read).toEqual([
      [],
      movementSchema.parse(movement),
    ]);
  });

  it('is sound for a text that is no plan, and says what it could not find', () => {
    const movement = propose('Giấy mời họp lúc 8 giờ.');
    expect(validateMovement(movement)).toEqual([]);
    expect(movement.warnings.map(({ message }) => message).join('\n')).toMatch(
      /tên xã[\s\S]*tên tỉnh[\s\S]*đối tượng thi đua/,
    );
  });

  it('keeps what the plan says apart from what is ours', () => {
    for (const [, movement] of MOVEMENTS) {
      const known = new Set(movement.targets.map(({ code }) => code));
      for (const set of movement.criteriaSets) {
        expect(set.proposed).toBe(true);
        for (const one of set.criteria) {
          expect(one.proposed).toBe(true);
          if (one.target?.code) expect([known.has(one.target.code), one.source.code]).toEqual([true, one.target.code]);
        }
      }
    }
  });

  it('asks each audience only for what its own figures can answer', () => {
    const movement = proposed(
      '90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.',
      'Trên 70% hộ gia đình có đường truyền cáp quang.',
      '100% học sinh có học bạ số.',
      '50% doanh nghiệp sử dụng hợp đồng điện tử.',
      'Tỷ trọng kinh tế số đạt 15% GRDP.',
    );
    const titles = (audience: string) => criteriaOf(movement, audience).map(({ title }) => title);
    expect(titles('agency')).toEqual(['Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận trực tuyến']);
    expect(titles('village')).toEqual(['Tỷ lệ hộ gia đình có đường truyền cáp quang']);
    expect(titles('school')).toEqual(['Tỷ lệ học sinh có học bạ số']);
    expect(titles('enterprise')).toEqual(['Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử']);
    expect(movement.targets.map(({ scope }) => scope)).toEqual(['unit', 'unit', 'unit', 'unit', 'commune']);
    const [files] = criteriaOf(movement, 'agency');
    expect(files).toMatchObject({
      numerator: 'Số hồ sơ thủ tục hành chính được tiếp nhận trực tuyến',
      denominator: 'Tổng số hồ sơ thủ tục hành chính',
      indicator: 'ho-so-truc-tuyen',
      notApplicable: 'drop-confirmed',
      rule: { kind: 'proportional', full: 90 },
    });
  });

  it('asks those a heading addresses, whatever the words below it; a field is no audience', () => {
    const movement = propose(
      `${HEAD}1. Đối với các cơ quan\n- 100% cán bộ, công chức được tập huấn kỹ năng số.
2. Đối với thôn\n- 80% tổ công nghệ số cộng đồng hoạt động hiệu quả.
3. Đối với lĩnh vực môi trường\n- 90% hộ gia đình phân loại rác.\n`,
    );
    const titles = (audience: string) => criteriaOf(movement, audience).map(({ title }) => title);
    expect(titles('agency')).toEqual(['Tỷ lệ cán bộ, công chức được tập huấn kỹ năng số']);
    expect(titles('village')).toEqual([
      'Tỷ lệ tổ công nghệ số cộng đồng hoạt động hiệu quả',
      'Tỷ lệ hộ gia đình phân loại rác',
    ]);
    expect(titles('school')).toEqual([]);
  });

  it('says of which target no audience is asked', () => {
    const movement = proposed('80% hộ gia đình có cáp quang.', '60% camera được kết nối về trung tâm giám sát.');
    const told = movement.warnings.map(({ message }) => message).filter((message) => message.includes('được hỏi'));
    expect(told).toEqual([expect.stringContaining('chỉ tiêu CT02:')]);
    expect(
      proposed('80% hộ gia đình có cáp quang.')
        .warnings.map(({ message }) => message)
        .join(),
    ).not.toContain('được hỏi');
  });

  it('gives no points for the limit itself where the plan says more than it, and judges a ceiling from above', () => {
    const movement = proposed('Trên 70% hộ gia đình có cáp quang.', 'Tỷ lệ hộ gia đình sinh con thứ ba dưới 2%.');
    const [over, under] = criteriaOf(movement, 'village');
    expect(over?.rule).toMatchObject({
      kind: 'bands',
      bands: [{ from: 70, fromInclusive: false, points: over?.maxPoints }, { to: 70 }, {}, {}, {}],
    });
    expect(under).toMatchObject({
      direction: 'lower',
      rule: { kind: 'bands', bands: [{ to: 2, toInclusive: false }, {}, { points: 0 }] },
    });
  });

  it('warns of a plan that names a district after there are none', () => {
    const text = `${HEAD}- 80% hộ gia đình có cáp quang.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: tổng hợp báo cáo UBND huyện trước ngày 10/12/2026.\n`;
    expect(
      propose(text)
        .warnings.map(({ message }) => message)
        .join('\n'),
    ).toMatch(/không còn cấp huyện.*mục III\.1/);
  });
});

describe('points dealt out', () => {
  it('are whole and sum exactly', () => {
    expect(sharePoints(70, [1, 1, 1, 1, 1, 1])).toEqual([12, 12, 12, 12, 11, 11]);
    expect(sharePoints(30, [4, 4, 5, 4])).toEqual([7, 7, 9, 7]);
    expect(sharePoints(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });
});
