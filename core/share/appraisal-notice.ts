/**
 * What goes by a link after the appraisal: to the unit its points with what was cut and why, back from it its
 * explanations. Both are files of JSON beside their entries, so that they are closed under a key and can be sealed.
 */
import * as z from 'zod/mini';
import { plainText } from '../base/text/plain-text.ts';

/** UTF-16 units of an explanation of a criterion, and of a reason; criteria of a set at most. */
export const LONGEST_EXPLANATION = 2000;
const MOST_LINES = 500;
const words = (most: number) => z.string().check(z.maxLength(most));
/** Hundredths; null = none. */
const points = z.nullable(z.int());

const lineSchema = z.object({
  /** Code of the criterion. */
  criterion: words(200),
  title: words(2000),
  max: z.int(),
  self: points,
  /** What counts now; the least where something is open. */
  points: z.int(),
  /** How the points come about, and what is still to be decided. */
  reason: words(8000),
});

const noticeSchema = z.object({
  v: z.literal(1),
  unit: words(200),
  total: z.object({ self: points, points: z.int(), max: z.int() }),
  /** Criteria with fewer points than the unit gave itself, or fewer than there are. */
  lines: z.array(lineSchema).check(z.maxLength(MOST_LINES)),
});
export type AppraisalNotice = z.infer<typeof noticeSchema>;

const explanationsSchema = z.object({
  v: z.literal(1),
  lines: z
    .array(z.object({ /** '' = the whole result. */ criterion: words(200), text: words(LONGEST_EXPLANATION) }))
    .check(z.minLength(1), z.maxLength(MOST_LINES)),
});
type Explanations = z.infer<typeof explanationsSchema>['lines'];

export function noticeBytes(notice: AppraisalNotice): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(notice));
}

/** Null for anything else. Never throws. */
export function readNotice(text: string): AppraisalNotice | null {
  const read = noticeSchema.safeParse(jsonOf(text));
  return read.success ? read.data : null;
}

/** `lines` = what the unit wrote, by criterion; empty texts are left out. */
export function explanationBytes(lines: Explanations): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ v: 1, lines: lines.filter(({ text }) => text.trim() !== '') }));
}

/** As plain words without marks that no cell holds; null for anything else. Never throws. */
export function readExplanations(bytes: Uint8Array): Explanations | null {
  const read = explanationsSchema.safeParse(jsonOf(new TextDecoder().decode(bytes)));
  if (!read.success) return null;
  const lines = read.data.lines.map(({ criterion, text }) => ({
    criterion: plainText(criterion).trim(),
    text: plainText(text.normalize('NFC')).trim(),
  }));
  return lines.filter(({ text }) => text !== '');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
