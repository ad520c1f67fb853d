/**
 * What the last press in a window led to. In session storage: it outlives the worker, not the browser; the capture
 * itself is in the database.
 */
import * as z from 'zod/mini';

const REFUSALS = ['restricted', 'too-large', 'unreadable', 'storage-full', 'failed'] as const;
export type CaptureRefusal = (typeof REFUSALS)[number];

const windowStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reading'), at: z.string() }),
  /** The page of a saved capture was opened, to be captured again by the next press on it. */
  z.object({ kind: z.literal('again'), of: z.string(), tabId: z.number() }),
  /** `again` = the saved capture it was taken again of. */
  z.object({
    kind: z.literal('captured'),
    captureId: z.string(),
    tabId: z.number(),
    again: z.exactOptional(z.string()),
  }),
  z.object({ kind: z.literal('refused'), why: z.enum(REFUSALS) }),
]);
export type WindowState = z.infer<typeof windowStateSchema>;

export function windowKey(windowId: number): string {
  return `window:${windowId}`;
}

export async function setWindowState(windowId: number, state: WindowState): Promise<void> {
  await chrome.storage.session.set({ [windowKey(windowId)]: state });
}

/** The tab a capture was made of; undefined when the window has gone on to another, or the browser was closed since. */
export async function tabOf(captureId: string): Promise<number | undefined> {
  for (const stored of Object.values(await chrome.storage.session.get())) {
    const state = windowStateSchema.safeParse(stored).data;
    if (state?.kind === 'captured' && state.captureId === captureId) return state.tabId;
  }
  return undefined;
}

export async function readWindowState(windowId: number): Promise<WindowState | null> {
  const key = windowKey(windowId);
  const { [key]: stored } = await chrome.storage.session.get(key);
  return windowStateSchema.safeParse(stored).data ?? null;
}
