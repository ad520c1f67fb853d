/** `add-sheet`: appends a sheet of ours; a taken name gets a number behind it. */

import { actionRefusal } from '../../../../core/workbook/xlsx/action-refusal.ts';
import { sheetProblem } from '../../../../core/workbook/xlsx/sheet-problem.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { planSheet } from '../new-sheet.ts';
import { type Plan, refuse } from '../plan.ts';

type AddSheet = Extract<HostAction, { kind: 'add-sheet' }>;

export function planAddedSheets(actions: readonly AddSheet[], plan: Plan): void {
  for (const action of actions) {
    const problem = sheetProblem(action.sheet);
    if (problem) refuse(plan, [action], actionRefusal(problem));
    else planSheet(plan, action.sheet, action);
  }
}
