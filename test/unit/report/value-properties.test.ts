/** The value grammar by property: what is printed comes back, and nothing takes long. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { readValue } from '../../../core/report/read/value.ts';
import { processorTime } from '../processor-time.ts';
import { MEASURES, reading } from './cell-readings.ts';

const number = (value: number) => ({ kind: 'number', value });

describe('properties', () => {
  const decimals = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((hundredths) => hundredths / 100);

  test('a number printed the Vietnamese way comes back, in any column that can hold it', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom('', '%', ' %', ' điểm'), (value, unit) => {
        const text = formatNumber(value) + unit;
        const got = reading(text, 'amount');
        if (/^-?\d{1,3}\.\d{3}(?!\.)[^,]*$/.test(text) && !/\d\.\d{3}\./.test(text)) {
          expect(got).toMatchObject({ kind: 'ambiguous', candidates: [value / 1000, value] });
        } else {
          expect(got).toMatchObject({ kind: 'number', value });
        }
      }),
    );
  });
  test('days of delay come back from words, and only where days of delay are counted', () => {
    const deeds = fc.constantFrom('', 'Nộp ', 'gửi báo cáo ', 'Báo cáo ', 'Đã nộp ');
    const units = fc.constantFrom('ngày chậm', 'ngày nộp muộn', 'ngày Trễ hạn', 'Quá hạn mỗi ngày');
    const inTime = fc.constantFrom('đúng hạn', 'trước hạn', 'đúng thời hạn', 'kịp thời', 'không chậm', 'không muộn');
    const late = fc.constantFrom('chậm', 'muộn', 'trễ', 'quá hạn', 'trễ hạn');
    fc.assert(
      fc.property(deeds, units, inTime, (deed, unit, words) => {
        expect(reading(deed + words, 'count', { unit })).toEqual(number(0));
        expect(reading(deed + words, 'count', { unit: 'buổi' })).toMatchObject({ kind: 'text' });
      }),
    );
    fc.assert(
      fc.property(deeds, units, late, fc.integer({ min: 1, max: 99 }), (deed, unit, words, days) => {
        expect(reading(`${deed}${words} ${days} ngày`, 'count', { unit })).toEqual(number(days));
        expect(reading(`${deed}${words} khoảng ${days} ngày`, 'count', { unit })).toMatchObject({ kind: 'text' });
      }),
    );
  });
  test('a whole number comes back from a count column with dots, spaces or nothing between thousands', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999_999), fc.constantFrom('.', ' ', '\u00a0', ''), (value, mark) => {
        expect(reading(formatNumber(value).replaceAll('.', mark), 'count')).toEqual(number(value));
      }),
    );
  });
  test('any fraction comes back', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(99_999), (a, b) => {
        expect(reading(`${formatNumber(a)}/${formatNumber(b)}`, 'percentage')).toEqual({ kind: 'fraction', a, b });
      }),
    );
  });
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,/-% xv≥đ\u00a0\u00adKPS') }),
    fc.constantFrom('__proto__', 'constructor', 'toString', '\ud800'),
  );
  test('nothing throws, and what reads as a number holds its digits and no foreign words', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(...MEASURES),
        fc.constantFrom('', '.VnTime', 'VNI-Times'),
        (text, measure, font) => {
          const got = readValue(
            text,
            { font, numberFormat: text },
            { measure, unit: text, levels: [{ code: 'a', label: text }] },
          );
          if (got.reading.kind === 'number') expect(text.normalize('NFKC')).toMatch(/\d/);
        },
      ),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double(), fc.string(), fc.constantFrom(...MEASURES), (value, numberFormat, measure) => {
        expect(readValue(value, { font: '', numberFormat }, { measure }).reading.kind).toBeTypeOf('string');
      }),
    );
  });
  test('a cell of 100 kB is read at once', () => {
    const parts = [
      ' ',
      '.',
      '1',
      '-',
      '1.',
      '1 ',
      ' - ',
      'x',
      '®',
      'aù',
      '\u0301',
      '…',
      '%',
      '1/',
      '_',
      '"',
      '[',
      'đạt ',
    ];
    const work = processorTime(() => {
      for (const part of parts) {
        const text = part.repeat(Math.ceil(100_000 / part.length));
        for (const measure of MEASURES) {
          for (const tail of ['', '!'])
            readValue(text + tail, { font: '.VnTime', numberFormat: text }, { measure, unit: text });
        }
      }
    });
    expect(work / (parts.length * MEASURES.length * 2)).toBeLessThan(25);
  });
});
