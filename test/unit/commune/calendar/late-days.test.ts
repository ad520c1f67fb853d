/** A unit's plan and registration against the last day the plan sets. */
import { describe, expect, it } from 'vitest';
import { lateDays } from '../../../../core/commune/calendar/late-days.ts';
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
});
