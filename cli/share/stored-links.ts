/**
 * Links this machine made, stored beside its key before they are shown: the book has only their digests, so a link lost
 * to a full disk or a closed page could not be shown again. A line of JSON each; the oldest are removed with the next
 * write, and none by the clock, which may be wrong for a day.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { plainJson } from '../../core/base/text/plain-text.ts';
import { writeTrouble } from '../files/file-trouble.ts';
import { refuse } from '../usage-error.ts';

const FILE = 'lien-ket.ndjson';
/** Most links stored: a commune's links of several years. */
const MOST = 20_000;

const keptSchema = z.object({
  ...{ unit: z.string(), secret: z.string() },
  /** ISO instant of Hanoi. */
  until: z.string(),
  /** Title of the movement; absent in links stored before it was recorded. */
  title: z.optional(z.string()),
});
export type StoredLink = z.infer<typeof keptSchema>;

/** `folder` = that of the space in the stores. What cannot be read is passed over. */
export function storedLinks(folder: string): readonly StoredLink[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const read = keptSchema.safeParse(plainJson(line));
      return read.success ? [read.data] : [];
    });
}

/** Whole or not at all; ends the command where the disk does not take them. */
export function keepLinks(folder: string, links: readonly StoredLink[]): void {
  if (links.length === 0) return;
  const path = join(folder, FILE);
  const draft = `${path}.${process.pid}.tmp`;
  const all = [...storedLinks(folder), ...links].slice(-MOST);
  try {
    writeFileSync(draft, all.map((item) => `${JSON.stringify(item)}\n`).join(''), { mode: 0o600, flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    refuse(`Chưa cấp liên kết nào: không giữ được liên kết ở "${path}": ${writeTrouble(error)}.`);
  }
}
