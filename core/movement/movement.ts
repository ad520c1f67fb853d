/** A movement (phong trào thi đua) as data: what its plan requires. Every figure says where in the plan it stands. */
import * as z from 'zod/mini';
import { criteriaSetSchema } from './criteria-set.ts';
import { comparatorSchema } from './rule.ts';
import { sourceSchema } from './source.ts';

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Kinds of audience the bundled movements use; a commune's own movement may add others. */
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

const audienceSchema = z.object({
  /** Stable kind, e.g. `agency`, `village`; the command line's `--audience`. */
  kind: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  /** As officers call it: `Cơ quan, đơn vị`, `Bản`. */
  name: z.string(),
  subject: z.enum(['collective', 'individual', 'household']),
  /** Names that the plan lists under it. */
  members: z._default(z.array(z.string()), []),
  /** Competes (sends reports), or can only be rewarded. */
  competes: z.boolean(),
  source: sourceSchema,
});
export type Audience = z.infer<typeof audienceSchema>;

/**
 * Where the whole commune's figure of a target comes from, when not from all collectives whose criterion aims at it.
 */
const targetFigureSchema = z.discriminatedUnion('kind', [
  /** a and b of these audiences alone: the others count the same people or papers again. */
  z.object({ kind: z.literal('sum'), audiences: z.array(z.string()).check(z.minLength(1)), why: z.string() }),
  /** How many units of the audience answer yes to these parts of a criterion. */
  z.object({
    kind: z.literal('unit-count'),
    audience: z.string(),
    criterion: z.string(),
    parts: z._default(z.array(z.string()), []),
  }),
  /** No authority under the plan can give it. */
  z.object({ kind: z.literal('none'), why: z.string() }),
]);

const targetSchema = z.object({
  code: z.string(),
  /** Verbatim. */
  text: z.string(),
  comparator: z.nullable(comparatorSchema),
  /** null for a qualitative target. */
  value: z.nullable(z.number()),
  /** `%`, `%/năm`, `người`, `hộ`; null when qualitative. */
  unit: z.nullable(z.string()),
  subject: z.string(),
  /** Qualifier of the denominator: `đủ điều kiện`, `trưởng thành`. */
  qualifier: z._default(z.nullable(z.string()), null),
  /** `trừ văn bản mật`. */
  exclusion: z._default(z.nullable(z.string()), null),
  /**
   * `unit` = each unit can report its own part; `commune` = a single figure of the whole commune, which no unit can
   * report.
   */
  scope: z._default(z.enum(['commune', 'unit']), 'unit'),
  /** `từng ngành`: judged for each. */
  perSector: z._default(z.boolean(), false),
  deadline: z.nullable(isoDate),
  /** Start of a duty (`từ năm 2023`), not a deadline. */
  startsOn: z._default(z.nullable(isoDate), null),
  kind: z.enum(['numeric', 'yes-no', 'qualitative', 'process', 'award-threshold']),
  /** What the figure is a change from (`năm trước`, `bình quân chung của tỉnh`); absent = it is a level. */
  relativeTo: z.optional(z.string()),
  note: z._default(z.nullable(z.string()), null),
  figure: z.optional(targetFigureSchema),
  /**
   * Code of a target that measures the same thing by an earlier day: whoever supplies its figure supplies this figure
   * too.
   */
  sameAs: z.optional(z.string()),
  section: z.string(),
});
export type Target = z.infer<typeof targetSchema>;

/** When something is due. `exclusive` = "trước ngày": the day itself is too late. */
const whenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: isoDate, exclusive: z.boolean() }),
  z.object({
    kind: z.literal('month-day'),
    monthDay: z.string().check(z.regex(/^\d{2}-\d{2}$/)),
    exclusive: z.boolean(),
  }),
  z.object({ kind: z.literal('quarter'), year: z.int(), quarter: z.int().check(z.gte(1), z.lte(4)) }),
  z.object({ kind: z.literal('month'), year: z.nullable(z.int()), month: z.int().check(z.gte(1), z.lte(12)) }),
  z.object({ kind: z.literal('year'), year: z.int() }),
  /** `trước ngày 20 của tháng cuối quý`: in each month or quarter; `next` = in the month behind it. */
  z.object({
    kind: z.literal('recurring'),
    every: z.enum(['month', 'quarter']),
    day: z.int().check(z.gte(1), z.lte(31)),
    next: z._default(z.boolean(), false),
    exclusive: z.boolean(),
  }),
  /** `cuối năm`, `theo chỉ đạo`: the plan names no day. */
  z.object({ kind: z.literal('unspecified') }),
]);
export type When = z.infer<typeof whenSchema>;

/** What a plan makes due, in the order a form offers it. */
export const DUE_KINDS = [
  'unit-report',
  'unit-plan',
  'registration',
  'yearly-summary',
  'interim-review',
  'final-review',
  'evaluation',
  'award-dossier',
  'launch',
  'end',
  'other',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export const calendarEntrySchema = z.object({
  code: z.string(),
  what: z.enum([...DUE_KINDS, 'other-report']),
  text: z.string(),
  when: whenSchema,
  /** The day the commune set, where the plan names none or in the place of the plan's. */
  setDay: z.optional(whenSchema),
  from: z._default(z.nullable(z.string()), null),
  to: z._default(z.nullable(z.string()), null),
  source: sourceSchema,
});
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

const quotaSchema = z.object({
  code: z.string(),
  text: z.string(),
  /** null = no number stated. */
  max: z.nullable(z.int()),
  /** A share instead of a number, or beside it: both hold. */
  percent: z._default(z.nullable(z.number().check(z.gte(0.01), z.lte(100))), null),
  /** What the percentage is of; null beside a percentage = the plan does not say, so the council has to choose. */
  base: z._default(z.nullable(z.enum(['participants', 'registered', 'eligible', 'listed'])), null),
  /** combined = collectives and individuals together. */
  kind: z.enum(['combined', 'collective', 'individual', 'household', 'outside']),
  /** Kinds of audience the places are for (`05 thôn`, `03 cơ quan, đơn vị, trường học`); absent = all of `kind`. */
  audiences: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** Code of the award form. */
  award: z.nullable(z.string()),
  round: z.enum(['yearly', 'interim', 'final', 'out-of-turn']),
  phase: z._default(z.nullable(z.string()), null),
  condition: z._default(z.nullable(z.string()), null),
  source: sourceSchema,
});
export type Quota = z.infer<typeof quotaSchema>;

/** How the council's vote passes, as the plan says it. */
const voteSchema = z.object({
  /** Percent of the votes that must be in favour; exactly so much is enough. */
  least: z.number().check(z.gt(0), z.lte(100)),
  /** What the percent is taken of: all members of the council, or those present; null = the plan does not say. */
  of: z.nullable(z.enum(['members', 'present'])),
  source: z.object({ section: z.string(), text: z.optional(z.string()) }),
});

const scannedSchema = z.object({
  code: z.string(),
  /** Rows it stands in: `Chỉ tiêu CT03`; '' when in none, and it is doubtful all the same. */
  usedIn: z.string(),
  read: z.string(),
  /** As it reads alone; '' when it was read once. */
  again: z.string(),
  doubtful: z.boolean(),
  confirmed: z.boolean(),
  /** Page of the plan's file, from 1, and the printed line. */
  page: z.int(),
  line: z.string(),
});
export type Scanned = z.infer<typeof scannedSchema>;

/** Duties a plan assigns. */
export const DUTY_KINDS = [
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
] as const;

export const movementSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: z.string(),
  otherTitles: z._default(z.array(z.string()), []),
  /** `body` = the school, Party cell or office of the commune that issued the plan; without it the commune did. */
  issuer: z.object({
    commune: z.string(),
    district: z.nullable(z.string()),
    province: z.string(),
    body: z.optional(z.string()),
  }),
  /** Communes the issuer was merged from, and the ISO day from which it bears its name. */
  predecessors: z.optional(z.array(z.string())),
  validFrom: z.optional(isoDate),
  /** Whom the commune sends its own reports to. */
  recipients: z.optional(z.array(z.string())),
  /** Who signs for the commune: the lines above the name (`KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`), and the name, where printed. */
  signer: z.optional(z.object({ authority: z.array(z.string()), name: z.nullable(z.string()) })),
  /** Blank number or date in the issued text is null; `dateText` keeps what is printed. */
  plan: z.object({
    number: z.nullable(z.string()),
    date: z.nullable(isoDate),
    dateText: z._default(z.nullable(z.string()), null),
    title: z.string(),
  }),
  theme: z.nullable(z.string()),
  /** Start may be undefined in the plan ("từ nay"). */
  period: z.object({ from: z.nullable(isoDate), to: isoDate }),
  phases: z.array(z.object({ code: z.string(), name: z.string(), from: isoDate, to: isoDate, source: sourceSchema })),
  scope: z.string(),
  audiences: z.array(audienceSchema).check(z.minLength(1)),
  contents: z.array(z.object({ code: z.string(), text: z.string(), source: sourceSchema })),
  priorityFields: z.array(z.object({ code: z.string(), name: z.string(), source: sourceSchema })),
  targets: z.array(targetSchema),
  standards: z.array(
    z.object({
      code: z.string(),
      text: z.string(),
      /** Audience kinds it holds for. */
      audiences: z.array(z.string()),
      /** Those of them to whom the plan does not give it in so many words: our extension. */
      proposedFor: z._default(z.array(z.string()), []),
      /**
       * registration = who did not register is not considered · late-report = nor whose report came more than `value`
       * days late (null = late at all) · barred = nor whom this fact holds of, which people establish.
       */
      kind: z.enum(['qualitative', 'reporting', 'rank', 'score-share', 'registration', 'late-report', 'barred']),
      /** Percent of the maximum for `score-share`, a place for `rank`, days for `late-report`; null when not quantified. */
      value: z._default(z.nullable(z.number()), null),
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
  /** Absent where the plan says nothing of how the council votes. */
  vote: z.optional(voteSchema),
  /** Commending out of turn (đột xuất), where the plan speaks of it. */
  outOfTurn: z._default(
    z.nullable(z.object({ text: z.string(), award: z.nullable(z.string()), source: sourceSchema })),
    null,
  ),
  calendar: z.array(calendarEntrySchema),
  roles: z.array(
    z.object({
      code: z.string(),
      duties: z.array(z.enum(DUTY_KINDS)),
      post: z.string(),
      text: z.string(),
      source: sourceSchema,
    }),
  ),
  legalBases: z.array(
    z.object({
      number: z.string(),
      date: z.nullable(isoDate),
      issuer: z.string(),
      title: z.string(),
      warning: z._default(
        z.nullable(z.object({ kind: z.enum(['expired', 'wrong-number', 'outdated-term']), message: z.string() })),
        null,
      ),
    }),
  ),
  /** Numbers of a scanned plan that the movement uses: none counts before somebody has compared it with its picture. */
  scanned: z.optional(z.array(scannedSchema)),
  /** What is odd in the plan's own text, in Vietnamese, for the officer who will issue it again. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  criteriaSets: z.array(criteriaSetSchema).check(z.minLength(1)),
});
export type Movement = z.infer<typeof movementSchema>;
/** What it is called by. */
export type MovementHeading = Pick<Movement, 'id' | 'title' | 'issuer'>;
