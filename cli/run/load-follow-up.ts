/** What `calendar` knows of the units beside the plan's dates: the list, the council's record, the journal. */
import { type Journal, lastVisit, NO_JOURNAL, type Visit, visitWords } from '../../core/commune/calendar/journal.ts';
import { lateDays, lateWords, type OwedDay, owedDays } from '../../core/commune/calendar/late-days.ts';
import { type DecidedBy, decidedBy } from '../../core/council/decided-by.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { matchUnit } from '../../core/report/match-unit.ts';
import type { Register } from '../../core/report/register.ts';
import { formatDate } from '../../core/sheet/grid/date.ts';
import { readJournal } from '../../core/sheets/journal-sheets.ts';
import { registerRows } from '../../core/sheets/register-sheet.ts';
import { loadCouncil } from './load-council.ts';
import { loadJournal, loadRegister } from './load-inputs.ts';

interface FollowUpPaths {
  readonly units?: string | undefined;
  readonly council?: string | undefined;
  readonly journal?: string | undefined;
}

interface AboutUnit {
  readonly registeredOn: string | null;
  readonly planReceived: string | null;
  /** The council's last return that still stands. */
  readonly returned: { readonly day: string; readonly reason: string } | null;
  /** How much of its report is decided. */
  readonly decided: number;
  readonly lastVisit: Visit | null;
}

export interface FollowUpKnown {
  readonly register: Register | null;
  readonly returned: ReadonlySet<string>;
  readonly resent: ReadonlyMap<string, string>;
  readonly appraised: ReadonlySet<string>;
  readonly closedOn: string | null;
  /** Plans, registrations and reports out of turn that are awaited. */
  readonly owed: readonly OwedDay[];
  readonly journal: Journal;
  /** The last inspection or urging of all units. */
  readonly toAll: Visit | null;
  /** Vietnamese sentences on what could not be used. */
  readonly notes: readonly string[];
  readonly about: (unit: string) => AboutUnit;
  /** The same in words, a half sentence each. */
  readonly words: (unit: string) => readonly string[];
}

const NOTHING: DecidedBy = { returned: new Map(), decided: new Map(), closedOn: null };

/** Unusable files end the command. `asOf` = ISO day. */
export async function loadFollowUp(typed: FollowUpPaths, movement: Movement, asOf: string): Promise<FollowUpKnown> {
  const council = typed.council === undefined ? null : await loadCouncil(typed.council);
  const ownList = typed.units === undefined ? null : await loadRegister(typed.units, movement);
  const sheet = council?.book.sheets.find(({ name }) => name.normalize('NFC') === 'Đơn vị');
  const own = ownList || !sheet ? null : registerRows(sheet, movement.audiences, council?.book.date1904 ?? false);
  const register = ownList?.register ?? (own && own.units.length > 0 ? own.units : null);
  const journal =
    typed.journal === undefined
      ? council && readJournal(council.book, register)
      : await loadJournal(typed.journal, register);
  const decidedNow = council ? decidedBy(council.log, council.sessions, asOf) : NOTHING;
  // The record names units as their reports did; the list may know them by another name.
  const nameOf = (unit: string) => (register && matchUnit(unit, register)?.name) ?? unit;
  const returns = new Map([...decidedNow.returned].map(([unit, item]) => [nameOf(unit), item] as const));
  const decided = new Map([...decidedNow.decided].map(([unit, count]) => [nameOf(unit), count] as const));
  const receivedOf = new Map((register ?? []).map(({ name, received }) => [name, received] as const));
  const cameAfter = (unit: string, day: string) => {
    const received = receivedOf.get(unit) ?? null;
    return received !== null && received > day && received <= asOf;
  };
  const [resent, returned] = [true, false].map(
    (came) => new Map([...returns].filter(([unit, { day }]) => cameAfter(unit, day) === came)),
  ) as [typeof returns, typeof returns];
  const late = lateDays(movement, register ?? []);
  const isClosed = decidedNow.closedOn !== null;
  const about = (unit: string): AboutUnit => {
    const listed = register?.find(({ name }) => name === unit);
    return {
      registeredOn: listed?.registeredOn ?? null,
      planReceived: listed?.planReceived ?? null,
      returned: returned.get(unit) ?? null,
      decided: decided.get(unit) ?? 0,
      lastVisit: lastVisit(journal ?? NO_JOURNAL, unit, asOf),
    };
  };
  return {
    register,
    returned: new Set(returned.keys()),
    resent: new Map([...resent].map(([unit, { day }]) => [unit, day])),
    appraised: new Set(isClosed ? (register ?? []).map(({ name }) => name) : []),
    closedOn: decidedNow.closedOn,
    owed: owedDays(movement, register ?? [], journal ?? NO_JOURNAL, asOf),
    journal: journal ?? NO_JOURNAL,
    toAll: lastVisit(journal ?? NO_JOURNAL, '', asOf),
    notes: [
      ...(ownList?.notes ?? []).map(({ reason }) => reason),
      ...(own?.faults ?? []).map(({ row, message }) => `Trang “Đơn vị” của sổ Hội đồng, hàng ${row}: ${message}`),
      ...(council?.notes ?? []).map(({ reason }) => reason),
      ...(journal?.faults ?? []),
    ],
    about,
    words: (unit) => {
      const { returned: back, decided: count, lastVisit: visit } = about(unit);
      return [
        ...(back ? [`Hội đồng trả ngày ${formatDate(back.day)}: ${back.reason}`] : []),
        ...(count > 0 ? [`Hội đồng đã quyết định ${count} nội dung`] : []),
        ...(visit ? [visitWords(visit)] : []),
        ...lateWords(late, unit),
      ];
    },
  };
}
