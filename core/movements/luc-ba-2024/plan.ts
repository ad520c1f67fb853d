/**
 * Lục Ba 2024: who, what and when of the plan. It states no figure: criteria and scoring are left to an officer (IV.1).
 */
import type { Movement } from '../../movement/movement.ts';
import { at, audience, award, due, legal, role, softTarget } from '../build.ts';
import { NO_DISTRICT, PROGRAMME_NUMBER } from '../legal-warnings.ts';

const CONTRIBUTORS = at(
  'LB-E11',
  'III.1.b',
  'Tập thể, cá nhân có nhiều đóng góp cho việc thực hiện chương trình chuyển đổi số xã Lục Ba',
);

export const audiences: Movement['audiences'] = [
  audience('agency', 'Cơ quan xã', 'collective', at('LB-E01', 'II.1', 'Đảng ủy- HĐND-UBND- UB MTTQ'), {
    members: ['Đảng ủy', 'HĐND', 'UBND', 'UB MTTQ'],
  }),
  audience(
    'association',
    'Đoàn thể và tổ chức hội',
    'collective',
    at(
      'LB-E02',
      'II.1',
      'Hội Phụ nữ, Hội Nông dân, Hội Cựu chiến binh, Đoàn TNCS Hồ Chí Minh xã; … Các tổ chức hội xã hội',
    ),
    {
      members: [
        'Hội Phụ nữ',
        'Hội Nông dân',
        'Hội Cựu chiến binh',
        'Đoàn TNCS Hồ Chí Minh xã',
        'Hội người cao tuổi',
        'Hội chữ thập đỏ',
        'Hội khuyến học',
        'Hội chất độc da cam',
        'Hội thanh niên xung phong',
      ],
    },
  ),
  audience('school', 'Trường học', 'collective', at('LB-E06', 'II.1', 'Trường học')),
  audience('health-station', 'Trạm y tế', 'collective', at('LB-E06', 'II.1', 'Trạm y tế xã')),
  audience(
    'village',
    'Xóm',
    'collective',
    at('LB-E08', 'II.1', 'Nhân dân và cán bộ các xóm, ban công tác Mặt trận và các Chi hội, đoàn thể các xóm'),
    {
      members: ['Nhân dân và cán bộ các xóm', 'ban công tác Mặt trận', 'các Chi hội, đoàn thể các xóm'],
    },
  ),
  audience(
    'individual',
    'Cá nhân',
    'individual',
    at('LB-E09', 'II.1', 'Cán bộ, công chức, viên chức, người lao động trên địa bàn xã'),
    {
      members: ['cán bộ', 'công chức', 'viên chức', 'người lao động'],
    },
  ),
  audience(
    'household',
    'Hộ gia đình',
    'household',
    at('LB-E10', 'III.1.a', 'Tập thể, cá nhân, hộ gia đình trên địa bàn xã có thành tích'),
    { competes: false },
  ),
  audience('outside-collective', 'Tập thể có nhiều đóng góp', 'collective', CONTRIBUTORS, { competes: false }),
  audience('outside-individual', 'Cá nhân có nhiều đóng góp', 'individual', CONTRIBUTORS, { competes: false }),
];

const CONTENTS: readonly (readonly [code: string, section: string, text: string])[] = [
  [
    'LB-C01',
    'II.3.a',
    'Tăng cường công tác lãnh đạo, chỉ đạo thực hiện các chỉ thị, nghị quyết của Trung ương, tỉnh, huyện về chuyển đổi số',
  ],
  [
    'LB-C02',
    'II.3.b',
    'Đẩy mạnh công tác tuyên truyền, quán triệt, học tập, nâng cao nhận thức … Người đứng đầu cơ quan, đơn vị phải chịu trách nhiệm trực tiếp về chuyển đổi số trong cơ quan, đơn vị; … lấy việc triển khai thực hiện phong trào thi đua là một trong những tiêu chí đánh giá kết quả thực hiện nhiệm vụ',
  ],
  [
    'LB-C03',
    'II.3.c',
    'Xây dựng chương trình, kế hoạch và đẩy nhanh tiến trình chuyển đổi số theo từng ngành, lĩnh vực; chủ động rà soát.',
  ],
  [
    'LB-C04',
    'II.3.d',
    'Phát huy vai trò của Mặt trận Tổ quốc, các tổ chức chính trị - xã hội các cấp trong công tác tuyên truyền, vận động Nhân dân tích cực hưởng ứng chương trình chuyển đổi số tại địa phương.',
  ],
  ['LB-C05', 'II.3.f', 'Tăng cường công tác quản lý an ninh mạng, bảo mật thông tin và an toàn dữ liệu'],
  [
    'LB-C06',
    'II.3.g',
    'Tích cực tổ chức phong trào thi đua thiết thực, hiệu quả với nội dung hình thức phong phú, đa dạng, bám sát các nhiệm vụ chính trị của cơ quan, đơn vị nhằm thu hút tập hợp sự tham gia, ủng hộ của các tổ chức, cá nhân trong và ngoài xã',
  ],
];
export const contents = CONTENTS.map(([code, section, text]) => ({ code, text, source: at(code, section) }));

const FIELDS = [
  'Xây dựng chính quyền số',
  'Kinh tế số: nông nghiệp',
  'Kinh tế số: công nghiệp, tiểu thủ công nghiệp',
  'Kinh tế số: tài nguyên và môi trường',
  'Xã hội số: giáo dục và đào tạo',
  'Xã hội số: y tế',
  'Xã hội số: văn hóa',
  'Xã hội số: du lịch',
  'Xã hội số: an ninh',
];
export const priorityFields = FIELDS.map((name, index) => ({
  code: `LB-C07.${index + 1}`,
  name,
  source: at('LB-C07', 'II.3.h', 'Chú trọng ưu tiên thi đua đẩy mạnh chuyển đổi số trong một số lĩnh vực sau'),
}));

export const targets: Movement['targets'] = [
  softTarget(
    'LB-G00',
    'II.2',
    'Thi đua phấn đấu hoàn thành các mục tiêu cơ bản của Nghị quyết số 01-NQ/TU ngày 31/12/2020 … và Chương trình hành động số 08-CT/HU ngày 08/02/2021',
    'qualitative',
    'toàn xã',
    {
      scope: 'commune',
      deadline: '2024-12-31',
      note: 'Kế hoạch không có chỉ tiêu bằng số.',
    },
  ),
];

export const standards: Movement['standards'] = [];

export const awards: Movement['awards'] = [award('LB-A01', 'Giấy khen của Chủ tịch UBND xã', 'commune', 'III.2')];

export const calendar: Movement['calendar'] = [
  due(
    {
      code: 'LB-D01',
      section: 'IV.3',
      text: 'cuối năm báo cáo tình hình tổ chức thực hiện phong trào thi đua về UBND xã',
    },
    'unit-report',
    { kind: 'unspecified' },
    'Các cơ quan, đơn vị, các xóm',
    'UBND xã (qua CC Văn hóa-xã hội)',
  ),
  due(
    {
      code: 'LB-D02',
      section: 'IV.5',
      text: 'Định kỳ hàng năm, các cơ quan, tổ chức, đơn vị, trường học báo cáo tình hình tổ chức thực hiện phong trào thi đua',
    },
    'unit-report',
    { kind: 'unspecified' },
    'Các cơ quan, tổ chức, đơn vị, trường học',
    'Công chức Văn hóa-xã hội để tổng hợp báo cáo UBND xã',
  ),
  due(
    {
      code: 'LB-D04',
      section: 'IV.1',
      text: 'Tổng hợp và báo cáo Ủy ban nhân dân xã kết quả thực hiện phong trào thi đua năm 2024.',
    },
    'yearly-summary',
    { kind: 'unspecified' },
    'Công chức Văn hóa - xã hội',
    'UBND xã',
  ),
  due({ code: 'LB-D03', section: 'I.2', text: 'có đôn đốc, kiểm tra, đánh giá định kỳ hàng năm' }, 'evaluation', {
    kind: 'year',
    year: 2024,
  }),
];

export const roles: Movement['roles'] = [
  role(
    'LB-R01',
    'IV.1',
    'Công chức Văn hóa - xã hội',
    ['criteria-builder', 'monitor', 'proposer', 'summariser', 'communication'],
    'Xây dựng tiêu chí đánh giá, chấm điểm thi đua; đề nghị Chủ tịch Ủy ban nhân dân xã khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất',
  ),
  role(
    'LB-R02',
    'IV.2',
    'Công chức Văn phòng - thống kê (Thường trực Hội đồng Thi đua - Khen thưởng xã)',
    ['standing-body', 'monitor', 'proposer'],
    'phối hợp với công chức Văn hóa-xã hội lựa chọn những tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua trình các cấp khen thưởng',
  ),
  role(
    'LB-R03',
    'IV.3',
    'Các cơ quan, đơn vị, các xóm',
    ['participant'],
    'xây dựng kế hoạch và triển khai tổ chức thực hiện phong trào thi đua; … cuối năm báo cáo',
  ),
  role(
    'LB-R04',
    'IV.4',
    'Ủy ban Mặt trận Tổ quốc và các đoàn thể',
    ['communication', 'participant'],
    'Thực hiện việc tuyên truyền, vận động đoàn viên, hội viên, Nhân dân tích cực hưởng ứng',
  ),
  role('LB-R05', 'III.2', 'Chủ tịch UBND xã', ['signer'], 'Giấy khen của Chủ tịch UBND xã.'),
];

export const legalBases: Movement['legalBases'] = [
  legal(
    '479/QĐ-TTg',
    '2020-06-03',
    'Thủ tướng Chính phủ',
    'phê duyệt “Chương trình chuyển đổi số quốc gia” đến năm 2025, định hướng đến năm 2030',
    PROGRAMME_NUMBER,
  ),
  legal(
    '52-NQ/TW',
    null,
    'Bộ Chính trị',
    'chủ trương, chính sách chủ động tham gia cuộc cách mạng công nghiệp lần thứ tư',
  ),
  legal(
    '01-NQ/TU',
    '2020-12-31',
    'Ban Chấp hành Đảng bộ tỉnh Thái Nguyên',
    'Chương trình chuyển đổi số tỉnh Thái Nguyên, giai đoạn 2021 - 2025, định hướng đến năm 2030',
  ),
  legal(
    '105/KH-UBND',
    '2021-05-31',
    'UBND tỉnh Thái Nguyên',
    'tổ chức phong trào thi đua “Thái Nguyên đẩy mạnh chương trình chuyển đổi số” giai đoạn 2021 - 2025',
  ),
  legal('08-CT/HU', '2021-02-08', 'Huyện ủy Đại Từ', 'Chương trình hành động thực hiện Nghị quyết số 01-NQ/TU'),
  legal(
    '48/KH-UBND',
    '2024-02-03',
    'UBND huyện Đại Từ',
    'tổ chức phong trào thi đua yêu nước và công tác khen thưởng huyện Đại Từ năm 2024',
  ),
  legal(
    '54/KH-UBND',
    '2024-02-06',
    'UBND huyện Đại Từ',
    'Chuyển đổi số và đảm bảo An toàn thông tin mạng trên địa bàn huyện Đại Từ năm 2024',
  ),
  legal(
    '76/KH-UBND',
    '2024-02-19',
    'UBND huyện Đại Từ',
    'phát động phong trào thi đua “Huyện Đại Từ đẩy mạnh chương trình chuyển đổi số” năm 2024',
  ),
  legal(
    '90/KH-UBND',
    '2024-02-06',
    'UBND xã Lục Ba',
    'tổ chức phong trào thi đua yêu nước và công tác khen thưởng xã Lục Ba năm 2024',
  ),
];

export const warnings: Movement['warnings'] = [
  {
    code: 'LB-G00',
    message:
      'Kế hoạch không có chỉ tiêu bằng số: toàn bộ tiêu chí, điểm và mức đạt trong bộ tiêu chí là đề xuất, cần UBND xã ban hành (mục IV.1 giao công chức Văn hóa - xã hội xây dựng).',
  },
  { code: 'LB-Q00', message: 'Kế hoạch không quy định số lượng khen thưởng.' },
  {
    code: 'LB-D01',
    message: 'Báo cáo của đơn vị chỉ ghi "cuối năm", không có ngày: cần ấn định ngày nộp để tính đúng hạn, chậm hạn.',
  },
  {
    code: 'LB-E10',
    message: 'Hộ gia đình được khen thưởng (mục III.1.a) nhưng không có trong đối tượng thi đua (mục II.1).',
  },
  { code: 'LB-X01', message: 'Số 479/QĐ-TTg không khớp: kế hoạch khác dẫn cùng ngày 03/6/2020 là số 749/QĐ-TTg.' },
  {
    code: 'LB-X02',
    message:
      'Các điểm của mục II.3 đánh chữ a, b, c, d, f, g, h (thiếu đ, e): thứ tự theo quy định là a, b, c, d, đ, e, g, h.',
  },
  {
    code: 'LB-X03',
    message: 'Lỗi chính tả trong văn bản gốc ("Các các", "chuyên đổi", "văn phòng -hồng kê"…): sửa khi ban hành lại.',
  },
  {
    code: 'LB-X05',
    message: 'Một số câu còn ghi "trên địa bàn huyện" (chép từ kế hoạch của huyện) trong kế hoạch của xã.',
  },
  { code: 'LB-X06', message: 'Phần ký chỉ có "CHỦ TỊCH", thiếu "TM. ỦY BAN NHÂN DÂN".' },
  { code: 'XP-13', message: NO_DISTRICT },
];
