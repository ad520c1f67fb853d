/**
 * Every message between the panel and the worker: its name, what goes in, what comes back. Both ends parse, nothing ever listens for web pages.
 * Replies are `{ok: true, data}` or `{ok: false, code}`; the wording of a code is the panel's business.
 */
import { z } from 'zod';

export const ERROR_CODES = [
  'unknown-message',
  'bad-input',
  'bad-reply',
  'no-answer',
  'failed',
  'storage-full',
  'not-found',
  'already-settled',
  'evidence-changed',
  'no-unit',
  'no-period',
  'no-figures',
  'bad-correction',
  'no-reason',
  'wrong-page',
  'portal-silent',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const id = z.string().min(1).max(100);
const short = z.string().max(300);

export const draftSchema = z.object({
  unit: short.nullable(),
  period: short.nullable(),
  values: z.record(z.string().max(100), z.string().max(40)),
  reason: z.string().max(1000),
});

const figureSchema = z.object({
  indicator: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  max: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** The last confirmed value of the same source, unit and period; null when there is none. */
  last: z.object({ value: z.number().nullable(), delta: z.number().nullable() }).nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

const previewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    label: z.string(),
    reader: z.object({ id: z.string(), version: z.string() }),
    /** Units to choose from, at most 500; empty when the page names none and its name must be typed. */
    units: z.array(z.object({ key: z.string(), name: z.string() })),
    /** null = must be chosen or typed. */
    unit: z.object({ key: z.string(), name: z.string(), mine: z.boolean() }).nullable(),
    /** null = must be chosen. */
    period: z.string().nullable(),
    /** Whether the page itself names the period; then it cannot be changed. */
    periodSaid: z.boolean(),
    /** Periods heard, when there are several. */
    periods: z.array(z.string()),
    figures: z.array(figureSchema),
    lastAt: z.string().nullable(),
    /** The capture that already holds exactly these figures. */
    duplicateOf: z.string().nullable(),
    warnings: z.array(z.string()),
    askable: z.boolean(),
  }),
  z.object({ kind: z.literal('not-found'), reason: z.string(), askable: z.boolean() }),
]);
export type Preview = z.infer<typeof previewSchema>;

export const CONTRACT = {
  /** What a capture says, for the unit and period drafted. */
  'capture.read': { input: z.object({ id, draft: draftSchema.nullable() }), output: previewSchema },
  'capture.draft': { input: z.object({ id, draft: draftSchema }), output: z.object({}) },
  /** Confirms what the draft says; the figures are read anew from the raw capture, so that no page of ours can alter them. */
  'capture.confirm': {
    input: z.object({ id, draft: draftSchema }),
    output: z.object({ saved: z.number().int(), duplicateOf: z.string().nullable() }),
  },
  'capture.discard': { input: z.object({ id }), output: z.object({}) },
  /** Asks the national portal's page again for a province and a period; heard = answers of seven. */
  'capture.ask': {
    input: z.object({ id, tabId: z.number().int(), provinceId: z.string().regex(/^[0-9a-f-]{36}$/i), period: short }),
    output: z.object({ heard: z.number().int(), asked: z.number().int() }),
  },
} as const;

export type Contract = typeof CONTRACT;
export type MessageName = keyof Contract;
export type Input<N extends MessageName> = z.infer<Contract[N]['input']>;
export type Output<N extends MessageName> = z.infer<Contract[N]['output']>;

export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: ErrorCode };

export function failure(code: ErrorCode): { readonly ok: false; readonly code: ErrorCode } {
  return { ok: false, code };
}

export function isMessageName(name: unknown): name is MessageName {
  return typeof name === 'string' && Object.hasOwn(CONTRACT, name);
}
