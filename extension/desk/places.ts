/**
 * The desk's places: their addresses, names and signs, in the order of the menu. Each is loaded when it is first gone
 * to.
 */
import { type ComponentType, lazy } from 'react';
import type { IconName } from '../../ui/icons.tsx';

interface DeskPlace {
  /** After `#/`. */
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
  readonly View: ComponentType;
}

export const PLACES: readonly [DeskPlace, ...DeskPlace[]] = [
  place('tong-quan', 'Tổng quan', 'overview', 'OverviewPlace', () => import('./places/overview-place.tsx')),
  place('so-sanh', 'So sánh kỳ', 'compare', 'ComparePlace', () => import('./places/compare-place.tsx')),
  place('don-vi', 'Đơn vị', 'rank', 'UnitsPlace', () => import('./places/units-place.tsx')),
  place('ban-chup', 'Bản chụp', 'stale', 'CapturesPlace', () => import('./places/captures-place.tsx')),
  place('cach-doc', 'Cách đọc', 'read', 'ReadersPlace', () => import('./places/readers-place.tsx')),
  place('xuat', 'Xuất và sao lưu', 'export', 'ExportsPlace', () => import('./places/exports-place.tsx')),
  place('cai-dat', 'Cài đặt', 'settings', 'SettingsPlace', () => import('./places/settings-place.tsx')),
];

/** Gone to from links only: opened when the extension is installed. */
export const START = place('bat-dau', 'Bắt đầu', 'info', 'StartPlace', () => import('./places/start-place.tsx'));

function place<K extends string>(
  path: string,
  title: string,
  icon: IconName,
  name: K,
  load: () => Promise<{ readonly [name in K]: ComponentType }>,
): DeskPlace {
  const View = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return { path, title, icon, View };
}
