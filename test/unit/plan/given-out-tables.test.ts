/** Tables that give targets out to units, that say how many are commended, and by when what is to be done. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { type Random, random as randomOf } from '../../fixtures/random.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 5/KH-UBND\nAn Bình, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Xã số” năm 2026\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n';
const read = (body: string) => extractPlan(HEAD + body);
const GAPS = ['\t', ' | ', '\t'] as const;

/** In another order. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!);
}

describe('a table that gives targets out by its columns', () => {
  it('has targets in the columns that set something, whatever stands beside them and whatever its units are called', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomOf(seed);
      const gap = random.pick(GAPS);
      const kind = random.pick(['Thôn', 'Tên bản', 'Ấp', 'Khu phố']);
      const names = random.pick([
        ['Nà Khoang', 'Púa Trong', 'Tin Tốc'],
        ['Thôn 3', 'Thôn 7', 'Thôn 12'],
        ['Kinh Ông Cò', 'Mương Điều', 'Xẻo Bần'],
      ]);
      const columns = shuffled(
        [
          { heading: 'Số hộ hiện có', unit: null, values: [143, 118, 97] },
          { heading: 'Kết quả năm 2025 (%)', unit: null, values: [71, 69, 66] },
          { heading: 'Chỉ tiêu năm 2026 (%)', unit: '%', values: [85, 83, 80] },
          { heading: 'Số tài khoản giao mở mới (tài khoản)', unit: 'tài khoản', values: [140, 125, 90] },
          { heading: 'Ghi chú', unit: null, values: ['', '', ''] },
        ],
        random,
      );
      const isNumbered = random.between(0, 1) === 1;
      const line = (index: string, ...cells: readonly (string | number)[]): string =>
        [...(isNumbered ? [index] : []), ...cells].join(gap);
      const rows = names.map((name, at) =>
        line(String(at + 1), name, ...columns.map(({ values }) => values[at] ?? '')),
      );
      const text = `PHỤ LỤC\nMỘT SỐ KẾT QUẢ VÀ VIỆC CỦA TỪNG NƠI\n${[line('TT', kind, ...columns.map(({ heading }) => heading)), ...rows].join('\n')}\n`;
      const expected = names.flatMap((name, at) =>
        columns.flatMap(({ unit, values }) => (unit === null ? [] : [`${name} ${values[at]} ${unit}`])),
      );
      const found = read(text).targets.map(
        ({ subject, value, unit }) => `${subject.split(', ').at(-1)} ${value} ${unit}`,
      );
      expect([text, found]).toEqual([text, expected]);
    }
  });

  it('reads the time from its own column, and the targets from the cells', () => {
    const { targets, deadlines } = read(
      'PHỤ LỤC\nGIAO VIỆC CHO CÁC THÔN\nPhần việc\tĐơn vị chủ trì\tSố lượng giao\tThời hạn\nĐường hoa\tHội Phụ nữ\t06 tuyến\t30/4/2026\nBồn nước\tThôn Rin\ttối thiểu 09 bồn\tQuý III/2026\n',
    );
    expect(
      targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`),
    ).toEqual(['= 6 tuyến 2026-04-30', '>= 9 bồn 2026-09-30']);
    expect(deadlines).toEqual([]);
  });

  it('is none where it only tells', () => {
    const { targets } = read(
      'PHỤ LỤC\nSỐ LIỆU CÁC THÔN\nTT\tThôn\tSố hộ\tKết quả năm 2025 (%)\n1\tThôn Đông\t120\t71\n2\tThôn Tây\t80\t64\n',
    );
    expect(targets).toEqual([]);
  });
});

describe('a table of awards', () => {
  it('has a quota for each number, of the kind its column or its row names; its sums are none', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomOf(seed);
      const gap = random.pick(GAPS);
      const kinds = shuffled(
        [
          ['Tập thể', 'collective'],
          ['Cá nhân', 'individual'],
          ['Hộ gia đình', 'household'],
        ] as const,
        random,
      );
      const forms = ['Giấy khen của Chủ tịch UBND xã', 'Bằng khen của Chủ tịch UBND tỉnh'];
      const numbers = forms.map(() => kinds.map(() => random.between(0, 20)));
      const cell = (number: number): string => (number === 0 ? '-' : String(number).padStart(2, '0'));
      const rows = forms.map((form, at) => [at + 1, form, ...(numbers[at] ?? []).map(cell)].join(gap));
      const sums = ['', 'Tổng cộng', ...kinds.map((_, at) => cell((numbers[0]?.[at] ?? 0) + (numbers[1]?.[at] ?? 0)))];
      const text = `V. KHEN THƯỞNG\n1. Cơ cấu khen thưởng\n${[['TT', 'Hình thức', ...kinds.map(([name]) => name)].join(gap), ...rows, sums.join(gap)].join('\n')}\n`;
      const expected = forms.flatMap((_, form) =>
        kinds.flatMap(([, kind], at) => ((numbers[form]?.[at] ?? 0) === 0 ? [] : [`${numbers[form]?.[at]} ${kind}`])),
      );
      const { quotas, targets } = read(text);
      expect([text, quotas.map(({ max, kind }) => `${max} ${kind}`), targets]).toEqual([text, expected, []]);
    }
  });

  it.each(['Thời điểm', 'Địa điểm trao', 'Ghi chú'])('may say when or where beside its numbers: %s', (heading) => {
    const { quotas, leftovers } = read(
      `V. KHEN THƯỞNG\nHình thức\tThôn\tHộ gia đình\tCá nhân\t${heading}\nGiấy khen UBND xã\t02\t06\t10\tHằng năm\nBằng khen UBND tỉnh\t01\t-\t02\tTổng kết 2027\n`,
    );
    expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual([
      '2 collective',
      '6 household',
      '10 individual',
      '1 collective',
      '2 individual',
    ]);
    expect(leftovers).toEqual([]);
  });

  it('is read turned too', () => {
    const { quotas } = read('V. KHEN THƯỞNG\nĐối tượng\tGiấy khen\tBằng khen\nTập thể\t06\t01\nCá nhân\t12\t02\n');
    expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual([
      '6 collective',
      '1 collective',
      '12 individual',
      '2 individual',
    ]);
  });
});

describe('a table of who is commended', () => {
  it('has a quota for each number, in the round of its column, whatever stands beside; its sums of money are told', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomOf(seed);
      const whom = shuffled(
        [
          ['Thôn', 'collective'],
          ['Khu phố', 'collective'],
          ['Cơ quan, đơn vị, trường học', 'collective'],
          ['Hộ gia đình', 'household'],
          ['Cá nhân', 'individual'],
          ['Tập thể', 'collective'],
        ] as const,
        random,
      ).slice(0, random.between(2, 5));
      const rounds = random.pick([
        [['Số lượng', null]],
        [['Số lượng tối đa', null]],
        [
          ['Hằng năm', 'yearly'],
          ['Tổng kết', 'final'],
        ],
        [
          ['Sơ kết giữa kỳ', 'interim'],
          ['Tổng kết giai đoạn', 'final'],
        ],
      ] as const);
      const hasMoney = random.between(0, 1) === 1;
      const numbers = whom.map(() => rounds.map(() => random.between(1, 25)));
      const columns = [
        ...rounds.map(([heading], at) => ({
          heading: String(heading),
          cells: numbers.map((row) => String(row[at]).padStart(random.between(1, 2), '0')),
        })),
        {
          heading: random.pick(['Hình thức', 'Hình thức khen thưởng', 'Khen']),
          cells: whom.map(() =>
            random.pick(['Giấy khen', 'Bằng khen của Chủ tịch UBND tỉnh', 'Giấy khen của Chủ tịch UBND xã']),
          ),
        },
        ...(hasMoney
          ? [
              {
                heading: random.pick(['Tiền thưởng', 'Mức thưởng kèm theo']),
                cells: whom.map((_, at) => random.pick([`${at + 1}.500.000 đồng`, `${at + 1}.500.000`])),
              },
            ]
          : []),
      ];
      const placed = random.between(0, 1) === 1 ? columns : columns.toReversed();
      const gap = random.pick(GAPS);
      const table = [
        ['Đối tượng', ...placed.map(({ heading }) => heading)],
        ...whom.map(([name], row) => [name, ...placed.map(({ cells }) => cells[row] ?? '')]),
      ];
      const text = `I. CHỈ TIÊU\n1. 90% hộ có VNeID.\n${random.pick(['V. KHEN THƯỞNG', 'V. CƠ CẤU, SỐ LƯỢNG'])}\n${table.map((row) => row.join(gap)).join('\n')}\n`;
      const expected = whom.flatMap(([, kind], row) =>
        rounds.map(([, round], at) => `${numbers[row]?.[at]} ${kind} ${round}`),
      );
      const { quotas, targets, leftovers } = read(text);
      expect([text, quotas.map(({ max, kind, round }) => `${max} ${kind} ${round}`).sort()]).toEqual([
        text,
        expected.sort(),
      ]);
      expect([text, targets.length, leftovers]).toEqual([text, 1, []]);
    }
  });
});

describe('a table of days and works', () => {
  it('has each day with its work, which of them stands first, and however short', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = randomOf(seed);
      const works = shuffled(
        [
          ['Đăng ký thi đua', '10/02/2026'],
          ['Gửi báo cáo sơ kết', '15/7/2026'],
          ['Hội đồng họp xét', '05/12/2026'],
          ['Gửi báo cáo tổng kết và hồ sơ khen thưởng', '20/11/2026'],
          ['Tổng kết', '18/12/2026'],
        ] as const,
        random,
      ).slice(0, random.between(2, 5));
      const lead = random.pick(['', 'Trước ', 'Trước ngày ', 'Ngày ', 'Xong trước ']);
      const [time, work] = random.pick([
        ['Thời gian', 'Công việc'],
        ['Thời hạn', 'Nội dung công việc'],
        ['Mốc thời gian', 'Nội dung'],
        ['Thời điểm', 'Việc phải làm'],
        ['Ngày', 'Nội dung'],
        ['Hạn', 'Việc'],
      ]);
      const isTimeFirst = random.between(0, 1) === 1;
      const hasOffice = random.between(0, 1) === 1;
      const rows = [
        [time, work, 'Cơ quan chủ trì'],
        ...works.map(([name, day]) => [
          `${lead}${day}`,
          name,
          random.pick(['Văn phòng', 'Phòng Văn hóa - Xã hội', 'Các thôn']),
        ]),
      ].map(([day = '', name = '', office = '']) => [
        ...(isTimeFirst ? [day, name] : [name, day]),
        ...(hasOffice ? [office] : []),
      ]);
      const gap = random.pick(GAPS);
      const text = `I. CHỈ TIÊU\n1. 90% hộ có VNeID.\nV. LỊCH THỰC HIỆN\n${rows.map((row) => row.join(gap)).join('\n')}\n`;
      const { deadlines, leftovers, targets } = read(text);
      const days = deadlines.map(({ when }) => ('date' in when ? when.date : JSON.stringify(when))).sort();
      const expected = works
        .map(([, day]) =>
          day
            .split('/')
            .reverse()
            .map((part) => part.padStart(2, '0'))
            .join('-'),
        )
        .sort();
      expect([days, leftovers.map((left) => left.text), targets.length], text).toEqual([expected, [], 1]);
    }
  });
});

describe('a table of works', () => {
  it.each(['Việc', 'Công việc', 'Hoạt động', 'Nội dung công việc'])('by their times: %s', (heading) => {
    const { deadlines, targets } = read(
      `VII. TIẾN ĐỘ\nTT\t${heading}\tThời gian\tĐơn vị\n1\tPhát động\tNgày 22/3/2026\tUBND xã\n2\tSơ kết\tTháng 7/2026\tPhòng Văn hóa\n3\tTổ kiểm tra chấm điểm các thôn\tTháng 10/2026\tPhòng Kinh tế\n4\tTổng kết, khen thưởng\tTrước 15/12/2026\tUBND xã\n`,
    );
    expect(deadlines.map(({ what }) => what)).toEqual(['launch', 'interim-review', 'evaluation', 'final-review']);
    expect(targets).toEqual([]);
  });
});

describe('what stands behind a table of marks', () => {
  it('is the next part of the plan, not a row of it', () => {
    const { quotas, deadlines, scorings } = read(
      'III. KHEN THƯỞNG\n1. Bảng chấm điểm\nNội dung\tĐiểm tối đa\nCải cách hành chính\t60\nChế độ báo cáo\t40\n2. Số lượng, mức thưởng\nTặng Giấy khen cho 07 tập thể và 12 cá nhân.\nHồ sơ đề nghị khen thưởng gửi trước ngày 20/11/2026.',
    );
    expect(scorings.map(({ marks }) => marks.map(({ text, points }) => [text, points]))).toEqual([
      [
        ['Cải cách hành chính', 6000],
        ['Chế độ báo cáo', 4000],
      ],
    ]);
    expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['7 collective', '12 individual']);
    expect(deadlines.map(({ what }) => what)).toEqual(['award-dossier']);
  });
});

it('tasks stand under their groups, and may have their times first', () => {
  const { targets } = read(
    'PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\nTT\tNhiệm vụ\tChủ trì\tThời hạn\nI\tCải cách\n1\tRà soát tối thiểu 05 thủ tục\tVăn phòng\tQuý II/2026\nII\tSố hóa\n1\tMở 06 lớp tập huấn\tPhòng Văn hóa\t31/8/2026\n',
  );
  expect(targets.map(({ section, value, deadline }) => `${section} ${value} ${deadline}`)).toEqual([
    'PL.I.1 5 2026-06-30',
    'PL.II.1 6 2026-08-31',
  ]);
  const { deadlines } = read(
    'VII. TIẾN ĐỘ\nThời gian\tNội dung công việc\tChủ trì\nTháng 8/2026\tSơ kết phong trào\tPhòng Văn hóa\nTrước ngày 30/11/2026\tHội đồng họp bình xét, đề nghị khen thưởng\tHội đồng\n',
  );
  expect(deadlines.map(({ what }) => what)).toEqual(['interim-review', 'evaluation']);
});

it('a share may be worded as the least, and have its own time', () => {
  const { targets } = read(
    'PHỤ LỤC\nGIAO CHỈ TIÊU\nSTT\tCụm xóm\tSố người được cấp chữ ký số (tối thiểu)\tThời hạn\n1\tNà Rẻo - Lũng Mần\t120 người\t30/9/2026\n2\tPhja Đeng\t95 người\t31/8/2026\n',
  );
  expect(targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`)).toEqual([
    '>= 120 người 2026-09-30',
    '>= 95 người 2026-08-31',
  ]);
});

it('what a movement’s stated end leaves, its targets are wanted by', () => {
  const { targets } = read(
    'II. THỜI GIAN\n1. Thời gian thực hiện: Từ ngày 01/3/2026 đến ngày 30/11/2026.\nIII. CHỈ TIÊU\n1. Đợt 1: các chỉ tiêu phải hoàn thành trước ngày 30/6/2026\na) 70% hộ có mã QR.\nb) Mở 05 lớp.\n2. 80% hồ sơ nộp trực tuyến.\n3. Đến hết năm 2026, 90% hồ sơ đúng hạn.\n4. 60% hộ có tài khoản trước ngày 31/12/2026.\n5. 6 tháng cuối năm 2026 mở 03 quầy.\n6. Trong tháng 12/2026 trồng 200 cây.\n7. Quý IV/2026 lắp 04 camera; mở 02 chợ. Đến ngày 31/12/2026, cả xã không đốt rác.',
  );
  expect(targets.map(({ value, deadline }) => `${value} ${deadline}`)).toEqual([
    '70 2026-06-30',
    '5 2026-06-30',
    '80 2026-11-30',
    // Its last year, not a day that is written.
    '90 2026-11-30',
    '60 2026-12-31',
    '3 2026-11-30',
    '200 2026-12-31',
    '4 2026-12-31',
    // No time of its own; the day in the sentence behind it is not its own either.
    '2 2026-11-30',
  ]);
});

it('a column with the movement’s last year has its end as deadline; an earlier year reports, a later year goes beyond', () => {
  const { targets } = read(
    'II. THỜI GIAN\n1. Thời gian thực hiện: Từ ngày 01/3/2026 đến ngày 30/11/2026.\nIII. CHỈ TIÊU\nTT\tChỉ tiêu\tĐVT\tNăm 2025\tNăm 2026\tNăm 2027\n1\tHộ có mã QR\t%\t40\t60\t80\n',
  );
  expect(targets.map(({ value, deadline }) => `${value} ${deadline}`)).toEqual(['60 2026-11-30', '80 2027-12-31']);
});
