/** Whether a write failed because nothing more fits: at the browser's quota, or on a full disk. */

/** Names that browsers give any failed write: whether the disk is full has to be found out elsewhere. */
const VAGUE: ReadonlySet<string> = new Set(['AbortError', 'UnknownError']);

/** Bytes; with less left, a vague failure is taken for a full disk. */
const LITTLE = 16_000_000;

export async function isDiskFull(error: unknown): Promise<boolean> {
  const all = within(error);
  if (all.some(({ name, message }) => name === 'QuotaExceededError' || /full disk|disk full|no space/i.test(message)))
    return true;
  return all.some(({ name }) => VAGUE.has(name)) && (await isRoomless());
}

/** Dexie wraps the browser's error: it is inside Dexie's error, or among the failures it lists. */
function within(error: unknown): readonly Error[] {
  if (!(error instanceof Error)) return [];
  const { inner, failures } = error as { readonly inner?: unknown; readonly failures?: unknown };
  return [error, ...within(inner), ...(Array.isArray(failures) ? failures.flatMap(within) : [])];
}

async function isRoomless(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota !== undefined && usage !== undefined && quota - usage < LITTLE;
  } catch {
    return false;
  }
}
