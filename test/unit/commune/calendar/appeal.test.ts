/** What units say of their points: which answer is to which word, and the points before and now. */
import { describe, expect, it } from 'vitest';
import { type Appeal, appealStates, appealWords, pointsWords } from '../../../../core/commune/calendar/appeal.ts';
import { untiedAppeals } from '../../../../core/commune/calendar/untied-appeals.ts';

const appeal = (kind: Appeal['kind'], day: string, more: Partial<Appeal> = {}): Appeal => ({
  ...{ kind, day, unit: 'Bản A', criterion: '1.1', text: 'Có biên bản', points: 200, who: 'Lò Văn A' },
  ...more,
});
const SCORED = [
  { unit: 'Bản B', score: null },
  { unit: 'bản a', score: { total: 4500, points: [{ criterion: '1.1', points: 300 }] as never } },
];

describe('appealStates', () => {
  it('takes an answer for all that the unit said of the criterion before it, and for nothing after it or beside it', () => {
    const rows = [
      appeal('explanation', '2025-11-20'),
      appeal('explanation', '2025-11-20', { unit: 'Bản B' }),
      appeal('petition', '2025-11-21'),
      appeal('petition', '2025-11-21', { criterion: '' }),
      appeal('answer', '2025-11-22', { text: 'Đã xét lại' }),
      appeal('petition', '2025-11-23'),
    ];
    expect(appealStates(rows, SCORED).map(({ answer, now }) => [answer?.day ?? null, now])).toEqual([
      ['2025-11-22', 300],
      [null, null],
      ['2025-11-22', 300],
      [null, 4500],
      [null, 300],
    ]);
  });

  it('tells what was said, and the points before and now; none is not nought', () => {
    const [state] = appealStates([appeal('explanation', '2025-11-20')], SCORED);
    expect(appealWords(state!.appeal)).toBe('Giải trình ngày 20/11/2025: Có biên bản.');
    expect(pointsWords(state!)).toBe('Điểm lúc ghi: 2; hiện nay: 3.');
    expect(pointsWords({ ...state!, now: null })).toBe('Điểm lúc ghi: 2; hiện nay: chưa có.');
    expect(pointsWords({ ...state!, now: null, appeal: { ...state!.appeal, points: null } })).toBe('');
  });
});

it('names whoever has no report, and a criterion by which the unit is not scored', () => {
  const rows = [
    appeal('petition', '2025-11-20'),
    appeal('petition', '2025-11-20', { criterion: '' }),
    appeal('petition', '2025-11-20', { unit: 'Bản B', criterion: '9.9' }),
    appeal('petition', '2025-11-21', { unit: 'Bản C' }),
    appeal('petition', '2025-11-21', { criterion: '9.9' }),
  ];
  const reported = [
    { unit: 'Bản B', criteria: null },
    { unit: 'bản a', criteria: ['1.1'] },
  ];
  expect(untiedAppeals(rows, reported)).toEqual([
    'Kiến nghị ngày 21/11/2025 của “Bản C”: chưa có báo cáo của đơn vị này, hãy xem lại.',
    'Kiến nghị ngày 21/11/2025 của “Bản A”: đơn vị không có tiêu chí “9.9”, hãy xem lại.',
  ]);
});
