/** The officer's answers about the pages of a site: that they show everything, whatever is chosen there. */
import type { Store } from './db.ts';
import type { SiteAnswersRecord } from './records.ts';

/** Beyond this number the oldest answers are dropped, and their questions come again. */
const MOST_ANSWERS = 200;

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/** Keys of the questions answered for the site of this address. */
export async function answersFor(db: Store, url: string): Promise<ReadonlySet<string>> {
  const held = await db.siteAnswers.get(siteOf(url));
  return new Set(Object.keys(held?.answers ?? {}));
}

/** `given` = key of a question → its text. */
export async function keepAnswers(db: Store, url: string, fresh: Readonly<Record<string, string>>): Promise<void> {
  const host = siteOf(url);
  if (host === '' || Object.keys(fresh).length === 0) return;
  await db.transaction('rw', db.siteAnswers, async () => {
    const held = await db.siteAnswers.get(host);
    const all = Object.entries({ ...held?.answers, ...fresh });
    await db.siteAnswers.put({ host, answers: Object.fromEntries(all.slice(-MOST_ANSWERS)) });
  });
}

/** Every site, by name. */
export async function allAnswers(db: Store): Promise<readonly SiteAnswersRecord[]> {
  return db.siteAnswers.orderBy('host').toArray();
}

/** Forgets the answer, so that the question appears again. */
export async function forgetAnswer(db: Store, host: string, key: string): Promise<void> {
  await db.transaction('rw', db.siteAnswers, async () => {
    const held = await db.siteAnswers.get(host);
    if (!held) return;
    const { [key]: _gone, ...answers } = held.answers;
    if (Object.keys(answers).length === 0) await db.siteAnswers.delete(host);
    else await db.siteAnswers.put({ host, answers });
  });
}
