/**
 * An object of Excel's model as the executor sees it: named properties, settings, sub-objects and calls. Names are
 * those of the documentation.
 */
import type { Range } from '../../core/sheet/grid/sheet.ts';
import type { HostSheet } from './book.ts';
import { refuse } from './host-error.ts';

/** Cells an object stands for. */
export interface Target {
  readonly sheet: HostSheet;
  readonly areas: readonly Range[];
}

export interface HostObject {
  readonly type: string;
  /**
   * Lasting name by which its collection finds it again; sent with the object so that the client keeps it beyond one
   * batch.
   */
  readonly id?: string;
  /** Readable properties; `load` without names computes them all, as Excel does. */
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** Sub-objects: properties and methods that answer an object; null = a null object. */
  readonly open?: Readonly<Record<string, (...args: readonly unknown[]) => HostObject | null>>;
  readonly call?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Collections. */
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
  readonly target?: Target;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'type' in value && ('get' in value || 'open' in value);
}

/** The item of a list with this id or (without regard to case) this name; null when there is none. */
export function findItem<T extends { readonly id: string; readonly name: string }>(
  items: readonly T[],
  key: unknown,
): T | null {
  const text = asText(key);
  const folded = text.toLowerCase();
  return items.find((it) => it.id === text) ?? items.find((it) => it.name.toLowerCase() === folded) ?? null;
}

export function found<T>(item: T | null | undefined): T {
  return item ?? refuse('ItemNotFound', 'Tài nguyên được yêu cầu không tồn tại.');
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : refuse('InvalidArgument', 'Tham số phải là văn bản.');
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse('InvalidArgument', 'Tham số phải là số.');
}

export function asWhole(value: unknown): number {
  const number = asNumber(value);
  return Number.isInteger(number) ? number : refuse('InvalidArgument', 'Tham số phải là số nguyên.');
}

export function asBoolean(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('InvalidArgument', 'Tham số phải là đúng hoặc sai.');
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('InvalidArgument');
  return value as Readonly<Record<string, unknown>>;
}
