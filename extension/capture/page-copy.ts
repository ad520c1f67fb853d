/** A page copy as it arrives from a page: checked before anything of it is used, for the page may be hostile. */
import { z } from 'zod/mini';

/** Characters; more is no page of figures, and messages end at 64 MiB. */
export const MOST_HTML = 20_000_000;

const size = z.number().check(z.minimum(0), z.maximum(100_000));
const place = z.number().check(z.minimum(-100_000), z.maximum(100_000));
const address = z.pipe(
  z.string().check(z.maxLength(1_000_000)),
  z.transform((text: string) => text.slice(0, 4000)),
);
const page = z.string().check(z.maxLength(MOST_HTML));

export const pageCopySchema = z.object({
  url: address,
  title: z.pipe(
    z.string(),
    z.transform((text) => text.slice(0, 300)),
  ),
  html: page,
  /** Addresses of the frames on the page. */
  frames: z.pipe(
    z.array(address),
    z.transform((list) => list.slice(0, 50)),
  ),
  /** Rectangle of the data in sight, in CSS pixels; null = no table in sight. */
  data: z.nullable(z.object({ left: size, top: size, width: size, height: size })),
  /** Rectangles of fields and of what is about a person, in sight, in CSS pixels: the picture shows nothing of them. */
  fields: z.array(z.object({ left: place, top: place, width: size, height: size })).check(z.maxLength(5_000)),
  view: z.object({
    width: size,
    height: size,
    scrollY: z.number(),
    ratio: z.number().check(z.minimum(0.1), z.maximum(20)),
  }),
});
export type PageCopy = z.infer<typeof pageCopySchema>;

/** Milliseconds since 1970 by the page's clock. */
const moment = z.number().check(z.minimum(0), z.maximum(8e15));

const heardSchema = z.object({
  url: z.string().check(z.maxLength(4000)),
  /** Body of the question. */
  request: z.string().check(z.maxLength(20_000)),
  body: page,
  /** When the answer came. */
  at: moment,
});
export type Heard = z.infer<typeof heardSchema>;

/** Answers the page received, as our recorder heard them. */
export const heardInPageSchema = z.object({
  heard: z.array(z.extend(heardSchema, { /** When the question went out. */ askedAt: moment })).check(z.maxLength(60)),
  /** Address → time of the page's last request to it, answered or not. */
  asked: z.record(z.string().check(z.maxLength(4000)), moment),
});
export type HeardInPage = z.infer<typeof heardInPageSchema>;

/** Answers to our own requests from the page. */
export const askedInPageSchema = z.object({
  heard: z.array(heardSchema).check(z.maxLength(60)),
  /** Questions refused for want of a session or of the right. */
  refused: z.int().check(z.minimum(0)),
  /** A web page came in place of an answer, or the portal demanded a pause. */
  isBlocked: z.boolean(),
});
