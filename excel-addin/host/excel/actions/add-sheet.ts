/** `add-sheet`: appends a sheet of ours; a taken name gets a number behind it. */

import { actionRefusal } from '../../../../core/sheet/workbook/xlsx/action-refusal.ts';
import { sheetProblem } from '../../../../core/sheet/workbook/xlsx/sheet-problem.ts';
import type { HostAction } from '../../../../session/host/port.ts';
import { planSheet, planTyping } from '../new-sheet.ts';
import { type Plan, refuse } from '../plan.ts';

type AddSheet = Extract<HostAction, { kind: 'add-sheet' }>;

export function planAddedSheets(actions: readonly AddSheet[], plan: Plan): void {
  const added = actions.flatMap((action) => {
    const problem = sheetProblem(action.sheet);
    if (!problem) return [{ action, ref: planSheet(plan, action.sheet, action) }];
    refuse(plan, [action], actionRefusal(problem));
    return [];
  });
  for (const { action, ref } of added) planTyping(plan, ref, action.sheet, action);
}
