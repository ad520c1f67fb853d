/**
 * The dates of the bundled plans in words, who is late, what is written to them, and the .ics read back by a strict
 * reader of its own.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, yearFor } from '../../../../core/commune/calendar/calendar.ts';
import type { FollowUp } from '../../../../core/commune/calendar/calendar-day.ts';
import { followUp, followUpCounts } from '../../../../core/commune/calendar/follow-up.ts';
import { icsOf } from '../../../../core/commune/calendar/ics.ts';
import { groupMessages, unitMessage, ZALO_LENGTH } from '../../../../core/commune/calendar/messages.ts';
import { findMovement, MOVEMENTS } from '../../../../core/movements/index.ts';
import { unit } from '../../judge/score/sets.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const YEAR = { kind: 'year', year: 2025 } as const;
const days2025 = calendarOf(TA_MA, 2025, '2025-11-01');
const about = { movement: TA_MA, period: YEAR };

describe('the dates of a year', () => {
  it('end the day before "trước ngày", and count the days left', () => {
    const day = (code: string) => days2025.find((calendarDay) => calendarDay.code === code);
    expect(day('TM-D02')).toMatchObject({
      ...{ last: '2025-11-04', state: 'ahead', daysLeft: 3, name: 'Báo cáo của đơn vị' },
      words: 'chậm nhất hết ngày 04/11/2025 (kế hoạch ghi trước ngày 05/11)',
    });
    expect(day('TM-D03')).toMatchObject({
      last: '2025-11-26',
      words: 'chậm nhất hết ngày 26/11/2025 (kế hoạch ghi trước ngày 27/11)',
    });
    expect(day('TM-D04')).toMatchObject({
      last: '2025-12-31',
      words: 'trong quý IV năm 2025, chậm nhất hết ngày 31/12/2025',
    });
    expect(day('TM-D01')).toBeUndefined();
  });

  it('are asked for where the plan names none, never guessed', () => {
    const [report] = calendarOf(findMovement('luc-ba-2024')!, 2024, '2024-12-01').filter(
      ({ code }) => code === 'LB-D01',
    );
    expect(report).toMatchObject({
      ...{ last: null, state: 'asked', daysLeft: null, words: 'kế hoạch không ghi ngày: cần ấn định' },
    });
  });

  it('stand in order, the unknown last, for every bundled movement and year', () => {
    for (const movement of MOVEMENTS) {
      for (let year = 2022; year <= 2031; year++) {
        const known = calendarOf(movement, year, `${year}-06-01`).map(({ last }) => last ?? '9999');
        expect(known).toEqual([...known].sort());
        for (const last of known) if (last !== '9999') expect(last.slice(0, 4)).toBe(String(year));
      }
    }
    expect(calendarOf(TA_MA, 2031, '2031-01-01')).toEqual([]);
  });

  it('are of a year the movement has', () => {
    expect([yearFor(TA_MA, '2020-01-01'), yearFor(TA_MA, '2025-11-01'), yearFor(TA_MA, '2035-01-01')]).toEqual([
      ...[2023, 2025, 2030],
    ]);
  });
});

describe('who is late', () => {
  const register = [
    unit('A', { received: '2025-11-04' }),
    unit('B', { received: '2025-11-05' }),
    unit('C'),
    unit('D', { received: '2025-10-20' }),
    unit('E', { registered: false }),
    unit('G', { received: '2025-10-21' }),
    unit('H', { received: '2025-11-20' }),
  ];
  const on = (asOf: string) =>
    followUp({ ...about, register, asOf, returned: new Set(['D']), appraised: new Set(['G']) });

  it('has come where the report is at hand, though nobody noted the day', () => {
    const arrived = new Set(['C', 'E']);
    const followUps = followUp({ ...about, register, asOf: '2025-11-10', arrived });
    expect(followUps.filter(({ unit: name }) => arrived.has(name))).toMatchObject([
      { unit: 'C', state: 'received', daysLate: 0, line: 'chưa ghi ngày nhận' },
      { unit: 'E', state: 'received', daysLate: 0, line: 'chưa ghi ngày nhận' },
    ]);
  });

  it('follows from the last day, and from the day of the calculation', () => {
    expect(on('2025-11-10').map(({ unit: name, state, line }) => `${name} ${state}: ${line}`)).toEqual([
      'A received: nhận ngày 04/11/2025',
      'B late: nhận ngày 05/11/2025, muộn 1 ngày',
      'C missing: chưa nộp, quá hạn 6 ngày (hạn hết ngày 04/11/2025)',
      'D returned: đã trả lại để sửa, chưa nộp lại',
      'G appraised: đã thẩm định; nhận ngày 21/10/2025',
      'H missing: chưa nộp, quá hạn 6 ngày (hạn hết ngày 04/11/2025)',
    ]);
    expect(on('2025-11-01').find((followUp) => followUp.unit === 'C')?.line).toBe(
      'chưa nộp, còn 3 ngày (hạn hết ngày 04/11/2025)',
    );
    expect(on('2025-11-04').find((followUp) => followUp.unit === 'C')?.line).toBe('chưa nộp, hôm nay là ngày cuối');
    expect([...followUpCounts(on('2025-11-10'))]).toEqual([
      ...[
        ['received', 1],
        ['late', 1],
        ['missing', 2],
        ['returned', 1],
        ['appraised', 1],
      ],
    ]);
  });

  it('is unknown where the plan names no day', () => {
    const movement = findMovement('tan-linh-2025')!;
    const [only] = followUp({ movement, period: YEAR, register: [unit('C')], asOf: '2026-01-01' });
    expect(only).toMatchObject({ state: 'missing', daysLate: 0, line: expect.stringContaining('cần ấn định') });
  });

  it('has messages, for each unit and for all together', () => {
    const [, late, missing, returned] = on('2025-11-10');
    expect(unitMessage(late!, about)).toBeNull();
    expect(unitMessage(missing!, about)).toBe(
      'Kính gửi C: Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2030” trên địa bàn xã Ta Ma, báo cáo năm 2025: báo cáo chưa nộp, quá hạn 6 ngày (hạn hết ngày 04/11/2025). Đề nghị đơn vị gửi báo cáo đúng biểu mẫu, đúng hạn. Trân trọng.',
    );
    expect(unitMessage(returned!, about)).toContain('nộp lại báo cáo');
    const group = groupMessages(on('2025-11-10'), about, '2025-11-10');
    expect(group).toHaveLength(2);
    expect(group[0]).toContain('2 đơn vị chưa nộp báo cáo: C; H.');
    expect(groupMessages(on('2025-11-10').slice(0, 2), about, '2025-11-10')).toEqual([]);
  });

  it('fits one Zalo message each, and no name is lost', () => {
    const many = Array.from({ length: 120 }, (_, at): FollowUp => {
      const line = 'chưa nộp';
      return {
        unit: `Bản thử nghiệm số ${at} của xã`,
        audience: 'village',
        state: 'missing',
        received: null,
        daysLate: 0,
        line,
      };
    });
    const texts = groupMessages(many, about, '2025-11-10');
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((text) => text.length <= ZALO_LENGTH)).toBe(true);
    for (const { unit: name } of many)
      expect(texts.some((text) => text.includes(`${name};`) || text.includes(`${name}.`))).toBe(true);
  });
});

interface Component {
  readonly name: string;
  readonly properties: Map<string, string>;
  readonly children: Component[];
}

/** RFC 5545 read strictly: CRLF, 75 octets, unfolding, begin and end in pairs, name[;params]:value. */
function parseIcs(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Surrogate}/u);
  }
  const logical: string[] = [];
  for (const line of physical) {
    if (line.startsWith(' ')) logical[logical.length - 1] += line.slice(1);
    else logical.push(line);
  }
  const open: Component[] = [{ name: '', properties: new Map(), children: [] }];
  for (const line of logical) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[^:;,]+)*):(.*)$/u.exec(line) ?? expect.fail(line);
    if (name === 'BEGIN') open.push({ name: value, properties: new Map(), children: [] });
    else if (name === 'END') {
      const done = open.pop()!;
      expect(value).toBe(done.name);
      open.at(-1)!.children.push(done);
    } else {
      expect(open.at(-1)!.properties.has(name)).toBe(false);
      open.at(-1)!.properties.set(name, value);
    }
  }
  expect(open).toHaveLength(1);
  expect(open[0]!.children).toHaveLength(1);
  return open[0]!.children[0]!;
}

const unescaped = (text = '') =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('the .ics', () => {
  it('has an all-day event on each last day, with what is to be done', () => {
    const calendar = parseIcs(icsOf(TA_MA, days2025, '2025-11-01')!);
    expect(calendar.name).toBe('VCALENDAR');
    expect(calendar.properties.get('VERSION')).toBe('2.0');
    const starts = calendar.children.map(({ properties }) => properties.get('DTSTART;VALUE=DATE'));
    expect(starts).toEqual(['20251104', '20251126', '20251231']);
    const [first] = calendar.children;
    expect(first?.properties.get('DTEND;VALUE=DATE')).toBe('20251105');
    expect(first?.properties.get('DTSTAMP')).toBe('20251101T000000Z');
    expect(unescaped(first?.properties.get('DESCRIPTION'))).toContain(
      'đoàn thể xã; báo cáo tình hình tổ chức thực hiện',
    );
    const ids = calendar.children.map(({ properties }) => properties.get('UID'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is none when the plan names no day', () => {
    const lucBa = findMovement('luc-ba-2024')!;
    const unknown = calendarOf(lucBa, 2024, '2024-06-01').filter(({ last }) => last === null);
    expect(icsOf(lucBa, unknown, '2024-06-01')).toBeNull();
  });

  it('takes any text of a plan without breaking', () => {
    const [day] = days2025;
    const letters = fc.string({
      unit: fc.constantFrom('ộ', 'ữ', '𠮷', '😀', ';', ',', '\\', '\n', '\r', 'a', ' ', ':', '"', '\u0007'),
    });
    fc.assert(
      fc.property(letters, (text) => {
        const calendar = parseIcs(icsOf({ id: 'x', title: text }, [{ ...day!, text }], '2025-01-01')!);
        const summary = unescaped(calendar.children[0]!.properties.get('DESCRIPTION'));
        expect(summary).toContain(text.replace(/\r\n?/g, '\n').replaceAll('\u0007', ' '));
      }),
    );
  });
});
