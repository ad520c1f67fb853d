/**
 * All that is run in pages. The functions handed to executeScript are sent as text: they use nothing from outside
 * themselves.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { PORTAL, type PortalRequest } from '../../core/portal/capture/readers/national-2026/requests.ts';
import copyFile from '../capture/page-copy.iife.ts?iife';
import {
  askedInPageSchema,
  type Heard,
  heardInPageSchema,
  type PageCopy,
  pageCopySchema,
} from '../capture/page-copy.ts';
import recorderFile from '../capture/recorder.iife.ts?iife';
import type { RawPart } from '../store/captures.ts';

/**
 * Copies of the page and of every frame we may read, the page first. Rejects when the browser refuses (its own pages,
 * the shop).
 */
export async function copyPages(tabId: number): Promise<readonly PageCopy[]> {
  const target = { tabId, allFrames: true };
  // The file makes the copy at once; fetching it is a second step, because a built file returns no result.
  await chrome.scripting.executeScript({ target, files: [copyFile] });
  const results = await chrome.scripting.executeScript({
    target,
    func: () => {
      const holder = globalThis as { thiDuaSoCopy?: unknown };
      const copy = holder.thiDuaSoCopy;
      delete holder.thiDuaSoCopy;
      return copy;
    },
  });
  if (!results.some(({ frameId }) => frameId === 0)) throw new UnusableCopy(0);
  return results
    .toSorted((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) => {
      const copy = pageCopySchema.safeParse(result);
      if (!copy.success && frameId === 0) throw new UnusableCopy(sizeOf(result));
      return copy.success ? [copy.data] : [];
    });
}

/** The page let itself be read, but what came is not a copy of ours, or too long. */
export class UnusableCopy extends Error {
  constructor(readonly length: number) {
    super('unusable page copy');
  }
}

function sizeOf(result: unknown): number {
  const html = typeof result === 'object' && result !== null && 'html' in result ? result.html : '';
  return typeof html === 'string' ? html.length : 0;
}

const MATCHES = [`${PORTAL}/*`];
const RECORDER = 'recorder';

/** What the recorder has heard in the portal's page; nothing anywhere else. */
export async function heardIn(tab: { readonly tabId: number; readonly url: string }): Promise<readonly RawPart[]> {
  if (!tab.url.startsWith(`${PORTAL}/`)) return [];
  const [result] = await chrome.scripting.executeScript({
    target: { tabId: tab.tabId },
    world: 'MAIN',
    func: () => (globalThis as { [key: symbol]: (() => unknown) | undefined })[Symbol.for('thi-dua-so.heard')]?.(),
  });
  const page = heardInPageSchema.safeParse(result?.result).data;
  return (page?.heard ?? []).map(({ askedAt, ...heard }) => {
    const last = page?.asked[heard.url] ?? 0;
    return last > askedAt ? { ...toPart(heard), askedAgain: instant(last) } : toPart(heard);
  });
}

/** Milliseconds between two questions: a person who turns from table to table asks no faster. */
const PACE = 250;

/**
 * Asks the portal from inside its own page, as the page would. undefined when the tab is not on the portal or not ours
 * to read.
 */
export async function askPortal(tabId: number, requests: readonly PortalRequest[]) {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId },
      func: askInPage,
      args: [PORTAL, requests, PACE],
    });
    const page = askedInPageSchema.safeParse(result?.result).data;
    return page && { refused: page.refused, isBlocked: page.isBlocked, answers: page.heard.map(toPart) };
  } catch {
    return undefined;
  }
}

/** Runs in the page. Requests go one after the other and stop after a refusal, so as not to strain the portal. */
async function askInPage(portal: string, requests: readonly PortalRequest[], pace: number) {
  if (location.origin !== portal) return null;
  const heard: { url: string; request: string; body: string; at: number }[] = [];
  let refused = 0;
  let failed = 0;
  let isBlocked = false;
  for (const [index, { path, body }] of requests.entries()) {
    if (index > 0) await new Promise((next) => setTimeout(next, pace));
    try {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(15_000),
      });
      const isRefused = answer.status === 401 || answer.status === 403;
      const text = answer.ok || isRefused ? await answer.text() : '';
      // A firewall or login page answers with a web page, whatever its status; the portal answers with data.
      isBlocked = answer.status === 429 || /^\s*</.test(text);
      if (isRefused && !isBlocked) refused++;
      if (isBlocked || refused > 0) break;
      if (answer.ok) heard.push({ url: portal + path, request: body, body: text, at: Date.now() });
      failed = 0;
    } catch {
      // Counted as not heard; a line that is down is not waited for seven times.
      failed++;
      if (failed > 1) break;
    }
  }
  return { heard, refused, isBlocked };
}

/** The recorder runs exactly where and as long as the officer has granted the portal. */
export async function fitRecorder(): Promise<void> {
  const granted = await chrome.permissions.contains({ origins: MATCHES });
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [RECORDER] });
  if (granted && registered.length === 0) {
    await chrome.scripting.registerContentScripts([
      { id: RECORDER, js: [recorderFile], matches: MATCHES, world: 'MAIN', runAt: 'document_start' },
    ]);
  }
  if (!granted && registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [RECORDER] });
}

function toPart({ url, request, body, at }: Heard): RawPart {
  return { kind: 'answer', url, request, body, at: instant(at) };
}

/** A page may say any time; nothing was heard after now. */
function instant(at: number): string {
  return hanoiTime(new Date(Math.min(at, Date.now())));
}
