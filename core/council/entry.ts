/** An entry of the council's log: a decision, who made it, when, and on which figures. */
import * as z from 'zod/mini';
import { ENTRY_KINDS } from './entry-kinds.ts';
import { digest, filledLine, idOf, line, linkShape, sealOf } from './seal.ts';

export const entrySchema = z.readonly(
  z.strictObject({
    ...linkShape,
    who: filledLine,
    /** Id of the flag; null when it is on the criterion itself. */
    flag: z.nullable(filledLine),
    /** Code of the criterion (never of a part of it); null for a flag on the whole report. */
    criterion: z.nullable(filledLine),
    /** Key of the unit; for a file without one its name. */
    unit: filledLine,
    kind: z.enum(ENTRY_KINDS),
    /** Hundredths, for `adjust` and `appraise` only. */
    points: z.nullable(z.int()),
    reason: line,
    /** Digest of the figures it was made on (subject.ts). */
    subject: digest,
  }),
);
export type LogEntry = z.infer<typeof entrySchema>;

/** The content of an entry before it is sealed. */
export type EntryBody = Omit<LogEntry, 'id' | 'hash'>;

export function sealEntry(body: EntryBody): LogEntry {
  const sealedBody = sealed(body);
  const hash = sealOf(sealedBody);
  return { ...sealedBody, id: idOf(hash), hash };
}

/** Whether the entry's content still matches its seal. */
export function isSealed(entry: LogEntry): boolean {
  return entry.hash === sealOf(sealed(entry)) && entry.id === idOf(entry.hash);
}

function sealed({
  seq,
  at,
  who,
  flag,
  criterion,
  unit,
  kind,
  points,
  reason,
  subject,
  previous,
}: EntryBody): EntryBody {
  return { seq, at, who, flag, criterion, unit, kind, points, reason, subject, previous };
}
