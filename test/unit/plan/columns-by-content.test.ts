/** Tables of targets with headings no list knows: which columns are levels is told by what stands in the cells. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD = (title: string) =>
  `ỦY BAN NHÂN DÂN\nXÃ AN LẠC\nSố: 9/KH-UBND\nAn Lạc, ngày 10 tháng 02 năm 2026\nKẾ HOẠCH\n${title}\n`;
const read = (body: string) =>
  extractPlan(
    `${HEAD('Thi đua số năm 2026')}${/^I\./.test(body) ? '' : 'I. MỤC ĐÍCH\n1. Thi đua.\n'}${body}\nV. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi.\n`,
  );
const tabbed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n');
const found = (rows: readonly (readonly string[])[], above = 'II. CHỈ TIÊU') =>
  read(`${above}\n${tabbed(rows)}`).targets.map(({ subject, value, unit }) => `${subject}: ${value} ${unit}`);

describe('a table of targets', () => {
  it('has its level beside how things stand, whatever both are called', () => {
    expect(
      found([
        ['Số TT', 'Chỉ tiêu thi đua', 'Đơn vị', 'Đầu kỳ', 'Cần đạt'],
        ['1', 'Hồ sơ nộp qua mạng', '%', '52', '75'],
        ['2', 'Hộ có mã QR địa chỉ', 'hộ', '120', '900'],
      ]),
    ).toEqual(['Hồ sơ nộp qua mạng: 75 %', 'Hộ có mã QR địa chỉ: 900 hộ']);
  });

  it('takes what the commune asks of itself, not what is asked of it', () => {
    expect(
      found([
        ['TT', 'Tiêu chí', 'Kế hoạch tỉnh giao', 'Xã phấn đấu'],
        ['1', 'Tỷ lệ hồ sơ toàn trình', '70%', '80%'],
        ['2', 'Mức độ hài lòng', '90%', '95%'],
      ]),
    ).toEqual(['Tỷ lệ hồ sơ toàn trình: 80 %', 'Mức độ hài lòng: 95 %']);
  });

  it('may have the whole beside its parts of the year, and a sum behind them that is no other', () => {
    const { targets } = read(
      `II. CHỈ TIÊU\n${tabbed([
        ['TT', 'Nội dung', 'ĐVT', 'Chỉ tiêu giao', 'Trong đó', ''],
        ['', '', '', '', '6 tháng đầu năm', 'Cả năm'],
        ['1', 'Lớp kỹ năng số', 'lớp', '12', '5', '12'],
        ['2', 'Người tham gia', 'người', '480', '200', '480'],
      ])}`,
    );
    expect(targets.slice(0, 3).map(({ value, deadline }) => [value, deadline?.slice(5)])).toEqual([
      [12, '12-31'],
      [5, '06-30'],
      [12, '12-31'],
    ]);
    expect(
      found([
        ['Chỉ tiêu', 'ĐVT', 'Quý I', 'Quý II', 'Cộng'],
        ['Tin bài', 'tin', '10', '15', '25'],
        ['Buổi hướng dẫn', 'buổi', '4', '6', '10'],
      ]),
    ).toEqual(['Tin bài: 10 tin', 'Tin bài: 15 tin', 'Buổi hướng dẫn: 4 buổi', 'Buổi hướng dẫn: 6 buổi']);
  });

  it('gives out to units in rows or in columns, each figure with its own noun', () => {
    expect(
      found(
        [
          ['Chi hội', 'Hội viên', 'Gian hàng mới', 'Nhóm Zalo'],
          ['Chi hội Đồng Tâm', '120', '5', '1'],
          ['Chi hội Vạn Xuân', '98', '3', '1'],
        ],
        'IV. ĐĂNG KÝ THI ĐUA\nMức đăng ký của các chi hội:',
      ),
    ).toHaveLength(4);
    expect(
      found([
        ['Chỉ tiêu', 'Thôn Đông', 'Thôn Tây'],
        ['Hộ cài ứng dụng', '80', '95'],
        ['Lớp tập huấn', '2', '3'],
      ]),
    ).toEqual([
      'Hộ cài ứng dụng, Thôn Đông: 80 hộ',
      'Hộ cài ứng dụng, Thôn Tây: 95 hộ',
      'Lớp tập huấn, Thôn Đông: 2 lớp',
      'Lớp tập huấn, Thôn Tây: 3 lớp',
    ]);
  });

  it('may compare in its names', () => {
    const { targets } = read(
      `II. CHỈ TIÊU\n${tabbed([
        ['TT', 'Chỉ tiêu', 'ĐVT', '2025', '2026'],
        ['1', 'Hồ sơ đúng hạn (tối thiểu)', '%', '97', '98'],
        ['2', 'Hồ sơ trả lại (tối đa)', '%', '5', '2'],
      ])}`,
    );
    expect(targets.map(({ comparator, value }) => `${comparator} ${value}`)).toEqual(['>= 98', '<= 2']);
  });

  it('says levels in words too', () => {
    expect(
      found([
        ['TT', 'Nội dung', 'Đơn vị tính', 'Chỉ tiêu 2026'],
        ['1', 'Bản chưa có sóng', 'bản', 'Không còn'],
        ['2', 'Văn bản ký số', '%', '100'],
        ['3', 'Tổ công nghệ số', 'tổ', '12'],
      ]),
    ).toEqual(['Bản chưa có sóng: 0 bản', 'Văn bản ký số: 100 %', 'Tổ công nghệ số: 12 tổ']);
  });

  it('is no scale of marks for a column of sums or of the most there may be', () => {
    const { scorings, leftovers, targets } = read(
      `II. CHỈ TIÊU\n${tabbed([
        ['TT', 'Tên chỉ tiêu', 'Mức tối thiểu', 'Mức tối đa'],
        ['1', 'Thời gian chờ (phút)', '', '15'],
        ['2', 'Hồ sơ trễ hạn (%)', '', '2'],
      ])}`,
    );
    expect(scorings).toEqual([]);
    expect(targets.length + leftovers.length).toBeGreaterThan(1);
  });
});

it('a list of units with figures gives nothing out', () => {
  expect(
    found(
      [
        ['Ấp', 'Người tham gia mới'],
        ['Ấp 1', '35'],
        ['Ấp 2', '28'],
      ],
      'II. CHỈ TIÊU\n1. Danh sách các ấp:',
    ),
  ).toEqual([]);
});

it('whom, how many and how much each gets are quotas', () => {
  const { quotas, targets } = read(
    `III. KHEN THƯỞNG\n${tabbed([
      ['TT', 'Đối tượng', 'Số lượng', 'Mức thưởng', 'Thành tiền'],
      ['1', 'Thôn', 'Không quá 04', '1.800.000', '7.200.000'],
      ['2', 'Cá nhân', '16', '700.000', '11.200.000'],
      ['Cộng', '', '20', '', '18.400.000'],
    ])}`,
  );
  expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['4 collective', '16 individual']);
  expect(targets).toEqual([]);
});

it('what comes of a work stands beside it, with its time', () => {
  const { targets } = read(
    `IV. NHIỆM VỤ\n${tabbed([
      ['TT', 'Nhiệm vụ', 'Sản phẩm', 'Thời gian', 'Chủ trì'],
      ['1', 'Tập huấn cho các tổ công nghệ số cộng đồng', 'Mở 03 lớp', 'Tháng 4', 'Phòng Văn hóa'],
      ['2', 'Xây dựng mô hình chợ không dùng tiền mặt', '01 mô hình', 'Quý III', 'Phòng Kinh tế'],
    ])}`,
  );
  expect(targets.map(({ value, deadline }) => [value, deadline?.slice(5)])).toEqual([
    [3, '04-30'],
    [1, '09-30'],
  ]);
});

describe('a part', () => {
  it('that only names itself, before the targets, tells how things are', () => {
    const { targets } = read('I. LỜI NÓI ĐẦU\n1. Bà con có 210 nhà đã nối mạng.\nII. CHỈ TIÊU\n1. 80% nhà có mạng.');
    expect(targets.map(({ value }) => value)).toEqual([80]);
  });

  it('of public praise has quotas', () => {
    const { quotas } = read('II. CHỈ TIÊU\n1. 80% nhà có mạng.\nIII. BIỂU DƯƠNG\n1. Xã chọn 3 bản, 12 cá nhân.');
    expect(quotas.map(({ max }) => max)).toEqual([3, 12]);
  });
});

describe('the period', () => {
  const periodOf = (title: string, opening = '') =>
    extractPlan(`${HEAD(title)}${opening}\nI. MỤC ĐÍCH\n1. Thi đua.\nII. CHỈ TIÊU\n1. 80% hộ có mạng.\n`).movement
      .period;

  it.each([
    ['Thi đua số quý III năm 2026', '', '2026-07-01', '2026-09-30'],
    ['Thi đua số 6 tháng cuối năm 2026', '', '2026-07-01', '2026-12-31'],
    ['Đợt thi đua 30 ngày đêm làm sạch dữ liệu', 'Phát động: 08 giờ ngày 01/6/2026.', '2026-06-01', '2026-06-30'],
    ['Chiến dịch số hóa', 'Chiến dịch diễn ra trong 90 ngày, từ 01/6/2026.', '2026-06-01', '2026-08-29'],
    [
      'Phong trào “Xã số”',
      'Phong trào được phát động từ ngày 15/02/2026 và tổng kết vào ngày 20/12/2026.',
      '2026-02-15',
      '2026-12-20',
    ],
  ])('of %s', (title, opening, from, to) => {
    expect(periodOf(title, opening)).toEqual({ from, to });
  });
});
