/** A figure that is a change (`gấp 3 lần số năm trước`) is no level: it is neither summed nor scored like a level. */
import { describe, expect, it } from 'vitest';
import { measuredBy } from '../../../core/commune/result/measured-by.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { HEAD, propose } from '../../fixtures/dossier/proposed.ts';

const plan = (sentence: string) => `${HEAD}\nII. CHỈ TIÊU\n1. ${sentence}.\n`;
const referencesIn = (sentence: string) =>
  extractPlan(plan(sentence)).targets.map(({ value, unit, relativeTo }) => [value, unit, relativeTo]);

describe('a target that is a change', () => {
  it.each([
    ['Số hồ sơ trực tuyến gấp 3 lần số hồ sơ năm trước', 3, 'lần', 'năm trước'],
    ['Số tài khoản định danh tăng gấp đôi so với năm 2025', 2, 'lần', 'năm 2025'],
    ['Số buổi livestream gấp ba lần năm ngoái', 3, 'lần', 'năm ngoái'],
    ['Tỷ lệ hộ nghèo giảm 2 % so với cuối năm 2025', 2, '%', 'cuối năm 2025'],
    ['Số lượt truy cập tăng ít nhất 20% so với cùng kỳ', 20, '%', 'cùng kỳ'],
    ['Tỷ lệ ký số cao hơn bình quân chung của tỉnh từ 5% trở lên', 5, '%', 'bình quân chung của tỉnh'],
    ['Số lớp tập huấn cao hơn năm trước ít nhất 02 lớp', 2, 'lớp', 'năm trước'],
    ['Tỷ lệ hài lòng tăng thêm 3 điểm phần trăm so với năm 2025', 3, '%', 'năm 2025'],
    ['Số sản phẩm lên sàn bằng 150% năm 2025', 150, '%', 'năm 2025'],
    ['Thời gian chờ còn một nửa so với trước đây', 50, '%', 'trước đây'],
    ['Cắt giảm 30% thời gian giải quyết hồ sơ so với quy định', 30, '%', 'quy định'],
  ])('%s', (sentence, value, unit, reference) => {
    expect(referencesIn(sentence)).toEqual([[value, unit, reference]]);
  });

  it.each([
    'Tỷ lệ hộ nghèo giảm còn dưới 2%',
    'Tỷ lệ hồ sơ trực tuyến tăng lên 80% vào cuối năm',
    'Tỷ lệ hài lòng không thấp hơn 90%',
    'Trên 85% hộ dân có tài khoản, cao hơn chỉ tiêu tỉnh giao',
    'Kết nạp ít nhất 05 hội viên mới',
  ])('is none: %s', (sentence) => {
    expect(referencesIn(sentence).map(([, , reference]) => reference)).toEqual([null]);
  });

  it('is one beside the level it leads to', () => {
    const growth = '80% hộ gia đình có tài khoản thanh toán, tăng 10% so với năm 2025';
    expect(referencesIn(growth)).toEqual([
      [80, '%', null],
      [10, '%', 'năm 2025'],
    ]);
  });

  it('is recognised too where the plan leaves the base open', () => {
    expect(referencesIn('Số sản phẩm OCOP tăng 10%')).toEqual([[10, '%', 'mức trước đó']]);
  });

  it('is reported by no unit but by the commune, and survives the dossier', () => {
    const movement = movementSchema.parse(propose(plan('Số hồ sơ trực tuyến gấp 3 lần số hồ sơ năm trước')));
    const [target] = movement.targets;
    expect(target && measuredBy(target, movement)).toEqual({
      kind: 'none',
      why: 'so với năm trước: xã tính rồi ghi ở “Số liệu của xã”',
    });
    const drawn = movement.criteriaSets.flatMap(({ criteria }) => criteria.filter(({ source }) => source.code));
    expect(drawn).toEqual([]);
    const book = readBook(dossierBook(movement));
    const read = book.ok && readDossier(book.value);
    expect(read !== false && read.ok && read.value.movement?.targets).toEqual(movement.targets);
  });
});
