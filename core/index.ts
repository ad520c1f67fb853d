/**
 * The door: what a program of someone else may use. Everything here is pure (bytes and plain data in, plain data out),
 * keeps its names and is documented where it is defined; what is not here may change any day. The way data goes:
 * docs/architecture.md.
 */

export { type Period, parsePeriod, periodKey, periodName } from './base/period/period.ts';
export { formatPoints, fromPoints, type Points, toPoints } from './base/quantity/points.ts';
// Small things all of them speak in.
export type { Refusal, Result } from './base/result.ts';
export { calendarOf } from './commune/calendar/calendar.ts';
export type { CalendarDay } from './commune/calendar/calendar-day.ts';
// What the commune as a whole achieved.
export { communeResult } from './commune/result/commune.ts';
export type { CommuneResult, TargetResult } from './commune/result/commune-result.ts';
export { reportTemplate } from './form/template.ts';
export type { AwardCandidate } from './judge/award/candidate.ts';
export { awardCandidates } from './judge/award/candidates.ts';
export { type Selection, selectForAwards } from './judge/award/select.ts';
export { CHECKS, type FlagCode } from './judge/check/registry.ts';
export type { Decision } from './judge/flag/decision.ts';
export type { Flag, Severity } from './judge/flag/flag.ts';
// The run: reports → flags, points, ranking, what each open flag can still change.
export { type RunInput, runReports } from './judge/run/run.ts';
export type { ReportResult, RunResult } from './judge/run/run-result.ts';
export type { CriterionScore, Impact, RankedUnit, ScoreSheet } from './judge/score/score-sheet.ts';
export type { CriteriaSet, Criterion } from './movement/criteria-set.ts';
export { type Movement, type MovementHeading, movementSchema } from './movement/movement.ts';
export type { ScoringRule } from './movement/rule.ts';
export { type MovementFinding, validateMovement } from './movement/validate.ts';
// Movements: the bundled ones, and a commune's own, checked by the schema.
export { HEADINGS } from './movements/headings.ts';
export { loadMovement } from './movements/load-movement.ts';
// A plan's text → its targets, quotas and deadlines.
export { extractPlan, type PlanReading } from './plan/extract-plan.ts';
export type { Captured, ReadOutcome } from './portal/capture/reader.ts';
// Portal indicators.
export { readCaptured } from './portal/capture/registry.ts';
export { capturesFileSchema, type Observation } from './portal/indicator/observation.ts';
export { type ReadFile, type ReadOptions, readReports } from './report/read.ts';
export { type Register, type RegisterUnit, registerUnitSchema } from './report/register.ts';
export type { Entry, Read, Reading, Report } from './report/report.ts';
export type { Book, Cell, CellValue, Sheet } from './sheet/grid/sheet.ts';
// Workbooks: bytes → cells → reports; cells or actions → bytes.
export { kindOf, newBook, patchBook, readBook, readLegacyBook, refusalOf } from './sheet/workbook/file.ts';
export type { Action, NewSheet } from './sheet/workbook/port.ts';
// What the run came to, as sheets of ours; forms to send out.
export { councilSheets } from './sheets/council-book.ts';
