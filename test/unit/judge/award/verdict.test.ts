/** Where a clause of the plan begins to refuse, and what waits for the council instead: each at its very edge. */
import { describe, expect, it } from 'vitest';
import { type VerdictSetting, verdictOn } from '../../../../core/judge/award/verdict.ts';
import type { RankedUnit, ScoreSheet } from '../../../../core/judge/score/score-sheet.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import { BANDS, movement, SOURCE, set, unit } from '../score/sets.ts';

type Standard = Movement['standards'][number];

const standard = (more: Partial<Standard>): Standard => ({
  ...{ code: 'S1', text: 'Tiêu chuẩn', audiences: ['village'], proposedFor: [], kind: 'qualitative', value: null },
  ...{ source: { section: 'IV.2' }, ...more },
});

const CALENDAR: Movement['calendar'] = [
  {
    ...{ code: 'D1', what: 'unit-report', text: 'báo cáo trước ngày 06/11', source: SOURCE },
    ...{ when: { kind: 'month-day', monthDay: '11-06', exclusive: true }, from: null, to: null },
  },
];

const sheet = (more: Partial<ScoreSheet> = {}): ScoreSheet => ({
  ...{ unit: 'Bản A', audience: 'village', file: 'a.xlsx', table: 'T', set: '1', version: '', points: [], self: null },
  ...{ total: 9600, low: 9600, high: 9600, max: 10_000, share: 9600 },
  ...{ classification: BANDS[0]!, classReasons: [], possibleClasses: [BANDS[0]!.name], ...more },
});

const ranked = (best: number, rank: number, worst: number): RankedUnit => ({
  ...{ unit: 'Bản A', audience: 'village', points: 9600, share: 9600, tie: null, best, rank, worst },
});

function verdict(
  standards: readonly Standard[],
  {
    entry = {},
    place = ranked(1, 1, 1),
    own = sheet(),
    more = {},
  }: {
    entry?: Parameters<typeof unit>[1] | null;
    place?: RankedUnit;
    own?: ScoreSheet;
    more?: Partial<VerdictSetting>;
  } = {},
) {
  const plan = movement([set([], { proposed: false })], { standards: [...standards], calendar: CALENDAR });
  return verdictOn(place, own, {
    ...{ movement: plan, period: { kind: 'year', year: 2025 }, alreadyAwarded: [] },
    register: entry === null ? [] : [unit('Bản A', entry)],
    ...more,
  });
}

describe('a place that the plan asks', () => {
  const top = [standard({ kind: 'rank', value: 3 })];

  it.each([
    [ranked(1, 2, 3), 'eligible'],
    [ranked(2, 3, 4), 'waiting'],
    [ranked(3, 4, 5), 'waiting'],
    [ranked(4, 4, 4), 'excluded'],
  ])('%o: %s', (place, kind) => {
    const found = verdict(top, { place });
    expect(found.kind).toBe(kind);
    if (found.kind !== 'eligible') expect(found.why).toContain('tốp 3 (mục IV.2)');
    if (found.kind === 'waiting') expect(found.on).toBe('points');
  });
});

describe('a share that the plan asks', () => {
  const share = [standard({ kind: 'score-share', value: 85 })];

  it.each([
    [8500, 8500, 'eligible'],
    [8499, 8500, 'waiting'],
    [8400, 8499, 'excluded'],
  ])('least %i, most %i: %s', (low, high, kind) => {
    expect(verdict(share, { own: sheet({ low, high, total: low, share: low }) }).kind).toBe(kind);
  });

  it('does not make up for a breach, and a breach is not made up for by points still open', () => {
    const open = sheet({ low: 8000, high: 9000 });
    const held = verdict(share, { own: open, entry: { facts: ['việc chưa rõ'] } });
    expect(held).toMatchObject({ kind: 'waiting', on: 'judgement' });
    expect(verdict(share, { own: open })).toMatchObject({ kind: 'waiting', on: 'points' });
  });
});

describe('the days of a late report', () => {
  const late = [standard({ kind: 'late-report', value: 2 })];

  it.each([
    ['2025-11-05', 'eligible'],
    ['2025-11-07', 'eligible'],
    ['2025-11-08', 'excluded'],
  ])('received %s, at most two days after 05/11: %s', (received, kind) => {
    expect(verdict(late, { entry: { received } }).kind).toBe(kind);
  });

  it.each([
    ['2025-11-05', 'eligible'],
    ['2025-11-06', 'waiting'],
  ])('received %s, where the plan asks good reporting in words: %s', (received, kind) => {
    const words = [standard({ kind: 'reporting', text: 'Thực hiện tốt chế độ báo cáo' })];
    expect(verdict(words, { entry: { received } }).kind).toBe(kind);
  });
});

describe('the register', () => {
  it('is asked before a unit that it does not know is proposed', () => {
    expect(verdict([], { entry: null })).toMatchObject({ kind: 'waiting', on: 'judgement' });
    expect(verdict([], { more: { register: null } }).kind).toBe('eligible');
  });

  it('bars by a fact of the plan, by its code or its words', () => {
    const bars = [standard({ kind: 'barred', code: 'S9', text: 'Có vi phạm pháp luật.' })];
    for (const fact of ['S9', 'có vi phạm pháp luật.'])
      expect(verdict(bars, { entry: { facts: [fact] } })).toEqual({
        kind: 'excluded',
        why: 'Có vi phạm pháp luật (mục IV.2).',
      });
  });

  it('refuses who did not register only where the plan asks it', () => {
    const standards = [standard({ kind: 'registration' })];
    expect(verdict(standards, { entry: { registered: false } }).kind).toBe('excluded');
    expect(verdict([], { entry: { registered: false } })).toMatchObject({ kind: 'waiting', on: 'judgement' });
  });
});

describe('an award of the same year', () => {
  const award = (round: string) => [{ unit: 'Bản A', form: 'Giấy khen', year: 2025, round }];

  it('refuses, and waits for the council where it was out of turn', () => {
    expect(verdict([], { more: { alreadyAwarded: award('Hằng năm') } }).kind).toBe('excluded');
    expect(verdict([], { more: { alreadyAwarded: award('Đột xuất') } })).toMatchObject({
      kind: 'waiting',
      why: expect.stringContaining('có phải cùng thành tích không'),
    });
    const [own] = award('Hằng năm');
    expect(verdict([], { more: { alreadyAwarded: [{ ...own!, year: 2024 }] } }).kind).toBe('eligible');
    expect(verdict([], { more: { alreadyAwarded: [{ ...own!, year: null }] } }).kind).toBe('excluded');
  });
});
