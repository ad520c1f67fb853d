/** What a commune does with things it counts. */
import { phrases } from './token.ts';

export const DOES = phrases(
  `đạt | có | xây dựng | thành lập | duy trì | đào tạo | bồi dưỡng | tập huấn | tổ chức | trồng | trồng mới | công nhận | hoàn thành | phát triển | hình thành | lắp đặt | lắp | hỗ trợ |
  giải quyết | tạo | giới thiệu | kết nạp | vận động | thu gom | đưa | giúp | mở | sửa chữa | cứng hóa | bê tông hóa | nâng cấp | số hóa | ra mắt | tăng | giảm | xóa | phục dựng | bảo tồn |
  cải tạo | trang bị | đăng ký | triển khai | thực hiện | cử | biên soạn | xuất bản | phát | phát sóng | đăng | đăng tải | in | tuyển | kết nối | thêm | mới | phấn đấu | khởi công | bàn giao |
  nhân rộng | ký kết | tuyên truyền | sáng tác | viết | làm | làm mới | xây | xây mới | dựng | đầu tư | nuôi | sản xuất | cấp | tư vấn | dạy nghề | cấp mới | được | bố trí | tham gia | có thêm |
  gắn | treo | mắc | chỉnh trang | khôi phục | khám | hiến | tiếp nhận | tặng | trao | giảm được | đón | phủ | thắp sáng | giữ vững | giữ | cài đặt | hướng dẫn | dọn | bầu | chọn | lựa chọn | còn | đề xuất | thiết lập | kiểm tra | vượt | dành | giảm nghèo | huy động | nhận | sản xuất | củng cố | chuyển đổi | diễn tập | giám sát | phản biện | bàn giao | chăm sóc | khai trương | hoàn thiện`,
);
