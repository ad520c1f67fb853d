/** A page copy as it arrives from a page: checked before anything of it is used, for the page may be hostile. */
import { z } from 'zod';

/** Characters; more is no page of figures, and messages end at 64 MiB. */
export const MOST_HTML = 20_000_000;

const size = z.number().min(0).max(100_000);
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
  view: z.object({ width: size, height: size, scrollY: z.number(), ratio: z.number().min(0.1).max(20) }),
});
export type PageCopy = z.infer<typeof pageCopySchema>;

/** Answers a page received, as our recorder heard them or as we asked again. */
export const heardSchema = z
  .array(
    z.object({
      url: z.string().max(4000),
      request: z.string().max(20_000),
      body: z.string().max(MOST_HTML),
    }),
  )
  .max(60);
export type Heard = z.infer<typeof heardSchema>[number];
