import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, seenText, withoutMarks } from '../../../../core/base/text/seen-text.ts';

describe('runs as a person sees them', () => {
  it('leaves out what is struck out, and reports it', () => {
    expect(seenText([{ text: '1', struck: true }, { text: '2' }])).toMatchObject({ text: '2', struck: '1' });
  });

  it('leaves out what is hidden, and reports it', () => {
    expect(seenText([{ text: '12' }, { text: '0', hidden: true }])).toMatchObject({ text: '12', hidden: '0' });
  });

  it('turns raised and lowered digits into marks, which are no digits', () => {
    const { text } = seenText([{ text: '2' }, { text: '1', raised: 'up' }]);
    expect(text).toBe('2¹');
    expect(withoutMarks(text)).toBe('2');
    expect(withoutMarks('85%⁽¹⁾')).toBe('85%');
    expect(withoutMarks('12 km²')).toBe('12 km²');
    expect(withoutMarks('thôn²')).toBe('thôn');
  });

  it('converts each run by its own font', () => {
    const seen = seenText([{ text: 'Đơn vị: ' }, { text: 'B¶n MÉu', font: '.VnTime' }, { text: ' 54' }]);
    expect(seen.text).toBe('Đơn vị: Bản Mẫu 54');
    expect(seen.legacy?.encoding).toBe('tcvn3');
  });

  it('shows the signs of picture fonts', () => {
    const shown = [...'üûþo'].map((text) => seenText([{ text, font: 'Wingdings' }]).text);
    expect(shown).toEqual(['✓', '✗', '☑', '☐']);
    expect(seenText([{ text: '\uf0fc', font: 'Wingdings' }]).text).toBe('✓');
    expect(seenText([{ text: '5', font: 'Wingdings' }]).text).toBe('\ufffd');
    expect(seenText([{ text: '\u00b3 90', font: 'Symbol' }]).text).toBe('≥ 90');
  });
});

/** Signs that take no place, and blanks. */
const UNSEEN = ['\u200b', '\u200d', '\ufeff', '\u00ad', '\u202e', '\u2069', '\u061c', '\ufe0f', '\u{e0020}', '\u3164'];
const BLANKS = ['\u00a0', '\u2007', '\u202f', '\u3000', '\u2800', '\t'];

describe('a text made clean', () => {
  it('stays the same with invisible characters strewn over it', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'Tỷ lệ hộ 0123456789,.%/đạt'), maxLength: 40 });
    const strewn = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...UNSEEN)), { maxLength: 12 });
    fc.assert(
      fc.property(plain, strewn, (text, places) => {
        const letters = [...text.normalize('NFC')];
        for (const [at, sign] of places) letters.splice(at % (letters.length + 1), 0, sign);
        expect(cleanText(letters.join(''))).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('knows one kind of blank and one kind of line break', () => {
    for (const blank of BLANKS) expect(cleanText(`25${blank}hộ`)).toBe('25 hộ');
    expect(cleanText('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });

  it('is done once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});
