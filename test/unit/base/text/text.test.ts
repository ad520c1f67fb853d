/** Keys for labels typed by many hands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareKey, closeness, foldKey, gramsOf, nfc, similarity, squashKey } from '../../../../core/base/text/text.ts';
import { processorTime } from '../../processor-time.ts';

describe('keys', () => {
  test.each([
    ['Hoà bình', 'Hòa bình'],
    ['ỦY BAN', 'Uỷ ban'],
    ['khoẻ', 'khỏe'],
    ['Thuý Quỳnh', 'Thúy Quỳnh'],
    ['bác sỹ', 'bác sĩ'],
    ['kỹ thuật', 'kĩ thuật'],
    ['qúy IV', 'quý IV'],
    ['Tỷ lệ', 'Tỉ lệ'],
    ['thƣởng phƣờng', 'thưởng phường'],
    ['ĐẠI ҺỌເ', 'Đại học'],
    ['Ðiểm tối đa', 'Điểm tối đa'],
    ['Văn hóa -xã hội', 'văn hóa – xã hội'],
    ['kinh tế- xã hội', 'Kinh tế-xã hội'],
    ['-\u00a0Thành  thị\r\n', '- thành thị'],
    ['Điểm\u00ad\u200b chuẩn', 'điểm chuẩn'],
    ['nhằm', 'nhằm'.normalize('NFD')],
    ['Ｍã', 'mã'],
  ])('%j = %j', (a, b) => {
    expect(foldKey(a)).toBe(foldKey(b));
    expect(squashKey(a)).toBe(squashKey(b));
    expect(bareKey(a)).toBe(bareKey(b));
  });

  test.each([
    ['số', 'sở'],
    ['bản', 'bán'],
    ['đa', 'da'],
    ['tối', 'tôi'],
    ['tay', 'tai'],
    ['thuý', 'thuí'],
    ['thuyền', 'thuiền'],
  ])('%j ≠ %j', (a, b) => {
    expect(foldKey(a)).not.toBe(foldKey(b));
    expect(squashKey(a)).not.toBe(squashKey(b));
  });

  test('words run together have the key of the words apart', () => {
    expect(squashKey('Cáchxácđịnhvàtínhđiểm')).toBe(squashKey('Cách xác định và tính điểm'));
    expect(squashKey('Tỷlệ hoàthành')).toBe(squashKey('Tỉ lệ hòa thành'));
    expect(squashKey('TỶ LỆ (%)')).toBe('tỉlệ');
    expect(bareKey('Đơn vị: Xã Cát Nê')).toBe('donvixacatne');
  });

  test('keys are stable: the key of a key is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aoueyihkqtđ àòỏạýửứ-–\u00ad\u0301Һ') }), (text) => {
        for (const key of [foldKey, squashKey, bareKey]) {
          expect(key(nfc(text.normalize('NFD')))).toBe(key(nfc(text)));
          expect(key(key(text))).toBe(key(text));
        }
      }),
    );
  });
});

describe('similarity', () => {
  test('reworded, mistyped and unmarked titles stay near; other titles do not', () => {
    const title = 'Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn';
    expect(similarity(title, 'TỶ LỆ HỒ SƠ THỦ TỤC HÀNH CHÍNH ĐƯỢC GIẢI QUYẾT ĐÚNG HẠN')).toBe(1);
    expect(similarity(title, 'Ty le ho so thu tuc hanh chinh duoc giai quyet dung han')).toBe(1);
    expect(similarity(title, 'Tỷ lệ hồ sơ TTHC giải quyết đúng hạn')).toBeGreaterThan(0.7);
    expect(similarity(title, 'Hồ sơ thủ tục hành chính giải quyết đúng hạn, tỷ lệ %')).toBeGreaterThan(0.8);
    expect(similarity('Kế hoạch chuyên đổi số', 'Kế hoạch chuyển đổi số')).toBeGreaterThan(0.8);
    expect(similarity(title, 'Tỷ lệ người dân trưởng thành có tài khoản thanh toán')).toBeLessThan(0.5);
    expect(similarity('', title)).toBe(0);
    expect(similarity('---', '...')).toBe(0);
  });

  test('it is symmetric, between 0 and 1, and grams give the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBe(value);
        expect(closeness(gramsOf(a), gramsOf(b))).toBe(value);
        expect(closeness(gramsOf(a), gramsOf(a))).toBe(similarity(a, a));
      }),
    );
  });

  test('100 kB of anything is folded and compared at once', () => {
    const parts = [' ', '-', ' -', 'a', 'hoà ', '\u0301', 'y', 'ò', '\u00ad', 'Һ', '"'];
    const work = processorTime(() => {
      for (const part of parts) {
        const text = `${part.repeat(100_000 / part.length)}!`;
        for (const key of [foldKey, squashKey, bareKey]) key(text);
        similarity(text, text);
      }
    });
    expect(work / parts.length).toBeLessThan(400);
  });
});
