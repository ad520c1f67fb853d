/** Pages and answers of all readers changed at random, from seeds: nothing is taken as if nothing had changed. */
import { describe, expect, it } from 'vitest';
import { readCaptured } from '../../../../core/portal/capture/registry.ts';
import { OPERATORS, savedCases, tally, trials } from '../../../fixtures/mutator/mutate.ts';

describe('a portal that changes', () => {
  const all = trials(20_251_122, 1_000);

  it('is tried in every way', () => {
    expect(all).toHaveLength(1_000);
    expect(new Set(all.map(({ operator }) => operator))).toEqual(new Set(OPERATORS));
    // Of readers made by pointing: lists of units with and without counts, names and values, cards.
    expect(savedCases().filter(({ name }) => name.startsWith('kept/'))).toHaveLength(4);
    expect(new Set(all.map((trial) => trial.case.split('/')[0])).size).toBe(7);
  });

  it('never gives a wrong figure or label, and loses none without a word', () => {
    expect(all.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(all.filter(({ verdict }) => verdict === 'lost')).toEqual([]);
  });

  it('is still read where it says the same', () => {
    expect(tally(all).true).toBeGreaterThan(50);
  });

  it.each([
    'Đơn vị tính: hồ sơ',
    'Đơn vị: UBND xã Ta Ma',
    'Đơn vị tính: 100% trực tuyến',
    'Số liệu cập nhật lúc 8:00 ngày 15/10/2024',
    'Báo cáo được lập ngày 05/10/2024',
    'Dữ liệu chỉ để tham khảo',
  ])('is read as before beside a line that is of no other figures: %s', (line) => {
    for (const { captured, readings, readers } of savedCases()) {
      if (/^\s*[[{]/.test(captured.body)) continue;
      const body = captured.body.replace('<body>', `<body><p>${line}</p>`);
      expect(body).not.toBe(captured.body);
      expect(readCaptured({ ...captured, body }, readers).outcome).toMatchObject({
        kind: 'found',
        readings,
        warnings: [],
      });
    }
  });
});
