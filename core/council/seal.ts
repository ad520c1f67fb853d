/**
 * The seal of an entry: a digest of its content, which also covers the seals of the entries before it. It holds no
 * secret: anybody who rewrites all later entries can seal them anew, so the last seals belong in the minutes
 * (verifyChain takes them).
 */
import * as z from 'zod/mini';
import { tidy } from '../base/text/tidy.ts';
import { canonicalJson, type Plain } from './canonical-json.ts';
import { INSTANT } from './sealed-columns.ts';
import { sha256 } from './sha256.ts';

const ID_LENGTH = 12;

export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** One tidy line that fits a cell (32.767 characters). */
export const line = z.string().check(
  z.maxLength(8000),
  z.refine((text) => text === tidy(text), 'not tidy'),
);
export const filledLine = line.check(z.refine((text) => text !== '', 'empty'));

/** Fields of every sealed entry (ancestry.ts explains the links). */
export const linkShape = {
  seq: z.int().check(z.gte(1)),
  /** The beginning of the seal: what minutes and people call the entry. */
  id: z.string(),
  /** ISO date and time with seconds and offset, by the writer's clock. */
  at: z.iso.datetime({ offset: true }).check(z.regex(INSTANT)),
  previous: z.readonly(z.array(digest)),
  hash: digest,
};

/** Digest of all an entry says but its id and the seal itself. */
export function sealOf(body: { readonly [field: string]: Plain }): string {
  return sha256(canonicalJson(body));
}

export function idOf(hash: string): string {
  return hash.slice(0, ID_LENGTH);
}
