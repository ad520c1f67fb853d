/** What the movement is called by, apart from the plan so that it can be listed alone. */
import type { MovementHeading } from '../../movement/movement.ts';

export const HEADING: MovementHeading = {
  id: 'tan-quang-2023-2025',
  title: 'Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2025” xã Tân Quang',
  issuer: { commune: 'xã Tân Quang', district: 'huyện Ninh Giang', province: 'tỉnh Hải Dương' },
};
