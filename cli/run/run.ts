/** The main job of `check` and `score`: read the files, check them, and (for `score`) score and rank them. */

import type { Period } from '../../core/base/period/period.ts';
import { type Journal, NO_JOURNAL } from '../../core/commune/calendar/journal.ts';
import { untiedAppeals } from '../../core/commune/calendar/untied-appeals.ts';
import { closedNow } from '../../core/council/closed.ts';
import { currentDecisions } from '../../core/council/current.ts';
import { sessionOfRecord } from '../../core/council/session-log.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { checkFiles } from '../../core/judge/check/check.ts';
import { historyOf } from '../../core/judge/history/history-of.ts';
import type { YearRecord } from '../../core/judge/history/year-record.ts';
import { earlierRuns } from '../../core/judge/run/earlier-runs.ts';
import { runReports } from '../../core/judge/run/run.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import type { CouncilRecord } from '../../core/paper/facts.ts';
import { commonPeriod } from '../../core/report/common-period.ts';
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import { type EvidencePlacer, evidencePlacer } from '../../core/report/evidence/evidence-placer.ts';
import { unitName } from '../../core/report/match-unit.ts';
import type { Report } from '../../core/report/report.ts';
import { type Awards, setAsideWords } from '../../core/sheets/award-sheets.ts';
import { readEvidence, withEarlierStates } from '../../core/sheets/evidence-sheet.ts';
import { questionWords } from '../../core/sheets/history/question-words.ts';
import { readJournal } from '../../core/sheets/journal-sheets.ts';
import { fromUser } from '../files/paths.ts';
import { type InputFile, type NotReport, type Walked, walk } from '../files/walk.ts';
import { zipNatively } from '../files/zip-natively.ts';
import { loadWithUnits } from '../movement/load-movement.ts';
import { startProgress } from '../terminal/progress.ts';
import { refuse } from '../usage-error.ts';
import { chooseMovement } from './choose-movement.ts';
import { chooseRegister } from './choose-register.ts';
import { favourMemory } from './favour-memory.ts';
import { type EvidenceInput, gatherEvidence } from './gather-evidence.ts';
import { loadCouncil } from './load-council.ts';
import { historyBeside, loadHistory } from './load-history.ts';
import { awardsBeside, loadAwards, loadCaptures, loadColumns, loadJournal } from './load-inputs.ts';
import { loadTargets } from './load-targets.ts';
import { openReport } from './open-report.ts';
import { type AllRead, type FileRead, readAll } from './read-reports.ts';
import { type Split, splitYears, type YearRange } from './split-years.ts';

export interface RunOptions {
  /** Files and folders, as typed. */
  readonly paths: readonly string[];
  /** Id or file; absent = recognised from the sheets. */
  readonly movement?: string | undefined;
  /** Of a phase the last year. */
  readonly period: Period | null;
  readonly phase?: YearRange | null;
  /** ISO day. */
  readonly asOf: string | null;
  readonly units?: string | undefined;
  readonly previous?: string | undefined;
  readonly captures?: string | undefined;
  /** Table of targets given out to units. */
  readonly targets?: string | undefined;
  readonly columns?: string | undefined;
  readonly awards?: string | undefined;
  /** Books of earlier years and tables of other systems. */
  readonly history?: string | undefined;
  readonly journal?: string | undefined;
  /** The council's workbook: its decisions count. */
  readonly council?: string | undefined;
  /** Folder of results (absolute): not walked. */
  readonly out: string | null;
  readonly scored: boolean;
  /** The reports are the short forms of a month or quarter, with only the figures that move. */
  readonly followUp?: boolean;
}

export interface CommandRun {
  readonly result: RunResult;
  /** Runs over the earlier periods of --previous, earliest first. */
  readonly earlier: readonly RunResult[];
  /** Years the run closes as a whole, its period being the last. */
  readonly phase: YearRange | null;
  /** Earlier awards and nominations. */
  readonly awards: Awards;
  /** Achievements of earlier years. */
  readonly records: readonly YearRecord[];
  readonly journal: Journal;
  /** The movement was recognised by the sheets, not set by the command. */
  readonly movementChosen: boolean;
  readonly files: readonly FileRead[];
  /** Of this run and of the council's workbook. */
  readonly evidence: readonly PlacedEvidence[];
  /** Those of this run, whose bytes are at hand. */
  readonly stored: readonly EvidenceInput[];
  readonly about: AboutFiles;
  /** null without the council's record. */
  readonly council: CouncilRecord | null;
  /** Absolute paths of all inputs: none of them may be written. */
  readonly inputs: readonly string[];
}

/** Notes on the files beside their reports. */
export interface AboutFiles {
  readonly unreadable: readonly NotReport[];
  /** Files that are no workbooks, outputs of ours, second ways to one file, workbooks of something else. */
  readonly notReports: readonly NotReport[];
  readonly notes: readonly NotReport[];
}

/** Why the run could not be done; what is known of the files is reported all the same. */
export interface Stopped {
  readonly stopped: string;
  readonly about: AboutFiles;
}

const NOTHING_MOVES = 'Phong trào không có chỉ tiêu nào để theo dõi theo tháng, quý.';

/** Runs it; unusable arguments end the command. */
export async function run(options: RunOptions): Promise<CommandRun | Stopped> {
  const { units, captures, columns, council, awards: given, journal: kept, targets } = options;
  const used = [units, captures, columns, options.movement, council, given, kept, targets].flatMap((typed) =>
    typed ? [fromUser(typed)] : [],
  );
  const walked = walk(options.paths, { without: options.out, used });
  const { inputs } = walked;
  if (inputs.length === 0)
    return stopped('Không có báo cáo nào (.xlsx, .xlsm, .xls, .ods, .docx, .doc, .csv, .pdf) để đọc.', walked);
  zipNatively();
  favourMemory(inputs.length);
  const earlier = options.previous === undefined ? null : walk([options.previous]);
  const observations = options.captures === undefined ? null : await loadCaptures(options.captures);
  const own = options.movement === undefined ? null : loadWithUnits(options.movement);
  const chosen = own?.movement ?? (await chooseMovement(inputs));
  const movement =
    options.followUp && typeof chosen !== 'string' ? (followUpMovement(chosen) ?? NOTHING_MOVES) : chosen;
  if (typeof movement === 'string') return stopped(movement, walked, await sortOut(inputs));
  const loaded = await chooseRegister(units, { units: own?.units ?? null, from: options.movement }, movement);
  const register = loaded?.register ?? null;
  const decided = council === undefined ? null : await loadCouncil(council);
  const awards = given === undefined ? awardsBeside(decided, movement) : await loadAwards(given, movement);
  const years =
    options.history === undefined ? historyBeside(decided?.book ?? null) : loadHistory([options.history], register);
  const questions = years.records.length === 0 ? [] : historyOf(years.records, register).questions.map(questionWords);
  const journal =
    kept === undefined ? decided && readJournal(decided.book, register) : await loadJournal(kept, register);
  const maps = columns === undefined ? null : await loadColumns(columns);

  const reading = { movement, register, period: options.period, answeredColumns: maps?.answeredColumns };
  const read = await readBeside(inputs, walked, reading);
  const split: Split = options.phase ? splitYears(read.files, options.phase) : { now: read.files, before: [] };
  const raw = split.now.flatMap((file) => file.read.reports);
  const scored = { movement, register, period: options.period ?? commonPeriod(raw, movement) };
  const assigned = await loadTargets(targets, decided?.book ?? null, scored);
  const files = split.now.map((file) => ({
    ...file,
    read: { ...file.read, reports: file.read.reports.map(assigned.of) },
  }));
  if (files.length === 0) return stopped(nothingRead(read), { unreadable: walked.unreadable }, read);
  const before = earlier && (await readPrevious(earlier, { ...reading, period: null }));
  const older = [...(before?.files.map((file) => file.read) ?? []), ...split.before];
  const previous = before || older.length > 0 ? lastYearOf(older.flatMap((file) => file.reports)) : null;

  const reports = files.flatMap((file) => file.read.reports);
  const period = options.period ?? commonPeriod(reports, movement);
  if (options.scored && reports.length > 0 && period === null)
    refuse('Không báo cáo nào ghi kỳ báo cáo. Hãy thêm --period, ví dụ --period 2025.');
  const listed = decided && readEvidence(decided.book.sheets, register, decided.book);
  const evidence = withEarlierStates(read.evidence, listed?.files ?? []);
  const context = { movement, period, asOf: options.asOf, register, previous, observations, evidence };
  const sheets = files.map((file) => file.read);
  // The decisions in force depend on the flags, so the checks run before scoring.
  const checked = decided && checkFiles(sheets, context);
  const named = reports.map((report) => ({ report, unit: unitName(report, register) }));
  const current = decided && checked && currentDecisions(decided.log, groundsOf(named, checked.flags));
  const decisions = options.scored && reports.length > 0 ? (current?.decisions ?? []) : null;
  const result = runReports({ ...context, files: sheets, decisions }, checked ?? undefined);
  const aside = setAsideWords(awards);
  const closed = decided && closedNow({ ...decided, decisions: decided.log }, result);
  const since = closed?.since.map((reason) => ({ file: council ?? '', reason })) ?? [];
  const reported = result.reports.map(({ unit, score }) => ({
    unit,
    criteria: score?.points.map(({ criterion }) => criterion) ?? null,
  }));
  return {
    movementChosen: options.movement === undefined,
    files,
    about: joinAbout([
      { unreadable: walked.unreadable },
      read,
      ...(before ? [before] : []),
      ...(loaded ? [{ notes: loaded.notes }] : []),
      { notes: [...assigned.faults, ...assigned.missing(raw)].map((reason) => ({ file: targets ?? '', reason })) },
      ...(maps ? [{ notes: maps.faults.map((reason) => ({ file: columns ?? '', reason })) }] : []),
      { notes: [...years.faults, ...questions].map((reason) => ({ file: options.history ?? council ?? '', reason })) },
      ...(aside === null ? [] : [{ notes: [{ file: given ?? council ?? '', reason: aside }] }]),
      ...(journal
        ? [
            {
              notes: [...journal.faults, ...untiedAppeals(journal.appeals ?? [], reported)].map((reason) => ({
                file: kept ?? council ?? '',
                reason,
              })),
            },
          ]
        : []),
      ...(decided ? [{ notes: [...decided.notes, ...since] }] : []),
      ...(listed ? [{ notes: listed.faults.map((reason) => ({ file: council ?? '', reason })) }] : []),
    ]),
    council: decided &&
      current && { entries: current.entries, votes: decided.votes, session: sessionOfRecord(decided.sessions) },
    inputs: [...used, ...years.found, ...walked.found, ...(earlier?.found ?? [])],
    result,
    evidence,
    stored: read.evidence,
    awards,
    records: years.records,
    journal: journal ?? NO_JOURNAL,
    phase: options.phase ?? null,
    earlier: period ? earlierRuns(older, period, result) : [],
  };
}

/** Reads the reports, and what lies beside them as evidence. */
async function readBeside(inputs: readonly InputFile[], walked: Walked, known: Parameters<typeof readAll>[1]) {
  // PDFs are read last: what the other files are tells whose evidence a PDF is.
  let placer: EvidencePlacer | null = null;
  const isEvidence = (name: string, files: readonly FileRead[]): boolean => {
    placer ??= evidencePlacer(
      files.flatMap((file) => file.read.reports),
      known,
    );
    return placer.place(name).kind === 'placed';
  };
  const read = await readAll(inputs, { ...known, isEvidence }, startProgress('Đọc báo cáo', inputs.length));
  const gathered = await gatherEvidence(read.files, [...walked.notReports, ...read.notReports], known);
  return { ...read, ...gathered };
}

/**
 * Of reports of several years those of the last, and what names no period: changes are looked for from one year to the
 * next.
 */
function lastYearOf(reports: readonly Report[]): readonly Report[] {
  const last = Math.max(...reports.map(({ period }) => period?.period.year ?? 0));
  return reports.filter(({ period }) => !period || period.period.year === last);
}

function joinAbout(parts: readonly Partial<AboutFiles>[]): AboutFiles {
  return {
    unreadable: parts.flatMap((part) => part.unreadable ?? []),
    notReports: parts.flatMap((part) => part.notReports ?? []),
    notes: parts.flatMap((part) => part.notes ?? []),
  };
}

function stopped(reason: string, ...parts: readonly Partial<AboutFiles>[]): Stopped {
  return { stopped: reason, about: joinAbout(parts) };
}

function nothingRead({ unreadable, notReports }: AboutFiles): string {
  if (unreadable.length > 0) return `Không đọc được báo cáo nào trong ${unreadable.length} tệp đã cho.`;
  return `Không có báo cáo nào trong ${notReports.length} tệp: chỉ có tệp do chương trình ghi ra, hoặc văn bản không có bảng theo bộ tiêu chí. Muốn chấm lại một bản chấm thì chỉ đích danh tệp đó.`;
}

/** Without a movement every file is still named: what cannot be read, and what is read but fits none. */
async function sortOut(inputs: readonly InputFile[]): Promise<Partial<AboutFiles>> {
  const unreadable: NotReport[] = [];
  const notReports: NotReport[] = [];
  for (const input of inputs) {
    const opened = await openReport(input);
    const reason = opened.kind === 'book' ? 'Đọc được nhưng không rõ thuộc phong trào nào.' : opened.reason;
    (opened.kind === 'unreadable' ? unreadable : notReports).push({ file: input.name, reason });
  }
  return { unreadable, notReports };
}

/** Reports of the last period. Where only our scored copies of them exist, those are read. */
async function readPrevious(earlier: Walked, options: Parameters<typeof readAll>[1]): Promise<AllRead> {
  const progress = () => startProgress('Đọc kỳ trước', earlier.inputs.length);
  const read = await readAll(earlier.inputs, options, progress());
  const copies =
    read.files.length === 0 && read.notReports.length > 0
      ? await readAll(
          earlier.inputs.map((input) => ({ ...input, outright: true })),
          options,
          progress(),
        )
      : read;
  if (copies.files.length === 0) refuse('Không đọc được báo cáo kỳ trước nào trong --previous.');
  return { ...copies, unreadable: [...earlier.unreadable, ...copies.unreadable] };
}
