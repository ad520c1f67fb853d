/** Reads all that one press brought home (the page, its frames, the answers heard) as one: each figure of each unit and period once. */
import { periodKey } from '../indicator/period.ts';
import type { Captured, CaptureReading, Reader } from './reader.ts';
import { READERS, readCaptured } from './registry.ts';
import { sourceOf } from './source.ts';
import { unitKey } from './unit-match.ts';

export interface PartReading extends CaptureReading {
  /** Index of the part it was read from. */
  readonly part: number;
}

export type PartsRead =
  | {
      readonly kind: 'found';
      readonly reader: Reader;
      readonly source: string;
      readonly readings: readonly PartReading[];
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'not-found'; readonly reason: string };

/** The first reader that finds figures sets the source; parts of another source are left out, for figures of two sources are never mixed. */
export function readParts(parts: readonly Captured[], readers: readonly Reader[] = READERS): PartsRead {
  const kept = new Map<string, PartReading>();
  const warnings = new Set<string>();
  let found: { readonly reader: Reader; readonly source: string } | undefined;
  let reason: string | undefined;
  for (const [part, captured] of parts.entries()) {
    const { reader, outcome } = readCaptured(captured, readers);
    if (!reader) continue;
    if (outcome.kind === 'not-found') {
      reason ??= outcome.reason;
      continue;
    }
    const source = sourceOf(reader.id, captured.url);
    found ??= { reader, source };
    if (found.source !== source) continue;
    for (const warning of outcome.warnings) warnings.add(warning);
    for (const reading of outcome.readings) {
      const key = JSON.stringify([
        unitKey(reading.unit),
        reading.period && periodKey(reading.period),
        reading.indicator,
      ]);
      const held = kept.get(key);
      if (!held || (held.value === null && reading.value !== null)) kept.set(key, { ...reading, part });
    }
  }
  if (!found) return { kind: 'not-found', reason: reason ?? 'Chưa có cách đọc nào cho trang này.' };
  return { kind: 'found', ...found, readings: [...kept.values()], warnings: [...warnings] };
}
