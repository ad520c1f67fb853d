/** Once a day: from the chosen day of the month on, a month without a confirmed capture is shown on the button. */
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { readSettings } from '../settings/settings.ts';
import type { Store } from '../store/db.ts';
import { showBadge } from './badge.ts';

export const REMINDER = 'reminder';

export async function fitReminder(): Promise<void> {
  const { reminderDay } = await readSettings();
  if (reminderDay === null) await chrome.alarms.clear(REMINDER);
  else await chrome.alarms.create(REMINDER, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
}

export async function remind(db: Store): Promise<void> {
  const { reminderDay } = await readSettings();
  const due = reminderDay !== null && (await isDue(db, reminderDay, hanoiTime(new Date(Date.now()))));
  await showBadge(due ? 'due' : 'idle');
}

/** `now` = Vietnamese instant. */
async function isDue(db: Store, day: number, now: string): Promise<boolean> {
  if (Number(now.slice(8, 10)) < day) return false;
  const thisMonth = await db.figures.where('at').aboveOrEqual(now.slice(0, 7)).count();
  return thisMonth === 0;
}
