/** One unit written many ways, and texts that mean no unit or could mean two. */
import { describe, expect, it } from 'vitest';
import { fileTitle, matchFile, matchUnit, unitName } from '../../../core/report/match-unit.ts';
import type { Register, RegisterUnit } from '../../../core/report/register.ts';
import type { Report } from '../../../core/report/report.ts';

const unit = (name: string, ...otherNames: string[]): RegisterUnit => ({
  name,
  otherNames,
  audience: 'agency',
  registered: true,
  received: null,
  women: null,
  facts: [],
  awards: [],
  portalCode: null,
});

const REGISTER: Register = [
  unit('Văn phòng HĐND và UBND xã Ta Ma', 'Văn phòng - thống kê'),
  unit('Ủy ban MTTQ Việt Nam xã Ta Ma'),
  unit('Hội Liên hiệp Phụ nữ'),
  unit('Hội Nông dân'),
  unit('Đoàn TNCS Hồ Chí Minh'),
  unit('Trường Tiểu học Ta Ma'),
  unit('Trường THCS Ta Ma'),
  unit('Trường Mầm non Ta Ma'),
  unit('Trạm Y tế'),
  unit('Công an xã'),
  unit('Bản Nà Đắng'),
  unit('Bản Nà Đắng 2'),
  unit('Bản Nà Dằng'),
  unit('Bản Phiêng Mu'),
];

describe('matchUnit', () => {
  it.each([
    ['VP HĐND-UBND', 'Văn phòng HĐND và UBND xã Ta Ma'],
    ['VP. HĐND & UBND', 'Văn phòng HĐND và UBND xã Ta Ma'],
    ['Văn phòng HĐND - UBND xã', 'Văn phòng HĐND và UBND xã Ta Ma'],
    ['văn phòng thống kê', 'Văn phòng HĐND và UBND xã Ta Ma'],
    ['UBMTTQ xã Ta Ma', 'Ủy ban MTTQ Việt Nam xã Ta Ma'],
    ['UB MTTQ VN xã', 'Ủy ban MTTQ Việt Nam xã Ta Ma'],
    ['MTTQ', 'Ủy ban MTTQ Việt Nam xã Ta Ma'],
    ['Uỷ ban Mặt trận Tổ quốc Việt Nam xã Ta Ma', 'Ủy ban MTTQ Việt Nam xã Ta Ma'],
    ['Hội LHPN xã', 'Hội Liên hiệp Phụ nữ'],
    ['HỘI PHỤ NỮ', 'Hội Liên hiệp Phụ nữ'],
    ['Đoàn thanh niên', 'Đoàn TNCS Hồ Chí Minh'],
    ['TH Ta Ma', 'Trường Tiểu học Ta Ma'],
    ['Trường THCS Ta Ma', 'Trường THCS Ta Ma'],
    ['MN Ta Ma', 'Trường Mầm non Ta Ma'],
    ['Trạm y tế xã Ta Ma', 'Trạm Y tế'],
    ['CÔNG AN XÃ TA MA', 'Công an xã'],
    ['bản phiêng mu', 'Bản Phiêng Mu'],
    ['Phiêng Mu', 'Bản Phiêng Mu'],
    ['Ban Phieng Mu', 'Bản Phiêng Mu'],
    ['Thôn Phiêng Mu', 'Bản Phiêng Mu'],
    ['Bản Nà Đắng', 'Bản Nà Đắng'],
    ['Bản Nà Đắng 2', 'Bản Nà Đắng 2'],
    ['Bản Nà Dằng', 'Bản Nà Dằng'],
  ])('%s is %s', (text, name) => {
    expect(matchUnit(text, REGISTER)?.name).toBe(name);
  });

  it.each(['', ' ', 'x', 'Bản', 'Trường', 'Ban Na Dang', 'Bản Huổi Ái', 'UBND xã Ta Ma', 'Hội', '2'])(
    '%s matches no unit or several',
    (text) => {
      expect(matchUnit(text, REGISTER)).toBeNull();
    },
  );

  it('takes no word of a hostile text for a property', () => {
    for (const text of ['__proto__', 'constructor', '('.repeat(5_000), 'a '.repeat(50_000)])
      expect(matchUnit(text, REGISTER)).toBeNull();
  });
});

describe('file names', () => {
  it.each([
    ['bao-cao_ban-phieng-mu_2025.xlsx', 'Bản Phiêng Mu'],
    ['C:\\BC\\Báo cáo Bản Nà Đắng 2.xls', 'Bản Nà Đắng 2'],
    ['Biểu tự chấm - Trạm Y tế.xlsx', 'Trạm Y tế'],
    ['report.xlsx', undefined],
  ])('%s', (file, name) => {
    expect(matchFile(fileTitle(file), REGISTER)?.name).toBe(name);
  });

  it('unitName: the register, else the sheet, else the file', () => {
    const report = (text: string | null, file: string) =>
      ({ file, unit: text === null ? null : { text, cell: { sheet: 'S', address: 'A1' } } }) as Report;
    expect(unitName(report('VP HĐND-UBND', 'a.xlsx'), REGISTER)).toBe('Văn phòng HĐND và UBND xã Ta Ma');
    expect(unitName(report('Bản Lạ', 'a.xlsx'), REGISTER)).toBe('Bản Lạ');
    expect(unitName(report(null, 'x/Bản Phiêng Mu.xlsx'), REGISTER)).toBe('Bản Phiêng Mu');
    expect(unitName(report(null, 'x/bieu 7.xlsx'), null)).toBe('bieu 7');
  });
});
