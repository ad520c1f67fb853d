/** A plan's own classes → the criteria sets: names and bounds from the plan, for the audiences it names. */
import { describe, expect, it } from 'vitest';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { type Movement, movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';

const propose = (ranked: string): Movement =>
  proposeMovement(
    extractPlan(
      `UBND XÃ NẬM LÀNH\nSố: 31/KH-UBND\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\nI. ĐỐI TƯỢNG\nCác cơ quan, các thôn trên địa bàn xã.\nII. CHỈ TIÊU\n1. 70% hộ gia đình có đường truyền cáp quang.\nIII. ${ranked}\n`,
    ),
    { year: 2026 },
  );
const classes = ({ criteriaSets }: Movement): Record<string, string> =>
  Object.fromEntries(
    criteriaSets.map(({ audience, classification }) => [
      audience,
      classification.map(({ code, name, from }) => `${code} ${name} ${from}`).join('; '),
    ]),
  );
const notes = ({ warnings }: Movement): string => warnings.map(({ message }) => message).join('\n');
const OURS = 'Mức xếp loại đề xuất';

describe('classes of a plan’s own', () => {
  it('are those of every set where it names nobody, the lowest named where the plan leaves it open', () => {
    const movement = propose('XẾP LOẠI\nXuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm; Khá từ 65 đến dưới 80 điểm.');
    const all = 'excellent Xuất sắc 90; good Tốt 80; completed Khá 65; not-completed Chưa xếp loại 0';
    expect(classes(movement)).toEqual({ agency: all, village: all });
    expect(notes(movement)).toContain('Kế hoạch có mức xếp loại riêng (mục III: Xuất sắc từ 90; Tốt từ 80; Khá từ 65)');
    expect(notes(movement)).toContain('ghi “Chưa xếp loại” (đề xuất)');
    expect(notes(movement)).not.toContain(OURS);
  });

  it('are those of whom the plan names, ours of the others', () => {
    const movement = propose(
      'Xếp loại thôn: từ 95 điểm trở lên là xuất sắc; từ 85 đến dưới 95 điểm là khá; dưới 85 điểm là yếu.',
    );
    expect(classes(movement).village).toBe('excellent Xuất sắc 95; good Khá 85; completed Yếu 0');
    expect(classes(movement).agency).toContain('Hoàn thành xuất sắc nhiệm vụ 95');
    expect(notes(movement)).toContain(OURS);
  });

  it('have room for five, and keep caps of discipline where there are fewer', () => {
    const five = propose(
      'XẾP LOẠI\nXuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm; Khá từ 65 đến dưới 80 điểm; Trung bình từ 50 đến dưới 65 điểm; Yếu: dưới 50 điểm.',
    );
    expect(classes(five).agency).toMatch(/not-completed Trung bình 50; fifth Yếu 0$/);
    const two = propose('XẾP LOẠI\nĐạt: từ 80 điểm trở lên; Chưa đạt: dưới 80 điểm.');
    const agency = two.criteriaSets.find(({ audience }) => audience === 'agency');
    expect(agency?.classCaps.map(({ atMost }) => atMost)).toEqual(['good', 'good']);
  });

  it.each([
    [
      'two ladders for the same',
      'XẾP LOẠI\n1. Xuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm.\n2. Nhất từ 95 điểm; Nhì từ 85 đến dưới 95 điểm.',
    ],
    ['another scale', 'XẾP LOẠI\nXuất sắc từ 900 điểm; Tốt từ 800 đến dưới 900 điểm.'],
    [
      'more than a set has',
      'XẾP LOẠI\nA từ 90 điểm; B từ 80 đến dưới 90 điểm; C từ 70 đến dưới 80 điểm; D từ 60 đến dưới 70 điểm; E từ 50 đến dưới 60 điểm; F dưới 50 điểm.',
    ],
  ])('that cannot be used are reported, and ours are used: %s', (_, ranked) => {
    const movement = propose(ranked);
    expect(classes(movement).agency).toContain('Hoàn thành xuất sắc nhiệm vụ 95');
    expect(notes(movement)).toContain('vẫn là đề xuất của phần mềm');
  });

  it.each([
    'XẾP LOẠI\nXuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm; Khá từ 65 đến dưới 80 điểm; Trung bình từ 50 đến dưới 65 điểm; Yếu: dưới 50 điểm.',
    'XẾP LOẠI\nĐạt: từ 80 điểm trở lên; Chưa đạt: dưới 80 điểm.',
  ])('are sound and come back from the dossier', (ranked) => {
    const movement = movementSchema.parse(propose(ranked));
    expect(validateMovement(movement)).toEqual([]);
    const book = readBook(dossierBook(movement));
    const read = book.ok && readDossier(book.value);
    expect(read !== false && read.ok ? [read.value.faults, read.value.movement] : read).toEqual([[], movement]);
  });
});
