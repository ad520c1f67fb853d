/** Tables of targets with any headings: the content of the cells decides which column is what. */
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../core/plan/document/document-text.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { type Random, random } from '../../fixtures/random.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSố: 52/KH-UBND\nSuối Mẫu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030\nI. CHỈ TIÊU\nCác chỉ tiêu như sau:\n';
const THINGS = [
  ['Tỷ lệ hồ sơ trực tuyến toàn trình', '%', [70, 75, 80]],
  ['Số lớp bình dân học vụ số', 'Lớp', [12, 14, 16]],
  ['Hộ kinh doanh dùng mã QR', 'hộ', [120, 150, 190]],
  ['Tỷ lệ người dân có chữ ký số cá nhân', '%', [40, 55, 65]],
  ['Số thôn thông minh được công nhận', 'thôn', [1, 2, 4]],
] as const;
const OFFICES = ['Phòng VH-XH', 'TTPVHCC', 'Công an xã', 'Phòng Kinh tế', 'Văn phòng HĐND và UBND'];
/** Headings nobody has seen, and some that usually mean something else. */
const ODD = {
  name: ['Danh mục theo dõi', 'Phần việc đo đếm', 'Tên gọi', 'Mặt công tác', 'Nội dung', 'Yêu cầu'],
  level: ['Giá trị', 'Ngưỡng đạt', 'Kết quả cần đạt', 'Số lượng', 'Đích', 'Con số', 'Yêu cầu tối thiểu'],
  unit: ['ĐVT', 'Tính bằng', 'Đơn vị', ''],
  office: ['Cơ quan chủ trì', 'Đầu mối', 'Ai làm', 'Theo dõi'],
};

const tabbed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n');
const barred = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const worded = (rows: readonly (readonly string[])[]) =>
  documentText({
    blocks: [
      {
        kind: 'grid',
        rows: rows.map((row) =>
          row.map((text, column) => ({
            column,
            across: 1,
            down: 1,
            blocks: [{ kind: 'paragraph' as const, label: '', runs: [{ text }] }],
          })),
        ),
      },
    ],
  });
const found = (text: string) =>
  extractPlan(`${HEAD}${text}\nII. TỔ CHỨC THỰC HIỆN\nCác thôn thực hiện Kế hoạch này./.`).targets.map(
    ({ value, unit, deadline }) => `${value} ${unit} ${deadline?.slice(0, 4)}`,
  );

function drawn({ pick, between }: Random) {
  const things = THINGS.slice(0, between(2, THINGS.length));
  return {
    things,
    write: pick([tabbed, barred, worded]),
    isNumbered: between(0, 1) === 1,
    hasOffice: between(0, 1) === 1,
  };
}

describe('a table of targets', () => {
  it('takes the unit of the line above it, counts what cannot be a share, ranks what is ranked', () => {
    const table = tabbed([
      ['TT', 'Nội dung chỉ tiêu', 'Hiện trạng 31/12/2025', '2026', '2027'],
      ['1', 'Hồ sơ trả đúng hạn', '93', '98', '99'],
      ['2', 'Lượt người học kỹ năng số', '1.150', '3.000', '4.500'],
      ['3', 'Xếp hạng cấp xã toàn tỉnh', '58', '≤ 40', '≤ 30'],
    ]);
    const text = `${HEAD}Chỉ tiêu cụ thể như biểu sau (đơn vị tính: %, trừ mục ghi khác):\n${table}`;
    const { targets, leftovers } = extractPlan(text);
    expect(targets.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`)).toEqual([
      '= 98 %',
      '= 99 %',
      '= 3000 lượt',
      '= 4500 lượt',
      'rank<= 40 hạng',
      'rank<= 30 hạng',
    ]);
    expect(leftovers).toEqual([]);
  });

  it.each(Array.from({ length: 120 }, (_, seed) => seed))('is read by its cells under any heading (%i)', (seed) => {
    const source = random(seed);
    const { things, write, isNumbered, hasOffice } = drawn(source);
    const { pick } = source;
    const row = (index: string, name: string, unit: string, level: string, office: string) => [
      ...(isNumbered ? [index] : []),
      ...[name, unit, level],
      ...(hasOffice ? [office] : []),
    ];
    const rows = [
      row('TT', pick(ODD.name), pick(ODD.unit), pick(ODD.level), pick(ODD.office)),
      ...things.map(([name, unit, [level]], at) => row(`${at + 1}`, name, unit, String(level), pick(OFFICES))),
    ];
    expect(found(write(rows))).toEqual(things.map(([, unit, [level]]) => `${level} ${unit.toLowerCase()} 2030`));
  });

  it.each(Array.from({ length: 80 }, (_, seed) => seed))(
    'has its years in a second storey, columns behind them (%i)',
    (seed) => {
      const source = random(seed);
      const { things, write, hasOffice } = drawn(source);
      const { pick, between } = source;
      const isPastToo = between(0, 1) === 1;
      const years = [...(isPastToo ? ['2025'] : []), '2026', '2027', '2028'];
      const rows = [
        [
          'TT',
          'Chỉ tiêu',
          'ĐVT',
          pick(['Lộ trình', 'Mục tiêu các năm', 'Thời gian thực hiện']),
          ...years.slice(1).map(() => ''),
          ...(hasOffice ? [pick(ODD.office)] : []),
        ],
        ['', '', '', ...years, ...(hasOffice ? [''] : [])],
        ...things.map(([name, unit, levels], at) => [
          `${at + 1}`,
          name,
          unit,
          ...(isPastToo ? ['0'] : []),
          ...levels.map(String),
          ...(hasOffice ? [pick(OFFICES)] : []),
        ]),
      ];
      const expected = things.flatMap(([, unit, levels]) =>
        levels.map((level, at) => `${level} ${unit.toLowerCase()} ${2026 + at}`),
      );
      expect(found(write(rows))).toEqual(expected);
    },
  );

  it('gives each unit of the commune its own column', () => {
    const rows = [
      ['TT', 'Nội dung', 'ĐVT', 'Thôn Đông', 'Thôn Tây'],
      ['1', 'Hộ có tài khoản VNeID', 'hộ', '120', '95'],
      ['2', 'Lớp kỹ năng số', 'lớp', '2', '3'],
    ];
    const { targets } = extractPlan(`${HEAD}${tabbed(rows)}`);
    expect(targets.map(({ subject, value }) => `${subject}: ${value}`)).toEqual([
      'Hộ có tài khoản VNeID, Thôn Đông: 120',
      'Hộ có tài khoản VNeID, Thôn Tây: 95',
      'Lớp kỹ năng số, Thôn Đông: 2',
      'Lớp kỹ năng số, Thôn Tây: 3',
    ]);
  });
});

describe('a grid that is not understood', () => {
  const rows = [
    ['TT', 'Nội dung', 'Mốc một', 'Mốc hai'],
    ['1', 'Tỷ lệ hồ sơ trực tuyến', '80', '90'],
    ['2', 'Số lớp kỹ năng số', '12', '15'],
  ];

  it.each([
    ['tabs', tabbed(rows)],
    ['bars', barred(rows)],
    ['a Word file', worded(rows)],
  ])('is one question, its figures are left over, and nothing of it is read as sentences (%s)', (_, text) => {
    const reading = extractPlan(`${HEAD}${text}`);
    expect(reading.targets).toEqual([]);
    expect(reading.questions.filter(({ code }) => code === 'grid')).toHaveLength(1);
    expect(reading.leftovers.map(({ value }) => value)).toEqual([80, 90, 12, 15]);
  });

  it('of names alone is no question: a list of the units', () => {
    const list = tabbed([
      ['STT', 'Đơn vị', 'Nhóm'],
      ['1', 'Thôn Đoài 1', 'Thôn'],
      ['2', 'Trường Tiểu học Suối Mẫu', 'Trường học'],
      ['3', 'Trạm Y tế xã', 'Đơn vị'],
    ]);
    const { targets, questions } = extractPlan(
      `${HEAD}1. Tỷ lệ hồ sơ trực tuyến đạt 80%.\nPHỤ LỤC\nDANH SÁCH ĐƠN VỊ\n${list}`,
    );
    expect(targets.map(({ value }) => value)).toEqual([80]);
    expect(questions).toEqual([]);
  });
});
