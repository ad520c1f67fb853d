/** What officers call a source. */
import { READERS } from './registry.ts';

/** `Biểu II.06a (motcua.example.gov.vn)`; a table the officer pointed at herself goes by its site. */
export function sourceName(source: string): string {
  const [id = '', host = ''] = source.split('@');
  const name = READERS.find((reader) => (reader.source ?? reader.id) === id)?.sourceName;
  if (name === undefined) return host || 'Tệp báo cáo';
  return host === '' ? name : `${name} (${host})`;
}
