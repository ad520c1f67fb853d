/** Where the labels of a plan's parts stand in the running text. */
import type { Section } from './section.ts';

export function outlineLabels(
  bodies: readonly (readonly Section[])[],
): readonly { readonly start: number; readonly end: number }[] {
  return bodies.flatMap((sections) =>
    sections.flatMap(({ label }) => (label ? [{ start: label.start, end: label.end }] : [])),
  );
}
