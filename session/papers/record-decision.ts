/**
 * A signed decision goes over into the ledger of awards, the sheet "Khen thưởng" of the workbook, in one act. The
 * workbook is read anew: whom the ledger holds already is not written twice.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { PastAward } from '../../core/judge/award/ledger.ts';
import { type AwardToGive, awardsToGive, type DecisionSigned, rowsForLedger } from '../../core/paper/signed-awards.ts';
import { LEDGER_COLUMNS, LEDGER_SHEET, LEDGER_TABLE, ledgerIn } from '../../core/sheets/award-sheets.ts';
import { LEDGER_TITLE } from '../../core/sheets/ledger-title.ts';
import { performWhole, type Outcome as Written } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { type BookOutcome, outcomeOf } from './outcome.ts';

export interface DecisionForm {
  readonly awards: readonly AwardToGive[];
  /** Of the office's own settings for papers; '' and null where it has none. */
  readonly number: string;
  readonly date: string | null;
}

const WHAT = 'danh sách khen thưởng';

/** Changes nothing. Refused while no report stands in the workbook, or the ledger cannot be understood. */
export async function decisionForm(host: Host): Promise<Result<DecisionForm>> {
  const outcome = await readable(host);
  if (!outcome.ok) return outcome;
  const { facts } = outcome.value;
  const { numbers, signedOn } = facts.settings;
  return done({ awards: awardsToGive(facts), number: numbers['quyet-dinh'] ?? '', date: signedOn });
}

export async function recordDecision(
  host: Host,
  signed: DecisionSigned,
  today: string,
): Promise<Result<Written & { readonly rows: number }>> {
  const outcome = await readable(host);
  if (!outcome.ok) return outcome;
  const rows = rowsForLedger(outcome.value.facts, signed, today);
  if (!rows.ok) return rows;
  const actions = ledgerActions(outcome.value.loaded.book, rows.value);
  if (!actions.ok) return actions;
  const label = `Quyết định khen thưởng số ${signed.number.trim()}`;
  const written = await performWhole(host, label, actions.value, 'Chưa ghi được vào sổ khen thưởng.');
  return written.ok ? done({ ...written.value, rows: rows.value.length }) : written;
}

/** A ledger with a row that is not understood is not added to: whom it names would not be known. */
async function readable(host: Host): Promise<Result<BookOutcome>> {
  const outcome = await outcomeOf(host, WHAT);
  if (outcome.ok && outcome.value.awardsFault !== null) return refuse('awards', outcome.value.awardsFault);
  return outcome;
}

function ledgerActions({ book, tables }: HostBook, awards: readonly PastAward[]): Result<readonly HostAction[]> {
  const sheet = book.sheets.find(({ name }) => name.normalize('NFC') === LEDGER_SHEET);
  if (!sheet) {
    const rows = awards.map((pastAward) => LEDGER_COLUMNS.map(({ show }) => show(pastAward)));
    const columns = LEDGER_COLUMNS.map(({ show: _, ...column }) => column);
    const heading = [LEDGER_TITLE, 'Mỗi dòng một khen thưởng; ghi thêm khen thưởng các năm trước ở đây.'];
    return done([{ kind: 'put-table', plan: { sheet: LEDGER_SHEET, table: LEDGER_TABLE, heading, columns, rows } }]);
  }
  const place = ledgerIn(sheet);
  if (!place) return refuse('no-columns', `Trang “${sheet.name}” chưa có hàng tiêu đề của sổ khen thưởng.`);
  const lost = [...new Set(awards.flatMap(place.lost))];
  if (lost.length > 0) return refuse('no-column', `Trang “${sheet.name}” thiếu cột ${lost.join(', ')}.`);
  const table = tables.find((hostTable) => hostTable.sheet === sheet.name && hostTable.range.top === place.row);
  if (table) {
    const { left, right } = table.range;
    const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
    const rows = awards.map((pastAward) => columns.map((column) => place.valueAt(pastAward, column)));
    return done([{ kind: 'append-rows', table: table.name, rows }]);
  }
  return done(
    awards.flatMap((pastAward, at) =>
      place.columns.flatMap((column): readonly HostAction[] => {
        const value = place.valueAt(pastAward, column);
        if (value.kind === 'empty') return [];
        return [{ kind: 'write', sheet: sheet.name, row: place.free + at, column, value, expected: null }];
      }),
    ),
  );
}
