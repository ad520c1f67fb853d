/** What can be refused answers with a value or with the reason; exceptions are for our own mistakes alone. */

/** Why something was refused: a stable code and one Vietnamese sentence an officer can act on. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse(code: string, message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, message } };
}
