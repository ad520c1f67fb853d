/** What a page copy keeps of the words outside tables, and what it never keeps. */
import { describe, expect, it } from 'vitest';
import { isFigure, isOwnWords, repeats, saysOfFigures, secretOf } from '../../../extension/capture/copied-text.ts';
import { withoutPersonal } from '../../../extension/capture/persons.ts';

describe('words outside tables', () => {
  it.each(['1.234', '98,5 %', '99,12%', '19,81/20 điểm', '12 hồ sơ', '(0)', '-1,5', '2/102'])(
    '%s is a figure',
    (text) => {
      expect(isFigure(text)).toBe(true);
    },
  );

  it.each([
    'Nguyễn Văn A',
    '079123456789012',
    '12 Lê Lợi, phường Bến Nghé, Quận 1',
    'Mã 482913',
    '',
    '2025-11-21T08:00',
  ])('%s is none', (text) => expect(isFigure(text)).toBe(false));

  it.each([
    'QUÝ III NĂM 2025',
    'Từ ngày 01/09/2025 đến ngày 30/09/2025',
    '9 tháng đầu năm 2025',
    'Thang 9/2025',
    'Reporting period: Aug 2025',
    '01/07/25 - 31/08/25',
    '2025-W33',
    'Q2 2025',
    'Đơn vị: UBND xã Ta Ma',
  ])('%s is copied: readers need it', (text) => expect(saysOfFigures(text)).toBe(true));

  it.each([
    'Xin chào Nguyễn Văn A',
    'Nguyễn Văn Thử - 2003',
    'Lò Thị Thử (2001)',
    'Tôi đề nghị cấp lại giấy tờ',
    `Năm 2025 ${'dài '.repeat(60)}`,
    'donvi@x.vn',
  ])('%s is not', (text) => expect(saysOfFigures(text)).toBe(false));

  it('in tables, headings and labels are the page’s own', () => {
    for (const tag of ['table', 'h2', 'label', 'caption', 'title']) expect(isOwnWords(tag, null)).toBe(true);
    expect(isOwnWords('div', 'grid')).toBe(true);
    for (const tag of ['div', 'p', 'span', 'form', 'button', 'header']) expect(isOwnWords(tag, null)).toBe(false);
    expect(isOwnWords('div', 'textbox')).toBe(false);
  });
});

describe('what is nobody’s figure', () => {
  it('goes wherever it stands: numbers of citizens and telephones, addresses of e-mail', () => {
    expect(withoutPersonal('CCCD 079123456789, ĐT 0912345678, a.b@xa.gov.vn')).toBe('CCCD …, ĐT …, …');
    for (const figure of ['1.234.567', '0,98', '10481', '125000000', '30/09/2025', '0'])
      expect(withoutPersonal(figure)).toBe(figure);
  });

  it('was typed, unless it is too short to be recognised, or a date that the heading repeats', () => {
    expect(secretOf('  Nguyễn  Văn A ')).toBe('nguyễn văn a');
    expect(secretOf('482913')).toBe('482913');
    for (const typed of ['', 'abc', '2025', '01/09/2025', '2025-09-01 08:00']) expect(secretOf(typed)).toBeNull();
    const secrets = new Set(['482913']);
    expect(repeats('Mã của năm 2025: 482913', secrets)).toBe(true);
    expect(repeats('Năm 2025', secrets)).toBe(false);
  });
});
