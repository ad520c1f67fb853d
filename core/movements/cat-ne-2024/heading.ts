/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: 'cat-ne-2024',
  title: 'Phong trào thi đua “Chuyển đổi số năm 2024” xã Cát Nê',
  issuer: { commune: 'xã Cát Nê', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
};
