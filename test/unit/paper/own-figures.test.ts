/**
 * What the commune wrote in "Số liệu của xã" stands in the report with its evidence. Papers of a phase print the earlier
 * years beside the last year, each figure with its year.
 */
import { describe, expect, it } from 'vitest';
import type { CommuneFigure } from '../../../core/commune/calendar/journal.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, paperLines } from '../../../core/paper/paper.ts';
import { demoRun } from '../../fixtures/demo/demo-run.ts';

const run = demoRun();
const written = (more: Partial<CommuneFigure>): CommuneFigure => ({
  ...{ target: 'TM-G12', period: '2025', value: null, remark: '', who: 'Trần Thị B', day: '2025-12-05', evidence: '' },
  ...more,
});
const PHASE = {
  period: { kind: 'days', year: 2025, from: '2023-01-01', to: '2025-12-31' } as const,
  key: '2023-2025',
};
const before = [2023, 2024].map((year) => ({ ...run, period: { kind: 'year' as const, year } }));
const factsWith = (figures: readonly CommuneFigure[], ofPhase = false): PaperFacts =>
  gatherFacts(run, {
    journal: { visits: [], models: [], figures },
    ...(ofPhase ? { phase: PHASE, earlier: before } : {}),
  });
const report = (facts: PaperFacts): Paper => makePapers(facts).papers.find(({ kind }) => kind === 'bao-cao')!;
const tableOf = (paper: Paper, name: string) => {
  const found = paper.body.find((block) => block.kind === 'table' && block.name === name);
  if (found?.kind !== 'table') throw new Error(name);
  return found;
};

describe('a figure of the commune', () => {
  it('stands in the table of targets, with its evidence and who wrote it below', () => {
    const paper = report(factsWith([written({ value: 3, evidence: 'Quyết định số 7/QĐ-UBND' })]));
    expect(tableOf(paper, 'chi_tieu').rows[11]?.slice(-2)).toEqual(['3 người', 'Đạt']);
    expect(paperLines(paper).join('\n')).toMatch(
      /Chỉ tiêu 12 “.*”: theo Quyết định số 7\/QĐ-UBND, Trần Thị B, 05\/12\/2025\./u,
    );
  });

  it('is named to the officer where it has no evidence, or two rows of one target differ', () => {
    const warned = (...figures: readonly CommuneFigure[]) => makePapers(factsWith(figures)).warnings.join('\n');
    expect(warned(written({ value: 3 }))).toContain('TM-G12: chưa ghi minh chứng');
    const twice = warned(written({ value: 3, evidence: 'A' }), written({ value: 4, evidence: 'B' }));
    expect(twice).toContain('TM-G12: ghi nhiều lần (3; 4), dùng dòng cuối');
    expect(twice).not.toContain('chưa ghi minh chứng');
    expect(warned(written({ remark: 'Đã cử một người, còn một người' }))).toContain(
      'TM-G12: nhận xét chưa mở đầu bằng “Đạt”',
    );
    expect(warned(written({ remark: 'Chưa đạt: mới cử một người' }))).not.toContain('nhận xét chưa mở đầu');
    const sectors = [12, 11].map((value) =>
      written({ target: 'TM-G13', value, remark: `Ngành ${value}`, evidence: 'A' }),
    );
    expect(warned(...sectors)).not.toContain('nhiều lần');
  });

  it('on a content is lost in no paper of a phase, and says its year', () => {
    const own = ['2023', '2024', '2025', '2023-2025', ''].map((period) =>
      written({ target: 'TM-C02', period, remark: `Đã ban hành kế hoạch ${period || 'chung'}` }),
    );
    const text = paperLines(report(factsWith(own, true))).join('\n');
    for (const year of ['2023', '2024', '2025']) expect(text).toContain(`Năm ${year}: Đã ban hành kế hoạch ${year}.`);
    expect(text).toContain('Đã ban hành kế hoạch chung.');
    expect(text).toContain('Đã ban hành kế hoạch 2023-2025.');
    expect(paperLines(report(factsWith(own))).join('\n')).not.toContain('kế hoạch 2024');
  });
});

describe('papers of a phase', () => {
  const facts = factsWith(
    [2023, 2024, 2025].map((year) => written({ period: String(year), value: year - 2022, evidence: 'A' })),
    true,
  );

  it('show the years before beside the last, each column with its year', () => {
    const targets = tableOf(report(facts), 'chi_tieu');
    const titles = targets.columns.map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Kết quả'))).toEqual([
      'Kết quả 2023',
      'Kết quả 2024',
      'Kết quả 2025',
    ]);
    expect(targets.rows[11]?.slice(-4)).toEqual(['1 người', '2 người', '3 người', 'Đạt']);
    for (const row of targets.rows) expect(row).toHaveLength(titles.length);
    const places = tableOf(report(facts), 'xep_hang').columns.map(({ title }) => title);
    expect(places.slice(-4)).toEqual(['Tỷ lệ 2023', 'Tỷ lệ 2024', 'Điểm 2025', 'Tỷ lệ 2025']);
  });

  it('say of the points in every paper which year they are of', () => {
    for (const paper of makePapers(facts).papers) {
      const lines = paperLines(paper);
      if (!lines.some((line) => /\d điểm/u.test(line))) continue;
      if (paper.kind === 'thong-bao-tra') continue;
      expect(
        lines.some((line) => /năm 2025/iu.test(line)),
        paper.file,
      ).toBe(true);
    }
  });
});
