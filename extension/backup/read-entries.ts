/**
 * Pieces of a backup as they are read back: bytes only when their hash fits, records only when they are what we write.
 */
import { FileFault } from '../../core/sheet/workbook/xlsx/fault.ts';
import { sha256 } from '../store/hash.ts';
import type { CaptureRecord } from '../store/records.ts';
import { captureSchema } from './format.ts';
import { type Backup, parsed } from './open-backup.ts';

/** undefined = damaged, or not in the file. */
export async function soundBytes(
  { entries }: Backup,
  name: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = await entries.get(name)?.read();
    return bytes && (await sha256(bytes)) === hash ? bytes : undefined;
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** undefined = not what we write. */
export function capturesIn(bytes: Uint8Array): readonly CaptureRecord[] | undefined {
  const records: CaptureRecord[] = [];
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '') continue;
    const record = captureSchema.safeParse(parsed(line));
    if (!record.success) return undefined;
    records.push(record.data as CaptureRecord);
  }
  return records;
}
