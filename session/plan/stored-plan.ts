/** The plan draft as stored in the browser between visits; a stored draft of another shape is ignored. */
import * as z from 'zod/mini';
import { DUE_KINDS, DUTY_KINDS } from '../../core/movement/movement.ts';
import type { PlanDraft } from './plan-draft.ts';

/**
 * Raise it when older drafts can no longer be read: drafts of another version are ignored. A field that was only added
 * gets a default, so that older drafts still open.
 */
const VERSION = 2;

const text = z.string();
const textOrNull = z.nullable(z.string());
const place = { text, section: text, offset: z.int() };
const target = z.object({
  ...place,
  comparator: z.enum(['>=', '>', '=', '<=', '<', 'range', 'rank<=']),
  value: z.number(),
  valueMax: z.nullable(z.number()),
  unit: text,
  subject: text,
  qualifier: textOrNull,
  exclusion: textOrNull,
  perSector: z.boolean(),
  deadline: textOrNull,
  kind: z.enum(['numeric', 'award-threshold']),
  figureOffset: z.int(),
  goesOn: z._default(z.boolean(), false),
  relativeTo: z._default(textOrNull, null),
  under: z._default(z.string(), ''),
});
const quota = z.object({
  ...place,
  max: z.nullable(z.number()),
  unit: z.nullable(z.literal('%')),
  base: z._default(z.nullable(z.enum(['participants', 'registered', 'eligible', 'listed'])), null),
  kind: z.enum(['combined', 'collective', 'individual', 'household', 'outside']),
  round: z.nullable(z.enum(['yearly', 'interim', 'final', 'out-of-turn'])),
  per: textOrNull,
});
const year = z.nullable(z.int());
const deadline = z.object({
  ...place,
  when: z.union([
    z.object({ date: text }),
    z.object({ monthDay: text }),
    z.object({ day: z.int(), every: z.enum(['month', 'quarter']) }),
    z.object({ quarter: z.int(), year }),
    z.object({ month: z.int(), year }),
    z.object({ year: z.int() }),
    z.object({ every: z.literal('year') }),
  ]),
  what: z.enum(DUE_KINDS),
  exclusive: z.boolean(),
  opens: z.exactOptional(text),
});
const held = { id: text, state: z.enum(['found', 'corrected', 'added']), out: z.boolean() };
const statement = { text, section: text };
const draftSchema = z.object({
  file: text,
  text,
  findings: z.array(
    z.discriminatedUnion('kind', [
      z.object({ ...held, kind: z.literal('target'), value: target }),
      z.object({ ...held, kind: z.literal('quota'), value: quota }),
      z.object({ ...held, kind: z.literal('deadline'), value: deadline }),
    ]),
  ),
  movement: z.object({
    issuer: z.object({ commune: textOrNull, district: textOrNull, province: textOrNull, body: z.optional(textOrNull) }),
    plan: z.object({ number: textOrNull, date: textOrNull, dateText: textOrNull, title: textOrNull }),
    title: textOrNull,
    theme: textOrNull,
    period: z.object({ from: textOrNull, to: textOrNull }),
    phases: z.array(z.object({ name: text, from: text, to: text })),
    predecessors: z._default(z.array(text), []),
    validFrom: z._default(textOrNull, null),
    formedAt: z._default(z.nullable(z.object(place)), null),
    audiences: z.array(
      z.object({ ...statement, kind: text, subject: z.enum(['collective', 'individual', 'household']) }),
    ),
    isListed: z._default(z.boolean(), true),
    unknownAudiences: z._default(z.array(text), []),
    awards: z.array(
      z.object({ ...statement, name: text, level: z.enum(['state', 'province', 'district', 'commune']) }),
    ),
    standards: z.array(z.object(statement)),
    contents: z.array(z.object({ ...statement, field: textOrNull })),
    roles: z.array(z.object({ ...statement, post: text, duties: z._default(z.array(z.enum(DUTY_KINDS)), []) })),
    legalBases: z.array(z.object({ number: text, date: textOrNull, issuer: z._default(text, ''), text })),
    recipients: z.array(text),
  }),
  dismissed: z._default(z.array(z.int()), []),
  isPeriodSettled: z._default(z.boolean(), false),
  unruled: z.optional(z.enum(['yes-no', 'council'])),
  scan: z.nullable(
    z.object({
      findings: z.array(
        z.object({
          kind: z.enum(['number', 'label', 'word']),
          page: z.int(),
          read: text,
          again: textOrNull,
          doubtful: z.boolean(),
          line: text,
          picture: z.nullable(z.instanceof(Uint8Array)),
          offset: z.int(),
        }),
      ),
      starts: z.array(z.object({ offset: z.int(), page: z.nullable(z.int()) })),
      confirmed: z.array(z.int()),
    }),
  ),
});
const stored = z.object({ version: z.literal(VERSION), at: text, draft: draftSchema });

export interface StoredPlan {
  /** ISO instant of the last change. */
  readonly at: string;
  readonly draft: PlanDraft;
}

export function storedPlan(draft: PlanDraft, at: string): unknown {
  return { version: VERSION, at, draft };
}

/** undefined = it is none. */
export function parseStoredPlan(value: unknown): StoredPlan | undefined {
  const read = stored.safeParse(value);
  if (!read.success) return undefined;
  const { at, draft } = read.data;
  return { at, draft };
}
