/** Cát Nê 2024: the plan with its targets (section III, one more in IV), without criteria. */
import type { Movement, Target } from '../../movement/movement.ts';
import { at, audience, due, legal, role, softTarget, standard, target } from '../build.ts';
import { NO_DISTRICT } from '../legal-warnings.ts';

const COLLECTIVES = at('CN-E01', 'II.2', 'Tập thể: Các cơ quan đơn vị, các tổ chức đóng trên địa bàn và UBND xã');

export const audiences: Movement['audiences'] = [
  audience('agency', 'UBND xã và các cơ quan, đơn vị', 'collective', COLLECTIVES, {
    members: ['UBND xã', 'các cơ quan đơn vị'],
  }),
  audience('association', 'Các tổ chức đóng trên địa bàn', 'collective', COLLECTIVES, {
    members: ['các tổ chức', 'Mặt trận Tổ quốc và các đoàn thể'],
  }),
  audience(
    'individual',
    'Cá nhân',
    'individual',
    at(
      'CN-E02',
      'II.2',
      'Cá nhân: Cán bộ, công chức, viên chức, người lao động của UBND và các cơ quan đơn vị đóng trên địa bàn.',
    ),
    {
      members: ['cán bộ', 'công chức', 'viên chức', 'người lao động'],
    },
  ),
];

const CONTENTS: readonly string[] = [
  'Tăng cường sự lãnh đạo của Đảng uỷ, UBND, phát huy vai trò của các tổ chức đoàn thể về chuyển đổi số; nâng cao nhận thức về sự cần thiết và tính cấp thiết của chuyển đổi số',
  'Xây dựng kế hoạch và đẩy nhanh tiến trình chuyển đổi số; chủ động rà soát, tham mưu sửa đổi, xây dựng cơ chế chính sách thuộc phạm vi quản lý',
  'Tích cực tham gia bồi dưỡng kiến thức, kỹ năng về công nghệ số, chuyển đổi số đối với cán bộ, công chức, viên chức và người lao động; nhất là đội ngũ cán bộ lãnh đạo chủ chốt.',
  'Ưu tiên đảm bảo các nguồn lực để thực hiện các hoạt động chuyển đổi số.',
  'Tích cực xây dựng và tạo lập dữ liệu mở phục vụ người dân khai thác, truy cập, sử dụng, góp phần công khai, minh bạch',
  'Tuyên truyền, hướng dẫn nhận diện các thông tin xuyên tạc, giả mạo trên không gian mạng; tăng cường đảm bảo an ninh thông tin và an toàn dữ liệu',
];
export const contents = CONTENTS.map((text, index) => {
  const code = `CN-C0${index + 1}`;
  return { code, text, source: at(code, 'II.4') };
});

const BY_2024 = '2024-12-31';

/** Why no figure of the portal stands for a target. */
const notOnPortal = (of: string) => `Không đối chiếu với Cổng: Cổng không có chỉ số về ${of}.`;

export const CAT_NE_TARGETS: readonly Target[] = [
  softTarget(
    'CN-G01',
    'III',
    'Triển khai thực hiện đầy đủ, kịp thời, đúng quy định các văn bản pháp luật do Trung ương, tỉnh, huyện ban hành.',
    'yes-no',
    'văn bản pháp luật',
    { deadline: BY_2024 },
  ),
  target(
    'CN-G02',
    'III',
    '100% hồ sơ công việc được xử lý và lưu trữ trên mội trường mạng (trừ hồ sơ thuộc bí mật nhà nước).',
    ['eq', 100, '%', 'hồ sơ công việc', BY_2024],
    { exclusion: 'trừ hồ sơ thuộc bí mật nhà nước', note: notOnPortal('hồ sơ công việc') },
  ),
  target(
    'CN-G03',
    'III',
    '100% người dân sử dụng dịch vụ công trực tuyến được định danh và xác thực thông suốt, hợp nhất trên tất cả các hệ thống của các cấp chính quyền từ Trung ương đến địa phương.',
    ['eq', 100, '%', 'người dân', BY_2024],
    { qualifier: 'sử dụng dịch vụ công trực tuyến', note: notOnPortal('người dân') },
  ),
  target(
    'CN-G04',
    'III',
    'Tối thiểu 80% hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến, người dân chỉ phải nhập dữ liệu một lần.',
    ['gte', 80, '%', 'hồ sơ thủ tục hành chính', BY_2024],
    {
      note: 'Kèm yêu cầu: người dân chỉ phải nhập dữ liệu một lần. Cổng đếm hồ sơ tiếp nhận trực tuyến, kế hoạch nói xử lý hoàn toàn trực tuyến.',
    },
  ),
  target(
    'CN-G05',
    'III',
    '100% văn bản trao đổi với các cơ quan nhà nước khác được thực hiện dưới dạng điện tử, được ký số bởi chữ ký số chuyên dùng, trừ văn bản mật theo quy định của pháp luật.',
    ['eq', 100, '%', 'văn bản', BY_2024],
    {
      qualifier: 'trao đổi với các cơ quan nhà nước khác',
      exclusion: 'trừ văn bản mật theo quy định của pháp luật',
      note: notOnPortal('văn bản'),
    },
  ),
  target('CN-G06', 'III', '100% công tác báo cáo được thực hiện trên hệ thống.', ['eq', 100, '%', 'báo cáo', BY_2024], {
    note: notOnPortal('báo cáo'),
  }),
  target(
    'CN-G07',
    'III',
    '100% cán bộ, công chức, viên chức được tập huấn, bồi dưỡng, phổ cập kỹ năng số cơ bản.',
    ['eq', 100, '%', 'cán bộ, công chức, viên chức', BY_2024],
    { note: notOnPortal('cán bộ, công chức, viên chức') },
  ),
  softTarget('CN-G08', 'III', 'Thực hiện lập và lưu trữ hồ sơ điện tử.', 'yes-no', 'hồ sơ điện tử', {
    deadline: BY_2024,
  }),
  softTarget(
    'CN-G09',
    'III',
    'Trang thông tin điện tử của UBND xã cung cấp đầy đủ các nội dung, thông tin theo quy định tại Luật tiếp cận thông tin và Nghị định số 42/2022/NĐCP của Chính phủ.',
    'yes-no',
    'trang thông tin điện tử của UBND xã',
    { deadline: BY_2024, note: 'Kiểm theo danh mục nội dung của luật và nghị định.' },
  ),
  target(
    'CN-G10',
    'III',
    '100% hồ sơ giải quyết TTHC được thực hiện thông qua hệ thống Một cửa điện tử.',
    ['eq', 100, '%', 'hồ sơ giải quyết thủ tục hành chính', BY_2024],
    { note: 'Không đối chiếu với Cổng: Cổng chỉ đếm hồ sơ trực tuyến, thanh toán, số hóa và đúng hạn.' },
  ),
  target(
    'CN-G11',
    'IV',
    'Thực hiện 100% dịch vụ công trực tuyến để người dân có thể thực hiện giải quyết thủ tục hành chính trên môi trường điện tử',
    ['eq', 100, '%', 'dịch vụ công trực tuyến', BY_2024],
    {
      note: 'Nêu ở mục biện pháp tổ chức (IV), không ở mục chỉ tiêu (III). Kế hoạch không nói rõ dịch vụ công toàn trình, Cổng chỉ đếm dịch vụ công toàn trình.',
    },
  ),
];

export const standards: Movement['standards'] = [
  standard(
    {
      code: 'CN-S00',
      section: 'I.2',
      text: 'Việc bình xét, lựa chọn và đề nghị khen thưởng phải được thực hiện từ cơ sở và đảm bảo tính dân chủ, công khai, minh bạch và kịp thời.',
    },
    ['agency', 'association', 'individual'],
    'qualitative',
  ),
];

export const calendar: Movement['calendar'] = [
  due({ code: 'CN-D01', section: 'I.2', text: 'được thực hiện từ nay đến hết ngày 31/12/2024' }, 'end', {
    kind: 'date',
    date: '2024-12-31',
    exclusive: false,
  }),
  due(
    { code: 'CN-D01b', section: 'V.2', text: 'tham mưu cho UBND để tiến hành tổng kết và biểu dương, khen thưởng' },
    'final-review',
    { kind: 'unspecified' },
    'Công chức Văn phòng thống kê',
    'UBND xã',
  ),
];

export const roles: Movement['roles'] = [
  role(
    'CN-R01',
    'V.1',
    'Lãnh đạo UBND, các cơ quan đơn vị đóng trên địa bàn',
    ['participant', 'steering'],
    'chịu trách nhiệm về chất lượng, hiệu quả, tiến độ mục tiêu thực hiện nhiệm vụ chuyển đổi số, số hóa dữ liệu của đơn vị mình',
  ),
  role(
    'CN-R02',
    'V.2',
    'Công chức Văn phòng thống kê',
    ['monitor', 'appraiser', 'summariser', 'proposer'],
    'theo dõi, đôn đốc, kiểm tra, đánh giá việc tổ chức thực hiện phong trào thi đua; tham mưu cho UBND để tiến hành tổng kết và biểu dương, khen thưởng',
  ),
  role(
    'CN-R03',
    'V.3',
    'Công chức Văn hóa xã hội',
    ['communication'],
    'chủ động xây dựng kế hoạch tổ chức tuyên truyền đến toàn thể cán bộ, đảng viên, công chức, viên chức, người lao động và nhân dân',
  ),
  role(
    'CN-R04',
    'V.4',
    'Các cơ quan đơn vị, Mặt trận Tổ quốc và các đoàn thể',
    ['participant', 'communication'],
    'tăng cường sự phối hợp chặt chẽ, phát huy sức mạnh khối đại đoàn kết toàn dân trong việc tuyên truyền, vận động',
  ),
];

export const legalBases: Movement['legalBases'] = [
  legal('Luật Tiếp cận thông tin', null, 'Quốc hội', 'nội dung phải cung cấp trên trang thông tin điện tử'),
  legal('42/2022/NĐ-CP', null, 'Chính phủ', 'nội dung phải cung cấp trên trang thông tin điện tử'),
];

export const warnings: Movement['warnings'] = [
  {
    code: 'CN-M01',
    message:
      'Văn bản không có phần đầu, số, ngày ban hành và căn cứ pháp lý: bổ sung trước khi dẫn chiếu trong tờ trình, quyết định.',
  },
  { code: 'CN-M04', message: 'Thời gian ghi "từ nay đến hết ngày 31/12/2024": không xác định được ngày bắt đầu.' },
  {
    code: 'CN-A00',
    message: 'Kế hoạch chỉ nói "biểu dương, khen thưởng": không nêu hình thức và số lượng khen thưởng.',
  },
  {
    code: 'CN-D01',
    message:
      'Không có ngày nộp báo cáo, không có ngày tổng kết; bộ tiêu chí đề xuất nhận báo cáo đến hết ngày 31/12/2024, ngày cuối của phong trào.',
  },
  {
    code: 'CN-R00',
    message: 'Kế hoạch không giao ai xây dựng tiêu chí chấm điểm; Công chức Văn phòng thống kê được giao đánh giá.',
  },
  { code: 'CN-G11', message: 'Chỉ tiêu 100% dịch vụ công trực tuyến nằm ở mục IV (biện pháp), ngoài mục chỉ tiêu.' },
  {
    code: 'CN-P01',
    message:
      'Kế hoạch dẫn Cổng dịch vụ công tỉnh (dichvucong.thainguyen.gov.vn), hệ thống một cửa điện tử huyện và Cổng dịch vụ công quốc gia: kiểm tra hệ thống đang dùng.',
  },
  {
    code: 'CN-X01',
    message: 'Lỗi chính tả trong văn bản gốc ("mội trường mạng", "42/2022/NĐCP"…); phần ký chỉ có "CHỦ TỊCH".',
  },
  { code: 'XP-13', message: NO_DISTRICT },
];
