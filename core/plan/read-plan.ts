/** The entry to reading a plan: text that cannot be a plan is refused with a sentence, everything else is read. */
import { accountOf, foundIn, MOST_FIGURES, type PlanReading } from './extract-plan.ts';

type PlanRead = { readonly ok: true; readonly value: PlanReading } | { readonly ok: false; readonly reason: string };

/** 200 pages of 2,500 characters: no plan of a commune is longer. The work grows with the length. */
const LONGEST = 500_000;

/** Reads the text of a plan. `reason` is one Vietnamese sentence: nothing in it, or far longer than any plan. */
export function readPlan(text: string): PlanRead {
  if (text.trim() === '') return { ok: false, reason: 'Văn bản không có chữ nào.' };
  if (text.length > LONGEST) {
    return {
      ok: false,
      reason: 'Văn bản dài hơn 200 trang, không phải một kế hoạch: hãy tách riêng phần kế hoạch rồi đọc lại.',
    };
  }
  const { laid, found } = foundIn(text);
  if (found.targets.length >= MOST_FIGURES) {
    return { ok: false, reason: 'Văn bản có quá nhiều con số, không phải một kế hoạch: hãy kiểm tra lại tệp.' };
  }
  return { ok: true, value: { ...found, ...accountOf(laid, found) } };
}
