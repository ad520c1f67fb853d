/**
 * The backup file: a ZIP of the captures in pieces of JSON lines, their parts by hash, the outbox, the taught readers,
 * the officer's own movement and the settings, with a manifest that lists the hash of each. Everything is validated
 * again on the way in, because the file may come from anywhere.
 */
import * as z from 'zod/mini';
import { observationSchema } from '../../core/portal/indicator/observation.ts';
import { draftSchema } from '../messages/contract.ts';
import { MOST_READERS } from '../store/readers.ts';
import type { CapturePart, CaptureRecord, OutboxRecord, ReaderRecord, Revision } from '../store/records.ts';

export const KIND = 'thi-dua-so-backup';
/** Raised with every change an older build would misread. */
export const VERSION = 4;
/** Read as well: what they lack may be missing. */
const VERSIONS = [1, 2, 3, VERSION] as const;

export const MANIFEST = 'manifest.json';
export const OUTBOX = 'outbox.json';
export const READERS = 'readers.json';
export const SETTINGS = 'settings.json';
/** Only where the officer follows her own movement. */
export const MOVEMENT = 'movement.json';
export const CAPTURES = /^captures-\d{4,8}\.jsonl$/;
export const BLOB = /^blobs\/[0-9a-f]{64}$/;

export function capturesName(index: number): string {
  return `captures-${String(index).padStart(4, '0')}.jsonl`;
}

/** `sha256:…` → its entry. */
export function blobName(hash: string): string {
  return hash.replace('sha256:', 'blobs/');
}

const id = z.string().check(z.minLength(1), z.maxLength(100));
/** ISO with its offset: it names files and sorts captures. */
const instant = z.iso.datetime({ offset: true });
const hash = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/));
const count = z.int().check(z.nonnegative());

/** Every field of a record, none more: a field this build does not know would be lost. */
type FieldsOf<T> = { readonly [K in keyof T]-?: z.core.$ZodType };

const corrections = z.array(
  z.union([
    z.strictObject({
      indicator: z.string(),
      read: z.nullable(z.number()),
      value: z.nullable(z.number()),
      reason: z.string(),
    }),
    z.strictObject({ kind: z.literal('period'), read: z.string(), value: z.string(), reason: z.string() }),
  ]),
);

export const captureSchema = z.strictObject({
  id,
  at: instant,
  url: z.string(),
  title: z.string(),
  state: z.enum(['raw', 'confirmed', 'corrected', 'discarded', 'withdrawn']),
  parts: z.array(
    z.strictObject({
      ...{ kind: z.enum(['page', 'answer', 'file']), url: z.string(), request: z.nullable(z.string()), hash },
      ...{ at: z.exactOptional(instant), askedAgain: z.exactOptional(instant) },
    } satisfies FieldsOf<CapturePart>),
  ),
  picture: z.nullable(hash),
  unread: z.array(z.string()),
  view: z.strictObject({ width: z.number(), height: z.number(), scrollY: z.number(), ratio: z.number() }),
  draft: z.nullable(draftSchema),
  duplicateOf: z.nullable(id),
  nothing: z.exactOptional(z.string()),
  answered: z.exactOptional(z.array(z.string())),
  observations: z.array(observationSchema),
  corrections,
  history: z.exactOptional(
    z.array(
      z.strictObject({
        ...{ at: instant, what: z.enum(['reopened', 'withdrawn']), reason: z.string() },
        ...{ observations: z.array(observationSchema), corrections, handed: z.exactOptional(z.literal(true)) },
      } satisfies FieldsOf<Revision>),
    ),
  ),
} satisfies FieldsOf<CaptureRecord>);

export const outboxSchema = z.array(
  z.strictObject({
    captureId: id,
    state: z.enum(['waiting', 'sent']),
    sentAt: z.nullable(instant),
  } satisfies FieldsOf<OutboxRecord>),
);

/**
 * The definition is checked where it is used; a definition with an id must be stored under that id, or it could not be
 * removed.
 */
const readerSchema = z
  .strictObject({ id, definition: z.unknown() } satisfies FieldsOf<ReaderRecord>)
  .check(
    z.refine(({ id: key, definition }) =>
      [undefined, key].includes(z.object({ id: z.string() }).safeParse(definition).data?.id),
    ),
  );
export const readersSchema = z.array(readerSchema).check(z.maxLength(MOST_READERS));

const BLOB_TYPES = ['text/html', 'application/json', 'image/png', 'application/octet-stream'] as const;

export const entrySchema = z.object({
  name: z.string().check(z.maxLength(100)),
  size: count,
  hash,
  /** What a blob is; absent for all others. */
  type: z.optional(z.enum(BLOB_TYPES)),
});
export type ManifestEntry = z.infer<typeof entrySchema>;

export const manifestSchema = z.object({
  kind: z.literal(KIND),
  version: z.literal(VERSIONS),
  /** ISO instant of the backup. */
  at: instant,
  counts: z.object({ captures: count, blobs: count, outbox: count, readers: count }),
  /** All others in the file. */
  entries: z.array(entrySchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Of any version, to say which. */
export const anyManifestSchema = z.object({ kind: z.literal(KIND), version: z.number() });
