/** The `--json` contract as a schema. Fields beyond it are allowed; none of it may be missing or of another type. */
import { z } from 'zod';
import { CHECKS } from '../../core/judge/check/registry.ts';

/** Points and percentages: at most two decimals. */
const plain = z
  .number()
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'at most two decimals');
const place = z.number().int().positive();

const flag = z.object({
  code: z.enum(CHECKS.map(({ code }) => code)),
  severity: z.enum(['error', 'warning', 'info']),
  unit: z.string().nullable(),
  criterion: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}\d+$/)
    .nullable(),
  message: z.string().min(1),
});

const score = z.object({
  version: z.string().min(1),
  self: plain.nullable(),
  computed: plain,
  max: plain,
  share: plain.min(0).max(200),
  low: plain,
  high: plain,
  classification: z.string().nullable(),
  points: z
    .array(
      z.object({
        criterion: z.string(),
        self: plain.nullable(),
        computed: plain.nullable(),
        max: plain,
        reason: z.string().min(1),
      }),
    )
    .min(1),
});

const reportOf = <T extends z.ZodType>(scored: T) =>
  z.object({
    file: z.string(),
    sheet: z.string(),
    unit: z.string(),
    audience: z.string(),
    period: z
      .string()
      .regex(/^\d{4}/)
      .nullable(),
    entries: z.array(z.object({ criterion: z.string() })),
    flags: z.array(flag),
    score: scored,
  });

const ranking = z.array(
  z.object({
    rank: place,
    best: place,
    worst: place,
    unit: z.string(),
    audience: z.string(),
    points: plain,
    share: plain,
  }),
);
const named = z.array(z.object({ file: z.string(), reason: z.string().min(1) }));
const sets = z.array(z.object({ audience: z.string(), version: z.string().min(1) }));
const rest = { unreadable: named, notes: named, flags: z.array(flag) };

export const scoreDocument = z.object({ reports: z.array(reportOf(score)), sets, ranking, ...rest });
export const checkDocument = z.object({
  reports: z.array(reportOf(z.null())),
  sets,
  ranking: z.array(z.never()),
  ...rest,
});
