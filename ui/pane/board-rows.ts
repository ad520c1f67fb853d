/** The board of reports: a row for each sheet, and for each unit that is awaited and has none. Pure. */

import { dayText } from '../../core/base/period/day.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { FOLLOW_UP_NAME, followUp } from '../../core/commune/calendar/follow-up.ts';
import type { Severity } from '../../core/judge/flag/flag.ts';
import type { ScoreSheet } from '../../core/judge/score/score-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { hasOddColumns } from '../../core/report/odd-columns.ts';
import type { Report } from '../../core/report/report.ts';
import type { SheetFound, Workspace } from '../../session/pane/workspace-data.ts';
import { finder } from '../finder.ts';
import { countBySeverity } from './flag-list.ts';
import { nameOfAudience } from './name-of-audience.ts';

/** missing = nothing came, or its form is still blank. */
type Standing = 'received' | 'late' | 'returned' | 'missing';

export interface BoardRow {
  readonly key: string;
  /** null = nothing came, and no form was made. */
  readonly sheet: string | null;
  /** The sheet's name while the unit is not known. */
  readonly unit: string;
  /** Name of the audience in the movement's words. */
  readonly audience: string;
  readonly standing: Standing;
  /** `Đã nộp 12/11/2025`, `Muộn 3 ngày, 18/11/2025`. */
  readonly words: string;
  /** What else is to be known of it; '' = nothing. */
  readonly note: string;
  readonly score: ScoreSheet | null;
  /** Errors and warnings that wait for a decision, and all notices. */
  readonly flags: Readonly<Record<Severity, number>>;
  /** Nobody can look at its columns when it is not read, or is a form of ours as we made it. */
  readonly columns: 'odd' | 'kept' | 'own' | null;
}

/** `today` = ISO day: what is late is late on it. */
export function boardRows(workspace: Workspace, movement: Movement | undefined, today: string): BoardRow[] {
  const { sheets, run, register, queue } = workspace;
  const waiting = new Set(queue.flatMap(({ items }) => items.map(({ flag }) => flag?.id)));
  const results = new Map((run?.reports ?? []).map((result) => [result.report.layout.sheet, result]));
  const standings = standingsOf(workspace, movement, today);
  const audienceName = (kind: string | null) => (kind === null ? 'Chưa rõ đối tượng' : nameOfAudience(movement, kind));
  const found = sheets.map((sheet): BoardRow => {
    const result = results.get(sheet.sheet);
    const unit = result?.unit ?? sheet.unit ?? sheet.sheet;
    return {
      key: sheet.sheet,
      sheet: sheet.sheet,
      unit,
      audience: audienceName(sheet.audience),
      ...(sheet.state === 'empty'
        ? { ...(standings.get(unit) ?? MISSING), note: 'mẫu chưa điền' }
        : receivedRow(standings.get(unit) ?? RECEIVED, sheet.state, sheet.report)),
      score: result?.score ?? null,
      // A blank form has nothing to look at: it is missing. What has no points waits for the unit, not for the council.
      flags: countBySeverity(
        (sheet.state !== 'empty' &&
          result?.flags.filter(({ id, severity }) => severity === 'info' || !result.score || waiting.has(id))) ||
          [],
      ),
      columns: sheet.report ? columnsOf(sheet.report) : null,
    };
  });
  const here = new Set(found.map(({ unit }) => unit));
  const awaited = (register ?? []).filter(({ name }) => standings.get(name)?.standing === 'missing' && !here.has(name));
  return [
    ...found,
    ...awaited.map(({ name, audience }): BoardRow => {
      const { standing, words, line } = standings.get(name) ?? { ...MISSING, line: '' };
      return {
        ...{ key: `unit:${name}`, sheet: null, unit: name, audience: audienceName(audience), standing, words },
        ...{ note: line, score: null, flags: countBySeverity([]), columns: null },
      };
    }),
  ];
}

const MISSING = { standing: 'missing', words: FOLLOW_UP_NAME.missing } as const;
const RECEIVED = { standing: 'received', words: FOLLOW_UP_NAME.received } as const;
const SHEET_NOTES: Readonly<Record<Exclude<SheetFound['state'], 'empty'>, string>> = {
  waiting: 'chưa chấm',
  scored: '',
  changed: 'đã sửa sau khi chấm',
};

interface UnitStanding {
  readonly standing: Standing;
  readonly words: string;
  /** What is to be known while nothing came. */
  readonly line: string;
}

/** By the unit's name; empty without a list of units or a period. */
function standingsOf(
  { register, period, sheets, queue }: Workspace,
  movement: Movement | undefined,
  today: string,
): ReadonlyMap<string, UnitStanding> {
  if (register === null || period === null || movement === undefined) return new Map();
  const arrived = new Set(sheets.flatMap(({ unit, state }) => (unit === null || state === 'empty' ? [] : [unit])));
  const returned = new Set(queue.filter(({ items }) => items.some((item) => item.returned)).map(({ unit }) => unit));
  const board = followUp({ movement, period, register, asOf: today, arrived, returned });
  return new Map(
    board.map(({ unit, state, received, daysLate, line }): readonly [string, UnitStanding] => {
      const day = received === null ? '' : dayText(received);
      // The register's day is only a note: nothing is received whose report is not here.
      if (!arrived.has(unit)) {
        const words = received === null ? MISSING.words : 'Chưa có tệp';
        return [unit, { ...MISSING, words, line: line.replace(/^chưa nộp[;,]? ?/, '') }];
      }
      if (state === 'returned') return [unit, { standing: 'returned', words: 'Trả lại, chờ bản mới', line: '' }];
      if (state === 'late') return [unit, { standing: 'late', words: `Muộn ${daysLate} ngày, ${day}`, line: '' }];
      return [unit, { ...RECEIVED, words: `${FOLLOW_UP_NAME.received} ${day}`.trim(), line: '' }];
    }),
  );
}

/**
 * Where nobody noted the day a report came, the day it bears is shown. Unused content of the sheet is listed beside the
 * report; its flags lead to the cells.
 */
function receivedRow<T extends { readonly words: string }>(
  standing: T,
  state: keyof typeof SHEET_NOTES,
  report: Report | null | undefined,
): T & Pick<BoardRow, 'note'> {
  const { read = 0, leftovers = [] } = report?.account ?? {};
  const account = leftovers.length === 0 ? '' : `đã đọc ${read} ô, ${leftovers.length} ô chưa dùng`;
  const borne = standing.words === RECEIVED.words ? report?.date?.date : null;
  const notes = [borne ? `ghi ngày ${dayText(borne)}` : '', SHEET_NOTES[state], account];
  return { ...standing, note: notes.filter((text) => text !== '').join('; ') };
}

function columnsOf(report: Report): BoardRow['columns'] {
  if (report.layout.isKept) return 'kept';
  if (hasOddColumns(report)) return 'odd';
  return report.formVersion || report.answers ? null : 'own';
}

export const SORTS = ['unit', 'standing', 'points', 'flags'] as const;
export interface BoardOrder {
  /** null = as the book has them. */
  readonly by: (typeof SORTS)[number] | null;
  readonly down: boolean;
}

export interface BoardFilter {
  readonly typed: string;
  readonly chip: 'all' | 'missing' | 'late' | 'open' | { readonly audience: string };
}

const STANDINGS: readonly Standing[] = ['missing', 'returned', 'late', 'received'];

const COMPARED: Readonly<Record<(typeof SORTS)[number], (a: BoardRow, b: BoardRow) => number>> = {
  unit: (a, b) => inNameOrder(a.unit, b.unit),
  standing: (a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing),
  points: (a, b) => shareOf(a) - shareOf(b),
  flags: (a, b) => a.flags.error - b.flags.error || a.flags.warning - b.flags.warning,
};

/**
 * Rows whose unit, audience or sheet contains the typed text, in the chosen order; equal rows stay in the workbook's
 * order. Typed without tones, `ban na` finds `Bản Nà`; typed with tones, only texts with the same tones.
 */
export function shownRows(
  rows: readonly BoardRow[],
  { typed, chip }: BoardFilter,
  { by, down }: BoardOrder,
): BoardRow[] {
  const has = finder(typed);
  const found = rows.filter((row) => isUnder(row, chip) && [row.unit, row.audience, row.sheet ?? ''].some(has));
  if (by === null) return found;
  const compare = COMPARED[by];
  // What has no points comes last both ways.
  const isOut = (row: BoardRow) => by === 'points' && shareOf(row) < 0;
  return found.toSorted((a, b) => {
    if (isOut(a) !== isOut(b)) return isOut(a) ? 1 : -1;
    return down ? compare(b, a) : compare(a, b);
  });
}

export function isUnder({ standing, flags, audience }: BoardRow, chip: BoardFilter['chip']): boolean {
  if (typeof chip === 'object') return audience === chip.audience;
  if (chip === 'all') return true;
  return chip === 'open' ? flags.error + flags.warning > 0 : standing === chip;
}

/** Places go by the share of the points that apply, in percent; -1 = it has no points. */
function shareOf({ score }: BoardRow): number {
  return score === null || score.max === 0 ? -1 : (score.total * 100) / score.max;
}
