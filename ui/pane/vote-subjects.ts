/** Subjects the council may vote on: the units that the plan's standards allow to propose, best first. Pure. */

import type { QueueSheet } from '../../core/council/queue.ts';
import { ROUND_NAME } from '../../core/judge/award/candidate.ts';
import { ledgerOf } from '../../core/judge/award/ledger.ts';
import { selectForAwards } from '../../core/judge/award/select.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { Movement } from '../../core/movement/movement.ts';

interface VoteSubject {
  readonly text: string;
  /** Errors of the unit that still wait for the council: its points may yet change. */
  readonly errors: number;
}

export interface VoteSubjects {
  readonly subjects: readonly VoteSubject[];
  /** Why there is nothing to choose from (a Vietnamese sentence); null when there is. */
  readonly empty: string | null;
}

/** `queue` = what waits for the council in this run. */
export function voteSubjects(
  { movement, period, reports, rankings, register }: RunResult,
  queue: readonly QueueSheet[],
): VoteSubjects {
  const sheets = reports.flatMap(({ score }) => score ?? []);
  const alreadyAwarded = ledgerOf(register);
  const selections = selectForAwards({ movement, period, sheets, rankings, register, alreadyAwarded });
  const errors = openErrors(queue);
  const isOneRound = new Set(selections.map(({ quota }) => quota.round)).size === 1;
  const subjects = selections.flatMap(({ quota, chosen, undecided, qualified }) => {
    const award = movement.awards.find(({ code }) => code === quota.award);
    // Without a number, only awards of the commune itself can be voted on individually.
    const open = award?.level === 'commune' && quota.condition === null ? qualified : [];
    return [...chosen, ...undecided, ...open].map(
      (rankedUnit): VoteSubject => ({
        text: `${subjectText(award, rankedUnit.unit)}${isOneRound ? '' : ` (${ROUND_NAME[quota.round].toLowerCase()})`}`,
        errors: errors.get(keyOf(rankedUnit)) ?? 0,
      }),
    );
  });
  if (subjects.length > 0)
    return { subjects: [...new Map(subjects.map((subject) => [subject.text, subject])).values()], empty: null };
  const open = new Set(sheets.filter(({ possibleClasses }) => possibleClasses.length > 1).map(keyOf));
  return { subjects: [], empty: whyEmpty(selections, open) };
}

function openErrors(queue: readonly QueueSheet[]): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  for (const sheet of queue) {
    const open = sheet.items.filter(({ flag }) => flag?.severity === 'error').length;
    errors.set(keyOf(sheet), (errors.get(keyOf(sheet)) ?? 0) + open);
  }
  return errors;
}

function keyOf({ audience, unit }: { readonly audience: string; readonly unit: string }): string {
  return JSON.stringify([audience, unit]);
}

/** `open` = keys of the sheets whose class is not settled yet. */
function whyEmpty(selections: ReturnType<typeof selectForAwards>, open: ReadonlySet<string>): string {
  if (selections.length === 0) return 'Kỳ này không có đợt xét khen nào theo kế hoạch.';
  const waiting = selections.flatMap((selection) => selection.waiting);
  if (waiting.length > 0 && waiting.every(({ unit, on }) => on === 'class' && !open.has(keyOf(unit)))) {
    return 'Không đơn vị nào đạt mức đề xuất; kế hoạch không nêu mức: Hội đồng chọn trong bảng biểu quyết đề nghị khen.';
  }
  if (waiting.length > 0) {
    return 'Chưa có đơn vị nào đủ điều kiện: còn nội dung chưa chốt, Hội đồng xử lý trước khi biểu quyết.';
  }
  if (selections.some(({ qualified }) => qualified.length > 0)) {
    return 'Kế hoạch không nêu số lượng: Hội đồng thống nhất đề nghị ai rồi ghi vào nội dung biểu quyết.';
  }
  return 'Không đơn vị nào đạt tiêu chuẩn khen thưởng của kỳ này.';
}

/** The commune grants its own award and proposes awards of the levels above. */
function subjectText(award: Movement['awards'][number] | undefined, unit: string): string {
  if (!award) return `Đề nghị khen thưởng ${unit}`;
  return `${award.level === 'commune' ? 'Tặng' : 'Đề nghị tặng'} ${award.name} cho ${unit}`;
}
