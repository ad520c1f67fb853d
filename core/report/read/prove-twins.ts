/**
 * The same words over several columns ("Đợt 1 ▸ Số đạt, Tổng số | Đợt 2 ▸ … | Tổng cộng ▸ …"): the figures say which
 * columns are the sums of the others. Where they do not, the words may; else the columns are open, for people to say.
 */
import type { HeaderColumn, TwinRole } from './columns.ts';
import { type ColumnsDraft as Draft, setApart } from './columns-draft.ts';
import type { SampledTable } from './sampled-table.ts';
import { saysWhole } from './says-whole.ts';

const ADDING: readonly TwinRole[] = ['numerator', 'denominator', 'figure'];

/** Leaves the draft without twins. */
export function withTwins(draft: Draft, table: SampledTable, texts: readonly HeaderColumn[]): void {
  const { twins } = draft;
  if (twins.length === 0) return;
  draft.twins = [];
  const roles = [...new Set(twins.map(({ role }) => role))];
  const byRole = roles.map((role) => ({ role, columns: columnsOf(draft, role, twins) }));
  const count = Math.max(...byRole.map(({ columns }) => columns.length));
  const even = byRole.filter(({ columns }) => columns.length === count);
  const wholes = even
    .filter(({ role }) => ADDING.includes(role))
    .map(({ columns }) => columns.findIndex((column) => addsUp(column, without(columns, column), table)));
  const known = wholes.filter((at) => at >= 0);
  const [first] = known;
  const proved =
    first !== undefined && known.every((number) => number === first) ? first : numeratorOf(draft, even, table);
  const at = proved < 0 ? wordedWhole(even, texts) : proved;
  for (const { role, columns } of byRole) {
    const chosen = columns.length === count && at >= 0 ? columns[at] : undefined;
    setRole(draft, role, chosen);
    const others = columns.filter((column) => column !== chosen);
    if (chosen === undefined) draft.open = [...draft.open, ...others.filter((number) => !draft.open.includes(number))];
    else setApart(draft, others, 'part');
  }
}

/** Index of the column whose figures, divided by the total, give the ratio of the row; -1 when no column or several do. */
function numeratorOf({ denominator: b, ratio }: Draft, even: readonly Alike[], table: SampledTable): number {
  const own = even.find(({ role }) => role === 'numerator');
  if (own === undefined || even.length > 1 || b === undefined || ratio === undefined) return -1;
  const isShare = (a = 0, of = 0, share = 0): boolean => of > 0 && Math.abs((100 * a) / of - share) <= ROUNDED;
  const found = own.columns.flatMap((column, at) => (table.bears([column, b, ratio], isShare) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

/** Shares are typed rounded, some to a whole percent. */
const ROUNDED = 0.5 + 1e-9;

interface Alike {
  readonly role: TwinRole;
  readonly columns: readonly number[];
}

function without(columns: readonly number[], number: number): readonly number[] {
  return columns.filter((column) => column !== number);
}

function columnsOf(draft: Draft, role: TwinRole, twins: Draft['twins']): readonly number[] {
  const own = draft[role];
  const others = twins.flatMap((twin) => (twin.role === role ? [twin.column] : []));
  return [...(own === undefined ? [] : [own]), ...others].sort((a, b) => a - b);
}

function setRole(draft: Draft, role: TwinRole, column: number | undefined): void {
  const before = draft[role];
  draft[role] = column;
  if (before !== undefined && draft.value === before) draft.value = column;
}

/** The one column whose words say that it holds all of the others. */
function wordedWhole(even: readonly Alike[], texts: readonly HeaderColumn[]): number {
  const [alike] = even;
  const isWhole = (column: number): boolean =>
    (texts.find((header) => header.column === column)?.texts ?? []).slice(0, -1).some(saysWhole);
  const found = (alike?.columns ?? []).flatMap((column, at) => (isWhole(column) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

/** The sum of the others in all rows that have them all, and more than any of them in some. */
function addsUp(sum: number, parts: readonly number[], table: SampledTable): boolean {
  if (parts.length < 2) return false;
  const isSum = (whole = 0, ...others: readonly number[]): boolean =>
    others.reduce((all, number) => all + number, 0) === whole;
  const saysNothing = (whole = 0, ...others: readonly number[]): boolean => others.some((number) => number === whole);
  return table.bears([sum, ...parts], isSum, saysNothing);
}
