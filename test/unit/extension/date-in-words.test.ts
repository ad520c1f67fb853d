/** A date typed into a field that also occurs in the page's own words: only that fact is stored. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { periodKey } from '../../../core/base/period/period.ts';
import { readCaptured } from '../../../core/portal/capture/registry.ts';
import { dateInWords } from '../../../extension/capture/date-in-words.ts';

it('is found as the day, or the first or last of a month, quarter or year in the words', () => {
  const september = ['BÁO CÁO THÁNG 9 NĂM 2025'];
  expect(dateInWords('01/09/2025', september)).toBe('month:first');
  expect(dateInWords('2025-09-30', september)).toBe('month:last');
  expect(dateInWords('09/2025', september)).toBe('month:whole');
  expect(dateInWords('2025-09', september)).toBe('month:whole');
  expect(dateInWords('15/09/2025', september)).toBeNull();
  expect(dateInWords('01/01/2025', september)).toBeNull();
  expect(dateInWords('31/12/2025', september)).toBeNull();
  expect(dateInWords('01/08/2025', september)).toBeNull();
  const quarter = ['Quý III năm 2025'];
  expect([
    dateInWords('1/7/2025', quarter),
    dateInWords('30/9/2025', quarter),
    dateInWords('31/7/2025', quarter),
  ]).toEqual(['quarter:first', 'quarter:last', null]);
  expect(dateInWords('01/01/2025', ['Năm 2025'])).toBe('year:first');
  expect(dateInWords('15/08/2025', ['Từ ngày 15/8/2025', 'đến 20.08.2025'])).toBe('day');
  expect(dateInWords('Nguyễn Văn A', september)).toBeNull();
});

it('leaves the period to the words of the page, and asks where it proves nothing', () => {
  const { url, request, at, page } = JSON.parse(
    readFileSync('core/portal/capture/readers/form-06a/cases/fields-ok.case.json', 'utf8'),
  );
  const body = readFileSync(`core/portal/capture/readers/form-06a/cases/${page}`, 'utf8');
  const read = (...texts: readonly (string | null)[]) => {
    const fields = texts.map(
      (text, index) =>
        `<label>${index === 0 ? 'Từ ngày' : 'Đến ngày'}</label><input type="date" data-filled=""${text === null ? '' : ` data-said="${text}"`}>`,
    );
    const { outcome } = readCaptured({ url, request, at, body: body.replace('<body>', `<body>${fields.join('')}`) });
    if (outcome.kind === 'not-found') throw new Error(outcome.reason);
    return outcome.readings.map(({ period }) => period && periodKey(period))[0];
  };
  expect(read('quarter:first', 'quarter:last')).toBe('2025-Q3');
  expect(read('day', 'day')).toBe('2025-Q3');
  expect(read(null, null)).toBeNull();
  expect(read('quarter:first', null)).toBeNull();
  expect(read('quarter:first')).toBeNull();
  expect(read('year:first', 'quarter:last')).toBeNull();
});
