/** What officers call a source. */

const PORTALS: ReadonlyMap<string, string> = new Map([
  ['quoc-gia-2026', 'Cổng DVC quốc gia (từ năm 2026)'],
  ['quoc-gia-2022', 'Cổng DVC quốc gia (giao diện cũ)'],
]);

const TABLES: ReadonlyMap<string, string> = new Map([
  ['form-06a', 'Biểu II.06a'],
  ['tan-dan', 'Hệ thống một cửa Tân Dân'],
]);

/** `Biểu II.06a (motcua.example.gov.vn)`; a table the officer pointed at herself goes by its site. */
export function sourceName(source: string): string {
  const [reader = '', host = ''] = source.split('@');
  const table = TABLES.get(reader);
  return PORTALS.get(source) ?? (table === undefined ? host || reader : host === '' ? table : `${table} (${host})`);
}
