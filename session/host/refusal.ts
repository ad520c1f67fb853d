/** How use cases answer: a value, or a code with one Vietnamese sentence. */
import type { Refusal } from '../../core/result.ts';

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse(code: string, message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, message } };
}
