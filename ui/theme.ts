/**
 * Which Fluent theme to wear: forced colours first, then what Office says, then the system. No Office script needed.
 */
import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

type ThemeName = 'light' | 'dark' | 'contrast';

const FORCED = '(forced-colors: active)';
const DARK = '(prefers-color-scheme: dark)';

const FONT =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONT },
  dark: { ...webDarkTheme, fontFamilyBase: FONT },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase: FONT },
};

/** `#1F1F1F` → dark. Anything that is no colour counts as light. */
export function isDarkColour(colour: string): boolean {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (digits === undefined) return false;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return 0.299 * part(0) + 0.587 * part(2) + 0.114 * part(4) < 128;
}

/** `officeBackground` = body background colour of the Office theme, null when the host gives none. */
export function themeName(officeBackground: string | null, media: (query: string) => boolean): ThemeName {
  if (media(FORCED)) return 'contrast';
  const dark = officeBackground === null ? media(DARK) : isDarkColour(officeBackground);
  return dark ? 'dark' : 'light';
}

/** Follows the system while the page is open. */
export function useThemeName(officeBackground: string | null): ThemeName {
  return useSyncExternalStore(subscribe, () => themeName(officeBackground, matches));
}

function matches(query: string): boolean {
  return window.matchMedia(query).matches;
}

function subscribe(changed: () => void): () => void {
  const lists = [FORCED, DARK].map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
  };
}
