/** What a plan asks in words is never denied: the line points at its section, and leaves it to the council. */
import { describe, expect, it } from 'vitest';
import { awardCandidates } from '../../../../core/judge/award/candidates.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import { unit } from '../score/sets.ts';
import { awardInput } from './award-input.ts';

const BARE = awardInput('luc-ba-2024', '2024', [{ name: 'Xóm Một', total: 8_800, audience: 'village' }], {
  register: [
    unit('Xóm Một', { audience: 'village', received: '2024-11-01' }),
    unit('Xóm Hai', { audience: 'village', registered: false }),
  ],
});

function reasons(standards: Movement['standards'], quotaText?: string): readonly string[] {
  const quotas: Movement['quotas'] =
    quotaText === undefined
      ? []
      : [
          {
            ...{ code: 'Q', text: quotaText, max: 2, percent: null, base: null, kind: 'collective', phase: null },
            ...{ award: BARE.movement.awards[0]!.code, round: 'yearly', condition: null, source: { section: 'IV.1' } },
          },
        ];
  return awardCandidates({ ...BARE, movement: { ...BARE.movement, standards, quotas } }).map(({ reason }) => reason);
}

const inWords = (text: string): Movement['standards'] => [
  {
    code: 'S',
    text,
    audiences: ['village'],
    proposedFor: [],
    kind: 'qualitative',
    value: null,
    source: { section: 'IV.2' },
  },
];

describe('a condition of the plan in words', () => {
  it('is denied only where the plan has none', () => {
    const lines = reasons([]);
    expect(lines.some((line) => line.includes('kế hoạch không đặt mức'))).toBe(true);
    expect(lines.some((line) => line.includes('kế hoạch không loại vì lý do này'))).toBe(true);
  });

  it('on points or a class is pointed at', () => {
    for (const text of ['Tập thể đạt từ 90 điểm trở lên', 'Tập thể được xếp loại “Tốt” trở lên'])
      expect(reasons(inWords(text))[0]).toContain('mức của kế hoạch xem mục IV.2: Hội đồng xét.');
    expect(reasons([], 'Tặng Giấy khen cho 02 thôn đạt loại Xuất sắc')[0]).toContain('mức của kế hoạch xem mục IV.1');
    expect(reasons([], 'Tặng Giấy khen cho 02 thôn')[0]).toContain('kế hoạch không đặt mức');
  });

  it('on reports and registration is pointed at', () => {
    const lines = reasons(inWords('Không xét khen đơn vị không đăng ký hoặc không gửi báo cáo'));
    expect(lines).toContain('Chưa có báo cáo được chấm điểm: Hội đồng xét theo điều kiện kế hoạch nêu (mục IV.2).');
    const unregistered = awardCandidates({
      ...BARE,
      register: [unit('Xóm Một', { audience: 'village', registered: false, received: '2024-11-01' })],
      movement: { ...BARE.movement, standards: inWords('Không xét khen đơn vị không đăng ký') },
    });
    expect(unregistered.map(({ reason }) => reason)).toContain(
      'Không đăng ký thi đua: Hội đồng xét theo điều kiện kế hoạch nêu (mục IV.2).',
    );
  });
});
