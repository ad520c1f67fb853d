/** The sheets found, each with what the last run says about it. Pure. */
import type { Severity } from '../../core/flag/flag.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { ScoreSheet } from '../../core/score/score-sheet.ts';
import type { SheetFound, Workspace } from '../../session/pane/pane-session.ts';
import { countBySeverity } from './flag-list.ts';

export interface ReportRow {
  readonly sheet: string;
  /** The sheet's name while the unit is not known. */
  readonly unit: string;
  /** Name of the audience in the movement's words. */
  readonly audience: string;
  readonly state: SheetFound['state'];
  readonly score: ScoreSheet | null;
  readonly flags: Readonly<Record<Severity, number>>;
}

export function reportRows({ sheets, run }: Workspace, movement: Movement | undefined): ReportRow[] {
  const results = new Map((run?.reports ?? []).map((result) => [result.report.layout.sheet, result]));
  return sheets.map(({ sheet, unit, audience, state }) => {
    const result = results.get(sheet);
    return {
      sheet,
      unit: result?.unit ?? unit ?? sheet,
      audience: audience === null ? 'Chưa rõ đối tượng' : nameOfAudience(movement, audience),
      state,
      score: result?.score ?? null,
      flags: countBySeverity(result?.flags ?? []),
    };
  });
}

export function nameOfAudience(movement: Pick<Movement, 'audiences'> | undefined, kind: string): string {
  return movement?.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}
