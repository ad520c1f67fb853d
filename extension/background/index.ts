/**
 * The worker: registers its listeners, nothing else. It may be ended at any moment, so nothing it knows is only here.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { isLeaveHeld } from '../../ui/share/chosen-folder.ts';
import { handle } from '../messages/handle.ts';
import { readSettings } from '../settings/settings.ts';
import { tabOf } from '../settings/window-state.ts';
import { sharedBookHandlers } from '../share/handlers.ts';
import { relayed } from '../share/relay.ts';
import { forgetEmpty } from '../store/captures.ts';
import { openStore } from '../store/db.ts';
import { type BadgeName, showBadge } from './badge.ts';
import { listenToAddIn } from './external.ts';
import { FORGET } from './forget.ts';
import { type CaptureOutcome, handlers } from './handlers.ts';
import { askPortal, fitRecorder } from './pages.ts';
import { press } from './press.ts';
import { fitReminder, REMINDER, remind } from './reminder.ts';
import { fitRetry, RETRY } from './retry.ts';

const MENU = 'capture';
const db = openStore();
const mayReach = (origin: string) => chrome.permissions.contains({ origins: [`${origin}/*`] });
const shared = sharedBookHandlers({
  db,
  now: () => hanoiTime(new Date(Date.now())),
  mayReach: (way) => (way.kind === 'server' ? mayReach(way.origin) : isLeaveHeld(way.handle).catch(() => false)),
  alone: (work) => navigator.locks.request('thi-dua-so.so-chung', work),
  tried: (waits) => void fitRetry(waits),
});
const answers = {
  ...shared.answers,
  ...handlers({
    db,
    mine: async () => (await readSettings()).unit,
    movement: async () => (await readSettings()).movement,
    today: () => hanoiTime(new Date(Date.now())).slice(0, 10),
    now: () => hanoiTime(new Date(Date.now())),
    askPage: askPortal,
    settled: (how, id) => void showSettled(how, id),
  }),
};

chrome.action.onClicked.addListener((tab) => press(db, tab));

chrome.contextMenus.onClicked.addListener((_info, tab) => {
  if (tab) press(db, tab);
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  const own = chrome.runtime.getURL('');
  const answer = relayed(message, sender, { own, mayReach, fetch }) ?? handle(answers, message, sender, own);
  void answer.then(reply);
  return true;
});

listenToAddIn(db);

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === REMINDER) void remind(db);
  if (name === RETRY) void shared.sendWaiting();
  if (name === FORGET) void forgetEmpty(db);
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void fitAll();
  if (reason === 'install') void chrome.tabs.create({ url: chrome.runtime.getURL('desk.html#/bat-dau') });
});
chrome.runtime.onStartup.addListener(() => {
  void fitAll();
  void forgetEmpty(db);
  void shared.sendWaiting();
});
chrome.permissions.onAdded.addListener(() => void fitRecorder());
chrome.permissions.onRemoved.addListener(() => void fitRecorder());
chrome.storage.local.onChanged.addListener(() => void fitSettings());

async function fitAll(): Promise<void> {
  await Promise.all([fitRecorder(), fitSettings()]);
}

async function fitSettings(): Promise<void> {
  const { contextMenu } = await readSettings();
  await fitReminder();
  await chrome.contextMenus.removeAll();
  if (contextMenu) {
    chrome.contextMenus.create(
      { id: MENU, title: chrome.i18n.getMessage('action'), contexts: ['page', 'frame', 'selection', 'link', 'image'] },
      () => {
        // Two changes at once may both get here: the second finds the entry already there, as it should be.
        void chrome.runtime.lastError;
      },
    );
  }
}

const SETTLED = { saved: 'saved', discarded: 'idle', waiting: 'captured' } as const satisfies Record<
  CaptureOutcome,
  BadgeName
>;

/** On the tab it was captured in, wherever it was decided on. */
async function showSettled(how: CaptureOutcome, id: string): Promise<void> {
  const tabId = await tabOf(id);
  if (tabId !== undefined) await showBadge(SETTLED[how], tabId);
  await remind(db);
  if (how === 'saved') await shared.sendWaiting();
}
