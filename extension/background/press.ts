/**
 * What a press of the button does. Reading the page, its picture and the panel start in the same tick: opening the
 * panel makes the page narrower.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { MOST_HTML, type PageCopy } from '../capture/page-copy.ts';
import { sitePattern } from '../capture/site-pattern.ts';
import { isDiskFull } from '../messages/disk-full.ts';
import { nothingIn } from '../reading/nothing-in.ts';
import { type CaptureRefusal, readWindowState, setWindowState, type WindowState } from '../settings/window-state.ts';
import { forgetEmpty, keepRaw, type RawPart, setAside } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import { showBadge } from './badge.ts';
import { cropped } from './crop.ts';
import { forgetLater } from './forget.ts';
import { copyPages, heardIn, UnusableCopy } from './pages.ts';
import { openPanelTab, openSidePanel } from './show-panel.ts';

/** Not async: everything that needs the officer's gesture must start before the first await. */
export function press(db: Store, tab: chrome.tabs.Tab): void {
  if (tab.id === undefined) return;
  const at = hanoiTime(new Date(Date.now()));
  const shot = chrome.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => null);
  const copies = copyGranted(tab.id, tab.url ?? '');
  const heard = heardIn({ tabId: tab.id, url: tab.url ?? '' }).catch(() => []);
  const beside = openSidePanel(tab.id);
  const { id: tabId, windowId } = tab;
  void keep(db, { tabId, windowId, at, shot, copies, heard }).then(async () => {
    if (!(await beside)) await openPanelTab(windowId).catch(() => undefined);
  });
}

/** Milliseconds between the tries: a frame of a slow server, on a slow machine, has three seconds. */
const TRIES = [100, 300, 800, 1_800];

/**
 * Just after a page has loaded, the permission of a press may reach the page's process later than the press itself
 * (measured), and a permitted frame may still be loading: then the copy is tried again. The first copy stays; only
 * missing frames are added.
 */
async function copyGranted(tabId: number, url: string): Promise<readonly PageCopy[]> {
  let copies: readonly PageCopy[] = [];
  for (const wait of /^(?:https?|file):/.test(url) ? TRIES : []) {
    try {
      copies = withNew(copies, await copyPages(tabId));
      if (!(await mayReadMore(copies))) return copies;
    } catch (error) {
      if (!isNotThereYet(error) && (await refusalOf(error)) !== 'restricted') throw error;
    }
    await new Promise((again) => setTimeout(again, wait));
  }
  return withNew(copies, await copyPages(tabId));
}

/** The right came between making the copy, in the frames that had it already, and fetching it. */
function isNotThereYet(error: unknown): boolean {
  return error instanceof UnusableCopy && error.length === 0;
}

function withNew(before: readonly PageCopy[], now: readonly PageCopy[]): readonly PageCopy[] {
  const known = new Set(before.map(({ url }) => url));
  return before.length === 0 ? now : [...before, ...now.filter(({ url }) => !known.has(url))];
}

/** A frame that gave no copy stands on a site we have the right to. */
async function mayReadMore(copies: readonly PageCopy[]): Promise<boolean> {
  const sites = new Set(
    unreadFrames(copies)
      .filter((url) => URL.canParse(url))
      .map(sitePattern),
  );
  const rights = [...sites].map((site) => chrome.permissions.contains({ origins: [site] }));
  return (await Promise.all(rights)).includes(true);
}

interface Press {
  readonly tabId: number;
  readonly windowId: number;
  readonly at: string;
  readonly shot: Promise<string | null>;
  readonly copies: Promise<readonly PageCopy[]>;
  readonly heard: Promise<readonly RawPart[]>;
}

async function keep(db: Store, { tabId, windowId, at, shot, copies, heard }: Press): Promise<void> {
  const before = await readWindowState(windowId);
  const [, copied] = await Promise.allSettled([setWindowState(windowId, { kind: 'reading', at }), copies]);
  void showBadge('reading', tabId);
  try {
    if (copied.status === 'rejected') throw copied.reason;
    const [page] = copied.value;
    if (!page) throw new UnusableCopy(0);
    const picture = await inTime(shot.then((url) => (url === null ? null : cropped(url, page))));
    const id = crypto.randomUUID();
    const { url, title, view } = page;
    const pages = copied.value.map(
      (copy): RawPart => ({ kind: 'page', url: copy.url, request: null, body: copy.html }),
    );
    const parts = [...pages, ...(await heard)];
    await forgetEmpty(db);
    await keepRaw(db, { id, at, url, title, view, parts, picture, unread: unreadFrames(copied.value) });
    // The panel draws its capture while the worker reads it.
    await setWindowState(windowId, { kind: 'captured', captureId: id, tabId, ...againOf(before, tabId) });
    const isEmpty = await setAsideIfEmpty(db, id);
    if (isEmpty) await forgetLater();
    void showBadge(isEmpty ? 'empty' : 'captured', tabId);
  } catch (error) {
    await setWindowState(windowId, { kind: 'refused', why: await refusalOf(error) });
    void showBadge('refused', tabId);
  }
}

/** A press on the page opened for it takes a saved capture again, and so does the next press there. */
function againOf(before: WindowState | null, tabId: number): { readonly again?: string } {
  if (before?.kind === 'again' && before.tabId === tabId) return { again: before.of };
  return before?.kind === 'captured' && before.tabId === tabId && before.again !== undefined
    ? { again: before.again }
    : {};
}

/**
 * A page without figures is put aside, to be forgotten unless the officer asks to keep it. What cannot be read just now
 * stays as it is.
 */
async function setAsideIfEmpty(db: Store, id: string): Promise<boolean> {
  try {
    const nothing = await nothingIn(db, id);
    return nothing !== null && (await setAside(db, id, nothing));
  } catch {
    return false;
  }
}

/** A picture is worth having, never worth waiting for: the figures must be on disk. */
const PICTURE_TIME = 2_000;

function inTime<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([
    work.catch(() => null),
    new Promise<null>((over) => {
      setTimeout(() => over(null), PICTURE_TIME);
    }),
  ]);
}

/** Frames that stand on a page but gave no copy: another site's, which a press does not open. */
function unreadFrames(copies: readonly PageCopy[]): string[] {
  const read = new Set(copies.map((copy) => copy.url));
  return [...new Set(copies.flatMap((copy) => copy.frames))].filter((url) => /^https?:/.test(url) && !read.has(url));
}

async function refusalOf(error: unknown): Promise<CaptureRefusal> {
  if (error instanceof UnusableCopy) return error.length > MOST_HTML ? 'too-large' : 'unreadable';
  if (await isDiskFull(error)) return 'storage-full';
  // The browser's own words for pages that are closed to every extension.
  const closed =
    /cannot access|cannot be scripted|extensions gallery|error page|must request permission|no tab with id/i;
  return error instanceof Error && closed.test(error.message) ? 'restricted' : 'failed';
}
