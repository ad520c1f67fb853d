/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: 'luc-ba-2024',
  title: 'Phong trào thi đua “Xã Lục Ba đẩy mạnh chương trình chuyển đổi số” năm 2024',
  issuer: { commune: 'xã Lục Ba', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
};
