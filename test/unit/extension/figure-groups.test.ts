import { expect, it } from 'vitest';
import { periodKey } from '../../../core/base/period/period.ts';
import type { CapturedFigure } from '../../../extension/messages/contract.ts';
import { figureGroups } from '../../../extension/panel/figure-groups.ts';
import { recentPeriods } from '../../../extension/panel/recent-periods.ts';

function figure(indicator: string, part: Partial<CapturedFigure> = {}): CapturedFigure {
  return {
    ...{
      indicator,
      name: indicator,
      value: 5,
      max: null,
      numerator: null,
      denominator: null,
      last: null,
      target: null,
    },
    ...part,
  };
}
const shape = (figures: readonly CapturedFigure[]) =>
  figureGroups(figures).map(({ head, parts, hasNews }) => [
    head.indicator,
    parts.map(({ indicator }) => indicator),
    hasNews,
  ]);

it('puts each part under the group before it, places beside the groups, and opens what has changed', () => {
  const same = { value: 5, delta: 0 };
  expect(
    shape([
      figure('TONG'),
      figure('hang-xa-TONG', { last: { value: 3, delta: 2 } }),
      figure('CKMB', { last: { value: 4, delta: 1 } }),
      figure('PUBLISH_ON_TIME', { last: same }),
      figure('TDGQ', { last: same }),
      figure('dung-han', { last: { value: 4, delta: 1 } }),
      figure('MDSH'),
      figure('ORIGINAL_RESULT_AVAILABLE', { last: { value: null, delta: null } }),
      figure('TTTT'),
      figure('thanh-toan-truc-tuyen', { target: { source: 'mục 1', state: 'behind', sentence: '' } }),
    ]),
  ).toEqual([
    ['TONG', [], false],
    ['hang-xa-TONG', [], false],
    ['CKMB', ['PUBLISH_ON_TIME'], false],
    ['TDGQ', ['dung-han'], true],
    ['MDSH', ['ORIGINAL_RESULT_AVAILABLE'], true],
    ['TTTT', ['thanh-toan-truc-tuyen'], true],
  ]);
});

it('puts figures requested about the commune itself under their group, wherever they were read', () => {
  expect(
    shape(
      [
        ...['TONG', 'hang-xa-TONG', 'binh-quan-xa-TONG', 'TDGQ', 'dung-han', 'CLGQ', 'MDSH', 'REUSED_DIGITIZED_DATA'],
        ...['qua-han', 'ho-so-truc-tuyen', 'da-giai-quyet'],
      ].map((code) => figure(code)),
    ),
  ).toEqual([
    ['TONG', [], false],
    ['hang-xa-TONG', [], false],
    ['binh-quan-xa-TONG', [], false],
    ['TDGQ', ['dung-han', 'qua-han', 'da-giai-quyet'], false],
    ['CLGQ', ['ho-so-truc-tuyen'], false],
    ['MDSH', ['REUSED_DIGITIZED_DATA'], false],
  ]);
});

it('leaves figures alone where there is no group before them', () => {
  expect(shape([figure('tiep-nhan'), figure('dung-han')])).toEqual([
    ['tiep-nhan', [], false],
    ['dung-han', [], false],
  ]);
});

it('offers periods around the day, none of before the portal had answers', () => {
  expect(recentPeriods('2026-11-23').map(periodKey)).toEqual(['2026-11', '2026-10', '2026-Q4', '2026']);
  expect(recentPeriods('2026-01-02').map(periodKey)).toEqual(['2026-01', '2026-Q1', '2026']);
  expect(recentPeriods('2027-01-02').map(periodKey)).toEqual(['2027-01', '2026-12', '2027-Q1', '2027']);
});
