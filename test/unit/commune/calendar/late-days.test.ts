/** A unit's plan and registration against the last day the plan sets. */
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../../../core/commune/calendar/journal.ts';
import { lateDays, lateWords, owedDays } from '../../../../core/commune/calendar/late-days.ts';
import { owedMessages } from '../../../../core/commune/calendar/messages.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { unit } from '../../judge/score/sets.ts';

describe('a unit’s plan', () => {
  it('of Ta Ma is late after the third quarter of 2023, and not on its last day', () => {
    const movement = findMovement('ta-ma-2023-2030')!;
    const register = [
      unit('Bản Nà Đắng', { planReceived: '2023-10-10' }),
      unit('Bản Kề Cải', { planReceived: '2023-09-30' }),
      unit('Bản Hua Sát', {}),
    ];
    expect(lateDays(movement, register)).toEqual([
      {
        ...{ unit: 'Bản Nà Đắng', audience: 'village', what: 'unit-plan' },
        ...{ day: '2023-10-10', last: '2023-09-30', section: 'V.2' },
      },
    ]);
  });

  it('that arrives a year after its day belongs to a later year, and is not late', () => {
    const movement = findMovement('ta-ma-2023-2030')!;
    expect(lateDays(movement, [unit('Bản Nà Đắng', { planReceived: '2025-02-14' })])).toEqual([]);
    expect(
      owedDays(
        movement,
        [unit('Bản A', { planReceived: '2025-02-14' }), unit('Bản B', {})],
        { visits: [] },
        '2025-03-01',
      ),
    ).toEqual([]);
  });

  it('that arrived late is described only for its own unit', () => {
    const movement = findMovement('ta-ma-2023-2030')!;
    const days = lateDays(movement, [unit('Bản Nà Đắng', { planReceived: '2023-10-10' }), unit('Bản Kề Cải', {})]);
    expect(lateWords(days, 'Bản Nà Đắng')).toEqual(['kế hoạch nhận ngày 10/10/2023, muộn 10 ngày']);
    expect(lateWords(days, 'Bản Kề Cải')).toEqual([]);
  });
});

describe('what is awaited beside the report', () => {
  const movement = findMovement('tan-quang-2023-2025')!;
  const register = [
    unit('Trường Mầm non', { registeredOn: '2023-05-04', planReceived: '2023-06-01' }),
    unit('Hội Nông dân', { registered: true }),
    unit('Công ty A', { registered: false }),
  ];
  const request: Visit = {
    ...{ day: '2024-05-02', kind: 'request', unit: 'Hội Nông dân', who: 'Vì Thị Hoa' },
    ...{ what: 'Số liệu tài khoản thanh toán', until: '2024-05-10', outcome: '' },
  };
  const owed = (visits: readonly Visit[], asOf = '2024-05-08') => owedDays(movement, register, { visits }, asOf);

  it('are registrations, plans of participating units, and requested reports that did not arrive', () => {
    expect(owed([request]).map(({ what, unit: name, last }) => [what, name, last])).toEqual([
      ['registration', 'Hội Nông dân', '2023-12-31'],
      ['registration', 'Công ty A', '2023-12-31'],
      ['unit-plan', 'Hội Nông dân', '2023-12-31'],
      ['request', 'Hội Nông dân', '2024-05-10'],
    ]);
    expect(owed([{ ...request, outcome: 'nhận ngày 09/05/2024' }]).some(({ what }) => what === 'request')).toBe(false);
  });

  it('is nothing where its day is over and nobody notes what comes', () => {
    const silent = [unit('Hội Nông dân', {}), unit('Trường Mầm non', {})];
    expect(owedDays(movement, silent, { visits: [] }, '2024-05-08')).toEqual([]);
    expect(owedDays(movement, silent, { visits: [] }, '2023-05-08')).toHaveLength(4);
  });

  it('is reminded of, a message for each kind and day', () => {
    const texts = owedMessages(owed([request]), { movement }, '2024-05-08');
    expect(texts.map(({ group }) => group)).toEqual(['Đăng ký thi đua', 'Kế hoạch của đơn vị', 'Báo cáo theo yêu cầu']);
    expect(texts[0]!.text).toContain(
      '(hạn hết ngày 31/12/2023). Đến ngày 08/05/2024: 2 đơn vị chưa đăng ký: Hội Nông dân; Công ty A.',
    );
    expect(texts[2]!.text).toContain('báo cáo theo yêu cầu: Số liệu tài khoản thanh toán (hạn hết ngày 10/05/2024)');
  });
});
