/**
 * The few signs we need, drawn here so that no icon package is loaded. Always beside a word, so hidden from screen
 * readers.
 */

const PATHS = {
  report: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3.5',
  flag: 'M5 17.5V3M5 3.5h10l-2.5 3.5L15 10.5H5',
  rank: 'M3 17.5h14M4.5 17.5v-6h3v6M8.5 17.5v-13h3v13M12.5 17.5v-8.5h3v8.5',
  council:
    'M7 9a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 7 9zM2 16.5c0-3 2-5 5-5s5 2 5 5M13.5 9.5a2.25 2.25 0 1 0 0-4.5M14 12c2.5 0 4 1.7 4 4.5',
  criteria: 'M3 5l1.3 1.3L6.7 4M3 10l1.3 1.3L6.7 9M3 15l1.3 1.3L6.7 14M9.5 5.5H17M9.5 10.5H17M9.5 15.5H17',
  error: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4',
  warning: 'M10 3l8 14H2zM10 8v4M10 14.3v.4',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.2v.4',
  done: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.3l2.4 2.4 4.6-5',
  up: 'M4.5 12.5L10 7l5.5 5.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  undo: 'M7.5 4L3.5 8l4 4M3.5 8h8a4.5 4.5 0 0 1 0 9H8',
  overview: 'M3 3h6v8H3zM11 3h6v5h-6zM11 10h6v7h-6zM3 13h6v4H3z',
  compare: 'M3 6h13M13 3l3 3-3 3M17 14H4M7 11l-3 3 3 3',
  read: 'M3 5h14v11H3zM3 8.7h14M8 5v11',
  export: 'M10 12V2.5M6.5 6L10 2.5 13.5 6M3.5 11.5v6h13v-6',
  settings: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  find: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5L17 17',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5L5 15',
  stale: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5V10l3 2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
