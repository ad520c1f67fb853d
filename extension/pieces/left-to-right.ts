/**
 * What the style library asks for the mirror image of each style, for scripts written from right to left. Vietnamese is
 * not, so that a style is its own image; the library that mirrors weighs 3 kB of the panel.
 */

export function convert<T>(style: T): T {
  return style;
}

export function convertProperty<T>(key: string, value: T): { readonly key: string; readonly value: T } {
  return { key, value };
}
