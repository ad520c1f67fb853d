/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: 'tan-linh-2025',
  title: 'Phong trào thi đua “xã Tân Linh đẩy mạnh chương trình chuyển đổi số” năm 2025',
  issuer: { commune: 'xã Tân Linh', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
};
