/**
 * A host that refuses to read the workbook for changes while the results are closed: every use case that writes reads
 * first, and the refusal names who closed them and when.
 */
import { COUNCIL_TABLES, findTable } from '../book/own-tables.ts';
import { readSeals } from '../book/settings.ts';
import type { Host } from '../host/port.ts';

export function openHost(host: Host): Host {
  return {
    ...host,
    read: async (progress) => {
      const read = await host.read(progress);
      if (!read.ok) return read;
      // A seal that is known without its sheet tells that the sheet was taken out.
      const { sessionSeals = [] } = readSeals(read.value);
      if (sessionSeals.length === 0 && !findTable(read.value, COUNCIL_TABLES.sessions.table)) return read;
      const refusal = (await import('../record/sessions.ts')).refusalWhileClosed(read.value);
      return refusal ? { ok: false, refusal } : read;
    },
  };
}
