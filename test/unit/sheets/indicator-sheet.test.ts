/** The sheet "Chỉ số": out as .xlsx, .csv and clipboard rows, in again, nothing lost; read by other programs too. */
import { read as readSheetJs, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewCell, NewValue } from '../../../core/sheet/workbook/port.ts';
import { readCapturesFile, readCapturesText } from '../../../core/sheets/captures-file.ts';
import { INDICATOR_COLUMNS } from '../../../core/sheets/indicator-columns.ts';
import { readIndicatorBook } from '../../../core/sheets/indicator-rows.ts';
import { indicatorReport } from '../../../core/sheets/indicator-sheet.ts';
import { indicatorCsv, indicatorTsv } from '../../../core/sheets/indicator-text.ts';
import { ON_TIME, observed } from '../portal/indicator/figures.ts';
import { processorTime } from '../processor-time.ts';

const NOW = '2026-09-18T08:00:00+07:00';

/** An observation as read back from the layout: absent fields filled in as the layout's docstring describes. */
function whole(observation: Observation): Observation {
  const { provenance, max = null, numerator = null, denominator = null } = observation;
  const { request = null, screenshotHash = null, correctedByHand = false } = provenance;
  return {
    ...observation,
    max,
    numerator,
    denominator,
    provenance: { ...provenance, request, screenshotHash, correctedByHand },
  };
}

const REAL: readonly Observation[] = [
  { ...ON_TIME, unit: { id: '019d2be3-6ab4-74ce-8a81-1708de733a98', code: 'H44.100', name: 'UBND Phường Việt Trì' } },
  observed('TDGQ', { value: 19.81, max: 20, unit: { id: '470705', name: 'UBND xã Đông Thái' }, period: '2025' }),
  observed('CKMB', { value: 0, max: 18, unit: { name: 'Thanh tra tỉnh An Giang' }, period: '2025-Q4' }),
  observed('MDSH', { value: null, max: 22, period: '2026-08' }),
  observed('so-hoa-ho-so', {
    ...{ value: 83.1, numerator: null, denominator: null },
    provenance: { ...ON_TIME.provenance, correctedByHand: true, screenshotHash: 'sha256:11', request: null },
  }),
];

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('=1+1', "'=cmd|calc", '+1', '-1', '@x', '"a"', "'", 'a;b,c\td', 'x,\'=1;"@y', 'x,＝1'),
  )
  .map((text) =>
    text
      .replace(/[\s\p{C}]+/gu, ' ')
      .normalize('NFC')
      .trim(),
  );
const named = hostile.filter((text) => text !== '');
const number = fc.option(
  fc.integer({ min: 0, max: 10_000_000 }).chain((n) => fc.constantFrom(n, n / 100, n / 1000)),
  { nil: null },
);
const anyObservation: fc.Arbitrary<Observation> = fc
  .record({
    indicator: named,
    unit: fc.record({ id: named, code: named, name: named }, { requiredKeys: ['name'] }),
    period: fc.constantFrom('2026', '2026-H1', '2026-Q3', '2026-08', null),
    ...{ value: number, max: number, numerator: number, denominator: number },
    provenance: fc.record({
      ...{ url: hostile, request: fc.option(named, { nil: null }), capturedAt: fc.constant(NOW) },
      reader: fc.record({
        id: fc.constantFrom('national-2026', 'bang của xã'),
        version: fc.constantFrom('2026-10-01.1', '1'),
      }),
      ...{ contentHash: hostile, screenshotHash: fc.option(named, { nil: null }), correctedByHand: fc.boolean() },
    }),
  })
  .filter(({ unit }) => unit.id === undefined || unit.id !== unit.code);

const WAYS = [
  ['.xlsx', indicatorReport, (bytes: Uint8Array | string) => readCapturesFile(bytes as Uint8Array, NOW)],
  [
    '.csv',
    (list: readonly Observation[]) => new TextEncoder().encode(indicatorCsv(list)),
    (bytes: Uint8Array | string) => readCapturesFile(bytes as Uint8Array, NOW),
  ],
  ['clipboard', indicatorTsv, (text: Uint8Array | string) => readCapturesText(text as string, NOW)],
] as const;

describe.each(WAYS)('there and back by %s', (_, write, read) => {
  it('real figures are the same', () => {
    expect(read(write(REAL))).toEqual({ ok: true, value: REAL.map(whole) });
  });

  it('so is anything a page can make of them', () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { minLength: 1, maxLength: 5 }), (list) => {
        expect(read(write(list))).toEqual({ ok: true, value: list.map(whole) });
      }),
      { numRuns: 60 },
    );
  });
});

it('another program finds numbers as numbers, missing ones empty, and texts as texts whatever they begin with', async () => {
  const [first] = REAL;
  const list = [...REAL, { ...first!, unit: { name: '=HYPERLINK("https://xau.vn")' }, value: 0.1 + 0.2 }];
  const bytes = indicatorReport(list);
  const { 'xl/tables/table1.xml': table } = unzipSync(bytes);
  expect(strFromU8(table!)).toContain('displayName="TDS_ChiSo"');
  const sheet = readSheetJs(bytes, { cellNF: true }).Sheets['Chỉ số']!;
  const [titles = []] = utils.sheet_to_json<string[]>(sheet, { header: 1, range: 2 });
  expect(titles).toEqual(INDICATOR_COLUMNS.map(({ title }) => title));
  const cells = (title: string) =>
    list.map((_, row) => sheet[utils.encode_cell({ r: 3 + row, c: titles.indexOf(title) })]);
  expect(cells('Giá trị').map((cell) => cell?.v)).toEqual([89.28, 19.81, 0, undefined, 83.1, 0.1 + 0.2]);
  expect(cells('Tử số').map((cell) => cell?.v)).toEqual([7368, undefined, undefined, undefined, undefined, 7368]);
  expect([...cells('Giá trị'), ...cells('Tử số')].every((cell) => cell === undefined || cell.t === 'n')).toBe(true);
  expect(cells('Giá trị')[0].z).toBe('#,##0.##');
  const [last] = cells('Đơn vị').slice(-1);
  expect([last.t, last.v, last.f]).toEqual(['s', '=HYPERLINK("https://xau.vn")', undefined]);
});

it('people get a sheet of eight columns before it, in their words, and the whole is still read back', () => {
  const list = [
    ...REAL,
    observed('TDGQ', {
      value: 17.86,
      max: 20,
      period: '2026-08',
      unit: { id: 'u-1', code: 'H44.100', name: 'UBND xã Một' },
    }),
    observed('hai-long', {
      value: 90,
      max: 100,
      unit: { id: 'u-1', name: 'UBND xã Một' },
      numerator: 9,
      denominator: 10,
    }),
  ];
  const bytes = indicatorReport(list, () => 0.5);
  const { SheetNames, Sheets } = readSheetJs(bytes);
  expect(SheetNames).toEqual(['Số liệu', 'Chỉ số']);
  const [titles = [], ...rows] = utils.sheet_to_json<(string | number | null)[]>(Sheets['Số liệu']!, {
    header: 1,
    range: 2,
  });
  expect(titles).toHaveLength(8);
  expect(rows.at(-2)).toEqual([
    'UBND xã Một',
    'H44.100',
    'tháng 8 năm 2026',
    'Tiến độ giải quyết',
    17.86,
    20,
    undefined,
    0.5,
  ]);
  expect(rows.at(-1)?.slice(1, 2)).toEqual(['H44.100']);
  expect(rows.at(-1)?.[6]).toBe('9/10');
  expect(readCapturesFile(bytes, NOW)).toEqual(readCapturesFile(indicatorReport(list), NOW));
});

it('.csv has its mark, CRLF, quoted texts, decimal commas; nothing begins like a formula', () => {
  const evil = observed('CKMB', { value: 7.96, numerator: -5, unit: { name: '=cmd|"/c calc"!A1\r\n@x' } });
  const text = indicatorCsv([evil]);
  expect(text.startsWith('\ufeff"Chỉ số";"Tên chỉ số";')).toBe(true);
  const [, row = '', end] = text.split('\r\n');
  expect(end).toBe('');
  expect(row).toContain(`"'=cmd|""/c calc""!A1 @x";"H44.100";"2026";7,96;;;-5;;`.replace('"H44.100"', ''));
});

it('.csv and rows hold no formula under other settings either: split by commas, semicolons or tabs, in quotes or not', () => {
  const evil = [`xã,=cmd|'/c calc'!A0,y`, 'a; " =1+1', ';@x', '＝1+1', 'a,"-1+1"', ',+1'];
  const list = evil.map((name) => observed('CKMB', { value: 7.96, numerator: -5, unit: { name, code: `x,${name}` } }));
  for (const text of [indicatorCsv(list), indicatorTsv(list)]) {
    const pieces = text.split(/[,;\t\r\n]/).map((piece) => piece.replace(/^[\s"\ufeff]+/, ''));
    expect(pieces.filter((piece) => /^[=+\-@＝＋－＠]/.test(piece) && piece !== '-5')).toEqual([]);
    const read = readCapturesText(text, NOW);
    expect(read.ok && read.value.map(({ unit }) => unit.name)).toEqual(evil);
  }
});

describe('a file made to keep its reader busy', () => {
  const HEADER = 'Chỉ số;Đơn vị;Kỳ;Giá trị\n';
  it.each([
    ['quotes within a text', `${HEADER}a${'"'.repeat(1_000_000)};xã;2025;1`],
    ['a quote never closed', `${HEADER}"${'x\n'.repeat(1_000_000)}`],
    ['blanks before a quote', `${HEADER}TDGQ;xã;2025;${' "'.repeat(500_000)}`],
    ['blanks within a figure', `${HEADER}TDGQ;xã;2025;1${' '.repeat(1_000_000)}1`],
    ['digits', `${HEADER}TDGQ;xã;2025;${'1.'.repeat(1_000_000)}`],
    ['blanks within a period', `${HEADER}TDGQ;xã;tháng${' '.repeat(1_000_000)}x;1`],
    ['blanks within a name', `${HEADER}tỷ lệ${' '.repeat(1_000_000)}x;xã;năm;1`],
    ['blanks within a reader', `${HEADER.trim()};Bộ đọc\nTDGQ;xã;2025;1;a${' b'.repeat(500_000)} `],
    ['a wide header', `${'x;'.repeat(500_000)}Chỉ số\n`],
    ['deep JSON', '['.repeat(2_000_000)],
  ])(
    '%s',
    (_, text) => {
      const work = processorTime(() => {
        const read = readCapturesFile(new TextEncoder().encode(text), NOW);
        expect(read.ok ? '' : read.refusal.message.slice(200)).toBe('');
      });
      expect(work).toBeLessThan(5_000);
    },
    120_000,
  );
});

describe('an officer’s own table', () => {
  const book = (rows: readonly (readonly (string | number | null)[])[], formats: readonly string[] = []) => {
    const cells = rows.flatMap((row, at) =>
      row.map((value, column): NewCell => {
        const cell: NewValue =
          value === null
            ? { kind: 'empty' }
            : typeof value === 'number'
              ? { kind: 'number', number: value }
              : { kind: 'text', text: value };
        const numberFormat = formats[column];
        return { row: at, column, value: cell, ...(numberFormat && at > 0 ? { style: { numberFormat } } : {}) };
      }),
    );
    const read = readBook(newBook([{ name: 'Trang của tôi', cells }]));
    if (!read.ok) throw new Error(read.refusal.message);
    return readIndicatorBook(read.value, NOW);
  };

  it('is read with names for codes, percent cells, and months that Excel made a day of', () => {
    const november = 45_962;
    expect(
      book(
        [
          ['Đơn vị', 'Tên chỉ số', 'Kỳ', 'Tỷ lệ', 'Ngày'],
          ['xã Ta Ma', 'Tỷ lệ hồ sơ tiếp nhận trực tuyến', november, 0.305, november + 4],
          ['xã Ta Ma', 'tdgq', 2025, null, null],
        ],
        ['', '', 'mmm-yy', '0.0%', 'dd/mm/yyyy'],
      ),
    ).toMatchObject({
      value: [
        {
          ...{ indicator: 'ho-so-truc-tuyen', period: '2025-11', value: 30.5 },
          provenance: { capturedAt: '2025-11-05', reader: { id: 'dan-tay' }, correctedByHand: true },
        },
        { indicator: 'TDGQ', period: '2025', value: null, provenance: { capturedAt: NOW } },
      ],
    });
  });

  it('is refused with the place and what is wrong', () => {
    const problems = (...rows: (string | number | null)[][]) => {
      const read = book([['Chỉ số', 'Đơn vị', 'Kỳ', 'Giá trị'], ...rows]);
      return read.ok ? '' : read.refusal.message;
    };
    expect(problems(['TDGQ', 'xã Ta Ma', '2025', '1.234'])).toBe(
      'Trang "Trang của tôi", hàng 2: "1.234" không phải là số rõ ràng.',
    );
    expect(problems(['TDGQ', 'xã Ta Ma', '', 5])).toContain('không hiểu kỳ');
    expect(problems(['', 'xã Ta Ma', '2025', 5])).toContain('thiếu chỉ số hoặc đơn vị');
    expect(problems()).toContain('Không có dòng số liệu nào');
    expect(book([['Tiêu chí', 'Điểm']])).toMatchObject({ ok: false });
  });
});

test.each([
  ['', 'Chưa có'],
  ['{"observations": [', 'JSON'],
  ['[{"indicator": 5}]', 'cấu trúc ở "observations.0.indicator"'],
  ['Đơn vị;Kỳ\nA;2025', 'thiếu Chỉ số, Giá trị'],
])('a file that says %j is refused', (text, word) => {
  const read = readCapturesFile(new TextEncoder().encode(text), NOW);
  expect(read.ok ? '' : read.refusal.message).toContain(word);
});
