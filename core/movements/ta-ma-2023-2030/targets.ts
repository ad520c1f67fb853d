/** Ta Ma 2023–2030: the targets of section III.2.2, 16 to 2025 and 13 to 2030 with a figure, two without. */
import type { Target } from '../../movement/movement.ts';
import { softTarget, target } from '../build.ts';

const BY_2025 = '2025-12-31';
const BY_2030 = '2030-12-31';

/** Members of organisations are people of a village, counted there. */
const OF_VILLAGES: Target['figure'] = {
  kind: 'sum',
  audiences: ['village'],
  why: 'người dân tính theo bản; đoàn viên, hội viên đã nằm trong số của bản',
};
const NOT_OF_COMMUNE: Target['figure'] = {
  kind: 'none',
  why: 'tỷ trọng kinh tế số theo từng ngành không có trong báo cáo của đơn vị và trên Cổng; cơ quan thống kê công bố',
};
const NO_PRODUCTIVITY: Target['figure'] = {
  kind: 'none',
  why: 'năng suất lao động không có trong báo cáo của đơn vị và trên Cổng; cơ quan thống kê công bố',
};
const NOT_ASKED: Target['figure'] = {
  kind: 'none',
  why: 'biểu mẫu không hỏi số công chức đã được đào tạo chuyên sâu; UBND xã tự xác nhận',
};

const TO_2025: readonly Target[] = [
  target(
    'TM-G01',
    'III.2.2.1.a',
    'Hạ tầng mạng băng rộng cáp quang phủ 50% khu vực trung tâm dân cư sinh sống, làm việc',
    ['eq', 50, '%', 'khu vực trung tâm dân cư', BY_2025],
  ),
  target('TM-G02', 'III.2.2.1.a', 'và trên 40% hộ gia đình', ['gt', 40, '%', 'hộ gia đình', BY_2025]),
  target(
    'TM-G03',
    'III.2.2.1.a',
    'phổ cập điện thoại di động thông minh trên 40% người dân',
    ['gt', 40, '%', 'người dân', BY_2025],
    { figure: OF_VILLAGES },
  ),
  target(
    'TM-G04',
    'III.2.2.1.b',
    '100% văn bản điện tử của cơ quan, đơn vị được trao đổi, liên thông trên môi trường mạng (trừ văn bản mật)',
    ['eq', 100, '%', 'văn bản điện tử', BY_2025],
    { exclusion: 'trừ văn bản mật' },
  ),
  target(
    'TM-G05',
    'III.2.2.1.b',
    '100% thủ tục hành chính đủ điều kiện được cung cấp mức độ 4 trên nhiều phương tiện truy cập khác nhau',
    ['eq', 100, '%', 'thủ tục hành chính', BY_2025],
    { qualifier: 'đủ điều kiện' },
  ),
  target(
    'TM-G06',
    'III.2.2.1.b',
    '60% hồ sơ công việc cơ quan cấp xã được xử lý trên môi trường mạng (trừ hồ sơ công việc thuộc phạm vi bí mật)',
    ['eq', 60, '%', 'hồ sơ công việc', BY_2025],
    { qualifier: 'cơ quan cấp xã', exclusion: 'trừ hồ sơ công việc thuộc phạm vi bí mật' },
  ),
  target(
    'TM-G07',
    'III.2.2.1.b',
    'Bảo đảm 100% cuộc họp, hội nghị có thể thực hiện trên môi trường mạng',
    ['eq', 100, '%', 'cuộc họp, hội nghị', BY_2025],
    { note: 'Chỉ tiêu về khả năng thực hiện ("có thể"), không phải số cuộc họp đã tổ chức trực tuyến.' },
  ),
  target(
    'TM-G08',
    'III.2.2.1.b',
    'trên 50% cuộc họp 02 cấp (huyện, xã) được thực hiện trực tuyến',
    ['gt', 50, '%', 'cuộc họp', BY_2025],
    { qualifier: '02 cấp (huyện, xã)' },
  ),
  target(
    'TM-G09',
    'III.2.2.1.b',
    '100% chế độ báo cáo, chỉ tiêu tổng hợp báo cáo định kỳ và báo cáo thống kê về kinh tế - xã hội phục vụ sự lãnh đạo, chỉ đạo, điều hành của cấp ủy, chính quyền các cấp được thực hiện trên hệ thống thông tin báo cáo của tỉnh; huyện',
    ['eq', 100, '%', 'chế độ báo cáo', BY_2025],
  ),
  target(
    'TM-G10',
    'III.2.2.1.b',
    '100% hệ thống thông tin của các cơ quan, đơn vị thường xuyên được giám sát, bảo đảm an toàn, an ninh mạng',
    ['eq', 100, '%', 'hệ thống thông tin', BY_2025],
  ),
  target(
    'TM-G11',
    'III.2.2.1.b',
    '100% cán bộ, công chức, viên chức được tập huấn, bồi dưỡng, phổ cập kiến thức, kỹ năng số cơ bản',
    ['eq', 100, '%', 'cán bộ, công chức, viên chức', BY_2025],
  ),
  target(
    'TM-G12',
    'III.2.2.1.b',
    'phấn đấu đào tạo, bồi dưỡng 02 công chức chuyên môn chuyên sâu Chuyển đối số',
    ['soft', 2, 'người', 'công chức chuyên môn', BY_2025],
    { scope: 'commune', figure: NOT_ASKED },
  ),
  target(
    'TM-G13',
    'III.2.2.1.c',
    'Tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10%',
    ['gte', 10, '%', 'tỷ trọng kinh tế số', BY_2025],
    { scope: 'commune', perSector: true, figure: NOT_OF_COMMUNE },
  ),
  target(
    'TM-G14',
    'III.2.2.1.c',
    'Góp phần tăng năng suất lao động bình quân trên 6%/năm',
    ['gt', 6, '%/năm', 'năng suất lao động bình quân', BY_2025],
    { scope: 'commune', figure: NO_PRODUCTIVITY },
  ),
  target(
    'TM-G15',
    'III.2.2.1.d',
    'Tỷ lệ dân số có tài khoản thanh toán điện tử trên 50%',
    ['gt', 50, '%', 'dân số', BY_2025],
    { figure: OF_VILLAGES },
  ),
  target(
    'TM-G16',
    'III.2.2.1.d',
    'Trên 70% người dân được tiếp cận, sử dụng bình đẳng các dịch vụ thiết yếu (Chính quyền số, y tế, giáo dục, thông tin, thương mại điện tử, khoa học công nghệ, tài nguyên môi trường)',
    ['gt', 70, '%', 'người dân', BY_2025],
    { figure: OF_VILLAGES },
  ),
];

const TO_2030: readonly Target[] = [
  target(
    'TM-G17',
    'III.2.2.2.a',
    'phổ cập dịch vụ mạng internet băng rộng cáp quang trên 70% hộ gia đình',
    ['gt', 70, '%', 'hộ gia đình', BY_2030],
    { sameAs: 'TM-G02' },
  ),
  target(
    'TM-G18',
    'III.2.2.2.a',
    'phổ cập điện thoại di động thông minh trên 70% người dân',
    ['gt', 70, '%', 'người dân', BY_2030],
    { figure: OF_VILLAGES, sameAs: 'TM-G03' },
  ),
  target(
    'TM-G19',
    'III.2.2.2.b',
    'bảo đảm 80% dịch vụ công trực tuyến mức độ 4 được cung cấp trên nhiều phương tiện truy cập khác nhau',
    ['eq', 80, '%', 'dịch vụ công trực tuyến mức độ 4', BY_2030],
    { note: 'Mẫu số khác với chỉ tiêu đến năm 2025 (thủ tục hành chính đủ điều kiện).' },
  ),
  target('TM-G20', 'III.2.2.2.b', 'cung cấp 30% dịch vụ mới dựa trên dữ liệu', ['eq', 30, '%', 'dịch vụ mới', BY_2030]),
  target(
    'TM-G21',
    'III.2.2.2.b',
    '70% hồ sơ công việc tại cơ quan cấp xã được xử lý trên môi trường mạng (trừ hồ sơ công việc thuộc phạm vi 7 bí mật)',
    ['eq', 70, '%', 'hồ sơ công việc', BY_2030],
    {
      qualifier: 'cơ quan cấp xã',
      exclusion: 'trừ hồ sơ công việc thuộc phạm vi bí mật',
      note: 'Số trang 7 lẫn trong câu.',
      sameAs: 'TM-G06',
    },
  ),
  target(
    'TM-G22',
    'III.2.2.2.b',
    'Bảo đảm 70% cuộc họp, hội nghị có thể thực hiện trực tuyến mọi lúc, mọi nơi, trên nhiều thiết bị',
    ['eq', 70, '%', 'cuộc họp, hội nghị', BY_2030],
    { note: 'Thấp hơn mức 100% đến năm 2025 (TM-G07), nhưng yêu cầu cao hơn: mọi lúc, mọi nơi, trên nhiều thiết bị.' },
  ),
  target(
    'TM-G23',
    'III.2.2.2.b',
    'trên 70% cuộc họp 02 cấp (huyện, xã) được thực hiện trực tuyến',
    ['gt', 70, '%', 'cuộc họp', BY_2030],
    { qualifier: '02 cấp (huyện, xã)', note: 'Từ ngày 01/7/2025 không còn cấp huyện.', sameAs: 'TM-G08' },
  ),
  target(
    'TM-G24',
    'III.2.2.2.b',
    '100% hệ thống thông tin của các cơ quan, đơn vị thường xuyên được giám sát, bảo đảm an toàn, an ninh mạng',
    ['eq', 100, '%', 'hệ thống thông tin', BY_2030],
    { sameAs: 'TM-G10' },
  ),
  target(
    'TM-G25',
    'III.2.2.2.c',
    'Tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 15%',
    ['gte', 15, '%', 'tỷ trọng kinh tế số', BY_2030],
    { scope: 'commune', perSector: true, figure: NOT_OF_COMMUNE },
  ),
  target(
    'TM-G26',
    'III.2.2.2.c',
    'Góp phần tăng năng suất lao động bình quân trên 7%/năm',
    ['gt', 7, '%/năm', 'năng suất lao động bình quân', BY_2030],
    { scope: 'commune', figure: NO_PRODUCTIVITY },
  ),
  target(
    'TM-G27',
    'III.2.2.2.d',
    'Tỷ lệ dân số có tài khoản thanh toán điện tử trên 80%',
    ['gt', 80, '%', 'dân số', BY_2030],
    { figure: OF_VILLAGES, sameAs: 'TM-G15' },
  ),
  target(
    'TM-G28',
    'III.2.2.2.d',
    '100% người dân được tiếp cận, sử dụng bình đẳng tất cả các dịch vụ cơ bản trên môi trường số',
    ['eq', 100, '%', 'người dân', BY_2030],
    { figure: OF_VILLAGES },
  ),
  target(
    'TM-G29',
    'III.2.2.2.c',
    'Không còn hộ nghèo, hộ cận nghèo về thông tin',
    ['eq', 0, 'hộ', 'hộ nghèo, hộ cận nghèo về thông tin', BY_2030],
    { note: 'Chỉ tiêu bằng 0: càng ít càng tốt.' },
  ),
  softTarget(
    'TM-G31',
    'III.2.2.2.b',
    'Hoàn thiện cơ sở hạ tầng kỹ thuật thông tin và truyền thông là hạ tầng thiết yếu cho chuyển đổi số; phát triển chính quyền thông minh, ứng dụng phân tích dữ liệu và hỗ trợ của trí tuệ nhân tạo vào hoạt động quản lý và phục vụ của chính quyền',
    'qualitative',
    'hạ tầng kỹ thuật thông tin và truyền thông',
    { scope: 'commune', deadline: BY_2030 },
  ),
  softTarget(
    'TM-G30',
    'III.2.2.2.c',
    'Thực hiện chuyển đổi số tổng thể, toàn diện tất cả các ngành, lĩnh vực',
    'qualitative',
    'ngành, lĩnh vực',
    { scope: 'commune', deadline: BY_2030 },
  ),
];

export const TA_MA_TARGETS: readonly Target[] = [...TO_2025, ...TO_2030];
