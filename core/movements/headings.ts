/** The bundled movements in the order in which they are listed, each a file of its id in `movements`. */
import type { MovementHeading } from '../movement/movement.ts';

export const HEADINGS: readonly MovementHeading[] = [
  {
    id: 'luc-ba-2024',
    title: 'Phong trào thi đua “Xã Lục Ba đẩy mạnh chương trình chuyển đổi số” năm 2024',
    issuer: { commune: 'xã Lục Ba', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
  },
  {
    id: 'ta-ma-2023-2030',
    title: 'Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2030” trên địa bàn xã Ta Ma',
    issuer: { commune: 'xã Ta Ma', district: 'huyện Tuần Giáo', province: 'tỉnh Điện Biên' },
  },
  {
    id: 'tan-linh-2025',
    title: 'Phong trào thi đua “xã Tân Linh đẩy mạnh chương trình chuyển đổi số” năm 2025',
    issuer: { commune: 'xã Tân Linh', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
  },
  {
    id: 'tan-quang-2023-2025',
    title: 'Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2025” xã Tân Quang',
    issuer: { commune: 'xã Tân Quang', district: 'huyện Ninh Giang', province: 'tỉnh Hải Dương' },
  },
  {
    id: 'cat-ne-2024',
    title: 'Phong trào thi đua “Chuyển đổi số năm 2024” xã Cát Nê',
    issuer: { commune: 'xã Cát Nê', district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên' },
  },
];

export function findHeading(id: string): MovementHeading | undefined {
  return HEADINGS.find((heading) => heading.id === id);
}
