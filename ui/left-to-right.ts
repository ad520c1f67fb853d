/**
 * In place of what mirrors every style for scripts written from the right: the pane speaks Vietnamese only, and need
 * not wait for that nor for the second set of rules it makes. Same exports as `rtl-css-js/core`, as far as Fluent's
 * styles ask for them.
 */

export function convert<T>(styles: T): T {
  return styles;
}

export function convertProperty<T>(key: string, value: T): { readonly key: string; readonly value: T } {
  return { key, value };
}
