/** Cuts a page into report-like tables: for each header the lines above it, the body rows, the total and the lines below. */
import { foldKey } from '../../grid/text.ts';
import { findHeaders, type Header } from './header.ts';
import type { Page, PageRow } from './page.ts';
import { type BodyRow, isSignatureRow, readRow, totalKind } from './rows.ts';

export interface Table {
  readonly page: Page;
  readonly header: Header;
  /** Rows between the table before (or the top of the sheet) and this header. */
  readonly above: readonly PageRow[];
  readonly body: readonly BodyRow[];
  /** Rows under the table: place and date, signatures. */
  readonly below: readonly PageRow[];
  /** The last total row that is not of one group. */
  readonly total: BodyRow | null;
  /** 0-based last row of the table. */
  readonly lastRow: number;
}

/** Rows read of one table: far more than any criteria set has, few enough to compare each with every title. */
const MAX_BODY = 1_500;

/** All tables of a page, in order. */
export function findTables(page: Page): readonly Table[] {
  const headers = findHeaders(page);
  let above = page.rows.filter((row) => row.row < (headers[0]?.top ?? 0));
  return headers.map((header, at) => {
    const end = headers[at + 1]?.top ?? Number.POSITIVE_INFINITY;
    const region = page.rows.filter((row) => row.row >= header.bodyTop && row.row < end);
    const bodyLength = lengthOfBody(page, header, region, at + 1 < headers.length);
    const rows = region.slice(0, Math.min(bodyLength, MAX_BODY)).flatMap((row) => readRow(page, header, row) ?? []);
    const rest = region.slice(bodyLength);
    // Signatures belong to this table, the headings behind them to the next one.
    const heading = rest.findIndex((row) => isHeading(row) && !isSignatureRow(row));
    const split = heading < 0 || at + 1 === headers.length ? rest.length : heading;
    const table: Table = {
      page,
      header,
      above,
      body: rows,
      below: rest.slice(0, split),
      total: rows.filter((row) => totalKind(row) === 'whole').at(-1) ?? null,
      lastRow: rows.at(-1)?.row ?? header.bottom,
    };
    above = rest.slice(heading < 0 ? 0 : split);
    return table;
  });
}

/** Spelt as foldKey spells. */
const HEADING =
  /^(?:[ab]\. ?)?(?:tên )?(?:đơn vị|cơ quan|phiếu|báo cáo|biểu|bảng|bản |cộng hoà|độc lập|uỷ ban|ubnd|đảng|kì|đối tượng|khối|phụ lục|mẫu|trường|thôn|xóm|trạm|hội |đoàn|số:|năm )/;

/** Rows of the region that belong to the table: up to the signature block, without the headings of a table that follows. */
function lengthOfBody(page: Page, header: Header, region: readonly PageRow[], another: boolean): number {
  const signature = region.findIndex((row) => isSignatureRow(row));
  const length = signature < 0 ? region.length : signature;
  if (!another) return length;
  const lastNumbered = region.slice(0, length).findLastIndex((row) => isNumbered(page, header, row));
  const heading = region.findIndex((row, at) => at > lastNumbered && isHeading(row));
  return heading < 0 ? length : Math.min(heading, length);
}

function isHeading(row: PageRow): boolean {
  if (row.cells.length > 3 || row.cells.some((cell) => !cell.isText)) return false;
  return HEADING.test(foldKey((row.cells[0]?.text ?? '').slice(0, 80)));
}

function isNumbered(page: Page, header: Header, row: PageRow): boolean {
  const body = readRow(page, header, row);
  return (
    body !== undefined && header.columns.index !== undefined && body.numbering !== undefined && body.titles.length > 0
  );
}
