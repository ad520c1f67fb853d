/** Several reports of one period become one: their sums hold, or a sentence says which file is in the way. */
import { describe, expect, it } from 'vitest';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { reportMade } from '../../../../core/portal/capture/report-pages.ts';
import { csvBook } from '../../../../core/sheet/workbook/csv.ts';

const AT = '2025-10-16T08:00:00+07:00';
const LEAVES = [
  ...['Tiếp nhận', 'Tiếp nhận trực tuyến', 'Tiếp nhận trực tiếp', 'Tiếp nhận kỳ trước'],
  ...['Đã giải quyết', 'Đã giải quyết trước hạn', 'Đã giải quyết đúng hạn', 'Đã giải quyết quá hạn'],
  ...['Đang giải quyết', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn'],
];
const PROVINCE = [120, 100, 15, 5, 110, 80, 20, 10, 10, 8, 2];
const MINISTRY = [40, 30, 10, 0, 40, 30, 10, 0, 0, 0, 0];

type Line = readonly (string | number)[];

function file(
  name: string,
  lines: readonly Line[],
  { title = 'QUÝ III NĂM 2025', label = 'Lĩnh vực', leaves = LEAVES, unit = '' } = {},
) {
  const over: readonly Line[] = [[`BÁO CÁO ${title}`], ...(unit === '' ? [] : [[`Đơn vị: ${unit}`]])];
  const rows = [...over, ['STT', label, ...leaves], ...lines];
  return { name, book: csvBook(rows.map((row) => row.join(',')).join('\n')) };
}

function read(...files: readonly ReturnType<typeof file>[]) {
  const made = reportMade(files, AT);
  if (made.kind === 'refused') return made.reason;
  const seen = observe({ url: 'file:///gop.csv', request: null, at: AT, body: made.html }, null, '');
  expect(seen.questions.filter(({ about }) => about.endsWith('?'))).toEqual([]);
  return [
    ...seen.observations.map(({ indicator, unit, period, value, numerator, denominator }) =>
      [unit.name, period, indicator, numerator ?? value, denominator ?? null].join(' '),
    ),
    ...seen.warnings,
  ];
}

const province = file('tinh.csv', [[1, 'Hộ tịch', ...PROVINCE]], { unit: 'UBND xã Ta Ma' });
const ministry = file('bo.csv', [[1, 'Tư pháp', ...MINISTRY]]);

describe('reports of one period', () => {
  it('are added up, by fields of one unit', () => {
    expect(read(province, ministry)).toEqual([
      'UBND xã Ta Ma 2025-Q3 tiep-nhan 160 ',
      'UBND xã Ta Ma 2025-Q3 dung-han 140 150',
      'UBND xã Ta Ma 2025-Q3 ho-so-truc-tuyen 130 155',
    ]);
  });

  it('are added up unit by unit, a unit of one file alone among them', () => {
    const own = { label: 'Đơn vị' };
    const a = file(
      'a.csv',
      [
        [1, 'UBND xã Ta Ma', ...PROVINCE],
        [2, 'UBND xã An Minh', ...MINISTRY],
      ],
      own,
    );
    const b = file('b.csv', [[1, 'UBND xã Ta Ma', ...MINISTRY]], own);
    const figures = read(a, b);
    expect(figures).toContain('UBND xã Ta Ma 2025-Q3 tiep-nhan 160 ');
    expect(figures).toContain('UBND xã An Minh 2025-Q3 tiep-nhan 40 ');
  });

  it('keep what is withdrawn in its own column, so that the sums still hold', () => {
    const leaves = [...LEAVES, 'Rút hồ sơ'];
    const withdrawn = file('rut.csv', [[1, 'Đất đai', 45, 30, 15, 0, 40, 30, 10, 0, 0, 0, 0, 5]], { leaves });
    expect(read(province, withdrawn)).toContain('UBND xã Ta Ma 2025-Q3 tiep-nhan 165 ');
  });

  it.each([
    [
      'of another period',
      file('cu.csv', [[1, 'Tư pháp', ...MINISTRY]], { title: 'QUÝ II NĂM 2025' }),
      /“cu.csv” ghi quý II năm 2025/,
    ],
    [
      'of another commune',
      file('khac.csv', [[1, 'Tư pháp', ...MINISTRY]], { unit: 'UBND xã An Minh' }),
      /“khac.csv” là của UBND xã An Minh/,
    ],
    ['with the same figures', file('lap.csv', [[1, 'Hộ tịch', ...PROVINCE]]), /đúng các số của “tinh.csv”/],
    [
      'by units where the other is by fields',
      file('xa.csv', [[1, 'UBND xã Ta Ma', ...MINISTRY]], { label: 'Đơn vị' }),
      /theo lĩnh vực, có tệp theo đơn vị/,
    ],
    [
      'whose row does not balance',
      file('lech.csv', [[1, 'Tư pháp', ...MINISTRY.with(0, 41)]]),
      /“lech.csv”: Dòng “Tư pháp” không cân/,
    ],
    [
      'of one field alone',
      file('loc.csv', [[1, 'Tư pháp', ...MINISTRY]], { title: 'QUÝ III NĂM 2025\nLĩnh vực: Hộ tịch' }),
      /“loc.csv”/,
    ],
    ['of another form', { name: 'gi.csv', book: csvBook('Tên,Số\nA,1\nB,2') }, /“gi.csv”/],
  ])('are not added to a file %s', (_, other, reason) => {
    expect(read(province, other)).toMatch(reason);
  });
});
