/**
 * Columns of the standard report form II.06a, found by the words and the order of their joined headers, whatever system
 * prints it (facts on the portal, 4.4). When a column of the form has no known meaning, or two, the table is another
 * form.
 */
import { bareKey } from '../../../../base/text/text.ts';
import { isHeaderCell, type PageTable, type TableRow } from '../../table.ts';

export const COUNTS = [
  'received',
  'online',
  'direct',
  'carried',
  'settled',
  'early',
  'onTime',
  'late',
  'pending',
  'inTime',
  'overdue',
] as const;
export type DossierCount = (typeof COUNTS)[number];

export interface FormColumns {
  readonly label: number;
  /** Rows are fields of procedure (`Lĩnh vực`) of one unit, or units. */
  readonly rowsAre: 'fields' | 'units';
  /** Columns of each count: dossiers handed in at the desk and by post may stand apart. */
  readonly counts: ReadonlyMap<DossierCount, readonly number[]>;
  /** Columns of what is neither settled nor pending or of neither kind of its group: withdrawn, paused, sent back. */
  readonly asides: readonly { readonly group: Group; readonly column: number }[];
  /** First row below the header. */
  readonly firstRow: number;
}

export type Group = 'received' | 'settled' | 'pending';

const FIELD = /^(?:ten)?(?:linhvuc|thutuc)/;
const UNIT =
  /^(?:ten)?(?:donvi|coquan|xaphuong|phuongxa|xathitran|diaphuong|ubndcapxa|ubndxa|phongban|sobannganh|noitiepnhan)/;
const SHARE = /tile|phantram|%/;
/** Longer forms tell apart what was withdrawn, paused, sent back or waits for papers. */
const ASIDE =
  /ruthoso|xinrut|hosorut|tamdung|dunggiaiquyet|dungxuli|bosung|tralai|tuchoi|huyho|khonggiaiquyet|chothuphi|chuyenkhac/;

/**
 * Keys without diacritics, `y` as `i` where they sound alike. Words of a header → its group. What is settled and what
 * is pending is of what was received: these come first.
 */
const GROUPS: readonly (readonly [RegExp, Group])[] = [
  [/danggiaiquyet|dangxuli|chuagiaiquyet|chuaxuli|dangthuli|toncuoiki/, 'pending'],
  [/dagiaiquyet|daxuli|dahoanthanh|datraketqua|ketquagiaiquyet|giaiquyetxong/, 'settled'],
  [/tiepnhan|nhangiaiquyet|(?:hoso|tongso)nhan/, 'received'],
];

/** Words that name a column within its group; the column of the group's sum has none of them. */
const LEAVES: Readonly<Record<Group, readonly (readonly [RegExp, DossierCount])[]>> = {
  received: [
    [/tructuyen|quamang/, 'online'],
    [/tructiep|buuchinh|bcci|buudien/, 'direct'],
    [/kitruoc|toncu|tondauki|chuyensang|mangsang|tontruoc/, 'carried'],
  ],
  settled: [
    [/truochan|somhan/, 'early'],
    [/dunghan/, 'onTime'],
    [/quahan|trehan|muon/, 'late'],
  ],
  pending: [
    [/tronghan|chuadenhan|conhan/, 'inTime'],
    [/quahan|trehan/, 'overdue'],
  ],
};

/** undefined when the table is not form 06a: all eleven counts and the label must be there, each once. */
export function formColumns(table: PageTable): FormColumns | undefined {
  const firstRow = headerDepth(table);
  if (firstRow === 0) return undefined;
  const width = Math.max(0, ...table.rows.slice(0, firstRow).map((row) => row.cells.length));
  const counts = new Map<DossierCount, number[]>();
  const labels: { column: number; rowsAre: 'fields' | 'units' }[] = [];
  const asides: { group: Group; column: number }[] = [];
  let group: Group | undefined;
  for (let column = 0; column < width; column++) {
    const words = headerWords(table, firstRow, column);
    const own = words.at(-1) ?? '';
    const named = words.flatMap((word) => groupOf(word) ?? []);
    const isLabel = words.length === 1 && (FIELD.test(own) || UNIT.test(own));
    if (isLabel) labels.push({ column, rowsAre: FIELD.test(own) ? 'fields' : 'units' });
    const isAside = !isLabel && words.some((word) => ASIDE.test(word)) && !words.some((word) => SHARE.test(word));
    // Beside all groups: of what was received, neither settled nor pending.
    if (isAside && named.length === 0) asides.push({ group: 'received', column });
    if (isLabel || (named.length === 0 && !isOwnLeaf(own)) || words.some((word) => SHARE.test(word))) continue;
    // A sum within the group: `Trong kỳ › Tổng số`.
    if (words.some((word) => word.includes('trongki')) && /^(?:tong|cong)/.test(own)) continue;
    // `Tồn đầu kỳ` beside the group it belongs to names no group itself.
    group = named[0] ?? 'received';
    const leaf = leafOf(group, words);
    if (leaf === 'unknown' && isAside) {
      asides.push({ group, column });
      continue;
    }
    if (leaf === 'unknown') return undefined;
    // Dossiers settled early and on time in one column.
    if (leaf === 'early' && /dunghan/.test(own)) counts.set('onTime', []);
    const held = counts.get(leaf);
    if (held && leaf !== 'direct') return undefined;
    counts.set(leaf, [...(held ?? []), column]);
  }
  const [label] = labels;
  if (!label || labels.length > 1 || COUNTS.some((count) => !counts.has(count))) return undefined;
  return { ...{ label: label.column, rowsAre: label.rowsAre }, counts, asides, firstRow };
}

/** A table of the form's kind that lacks columns of it: what it lacks is worth saying. */
export function isNearForm(table: PageTable): boolean {
  const depth = headerDepth(table);
  const headers = table.rows
    .slice(0, Math.max(depth, 1))
    .flatMap((row) => row.cells.map((cell) => bareKey(cell?.text ?? '')));
  const leaves = Object.values(LEAVES).flat();
  const found = leaves.filter(
    ([shape], at) =>
      leaves.findIndex(([other]) => other.source === shape.source) === at && headers.some((word) => shape.test(word)),
  );
  return found.length >= 3;
}

function isOwnLeaf(own: string): boolean {
  return LEAVES.received.some(([words, count]) => count === 'carried' && words.test(own));
}

/**
 * The count named by the words below the group: without words the group's sum; unknown when the words name two counts
 * or none we know.
 */
function leafOf(group: Group, words: readonly string[]): DossierCount | 'unknown' {
  const own = words.at(-1) ?? '';
  const counts = LEAVES[group].filter(([shape]) => shape.test(own)).map(([, count]) => count);
  const [only] = counts;
  if (counts.length === 1 && only) return only;
  // `Trực tiếp, bưu chính` is a single count; `Trước hạn và đúng hạn` is two counts in a single column.
  if (counts.length === 2 && counts.includes('early') && counts.includes('onTime')) return 'early';
  if (counts.length > 1) return 'unknown';
  const above = words.slice(0, -1).flatMap((word) => LEAVES[group].filter(([shape]) => shape.test(word)));
  const isSum = /^(?:tong|cong)/.test(own) || groupOf(own) === group;
  return isSum && above.length === 0 ? group : 'unknown';
}

/**
 * Header rows: those of the thead, else all above the first row with a number; a section right below the header is
 * none.
 */
function headerDepth(table: PageTable): number {
  const number = table.rows.findIndex((row) =>
    row.cells.some((cell) => /^\(?\d[\d.,]*(?: hồ sơ)?\)?$/.test(cell?.text ?? '')),
  );
  const first = table.rows.findIndex((row, index) => index > 0 && (index >= number || isSectionRow(row)));
  return number > 0 && first > 0 && first <= 6 ? first : 0;
}

/** `I | Hồ sơ của tỉnh | | …`, or one cell over the whole width. */
function isSectionRow(row: TableRow): boolean {
  if (row.head || row.cells.some((cell) => cell && isHeaderCell(cell.element))) return false;
  const own = row.cells.filter((cell) => cell && !cell.covered && cell.text !== '');
  const isWide = own.length === 1 && row.cells.length > 1;
  return isWide || (own.length === 2 && /^(?:[IVX]{1,5}|[A-Z])[.)]?$/.test(own[0]?.text ?? ''));
}

/** Header texts above a column from top to bottom, folded; a cell spanning rows counts once. */
function headerWords(table: PageTable, depth: number, column: number): string[] {
  const words: string[] = [];
  for (const row of table.rows.slice(0, depth)) {
    const text = bareKey(row.cells[column]?.text ?? '');
    if (text !== '' && words.at(-1) !== text) words.push(text);
  }
  return words;
}

function groupOf(word: string): Group | undefined {
  return GROUPS.find(([shape]) => shape.test(word))?.[1];
}
