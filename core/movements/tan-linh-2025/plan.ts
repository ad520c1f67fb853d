/**
 * Tân Linh 2025: who, what and when of the plan. It states no figure: criteria and scoring are left to the standing
 * body (V.1).
 */
import type { Movement } from '../../movement/movement.ts';
import { at, audience, award, due, legal, role, softTarget, standard } from '../build.ts';
import { DECREE_98, NO_DISTRICT, PROGRAMME_NUMBER } from '../legal-warnings.ts';

const COLLECTIVES = at(
  'TL-E01',
  'II.1.a',
  'Tập thể: Cơ quan xã, MTTQ và các đoàn thể, Công an, Trạm y tế, các nhà trường.',
);
const PEOPLE = at(
  'TL-E02',
  'II.1.b',
  'Cá nhân: Cán bộ, công chức, viên chức, người lao động tại các cơ quan, các hộ gia đình trên địa bàn xã.',
);
const CONTRIBUTORS = at(
  'TL-E03b',
  'IV.1.b',
  'Tập thể, cá nhân có nhiều đóng góp cho việc thực hiện chương trình chuyển đổi số xã Tân Linh.',
);

export const audiences: Movement['audiences'] = [
  audience('agency', 'Cơ quan xã', 'collective', COLLECTIVES, { members: ['Cơ quan xã'] }),
  audience('association', 'MTTQ và các đoàn thể', 'collective', COLLECTIVES, { members: ['MTTQ', 'các đoàn thể'] }),
  audience('police', 'Công an xã', 'collective', COLLECTIVES, { members: ['Công an'] }),
  audience('health-station', 'Trạm y tế', 'collective', COLLECTIVES, { members: ['Trạm y tế'] }),
  audience('school', 'Trường học', 'collective', COLLECTIVES, { members: ['các nhà trường'] }),
  audience('individual', 'Cá nhân', 'individual', PEOPLE, {
    members: ['cán bộ', 'công chức', 'viên chức', 'người lao động'],
  }),
  audience('household', 'Hộ gia đình', 'household', PEOPLE, { members: ['các hộ gia đình trên địa bàn xã'] }),
  audience('outside-collective', 'Tập thể có nhiều đóng góp', 'collective', CONTRIBUTORS, { competes: false }),
  audience('outside-individual', 'Cá nhân có nhiều đóng góp', 'individual', CONTRIBUTORS, { competes: false }),
];

const CONTENTS: readonly string[] = [
  'Tăng cường công tác lãnh đạo, chỉ đạo thực hiện các chỉ thị, nghị quyết của Trung ương, tỉnh, huyện về chuyển đổi số',
  'Đẩy mạnh công tác tuyên truyền, quán triệt, học tập, nâng cao nhận thức của đảng viên, cán bộ, công chức, viên chức, doanh nghiệp và người dân … Người đứng đầu cơ quan phải chịu trách nhiệm trực tiếp về chuyển đổi số trong cơ quan, địa bàn phụ trách',
  'Xây dựng chương trình, kế hoạch và đẩy nhanh tiến trình chuyển đổi số theo từng ngành, lĩnh vực, địa phương, đơn vị; chủ động rà soát, tham mưu đề xuất sửa đổi các cơ chế, chính sách của huyện',
  'Triển khai công tác đào tạo, bồi dưỡng về chuyển đổi số cho đội ngũ cán bộ, công chức, viên chức, người lao động',
  'Tăng cường đầu tư, phát triển hạ tầng số, nền tảng số, sẵn sàng thử nghiệm các giải pháp, công nghệ mới',
  'Phát huy vai trò của Mặt trận Tổ quốc, các tổ chức chính trị - xã hội trong công tác tuyên truyền, vận động Nhân dân tích cực hưởng ứng chương trình chuyển đổi số tại địa phương.',
  'Xây dựng cơ chế thúc đẩy quá trình chuyển đổi số của xã; đẩy mạnh phát triển nguồn nhân lực phục vụ quá trình chuyển đổi số; tích cực xây dựng, tạo lập dữ liệu mở',
  'Tăng cường công tác quản lý an ninh mạng, bảo mật thông tin và an toàn dữ liệu',
  'Tích cực tổ chức phong trào thi đua thiết thực, hiệu quả với nội dung hình thức phong phú, đa dạng, bám sát các nhiệm vụ chính trị của địa phương',
  'Chú trọng ưu tiên thi đua đẩy mạnh chuyển đổi số trong một số lĩnh vực; … nâng cao chỉ số cải cách hành chính của xã',
];
export const contents = CONTENTS.map((text, index) => {
  const code = `TL-C${String(index + 1).padStart(2, '0')}`;
  return { code, text, source: at(code, `II.3.${index + 1}`) };
});

const FIELDS = [
  'Xây dựng chính quyền số',
  'Hạ tầng số, nền tảng số, ứng dụng số',
  'Kinh tế số: nông nghiệp',
  'Kinh tế số: công nghiệp, tiểu thủ công nghiệp',
  'Kinh tế số: giao thông',
  'Kinh tế số: tài nguyên và môi trường',
  'Xã hội số: giáo dục và đào tạo',
  'Xã hội số: y tế',
  'Xã hội số: văn hóa',
  'Xã hội số: du lịch',
  'Xã hội số: an ninh',
];
export const priorityFields = FIELDS.map((name, index) => ({
  code: `TL-C10.${index + 1}`,
  name,
  source: at('TL-C10', 'II.3.10'),
}));

export const targets: Movement['targets'] = [
  softTarget(
    'TL-G00',
    'II.2',
    'Thi đua phấn đấu hoàn thành các mục tiêu cơ bản của Nghị quyết số 01-NQ/TU ngày 31/12/2020 … và Chương trình hành động số 08-CT/HU ngày 08/02/2021',
    'qualitative',
    'toàn xã',
    {
      scope: 'commune',
      deadline: '2025-12-31',
      note: 'Kế hoạch không có chỉ tiêu bằng số.',
    },
  ),
];

/** III.1 gives the offices these duties. */
const DUTIES: readonly string[] = [
  'Xây dựng kế hoạch, chương trình hành động cụ thể của cơ quan có tiêu chí, chỉ tiêu thi đua cụ thể.',
  'Tuyên truyền về nội dung, ý nghĩa của phong trào thi đua, phát huy tính chủ động, tích cực, trách nhiệm, tự giác của tập thể, cá nhân tham gia thi đua.',
  'Đẩy mạnh việc kiểm tra, giám sát, đánh giá phong trào thi đua, công tác khen thưởng gắn với kiểm tra, thực hiện nhiệm vụ công tác cơ quan có trọng tâm, trọng điểm, đưa phong trào thi đua, công tác khen thưởng ngày càng đi vào nề nếp, hiệu quả và thực chất.',
  'Quan tâm phát hiện, xây dựng, bồi dưỡng, nhân rộng các mô hình tiêu biểu, những điển hình tiên tiến xuất sắc trong thực hiện phong trào thi đua.',
  'Kịp thời phát hiện và lựa chọn các tập thể, cá nhân có thành tích tiêu biểu, xuất sắc để khen thưởng, biểu dương.',
];

export const standards: Movement['standards'] = DUTIES.map((text, index) =>
  standard(
    { code: `TL-S0${index + 1}`, section: 'III.1', text },
    ['agency', 'association', 'police', 'health-station', 'school'],
    'qualitative',
  ),
);

export const awards: Movement['awards'] = [award('TL-A01', 'Giấy khen của Chủ tịch UBND xã', 'commune', 'IV.2')];

export const calendar: Movement['calendar'] = [
  due(
    { code: 'TL-D01', section: 'V.7', text: 'Thực hiện chế độ báo cáo theo sự chỉ đạo của cấp trên và UBND xã.' },
    'unit-report',
    { kind: 'unspecified' },
    null,
    'UBND xã',
  ),
  due({ code: 'TL-D02', section: 'I.2', text: 'có đôn đốc, kiểm tra, đánh giá định kỳ hàng năm' }, 'evaluation', {
    kind: 'year',
    year: 2025,
  }),
  due(
    {
      code: 'TL-D03',
      section: 'V.1',
      text: 'Tổng hợp và báo cáo Ủy ban nhân dân xã kết quả thực hiện phong trào thi đua năm 2024',
    },
    'yearly-summary',
    { kind: 'unspecified' },
    'Thường trực Hội đồng Thi đua - Khen thưởng xã',
    'UBND xã',
  ),
];

export const roles: Movement['roles'] = [
  role(
    'TL-R01',
    'V.1',
    'Thường trực Hội đồng Thi đua - Khen thưởng xã',
    ['standing-body', 'criteria-builder', 'monitor', 'proposer', 'summariser'],
    'Xây dựng tiêu chí đánh giá, chấm điểm thi đua; đề nghị Chủ tịch Ủy ban nhân dân xã khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất.',
  ),
  role(
    'TL-R02',
    'V.2',
    'Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể xã',
    ['communication', 'participant'],
    'Thực hiện việc tuyên truyền, vận động đoàn viên, hội viên, Nhân dân tích cực hưởng ứng, tham gia tiến trình chuyển đổi số của xã.',
  ),
  role(
    'TL-R03',
    'V.3',
    'Công chức Văn hóa - xã hội',
    ['communication'],
    'Đẩy mạnh công tác tuyên truyền, mở các chuyên trang, chuyên mục, tăng cường thời lượng truyền thanh, truyền hình',
  ),
  role(
    'TL-R04',
    'V.6',
    'Các đơn vị trường học trên địa bàn',
    ['participant'],
    'Tổ chức triển khai thực hiện phong trào thi đua gắn với việc thực hiện nhiệm vụ chính trị, chuyên môn của cơ quan',
  ),
  role('TL-A01', 'IV.2', 'Chủ tịch UBND xã', ['signer'], 'Giấy khen của Chủ tịch UBND xã.'),
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
    '112/KH-UBND',
    '2025-04-03',
    'UBND huyện Đại Từ',
    'phát động phong trào thi đua “Huyện Đại Từ đẩy mạnh Chương trình chuyển đổi số năm 2025”',
  ),
  legal(
    '194-NQ/ĐU',
    '2025-01-02',
    'Đảng ủy xã Tân Linh',
    'lãnh đạo thực hiện công tác chuyển đổi số trên địa bàn xã Tân Linh năm 2025',
  ),
  legal(
    '11/KH-UBND',
    '2025-01-22',
    'UBND xã Tân Linh',
    'Chuyển đổi số và đảm bảo An toàn thông tin mạng trên địa bàn xã Tân Linh năm 2025',
  ),
  // The plan names the law and its day, not its number.
  legal('Luật Thi đua, khen thưởng', '2022-06-15', 'Quốc hội', 'tổ chức phong trào thi đua, khen thưởng'),
  legal(
    '98/2023/NĐ-CP',
    '2023-12-31',
    'Chính phủ',
    'quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
    DECREE_98,
  ),
];

export const warnings: Movement['warnings'] = [
  {
    code: 'TL-M01',
    message: 'Văn bản không có phần đầu, số và ngày ban hành: điền trước khi dẫn chiếu trong tờ trình, quyết định.',
  },
  {
    code: 'TL-M02',
    message:
      'Kế hoạch dùng hai tên phong trào: “chuyển đổi số” năm 2025 (trích yếu) và “xã Tân Linh đẩy mạnh chương trình chuyển đổi số” năm 2025 (nội dung).',
  },
  {
    code: 'TL-G00',
    message:
      'Kế hoạch không có chỉ tiêu bằng số: toàn bộ tiêu chí, điểm và mức đạt trong bộ tiêu chí là đề xuất, cần UBND xã ban hành (mục V.1 giao Thường trực Hội đồng xây dựng).',
  },
  { code: 'TL-Q00', message: 'Kế hoạch không quy định số lượng khen thưởng.' },
  {
    code: 'TL-D01',
    message:
      'Không có ngày nộp báo cáo ("theo sự chỉ đạo của cấp trên và UBND xã"): cần ấn định ngày để tính đúng hạn, chậm hạn.',
  },
  {
    code: 'TL-E02',
    message:
      'Hộ gia đình được xếp vào đối tượng cá nhân (mục II.1.b); Luật coi hộ gia đình là đối tượng riêng, nên bộ tiêu chí để riêng.',
  },
  {
    code: 'TL-X01',
    message: 'Kế hoạch năm 2025 còn ghi tổng hợp "kết quả thực hiện phong trào thi đua năm 2024" (mục V.1).',
  },
  {
    code: 'TL-X02',
    message: 'Văn bản gốc lẫn chữ có dấu tổ hợp và dựng sẵn: khi sao chép cần chuẩn hóa để tìm kiếm, đối chiếu được.',
  },
  { code: 'TL-X03', message: 'Mục V đánh số 1, 2, 3, 6, 7 (thiếu 4, 5).' },
  {
    code: 'TL-X04',
    message:
      'Lỗi trình bày, chính tả trong văn bản gốc ("Văn hoá-x ã hội", "thi thi hành", "Cán bô", "năm 2025.."…): sửa khi ban hành lại.',
  },
  { code: 'TL-X05', message: 'Hội đồng Thi đua - Khen thưởng được viết theo ba cách khác nhau.' },
  {
    code: 'TL-L01',
    message:
      'Số 479/QĐ-TTg không khớp (kế hoạch khác dẫn cùng ngày 03/6/2020 là số 749/QĐ-TTg); Nghị định số 98/2023/NĐ-CP đã hết hiệu lực từ 01/7/2025.',
  },
  { code: 'XP-13', message: NO_DISTRICT },
];
