/** What communes, their units and offices do: one table, by where a plan's grammar asks for a verb. */
import { phrases } from './phrases.ts';

/**
 * counting = done with a number of things (`xây dựng 02 mô hình`); said = predicate of those counted, whose noun ends
 * before it (`hộ có cáp quang`); unit = what a unit does or has; office = a duty of an office.
 */
type Use = 'counting' | 'said' | 'unit' | 'office';

const VERBS: readonly (readonly [uses: readonly Use[], verbs: string])[] = [
  [['counting', 'said', 'unit'], 'đạt | có | được | tham gia'],
  [['counting', 'unit', 'office'], 'xây dựng | duy trì | bố trí | tiếp nhận'],
  [['counting', 'unit'], 'thành lập | tổ chức | lắp | tạo | mở | số hóa | ra mắt | trang bị | treo | giữ'],
  [
    ['counting'],
    `đào tạo | bồi dưỡng | tập huấn | trồng | trồng mới | công nhận | phát triển | hình thành | lắp đặt |
      hỗ trợ | giới thiệu | kết nạp | thu gom | đưa | sửa chữa | cứng hóa | bê tông hóa | nâng cấp | tăng |
      giảm | xóa | phục dựng | bảo tồn | cải tạo | cử | biên soạn | xuất bản | phát | phát sóng | đăng |
      đăng tải | in | tuyển | thêm | mới | phấn đấu | khởi công | bàn giao | nhân rộng | ký kết | sáng tác |
      viết | làm | làm mới | xây | xây mới | mở rộng | duy tu | thay thế | trao tặng | dựng | đầu tư | nuôi | sản xuất | tư vấn | dạy nghề | cấp mới |
      có thêm | gắn | mắc | chỉnh trang | khôi phục | khám | hiến | tặng | trao | giảm được | đón | phủ |
      thắp sáng | giữ vững | dọn | bầu | chọn | lựa chọn | còn | thiết lập | vượt | dành | giảm nghèo |
      củng cố | khảo sát | lấy ý kiến | chuyển đổi | diễn tập | phản biện | chăm sóc | khai trương | hoàn thiện | tự quản`,
  ],
  [['counting', 'said', 'unit', 'office'], 'hoàn thành | đăng ký | triển khai | thực hiện | kết nối'],
  [['counting', 'said'], 'giải quyết | cài đặt'],
  [
    ['counting', 'office'],
    'vận động | giúp | tuyên truyền | cấp | hướng dẫn | đề xuất | kiểm tra | huy động | giám sát',
  ],
  [['said'], 'có thể | biết | phải | đủ'],
  [
    ['said', 'unit'],
    `sử dụng | không | ký | ứng dụng | tiếp cận | dùng | kích hoạt | chấp hành | thanh toán | xử lý |
      phân loại`,
  ],
  [['said', 'unit', 'office'], 'ban hành'],
  [['counting', 'unit'], 'nhận'],
  [['unit', 'office'], 'nộp'],
  [['unit'], 'bán | mua | hưởng ứng'],
  [
    ['unit'],
    `cài | niêm yết | bảo đảm | đảm bảo | áp dụng | vận hành | số hoá | hoạt động | công khai | cập nhật |
      chấp nhận`,
  ],
  [['unit', 'office'], 'cung cấp | gửi | lập'],
  [
    ['office'],
    `là | có trách nhiệm | chịu trách nhiệm | tham mưu | tổng hợp | báo cáo | cân đối | chủ trì | phối hợp |
      trình | sơ kết | tổng kết | theo dõi | đôn đốc | rà soát | căn cứ | chỉ đạo | phân công | đẩy mạnh | tự |
      phát động | quán triệt | bình xét | thẩm định | phụ trách`,
  ],
];

/** The verbs of a use, `đạt | có`: for `phrases`. */
export function verbsFor(use: Use): string {
  return VERBS.flatMap(([uses, verbs]) => (uses.includes(use) ? [verbs] : [])).join(' | ');
}

/** The same between the bars of a pattern. */
export function verbPattern(use: Use): string {
  return verbsFor(use).replace(/\s*\|\s*/gu, '|');
}

/** What a commune does with things it counts. */
export const DOES = phrases(verbsFor('counting'));
/** Where the predicate starts: the noun phrase ends before it. */
export const PREDICATES = phrases(verbsFor('said'));

/** Of an amending plan: what follows holds no longer. */
export const ABOLISHES = phrases('bỏ | bãi bỏ | hủy bỏ | huỷ bỏ');
