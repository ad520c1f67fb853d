/** Tables that give figures out to units, by what stands in their cells; rules of a meeting, which are no targets. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { HEAD } from '../../fixtures/dossier/proposed.ts';
import { type Random, random } from '../../fixtures/random.ts';

const read = (body: string) => extractPlan(`${HEAD}1. Ít nhất 72% hộ dân có VNeID.\n${body}`);
const barred = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const UNITS = [
  ['Thôn Nà Lụng', 'Thôn Pắc Ngòi', '05 thôn còn lại'],
  ['Bản Huổi Sâu', 'Bản Nậm Tít', 'Trường Mầm non'],
  ['Khu phố 1 - Khu phố 4', 'Khu phố Bến Đá', 'Khu phố Gò Me'],
];
const TITLES = [
  'PHÂN GIAO',
  'Mức đăng ký của các đơn vị',
  'Biểu chỉ tiêu',
  'Chỉ tiêu các thôn (so với thực hiện năm 2025)',
];
const HEADS = ['Lực lượng', 'Đơn vị', 'Nơi thực hiện', 'Địa bàn'];

/** Rows of a table with a heading of two storeys, in no order of columns that means anything. */
function table(seed: number, random: Random) {
  const units = random.pick(UNITS);
  const figure = (at: number) => String(20 + ((seed * 7 + at * 13) % 60));
  const rows = units.map((unit, at) => [unit, figure(at), figure(at + 3), figure(at + 6)]);
  const head = random.pick(HEADS);
  const top = [head, 'Số hộ bán hàng qua mạng (hộ)', 'Số hộ bán hàng qua mạng (hộ)', 'Lớp kỹ năng số (lớp)'];
  const below = [head, 'Đợt 1', 'Đợt 2', 'Lớp kỹ năng số (lớp)'];
  return { rows, text: `${random.pick(TITLES)}\n${barred([top, below, ...rows])}\n` };
}

describe('a table that gives figures out', () => {
  it('is read by its cells, whatever the heading of its first column', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { rows, text } = table(seed, random(seed));
      const wanted = rows.flatMap(([unit, ...figures]) => figures.map((value) => `${unit} ${value}`));
      const found = read(`II. GIAO\n${text}`)
        .targets.slice(1)
        .map(({ subject, value }) => `${subject.split(', ').at(-1)} ${value}`);
      expect([text, found]).toEqual([text, wanted]);
    }
  });

  it('gives increases as such', () => {
    const { targets } = read(
      `Chỉ tiêu các thôn\n${barred([
        ['Thôn', 'Thực hiện 2025 (hộ)', 'Mức tăng năm 2026'],
        ['Thôn Tà Lọt', '31', '+45%'],
        ['Thôn Cò Chài', '12', 'gấp 3 lần'],
        ['Thôn Nong', '25', '≥ +30%'],
      ])}\n`,
    );
    expect(targets.slice(1).map(({ value, unit, relativeTo }) => [value, unit, relativeTo !== null])).toEqual([
      [45, '%', true],
      [3, 'lần', true],
      [30, '%', true],
    ]);
  });
});

/** Columns of a table with a row for each bloc: its size, its targets, its number of commendations. */
const OF_BLOCS = {
  size: ['Số đơn vị', 'Số hộ', 'Số đảng viên', 'Tổng số thôn', 'Số chi bộ', 'Đơn vị trực thuộc'],
  target: ['Chỉ tiêu mở tài khoản mới', 'Số buổi ra quân tối thiểu', 'Số mô hình', 'Hộ có mã QR (hộ)'],
  award: [
    'Số tập thể được khen',
    'Số cá nhân được khen',
    'Tập thể được tặng Giấy khen',
    'Số hộ được biểu dương',
    'Khen cá nhân',
  ],
} as const;
const BLOCS = [
  ['Khối Mặt trận và đoàn thể', 'Khối trường học, trạm y tế', 'Khối thôn, bản'],
  ['Thôn Nà Lụng', 'Thôn Pắc Ngòi', 'Thôn Bản Vèn'],
  ['Cụm số 1', 'Cụm số 2', 'Cụm số 3'],
];

describe('a table of blocs', () => {
  it.each([1, 2, 3, 4])('gives each its targets and its quotas, never its size (%i)', (part) => {
    const faults: string[] = [];
    for (let seed = part * 100; seed < part * 100 + 60; seed++) {
      const { pick, between } = random(seed);
      const rows = BLOCS[seed % BLOCS.length] ?? [];
      const kinds = Array.from({ length: between(2, 4) }, () => pick(['size', 'target', 'award'] as const));
      const columns = [...new Map(kinds.map((kind) => [pick(OF_BLOCS[kind]), kind]))];
      if (!columns.some(([, kind]) => kind !== 'size')) continue;
      const figure = (row: number, column: number) => 11 + row * 7 + column * 31;
      const lines = rows.map((name, row) => [
        `${row + 1}`,
        name,
        ...columns.map((_, column) => `${figure(row, column)}`),
      ]);
      const head = ['TT', pick(['Khối thi đua', 'Đơn vị', 'Nơi nhận']), ...columns.map(([heading]) => heading)];
      const text = `II. GIAO CHỈ TIÊU\nChỉ tiêu giao cho từng khối\n${[head, ...lines].map((cells) => cells.join('\t')).join('\n')}\n`;
      const { targets, quotas, leftovers } = read(text);
      const wanted = (kind: string) =>
        rows.flatMap((name, row) =>
          columns.flatMap(([heading, own], column) =>
            own === kind ? [`${name} ${figure(row, column)} ${kind === 'award' ? kindNamed(heading) : ''}`] : [],
          ),
        );
      const found = [
        ...targets.slice(1).map(({ subject, value }) => `${subject.split(', ').slice(1).join(', ')} ${value} `),
        ...quotas.map(({ text: words, max, kind }) => `${rows.find((name) => words.includes(name))} ${max} ${kind}`),
        ...leftovers.map(({ text: words, value }) => `left: ${words} ${value}`),
      ];
      const all = [...wanted('target'), ...wanted('award')];
      if (found.sort().join() !== all.sort().join())
        faults.push(`${seed} ${head.join(' | ')}: ${found.join('; ')} for ${all.join('; ')}`);
    }
    expect(faults).toEqual([]);
  });
});

function kindNamed(heading: string): string {
  if (/tập thể/iu.test(heading)) return 'collective';
  return /hộ/iu.test(heading) ? 'household' : 'individual';
}

it('a plan of nothing but tables begins with its first table', () => {
  const head = HEAD.split('I. ĐỐI TƯỢNG')[0] ?? '';
  const { targets } = extractPlan(
    `${head}Biểu 1. Chỉ tiêu\n${barred([
      ['Số TT', 'Việc đo', 'ĐVT', 'TH 2025', 'Năm 2026'],
      ['1', 'HS nộp trên mạng', '%', '61', '77 trở lên'],
      ['2', 'Xom co loa thong minh', 'xom', '9', '14'],
      ['3', 'DN ký số', 'DN', '2', '8'],
    ])}\n`,
  );
  expect(targets.map(({ value, unit }) => [value, unit])).toEqual([
    [77, '%'],
    [14, 'xom'],
    [8, 'dn'],
  ]);
});

it.each([
  'Phiên họp xét chọn hợp lệ khi có tối thiểu 7/9 thành viên dự',
  'Cuộc họp bản phải có quá nửa số hộ tham dự',
  'Ai đạt trên 3/4 phiếu thì được đề nghị',
  'Được từ 60% đảng viên chính thức đồng ý thì đưa vào danh sách',
  'Phòng Kinh tế chủ trì 2a, 3b; Công an xã chủ trì 1c',
])('is no target: %s', (sentence) => {
  expect(read(`2. ${sentence}.\n`).targets.map(({ value }) => value)).toEqual([72]);
});

it.each([
  ['80% hộ dân đồng ý hiến đất làm đường', 80],
  ['Ít nhất 90% hội viên dự họp chi hội đầy đủ', 90],
])('is a target: %s', (sentence, value) => {
  expect(read(`2. ${sentence}.\n`).targets.map((target) => target.value)).toEqual([72, value]);
});

it('a drive runs between its hours', () => {
  const text = HEAD.replace(
    'I. ĐỐI TƯỢNG',
    'Đợt thi đua 30 ngày đêm, từ 0 giờ ngày 05/8/2026 đến 24 giờ ngày 03/9/2026:\nI. ĐỐI TƯỢNG',
  );
  expect(extractPlan(`${text}1. 72% hộ dân có VNeID.`).movement.period).toEqual({
    from: '2026-08-05',
    to: '2026-09-03',
  });
});
