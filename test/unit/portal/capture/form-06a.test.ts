/** Form II.06a as different systems word and build it: the same figures each time, or none. */
import { describe, expect, it } from 'vitest';
import { readCaptured } from '../../../../core/portal/capture/registry.ts';

interface Wording {
  readonly label?: string;
  readonly groups?: readonly [string, string, string];
  /** Below the groups: 4, 4 and 3 of them. */
  readonly leaves?: readonly string[];
  /** By the desk and by post in two columns. */
  readonly isSplit?: boolean;
  readonly rows?: readonly string[];
}

const LEAVES = [
  ...['Tổng số', 'Trực tuyến', 'Trực tiếp, dịch vụ bưu chính', 'Từ kỳ trước'],
  ...['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'],
  ...['Tổng số', 'Trong hạn', 'Quá hạn'],
];
const FIGURES = ['120', '100', '15', '5', '110', '80', '20', '10', '10', '8', '2'];

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function table({ label = 'Đơn vị', groups, leaves = LEAVES, isSplit = false, rows }: Wording): string {
  const [received, settled, pending] = groups ?? [
    'Số lượng hồ sơ tiếp nhận',
    'Số lượng hồ sơ đã giải quyết',
    'Số lượng hồ sơ đang giải quyết',
  ];
  const own = isSplit ? leaves.toSpliced(2, 1, 'Trực tiếp', 'Dịch vụ bưu chính công ích (BCCI)') : leaves;
  const over = [
    ...[`<th rowspan="2">STT</th><th rowspan="2">${label}</th>`],
    ...[
      `<th colspan="${isSplit ? 5 : 4}">${received}</th><th colspan="4">${settled}</th><th colspan="3">${pending}</th>`,
    ],
  ].join('');
  const body = rows ?? [row(['1', 'UBND xã Ta Ma', ...FIGURES])];
  return `<table><thead><tr>${over}</tr><tr>${own.map((leaf) => `<th>${leaf}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function read(tables: string) {
  const body = `<!doctype html><html><head><title>Báo cáo</title></head><body><h3>THÁNG 9 NĂM 2025</h3>${tables}</body></html>`;
  const at = '2025-10-16T08:00:00+07:00';
  const { outcome } = readCaptured({ url: 'https://motcua.tama.gov.vn/06a', request: null, at, body });
  if (outcome.kind === 'not-found') return outcome.reason;
  return outcome.readings
    .filter(({ unit }) => unit.name.normalize('NFC') === 'UBND xã Ta Ma')
    .map(({ indicator, value, numerator, denominator }) => [indicator, numerator ?? value, denominator ?? null]);
}

const FOUND = [
  ['tiep-nhan', 120, null],
  ['dung-han', 100, 110],
  ['ho-so-truc-tuyen', 100, 115],
];
const changed = (at: number, to: string) => FIGURES.with(at, to);
const only = (figures: readonly string[]) => ({ rows: [row(['1', 'UBND xã Ta Ma', ...figures])] });

describe('longer forms', () => {
  const long = (groups: string, leaves: string, figures: readonly string[]) =>
    `<table><tr><th rowspan="2">STT</th><th rowspan="2">Đơn vị</th>${groups}</tr><tr>${leaves}</tr>${row(['1', 'UBND xã Ta Ma', ...figures])}</table>`;
  const heads = (texts: readonly string[]) => texts.map((text) => `<th>${text}</th>`).join('');
  const GROUPS =
    '<th colspan="4">Hồ sơ tiếp nhận</th><th colspan="4">Hồ sơ đã giải quyết</th><th colspan="3">Hồ sơ đang giải quyết</th>';

  it('count what was paused or withdrawn beside what is settled and pending', () => {
    const groups = `${GROUPS}<th rowspan="2">Tạm dừng</th><th rowspan="2">Rút hồ sơ</th>`;
    expect(read(long(groups, heads(LEAVES), ['123', '103', '15', '5', ...FIGURES.slice(4), '2', '1']))).toEqual([
      ['tiep-nhan', 123, null],
      ['dung-han', 100, 110],
      ['ho-so-truc-tuyen', 103, 118],
    ]);
  });

  it('count them within a sum where the figures say so', () => {
    const groups = GROUPS.replace('colspan="3"', 'colspan="4"');
    const figures = [...FIGURES.slice(0, 8), '10', '8', '1', '1'];
    expect(read(long(groups, heads([...LEAVES, 'Tạm dừng']), figures))).toEqual(FOUND);
  });

  it('give early and on time in one column', () => {
    const groups = GROUPS.replace('<th colspan="4">Hồ sơ đã', '<th colspan="3">Hồ sơ đã');
    const leaves = LEAVES.toSpliced(5, 2, 'Trước hạn và đúng hạn');
    expect(read(long(groups, heads(leaves), FIGURES.toSpliced(5, 2, '100')))).toEqual(FOUND);
  });
});

describe('form II.06a', () => {
  const WORDINGS: readonly (readonly [string, Wording])[] = [
    ['as the circular has it', {}],
    ['“Số hồ sơ …”', { groups: ['Số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết', 'Số hồ sơ đang giải quyết'] }],
    ['“Hồ sơ đã/đang giải quyết”', { groups: ['Hồ sơ tiếp nhận', 'Hồ sơ đã giải quyết', 'Hồ sơ đang giải quyết'] }],
    ['“Trễ hạn”', { leaves: LEAVES.map((leaf) => leaf.replace('Quá hạn', 'Trễ hạn')) }],
    ['“Tên đơn vị”', { label: 'Tên đơn vị' }],
    ['“Xã, phường”', { label: 'Xã, phường' }],
    ['“Tồn đầu kỳ”', { leaves: LEAVES.with(3, 'Tồn đầu kỳ') }],
    [
      'the desk and the post apart',
      { isSplit: true, rows: [row(['1', 'UBND xã Ta Ma', '120', '100', '9', '6', ...FIGURES.slice(3)])] },
    ],
    ['“120 hồ sơ”', only(FIGURES.map((figure) => `${figure} hồ sơ`))],
    [
      'a section straight below the header',
      { rows: ['<tr><td colspan="13">Cấp xã</td></tr>', row(['1', 'UBND xã Ta Ma', ...FIGURES])] },
    ],
    [
      'a numbered section straight below the header',
      { rows: [row(['I', 'Cấp xã', ...FIGURES.map(() => '')]), row(['1', 'UBND xã Ta Ma', ...FIGURES])] },
    ],
  ];

  it.each(WORDINGS)('is read with %s', (_, wording) => {
    expect(read(table(wording))).toEqual(FOUND);
    // The same with the marks of the letters standing apart.
    expect(read(table(wording).normalize('NFD'))).toEqual(FOUND);
  });

  it.each(['', '-', '–'])(
    'takes “%s” for 0 where the row balances with it, and for nothing where it does not',
    (none) => {
      const settledLate = ['112', '100', '7', '5', '110', '90', '20', none, '2', none, '2'];
      expect(read(table(only(settledLate)))).toEqual([
        ['tiep-nhan', 112, null],
        ['dung-han', 110, 110],
        ['ho-so-truc-tuyen', 100, 107],
      ]);
      expect(read(table(only(changed(7, none))))).toBe('Dòng “UBND xã Ta Ma” có ô không phải số nguyên.');
    },
  );

  it('is read beside its twin on a tab that is not shown, and not without knowing which of two that are', () => {
    const other = table(only(changed(0, '121')));
    for (const tab of ['class="tab-pane"', 'style="display: none"', 'hidden', 'aria-hidden="true"']) {
      expect(read(`<div class="tab-pane active">${table({})}</div><div ${tab}>${other}</div>`), tab).toEqual(FOUND);
    }
    expect(read(`${table({})}${other}`)).toMatch(/nhiều bảng theo biểu II.06a khác nhau/);
  });

  it('is read with its header in a table of its own, as Ant Design, Element and DataTables build it', () => {
    const [, head = '', body = ''] = /<table>(<thead>.*<\/thead>)(<tbody>.*<\/tbody>)<\/table>/.exec(table({})) ?? [];
    const split = [
      `<div class="ant-table-header"><table>${head}</table></div><div class="ant-table-body"><table>${body}</table></div>`,
      `<div class="el-table__header-wrapper"><table>${head.replace('</th></tr><tr>', '</th><th class="gutter" rowspan="2"></th></tr><tr>')}</table></div><div class="el-table__body-wrapper"><table>${body}</table></div>`,
      `<div class="dataTables_scrollHead"><table>${head}</table></div><div class="dataTables_scrollBody"><table>${head.replaceAll('<tr>', '<tr style="height: 0px;">')}${body}</table></div>`,
    ];
    for (const page of split) expect(read(page), page.slice(0, 40)).toEqual(FOUND);
  });
});

describe('fields of one unit', () => {
  it('are told apart by how many dossiers are beyond their day, and none of them is the unit', () => {
    const figures = (late: number) => [
      '120',
      '100',
      '15',
      '5',
      '110',
      '80',
      String(30 - late),
      String(late),
      '10',
      '10',
      '0',
    ];
    const rows = [
      row(['1', 'Hộ tịch', ...figures(3)]),
      row(['2', 'Chứng thực', ...figures(0)]),
      row(['3', 'Đất đai', ...figures(20)]),
    ];
    const slowestOf = (label: string) => {
      const body = `<html><body><h3>QUÝ III NĂM 2025</h3><p>Đơn vị: UBND xã Ta Ma</p>${table({ label, rows })}</body></html>`;
      const { outcome } = readCaptured({
        ...{ url: 'https://motcua.example.gov.vn/06a', request: null, at: '2025-10-16T08:00:00+07:00', body },
      });
      return outcome.kind === 'found' ? outcome.slowest : undefined;
    };
    const slow = [
      { name: 'Đất đai', late: 20, received: 120 },
      { name: 'Hộ tịch', late: 3, received: 120 },
    ];
    expect(slowestOf('Lĩnh vực')).toEqual({ of: 'lĩnh vực', rows: slow });
    expect(slowestOf('Tên thủ tục')).toEqual({ of: 'thủ tục', rows: slow });
  });
});
