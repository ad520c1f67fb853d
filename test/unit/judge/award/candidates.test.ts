/**
 * A line for every candidate, by the rules of the bundled plans: proposed for what, or why not, or what the council has
 * to settle.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../core/base/period/period.ts';
import { squashKey } from '../../../../core/base/text/text.ts';
import { candidateCode } from '../../../../core/council/candidate-code.ts';
import type { Ledger } from '../../../../core/judge/award/ledger.ts';
import { awardMoney } from '../../../../core/judge/award/money.ts';
import { overlapNote, sharedNotes } from '../../../../core/judge/award/overlaps.ts';
import { reachesShare } from '../../../../core/judge/award/reaches-share.ts';
import { roundsOf } from '../../../../core/judge/award/rounds.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { unit } from '../score/sets.ts';
import { linesOf, nominated, type Scored } from './award-input.ts';

describe('Tân Quang', () => {
  const units: Scored[] = [
    { name: 'A', total: 9200 },
    { name: 'B', total: 9000 },
    { name: 'C', total: 8999 },
    { name: 'D', total: 9900 },
    { name: 'E', total: 9900 },
  ];
  const register = [
    ...['A', 'B', 'C'].map((name) => unit(name, { audience: 'agency', received: '2025-10-01' })),
    unit('D', { audience: 'agency', registered: false }),
    unit('E', { audience: 'agency', facts: ['lo-bi-mat'] }),
  ];
  const own = linesOf('tan-quang-2023-2025', '2025', units, { register }).filter(
    ({ subject, form }) => subject === 'collective' && form.startsWith('Giấy khen của Chủ tịch UBND xã'),
  );
  const candidateOf = (name: string) => own.find((candidate) => candidate.unit === name)!;

  it('finds 92 % and 90 % eligible above our class bands; the plan states no number, so the council names them', () => {
    expect(candidateOf('A')).toMatchObject({
      state: 'council',
      form: 'Giấy khen của Chủ tịch UBND xã',
      round: 'final',
    });
    expect(candidateOf('A').reason).toBe(
      'Đủ tiêu chuẩn, xếp thứ 3, 92 % số điểm; kế hoạch (mục III.3) không ấn định số lượng: Hội đồng nêu tên.',
    );
    expect(candidateOf('B').state).toBe('council');
  });

  it('refuses 89,99 % by the plan’s figure, and who did not register by its section', () => {
    expect(candidateOf('C')).toMatchObject({
      state: 'refused',
      reason: 'Đạt 89,99 % số điểm, tiêu chuẩn của kế hoạch từ 90 % (mục III.1.a).',
    });
    expect(candidateOf('D')).toMatchObject({ state: 'refused', reason: 'Chưa đăng ký thi đua (mục III.1).' });
  });

  it('leaves a breach of our own set, and discipline, to the council, whatever the figure', () => {
    expect(candidateOf('E')).toMatchObject({ state: 'council', onBallot: true });
    expect(candidateOf('E').reason).toContain('Để lộ bí mật nhà nước');
    expect(candidateOf('E').reason).toContain('bộ tiêu chí đề xuất, không phải kế hoạch');
    const warned = [unit('A', { audience: 'agency', facts: ['canh-cao'] })];
    const [line] = linesOf('tan-quang-2023-2025', '2025', [{ name: 'A', total: 9200 }], { register: warned });
    expect(line).toMatchObject({ state: 'council', reason: expect.stringContaining('kỷ luật') });
  });
});

describe('Ta Ma', () => {
  const villages = Array.from(
    { length: 8 },
    (_, at): Scored => ({ name: `Bản ${at + 1}`, total: 9900 - at * 10, audience: 'village' }),
  );
  const people = Array.from(
    { length: 7 },
    (_, at): Scored => ({ name: `Ông ${at + 1}`, total: 9895 - at * 10, audience: 'individual' }),
  );

  it('says at the cut which place open matters can still take or give, and of no other', () => {
    const open = villages.map((village, at) => {
      if (at === 4) return { ...village, low: 9840 };
      return at === 5 ? { ...village, high: 9865 } : village;
    });
    const lines = linesOf('ta-ma-2023-2030', '2025', open).filter(({ quota }) => quota === 'TM-Q03a');
    expect(lines.slice(0, 8).map(({ state }) => state)).toEqual([
      ...Array(5).fill('proposed'),
      ...Array(3).fill('refused'),
    ]);
    const reasons = lines.map(({ unit: name, reason }) => [
      name,
      /còn nội dung chưa chốt, có thể (\S+) chỗ này/.exec(reason)?.[1],
    ]);
    expect(reasons.filter(([, word]) => word !== undefined)).toEqual([
      ['Bản 5', 'mất'],
      ['Bản 6', 'được'],
    ]);
  });

  it('2025: five together for the year, five and five at the review, with a note where a name is in both', () => {
    const lines = linesOf('ta-ma-2023-2030', '2025', [...villages, ...people]);
    const proposed = (quota: string) => lines.filter((line) => line.quota === quota && line.state === 'proposed');
    expect(proposed('TM-Q01').map((candidate) => candidate.unit)).toEqual([
      'Bản 1',
      'Ông 1',
      'Bản 2',
      'Ông 2',
      'Bản 3',
    ]);
    expect(proposed('TM-Q03a').map((candidate) => candidate.unit)).toEqual([
      'Bản 1',
      'Bản 2',
      'Bản 3',
      'Bản 4',
      'Bản 5',
    ]);
    expect(proposed('TM-Q03b')).toHaveLength(5);
    const notes = proposed('TM-Q03a').map(overlapNote);
    expect(notes[0]).toContain('Cũng trong danh sách đợt hằng năm: một thành tích không khen hai lần');
    expect(notes[4]).toBe('');
    // Lists say the note once, so no line repeats it.
    expect(lines.filter(({ reason }) => /Cũng trong danh sách|cùng đợt/.test(reason))).toEqual([]);
    const { notes: shared, markOf } = sharedNotes(lines);
    expect(new Set(shared).size).toBe(shared.length);
    for (const line of lines) {
      const mark = markOf(line).trim();
      expect(shared.find((note) => note.startsWith(`${mark} `)) ?? '').toBe(
        line.overlap === null ? '' : `${mark} ${overlapNote(line)}`,
      );
    }
    expect(lines.find((line) => line.quota === 'TM-Q03a' && line.unit === 'Bản 6')).toMatchObject({
      state: 'refused',
      reason: 'Đủ tiêu chuẩn, xếp thứ 6, 98,5 % số điểm, nhưng sau chỉ tiêu 5 (mục IV.3.2).',
    });
  });

  it('names who sent nothing, and proposes nothing that each body gives by itself', () => {
    const register = [...villages.map(({ name }) => unit(name, { received: '2025-10-01' })), unit('Bản 9')];
    const lines = linesOf('ta-ma-2023-2030', '2025', villages, { register });
    expect(lines.find((line) => line.quota === 'TM-Q01' && line.unit === 'Bản 9')).toMatchObject({
      state: 'refused',
      reason: 'Chưa có báo cáo được chấm điểm (mục IV.2.a: chế độ báo cáo).',
    });
    expect(lines.some((line) => line.quota === 'TM-Q07a' || line.quota === 'TM-Q08')).toBe(false);
  });

  it('a phase of several years is the review, not a year', () => {
    const movement = findMovement('ta-ma-2023-2030')!;
    expect(roundsOf(movement, parsePeriod('2023-01-01..2025-12-31')!)).toEqual(['interim']);
    const tanQuang = findMovement('tan-quang-2023-2025')!;
    expect(roundsOf(tanQuang, parsePeriod('2023-01-01..2025-12-31')!)).toEqual(['final']);
  });

  it('2030: nobody for the state’s awards unless the council names them', () => {
    const lines = linesOf('ta-ma-2023-2030', '2030', [...villages, ...people]);
    const state = lines.filter(({ level }) => level === 'state');
    expect(new Set(state.map(({ form }) => form))).toEqual(
      new Set(['Huân chương Lao động hạng Ba', 'Bằng khen của Thủ tướng Chính phủ']),
    );
    expect(state.filter(({ state: own }) => own === 'proposed')).toEqual([]);
    expect(state[0]?.reason).toContain('sau khi thống nhất với Ban Thi đua - Khen thưởng xã');
  });

  it('leaves out outsiders commended in any year of the phase (TM-Q04), and keeps the others beside the cap', () => {
    const nominations = [
      nominated('Công ty Sao Mai', 'outside-collective'),
      nominated('Bà Hòa', 'outside-individual'),
      nominated('Ông Sáu', 'outside-individual'),
    ];
    const ledger: Ledger = [
      { unit: 'Công ty Sao Mai', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025 },
      { unit: 'Bà Hoà', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2024 },
      { unit: 'Ông Sáu', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2022 },
    ];
    const lines = linesOf('ta-ma-2023-2030', '2025', villages, { nominations, ledger });
    const outside = lines.filter((line) => line.quota === 'TM-Q04' && line.outsider);
    expect(outside.map(({ unit: name, state }) => [name, state])).toEqual([
      ['Công ty Sao Mai', 'refused'],
      ['Bà Hòa', 'refused'],
      ['Ông Sáu', 'council'],
    ]);
    expect(outside[0]?.reason).toBe(
      'Đã được khen: Bằng khen của Chủ tịch UBND tỉnh năm 2025 (mục IV.3.2: “chưa được khen năm”).',
    );
    expect(lines.filter((line) => line.quota === 'TM-Q03a' && line.state === 'proposed')).toHaveLength(5);
  });

  it('lays who is below our own top class before the council, proposed to nobody', () => {
    const low: Scored[] = [60, 55, 40].map((percent) => ({
      name: `Bản ${percent}`,
      total: percent * 100,
      audience: 'village',
    }));
    const lines = linesOf('ta-ma-2023-2030', '2025', low);
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map(({ state, onBallot }) => `${state} ${onBallot}`))).toEqual(new Set(['council true']));
    expect(lines[0]?.reason).toContain('mức đề xuất để xét khen là “Xuất sắc”, kế hoạch không đặt mức');
  });
});

describe('ties at the cut', () => {
  it('go by the tie-breaks of their own ranking, with a note', () => {
    const tie = 'Bằng điểm; xếp trước vì tỷ lệ hộ dùng cáp quang cao hơn';
    const units: Scored[] = [1, 2, 3, 4].map((at) => ({
      name: `Bản ${at}`,
      total: 9900,
      audience: 'village',
      rank: at,
    }));
    const tied: Scored[] = [5, 6].map((at) => ({ name: `Bản ${at}`, total: 9800, audience: 'village', rank: at, tie }));
    const lines = linesOf('ta-ma-2023-2030', '2025', [...units, ...tied]).filter((line) => line.quota === 'TM-Q03a');
    const five = lines.find((line) => line.unit === 'Bản 5')!;
    expect(five.state).toBe('proposed');
    expect(five.reason).toContain(tie);
    expect(lines.find((line) => line.unit === 'Bản 6')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining(tie),
    });
  });

  it('across rankings by the law’s preference, then by the council', () => {
    const first: Scored[] = [1, 2, 3, 4].map((at) => ({
      name: `Bản ${at}`,
      total: 9900,
      audience: 'village',
      rank: at,
    }));
    const equals: Scored[] = [
      { name: 'Hội Phụ nữ', total: 9800, audience: 'association' },
      { name: 'Trường', total: 9800, audience: 'school' },
    ];
    const known = (women: number | null) => [
      ...first.map(({ name }) => unit(name, { received: '2025-10-01' })),
      unit('Hội Phụ nữ', { audience: 'association', received: '2025-10-01', women }),
      unit('Trường', { audience: 'school', received: '2025-10-01' }),
    ];
    const at = (women: number | null) =>
      linesOf('ta-ma-2023-2030', '2025', [...first, ...equals], { register: known(women) }).filter(
        (line) => line.quota === 'TM-Q01' && !line.unit.startsWith('Bản'),
      );
    expect(at(100).map(({ unit: name, state }) => [name, state])).toEqual([
      ['Hội Phụ nữ', 'proposed'],
      ['Trường', 'refused'],
    ]);
    expect(at(100).every(({ reason }) => reason.includes('70 % nữ'))).toBe(true);
    expect(at(69).map(({ state }) => state)).toEqual(['council', 'council']);
    expect(at(null)[0]?.reason).toBe('Bằng tỷ lệ điểm: 2 ứng viên cho 1 chỉ tiêu còn lại; Hội đồng quyết định.');
  });
});

describe('properties', () => {
  const rows = fc.array(
    fc.record({
      name: fc.constantFrom('Bà Ba', 'BÀ BA', 'Ông Tư'),
      audience: fc.constantFrom('individual', 'household'),
      by: fc.constantFrom('', 'Xóm 3', 'Xóm 7'),
      achievement: fc.constantFrom('', 'dùng VNeID', 'Dùng VNeID', 'bán hàng trên mạng'),
      outOfTurn: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  it('every nominee has a line with everything written about them, and no two lines share a vote', () => {
    fc.assert(
      fc.property(rows, (nominations) => {
        const lines = linesOf('tan-linh-2025', '2025', [], { nominations });
        const occasion = { movement: 'tan-linh-2025', period: parsePeriod('2025')! };
        expect(new Set(lines.map((line) => candidateCode(occasion, line))).size).toBe(lines.length);
        expect(
          new Set(lines.map((line) => JSON.stringify([line.round, line.unit, line.audience, line.reason]))).size,
        ).toBe(lines.length);
        for (const { name, audience, by, achievement, outOfTurn } of nominations) {
          const own = lines.filter(
            (line) =>
              squashKey(line.unit) === squashKey(name) &&
              line.audience === audience &&
              (line.round === 'out-of-turn') === outOfTurn &&
              squashKey(line.achievement).includes(squashKey(achievement)) &&
              (by === '' || line.nominatedBy.includes(by)),
          );
          expect(own.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  const totals = fc.array(fc.integer({ min: 9400, max: 10_000 }), { minLength: 1, maxLength: 14 });
  const named = (list: readonly number[]) =>
    list.map(
      (total, at): Scored => ({ name: `Đơn vị ${at}`, total, audience: at % 3 === 0 ? 'individual' : 'village' }),
    );
  const states = (units: readonly Scored[]) =>
    new Map(linesOf('ta-ma-2023-2030', '2025', units).map((line) => [`${line.quota} ${line.unit}`, line.state]));
  const MAX: Readonly<Record<string, number>> = { 'TM-Q01': 5, 'TM-Q03a': 5, 'TM-Q03b': 5 };

  it('quotas are never exceeded, and every candidate has one line with a reason for each quota', () => {
    fc.assert(
      fc.property(totals, (list) => {
        const lines = linesOf('ta-ma-2023-2030', '2025', named(list));
        for (const [quota, max] of Object.entries(MAX)) {
          const own = lines.filter((line) => line.quota === quota);
          expect(own.filter(({ state }) => state === 'proposed').length).toBeLessThanOrEqual(max);
          expect(new Set(own.map((candidate) => candidate.unit)).size).toBe(own.length);
        }
        expect(lines.filter((line) => line.quota === 'TM-Q01')).toHaveLength(list.length);
        expect(lines.every(({ reason }) => reason.endsWith('.') && reason.length > 5)).toBe(true);
      }),
    );
  });

  it('the order in which units come in does not matter', () => {
    fc.assert(
      fc.property(totals, (list) => {
        const units = named(list);
        expect(states([...units].reverse())).toEqual(states(units));
      }),
    );
  });

  it('raising a score never takes a proposal away', () => {
    fc.assert(
      fc.property(totals, fc.nat(13), fc.integer({ min: 1, max: 300 }), (list, pick, more) => {
        const at = pick % list.length;
        const raised = list.map((total, index) => (index === at ? Math.min(10_000, total + more) : total));
        const [before, after] = [states(named(list)), states(named(raised))];
        for (const [key, state] of before) {
          if (key.endsWith(` Đơn vị ${at}`) && state === 'proposed') expect(after.get(key)).not.toBe('refused');
        }
      }),
    );
  });
});

describe('money and authority', () => {
  const certificate = { name: 'Giấy khen của Chủ tịch UBND xã', level: 'commune' as const };
  it('rounds up to ten thousand, and guesses neither base pay nor factor', () => {
    const pay = { basePay: 2_340_000, personFactor: null };
    expect(awardMoney(certificate, 'collective', pay)).toBe(1_410_000);
    const merit = { name: 'Bằng khen của Chủ tịch UBND tỉnh', level: 'province' as const };
    expect(awardMoney(merit, 'collective', pay)).toBe(7_020_000);
    expect(awardMoney({ name: 'Huân chương Lao động hạng Ba', level: 'state' }, 'collective', pay)).toBe(21_060_000);
    expect(awardMoney(certificate, 'collective', { ...pay, basePay: null })).toBeNull();
    expect(awardMoney(certificate, 'individual', pay)).toBeNull();
    expect(awardMoney({ ...merit, name: 'Bằng khen của Ủy ban MTTQ Việt Nam tỉnh' }, 'collective', pay)).toBeNull();
  });

  it('gives a person what the settings take from the decree, a household half as much again', () => {
    const pay = { basePay: 2_340_000, personFactor: 30 };
    expect(awardMoney(certificate, 'individual', pay)).toBe(710_000);
    expect(awardMoney(certificate, 'household', pay)).toBe(1_060_000);
    expect(awardMoney(certificate, 'collective', pay)).toBe(1_410_000);
    const merit = { name: 'Bằng khen của Chủ tịch UBND tỉnh', level: 'province' as const };
    expect(awardMoney(merit, 'individual', pay)).toBeNull();
  });
});

it('among equals of several rankings nobody is preferred over those before them in the same ranking', () => {
  const before = [9900, 9890, 9880, 9870].map(
    (total, at): Scored => ({ name: `Bản ${at}`, total, audience: 'village' }),
  );
  const equals: Scored[] = [
    { name: 'A', total: 9500, audience: 'village', rank: 5 },
    { name: 'B', total: 9500, audience: 'village', rank: 6 },
    { name: 'C', total: 9500, audience: 'agency' },
  ];
  const statesWith = (women: string) => {
    const all = [...before, ...equals];
    const register = all.map(({ name, audience = '' }) => unit(name, { audience, women: name === women ? 80 : 0 }));
    const lines = linesOf('ta-ma-2023-2030', '2025', all, { register }).filter((line) => line.quota === 'TM-Q01');
    return Object.fromEntries(lines.map((line) => [line.unit, line.state]));
  };
  expect(statesWith('B')).toMatchObject({ A: 'council', B: 'council', C: 'council' });
  expect(statesWith('C')).toMatchObject({ A: 'refused', B: 'refused', C: 'proposed' });
  expect(statesWith('A')).toMatchObject({ A: 'proposed', B: 'refused', C: 'refused' });
});

it('a share is reached exactly: 12,88 of 20 points are 64,4 %, and 69 of 75 are 92 %', () => {
  expect([reachesShare(1288, 2000, 64.4), reachesShare(1287, 2000, 64.4)]).toEqual([true, false]);
  expect([reachesShare(6900, 7500, 92), reachesShare(6899, 7500, 92)]).toEqual([true, false]);
});
