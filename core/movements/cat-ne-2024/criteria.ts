/** Cát Nê: criteria for the commune's offices, the organisations and individuals, from the targets of section III. */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion, OURS } from '../build.ts';
import {
  campaigns,
  incidents,
  initiativeBonus,
  model,
  ownPlan,
  PORTAL_EVIDENCE,
  reportReceived,
  security,
  share,
  trained,
} from '../common-criteria.ts';
import { individualSet } from '../individual.ts';
import { aimsOf } from '../lookup.ts';
import { part, sum, yesNo } from '../rules.ts';
import { CAT_NE_TARGETS } from './plan.ts';

const aim = aimsOf(CAT_NE_TARGETS);

const PLANNING = at('CN-C02', 'II.4', 'Xây dựng kế hoạch và đẩy nhanh tiến trình chuyển đổi số');
const SECURITY = at('CN-C06', 'II.4', 'tăng cường đảm bảo an ninh thông tin và an toàn dữ liệu');
const FALSE_NEWS = at(
  'CN-C06',
  'II.4',
  'Tuyên truyền, hướng dẫn nhận diện các thông tin xuyên tạc, giả mạo trên không gian mạng',
);
const MOVEMENT = at(
  'CN-R01',
  'V.1',
  'Tổ chức phát động và triển khai thực hiện phong trào thi đua một cách nghiêm túc, thiết thực, hiệu quả',
);
const MOBILISATION = at(
  'CN-R04',
  'V.4',
  'tuyên truyền, vận động cán bộ, công chức, viên chức, đoàn viên, hội viên, người lao động và các tầng lớp nhân dân tích cực hưởng ứng',
);
const END = at('CN-D01', 'I.2', 'được thực hiện từ nay đến hết ngày 31/12/2024');

function report(code: string, points: number): Criterion {
  return reportReceived(code, points, 'Gửi báo cáo kết quả phong trào thi đua năm 2024', '2024-12-31', END);
}

function documents(code: string, points: number): Criterion {
  return share(
    code,
    points,
    'Tỷ lệ văn bản trao đổi với cơ quan nhà nước khác dưới dạng điện tử, được ký số (trừ văn bản mật)',
    aim('CN-G05'),
    ['Số văn bản điện tử được ký số', 'Tổng số văn bản trao đổi (không tính văn bản mật)'],
    'Ảnh chụp số liệu trên phần mềm quản lý văn bản',
  );
}

function workFiles(code: string, points: number): Criterion {
  return share(
    code,
    points,
    'Tỷ lệ hồ sơ công việc được xử lý và lưu trữ trên môi trường mạng (trừ hồ sơ mật)',
    aim('CN-G02'),
    ['Số hồ sơ công việc xử lý và lưu trữ trên môi trường mạng', 'Tổng số hồ sơ công việc (không tính hồ sơ mật)'],
    'Ảnh chụp số liệu thống kê trên phần mềm',
  );
}

function onSystem(code: string, points: number): Criterion {
  return share(
    code,
    points,
    'Tỷ lệ báo cáo được thực hiện trên hệ thống',
    aim('CN-G06'),
    ['Số báo cáo thực hiện trên hệ thống', 'Tổng số báo cáo phải thực hiện'],
    'Ảnh chụp danh sách báo cáo trên hệ thống',
  );
}

const STAFF = 'cán bộ, công chức, viên chức';

export const catNeAgency: CriteriaSet = criteriaSet(
  'cat-ne-agency-1',
  'agency',
  'Bộ tiêu chí chấm điểm UBND xã và các cơ quan, đơn vị năm 2024',
  [
    ['1', 'Dịch vụ công trực tuyến'],
    ['2', 'Chính quyền số'],
    ['3', 'Nhân lực số, an toàn thông tin'],
    ['4', 'Tổ chức phong trào, chế độ báo cáo'],
    ['5', 'Điểm thưởng'],
    ['6', 'Điểm trừ'],
  ],
  [
    share(
      '1.1',
      12,
      'Tỷ lệ hồ sơ thủ tục hành chính được xử lý hoàn toàn trực tuyến',
      aim('CN-G04'),
      ['Số hồ sơ xử lý hoàn toàn trực tuyến', 'Tổng số hồ sơ tiếp nhận trong kỳ'],
      PORTAL_EVIDENCE,
      { indicator: 'ho-so-truc-tuyen', na: 'drop-confirmed' },
    ),
    share(
      '1.2',
      8,
      'Tỷ lệ hồ sơ giải quyết thủ tục hành chính thực hiện qua hệ thống một cửa điện tử',
      aim('CN-G10'),
      ['Số hồ sơ thực hiện qua một cửa điện tử', 'Tổng số hồ sơ giải quyết'],
      'Ảnh chụp số liệu trên hệ thống một cửa điện tử',
      { na: 'drop-confirmed' },
    ),
    share(
      '1.3',
      8,
      'Tỷ lệ thủ tục hành chính được cung cấp dịch vụ công trực tuyến',
      aim('CN-G11'),
      ['Số thủ tục đã cung cấp dịch vụ công trực tuyến', 'Tổng số thủ tục thuộc diện cung cấp trực tuyến'],
      PORTAL_EVIDENCE,
      { indicator: 'dich-vu-toan-trinh', na: 'drop-confirmed' },
    ),
    share(
      '1.4',
      8,
      'Tỷ lệ người dân sử dụng dịch vụ công trực tuyến được định danh và xác thực',
      aim('CN-G03'),
      ['Số người sử dụng được định danh, xác thực', 'Tổng số người sử dụng dịch vụ công trực tuyến'],
      PORTAL_EVIDENCE,
      { na: 'drop-confirmed' },
    ),
    workFiles('2.1', 10),
    documents('2.2', 8),
    onSystem('2.3', 6),
    criterion('2.4', 4, 'Lập và lưu trữ hồ sơ điện tử', aim('CN-G08'), {
      rule: yesNo,
      attach: 'Danh mục hồ sơ điện tử năm 2024',
    }),
    criterion('2.5', 6, 'Trang thông tin điện tử cung cấp đầy đủ nội dung theo quy định', aim('CN-G09'), {
      rule: sum(
        part('a', 2, 'Công khai thông tin theo Luật Tiếp cận thông tin', 'yes-no'),
        part('b', 2, 'Đủ nội dung theo Nghị định số 42/2022/NĐ-CP', 'yes-no'),
        part('c', 2, 'Cập nhật thường xuyên, có tin mới hằng tháng', 'yes-no'),
      ),
      na: 'drop-confirmed',
      attach: 'Đường dẫn các chuyên mục',
    }),
    criterion('2.6', 4, 'Triển khai đầy đủ, kịp thời, đúng quy định các văn bản pháp luật', aim('CN-G01'), {
      rule: yesNo,
      attach: 'Danh mục văn bản triển khai',
    }),
    trained('3.1', 6, STAFF, aim('CN-G07')),
    security('3.2', 4, SECURITY),
    ownPlan('4.1', PLANNING),
    model('4.2', 4, MOVEMENT),
    report('4.3', 8),
    initiativeBonus('5.1', MOVEMENT),
    incidents('6.1', SECURITY),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('1.1'), byFigure('2.1'), byGroup('1')] },
);

export const catNeAssociation: CriteriaSet = criteriaSet(
  'cat-ne-association-1',
  'association',
  'Bộ tiêu chí chấm điểm các tổ chức đóng trên địa bàn năm 2024',
  [
    ['1', 'Tuyên truyền, vận động'],
    ['2', 'Chuyển đổi số trong hoạt động của tổ chức'],
    ['3', 'Nhân lực số, an toàn thông tin'],
    ['4', 'Tổ chức phong trào, chế độ báo cáo'],
    ['5', 'Điểm thưởng'],
    ['6', 'Điểm trừ'],
  ],
  [
    share(
      '1.1',
      12,
      'Tỷ lệ đoàn viên, hội viên được tuyên truyền về chuyển đổi số',
      aimFor(90, MOBILISATION),
      ['Số đoàn viên, hội viên được tuyên truyền', 'Tổng số đoàn viên, hội viên'],
      'Kế hoạch, biên bản sinh hoạt, hình ảnh',
    ),
    campaigns('1.2', 10, 'Số buổi tuyên truyền, nhận diện thông tin xuyên tạc, giả mạo trên mạng', FALSE_NEWS),
    share(
      '1.3',
      12,
      'Tỷ lệ đoàn viên, hội viên được hướng dẫn sử dụng dịch vụ công trực tuyến',
      aimFor(70, aim('CN-G11').source),
      ['Số đoàn viên, hội viên được hướng dẫn', 'Tổng số đoàn viên, hội viên'],
      'Danh sách, hình ảnh các buổi hướng dẫn',
    ),
    workFiles('2.1', 10),
    documents('2.2', 10),
    onSystem('2.3', 8),
    criterion('2.4', 4, 'Lập và lưu trữ hồ sơ điện tử', aim('CN-G08'), {
      rule: yesNo,
      attach: 'Danh mục hồ sơ điện tử năm 2024',
    }),
    trained('3.1', 8, 'cán bộ hội và chi hội trưởng', aim('CN-G07')),
    security('3.2', 8, SECURITY),
    ownPlan('4.1', PLANNING),
    model('4.2', 4, MOVEMENT),
    report('4.3', 10),
    initiativeBonus('5.1', MOVEMENT),
    incidents('6.1', SECURITY),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('1.1'), byGroup('1')] },
);

export const catNeIndividual: CriteriaSet = individualSet({
  version: 'cat-ne-individual-1',
  title: 'Bộ tiêu chí chấm điểm cá nhân năm 2024',
  exemplary: at(
    'CN-M04',
    'I.2',
    'Cán bộ, công chức, viên chức phải coi việc thực hiện phong trào thi đua là nhiệm vụ quan trọng',
  ),
  workFiles: aim('CN-G02'),
  training: aim('CN-G07').source,
  services: aim('CN-G11').source,
  payments: OURS,
  initiative: at('CN-R02', 'V.2', 'khen thưởng đối với những tập thể, cá nhân có thành tích xuất sắc'),
  communication: FALSE_NEWS,
});
