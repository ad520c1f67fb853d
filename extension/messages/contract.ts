/**
 * Every message between the panel and the worker: its name, what goes in, what comes back. Both ends parse, nothing
 * ever listens for web pages. Replies are `{ok: true, data}` or `{ok: false, code}`; the wording of a code is the
 * panel's business.
 */
import * as z from 'zod/mini';
import type { Slowest } from '../../core/portal/capture/reader.ts';
import { periodPlaceSchema, taughtReaderSchema } from '../../core/portal/capture/taught-reader/definition.ts';
import type { Pointed } from '../../core/portal/capture/taught-reader/make.ts';
import type { Movers } from '../../core/portal/indicator/movers.ts';
import type { IndicatorTarget } from '../../core/portal/indicator/targets.ts';

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
  'open-questions',
  'bad-correction',
  'no-reason',
  'wrong-page',
  'portal-silent',
  'portal-refused',
  'portal-blocked',
  'unknown-province',
  'too-many-readers',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const id = z.string().check(z.minLength(1), z.maxLength(100));
const short = z.string().check(z.maxLength(300));

const reason = z.string().check(z.maxLength(1000));

export const draftSchema = z.object({
  unit: z.nullable(short),
  period: z.nullable(short),
  values: z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(40))),
  reason,
  /** Keys of the questions answered with yes. */
  answers: z.exactOptional(z.readonly(z.array(short).check(z.maxLength(100)))),
});

const figureSchema = z.object({
  indicator: z.string(),
  name: z.string(),
  value: z.nullable(z.number()),
  max: z.nullable(z.number()),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  /** The last confirmed value of the same source, unit and period; null when there is none. */
  last: z.nullable(z.object({ value: z.nullable(z.number()), delta: z.nullable(z.number()) })),
  /** The movement's target for it, and how far it is; null without a target or a chosen movement. */
  target: z.nullable(
    z.object({
      /** Where it comes from: the plan's section, or that it is our proposal. */
      source: z.string(),
      state: z.enum(['reached', 'on-pace', 'behind', 'overdue', 'unknown']),
      sentence: z.string(),
    }),
  ),
});
export type CapturedFigure = z.infer<typeof figureSchema>;

const targetSchema: z.ZodMiniType<IndicatorTarget> = z.object({
  indicator: z.string(),
  comparator: z.enum(['gt', 'gte', 'lt', 'lte', 'eq', 'soft']),
  value: z.number(),
  by: z.nullable(z.string()),
  exclusive: z.exactOptional(z.boolean()),
  text: z.string(),
  section: z.nullable(z.string()),
  proposed: z.boolean(),
});

/** Provinces the portal's answers name, with the portal's ids. */
const provinces = z.array(z.object({ id: z.string(), name: z.string() }));

/** What the portal's page itself shows: text form of the period, name of the province; null = none, or several. */
const shown = z.object({ period: z.nullable(z.string()), province: z.nullable(z.string()) });

/** Why the requests to the portal stopped although it had answered some. */
const stopped = z.nullable(z.enum(['portal-refused', 'portal-blocked']));

/** Fields or procedures with the most dossiers beyond their day; null = the page tells none apart. */
const slowestSchema: z.ZodMiniType<Slowest | null> = z.nullable(
  z.object({
    of: z.enum(['lĩnh vực', 'thủ tục']),
    rows: z.array(z.object({ name: z.string(), late: z.number(), received: z.number() })),
  }),
);

const previewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('found'),
    label: z.string(),
    reader: z.object({ id: z.string(), version: z.string() }),
    /**
     * Units to choose from, at most 5,000 and the one chosen; empty when the page names none and its name must be
     * typed.
     */
    units: z.array(z.object({ key: z.string(), name: z.string() })),
    /** null = must be chosen or typed. */
    unit: z.nullable(z.object({ key: z.string(), name: z.string(), mine: z.boolean() })),
    /** null = must be chosen. */
    period: z.nullable(z.string()),
    /** Whether the page itself names the period; then another is a correction. */
    periodSaid: z.boolean(),
    /** Periods heard, when there are several. */
    periods: z.array(z.string()),
    /** Periods the page may mean where it contradicts itself. */
    candidates: z.array(z.string()),
    figures: z.array(figureSchema),
    /** Title of the movement the figures are held against; null when none is chosen. */
    movement: z.nullable(z.string()),
    lastAt: z.nullable(z.string()),
    /** What the figures are compared with, in words: `tháng 8 năm 2025`, `lần lấy trước`; null = with nothing. */
    basis: z.nullable(z.string()),
    /** What has moved since the last capture of the same period, where `basis` is another; null = nothing to say. */
    since: z.nullable(z.string()),
    /** The capture that already holds exactly these figures. */
    duplicateOf: z.nullable(z.string()),
    warnings: z.array(z.string()),
    /** What must be answered before the figures can be confirmed. */
    questions: z.array(z.object({ key: z.string(), about: z.string(), isKept: z.boolean() })),
    askable: z.boolean(),
    slowest: slowestSchema,
    /** The portal has more figures about the commune itself that can be requested. */
    lacksOwn: z.boolean(),
    provinces,
    shown,
  }),
  z.object({ kind: z.literal('not-found'), reason: z.string(), askable: z.boolean(), provinces, shown }),
]);
export type Preview = z.infer<typeof previewSchema>;

const moved = z.array(
  z.object({ name: z.string(), mine: z.boolean(), value: z.number(), last: z.number(), lastAt: z.string() }),
);
const moversSchema: z.ZodMiniType<Movers> = z.object({ since: z.string(), rose: moved, fell: moved });

/** From our own panel; what is in it is checked where the reader is made. */
function isPointed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'tables' in value && Array.isArray(value.tables);
}

/** The rest of the result is in the store. */
const refusedSchema = z.object({ kind: z.literal('refused'), reason: z.string() });
const endSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('done') }), refusedSchema]);

export const CONTRACT = {
  /** The movements to choose from, the officer's own last: their data stays in the worker. */
  'movements.list': {
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), title: z.string(), commune: z.string() })),
  },
  /**
   * Reads the dossier a page laid down in the store; `followed` = targets held against the portal's indicators today,
   * `waiting` = those that are not because their numbers were read from a scan and are not confirmed.
   */
  'movement.take': {
    input: z.object({}),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('taken'), title: z.string(), followed: z.int(), waiting: z.int() }),
      z.object({ kind: z.literal('refused'), reason: z.string() }),
    ]),
  },
  /** A movement's targets for the portal's indicators on an ISO day; null when there is no such movement. */
  'movements.targets': {
    input: z.object({ movement: z.string().check(z.maxLength(100)), day: z.iso.date() }),
    output: z.nullable(z.object({ title: z.string(), targets: z.array(targetSchema) })),
  },
  /** A capture's figures, for the unit and period of the draft. */
  'capture.read': { input: z.object({ id, draft: z.nullable(draftSchema) }), output: previewSchema },
  /** Which communes of its list rose or fell since the last capture of it; null when there is none. */
  'capture.movers': { input: z.object({ id, draft: z.nullable(draftSchema) }), output: z.nullable(moversSchema) },
  'capture.draft': { input: z.object({ id, draft: draftSchema }), output: z.object({}) },
  /** Confirms the draft; the figures are read again from the raw capture, so that no page of ours can alter them. */
  'capture.confirm': {
    input: z.object({ id, draft: draftSchema }),
    output: z.object({ saved: z.int(), duplicateOf: z.nullable(z.string()) }),
  },
  'capture.discard': { input: z.object({ id }), output: z.object({}) },
  /** A confirmed capture is opened to be corrected; its figures count no more until it is confirmed again. */
  'capture.reopen': { input: z.object({ id, reason }), output: z.object({}) },
  /** A confirmed capture stops counting; its figures stay in its history. */
  'capture.withdraw': { input: z.object({ id, reason }), output: z.object({}) },
  /** Deletes one capture with its evidence, for good. */
  'capture.remove': { input: z.object({ id }), output: z.object({}) },
  /** A discarded capture waits again. */
  'capture.take-back': { input: z.object({ id }), output: z.object({}) },
  /** Removes every discarded capture for good. */
  'captures.remove-discarded': { input: z.object({}), output: z.object({ removed: z.int() }) },
  /**
   * Asks the national portal's page again for a province and a period; heard = answers of seven. A province whose id is
   * not known is looked up by its name in the portal's own list, all of which come back as `provinces`.
   */
  'capture.ask': {
    input: z.object({
      ...{ id, tabId: z.int(), provinceId: z.nullable(z.string().check(z.regex(/^[0-9a-f-]{36}$/i))) },
      ...{ provinceName: z.nullable(short), period: short },
    }),
    output: z.object({ heard: z.int(), asked: z.int(), stopped, provinceId: z.string(), provinces }),
  },
  /** Requests what the province's lists leave out about the chosen commune. */
  'capture.ask-own': {
    input: z.object({ id, tabId: z.int(), draft: z.nullable(draftSchema) }),
    output: z.object({ heard: z.int(), asked: z.int(), stopped }),
  },
  /** Reads the files a page laid down in the store, as one capture. */
  'capture.files': {
    input: z.object({}),
    output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('kept'), id }), refusedSchema]),
  },
  /** Where the period of a table may be found, and the period there; `part` and `table` = which of the capture's. */
  'point.periods': {
    input: z.object({ id, part: z.int(), table: z.int(), row: z.int() }),
    output: z.array(z.object({ place: periodPlaceSchema, period: z.nullable(z.string()) })),
  },
  /** Makes a reader of what was pointed at, tries it on the very page and keeps it; refused = one sentence. */
  'reader.make': {
    input: z.object({ id, part: z.int(), pointed: z.custom<Omit<Pointed, 'before'>>(isPointed), day: z.iso.date() }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('kept') }),
      z.object({ kind: z.literal('refused'), reason: z.string() }),
    ]),
  },
  /** Stores a reader made by pointing, or replaces the reader with its id. */
  'reader.keep': { input: z.object({ definition: taughtReaderSchema }), output: z.object({}) },
  /** Forgets an answer about a site, so that its question appears again. */
  'answer.forget': { input: z.object({ host: short, key: short }), output: z.object({}) },
  'reader.remove': { input: z.object({ id }), output: z.object({}) },
  /**
   * Asks to take part in a shared book: by its invitation, or by its digest in the folder that was chosen. `past` =
   * whether figures confirmed before go there too.
   */
  'shared.join': {
    input: z.object({
      book: z.union([
        z.object({ link: z.string().check(z.maxLength(1000)) }),
        z.object({ space: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
      ]),
      name: short,
      past: z.boolean(),
    }),
    output: endSchema,
  },
  /** The books in the folder that was chosen. */
  'shared.books': {
    input: z.object({}),
    output: z.discriminatedUnion('kind', [
      refusedSchema,
      z.object({ kind: z.literal('books'), books: z.array(z.object({ space: z.string(), title: z.string() })) }),
    ]),
  },
  /** Brings what waits to the shared book, and learns what became of this machine's part in it. */
  'shared.send': { input: z.object({}), output: endSchema },
  /** This browser's part ends and its key is destroyed; what was sent stays in the book. */
  'shared.leave': { input: z.object({}), output: endSchema },
} as const;

type Contract = typeof CONTRACT;
export type MessageName = keyof Contract;
export type MessageInput<N extends MessageName> = z.infer<Contract[N]['input']>;
export type Output<N extends MessageName> = z.infer<Contract[N]['output']>;

export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly code: ErrorCode };

export function failure(code: ErrorCode): { readonly ok: false; readonly code: ErrorCode } {
  return { ok: false, code };
}

export function isMessageName(name: unknown): name is MessageName {
  return typeof name === 'string' && Object.hasOwn(CONTRACT, name);
}
