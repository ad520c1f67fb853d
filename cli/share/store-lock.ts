/**
 * Only one command at a time signs with this machine's key: two at once would use the same number for two entries,
 * which looks like a copied key. A file beside the key names the running process; the file of a dead process is
 * removed.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { troubleCode, writeTrouble } from '../files/file-trouble.ts';
import { refuse } from '../usage-error.ts';

const FILE = 'dang-chay.json';
/** Milliseconds another command is waited for. */
const PATIENCE = 60_000;
/** Milliseconds after which a file that is still empty belongs to a dead process. */
const WRITING = 5_000;

/** `began`: of the process, null where the system does not tell; absent in files of older versions. */
const holderSchema = z.object({
  ...{ pid: z.int(), host: z.string(), at: z.number() },
  began: z.optional(z.nullable(z.number())),
});
type Holder = z.infer<typeof holderSchema>;

/** The locks this process holds. */
const held = new Set<() => void>();

/** At the end of a command, however it ended. */
export function releaseStores(): void {
  for (const release of [...held]) release();
}

/**
 * Waits for its turn; resolves to a function that releases the lock. Ends the command, naming the running process, when
 * that takes too long.
 */
export async function lockStore(folder: string, patience = PATIENCE): Promise<() => void> {
  const path = join(folder, FILE);
  const own = JSON.stringify({ pid: process.pid, host: hostname(), at: Date.now(), began: beginningOf(process.pid) });
  for (const until = performance.now() + patience; !claimed(path, own); ) {
    const text = textIn(path);
    const holder = text === null ? null : holderIn(text);
    if (text !== null && isGone(path, holder)) takeAway(path, text);
    else if (performance.now() > until)
      refuse(holder ? atWork(holder) : `Đang có lệnh khác dùng sổ chung này ("${path}").`);
    else await new Promise((done) => setTimeout(done, 30 + Math.random() * 70));
  }
  const release = () => {
    held.delete(release);
    if (textIn(path) === own) rmSync(path, { force: true });
  };
  held.add(release);
  return release;
}

function claimed(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (troubleCode(error) === 'EEXIST') return false;
    return refuse(`Không ghi được "${path}": ${writeTrouble(error)}.`);
  }
}

/** Null where it is gone by now. */
function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function holderIn(text: string): Holder | null {
  try {
    const read = holderSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Of another machine nothing is known: it is waited for. A process from before this machine started is none. */
function isGone(path: string, holder: Holder | null): boolean {
  if (!holder) return ageOf(path) > WRITING;
  if (holder.host !== hostname()) return false;
  return !isRunning(holder.pid) || isAnother(holder);
}

/**
 * Whether another process has the number by now. Where the system tells when a process began, no clock is trusted: it
 * may have been set ahead while the command runs.
 */
function isAnother({ pid, at, began = null }: Holder): boolean {
  const now = beginningOf(pid);
  return began === null || now === null ? at < Date.now() - uptime() * 1000 : now !== began;
}

/** When a process began, in hundredths of a second after the machine; null where the system does not tell. */
function beginningOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of Linux' proc(5); the name before it may hold blanks.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isFinite(ticks) ? ticks : null;
  } catch {
    return null;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return troubleCode(error) === 'EPERM';
  }
}

/** Deletes only the lock file that was read; a lock another process wrote meanwhile is put back. */
function takeAway(path: string, seen: string): void {
  const aside = `${path}.${process.pid}.bo`;
  try {
    renameSync(path, aside);
    if (textIn(aside) !== seen) renameSync(aside, path);
    rmSync(aside, { force: true });
  } catch {
    // Another command took it away.
  }
}

function atWork({ pid, host, at }: Holder): string {
  const since = hanoiTime(new Date(at)).slice(11, 16);
  const where = host === hostname() ? '' : ` trên máy ${host}`;
  return `Một lệnh khác đang dùng sổ chung này (tiến trình ${pid}${where}, từ ${since}): đợi lệnh đó xong rồi chạy lại.`;
}
