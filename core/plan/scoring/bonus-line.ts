/** A line of its own behind the marks that says what each case adds or takes: "Điểm thưởng: mỗi bài cộng 2 điểm, không quá 6 điểm". */
import type { PlanText } from '../layout/plan-text.ts';
import { pointsOf, type WordedMark } from './marks-in-words.ts';

/** Where the line starts, and its mark; null = no such line stands in [start, till). */
export function bonusLineIn(
  { flat, lineStarts }: PlanText,
  start: number,
  till: number,
): { readonly from: number; readonly mark: WordedMark } | null {
  for (const match of flat.slice(start, till).matchAll(LINE)) {
    const from = start + match.index;
    if (!lineStarts.has(from) && match.index > LONGEST_LABEL) continue;
    const [whole, sign = '', body = ''] = match;
    const each = EACH.exec(body);
    const [, most] = MOST.exec(body) ?? [];
    const points = most ?? POINTS.exec(body)?.[1];
    if (!each || points === undefined || body.includes(';')) return null;
    const name = body.slice(0, each.index).replace(/[\s,:]+$/u, '');
    const text = name === '' ? whole.slice(0, whole.indexOf(':')) : name.charAt(0).toUpperCase() + name.slice(1);
    const rule = body.slice(each.index).replace(/[.\s]+$/u, '');
    const kind = sign.toLowerCase() === 'trừ' ? 'deduction' : 'bonus';
    return { from, mark: { text, points: pointsOf(points), kind, rule, start: from, opens: false } };
  }
  return null;
}
const LINE = /(?:Điểm|ĐIỂM) (thưởng|cộng|trừ)[^:.;\d]{0,30}:\s*(.+)$/giu;
const LONGEST_LABEL = 5;
const EACH = /(?<!\p{L})(?:mỗi|cứ|từng)(?!\p{L})/iu;
const POINTS = /(\d{1,3}(?:,\d{1,2})?) ?điểm/iu;
const MOST = /(?:không quá|tối đa|nhiều nhất|không vượt quá) (\d{1,3}(?:,\d{1,2})?) ?điểm/iu;
