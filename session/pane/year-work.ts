/** What is written down over the year through the pane: visits, models and awards given, as rows of their sheets. */
import type { Result } from '../../core/base/result.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import type { Done, PaneSession } from './pane-session.ts';

interface YearTools {
  readonly host: Host;
  readonly now: () => string;
  readonly finish: (record: UndoRecord | null, said: readonly string[]) => Promise<Result<Done>>;
}

export type YearWork = Pick<PaneSession, 'yearRound' | 'noteVisit' | 'noteModel' | 'decisionForm' | 'recordDecision'>;

export function yearWork({ host, now, finish }: YearTools): YearWork {
  return {
    yearRound: async () => (await import('../book/year-round.ts')).yearRound(host, now().slice(0, 10)),
    noteVisit: async (visit) => {
      const noted = await (await import('../book/journal-actions.ts')).noteVisit(host, visit);
      return noted.ok ? finish(noted.value.undo, ['Đã ghi vào trang “Kiểm tra, đôn đốc”.']) : noted;
    },
    noteModel: async (model) => {
      const noted = await (await import('../book/journal-actions.ts')).noteModel(host, model);
      return noted.ok ? finish(noted.value.undo, ['Đã ghi vào trang “Mô hình”.']) : noted;
    },
    decisionForm: async () => (await import('../papers/record-decision.ts')).decisionForm(host),
    recordDecision: async (signed) => {
      const { recordDecision } = await import('../papers/record-decision.ts');
      const recorded = await recordDecision(host, signed, now().slice(0, 10));
      if (!recorded.ok) return recorded;
      const { rows, undo } = recorded.value;
      const said = `Đã ghi ${rows} khen thưởng theo Quyết định số ${signed.number.trim()} vào trang “Khen thưởng”.`;
      return finish(undo, [said]);
    },
  };
}
