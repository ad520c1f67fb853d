/** TCVN3 and VNI: complete tables, found by letters and by font, never in real text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectLegacy, TCVN3, toUnicode, VNI } from '../../../../core/base/text/legacy-text.ts';
import { isSyllable } from '../../../../core/base/text/syllable.ts';
import { processorTime } from '../../processor-time.ts';

const SMALL = [...'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'];
const invert = (table: ReadonlyMap<string, string>) => {
  const back = new Map<string, string>();
  for (const [from, to] of table) if (!back.has(to)) back.set(to, from);
  return back;
};
const TO_TCVN3 = invert(TCVN3);
const TO_VNI = invert(VNI);
const encode = (text: string, table: ReadonlyMap<string, string>) =>
  [...text.normalize('NFC')].map((letter) => table.get(letter) ?? letter).join('');

const SENTENCES = [
  'Bộ Kế hoạch và đầu tư',
  'cộng hòa xã hội chủ nghĩa việt nam',
  'Tỉ lệ hồ sơ giải quyết đúng hạn trên tổng số hồ sơ tiếp nhận',
  'Người dân đủ 18 tuổi có tài khoản thanh toán điện tử',
  'Độc lập - tự do - hạnh phúc',
  'Không phát sinh',
  'Số cuộc họp của ban chỉ đạo chuyển đổi số',
  'Ước thực hiện: hoàn thành 100% kế hoạch được giao',
];

describe('tables', () => {
  test('every Vietnamese letter survives TCVN3: 67 small letters, 7 capitals, the rest by the capital font', () => {
    expect(SMALL).toHaveLength(67);
    for (const letter of [...SMALL, ...'ĂÂÊÔƠƯĐ']) {
      const code = TO_TCVN3.get(letter) ?? '';
      expect(code).toMatch(/^[\u00a1-\u00fe]$/);
      expect(toUnicode(code, 'tcvn3')).toBe(letter);
      expect(toUnicode(code, 'tcvn3', '.VnTimeH')).toBe(letter.toUpperCase());
    }
    expect(TCVN3.size).toBe(74);
    expect(new Set(TCVN3.values()).size).toBe(74);
  });

  test('all 134 letters go through VNI, each spelling its own', () => {
    const all = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())];
    expect(new Set(all).size).toBe(134);
    for (const letter of all) expect(toUnicode(TO_VNI.get(letter) ?? '', 'vni')).toBe(letter);
    expect(toUnicode('Aù', 'vni')).toBe('Á');
    const text = all.join(' ');
    expect(toUnicode(encode(text, TO_VNI), 'vni')).toBe(text);
  });

  test('any text of Vietnamese small letters survives TCVN3', () => {
    const words = fc.string({ unit: fc.constantFrom(...SMALL, ...'bcdghklmnpqrstvx ,.0123456789%') });
    fc.assert(
      fc.property(words, (text) => {
        expect(toUnicode(encode(text, TO_TCVN3), 'tcvn3')).toBe(text);
      }),
    );
  });
});

describe('detection', () => {
  test.each([
    ['bé kÕ ho¹ch vµ ®Çu t\u00ad céng hoµ x· héi', 'bộ kế hoạch và đầu tư cộng hoà xã hội'],
    ['sau ®©y', 'sau đây'],
    ['§¹t', 'Đạt'],
    ['§¬n vÞ: X· T¶ Ma', 'Đơn vị: Xã Tả Ma'],
    ['Th\u00ad\u00ddng trùc', null],
  ])('%j in TCVN3', (text, unicode) => {
    expect(detectLegacy(text, '')).toBe(unicode === null ? null : 'tcvn3');
    if (unicode !== null) expect(toUnicode(text, 'tcvn3')).toBe(unicode);
  });

  test.each([
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['ÑÔN VÒ: XAÕ CAÙT NEÂ', 'ĐƠN VỊ: XÃ CÁT NÊ'],
    ['ñöùng ñaàu', 'đứng đầu'],
  ])('%j in VNI', (text, unicode) => {
    expect(detectLegacy(text, '')).toBe('vni');
    expect(toUnicode(text, 'vni')).toBe(unicode);
  });

  test('sentences are recognised with and without the right font, and converted back', () => {
    for (const sentence of SENTENCES) {
      for (const font of ['', 'Times New Roman', '.VnTime', '.VnTimeH', '.VnArial Narrow']) {
        const tcvn3 = encode(sentence, TO_TCVN3);
        expect([sentence, detectLegacy(tcvn3, font)]).toEqual([sentence, 'tcvn3']);
        const capitals = font === '.VnTimeH';
        expect(toUnicode(tcvn3, 'tcvn3', font)).toBe(capitals ? sentence.toUpperCase() : sentence);
      }
      for (const font of ['', 'Arial', 'VNI-Times', 'VNI-Helve']) {
        for (const text of [sentence, sentence.toUpperCase()]) {
          expect([text, detectLegacy(encode(text, TO_VNI), font)]).toEqual([text, 'vni']);
          expect(toUnicode(encode(text, TO_VNI), 'vni')).toBe(text);
        }
      }
    }
  });

  test('real text is never taken for legacy: letters only Unicode has, or words only as they stand', () => {
    const real = [
      ...SENTENCES,
      ...SENTENCES.map((text) => text.normalize('NFD')),
      'Hoàn thành',
      'HÀ',
      'đầu t\u00adư',
      'thành thông',
    ];
    for (const text of real) {
      for (const font of ['', 'Times New Roman', '.VnTime', 'VNI-Times', '.VnTimeH']) {
        expect([text, font, detectLegacy(text, font)]).toEqual([text, font, null]);
      }
    }
    for (const text of ['Hòa bình', 'xã', 'là']) expect(detectLegacy(text, 'Times New Roman')).toBe(null);
  });

  test('plain, foreign and symbol text is none', () => {
    const plain = [
      'Café',
      'Müller',
      'Montréal',
      'Citroën',
      'naïve',
      '10 m²',
      '25 µg/m³',
      'a) Có → 1 + b) 4 × 0,5, không quá 2 → 2',
      'Có: 3 × 2 điểm',
      '± 5',
      '© 2024',
      '«text»',
      '· Nam · Nam',
      'Köln',
      '',
      'thi dua 2025',
      '95,5 %',
      'co\u00adoperation',
      '¼',
      '®',
      'Microsoft®',
      '\u00ad',
      'España',
      'São Paulo',
      'piñata',
      '20°C',
    ];
    for (const text of plain) expect([text, detectLegacy(text, 'Arial')]).toEqual([text, null]);
  });

  test('a short word that is possible both ways is decided by the font only', () => {
    expect(toUnicode('Cã', 'tcvn3')).toBe('Có');
    expect(detectLegacy('Cã', 'Arial')).toBe(null);
    expect(detectLegacy('Cã', '.VnTime')).toBe('tcvn3');
    expect(detectLegacy('só', 'Arial')).toBe(null);
    expect(detectLegacy('só', 'VNI-Times')).toBe('vni');
  });

  test('the soft hyphen is ư in TCVN3 and nothing in Unicode', () => {
    expect(toUnicode('T\u00ad ph¸p', 'tcvn3')).toBe('Tư pháp');
    expect(detectLegacy('T\u00ad ph¸p', '')).toBe('tcvn3');
    expect(detectLegacy('ti\u00ad', '')).toBe(null);
    expect(detectLegacy('thi\u00ad đua', '.VnTime')).toBe(null);
    expect(detectLegacy('t\u00ad', '.VnTime')).toBe('tcvn3');
  });

  test('nothing throws and 100 kB is quick', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, font) => {
        detectLegacy(text, font);
        toUnicode(text, 'vni');
        toUnicode(text, 'tcvn3', font);
      }),
    );
    const long = ['®', 'aù', '\u00ad', 'é ', 'µ!'].map((part) => part.repeat(100_000));
    expect(processorTime(() => long.forEach((text) => void detectLegacy(text, '.VnTime')))).toBeLessThan(1000);
  });
});

describe('syllables', () => {
  test.each([
    'nghiêng',
    'quyết',
    'giếng',
    'gì',
    'giữa',
    'khuỷu',
    'thuở',
    'rượu',
    'uỷ',
    'ủy',
    'hoà',
    'hòa',
    'ý',
    'yêu',
    'quý',
    'quốc',
    'khuya',
    'ngoằn',
    'đ',
    'xoong',
    'huỳnh',
    'oan',
    'được',
    'phường',
  ])('%s', (word) => expect(isSyllable(word)).toBe(word !== 'đ'));
  test.each(['céng', 'kạ', 'aù', 'hộp1', 'bạp̀', 'cap', 'coc', 'zoo', 'street', '', 'ngẽn', 'aí'])('not %s', (word) =>
    expect(isSyllable(word)).toBe(false),
  );
});
