/** Tân Quang 2023–2025: who, what and when of the plan, without targets and criteria. */
import type { Movement } from '../../movement/movement.ts';
import { at, audience, award, due, legal, role, standard } from '../build.ts';
import { CIRCULAR_12, DECREE_91, NO_DISTRICT } from '../legal-warnings.ts';

const COLLECTIVES = at('TQ-E01', 'II.2', 'Tập thể: Các cơ quan, doanh nghiệp trên địa bàn xã Tân Quang.');

export const audiences: Movement['audiences'] = [
  audience('agency', 'Cơ quan', 'collective', COLLECTIVES, { members: ['các cơ quan'] }),
  audience('school', 'Trường học', 'collective', at('TQ-R01', 'VI.1', 'Các trường học trên địa bàn xã'), {
    members: ['các trường học'],
  }),
  audience(
    'association',
    'Ủy ban MTTQ và các đoàn thể',
    'collective',
    at('TQ-R02', 'VI.2', 'Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội'),
    { members: ['Ủy ban MTTQ Việt Nam xã', 'các đoàn thể chính trị - xã hội'] },
  ),
  audience('enterprise', 'Doanh nghiệp', 'collective', COLLECTIVES, { members: ['các doanh nghiệp'] }),
  audience(
    'individual',
    'Cá nhân',
    'individual',
    at(
      'TQ-E02',
      'II.2',
      'Cá nhân: Cán bộ, công chức, viên chức, người lao động tại các cơ quan, doanh nghiệp trên địa bàn xã.',
    ),
    {
      members: ['cán bộ', 'công chức', 'viên chức', 'người lao động'],
    },
  ),
];

const CONTENTS: readonly (readonly [letter: string, text: string])[] = [
  [
    'a',
    'Tăng cường sự lãnh đạo của cấp ủy, chính quyền, phát huy vai trò của Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội về chuyển đổi số',
  ],
  [
    'b',
    'Đẩy mạnh tuyên truyền và nâng cao nhận thức của cán bộ, công chức, viên chức, người lao động, doanh nghiệp và Nhân dân, đặc biệt là người đứng đầu các cơ quan đóng vai trò quyết định trong thúc đẩy Chuyển đổi số toàn diện.',
  ],
  [
    'c',
    'Tổ chức triển khai, thực hiện chuyên đổi số của xã Tân Quang toàn diện, liên tục, tích cực, chủ động và có trọng tâm, trọng điểm … cải thiện và nâng cao chỉ số xếp hạng của xã về cải cách hành chính.',
  ],
  [
    'd',
    'Xây dựng chương trình, kế hoạch và đẩy nhanh tiến trình chuyên đổi số theo từng lĩnh vực, cơ quan; chủ động rà soát, tham mưu sửa đổi, bổ sung các cơ chế chính sách',
  ],
  [
    'e',
    'Đẩy mạnh các giải pháp nâng cao chất lượng nguồn nhân lực số; tích cực bồi dưỡng kiến thức, kỹ năng về công nghệ số, chuyên đổi số cho đội ngũ cán bộ, công chức, viên chức, người lao động',
  ],
  ['g', 'Ưu tiên đảm bảo nguồn lực để thực hiện các hoạt động chuyên đổi số.'],
  [
    'h',
    'Đẩy mạnh liên kết, hợp tác với các doanh nghiệp công nghệ nhằm hình thành các mô hình kinh doanh, sản xuất sản phẩm, dịch vụ mới, từng bước ứng dụng công nghệ số, đặc biệt là công nghệ trí tuệ nhân tạo, dữ liệu lớn',
  ],
  [
    'i',
    'Tăng cường đảm bảo an toàn, an ninh thông tin, an ninh mạng … Xây dựng và tạo lập dữ liệu mở phục vụ người dân, doanh nghiệp khai thác, truy cập, sử dụng',
  ],
];
export const contents = CONTENTS.map(([letter, text], index) => {
  const code = `TQ-C0${index + 1}`;
  return { code, text, source: at(code, `II.3.${letter}`) };
});

/**
 * II.2 knows "các cơ quan, doanh nghiệp" only; that schools, the Front and its organisations are judged as offices is
 * ours.
 */
const EXTENDED = ['school', 'association'];
const OFFICES = ['agency', ...EXTENDED];
const ALL = [...OFFICES, 'enterprise'];
const AGENCY_TASKS =
  'Hoàn thành có chất lượng, đúng thời hạn các mục tiêu, nhiệm vụ được giao trong Nghị quyết số 06-NQ/TU, ngày 26/3/2021 …; Kế hoạch hành động số 110/KH- UBND, ngày 03/8/2021 …; Kế hoạch số 89/KH-UBND, ngày 29/6/2023';

export const standards: Movement['standards'] = [
  standard(
    {
      code: 'TQ-S01a',
      section: 'III.1',
      text: 'tổ chức phát động Phong trào thi đua Chuyển đổi số thiết thực hiệu quả',
    },
    ALL,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard(
    { code: 'TQ-S01b', section: 'III.1', text: 'có đăng ký thi đua thực hiện Phong trào thi đua Chuyển đổi số' },
    ALL,
    'registration',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TQ-S01c',
      section: 'III.1',
      text: 'có sáng kiến, giải pháp trong lãnh đạo, chỉ đạo thực hiện chuyển đổi số của cơ quan, đơn vị đạt kết quả tốt',
    },
    ALL,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard({ code: 'TQ-S02a', section: 'III.1.a', text: AGENCY_TASKS }, OFFICES, 'qualitative', null, EXTENDED),
  standard(
    { code: 'TQ-S02b', section: 'III.1.a', text: 'thực hiện nghiêm chế độ thông tin, báo cáo' },
    OFFICES,
    'reporting',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TQ-S02c',
      section: 'III.1.a',
      text: 'Thực hiện ứng dụng công nghệ số để tạo ra các sản phẩm, dịch vụ mới và thiết thực trong các lĩnh vực, đáp ứng được các tiêu chuẩn, quy chuẩn kỹ thuật và đảm bảo an toàn, an ninh mạng.',
    },
    OFFICES,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TQ-G20',
      section: 'III.1.a',
      text: 'Đạt tỷ lệ từ 90% số điểm trở lên theo Quyết định số 297/QĐ-UBND ngày 24/02/2023 của UBND tỉnh Hải Dương',
    },
    OFFICES,
    'score-share',
    90,
    EXTENDED,
  ),
  standard(
    {
      code: 'TQ-S03',
      section: 'III.1.b',
      text: 'Thực hiện ứng dụng mạnh mẽ công nghệ số để tạo ra các sản phẩm, dịch vụ mới trong các ngành, lĩnh vực kinh tế - xã hội trên địa bàn xã, nhằm phục vụ nhu cầu của xã hội, đáp ứng được các tiêu chuẩn, kỹ thuật và đảm bảo an toàn thông tin mạng.',
    },
    ['enterprise'],
    'qualitative',
  ),
  standard(
    {
      code: 'TQ-S04a',
      section: 'III.2',
      text: 'Cán bộ, công chức, viên chức, người lao động có thành tích xuất sắc trong Phong trào thi đua theo các tiêu chí thi đua.',
    },
    ['individual'],
    'qualitative',
  ),
  standard(
    {
      code: 'TQ-S04b',
      section: 'III.2',
      text: 'Có sáng kiến, giải pháp hữu ích được công nhận và nhân rộng trên địa bàn toàn xã, huyện',
    },
    ['individual'],
    'qualitative',
  ),
];

export const awards: Movement['awards'] = [
  award('TQ-A01a', 'Bằng khen của Chủ tịch UBND tỉnh (nếu có)', 'province', 'III.3'),
  award('TQ-A01b', 'Giấy khen của Chủ tịch UBND huyện (nếu có)', 'district', 'III.3'),
  award('TQ-A01c', 'Giấy khen của Chủ tịch UBND xã', 'commune', 'III.3'),
];

export const calendar: Movement['calendar'] = [
  due(
    {
      code: 'TQ-D01',
      section: 'IV.1',
      text: 'Ban hành Kế hoạch và tổ chức triển khai thực hiện; yêu cầu 100% các cơ quan ban hành kế hoạch, triển khai phong trào thi đua',
    },
    'unit-plan',
    { kind: 'year', year: 2023 },
    'Các cơ quan',
  ),
  due(
    { code: 'TQ-D01b', section: 'IV.1', text: 'đăng ký thực hiện Phong trào thi đua' },
    'registration',
    { kind: 'year', year: 2023 },
    'Các cơ quan',
  ),
  due(
    {
      code: 'TQ-D02',
      section: 'IV.2',
      text: 'tổ chức sơ kết Phong trào thi đua Chuyển đổi số … (thời gian trong Quý III năm 2024)',
    },
    'interim-review',
    { kind: 'quarter', year: 2024, quarter: 3 },
  ),
  due(
    { code: 'TQ-D03', section: 'IV.3', text: 'Tổ chức tổng kết Phong trào thi đua (thời gian vào Quý IV năm 2025)' },
    'final-review',
    { kind: 'quarter', year: 2025, quarter: 4 },
  ),
];

export const roles: Movement['roles'] = [
  role(
    'TQ-R01',
    'VI.1',
    'Các trường học trên địa bàn xã',
    ['participant'],
    'xây dựng kế hoạch phát động Phong trào thi đua Chuyển đổi số, hướng dẫn và triển khai tổ chức thực hiện đảm bảo thiết thực, chất lượng',
  ),
  role(
    'TQ-R02',
    'VI.2',
    'Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội',
    ['communication', 'participant'],
    'Tích cực tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia hưởng ứng Phong trào thi đua Chuyển đổi số',
  ),
  role(
    'TQ-R03',
    'VI.3',
    'Công chức Văn hóa – xã hội',
    ['communication', 'monitor', 'proposer'],
    'Chủ trì, phối hợp với công chức Văn phòng Đảng ủy – Nội vụ xã đề nghị Chủ tịch UBND xã xem xét, tặng thưởng Giấy khen',
  ),
  role(
    'TQ-R04',
    'VI.4',
    'Công chức Văn phòng Đảng ủy – Nội vụ',
    ['appraiser'],
    'ban hành hướng dẫn khen thưởng trong Phong trào thi đua Chuyển đổi số; thẩm định hồ sơ đề nghị Chủ tịch UBND xã khen thưởng',
  ),
  role(
    'TQ-R05',
    'VI.5',
    'Đài truyền thanh xã',
    ['communication'],
    'Đẩy mạnh công tác tuyên truyền, mở các chuyên mục để tuyên truyền, nhân rộng các mô hình mới, cách làm hay',
  ),
  role('TQ-R06', 'V', 'UBND xã', ['funding'], 'được chi từ nguồn kinh phí khen thưởng của xã'),
  role(
    'TQ-A01c',
    'III.3',
    'Chủ tịch UBND xã',
    ['signer'],
    'Tặng Giấy khen của Chủ tịch UBND xã cho tập thể, cá nhân có thành tích xuất sắc',
  ),
];

export const legalBases: Movement['legalBases'] = [
  legal(
    '98/KH-UBND',
    '2023-08-02',
    'UBND huyện Ninh Giang',
    'phát động phong trào thi đua thực hiện Chuyển đổi số trên địa bàn huyện Ninh Giang, giai đoạn 2023 – 2025',
  ),
  legal(
    '06-NQ/TU',
    '2021-03-26',
    'Ban Chấp hành Đảng bộ tỉnh Hải Dương',
    'Chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030',
  ),
  legal('2358/KH-UBND', '2021-06-25', 'UBND tỉnh Hải Dương', 'Kế hoạch hành động thực hiện Nghị quyết số 06-NQ/TU'),
  legal(
    '110/KH-UBND',
    '2021-08-03',
    'UBND huyện Ninh Giang',
    'Kế hoạch hành động thực hiện “Chuyển đổi số giai đoạn 2021-2025, định hướng đến năm 2030”',
  ),
  legal('89/KH-UBND', '2023-06-29', 'UBND huyện Ninh Giang', 'Chuyển đổi số huyện Ninh Giang năm 2023'),
  legal('297/QĐ-UBND', '2023-02-24', 'UBND tỉnh Hải Dương', 'ban hành Bộ chỉ số đánh giá Chuyển đổi số tỉnh Hải Dương'),
  legal('Luật Thi đua, khen thưởng', null, 'Quốc hội', 'Điều 84: hồ sơ đề nghị khen thưởng'),
  legal('91/2017/NĐ-CP', null, 'Chính phủ', 'thủ tục, hồ sơ đề nghị khen thưởng', DECREE_91),
  legal('12/2019/TT-BNV', null, 'Bộ Nội vụ', 'thủ tục, hồ sơ đề nghị khen thưởng', CIRCULAR_12),
];

export const warnings: Movement['warnings'] = [
  {
    code: 'TQ-M01',
    message:
      'Kế hoạch để trống số và ngày ban hành ("ngày tháng 8 năm 2023"): điền trước khi dẫn chiếu trong tờ trình, quyết định.',
  },
  {
    code: 'TQ-G12',
    message:
      'Chỉ tiêu thanh toán trực tuyến ghi "thủ tục hành chính", có thể hiểu là hồ sơ; bộ tiêu chí tính theo hồ sơ, cần UBND xã xác nhận.',
  },
  {
    code: 'TQ-G14',
    message:
      'Chỉ tiêu "kinh tế số chiếm 20% tổng sản phẩm" và "tối thiểu 10% từng ngành" (TQ-G14, TQ-G15): cấp xã không có số liệu tổng sản phẩm; là chỉ tiêu chung của xã, không giao cho từng đơn vị.',
  },
  {
    code: 'TQ-G16',
    message:
      'Chỉ tiêu hộ gia đình và dân số (TQ-G16, TQ-G18) là chỉ tiêu chung của xã: kế hoạch không có đối tượng thi đua là thôn nên không có trong bộ tiêu chí.',
  },
  {
    code: 'TQ-G20',
    message:
      'Ngưỡng "từ 90% số điểm" tính theo Bộ chỉ số dành cho cấp huyện (Quyết định số 297/QĐ-UBND) nhưng áp dụng cho cơ quan của xã; ở đây hiểu là 90% điểm của bộ tiêu chí.',
  },
  { code: 'TQ-Q00', message: 'Kế hoạch không quy định số lượng khen thưởng.' },
  {
    code: 'TQ-D04',
    message:
      'Kế hoạch không có ngày nộp báo cáo của đơn vị: cần ấn định ngày để tính đúng hạn, chậm hạn. Mức trừ điểm báo cáo chậm cũng do Hội đồng quy định.',
  },
  {
    code: 'TQ-A02',
    message:
      'Thủ tục, hồ sơ dẫn Nghị định số 91/2017/NĐ-CP và Thông tư số 12/2019/TT-BNV: đã hết hiệu lực, cần thay bằng quy định hiện hành.',
  },
  { code: 'TQ-X01', message: 'Văn bản viết lẫn "chuyên đổi" (10 lần) và "chuyển đổi": sửa khi ban hành lại.' },
  {
    code: 'TQ-X02',
    message:
      'Lỗi chính tả trong văn bản gốc ("xác thực danh điện tử", "thực hiện thực hiện", "Đài Đài", "TỔ THỰC HIỆN"…): sửa khi ban hành lại.',
  },
  {
    code: 'TQ-X03',
    message:
      'Nhiều gạch đầu dòng chứa hai, ba chỉ tiêu: đã tách riêng. Kế hoạch không nói ai xây dựng tiêu chí chấm điểm cấp xã.',
  },
  { code: 'XP-13', message: NO_DISTRICT },
];
