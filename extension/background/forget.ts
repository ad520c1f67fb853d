/** A page without figures is stored only as long as the officer may still point at its table. */

export const FORGET = 'forget-empty';

const MINUTES = 15;

export async function forgetLater(): Promise<void> {
  await chrome.alarms.create(FORGET, { delayInMinutes: MINUTES });
}
