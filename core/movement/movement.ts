/** What a plan asks: an emulation movement (phong trào thi đua) as data. Every figure carries where it stands in the plan. */
import { z } from 'zod';
import { criteriaSetSchema } from './criteria-set.ts';
import { comparatorSchema } from './rule.ts';
import { sourceSchema } from './source.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Kinds of audience the bundled movements use; a movement of one's own may add others. */
export const AUDIENCE_KINDS = [
  'agency',
  'party-body',
  'association',
  'school',
  'health-station',
  'police',
  'village',
  'enterprise',
  'household',
  'individual',
  'outside-collective',
  'outside-individual',
] as const;

export const audienceSchema = z.object({
  /** Stable kind, e.g. `agency`, `village`; the command line's `--audience`. */
  kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** As officers call it: `Cơ quan, đơn vị`, `Bản`. */
  name: z.string(),
  subject: z.enum(['collective', 'individual', 'household']),
  /** What the plan lists under it. */
  members: z.array(z.string()).default([]),
  /** Competes (sends reports), or can only be rewarded. */
  competes: z.boolean(),
  source: sourceSchema,
});
export type Audience = z.infer<typeof audienceSchema>;

export const targetSchema = z.object({
  code: z.string(),
  /** Verbatim. */
  text: z.string(),
  comparator: comparatorSchema.nullable(),
  /** null for a qualitative target. */
  value: z.number().nullable(),
  /** `%`, `%/năm`, `người`, `hộ`; null when qualitative. */
  unit: z.string().nullable(),
  subject: z.string(),
  /** Qualifier of the denominator: `đủ điều kiện`, `trưởng thành`. */
  qualifier: z.string().nullable().default(null),
  /** `trừ văn bản mật`. */
  exclusion: z.string().nullable().default(null),
  /** `từng ngành`: judged for each. */
  perSector: z.boolean().default(false),
  deadline: isoDate.nullable(),
  /** Start of a duty (`từ năm 2023`), not a deadline. */
  startsOn: isoDate.nullable().default(null),
  kind: z.enum(['numeric', 'yes-no', 'qualitative', 'process', 'award-threshold']),
  note: z.string().nullable().default(null),
  section: z.string(),
});
export type Target = z.infer<typeof targetSchema>;

/** When something is due. `exclusive` = "trước ngày": the day itself is too late. */
export const whenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: isoDate, exclusive: z.boolean() }),
  z.object({ kind: z.literal('month-day'), monthDay: z.string().regex(/^\d{2}-\d{2}$/), exclusive: z.boolean() }),
  z.object({ kind: z.literal('quarter'), year: z.number().int(), quarter: z.number().int().min(1).max(4) }),
  z.object({ kind: z.literal('month'), year: z.number().int().nullable(), month: z.number().int().min(1).max(12) }),
  z.object({ kind: z.literal('year'), year: z.number().int() }),
  /** `cuối năm`, `theo chỉ đạo`: no day given. */
  z.object({ kind: z.literal('unspecified') }),
]);
export type When = z.infer<typeof whenSchema>;

export const calendarEntrySchema = z.object({
  code: z.string(),
  what: z.enum([
    'unit-report',
    'unit-plan',
    'registration',
    'yearly-summary',
    'interim-review',
    'final-review',
    'evaluation',
    'other-report',
    'end',
  ]),
  text: z.string(),
  when: whenSchema,
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  source: sourceSchema,
});
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

export const quotaSchema = z.object({
  code: z.string(),
  text: z.string(),
  /** null = no number stated. */
  max: z.number().int().nullable(),
  /** combined = collectives and individuals together. */
  kind: z.enum(['combined', 'collective', 'individual', 'household', 'outside']),
  /** Code of the award form. */
  award: z.string().nullable(),
  round: z.enum(['yearly', 'interim', 'final']),
  phase: z.string().nullable().default(null),
  condition: z.string().nullable().default(null),
  source: sourceSchema,
});
export type Quota = z.infer<typeof quotaSchema>;

export const movementSchema = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  otherTitles: z.array(z.string()).default([]),
  issuer: z.object({ commune: z.string(), district: z.string().nullable(), province: z.string() }),
  /** Blank number or date in the issued text is null; `dateText` keeps what is printed. */
  plan: z.object({
    number: z.string().nullable(),
    date: isoDate.nullable(),
    dateText: z.string().nullable().default(null),
    title: z.string(),
  }),
  theme: z.string().nullable(),
  /** Start may be undefined in the plan ("từ nay"). */
  period: z.object({ from: isoDate.nullable(), to: isoDate }),
  phases: z.array(z.object({ code: z.string(), name: z.string(), from: isoDate, to: isoDate, source: sourceSchema })),
  scope: z.string(),
  audiences: z.array(audienceSchema).min(1),
  contents: z.array(z.object({ code: z.string(), text: z.string(), source: sourceSchema })),
  priorityFields: z.array(z.object({ code: z.string(), name: z.string(), source: sourceSchema })),
  targets: z.array(targetSchema),
  standards: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      /** Audience kinds it holds for. */
      audiences: z.array(z.string()),
      kind: z.enum(['qualitative', 'reporting', 'rank', 'score-share', 'registration']),
      /** Percent of the maximum for `score-share`; null when not quantified. */
      value: z.number().nullable().default(null),
      source: sourceSchema,
    }),
  ),
  awards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      level: z.enum(['state', 'province', 'district', 'commune']),
      source: sourceSchema,
    }),
  ),
  quotas: z.array(quotaSchema),
  calendar: z.array(calendarEntrySchema),
  roles: z.array(
    z.object({
      code: z.string(),
      duties: z.array(
        z.enum([
          'criteria-builder',
          'appraiser',
          'summariser',
          'standing-body',
          'proposer',
          'monitor',
          'communication',
          'signer',
          'steering',
          'participant',
          'funding',
        ]),
      ),
      post: z.string(),
      text: z.string(),
      source: sourceSchema,
    }),
  ),
  legalBases: z.array(
    z.object({
      number: z.string(),
      date: isoDate.nullable(),
      issuer: z.string(),
      title: z.string(),
      warning: z
        .object({ kind: z.enum(['expired', 'wrong-number', 'outdated-term']), message: z.string() })
        .nullable()
        .default(null),
    }),
  ),
  /** What is odd in the plan's own text, in Vietnamese, for the officer who will issue it again. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  criteriaSets: z.array(criteriaSetSchema).min(1),
});
export type Movement = z.infer<typeof movementSchema>;
export type MovementInput = z.input<typeof movementSchema>;
