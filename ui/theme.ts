/**
 * Which Fluent theme to wear: forced colours first, then what Office says, then the system. No Office script needed.
 */
import { type Theme, webLightTheme } from '@fluentui/react-components';
import { useEffect, useReducer, useSyncExternalStore } from 'react';

type ThemeName = 'light' | 'dark' | 'contrast';

const FORCED = '(forced-colors: active)';
const DARK = '(prefers-color-scheme: dark)';

const FONT =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONT };

/** The light theme comes with the page, the others are loaded on demand. */
const loaded = new Map<ThemeName, Theme>([['light', LIGHT]]);
const LOAD: Readonly<Record<ThemeName, () => Promise<Theme>>> = {
  light: async () => LIGHT,
  dark: async () => (await import('./theme-dark.ts')).DARK_THEME,
  contrast: async () => (await import('./theme-contrast.ts')).CONTRAST_THEME,
};

async function fetchTheme(name: ThemeName): Promise<void> {
  if (!loaded.has(name)) loaded.set(name, { ...(await LOAD[name]()), fontFamilyBase: FONT });
}

/**
 * Loads the theme a page begins in, so that it is not drawn in another theme first. If it cannot be loaded, the page is
 * light.
 */
export async function fetchFirstTheme(officeBackground: string | null): Promise<void> {
  await fetchTheme(themeName(officeBackground, matches)).catch(() => undefined);
}

/** The theme to draw with; light until another theme is loaded. */
export function useTheme(name: ThemeName): Theme {
  const theme = loaded.get(name);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (theme === undefined) fetchTheme(name).then(draw, () => undefined);
  }, [theme, name]);
  return theme ?? LIGHT;
}

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
