/** Reports without a header of columns: criteria are named and figures stand beside them. Nothing is guessed. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { findMovement } from '../../../core/movements/find-movement.ts';
import { unheadedTable } from '../../../core/report/read/unheaded-table.ts';
import { readReports } from '../../../core/report/read.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const movement = findMovement('ta-ma-2023-2030');
if (!movement) throw new Error('no movement');
const PERIOD = { kind: 'year', year: 2025 } as const;
const VILLAGE = movement.criteriaSets.find(({ audience }) => audience === 'village');
const RATIOS = (VILLAGE?.criteria ?? []).filter(({ measure }) => measure === 'percentage');
const HEAD: readonly (readonly Plain[])[] = [['Đơn vị: Bản Nà Đắng'], ['Năm 2025']];

function run(rows: readonly (readonly Plain[])[]) {
  const context = { movement, period: PERIOD, asOf: null, register: null, previous: null, observations: null };
  const file = readReports(bookOf([sheetOf([...HEAD, ...rows])]), {
    file: 'f.xlsx',
    movement: context.movement as never,
    period: PERIOD,
    unheaded: unheadedTable,
  });
  const flags = checkFiles([file], context as never).flags.map(({ code, criterion }) =>
    `${code} ${criterion ?? ''}`.trim(),
  );
  return { reports: file.reports, flags };
}

/** The reading of each criterion: `57/87`, `65.5`, `text`. */
function figures(rows: readonly (readonly Plain[])[]): readonly string[] {
  const [report] = run(rows).reports;
  return (report?.entries ?? []).map(({ numerator, denominator, value }) => {
    const [a, b, own] = [numerator, denominator, value].map((read) => read?.reading);
    if (own?.kind === 'fraction') return `${own.a}/${own.b}`;
    const pair = a?.kind === 'number' && b?.kind === 'number' ? `${a.value}/${b.value}` : '';
    return own?.kind === 'number' ? `${pair}${pair === '' ? '' : ' '}${own.value}` : (own?.kind ?? pair);
  });
}

const each = (row: (title: string, at: number) => readonly (readonly Plain[])[]) =>
  RATIOS.flatMap(({ title }, at) => row(title, at));
const wanted = (figure: (at: number) => string): readonly string[] => RATIOS.map((_, at) => figure(at));

describe('figures beside the names of criteria', () => {
  it.each([
    ['a sentence', (title: string, at: number) => [[`${title} đạt ${50 + at}/100 hộ`]]],
    ['a line below the name', (title: string, at: number) => [[title], [`Đạt ${50 + at}/100 hộ`]]],
    [
      'a row under no headings',
      (title: string, at: number) => [[at + 1, title, `${50 + at}/100`, 'Báo cáo số 5/BC-CĐS']],
    ],
    ['a column of other numbers beside it', (title: string, at: number) => [[title, `${50 + at}/100`, 1234 + at]]],
    ['parts of a line', (title: string, at: number) => [[`${at + 1}; ${title}; ${50 + at}/100; Báo cáo số 5/BC-CĐS`]]],
  ])('%s', (_, row) => {
    expect(figures(each(row))).toEqual(wanted((at) => `${50 + at}/100`));
  });

  it('a label for each figure', () => {
    const rows = each((title, at) => [
      [`Nội dung: ${title}`],
      [`Tử số: ${50 + at}`],
      ['Mẫu số: 100'],
      [`Tỷ lệ: ${50 + at}%`],
    ]);
    expect(figures(rows)).toEqual(wanted((at) => `${50 + at}/100 ${50 + at}`));
  });

  it('of two years that of the period', () => {
    const rows = each((title, at) => [
      [`Nội dung: ${title}`],
      [`Kết quả năm 2024: ${40 + at}%`],
      [`Kết quả năm 2025: ${50 + at}%`],
    ]);
    expect(figures(rows)).toEqual(wanted((at) => `${50 + at}`));
  });

  it('what a target or a comparison says is no result', () => {
    expect(figures(each((title, at) => [[`${title}: chỉ tiêu 40%, thực hiện ${50 + at}%`]]))).toEqual(
      wanted((at) => `${50 + at}`),
    );
    expect(figures(each((title, at) => [[`${title} đạt ${50 + at}%, tăng 5% so với năm 2024`]]))).toEqual(
      wanted((at) => `${50 + at}`),
    );
  });

  it('points and their total', () => {
    const [report] = run([...each((title) => [[`${title}: 90%; tự chấm 5 điểm`]]), ['Tổng điểm tự chấm: 35']]).reports;
    expect(report?.entries.map(({ self }) => self?.reading)).toEqual(
      RATIOS.map(() => expect.objectContaining({ value: 5 })),
    );
    expect(report?.total?.reading).toMatchObject({ kind: 'number', value: 35 });
  });

  it('stand in the cells they were written in', () => {
    const [report] = run(each((title, at) => [[null, title, `${50 + at}/100`]])).reports;
    expect(report?.entries.map(({ value }) => value?.cell.address)).toEqual(RATIOS.map((_, at) => `C${at + 3}`));
  });
});

describe('never silently wrong', () => {
  const [first] = RATIOS;
  const sentences = (text: string) => [
    ...each((title, at) => (at === 0 ? [[`${title} ${text}`]] : [[`${title} đạt 80%`]])),
  ];

  it.each(['đạt 57/87 hộ (66 hộ)', 'đạt 57/87, trong đó 66 hộ nghèo', 'đạt 57% hoặc 60%'])('%s is a flag', (text) => {
    expect(run(sentences(text)).flags).toContain(`not-a-number ${first?.code}`);
  });

  it('a ratio that is none of its figures is a flag', () => {
    expect(run(sentences('đạt 57/87 (70,5%)')).flags).toContain(`ratio-mismatch ${first?.code}`);
  });

  it('a criterion named twice is a flag', () => {
    expect(run([...sentences('đạt 80%'), [`${first?.title}: 77%`]]).flags).toContain(
      `duplicate-criterion ${first?.code}`,
    );
  });

  it.each([
    ['two columns that could both be the result', each((title, at) => [[title, 40 + 3 * at, 45 + 2 * at]])],
    ['the targets of a plan', RATIOS.map(({ title, target }) => [title, target?.value ?? 50])],
    ['prose that only speaks of criteria', each((title) => [[`${title} còn thấp, đề nghị xã hỗ trợ.`]])],
  ])('%s: no report, and the sheet is named', (_, rows) => {
    const { reports, flags } = run(rows);
    expect(reports).toEqual([]);
    expect(flags).toContain('no-report-found');
  });
});
