/**
 * Criteria for individuals, alike in all five movements but for where each row stands in the plan. Rows on office work
 * fall out for residents, once the council confirms it.
 */
import type { CriteriaSet } from '../movement/criteria-set.ts';
import type { Source } from '../movement/source.ts';
import { type Aim, aimFor, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from './build.ts';
import { byCouncil, levels, perUnit, yesNo } from './rules.ts';

interface IndividualRows {
  readonly version: string;
  readonly title: string;
  readonly phase?: string;
  /** Exemplary conduct, duties, taking part. */
  readonly exemplary: Source;
  readonly workFiles: Aim;
  readonly training: Source;
  readonly services: Source;
  readonly payments: Source;
  readonly initiative: Source;
  readonly communication: Source;
}

export function individualSet(rows: IndividualRows): CriteriaSet {
  const { exemplary } = rows;
  return criteriaSet(
    rows.version,
    'individual',
    rows.title,
    [
      ['1', 'Chấp hành chủ trương, thực hiện nhiệm vụ'],
      ['2', 'Ứng dụng công nghệ số'],
      ['3', 'Sáng kiến, giải pháp'],
      ['4', 'Tuyên truyền, hỗ trợ cộng đồng'],
      ['5', 'Điểm thưởng'],
    ],
    [
      criterion(
        '1.1',
        6,
        'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
        drawnFrom(exemplary),
        {
          rule: byCouncil,
          evidence: 'none',
        },
      ),
      criterion('1.2', 20, 'Tỷ lệ nhiệm vụ chuyển đổi số được giao hoàn thành đúng thời hạn', aimFor(100, exemplary), {
        a: 'Số nhiệm vụ hoàn thành đúng thời hạn',
        b: 'Tổng số nhiệm vụ được giao',
        na: 'drop-confirmed',
        attach: 'Xác nhận của thủ trưởng đơn vị hoặc trưởng thôn, bản, xóm',
      }),
      criterion('1.3', 6, 'Tích cực hưởng ứng phong trào thi đua', drawnFrom(exemplary), {
        rule: levels(
          ['nong-cot', 'Trực tiếp tham mưu, là nòng cốt của phong trào', 6],
          ['tham-gia', 'Tham gia đầy đủ các hoạt động', 4],
          ['it', 'Ít tham gia', 1],
        ),
      }),
      criterion('2.1', 12, 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ mật)', rows.workFiles, {
        a: 'Số hồ sơ công việc xử lý trên môi trường mạng',
        b: 'Tổng số hồ sơ công việc được giao (không tính hồ sơ mật)',
        na: 'drop-confirmed',
        attach: 'Ảnh chụp số liệu thống kê trên phần mềm',
      }),
      criterion('2.2', 8, 'Đã được tập huấn, bồi dưỡng kỹ năng số cơ bản', drawnFrom(rows.training), {
        rule: yesNo,
        attach: 'Giấy chứng nhận hoặc danh sách lớp tập huấn',
      }),
      criterion('2.3', 8, 'Sử dụng định danh điện tử mức 2 và dịch vụ công trực tuyến', drawnFrom(rows.services), {
        rule: levels(
          ['thanh-thao', 'Tự nộp hồ sơ trực tuyến, hướng dẫn được người khác', 8],
          ['su-dung', 'Đã kích hoạt mức 2, nộp hồ sơ khi có người hướng dẫn', 5],
          ['kich-hoat', 'Mới kích hoạt định danh mức 2', 2],
          ['chua', 'Chưa kích hoạt', 0],
        ),
      }),
      criterion('2.4', 6, 'Có tài khoản và thường xuyên thanh toán điện tử', drawnFrom(rows.payments), { rule: yesNo }),
      criterion('3.1', 18, 'Sáng kiến, giải pháp hữu ích phục vụ chuyển đổi số', drawnFrom(rows.initiative), {
        rule: levels(
          ['cap-xa', 'Được cấp xã trở lên công nhận, nhân rộng', 18],
          ['don-vi', 'Được đơn vị, địa bàn áp dụng có hiệu quả', 12],
          ['de-xuat', 'Có đề xuất được ghi nhận', 6],
          ['khong', 'Không có', 0],
        ),
        attach: 'Quyết định công nhận hoặc xác nhận áp dụng',
      }),
      criterion('4.1', 10, 'Số người dân được trực tiếp hướng dẫn sử dụng dịch vụ số', drawnFrom(rows.communication), {
        rule: perUnit(0.5, 10),
        unit: 'người',
        attach: 'Danh sách người được hướng dẫn',
      }),
      criterion('4.2', 6, 'Số bài viết, buổi tuyên truyền về chuyển đổi số', drawnFrom(rows.communication), {
        rule: perUnit(2, 6),
        unit: 'lượt',
        attach: 'Đường dẫn bài viết, hình ảnh',
      }),
      criterion('5.1', 3, 'Được khen thưởng về chuyển đổi số trong kỳ', drawnFrom(rows.initiative), {
        rule: perUnit(1.5, 3),
        unit: 'hình thức',
        bonus: true,
        attach: 'Quyết định khen thưởng',
      }),
    ],
    {
      ...(rows.phase === undefined ? {} : { phase: rows.phase }),
      bonusCap: 3,
      tieBreaks: [byFigure('1.2'), byGroup('3')],
    },
  );
}
