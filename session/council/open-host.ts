/**
 * A host whose workbook is refused to whoever means to change it while the results are closed: every use case that
 * writes reads first, and reading says who closed them and when.
 */
import { closedSentence, standingClose } from '../../core/council/session-log.ts';
import { findTable, OWN_TABLES } from '../book/own-tables.ts';
import { readSeals } from '../book/settings.ts';
import type { Host } from '../host/port.ts';
import { refuse } from '../host/refusal.ts';

export function openHost(host: Host): Host {
  return {
    ...host,
    read: async (progress) => {
      const read = await host.read(progress);
      if (!read.ok || !findTable(read.value, OWN_TABLES.sessions.table)) return read;
      const { readSessions } = await import('./sessions.ts');
      const sessions = readSessions(read.value, readSeals(read.value).sessionSeals ?? []);
      if (!sessions.ok) return sessions;
      const closed = standingClose(sessions.value.log);
      return closed ? refuse('closed', closedSentence(closed)) : read;
    },
  };
}
