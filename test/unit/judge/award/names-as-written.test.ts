/** One unit in the ledger, the register and the nominations, however people write its name. */
import { describe, expect, it } from 'vitest';
import { type Ledger, wholeLedger } from '../../../../core/judge/award/ledger.ts';
import { unit } from '../score/sets.ts';
import { linesOf, nominated, type Scored } from './award-input.ts';

describe('names as people write them', () => {
  const plan = 'ta-ma-2023-2030';
  const register = [
    unit('Văn phòng HĐND và UBND xã', { audience: 'agency', awards: ['Giấy khen của Chủ tịch UBND xã 2024'] }),
    unit('Bản Nà Đắng', { audience: 'village' }),
  ];
  const units: Scored[] = [
    { name: 'Văn phòng HĐND và UBND xã', total: 9900 },
    { name: 'Bản Nà Đắng', total: 9800, audience: 'village' },
  ];
  const pastAward = (name: string, year: number) => ({ unit: name, form: 'Giấy khen của Chủ tịch UBND xã', year });

  it('a ledger that writes a unit in other words stands in its way, and is joined with the register once', () => {
    const ledger = wholeLedger(
      [pastAward('VP HĐND-UBND', 2025), pastAward('VP HĐND-UBND', 2024), pastAward('Nà Đắng', 2025)],
      register,
    );
    expect(ledger.map(({ unit: name, year }) => [name, year])).toEqual([
      ['Văn phòng HĐND và UBND xã', 2025],
      ['Văn phòng HĐND và UBND xã', 2024],
      ['Bản Nà Đắng', 2025],
    ]);
    const lines = linesOf(plan, '2025', units, { register, ledger });
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(['refused']));
    const person = { ...pastAward('Nà Đắng', 2025), kind: 'individual' as const };
    expect(wholeLedger([person], register)[0]?.unit).toBe('Nà Đắng');
  });

  it('a unit that is scored and put forward in other words has one line', () => {
    const lines = linesOf(plan, '2025', units, { register, nominations: [nominated('Nà Đắng', 'village')] });
    const own = lines.filter((line) => line.quota === 'TM-Q01').map((line) => [line.unit, line.achievement]);
    expect(own).toEqual([
      ['Văn phòng HĐND và UBND xã', ''],
      ['Bản Nà Đắng', 'ủng hộ 10 máy tính'],
    ]);
  });

  it('an award whose form a decision writes out still takes its place of the quota', () => {
    const many = Array.from(
      { length: 6 },
      (_, at): Scored => ({ name: `Bản ${at}`, total: 9900 - at, audience: 'village' }),
    );
    const ledger: Ledger = [
      'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Điện Biên',
      'Bằng khen Chủ tịch UBND tỉnh',
      'Bằng khen của Thủ tướng Chính phủ',
    ].map((form, at) => ({
      unit: `Khác ${at}`,
      form,
      year: 2025,
      round: ['Hằng năm', 'Tổng kết năm 2025'][at % 2]!,
      kind: 'collective',
    }));
    const lines = linesOf(plan, '2025', many, { ledger }).filter((line) => line.quota === 'TM-Q01');
    expect(lines.filter(({ state }) => state === 'proposed')).toHaveLength(3);
    expect(lines[0]?.reason).toContain('chỉ tiêu 5 (mục IV.3.1), đã khen 2');
  });

  it('two ledgers join without duplicates', () => {
    const item = { unit: 'Bản Hòa', form: 'Giấy khen', year: 2024 };
    const known = [unit('Bản Hoà', { awards: ['Giấy khen 2024', 'Giấy khen 2025'] })];
    expect(wholeLedger([item], known)).toEqual([
      { ...item, unit: 'Bản Hoà' },
      { ...item, unit: 'Bản Hoà', year: 2025 },
    ]);
  });
});
