/** Lục Ba and Tân Linh: criteria for villages (xóm) and households. */
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { aimFor, byFigure, byGroup, criteriaSet, criterion, drawnFrom, OURS } from '../build.ts';
import { campaigns, incidents, initiativeBonus, model, ownPlan, share, yearReport } from '../common-criteria.ts';
import { improvement, ladder, levels, part, perUnit, proportional, sum, yesNo } from '../rules.ts';
import type { DaiTuRows } from './sources.ts';

const LIST = 'Danh sách rà soát của xóm, có xác nhận của trưởng xóm';

export function villageSet({ id, year, from }: DaiTuRows): CriteriaSet {
  const households = 'Tổng số hộ gia đình của xóm';
  const adults = 'Tổng số người từ 18 tuổi trở lên của xóm';
  return criteriaSet(
    `${id}-village-1`,
    'village',
    `Bộ tiêu chí chấm điểm xóm ${year}`,
    [
      ['1', 'Hạ tầng số'],
      ['2', 'Xã hội số'],
      ['3', 'Kinh tế số'],
      ['4', 'Tổ chức phong trào'],
      ['5', 'Chế độ báo cáo'],
      ['6', 'Điểm thưởng'],
      ['7', 'Điểm trừ'],
    ],
    [
      share(
        '1.1',
        10,
        'Tỷ lệ hộ gia đình sử dụng Internet băng rộng cáp quang',
        aimFor(80, OURS),
        ['Số hộ gia đình sử dụng Internet cáp quang', households],
        LIST,
      ),
      share(
        '1.2',
        10,
        'Tỷ lệ người trưởng thành sử dụng điện thoại thông minh',
        aimFor(80, OURS),
        ['Số người từ 18 tuổi trở lên sử dụng điện thoại thông minh', adults],
        LIST,
      ),
      share(
        '1.3',
        8,
        'Mức tăng tỷ lệ hộ kinh doanh có mã QR thanh toán so với đầu năm',
        aimFor(100, from.agriculture),
        ['Số hộ kinh doanh có mã QR thanh toán', 'Tổng số hộ kinh doanh của xóm'],
        LIST,
        { rule: improvement(100), na: 'drop-confirmed' },
      ),
      share(
        '2.1',
        12,
        'Tỷ lệ người trưởng thành có tài khoản thanh toán điện tử',
        aimFor(80, OURS),
        ['Số người từ 18 tuổi trở lên có tài khoản thanh toán', adults],
        LIST,
      ),
      share(
        '2.2',
        10,
        'Tỷ lệ người trưởng thành kích hoạt định danh điện tử mức 2',
        aimFor(80, from.order),
        ['Số người từ 18 tuổi trở lên đã kích hoạt mức 2', adults],
        'Xác nhận của Công an xã',
      ),
      share(
        '2.3',
        6,
        'Tỷ lệ người tham gia bảo hiểm cài ứng dụng Bảo hiểm xã hội số',
        aimFor(60, from.health),
        ['Số người đã cài ứng dụng', 'Tổng số người tham gia bảo hiểm của xóm'],
        LIST,
      ),
      criterion('3.1', 8, 'Số hộ bán sản phẩm chè, sản phẩm OCOP qua thương mại điện tử', aimFor(5, from.agriculture), {
        rule: ladder([
          [5, 8],
          [3, 5],
          [1, 2],
        ]),
        unit: 'hộ',
        attach: LIST,
      }),
      criterion('3.2', 6, 'Số sản phẩm có mã truy xuất nguồn gốc', drawnFrom(from.agriculture), {
        rule: perUnit(2, 6),
        unit: 'sản phẩm',
        attach: 'Ảnh mã truy xuất',
      }),
      ownPlan('4.1', from.planning),
      campaigns('4.2', 6, 'Số buổi tuyên truyền về chuyển đổi số tại xóm', from.communication),
      criterion('4.3', 6, 'Hoạt động của tổ công nghệ số cộng đồng', drawnFrom(from.mobilisation), {
        rule: sum(
          part('a', 1, 'Có quyết định thành lập hoặc kiện toàn tổ', 'yes-no'),
          part('b', 3, 'Số buổi tổ ra quân hướng dẫn người dân', 'count', perUnit(0.5, 3)),
          part('c', 2, 'Tỷ lệ thành viên của tổ được tập huấn (%)', 'percentage', proportional(100)),
        ),
        attach: 'Quyết định thành lập; báo cáo hoạt động của tổ',
      }),
      model('4.4', 4, from.movement),
      yearReport('5.1', 10, from.report),
      initiativeBonus('6.1', from.movement),
      incidents('7.1', from.security),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('2.1'), byFigure('1.1'), byGroup('2')] },
  );
}

export function householdSet({ id, year, from }: DaiTuRows): CriteriaSet {
  const adults = 'Tổng số thành viên từ 18 tuổi trở lên';
  const confirmed = 'Xác nhận của trưởng xóm';
  return criteriaSet(
    `${id}-household-1`,
    'household',
    `Bộ tiêu chí chấm điểm hộ gia đình ${year}`,
    [
      ['1', 'Hạ tầng, kỹ năng số'],
      ['2', 'Kinh tế số'],
      ['3', 'Dịch vụ công trực tuyến'],
      ['4', 'Lan tỏa, an toàn trên môi trường số'],
    ],
    [
      criterion('1.1', 10, 'Hộ có kết nối Internet băng rộng cáp quang', drawnFrom(OURS), {
        rule: yesNo,
      }),
      share(
        '1.2',
        12,
        'Tỷ lệ thành viên trưởng thành sử dụng điện thoại thông minh',
        aimFor(100, OURS),
        ['Số thành viên sử dụng điện thoại thông minh', adults],
        confirmed,
      ),
      share(
        '1.3',
        12,
        'Tỷ lệ thành viên trưởng thành kích hoạt định danh điện tử mức 2',
        aimFor(100, from.order),
        ['Số thành viên đã kích hoạt mức 2', adults],
        confirmed,
      ),
      criterion('2.1', 12, 'Thanh toán điện tử tiền điện, nước, học phí và mua bán hằng ngày', drawnFrom(OURS), {
        rule: levels(
          ['thuong-xuyen', 'Thường xuyên, từ ba loại khoản chi trở lên', 12],
          ['mot-phan', 'Một đến hai loại khoản chi', 6],
          ['chua', 'Chưa thanh toán điện tử', 0],
        ),
      }),
      criterion(
        '2.2',
        12,
        'Ứng dụng công nghệ số trong sản xuất, tiêu thụ sản phẩm của hộ',
        drawnFrom(from.agriculture),
        {
          rule: levels(
            ['san', 'Bán hàng trên sàn thương mại điện tử hoặc có truy xuất nguồn gốc', 12],
            ['mang-xa-hoi', 'Giới thiệu, bán hàng qua mạng xã hội', 6],
            ['chua', 'Chưa ứng dụng', 0],
          ),
          na: 'drop',
        },
      ),
      criterion('2.3', 8, 'Nhận lương hưu, trợ cấp, hỗ trợ qua tài khoản', drawnFrom(OURS), {
        rule: yesNo,
        na: 'drop',
      }),
      share(
        '3.1',
        12,
        'Tỷ lệ hồ sơ thủ tục hành chính của hộ được nộp trực tuyến',
        aimFor(80, from.government),
        ['Số hồ sơ nộp trực tuyến', 'Tổng số hồ sơ đã nộp trong kỳ'],
        'Mã hồ sơ hoặc ảnh chụp thông báo tiếp nhận',
        { na: 'drop' },
      ),
      criterion('4.1', 8, 'Số hộ khác được hộ hướng dẫn sử dụng dịch vụ số', drawnFrom(from.movement), {
        rule: perUnit(2, 8),
        unit: 'hộ',
        attach: confirmed,
      }),
      criterion(
        '4.2',
        7,
        'Không chia sẻ thông tin sai sự thật, không vi phạm pháp luật trên môi trường mạng',
        drawnFrom(from.security),
        {
          rule: yesNo,
        },
      ),
      criterion('4.3', 7, 'Tham gia nhóm thông tin trực tuyến của xóm', drawnFrom(from.communication), { rule: yesNo }),
    ],
    { tieBreaks: [byFigure('4.1'), byGroup('2')], women: false },
  );
}
