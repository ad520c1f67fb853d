/** A page copy as it arrives from a page: checked before anything of it is used, for the page may be hostile. */
import { z } from 'zod';

/** Characters; more is no page of figures, and messages end at 64 MiB. */
export const MOST_HTML = 20_000_000;

const size = z.number().min(0).max(100_000);
const place = z.number().min(-100_000).max(100_000);
const address = z
  .string()
  .max(1_000_000)
  .transform((text) => text.slice(0, 4000));

export const pageCopySchema = z.object({
  url: address,
  title: z.string().transform((text) => text.slice(0, 300)),
  html: z.string().max(MOST_HTML),
  /** Addresses of the frames on the page. */
  frames: z.array(address).transform((list) => list.slice(0, 50)),
  /** Rectangle of the data in sight, in CSS pixels; null = no table in sight. */
  data: z.object({ left: size, top: size, width: size, height: size }).nullable(),
  /** Rectangles of the fields in sight, in CSS pixels: the picture shows nothing of what stands in them. */
  fields: z.array(z.object({ left: place, top: place, width: size, height: size })).max(500),
  view: z.object({ width: size, height: size, scrollY: z.number(), ratio: z.number().min(0.1).max(20) }),
});
export type PageCopy = z.infer<typeof pageCopySchema>;

/** Milliseconds since 1970 by the page's clock. */
const moment = z.number().min(0).max(8e15);

const heardSchema = z.object({
  url: z.string().max(4000),
  /** Body of the question. */
  request: z.string().max(20_000),
  body: z.string().max(MOST_HTML),
  /** When the answer came. */
  at: moment,
});
export type Heard = z.infer<typeof heardSchema>;

/** Answers the page received, as our recorder heard them. */
export const heardInPageSchema = z.object({
  heard: z.array(heardSchema.extend({ /** When the question went out. */ askedAt: moment })).max(60),
  /** Address → when the page last asked it, answered or not. */
  asked: z.record(z.string().max(4000), moment),
});
export type HeardInPage = z.infer<typeof heardInPageSchema>;

/** Answers to what we asked in the page. */
export const askedInPageSchema = z.object({
  heard: z.array(heardSchema).max(60),
  /** Questions refused for want of a session or of the right. */
  refused: z.int().min(0),
});
