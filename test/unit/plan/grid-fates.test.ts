/**
 * Grids composed of columns of every role: each figure in them has one fate, and a fate that says it was used is borne
 * out by a finding that holds the figure.
 */
import { describe, expect, it } from 'vitest';
import { extractPlan, type PlanReading } from '../../../core/plan/extract-plan.ts';
import { type FigureFate, fatesOf } from '../../../core/plan/fate/fates.ts';
import { laidOut } from '../../../core/plan/laid-out.ts';
import type { PlanMark } from '../../../core/plan/scoring/plan-marks.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Vì quê hương” năm 2026\n';
/** Beginnings of a plan: with targets of its own, with a heading alone, with an annex. */
const OPENINGS = [
  'I. CHỈ TIÊU\n1. Ít nhất 90% hộ dân có VNeID.\nII. BIỂU CHI TIẾT\n',
  'I. NỘI DUNG\nThực hiện theo biểu sau.\n',
  'I. MỤC ĐÍCH\nNâng cao nhận thức.\nPHỤ LỤC\nNHIỆM VỤ VÀ ĐIỂM\n',
];
const ROWS = 4;
const NAMES = [
  'Hồ sơ nộp trực tuyến',
  'Người dân được tập huấn kỹ năng số',
  'Tài liệu lưu trữ được số hóa',
  'Phản ánh được trả lời',
];

/** A column by its role: its heading and its cell in a row; `figure` is in no other cell. */
type MakeColumn = (figure: number) => { readonly heading: string; readonly cell: (row: number) => string };

const COLUMNS: Readonly<Record<string, MakeColumn>> = {
  level: (figure) => ({ heading: 'Kết quả cần đạt', cell: (row) => `từ ${figure + row}%` }),
  'counted level': (figure) => ({
    heading: 'Sản phẩm',
    cell: (row) => `${figure + row} ${['hồ sơ', 'người', 'trang', 'ý kiến'][row]}`,
  }),
  'level in words and figures': (figure) => ({
    heading: 'Yêu cầu',
    cell: (row) => (row % 2 === 0 ? `không quá ${figure + row} ngày` : 'Vận hành ổn định'),
  }),
  unit: () => ({ heading: 'ĐVT', cell: (row) => ['%', 'người', 'trang', '%'][row] ?? '' }),
  bare: (figure) => ({ heading: 'Mức phấn đấu', cell: (row) => String(figure + row) }),
  baseline: (figure) => ({ heading: 'Thực hiện 2025', cell: (row) => String(figure + row) }),
  size: (figure) => ({ heading: 'Số hộ', cell: (row) => String(figure + row) }),
  points: () => ({ heading: 'Điểm', cell: () => '25' }),
  bonus: (figure) => ({ heading: 'Điểm thưởng', cell: (row) => `0,${figure + row}` }),
  rule: (figure) => ({ heading: 'Cách chấm', cell: (row) => `Từ ${figure + row}% trở lên: 25 điểm; còn lại: 0 điểm` }),
  evidence: (figure) => ({ heading: 'Minh chứng', cell: (row) => `Danh sách ${figure + row} người` }),
  office: (figure) => ({ heading: 'Cơ quan chủ trì', cell: (row) => `Tổ ${figure + row}` }),
  time: () => ({ heading: 'Thời hạn', cell: (row) => `trước ${11 + row}/11/2026` }),
  note: (figure) => ({ heading: 'Ghi chú', cell: (row) => `giao thêm ${figure + row} máy` }),
};

/** What comes of a task in words, and the targets in it. */
const OUTCOMES: readonly { readonly cell: string; readonly read: readonly string[] }[] = [
  { cell: 'Tối thiểu 85% hồ sơ được nộp trực tuyến', read: ['>= 85 %'] },
  { cell: '01 bản đồ số, 12 điểm được gắn mã QR', read: ['= 1 bản đồ', '= 12 điểm'] },
  { cell: 'Đạt từ 88 điểm trở lên', read: ['>= 88 điểm'] },
  { cell: '18 lớp, mỗi lớp 30 học viên', read: ['= 18 lớp'] },
  { cell: '2.350 thửa', read: ['= 2350 thửa'] },
  { cell: 'Không quá 2% hồ sơ quá hạn', read: ['<= 2 %'] },
];
const TASKS = [
  'Tiếp nhận, giải quyết hồ sơ thủ tục hành chính trên môi trường điện tử',
  'Xây dựng bản đồ số các điểm du lịch, di tích',
  'Cải thiện thứ hạng Bộ chỉ số phục vụ người dân',
  'Tổ chức lớp “Bình dân học vụ số”',
  'Làm sạch dữ liệu đất đai',
  'Nâng cao chất lượng giải quyết hồ sơ đất đai',
];

/** Every role and every pair beside the name, with and without points. */
function choices(): readonly (readonly string[])[] {
  const roles = Object.keys(COLUMNS).filter((role) => role !== 'points');
  const pairs = roles.flatMap((first, at) => [[first], ...roles.slice(at + 1).map((second) => [first, second])]);
  return [...pairs, ...pairs.map(([first = '', ...more]) => [first, 'points', ...more])];
}

function gridOf(roles: readonly string[], hasIndex: boolean): string {
  const columns = roles.map((role, at) => COLUMNS[role]!(61 + 10 * at));
  const lines = [
    [...(hasIndex ? ['TT'] : []), 'Nhiệm vụ', ...columns.map(({ heading }) => heading)],
    ...Array.from({ length: ROWS }, (_, row) => [
      ...(hasIndex ? [String(row + 1)] : []),
      NAMES[row] ?? '',
      ...columns.map(({ cell }) => cell(row)),
    ]),
  ];
  return lines.map((cells) => cells.join('\t')).join('\n');
}

/** Figures whose fate is "used" though no finding holds them. */
function unborne(text: string, reading: PlanReading): readonly string[] {
  const laid = laidOut(text, reading.movement.period);
  return fatesOf(laid, reading).flatMap((fate) => (isBorneOut(fate, reading) ? [] : [wordsOf(fate)]));
}

const wordsOf = ({ written: { token, row, heading } }: FigureFate) => `${row} | ${heading}: ${token.text}`;

function isBorneOut({ fate, offset, written: { token } }: FigureFate, reading: PlanReading): boolean {
  if (fate.kind !== 'used' || fate.as !== 'mark') return true;
  const scorings = reading.scorings.filter((scoring) => scoring.offset <= offset && offset < scoring.end);
  const held = new Set(
    scorings.flatMap(({ marks, total }) => [String((total ?? 0) / 100), ...marks.flatMap(numbersOf)]),
  );
  return (token.text.match(NUMBER) ?? []).every((number) => held.has(plain(number)));
}
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** `0,50` → `0.5`, `05` → `5`; `1.900` stays. */
const plain = (number: string) => (/\.\d{3}/.test(number) ? number : String(Number(number.replace(',', '.'))));

function numbersOf({ text, rule, wanted = '', evidence, points, parts }: PlanMark): readonly string[] {
  const words = [text, rule, wanted, evidence].flatMap((own) => own.match(NUMBER) ?? []).map(plain);
  return [String((points ?? 0) / 100), ...words, ...parts.flatMap(numbersOf)];
}

describe('figures of grids', () => {
  it.each(OPENINGS)('have one fate that a finding bears out, behind %j', (opening) => {
    const faults: string[] = [];
    for (const [at, roles] of choices().entries()) {
      const text = `${HEAD}${opening}${gridOf(roles, at % 2 > 0)}\n`;
      const found = unborne(text, extractPlan(text));
      if (found.length > 0) faults.push(`${roles.join(' + ')}: ${found.join('; ')}`);
    }
    expect(faults).toEqual([]);
  });

  it('of the plans at hand are borne out too', () => {
    const faults = readPlans().flatMap(({ name, text, reading }) =>
      unborne(text, reading).map((words) => `${name}: ${words}`),
    );
    expect(faults).toEqual([]);
  });

  it('beside points are targets, and words of the council where no unit reports them', () => {
    const rows = [
      'TT\tNhiệm vụ\tKết quả cần đạt\tĐiểm',
      '1\tHồ sơ nộp trực tuyến\ttừ 85%\t40',
      '2\tTài liệu lưu trữ được số hóa\t10.500 trang\t30',
      '3\tCổng thông tin\tCập nhật hằng ngày\t20',
      '4\tPhản ánh trễ hạn\tkhông quá 2%\t10',
      '\tCộng\t\t100',
    ];
    const { targets, scorings, leftovers } = extractPlan(`${HEAD}${OPENINGS[2]}${rows.join('\n')}\n`);
    expect(targets.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`)).toEqual([
      '>= 85 %',
      '= 10500 trang',
      '<= 2 %',
    ]);
    const marks = scorings.flatMap((scoring) => scoring.marks);
    expect(marks.map(({ points, wanted }) => [points, wanted])).toEqual([
      [4000, 'từ 85%'],
      [3000, '10.500 trang'],
      [2000, 'Cập nhật hằng ngày'],
      [1000, 'không quá 2%'],
    ]);
    expect(leftovers).toEqual([]);
  });

  it.each(['Kết quả', 'Sản phẩm', 'Kết quả, sản phẩm', 'Yêu cầu', 'Dự kiến kết quả', 'Kết quả đầu ra'])(
    'in words below "%s" are targets by the time of their row',
    (heading) => {
      const faults: string[] = [];
      for (const most of [1, 2, OUTCOMES.length])
        for (const places of [
          ['outcome', 'office', 'time'],
          ['office', 'outcome', 'time'],
          ['office', 'time', 'outcome'],
          ['outcome', 'time'],
        ]) {
          const found = OUTCOMES.map(({ cell, ...own }, at) =>
            at < most ? { cell, ...own } : { cell: 'Vận hành ổn định', read: [] },
          );
          const columns: Readonly<Record<string, readonly string[]>> = {
            outcome: [heading, ...found.map(({ cell }) => cell)],
            office: [
              'Đơn vị chủ trì',
              ...found.map((_, at) => ['Tổ 71', 'Phòng Kinh tế', 'Công an xã', 'Hội Phụ nữ'][at % 4] ?? ''),
            ],
            time: ['Thời gian hoàn thành', ...found.map((_, at) => `Tháng ${at + 4}/2026`)],
          };
          const lines = found.map((_, at) => [
            `${at + 1}`,
            TASKS[at] ?? '',
            ...places.map((place) => columns[place]?.[at + 1] ?? ''),
          ]);
          const head = ['TT', 'Nhiệm vụ', ...places.map((place) => columns[place]?.[0] ?? '')];
          const text = `${HEAD}${OPENINGS[2]}${[head, ...lines].map((cells) => cells.join('\t')).join('\n')}\n`;
          const read = extractPlan(text).targets.map(
            ({ comparator, value, unit, deadline, kind }) =>
              `${comparator} ${value} ${unit} ${kind === 'numeric' ? deadline?.slice(0, 7) : kind}`,
          );
          const wanted = found.flatMap((own, at) => own.read.map((words) => `${words} 2026-0${at + 4}`));
          if (read.join() !== wanted.join())
            faults.push(`${most} ${places.join(' ')}: ${read.join(', ')} for ${wanted.join(', ')}`);
        }
      expect(faults).toEqual([]);
    },
  );

  it.each([
    ['Phòng số\tĐơn vị', '5\tTTPVHCC', '7\tCông an', '12\tTrạm Y tế'],
    ['Máy lẻ', '105', '107', '112'],
    ['Số thôn\tCơ quan', '5\tVăn phòng', '3\tTrạm Y tế', '4\tCông an'],
  ])('beside the names of persons are no targets: %s', (heading, ...cells) => {
    const names = ['Nguyễn Văn Lợi', 'Trần Thị Hòa', 'Lê Văn Tám'];
    const lines = [`TT\tHọ và tên\t${heading}`, ...names.map((name, at) => `${at + 1}\t${name}\t${cells[at]}`)];
    const { targets, leftovers, setAside } = extractPlan(`${HEAD}${OPENINGS[0]}${lines.join('\n')}\n`);
    expect(targets).toHaveLength(1);
    expect([...leftovers, ...setAside]).toHaveLength(3);
  });
});
