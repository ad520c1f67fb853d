/**
 * What a copy of last year's movement cannot know. Each question is a row of the dossier's sheet "Lưu ý" until an
 * officer answers it and removes the row.
 */

import { dayText } from '../base/period/day.ts';
import { citedDocument } from '../base/text/document-kinds.ts';
import type { Movement } from '../movement/movement.ts';

/** How the codes of these rows begin. */
const COPIED = 'chep-';

/** The copy's warnings: those of the plan, then what was moved or left out on the way from `from`. */
export function copyQuestions(copy: Movement, from: Movement): Movement['warnings'] {
  const isSamePlan = copy.plan === from.plan;
  const messages = [
    ...(isSamePlan ? [] : ['Số và ngày ban hành của kế hoạch mới để trống: ghi khi ban hành.']),
    ...(!isSamePlan && copy.legalBases.length > 0
      ? [
          `Căn cứ chép từ ${planWords(from)}: xem từng văn bản còn hiệu lực không, bổ sung văn bản mới (${copy.legalBases.map(({ number }) => number).join('; ')}).`,
        ]
      : []),
    ...moved('Thời gian phong trào', [
      [`từ ngày`, from.period.from, copy.period.from],
      [`đến ngày`, from.period.to, copy.period.to],
    ]),
    ...moved(
      'Hạn ghi ở lịch',
      from.calendar.map(({ code, when }, at) => {
        const now = copy.calendar[at]?.when;
        return [code, when.kind === 'date' ? when.date : null, now?.kind === 'date' ? now.date : null] as const;
      }),
    ),
    ...moved(
      'Hạn của chỉ tiêu (lời chỉ tiêu giữ như kế hoạch cũ)',
      from.targets.map(({ code, deadline }, at) => [code, deadline, copy.targets[at]?.deadline ?? null] as const),
    ),
  ];
  return withQuestions(
    from.warnings.filter(({ code }) => !code.startsWith(COPIED)),
    messages,
  );
}

/** The rows with these questions appended, numbered on from the last. */
export function withQuestions(warnings: Movement['warnings'], messages: readonly string[]): Movement['warnings'] {
  const numbers = warnings.map(({ code }) => (code.startsWith(COPIED) ? Number(code.slice(COPIED.length)) || 0 : 0));
  const last = Math.max(0, ...numbers);
  return [...warnings, ...messages.map((message, at) => ({ code: `${COPIED}${last + at + 1}`, message }))];
}

function planWords({ plan }: Movement): string {
  return plan.number === null ? 'kế hoạch cũ' : citedDocument(plan.title, plan.number, '').named;
}

type Move = readonly [what: string, before: string | null, after: string | null];

/** One sentence with every day before and after; none when nothing moved. */
function moved(what: string, moves: readonly Move[]): string[] {
  const sentences = moves.flatMap(([name, before, after]) =>
    before === null || after === null || before === after ? [] : [`${name} ${dayText(before)} → ${dayText(after)}`],
  );
  return sentences.length === 0 ? [] : [`${what} đã chuyển, cần đối chiếu với kế hoạch mới: ${sentences.join('; ')}.`];
}
