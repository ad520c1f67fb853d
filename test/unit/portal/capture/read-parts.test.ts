/** Everything captured by a single press, read together: several answers, some requested twice. */
import { describe, expect, it } from 'vitest';
import { readParts } from '../../../../core/portal/capture/read-parts.ts';
import type { Captured } from '../../../../core/portal/capture/reader.ts';
import { savedCases } from '../../../fixtures/mutator/mutate.ts';

const PROVINCE = '019d2be3-6a84-779d-b3e7-e214bdb86482';

function answer(call: string, data: object, year = 2026): Captured {
  return {
    url: `https://dichvucong.gov.vn/api/v1/reporting/evaluation/${call}`,
    request: JSON.stringify({ rootDepartmentId: PROVINCE, timeType: 'year', year }),
    at: '2026-10-01T08:00:00+07:00',
    body: JSON.stringify({ code: 'OK', data }),
  };
}

const ofCommune = (totalScore: number | null, totalMaxScore = 18) => ({
  evaluation: [{ departmentId: 'xa', departmentName: 'UBND xã Ta Ma', totalScore, totalMaxScore }],
});

function figures(...parts: readonly Captured[]) {
  const read = readParts(parts);
  if (read.kind === 'not-found') throw new Error(read.reason);
  return read.readings.map(({ indicator, value, part }) => [indicator, value, part]);
}

describe('readParts', () => {
  it('takes the later of two answers to the same question: the page was loaded anew', () => {
    const [early, late] = [answer('transparency', ofCommune(8)), answer('transparency', ofCommune(9))];
    expect(figures(early, answer('service-results', ofCommune(60, 100)), late)).toEqual([
      ['CKMB', 9, 2],
      ['TONG', 60, 1],
    ]);
  });

  it('keeps the earlier answer when the later answer is an error', () => {
    const failed = { ...answer('transparency', {}), body: '{"code":"ERROR","data":null}' };
    expect(figures(answer('transparency', ofCommune(8)), failed)).toEqual([['CKMB', 8, 0]]);
  });

  it('says so when two tables give one figure differently, and knows the province in both by its id', () => {
    const overview = { departmentName: 'UBND tỉnh An Giang', departmentCode: 'H01', totalScore: 60.56, ratio: 60.56 };
    const radar = [{ code: 'CKMB', score: 8, maxScore: 18 }];
    const read = readParts([
      answer('service-results', { overview, radar, evaluation: [] }),
      answer('transparency', {
        overview: { ...overview, departmentId: PROVINCE, totalScore: 7.96, ratio: null, totalMaxScore: 18 },
        evaluation: [],
      }),
    ]);
    if (read.kind === 'not-found') throw new Error(read.reason);
    expect(read.readings.map(({ indicator, value, unit }) => [indicator, value, unit.id])).toEqual([
      ['TONG', 60.56, PROVINCE],
      ['CKMB', 8, PROVINCE],
    ]);
    expect(read.warnings).toEqual([
      'Câu trả lời của Cổng thiếu các phần của “Công khai, minh bạch” của UBND tỉnh An Giang.',
      'Hai bảng của trang cho hai số khác nhau về “Công khai, minh bạch” của UBND tỉnh An Giang: lấy số của bảng đọc trước.',
    ]);
  });
});

describe('a page and its frames', () => {
  const FORM = savedCases().find(({ name }) => name === 'form-06a/fields-ok.case.json')?.captured as Captured;
  const around = (content: string): Captured => ({
    ...FORM,
    url: 'https://motcua.tama.gov.vn/khung',
    body: `<!doctype html><html><head></head><body>${content}</body></html>`,
  });
  const FILTER =
    '<label for="l">Lĩnh vực</label><select id="l"><option>Tất cả</option><option selected>Hộ tịch</option></select>';

  it('belong together: a filter on one of them is asked about with the figures on another, once', () => {
    for (const parts of [
      [around(FILTER), FORM],
      [FORM, around(FILTER)],
    ]) {
      expect(readParts(parts)).toMatchObject({ kind: 'found', questions: [{ shown: 'Lĩnh vực: Hộ tịch' }] });
    }
  });

  it('of two periods leave the period to the officer', () => {
    const read = readParts([around('<h1>QUÝ II/2024</h1>'), FORM]);
    if (read.kind === 'not-found') throw new Error(read.reason);
    expect(read.readings.every(({ period }) => period === null)).toBe(true);
    expect(read.candidates).toHaveLength(2);
    const ofYear = readParts([around('<h1>NĂM 2025</h1>'), FORM]);
    expect(ofYear.kind === 'found' && ofYear.readings.every(({ period }) => period?.kind === 'quarter')).toBe(true);
  });
});
