/**
 * Messages between the add-in's page and the browser extension: the page requests the captures that wait for Excel,
 * page by page, then reports which of them are in the workbook. Both ends validate. There are no other requests, and
 * handing over a capture twice does no harm, because its id identifies it.
 */
import * as z from 'zod/mini';
import { observationSchema } from '../indicator/observation.ts';

/**
 * Id of the development build, which follows from the public key in its manifest. A published build has the id its
 * store assigns.
 */
export const DEVELOPMENT_EXTENSION_ID = 'kpjlplaagbopbknplcbfdllmkpokllfm';

/** Most ids that a single message may acknowledge. */
export const MOST_RECEIVED = 500;

/** Raised when an older extension would misunderstand the question, or an older page the answer. */
const VERSION = 1;

const captureId = z.string().check(z.minLength(1), z.maxLength(100));
const count = z.int().check(z.nonnegative());
const envelope = { kind: z.literal('thi-dua-so'), version: z.literal(VERSION) };

export const handOverRequestSchema = z.discriminatedUnion('ask', [
  z.object({ ...envelope, ask: z.literal('hello') }),
  /** `after` = the `next` of the page before; null for the first. */
  z.object({ ...envelope, ask: z.literal('waiting'), after: z.nullable(captureId) }),
  z.object({
    ...envelope,
    ask: z.literal('received'),
    ids: z.array(captureId).check(z.minLength(1), z.maxLength(MOST_RECEIVED)),
  }),
]);
export type HandOverRequest = z.infer<typeof handOverRequestSchema>;
export type HandOverAsk = HandOverRequest['ask'];

export const HANDED = { kind: 'thi-dua-so', version: VERSION } as const;

const handedCaptureSchema = z.object({ id: captureId, observations: z.array(observationSchema) });
export type HandedCapture = z.infer<typeof handedCaptureSchema>;

/** not-understood: another version asks · failed: the store could not be read or written. */
const refusedSchema = z.object({ ok: z.literal(false), code: z.enum(['not-understood', 'failed']) });

const ANSWERS = {
  /** How many captures wait. */
  hello: z.object({ ok: z.literal(true), waiting: count }),
  /** Captures of one page; `next` = where the next begins, null = there is none. */
  waiting: z.object({ ok: z.literal(true), captures: z.array(handedCaptureSchema), next: z.nullable(captureId) }),
  /** How many of the ids waited until now. */
  received: z.object({ ok: z.literal(true), sent: count }),
} as const;

export type HandOverAnswer<A extends HandOverAsk> = z.infer<(typeof ANSWERS)[A]>;
export type HandOverRefusal = z.infer<typeof refusedSchema>;

/** What came back for a question; undefined when it is no answer to it. */
export function handOverAnswer<A extends HandOverAsk>(
  ask: A,
  reply: unknown,
): HandOverAnswer<A> | HandOverRefusal | undefined {
  const refused = refusedSchema.safeParse(reply);
  if (refused.success) return refused.data;
  return ANSWERS[ask].safeParse(reply).data as HandOverAnswer<A> | undefined;
}
