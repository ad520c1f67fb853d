/** Papers know the ledger of awards and the nominations as `score` does. */
import { expect, it } from 'vitest';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { paperLines } from '../../../core/paper/paper.ts';
import { demoRun } from '../../fixtures/demo/demo-run.ts';

it('who was given an award this year is not asked for again; who was put forward comes before the council', () => {
  const run = demoRun();
  const ledger = [{ unit: 'Bản Nà Đắng', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025 }];
  const nomination = { name: 'Công ty Sao Mai', audience: 'outside-collective', by: '', achievement: 'tặng máy tính' };
  const { candidates } = gatherFacts(run, { ledger, nominations: [{ ...nomination, outOfTurn: false }] });
  const lineOf = (unit: string) => candidates.find((one) => one.unit === unit);
  expect(gatherFacts(run).candidates.find(({ unit }) => unit === 'Bản Nà Đắng')?.state).toBe('proposed');
  expect(lineOf('Bản Nà Đắng')).toMatchObject({ state: 'refused', reason: expect.stringContaining('Đã được khen') });
  expect(lineOf('Công ty Sao Mai')).toMatchObject({ state: 'council', achievement: 'tặng máy tính', outsider: true });
});

it('an award that only the ledger knows stands in the unit’s report of achievements', () => {
  const run = demoRun();
  const ledger = [{ unit: 'BẢN NÀ ĐẮNG', form: 'Giấy khen của Chủ tịch UBND xã', year: 2021 }];
  const linesOf = (given: typeof ledger) => {
    const { papers } = makePapers(gatherFacts(run, { ledger: given }));
    return papers.filter(({ title }) => title === 'Báo cáo thành tích: Bản Nà Đắng').flatMap(paperLines);
  };
  expect(linesOf(ledger)).toContain('Giấy khen của Chủ tịch UBND xã, năm 2021.');
  expect(linesOf([])).not.toContain('Giấy khen của Chủ tịch UBND xã, năm 2021.');
});
