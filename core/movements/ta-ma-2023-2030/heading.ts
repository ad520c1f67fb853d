/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: 'ta-ma-2023-2030',
  title: 'Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2030” trên địa bàn xã Ta Ma',
  issuer: { commune: 'xã Ta Ma', district: 'huyện Tuần Giáo', province: 'tỉnh Điện Biên' },
};
