/** The draft of the movement: audiences, awards, legal bases, recipients. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { legalBasesIn } from '../../../core/plan/identity/legal-bases.ts';
import { rolesIn } from '../../../core/plan/identity/roles.ts';

const PLAN = `UBND XÃ ĐÔNG LẠC
Số: 19/KH-UBND
Đông Lạc, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua “Đông Lạc số” năm 2026
Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Kế hoạch số 41/KH-
UBND ngày 10/02/2026 của UBND tỉnh Bắc Ninh; UBND xã Đông Lạc ban hành Kế hoạch:
I. ĐỐI TƯỢNG, NỘI DUNG
1. Đối tượng thi đua
- Tập thể: các cơ quan, trường học, các thôn trên địa bàn xã.
- Cá nhân: cán bộ, công chức và các hộ gia đình.
2. Nội dung thi đua
a) Đẩy mạnh tuyên truyền về thương mại điện tử đến người dân.
b) Tối thiểu 80% hồ sơ được số hóa.
II. KHEN THƯỞNG
1. Hình thức khen thưởng
- Bằng khen của Chủ tịch UBND tỉnh; Giấy khen của Chủ tịch UBND xã.
2. Tiêu chuẩn khen thưởng
- Thực hiện tốt chế độ thông tin, báo cáo theo quy định.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội: xây dựng tiêu chí chấm điểm, tổng hợp kết quả.
Nơi nhận:
- UBND tỉnh;
- Các thôn;
- Lưu: VT.
CHỦ TỊCH
Ngô Văn Hậu
`;

describe('draft of the movement', () => {
  const { movement, targets } = extractPlan(PLAN);

  it('says who issued it and for when', () => {
    expect(movement).toMatchObject({
      title: 'Đông Lạc số',
      issuer: { commune: 'xã Đông Lạc', district: null, province: 'Bắc Ninh' },
      plan: { number: '19/KH-UBND', date: '2026-03-02' },
      period: { from: '2026-01-01', to: '2026-12-31' },
    });
  });

  it('lists the audiences, awards, legal bases and recipients', () => {
    expect(movement.audiences.map(({ kind }) => kind).sort()).toEqual([
      'agency',
      'household',
      'individual',
      'school',
      'village',
    ]);
    expect(movement.awards.map(({ name, level, section }) => [name, level, section])).toEqual([
      ['Bằng khen của Chủ tịch UBND tỉnh', 'province', 'II.1'],
      ['Giấy khen của Chủ tịch UBND xã', 'commune', 'II.1'],
    ]);
    expect(movement.standards.map(({ section }) => section)).toEqual(['II.2']);
    expect(movement.legalBases.map(({ number, date }) => [number, date])).toEqual([
      ['57-NQ/TW', '2024-12-22'],
      ['41/KH-UBND', '2026-02-10'],
    ]);
    expect(movement.roles.map(({ post, duties }) => [post, duties])).toEqual([
      ['Phòng Văn hóa - Xã hội', ['criteria-builder', 'summariser']],
    ]);
    expect(movement.legalBases.map(({ issuer }) => issuer)).toEqual(['Bộ Chính trị', 'UBND tỉnh Bắc Ninh']);
    expect(movement.recipients.slice(0, 2)).toEqual(['UBND tỉnh', 'Các thôn']);
  });

  it('keeps tasks without figures apart from targets', () => {
    expect(movement.contents.map(({ section, field }) => [section, field])).toEqual([['I.2.a', 'kinh tế số']]);
    expect(targets.map(({ section }) => section)).toEqual(['I.2.b']);
  });
});

describe('what is due at the end of a year', () => {
  const planOf = (years: string) =>
    `ỦY BAN NHÂN DÂN XÃ NÀ PHÒN\nKẾ HOẠCH\nPhát động phong trào thi đua chuyển đổi số ${years}\n` +
    'V. TỔ CHỨC THỰC HIỆN\n1. Các bản cuối năm báo cáo kết quả về Ủy ban nhân dân xã.\n';
  const dues = (years: string) => extractPlan(planOf(years)).deadlines.map(({ when, what }) => [when, what]);

  it('is of the one year of the plan, or of each of several', () => {
    expect(dues('năm 2026')).toEqual([[{ year: 2026 }, 'unit-report']]);
    expect(dues('giai đoạn 2026 - 2030')).toEqual([[{ every: 'year' }, 'unit-report']]);
  });
});

describe('phases', () => {
  const phases = (...lines: readonly string[]) =>
    extractPlan(
      `KẾ HOẠCH\nPhong trào thi đua giai đoạn 2026 - 2030\nI. LỘ TRÌNH\n${lines.join('\n')}\n`,
    ).movement.phases.map(({ name, from, to }) => [name.replace('Giai đoạn ', ''), from, to]);

  it.each([
    [
      ['1. Giai đoạn I (từ năm 2026 đến năm 2028): khởi động.', '2. Giai đoạn II: 2029 - 2030.'],
      [
        ['I', '2026-01-01', '2028-12-31'],
        ['II', '2029-01-01', '2030-12-31'],
      ],
    ],
    [
      ['- Giai đoạn 1 (từ tháng 3 đến tháng 6/2026)', '- Giai đoạn 2 (quý III/2026 - quý I/2027)'],
      [
        ['1', '2026-03-01', '2026-06-30'],
        ['2', '2026-07-01', '2027-03-31'],
      ],
    ],
    [
      ['a) Giai đoạn 1: ngày 15/02/2026 đến ngày 30/4/2026; Giai đoạn 2: tháng 5 năm 2026 đến hết năm 2027'],
      [
        ['1', '2026-02-15', '2026-04-30'],
        ['2', '2026-05-01', '2027-12-31'],
      ],
    ],
    [
      ['1. Giai đoạn 2026 - 2027: thí điểm.', '2. Giai đoạn 2028 - 2030: nhân rộng.'],
      [
        ['2026 - 2027', '2026-01-01', '2027-12-31'],
        ['2028 - 2030', '2028-01-01', '2030-12-31'],
      ],
    ],
    [['- Năm 2026: 02 thôn.', '- Giai đoạn 2028 - 2030: mỗi năm 02 thôn.'], []],
    [['1. Giai đoạn 2020 - 2022: đã đạt 40%.', '2. Giai đoạn 2026 - 2030: đạt 80%.'], []],
    [['1. Giai đoạn 1 (tháng 13/2026 - tháng 14/2026).'], []],
  ])('%s', (lines, expected) => {
    expect(phases(...lines)).toEqual(expected);
  });
});

describe('what it takes to be commended', () => {
  const standards = (...lines: readonly string[]) =>
    extractPlan(
      `KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. TIÊU CHUẨN VÀ HÌNH THỨC KHEN THƯỞNG\n${lines.join('\n')}\n`,
    ).movement.standards.map(({ section }) => section);

  it('is found by its part, or by its own words; a quota is no standard', () => {
    expect(
      standards(
        '1. Xóm đạt từ 85 điểm trở lên thì được xét khen.',
        '2. Chủ tịch UBND xã tặng Giấy khen cho tối đa 05 xóm và 20 cá nhân.',
      ),
    ).toEqual(['I.1']);
    for (const words of [
      'Tổ dân phố được xét khen phải hoàn thành 100% chỉ tiêu được giao.',
      'Chỉ xét các đơn vị có tổng điểm đạt 85 trở lên.',
      'Khu phố đạt dưới 50% chỉ tiêu thì không xét thi đua.',
      'Không xét khen thưởng đối với phòng có tỷ lệ hồ sơ đúng hạn dưới 97%.',
    ]) {
      const text = `KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. KHEN THƯỞNG\n1. ${words}\n2. Tặng Giấy khen cho 05 xóm.\n`;
      expect(
        extractPlan(text).movement.standards.map(({ section }) => section),
        words,
      ).toEqual(['I.1']);
    }
  });
});

describe('units that are commended or have to report, where no part says who competes', () => {
  const kinds = (...lines: readonly string[]) =>
    extractPlan(`KẾ HOẠCH\nPhong trào thi đua năm 2026\n${lines.join('\n')}\n`)
      .movement.audiences.map(({ kind }) => kind)
      .sort();

  it('competes', () => {
    expect(kinds('I. KHEN THƯỞNG', '1. Bình chọn 03 thôn dẫn đầu, 10 hộ và 30 thành viên tích cực để khen.')).toEqual([
      'household',
      'individual',
      'village',
    ]);
    expect(
      kinds('I. TỔ CHỨC THỰC HIỆN', '1. Các cơ quan, các bản', '- Đăng ký thi đua trước ngày 28/02/2026.'),
    ).toEqual(['agency', 'village']);
    expect(
      kinds(
        'I. NỘI DUNG THI ĐUA',
        '1. Các trường học, Trạm Y tế:',
        '- 100% học sinh có học bạ số.',
        'II. NHIỆM VỤ',
        '1. Công an xã:',
        '- Lắp 03 camera.',
      ),
    ).toEqual(['health-station', 'school']);
  });
});

describe('what comes round each year', () => {
  const dues = (words: string, years = 'giai đoạn 2026 - 2028') =>
    extractPlan(
      `ỦY BAN NHÂN DÂN XÃ NÀ PHÒN\nKẾ HOẠCH\nPhát động phong trào thi đua chuyển đổi số ${years}\nI. YÊU CẦU\n1. ${words}\n`,
    ).deadlines.map(({ when, what }) => [when, what]);
  const EACH_YEAR = { every: 'year' };

  it.each([
    [
      'Định kỳ hàng năm, các bản, trường học báo cáo kết quả về Phòng Văn hóa để tổng hợp báo cáo UBND xã.',
      'unit-report',
    ],
    ['Các bản báo cáo kết quả hằng năm định kỳ về Phòng Văn hóa.', 'unit-report'],
    ['Việc thực hiện phải thường xuyên, có đôn đốc, kiểm tra, đánh giá định kỳ hằng năm.', 'evaluation'],
    ['Phong trào được sơ kết định kỳ mỗi năm.', 'interim-review'],
  ])('is due then: %s', (words, what) => {
    expect(dues(words)).toEqual([[EACH_YEAR, what]]);
    expect(dues(words, 'năm 2026')).toEqual([[{ year: 2026 }, what]]);
  });

  it('is due on its day where the plan has a day, and absent where nobody is responsible', () => {
    expect(dues('Định kỳ hàng năm, các bản; báo cáo kết quả (trước ngày 05/11), báo cáo đột xuất.')).toEqual([
      [{ monthDay: '11-05' }, 'unit-report'],
    ]);
    expect(dues('Định kỳ hằng năm kiểm tra chất lượng nước sinh hoạt.')).toEqual([]);
    expect(dues('Khám sức khỏe định kỳ hằng năm cho người cao tuổi.')).toEqual([]);
  });
});

describe('leading bodies, when listed among those who compete', () => {
  const kinds = (words: string) =>
    extractPlan(
      `KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. ĐỐI TƯỢNG THI ĐUA\n1. Tập thể: ${words}\n`,
    ).movement.audiences.map(({ kind }) => kind);

  it.each([
    ['Đảng ủy- HĐND-UBND- UB MTTQ, Hội Phụ nữ, các xóm.', true],
    ['HĐND, UBND xã và Hội Nông dân.', true],
    ['Hội Nông dân, Ủy ban nhân dân phường, các tổ dân phố.', true],
    ['Các xóm do UBND xã giao, các hội do UBND quản lý.', false],
    ['Các xóm được Chủ tịch UBND xã, Đảng ủy phê duyệt.', false],
  ])('%s', (words, isAgency) => {
    expect(kinds(words).includes('agency')).toBe(isAgency);
  });
});

describe('documents a plan rests on', () => {
  it.each([
    [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022; UBND xã Hạ Lang ban hành kế hoạch',
      [['Luật Thi đua, khen thưởng', '2022-06-15', 'Quốc hội']],
    ],
    [
      'Căn cứ Luật Đất đai năm 2024, Luật Bảo vệ môi trường năm 2020;',
      [
        ['Luật Đất đai', null, 'Quốc hội'],
        ['Luật Bảo vệ môi trường', null, 'Quốc hội'],
      ],
    ],
    ['Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;', [['06/2022/QH15', '2022-06-15', 'Quốc hội']]],
    [
      'Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định chi tiết một số điều của Luật Thi đua, khen thưởng;',
      [['152/2025/NĐ-CP', '2025-06-14', 'Chính phủ']],
    ],
    [
      'Theo đề nghị của Phòng Kinh tế tại Tờ trình số 21/TTr-PKT ngày 25/3/2026,',
      [['21/TTr-PKT', '2026-03-25', 'Phòng Kinh tế']],
    ],
  ])('%s', (bases, expected) => {
    expect(legalBasesIn(bases).map(({ number, date, issuer }) => [number, date, issuer])).toEqual(expected);
  });
});

describe('who does what', () => {
  it.each([
    ['Các đơn vị gửi báo cáo kết quả hằng quý trước ngày 20 của tháng cuối quý.', 'Các đơn vị', []],
    [
      'TỔ CHỨC THỰC HIỆN Phòng Văn hóa - Xã hội là cơ quan thường trực, tham mưu sơ kết.',
      'Phòng Văn hóa - Xã hội',
      ['standing-body'],
    ],
    [
      'Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội vận động đoàn viên.',
      'Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội',
      [],
    ],
    ['Các ấp tổ chức ký giao ước thi đua.', 'Các ấp', []],
    ['Các tổ chức đoàn thể theo dõi, giám sát.', 'Các tổ chức đoàn thể', ['monitor']],
    ['Kế toán xã: bố trí kinh phí 45 triệu đồng.', 'Kế toán xã', ['funding']],
    ['Các thôn, trường học, cơ quan gửi danh sách trước ngày 31/3.', 'Các thôn, trường học, cơ quan', []],
    ['Phòng Kinh tế, Phòng Văn hóa - Xã hội: hướng dẫn.', 'Phòng Kinh tế, Phòng Văn hóa - Xã hội', []],
  ])('%s', (text, post, duties) => {
    expect(rolesIn([{ text, section: 'V.1' }])).toMatchObject([{ post, duties }]);
  });

  it('names nobody in a sentence that only has a time', () => {
    expect(
      rolesIn([
        { text: 'Sơ kết trong tháng 6/2026.', section: 'V' },
        { text: 'Tổ chức thực hiện', section: 'V' },
      ]),
    ).toEqual([]);
  });
});

describe('who competes where no part of the plan says it', () => {
  const kindsIn = (duty: string) =>
    extractPlan(
      'ỦY BAN NHÂN DÂN XÃ NÀ PHÒN\nKẾ HOẠCH\nPhát động phong trào thi đua học tập số năm 2026\n' +
        `I. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội gửi báo cáo về UBND tỉnh.\n2. ${duty}\n`,
    ).movement.audiences.map(({ kind }) => kind);

  it.each([
    ['Các thôn, trường học, cơ quan đăng ký danh hiệu trước ngày 31/3.', ['school', 'village', 'agency']],
    ['Các bản: nộp báo cáo trước ngày 15/11.', ['village']],
    ['Các cơ quan báo Đài, các bản tuyên truyền về phong trào.', []],
    ['Trạm Y tế gửi báo cáo trước ngày 15/11.', []],
  ])('are those of whom each registers or reports: %s', (duty, kinds) => {
    expect(kindsIn(duty)).toEqual(kinds);
  });
});
