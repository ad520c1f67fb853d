/**
 * Which figure counts, what is not applicable, what is open: SR-22 … SR-26, SR-29, SR-30 and the defects seen in other
 * tools.
 */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../core/judge/flag/decision.ts';
import type { Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Entry } from '../../../../core/report/report.ts';
import {
  criterion,
  entry,
  flag,
  movement,
  no,
  none,
  number,
  read,
  report,
  run,
  score,
  set,
  unit,
  yes,
} from './sets.ts';

const half = criterion('1', 1000, { kind: 'proportional', full: 100 });
const ratio = (a: number, b: number) => ({ numerator: number(a), denominator: number(b) });

function judged(criterion: Criterion, found: Partial<Entry> | null, more: Parameters<typeof run>[2] = {}) {
  const entries = found ? [entry(criterion.code, found)] : [];
  const line = run(movement([set([criterion])]), [report('Bản A', entries)], more).sheets[0]?.points[0];
  if (!line) throw new Error('no line');
  return line;
}

function decision(kind: Decision['kind'], more: Partial<Decision> = {}): Decision {
  return {
    id: 'd1',
    flag: null,
    unit: 'Bản A',
    criterion: '1',
    kind,
    points: null,
    reason: '',
    who: 'Hội đồng',
    at: '2025-12-01T08:00:00+07:00',
    ...more,
  };
}

describe('the figure that counts', () => {
  it('is a/b, whatever ratio was typed', () => {
    expect(score(half, { ...ratio(45, 90), value: number(95) }).computed).toBe(500);
  });
  it('is the typed ratio only without a and b', () => {
    expect(score(half, { value: number(95.5) }).computed).toBe(955);
    expect(
      score(half, { numerator: read({ kind: 'text', text: 'nhiều' }), denominator: number(9), value: number(95) })
        .computed,
    ).toBeNull();
  });
  it('is not 100 % where 0/0 was written (CR-09)', () => {
    expect(score(half, { ...ratio(0, 0), value: number(100) })).toMatchObject({ computed: null, low: 0, high: 1000 });
  });
  it('is nothing where a formula failed, a date was no date, a target was copied', () => {
    for (const reading of [
      { kind: 'error', text: '#N/A' },
      { kind: 'bad-date', text: '31/02/2025' },
      { kind: 'bound', comparator: 'gte', value: 90, text: '≥90' },
      { kind: 'ambiguous', text: '1.234', candidates: [1.234, 1234] },
    ] as const) {
      expect(score(half, { value: read(reading) }).computed).toBeNull();
    }
  });
  it('is missing, not zero, in an empty cell', () => {
    const open = judged(half, { value: read({ kind: 'missing' }) });
    expect(open).toMatchObject({ computed: null, points: 0, low: 0, high: 1000, status: 'in-doubt' });
    expect(open.reason).toBe(
      'Chưa có số liệu → chưa tính được điểm (Tân Quang II.4.a; cách chấm đề xuất); chưa đủ số liệu: tạm tính 0, có thể từ 0 đến 10 điểm',
    );
    expect(judged(half, { value: number(0) })).toMatchObject({ computed: 0, status: 'settled', high: 0 });
  });
});

describe('not applicable', () => {
  it.each([
    ['drop', 0, 0, 'Không phát sinh → không tính vào điểm tối đa (Tân Quang II.4.a; cách chấm đề xuất)'],
    ['full', 1000, 1000, 'Không phát sinh → đủ 10/10 (Tân Quang II.4.a; cách chấm đề xuất)'],
    ['zero', 0, 1000, 'Không phát sinh → 0/10 (Tân Quang II.4.a; cách chấm đề xuất)'],
  ] as const)('%s (SR-22, SR-23)', (notApplicable, points, max, reason) => {
    const line = judged({ ...half, notApplicable }, { value: none });
    expect(line).toMatchObject({ points, max, low: points, high: points, status: 'not-applicable', reason });
  });
  it('rescales by leaving the denominator (SR-22)', () => {
    const plan = movement([set([half, criterion('2', 3000, { kind: 'yes-no' })])]);
    const [sheet] = run(plan, [report('Bản A', [entry('1', { value: none }), entry('2', { value: yes })])]).sheets;
    expect(sheet).toMatchObject({ total: 3000, max: 3000, share: 10_000 });
  });
});

describe('exempted items (SR-24)', () => {
  const found = { ...ratio(72, 90), exempted: number(10) };
  it('stay in the denominator until the appraiser agrees', () => {
    const line = judged(half, found);
    expect(line.computed).toBe(800);
    expect(line.reason).toContain('xin trừ 10 vì lý do khách quan: chưa có ý kiến thẩm định, chưa trừ');
  });
  it('leave it by consent', () => {
    const line = judged(half, found, { decisions: [decision('accept')] });
    expect(line.computed).toBe(900);
    expect(line.reason).toBe('72/(90 − 10) = 90 % × 10 → 9/10 (Tân Quang II.4.a; cách chấm đề xuất)');
  });
});

describe('portal (SR-25)', () => {
  const portal = criterion('1', 1000, { kind: 'proportional', full: 100 }, { filledBy: 'portal', indicator: 'TDGQ' });
  const observation = (value: number | null, capturedAt: string, name = 'bản A') => ({
    indicator: 'tdgq',
    unit: { name },
    period: '2025',
    value,
    provenance: { url: 'https://cong', capturedAt, reader: { id: 'r', version: '1' }, contentHash: 'h' },
  });
  it('counts the latest observed value, not the unit’s own', () => {
    const observations = [
      observation(70, '2025-11-01T08:00:00+07:00'),
      observation(80, '2025-11-30T08:00:00+07:00'),
      observation(99, '2025-12-01T08:00:00+07:00', 'Bản B'),
    ];
    const line = judged(portal, { value: number(100) }, { observations });
    expect(line).toMatchObject({ computed: 800, status: 'settled' });
    expect(line.reason).toBe('số trên Cổng ngày 30/11/2025: 80 % × 10 → 8/10 (Tân Quang II.4.a; cách chấm đề xuất)');
  });
  it('waits while nothing is published', () => {
    const line = judged(
      portal,
      { value: number(100) },
      { observations: [observation(null, '2025-11-01T08:00:00+07:00')] },
    );
    expect(line).toMatchObject({ computed: null, points: 0, low: 0, high: 1000, status: 'to-grade' });
  });
});

describe('appraised points (SR-29)', () => {
  it('count criterion by criterion, and an appraised 0 is a score (PC-1)', () => {
    const plan = movement([set([half, criterion('2', 1000, { kind: 'yes-no' })])]);
    const entries = [entry('1', { value: number(90), appraised: number(0) }), entry('2', { value: yes })];
    const [sheet] = run(plan, [report('Bản A', entries)]).sheets;
    expect(sheet?.total).toBe(1000);
    expect(sheet?.points[0]).toMatchObject({ computed: 900, appraised: 0, points: 0, status: 'settled' });
    expect(sheet?.points[0]?.reason).toContain('điểm thẩm định trong biểu: 0');
  });
  it('count for what only people grade', () => {
    const graded = criterion('1', 1000, { kind: 'council-graded', by: 'council' });
    expect(judged(graded, { appraised: number(7.5) })).toMatchObject({
      points: 750,
      low: 750,
      high: 750,
      status: 'settled',
    });
    expect(judged(graded, null)).toMatchObject({ points: 0, low: 0, high: 1000, status: 'to-grade' });
    expect(judged({ ...half, filledBy: 'appraiser' }, { value: number(90) })).toMatchObject({
      status: 'to-grade',
      points: 0,
    });
  });
  it('outside the criterion’s points do not count (PC-4)', () => {
    const line = judged(half, { value: number(90), appraised: number(11) });
    expect(line).toMatchObject({ points: 900, appraised: null });
    expect(line.reason).toContain('điểm thẩm định 11 trong biểu nằm ngoài 0 đến 10 nên không tính');
  });
  it('typed by the unit itself do not lift an open doubt', () => {
    const line = judged(
      half,
      { value: number(90), appraised: number(10) },
      { flags: [flag('Bản A', '1', { code: 'ambiguous-number', candidates: [9, 90], isOneOf: true })] },
    );
    expect(line).toMatchObject({ points: 90, low: 90, high: 1000, status: 'in-doubt' });
  });
});

describe('open flags', () => {
  const value = { value: number(90) };
  it('make the criterion count its least', () => {
    expect(judged(half, value, { flags: [flag('Bản A', '1')] })).toMatchObject({
      computed: 900,
      points: 0,
      low: 0,
      high: 1000,
      status: 'in-doubt',
      flags: ['Bản A:1'],
    });
  });
  it('earn nothing for an impossible figure, whatever it may have been meant to be', () => {
    for (const code of ['numerator-exceeds-denominator', 'ratio-mismatch', 'out-of-range', 'missing-value'] as const) {
      const flags = [flag('Bản A', '1', { code, candidates: [90, 100] })];
      expect(judged(half, value, { flags }), code).toMatchObject({ points: 0, low: 0, high: 1000 });
    }
  });
  it('range over the whole when one reading of the cell cannot be', () => {
    const flags = [flag('Bản A', '1', { code: 'ambiguous-number', candidates: [90, 900], isOneOf: true })];
    expect(judged(half, value, { flags })).toMatchObject({ points: 0, high: 1000 });
  });
  it('range over the readings of an ambiguous cell', () => {
    const flags = [flag('Bản A', '1', { code: 'ambiguous-number', candidates: [72, 85], isOneOf: true })];
    const line = judged(half, value, { flags });
    expect(line).toMatchObject({ points: 720, low: 720, high: 900 });
    expect(line.reason).toBe(
      '90 % × 10 → 9/10 (Tân Quang II.4.a; cách chấm đề xuất); cảnh báo “Số chưa rõ” chưa xử lý: tạm tính 7,2, có thể từ 7,2 đến 9 điểm',
    );
  });
  it('of missing evidence leave the computed points to see (SR-30)', () => {
    const line = judged(half, value, { flags: [flag('Bản A', '1', { code: 'missing-evidence' })] });
    expect(line).toMatchObject({ computed: 900, points: 0, high: 1000 });
  });
  it('on the report put every criterion in doubt', () => {
    expect(judged(half, value, { flags: [flag('Bản A', null)] })).toMatchObject({ points: 0, low: 0, high: 900 });
  });
  it('that doubt nothing, or only warn, touch nothing', () => {
    const flags = [
      flag('Bản A', '1', { code: 'self-score-mismatch', severity: 'warning' }),
      flag('Bản A', '1', { code: 'self-score-exceeds-max' }),
      flag('Bản A', '1', { doubt: 'nothing' }),
      flag('Bản B', '1'),
    ];
    expect(judged(half, value, { flags })).toMatchObject({ points: 900, status: 'settled', flags: [] });
  });
  it('hold a deduction at its full cap', () => {
    const late = criterion('1', 0, { kind: 'deduction', points: 50, cap: 300 });
    expect(judged(late, { value: number(1) }, { flags: [flag('Bản A', '1')] })).toMatchObject({
      points: -300,
      low: -300,
      high: 0,
    });
  });
  it('on a part touch that part alone', () => {
    const parts = ['a', 'b'].map((code) => ({
      code,
      title: '',
      measure: 'yes-no' as const,
      maxPoints: 500,
      rule: { kind: 'yes-no' as const },
    }));
    const both = criterion('1', 1000, { kind: 'sum', parts });
    const found = { parts: [entry('1.a', { value: yes }), entry('1.b', { value: yes })] };
    expect(judged(both, found, { flags: [flag('Bản A', '1.b')] })).toMatchObject({
      computed: 1000,
      points: 500,
      low: 500,
      high: 1000,
    });
  });
});

describe('decisions', () => {
  const value = { value: number(90) };
  const flags = [flag('Bản A', '1')];
  const on = (kind: Decision['kind'], more: Partial<Decision> = {}) => [decision(kind, { flag: 'Bản A:1', ...more })];
  it('accept lets the figure stand', () => {
    expect(judged(half, value, { flags, decisions: on('accept') })).toMatchObject({
      points: 900,
      status: 'settled',
      flags: [],
    });
    expect(judged(half, {}, { flags, decisions: on('accept') })).toMatchObject({
      points: 0,
      high: 0,
      status: 'settled',
    });
  });
  it('accept of an empty part leaves the other parts what they earned', () => {
    const part = (code: string) => ({ code, title: '', measure: 'yes-no' as const, maxPoints: 500 });
    const parts = ['a', 'b'].map((code) => ({ ...part(code), rule: { kind: 'yes-no' as const } }));
    const both = criterion('1', 1000, { kind: 'sum', parts });
    const open = [flag('Bản A', '1.b')];
    const accepted = [decision('accept', { flag: 'Bản A:1.b', criterion: '1.b' })];
    expect(judged(both, { parts: [entry('1.a', { value: yes })] }, { flags: open, decisions: accepted })).toMatchObject(
      {
        points: 500,
        status: 'settled',
      },
    );
  });
  it('adjust sets the points, 0 too', () => {
    expect(judged(half, value, { flags, decisions: on('adjust', { points: 0 }) })).toMatchObject({
      points: 0,
      appraised: 0,
      high: 0,
    });
    const line = judged(half, value, { flags, decisions: on('adjust', { points: 650, reason: 'trừ hồ sơ trùng' }) });
    expect(line).toMatchObject({ points: 650, status: 'settled' });
    expect(line.reason).toContain('Hội đồng quyết định 6,5 điểm (trừ hồ sơ trùng)');
  });
  it('adjust beyond the maximum decides nothing and says so', () => {
    const line = judged(half, value, { flags, decisions: on('adjust', { points: 1001 }) });
    expect(line).toMatchObject({ points: 0, high: 1000, status: 'in-doubt' });
    expect(line.reason).toContain('quyết định 10,01 điểm nằm ngoài 0 đến 10 nên không tính');
  });
  it('return leaves it open, and the last word counts', () => {
    expect(judged(half, value, { flags, decisions: on('return') })).toMatchObject({ status: 'in-doubt', points: 0 });
    expect(judged(half, value, { flags, decisions: [...on('adjust', { points: 5 }), ...on('accept')] })).toMatchObject({
      points: 900,
    });
    expect(judged(half, value, { flags, decisions: [...on('accept'), ...on('return')] })).toMatchObject({
      status: 'in-doubt',
    });
  });
});

describe('the unit’s own points', () => {
  it('are only compared with', () => {
    expect(judged(half, { value: no, self: number(10) })).toMatchObject({ self: 1000, computed: null, points: 0 });
  });
});

describe('a plain copy', () => {
  it('holds the reason and survives JSON', () => {
    const line = judged(half, { value: number(90) }, { register: [unit('Bản A')] });
    expect(JSON.parse(JSON.stringify(line))).toEqual({
      criterion: '1',
      title: 'Tiêu chí 1',
      self: null,
      computed: 900,
      appraised: null,
      proposal: null,
      points: 900,
      low: 900,
      high: 900,
      max: 1000,
      bonus: false,
      status: 'settled',
      reason: '90 % × 10 → 9/10 (Tân Quang II.4.a; cách chấm đề xuất)',
      flags: [],
    });
  });
});
