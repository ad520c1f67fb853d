/**
 * Facts for papers from a whole run of a movement: sheets written, read, checked, decided on, scored; nothing is made
 * up beside the sheets.
 */

import type { Journal } from '../../../core/commune/calendar/journal.ts';
import { currentDecisions } from '../../../core/council/current.ts';
import { append, type Log } from '../../../core/council/log.ts';
import { type Grounds, groundsOf } from '../../../core/council/subject.ts';
import { appendVote, type VoteLog } from '../../../core/council/vote-log.ts';
import { DEFAULT_VOTE_RULES } from '../../../core/council/vote-rule.ts';
import type { Nomination } from '../../../core/judge/award/nomination.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { runReports } from '../../../core/judge/run/run.ts';
import { boundsOf } from '../../../core/movement/bounds-of.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { NO_SETTINGS, type PaperSettings } from '../../../core/paper/settings.ts';
import { unitName } from '../../../core/report/match-unit.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import type { Report } from '../../../core/report/report.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { withEntry } from '../../fixtures/filled-report.ts';
import { layoutSheet } from '../../fixtures/layouts.ts';
import { random } from '../../fixtures/random.ts';

export const SETTINGS: PaperSettings = {
  ...NO_SETTINGS,
  signedOn: '2025-11-28',
  meetingOn: '2025-11-26',
  meetingPlace: 'Phòng họp UBND xã',
  signer: 'Lò Văn Thành',
  chair: 'Lò Văn Thành',
  secretary: 'Vì Thị Hoa',
  members: [
    'Lò Văn Thành, Chủ tịch UBND xã',
    'Vì Thị Hoa, công chức Văn hóa - xã hội',
    'Quàng Văn Sơn, Trưởng Công an xã',
  ],
  basePay: 2_340_000,
  numbers: { 'to-trinh': '15/TTr-UBND', 'quyet-dinh': '231/QĐ-UBND' },
};

const year = (movement: Movement) => ({
  kind: 'year' as const,
  year: Math.min(2025, Number(movement.period.to.slice(0, 4))),
});

/**
 * Two units of every scored audience; every third sheet has a figure that cannot be. `names` = names of units instead
 * of ours; who is put forward beside them is voted on too.
 */
export function factsOf(
  movement: Movement,
  seed: number,
  names: readonly string[] = [],
  nominations: readonly Nomination[] = [],
): PaperFacts {
  const { units, entries, run, period } = runOf(movement, seed, names);
  return gatherFacts(run, {
    nominations,
    council: {
      entries,
      votes: votesFor([units[0] ?? '', ...nominations.map(({ name }) => name)]),
      session: null,
    },
    settings: SETTINGS,
    journal: journalOf(units, period.year),
  });
}

type MovementRun = ReturnType<typeof newRun>;

const RUNS = new WeakMap<Movement, Map<string, MovementRun>>();

/** The run of a movement: its sheets are written and read once, whatever is nominated afterwards. */
function runOf(movement: Movement, seed: number, names: readonly string[]): MovementRun {
  const own = RUNS.get(movement) ?? new Map<string, MovementRun>();
  RUNS.set(movement, own);
  const key = JSON.stringify([seed, names]);
  const run = own.get(key) ?? newRun(movement, seed, names);
  own.set(key, run);
  return run;
}

function newRun(movement: Movement, seed: number, names: readonly string[]) {
  const draw = random(seed);
  const period = year(movement);
  const units = movement.criteriaSets
    .filter((set) => set.scored && (set.phase === null || set.phase === movement.phases[0]?.code))
    .flatMap((set) => [1, 2].map((at) => ({ set, at })));
  const files = units.map(({ set, at }, index) => {
    const unit = names[index] ?? `Đơn vị ${set.audience} số ${at}`;
    const made = correctReport(set, movement, unit, seed * 31 + index, { period });
    const spoilt = set.criteria.find(({ measure, filledBy }) => measure === 'percentage' && filledBy === 'unit');
    const report =
      index % 3 === 2 && spoilt
        ? withEntry(made, spoilt.code, { a: 77, b: draw.between(20, 60), value: undefined })
        : made;
    const file = `${index + 1}.xlsx`;
    return { file, unit, audience: set.audience, bytes: newBook([layoutSheet('form', report).sheet]) };
  });
  const register: Register = files.map(({ unit, audience }, at) => ({
    ...{ name: unit, otherNames: [], audience, registered: at !== 1, received: `${period.year}-10-30`, women: null },
    ...(at === 1 ? {} : { registeredOn: `${period.year}-01-${String(10 + (at % 18))}` }),
    ...{ facts: [], awards: at === 0 ? [`Bằng khen của Chủ tịch UBND tỉnh ${period.year - 2}`] : [], portalCode: null },
  }));
  const read = files.map(({ file, bytes }) => {
    const book = readBook(bytes);
    if (!book.ok) throw new Error(book.refusal.message);
    return readReports(book.value, { file, movement, register, period });
  });
  const context = { movement, period, asOf: `${period.year}-11-20`, register, previous: null, observations: null };
  const checked = checkFiles(read, context);
  const named = read.flatMap(({ reports }) => reports.map((report) => ({ report, unit: unitName(report, register) })));
  const grounds = groundsOf(named, checked.flags);
  const log = checked.flags
    .filter(({ severity, unit }) => severity === 'error' && unit !== null)
    .slice(0, 2)
    .reduce<Log>((entries, flag, at) => {
      const target = { unit: flag.unit ?? '', flag: flag.id, criterion: flag.criterion };
      const result = append(
        entries,
        {
          ...{ ...target, at: `2025-11-26T08:0${at}:00+07:00`, who: 'Lò Văn Thành', points: null },
          ...{ kind: at === 0 ? 'return' : 'accept', reason: 'Đơn vị giải trình tại cuộc họp' },
          subject: grounds.subjectOf(target) ?? '',
        } as const,
        null,
      );
      if (!result.ok) throw new Error(result.refusal.message);
      return result.value.log;
    }, []);
  const current = currentDecisions(withAppraisals(log, named, movement, grounds), grounds);
  const run = runReports({ ...context, files: read, decisions: current.decisions }, checked);
  return { units: files.map(({ unit }) => unit), entries: current.entries, run, period };
}

/** Two appraised criteria of the first report: the council decided otherwise on the first, the second waits. */
function withAppraisals(
  log: Log,
  [first]: readonly { readonly report: Report; readonly unit: string }[],
  movement: Movement,
  grounds: Grounds,
): Log {
  const set = first && movement.criteriaSets.find(({ audience }) => audience === first.report.audience);
  const [decided, waiting] = (set?.criteria ?? []).filter(({ maxPoints }) => maxPoints >= 200);
  if (!first || !decided || !waiting) return log;
  const rounds = [
    { kind: 'appraise', criterion: decided, points: 100, reason: 'Thiếu văn bản gốc' },
    { kind: 'appraise', criterion: waiting, points: 100, reason: 'Số liệu chưa xác minh' },
    { kind: 'adjust', criterion: decided, points: decided.maxPoints, reason: 'Đã xem văn bản gốc' },
  ] as const;
  return rounds.reduce<Log>((entries, { kind, criterion, points, reason }, at) => {
    const target = { unit: first.unit, flag: null, criterion: criterion.code };
    const by = { who: kind === 'appraise' ? 'Vì Thị Hoa' : 'Lò Văn Thành', at: `2025-11-26T09:0${at}:00+07:00` };
    const subject = grounds.subjectOf(target) ?? '';
    const added = append(entries, { ...target, ...by, kind, points, reason, subject }, boundsOf(criterion));
    if (!added.ok) throw new Error(added.refusal.message);
    return added.value.log;
  }, log);
}

/** One visited, all urged; one model that another unit took up. */
function journalOf([first = '', second = '']: readonly string[], of: number): Journal {
  const by = { who: 'Vì Thị Hoa', outcome: '' };
  const appeal = { unit: first, criterion: '', points: 4200 };
  return {
    visits: [
      { ...by, day: `${of}-06-12`, kind: 'inspection', unit: first, what: 'Việc chấm điểm ở đơn vị', until: null },
      { ...by, day: `${of}-10-20`, kind: 'urging', unit: '', what: 'Gửi báo cáo', until: `${of}-11-04` },
    ],
    models: [
      { name: 'Sổ tay số', unit: first, since: '', summary: 'Tra cứu 17 thủ tục qua mã QR', adopters: [second] },
    ],
    appeals: [
      { ...appeal, kind: 'explanation', day: `${of}-11-20`, text: 'Đã nộp biên bản kiểm tra', who: 'Quàng Văn Sơn' },
      { ...appeal, kind: 'answer', day: `${of}-11-22`, text: 'Giữ nguyên điểm', who: 'Vì Thị Hoa' },
    ],
  };
}

function votesFor(units: readonly string[]): VoteLog {
  const [rule] = DEFAULT_VOTE_RULES;
  if (!rule) throw new Error('no rule');
  return units.reduce<VoteLog>((log, unit, at) => {
    const vote = {
      ...{ subject: `Tặng Giấy khen của Chủ tịch UBND xã cho ${unit}`, members: 9, present: 8, proxies: 0, written: 0 },
      ...{ writtenInFavour: 0, count: { kind: 'show' as const, inFavour: 7 }, chairInFavour: null },
    } as const;
    const result = appendVote(log, vote, rule, { who: 'Vì Thị Hoa', at: `2025-11-26T09:0${at}:00+07:00` });
    if (!result.ok) throw new Error(result.refusal.message);
    return result.value.log;
  }, []);
}
