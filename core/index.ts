/**
 * The door: what a program of someone else may use. Everything here is pure (bytes and plain data in, plain data out),
 * keeps its names and is documented where it is defined; what is not here may change any day. The way data goes:
 * docs/architecture.md.
 */

export type { AwardCandidate } from './award/candidate.ts';
export { awardCandidates } from './award/candidates.ts';
export { type Selection, selectForAwards } from './award/select.ts';
export { calendarOf } from './calendar/calendar.ts';
export type { CalendarDay } from './calendar/calendar-day.ts';
export type { Captured, ReadOutcome } from './capture/reader.ts';
// Portal indicators.
export { readCaptured } from './capture/registry.ts';
export { CHECKS, type FlagCode } from './check/registry.ts';
// What the commune as a whole achieved.
export { communeResult } from './commune/commune.ts';
export type { CommuneResult, TargetResult } from './commune/commune-result.ts';
export type { Decision } from './flag/decision.ts';
export type { Flag, Severity } from './flag/flag.ts';
export { reportTemplate } from './form/template.ts';
export type { Book, Cell, CellValue, Sheet } from './grid/sheet.ts';
export { capturesFileSchema, type Observation } from './indicator/observation.ts';
export type { CriteriaSet, Criterion } from './movement/criteria-set.ts';
export { type Movement, type MovementHeading, movementSchema } from './movement/movement.ts';
export type { ScoringRule } from './movement/rule.ts';
export { type Finding, validateMovement } from './movement/validate.ts';
// Movements: the bundled ones, and one's own checked by the schema.
export { HEADINGS, loadMovement } from './movements/shelf.ts';
export { type Period, parsePeriod, periodKey, periodName } from './period/period.ts';
// A plan's text → what it asks.
export { extractPlan, type PlanReading } from './plan/extract-plan.ts';
export { formatPoints, fromPoints, type Points, toPoints } from './quantity/points.ts';
export { type ReadFile, type ReadOptions, readReports } from './report/read.ts';
export { type Register, type RegisterUnit, registerUnitSchema } from './report/register.ts';
export type { Entry, Read, Reading, Report } from './report/report.ts';
// Small things all of them speak in.
export type { Refusal, Result } from './result.ts';
// The run: reports → flags, points, ranking, what each open flag can still change.
export { type RunInput, runReports } from './run/run.ts';
export type { ReportResult, RunResult } from './run/run-result.ts';
export type { CriterionScore, Impact, RankedUnit, ScoreSheet } from './score/score-sheet.ts';
// What the run came to, as sheets of ours; forms to send out.
export { councilSheets } from './sheets/council-book.ts';
// Workbooks: bytes → cells → reports; cells or actions → bytes.
export { kindOf, newBook, patchBook, readBook, readLegacyBook, refusalOf } from './workbook/file.ts';
export type { Action, NewSheet } from './workbook/port.ts';
