/** Ta Ma 2023–2030: audiences, contents, priority fields and standards of the plan (sections II, III.1, IV.2). */
import type { Movement } from '../../movement/movement.ts';
import { at, audience, standard } from '../build.ts';

export const audiences: Movement['audiences'] = [
  audience(
    'agency',
    'Cơ quan, đơn vị',
    'collective',
    at('TM-E01', 'II.3', 'Tập thể: Cơ quan, đơn vị, địa phương trên địa bàn xã Ta Ma'),
    { members: ['cơ quan', 'ban', 'ngành'] },
  ),
  audience(
    'association',
    'Ủy ban MTTQ và các tổ chức chính trị - xã hội',
    'collective',
    at(
      'TM-E04',
      'IV.2.a',
      'Đối với các cơ quan, ban, ngành, Ủy ban Mặt trận tổ quốc Việt Nam và các tổ chức chính trị - xã hội xã',
    ),
    { members: ['Ủy ban MTTQ Việt Nam xã', 'các tổ chức chính trị - xã hội xã'] },
  ),
  audience('school', 'Trường học', 'collective', at('TM-E01', 'II.3', 'Cơ quan, đơn vị'), {
    members: ['các nhà trường'],
  }),
  audience('health-station', 'Trạm y tế', 'collective', at('TM-E01', 'II.3', 'Cơ quan, đơn vị')),
  audience('village', 'Bản', 'collective', at('TM-E05', 'IV.2.a', 'Đối với các bản'), { members: ['các bản'] }),
  audience(
    'individual',
    'Cá nhân',
    'individual',
    at(
      'TM-E02',
      'II.3',
      'Cá nhân: CB, CC, VC, người lao động trong các cơ quan, đơn vị và Nhân dân trên địa bàn xã Ta Ma',
    ),
    { members: ['cán bộ', 'công chức', 'viên chức', 'người lao động', 'Nhân dân'] },
  ),
  ...(['collective', 'individual'] as const).map((subject) =>
    audience(
      `outside-${subject}`,
      subject === 'collective' ? 'Tập thể ngoài xã' : 'Cá nhân ngoài xã',
      subject,
      at('TM-E03', 'II.3', 'Các tập thể, cá nhân ngoài xã có nhiều đóng góp cho việc thực hiện Chuyển đổi số xã Ta Ma'),
      { competes: false },
    ),
  ),
];

const CONTENTS: readonly (readonly [code: string, section: string, text: string])[] = [
  [
    'TM-C01',
    'III.1.1',
    'Tăng cường sự lãnh đạo, chỉ đạo của các cấp ủy, chính quyền, phát huy vai trò của MTTQ và các tổ chức chính trị - xã hội thực hiện chủ trương, đường lối của Đảng, chính sách pháp luật của Nhà nước về chuyển đổi số, nâng cao nhận thức về sự cần thiết và tính cấp thiết của chuyển đổi số',
  ],
  [
    'TM-C02',
    'III.1.2',
    'Xây dựng các Chương trình, Kế hoạch tạo điều kiện thuận lợi cho Chuyển đổi số, xây dựng các cơ chế, khuyến khích các hoạt động nghiên cứu, áp dụng công nghệ mới, sản phẩm mới, dịch vụ mới, mô hình mới. Tăng cường công tác đào tạo, bồi dưỡng cho đội ngũ CB, CC, VC, người lao động về Chuyển đổi số',
  ],
  [
    'TM-C03',
    'III.1.3',
    'Ưu tiên các nguồn lực để thực hiện Chuyển đổi số trong hoạt động của các cơ quan, phát triển chính quyền số, trọng tâm là phát triển hạ tầng số, tạo lập dữ liệu mở, cung cấp dịch vụ công trực tuyến mức độ 4; … góp phần nâng cao chỉ số xếp hạng của xã về chuyển đổi số hàng năm',
  ],
  [
    'TM-C04',
    'III.1.4',
    'thực hiện mục tiêu “5 không”: Xử lý văn bản không giấy tờ; họp không gặp mặt; giải quyết hồ sơ thủ tục hành chính không tiếp xúc; thông tin không nhập nhiều lần; thanh toán không dùng tiền mặt',
  ],
  [
    'TM-C05',
    'III.1.5',
    'Đảm bảo an toàn, an ninh thông tin và an toàn dữ liệu; bảo đảm an toàn và quyền riêng tư trong việc chia sẻ dữ liệu quản lý công dân trong phục vụ trực tuyến',
  ],
];

const FIELDS: readonly (readonly [suffix: string, section: string, name: string, text: string])[] = [
  [
    'a',
    'III.1.6.a',
    'Lĩnh vực y tế',
    'triển khai sáng kiến "Mỗi người dân có một bác sỹ riêng" với mục tiêu mỗi người dân có một hồ sơ số sức khoẻ cá nhân',
  ],
  [
    'b',
    'III.1.6.b',
    'Lĩnh vực giáo dục và đào tạo',
    'Triển khai đẩy mạnh ứng dụng công nghệ thông tin trong quản lý, dạy học và kiểm tra đánh giá',
  ],
  [
    'c',
    'III.1.6.c',
    'Lĩnh vực nông nghiệp và phát triển nông thôn',
    'tăng tỷ trọng của nông nghiệp công nghệ số trong nền kinh tế',
  ],
  [
    'd',
    'III.1.6.d',
    'Lĩnh vực thông tin và truyền thông',
    'Xây dựng và phát triển hạ tầng thiết yếu cho chuyển đổi số',
  ],
];

export const contents = CONTENTS.map(([code, section, text]) => ({ code, text, source: at(code, section) }));
export const priorityFields = FIELDS.map(([suffix, section, name, text]) => ({
  code: `TM-C06${suffix}`,
  name,
  source: at('TM-C06', section, text),
}));

const BODIES = ['agency', 'association', 'school', 'health-station'];
/**
 * IV.2.a names "các cơ quan, ban, ngành, Ủy ban MTTQ và các tổ chức chính trị - xã hội"; that schools and the health
 * station are among them is ours.
 */
const EXTENDED = ['school', 'health-station'];

export const standards: Movement['standards'] = [
  standard(
    {
      code: 'TM-S00',
      section: 'IV.2.a',
      text: 'Tập thể luôn gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; tổ chức thực hiện Phong trào thi đua Chuyển đổi số thiết thực, hiệu quả',
    },
    [...BODIES, 'village'],
    'qualitative',
  ),
  standard(
    {
      code: 'TM-S01',
      section: 'IV.2.a',
      text: 'Hoàn thành có chất lượng, đúng thời hạn các nhiệm vụ được giao tại các Kế hoạch Chuyển đổi số hàng năm của UBND xã.',
    },
    BODIES,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TM-S02',
      section: 'IV.2.a',
      text: 'Tổ chức phong trào thi đua thiết thực hiệu quả; có mô hình, giải pháp cách làm hay trong lãnh đạo, chỉ đạo thực hiện chuyển đối số của cơ quan, đơn vị đạt kết quả tốt; tích cực vận động cán bộ, công chức, viên chức, người lao động hưởng ứng Phong trào thi đua thực hiện Chuyển đổi số bằng những việc làm thiết thực mang lại hiệu quả.',
    },
    BODIES,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TM-S03',
      section: 'IV.2.a',
      text: 'Thực hiện ứng dụng nền tàng số thiết thực trong các ngành, lĩnh vực, đáp ứng được các tiêu chuẩn, quy chuẩn kỹ thuật và đảm bảo an toàn, an ninh mạng.',
    },
    BODIES,
    'qualitative',
    null,
    EXTENDED,
  ),
  standard(
    { code: 'TM-S04', section: 'IV.2.a', text: 'Thực hiện tốt chế độ thông tin, báo cáo theo quy định.' },
    BODIES,
    'reporting',
    null,
    EXTENDED,
  ),
  standard(
    {
      code: 'TM-S05',
      section: 'IV.2.a',
      text: 'Kết quả xếp hạng thuộc tốp đầu theo Bộ chỉ số đánh giá Chính quyền số của các bộ phận chuyên môn thuộc UBND xã',
    },
    BODIES,
    'rank',
    null,
    EXTENDED,
  ),
  ...(
    [
      [
        'a',
        'qualitative',
        'Hoàn thành có chất lượng, đúng thời hạn các nhiệm vụ được giao Kế hoạch Chuyển đổi số hàng năm của UBND xã.',
      ],
      [
        'b',
        'qualitative',
        'Tổ chức Phong trào thi đua thiết thực hiệu quả; có nhiều sáng kiến; giải pháp trong lãnh đạo, chỉ đạo thực hiện Chuyển đổi số đạt kết quả tốt.',
      ],
      ['c', 'reporting', 'Thực hiện tốt chế độ thông tin, báo cáo theo quy định.'],
    ] as const
  ).map(([suffix, kind, text]) => standard({ code: `TM-S06${suffix}`, section: 'IV.2.a', text }, ['village'], kind)),
  standard(
    {
      code: 'TM-S07',
      section: 'IV.2.b',
      text: 'Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước, tích cực hưởng ứng Phong trào thi đua … CB, CC, VC nỗ lực bám nắm cơ sở; có sáng kiến, giải pháp hữu ích trong việc xây dựng, ban hành hoặc trình cấp có thẩm quyền ban hành; tổ chức thực hiện, kiểm tra thực hiện cơ chế chính sách, hướng dẫn',
    },
    ['individual'],
    'qualitative',
  ),
  standard(
    {
      code: 'TM-S08',
      section: 'IV.2.c',
      text: 'Tập thể, cá nhân ngoài huyện có nhiều đóng góp về công sức, trí tuệ, vật chất, sáng kiến vào Chuyển đổi số của huyện.',
    },
    ['outside-collective', 'outside-individual'],
    'qualitative',
  ),
];
