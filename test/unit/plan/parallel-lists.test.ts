/** Parallel lists, several times in a row, counts in words: each figure with its own name, unit and day. */
import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../core/dossier/propose/wording-of-target.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const planText = (years: string, sentence: string) =>
  `ỦY BAN NHÂN DÂN\nXÃ MỸ LỘC\nSố: 12/KH-UBND\nMỹ Lộc, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nThi đua chuyển đổi số ${years}\nII. CHỈ TIÊU\n${sentence}\nIII. TỔ CHỨC\n`;
const planWith = (years: string, sentence: string) => extractPlan(planText(years, sentence)).targets;

const rows = (sentence: string, years = 'năm 2026') =>
  planWith(years, sentence).map(({ comparator, value, valueMax, unit, deadline, subject }) =>
    [comparator, value, ...(valueMax === null ? [] : [valueMax]), unit, deadline?.slice(5), subject].join(' '),
  );

describe('names and figures in turn', () => {
  it.each([
    [
      'Tỷ lệ người dân có tài khoản VNeID, chữ ký số, sổ sức khỏe điện tử lần lượt đạt 80%, 35%, 75%.',
      [
        '= 80 % 12-31 Tỷ lệ người dân có tài khoản VNeID',
        '= 35 % 12-31 Tỷ lệ người dân có chữ ký số',
        '= 75 % 12-31 Tỷ lệ người dân có sổ sức khỏe điện tử',
      ],
    ],
    [
      'Tỷ lệ thanh toán không dùng tiền mặt đạt 90%, 80% tương ứng với học phí, viện phí.',
      [
        '= 90 % 12-31 Tỷ lệ thanh toán không dùng tiền mặt học phí',
        '= 80 % 12-31 Tỷ lệ thanh toán không dùng tiền mặt viện phí',
      ],
    ],
    [
      'Số mô hình dân vận khéo, tổ liên gia, camera an ninh tương ứng là 03, 12 và 45.',
      [
        '= 3 mô hình 12-31 Số mô hình dân vận khéo',
        '= 12 tổ 12-31 Số tổ liên gia',
        '= 45 camera 12-31 Số camera an ninh',
      ],
    ],
    [
      'Các thôn Đông, Tây lần lượt đạt tối thiểu 90, 85% hộ có Internet.',
      ['>= 90 % 12-31 hộ có Internet Các thôn Đông', '>= 85 % 12-31 hộ có Internet Tây'],
    ],
    [
      'Số homestay, điểm trải nghiệm, cửa hàng OCOP đến năm 2026 lần lượt là 25, 10 và 6.',
      ['= 25 homestay 12-31 Số homestay', '= 10 điểm 12-31 Số điểm trải nghiệm', '= 6 cửa hàng 12-31 Số cửa hàng OCOP'],
    ],
    [
      'Tỷ lệ người dân hài lòng từ 90% (y tế), 92% (giáo dục) và 95% (hành chính) trở lên.',
      [
        '>= 90 % 12-31 Tỷ lệ người dân hài lòng',
        '>= 92 % 12-31 Tỷ lệ người dân hài lòng (giáo dục)',
        '>= 95 % 12-31 Tỷ lệ người dân hài lòng (hành chính)',
      ],
    ],
  ])('%s', (sentence, expected) => {
    expect(rows(sentence)).toEqual(expected);
  });

  it('figures share a noun that is written once', () => {
    const found = planWith('năm 2026', 'Ít nhất 85% hộ nghèo có điện thoại, 70% có Internet, 60% biết tra cứu.');
    expect(found.map((target) => wordingOf(target).title)).toEqual([
      'Tỷ lệ hộ nghèo có điện thoại',
      'Tỷ lệ hộ nghèo có Internet',
      'Tỷ lệ hộ nghèo biết tra cứu',
    ]);
  });

  it('a title is of the one name, and the plan is quoted whole', () => {
    const [, second] = planWith('năm 2026', 'Tỷ lệ hộ dùng nước sạch, nhà tiêu hợp vệ sinh lần lượt đạt 80% và 65%.');
    expect(second && wordingOf(second).title).toBe('Tỷ lệ hộ dùng nhà tiêu hợp vệ sinh');
    expect(second?.text).toBe('Tỷ lệ hộ dùng nước sạch, nhà tiêu hợp vệ sinh lần lượt đạt 80% và 65%');
  });
});

describe('several times in one row', () => {
  it.each([
    ['Tỷ lệ số hóa đạt 60% năm 2026, 75% năm 2028 và 90% năm 2030.', ['2026-12-31', '2028-12-31', '2030-12-31']],
    ['Tỷ lệ số hóa: năm 2026: 60%; năm 2027: 80%; năm 2028: 100%.', ['2026-12-31', '2027-12-31', '2028-12-31']],
    ['Tỷ lệ số hóa các năm 2026, 2027, 2028 lần lượt là 60%, 80% và 90%.', ['2026-12-31', '2027-12-31', '2028-12-31']],
    [
      'Tỷ lệ số hóa đạt 60%, 80%, 90% theo thứ tự các năm 2026, 2027, 2028.',
      ['2026-12-31', '2027-12-31', '2028-12-31'],
    ],
    ['Tỷ lệ số hóa các năm 2026 và 2028 đạt 60% và 90%.', ['2026-12-31', '2028-12-31']],
    ['Tỷ lệ số hóa: 60% (2026), 80% (2027), 90% (2028).', ['2026-12-31', '2027-12-31', '2028-12-31']],
  ])('%s', (sentence, days) => {
    const found = planWith('giai đoạn 2026 - 2030', sentence);
    expect(found.map(({ deadline }) => deadline)).toEqual(days);
    expect(found.map(({ subject }) => subject)).toEqual(days.map(() => 'Tỷ lệ số hóa'));
  });

  it('a figure before the first time has the plan’s', () => {
    expect(
      rows('- Đưa 12 sản phẩm lên sàn, quý II: 4 sản phẩm, quý IV: 8 sản phẩm.').map((row) =>
        row.split(' ').slice(0, 5).join(' '),
      ),
    ).toEqual(['= 12 sản phẩm 12-31', '= 4 sản phẩm 06-30', '= 8 sản phẩm 12-31']);
  });

  it('days and parts of the year of a plan for one year', () => {
    expect(rows('Đến 30/6 đạt 50%, đến 30/9 đạt 75%, cả năm đạt 100% hộ ký cam kết.')).toEqual([
      '= 50 % 06-30 hộ',
      '= 75 % 09-30 hộ',
      '= 100 % 12-31 hộ',
    ]);
    expect(rows('6 tháng đầu năm đạt 50% hộ có địa chỉ số.')).toEqual(['= 50 % 06-30 hộ']);
  });
});

describe('a table with a column a year and no column of units', () => {
  it('takes the unit from the name of each row', () => {
    const table =
      'Chỉ tiêu\t2026\t2028\t2030\n1. Hồ sơ nộp trực tuyến (%)\t70\t85\t≥ 95\n2. Số ý tưởng cải cách\t5\t8\t10';
    const found = planWith('giai đoạn 2026 - 2030', `1. Chỉ tiêu giao\n${table}`);
    expect(
      found.map((target) => [
        target.comparator,
        target.value,
        target.unit,
        target.deadline?.slice(0, 4),
        target.subject,
      ]),
    ).toEqual([
      ['=', 70, '%', '2026', 'Hồ sơ nộp trực tuyến'],
      ['=', 85, '%', '2028', 'Hồ sơ nộp trực tuyến'],
      ['>=', 95, '%', '2030', 'Hồ sơ nộp trực tuyến'],
      ['=', 5, 'ý tưởng', '2026', 'Số ý tưởng cải cách'],
      ['=', 8, 'ý tưởng', '2028', 'Số ý tưởng cải cách'],
      ['=', 10, 'ý tưởng', '2030', 'Số ý tưởng cải cách'],
    ]);
  });
});

describe('a time that is not its own', () => {
  it.each([
    'Đạt từ 90% số điểm trở lên theo Quyết định số 297/QĐ-UBND ngày 24/02/2026 của UBND tỉnh.',
    'Tỷ lệ số hóa đạt 90% theo Nghị quyết nhiệm kỳ 2026 - 2030.',
  ])('%s', (sentence) => {
    expect(planWith('năm 2026', sentence).map(({ deadline }) => deadline)).toEqual(['2026-12-31']);
  });

  it('a review that was the ground of another is not due', () => {
    const text = planText(
      'giai đoạn 2026 - 2030',
      'Trên cơ sở sơ kết giai đoạn I, tiếp tục thực hiện và tổng kết vào quý IV năm 2030.',
    );
    expect(extractPlan(text).deadlines.map(({ what, when }) => [what, when])).toEqual([
      ['final-review', { quarter: 4, year: 2030 }],
    ]);
  });
});

describe('how often something is reviewed', () => {
  const read = (sentence: string) => extractPlan(planText('năm 2026', `${sentence}\nIV. BÁO CÁO\n1. Nộp bảng điểm.`));

  it('rounds of a review are days, not things counted', () => {
    const { targets, deadlines } = read('1. Sơ kết hai đợt trong năm (tháng 6 và tháng 12).');
    expect(targets).toEqual([]);
    expect(deadlines.map(({ what, when }) => [what, when])).toEqual([
      ['interim-review', { month: 6, year: null }],
      ['interim-review', { month: 12, year: null }],
    ]);
  });

  it('a report each quarter is due in each', () => {
    const { deadlines } = read('1. Các đơn vị báo cáo mỗi quý một lần.');
    expect(deadlines.map(({ what, when }) => [what, when])).toEqual(
      [1, 2, 3, 4].map((quarter) => ['unit-report', { quarter, year: 2026 }]),
    );
  });

  it('so many in each round is a quota of the round', () => {
    const { targets, quotas } = read(
      '1. Thi đua.\nIII. KHEN THƯỞNG\n1. Khen thưởng hai đợt, mỗi đợt ba tập thể và sáu cá nhân.',
    );
    expect(targets).toEqual([]);
    expect(quotas.map(({ max, kind, per }) => [max, kind, per])).toEqual([
      [3, 'collective', 'đợt'],
      [6, 'individual', 'đợt'],
    ]);
  });
});

describe('counts in words', () => {
  it.each([
    ['Sinh hoạt chuyên đề mỗi quý một lần.', ['= 1 lần']],
    ['Tổ chức hai đợt ra quân, ba lớp tập huấn và một hội thi.', ['= 2 đợt', '= 3 lớp', '= 1 hội thi']],
    ['Có hai đến ba sản phẩm OCOP, 2 - 3 mô hình.', ['range 2 3 sản phẩm', 'range 2 3 mô hình']],
    ['Mỗi ấp một điểm tư vấn; năm buôn có sóng 4G.', ['= 1 điểm', '= 5 buôn']],
    ['Xây mới 4, sửa chữa 6 căn nhà; xóa bỏ hai điểm ô nhiễm.', ['= 4 căn', '= 6 căn', '= 2 điểm']],
    ['Tổ chức một diễn đàn, hai hội thi.', ['= 1 diễn đàn', '= 2 hội thi']],
    ['Mỗi cán bộ là một tuyên truyền viên; thực hiện chương trình mỗi xã một sản phẩm.', []],
    ['Chính quyền hai cấp; trong năm các tổ họp; cuối năm đơn vị bình xét; xây dựng một số mô hình.', []],
  ])('%s', (sentence, expected) => {
    expect(
      planWith('năm 2026', sentence).map(({ comparator, value, valueMax, unit }) =>
        [comparator, value, ...(valueMax === null ? [] : [valueMax]), unit].join(' '),
      ),
    ).toEqual(expected);
  });
});

it('a criterion is not named after a noun alone: the plan’s words say what of', () => {
  const [found] = planWith('năm 2026', 'Cáp quang đến 98% hộ.');
  expect(found && wordingOf(found).title).toBe('Cáp quang đến 98% hộ');
});
