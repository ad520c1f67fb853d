/** Records of the year: visits, models, what units say of their points, and awards, as rows of their sheets. */
import type { Result } from '../../core/base/result.ts';
import type { CommuneFigure, Model, Visit } from '../../core/commune/calendar/journal.ts';
import type { DecisionSigned } from '../../core/paper/signed-awards.ts';
import type { AppealNoted, WrittenAppeals } from '../council/appeals.ts';
import type { DecisionForm } from '../papers/record-decision.ts';
import type { YearRound } from '../year/year-round.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type YearWork = ReturnType<typeof yearWork>;

const appealsCode = () => import('../council/appeals.ts');

/** The journal is no part of the results: it goes on when they are closed, so it works on the workbook itself. */
export function yearWork({ bare: host, now, finish }: WorkTools) {
  return {
    /** Read anew each time. */
    yearRound: async (): Promise<Result<YearRound>> =>
      (await import('../year/year-round.ts')).yearRound(host, now().slice(0, 10)),
    /** The commune's own figures for targets without another source, read anew each time. */
    communeFigures: async (): Promise<Result<readonly CommuneFigure[]>> =>
      (await import('../year/commune-figures.ts')).communeFigures(host),
    noteVisit: async (visit: Visit): Promise<Result<Done>> => {
      const noted = await (await import('../year/journal-actions.ts')).noteVisit(host, visit);
      return noted.ok ? finish(noted.value.undo, ['Đã ghi vào trang “Kiểm tra, đôn đốc”.']) : noted;
    },
    noteModel: async (model: Model): Promise<Result<Done>> => {
      const noted = await (await import('../year/journal-actions.ts')).noteModel(host, model);
      return noted.ok ? finish(noted.value.undo, ['Đã ghi vào trang “Mô hình”.']) : noted;
    },
    /** Appeals of units, read anew each time. */
    appeals: async (): Promise<Result<WrittenAppeals>> => (await appealsCode()).writtenAppeals(host),
    noteAppeal: async (noted: AppealNoted): Promise<Result<Done>> => {
      const written = await (await appealsCode()).noteAppeal(host, noted);
      return written.ok ? finish(written.value.undo, ['Đã ghi vào trang “Giải trình, kiến nghị”.']) : written;
    },
    /** Lines of the papers, by name; '' empties a line. */
    fillPapers: async (values: ReadonlyMap<string, string>): Promise<Result<Done>> => {
      const filled = await (await import('../papers/see-papers.ts')).fillPapers(host, values);
      if (!filled.ok) return filled;
      return finish(filled.value.undo, ['Đã điền vào mọi văn bản.'], filled.value.refused);
    },
    /** Whom a signed decision may name, read anew each time; changes nothing. */
    decisionForm: async (): Promise<Result<DecisionForm>> =>
      (await import('../papers/record-decision.ts')).decisionForm(host),
    recordDecision: async (signed: DecisionSigned): Promise<Result<Done>> => {
      const { recordDecision } = await import('../papers/record-decision.ts');
      const recorded = await recordDecision(host, signed, now().slice(0, 10));
      if (!recorded.ok) return recorded;
      const { rows, undo } = recorded.value;
      const message = `Đã ghi ${rows} khen thưởng theo Quyết định số ${signed.number.trim()} vào trang “Khen thưởng”.`;
      return finish(undo, [message]);
    },
  };
}
