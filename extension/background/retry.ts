/** While confirmed figures wait for the shared book, the worker is woken to try again. */

export const RETRY = 'shared-book';

const MINUTES = 15;

export async function fitRetry(waits: boolean): Promise<void> {
  if (waits) await chrome.alarms.create(RETRY, { delayInMinutes: MINUTES, periodInMinutes: MINUTES });
  else await chrome.alarms.clear(RETRY);
}
