import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../core/base/period/period.ts';
import { rhythmMessages, rhythmOf } from '../../../../core/commune/calendar/rhythm.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { registerUnitSchema } from '../../../../core/report/register.ts';

const unit = (name: string, registered = true) => registerUnitSchema.parse({ name, audience: 'village', registered });
const REGISTER = [unit('Bản A'), unit('Bản B'), unit('Bản C'), unit('Bản D', false), unit('Bản E', false)];
const week = (number: number, ...units: readonly string[]) => ({ period: parsePeriod(`2025-W${number}`)!, units });

describe('the rhythm of reports', () => {
  it('counts periods in a row, asks nothing of who does not take part, and knows a name by its letters alone', () => {
    const periods = [
      week(38, 'Bản A', 'Bản B'),
      week(39, 'Bản A'),
      week(40, 'BẢN A'.normalize('NFD'), 'Bản C', 'Bản E'),
    ];
    expect(rhythmOf(REGISTER, periods).map(({ unit, sent, missed, line }) => [unit, sent, missed, line])).toEqual([
      ['Bản A', true, 0, 'đã nộp'],
      ['Bản B', false, 2, 'chưa nộp 2 kỳ liền'],
      ['Bản C', true, 2, 'đã nộp, 2 kỳ trước chưa nộp'],
      ['Bản E', true, 2, 'đã nộp, 2 kỳ trước chưa nộp'],
    ]);
  });

  it('writes to those who did not report, and to nobody when all did', () => {
    const movement = findMovement('ta-ma-2023-2030')!;
    const period = parsePeriod('2025-W40')!;
    const messages = (...units: readonly string[]) =>
      rhythmMessages(rhythmOf(REGISTER, [week(39, 'Bản A', 'Bản B', 'Bản C'), week(40, ...units)]), {
        movement,
        period,
      });
    expect(messages('Bản A', 'Bản B', 'Bản C')).toEqual([]);
    const [text] = messages('Bản A');
    expect(text).toMatch(
      /báo cáo từ ngày 29\/09\/2025 đến ngày 05\/10\/2025: 2\/3 đơn vị chưa nộp: Bản B; Bản C\. Đề nghị/,
    );
  });
});
