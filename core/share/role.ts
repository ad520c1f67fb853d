/** Members of a shared book, and the facts each may add. */
import * as z from 'zod/mini';

/** As officers call them. */
export const ROLE_NAMES = {
  chair: 'chủ tịch',
  council: 'thành viên Hội đồng',
  appraiser: 'tổ giúp việc',
  officer: 'cán bộ',
  unit: 'đơn vị',
  commune: 'xã',
  viewer: 'người xem',
} as const;
export type Role = keyof typeof ROLE_NAMES;

export const ROLES = Object.keys(ROLE_NAMES) as readonly Role[];
export const roleSchema = z.enum([
  'chair',
  'council',
  'appraiser',
  'officer',
  'unit',
  'commune',
  'viewer',
] satisfies readonly Role[]);
