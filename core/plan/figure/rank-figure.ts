/** Ranks as figures: a best place or better. */
import { phrases } from '../lexicon/phrases.ts';
import { UPWARDS } from '../words/comparator.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { Figure } from './figure.ts';
import { scaled, valueAt } from './figure-value.ts';

const TOP = phrases('top | tốp | tóp');
const LEADING = phrases(
  'đứng đầu | dẫn đầu | đầu | tốt nhất | cao nhất | hàng đầu | tiêu biểu nhất | có thứ hạng cao nhất | có chỉ số cao nhất',
);
const PLACED = phrases(
  'thứ | vị trí | hạng | vị trí thứ | thứ hạng | xếp thứ | xếp hạng | đứng thứ | hạng thứ | xếp vị trí | vị thứ',
);
const WITHIN = phrases(
  'trong | thuộc | nhóm | trong nhóm | thuộc nhóm | vào nhóm | tốp | trong số | trong tốp | thuộc tốp | vào',
);

/** `nhóm 20 xã, phường có Chỉ số cải cách hành chính cao nhất tỉnh` */
const FARTHEST_LEADING = 12;

/** `top 10`, `trong nhóm 30 xã đứng đầu`, `xếp thứ 20 trở lên`. */
export function rankAt(tokens: readonly Token[], at: number): Figure | null {
  const value = valueAt(tokens, at);
  if (!value || value.fraction) return null;
  const number = scaled(value, { kind: 'count', name: '', length: 0, scale: 1 });
  const rank = (from: number, to: number, unit: string): Figure => ({
    from,
    at,
    to,
    kind: 'rank',
    value: number,
    valueMax: null,
    unit,
    comparator: 'rank<=',
    compared: true,
    fromWord: false,
    fraction: false,
  });
  const end = at + value.length;
  const top = phraseBefore(tokens, at, TOP);
  const unit = unitAt(tokens, end);
  if (top > 0)
    return rank(
      at - top,
      unit?.kind === 'count' ? end + unit.length : end,
      unit?.kind === 'count' ? unit.name : 'hạng',
    );
  const within = phraseBefore(tokens, at, WITHIN);
  if (within > 0 && unit && (unit.kind === 'count' || unit.kind === 'unknown')) {
    for (let next = end + unit.length; next <= end + unit.length + FARTHEST_LEADING; next++) {
      const leading = phraseAt(tokens, next, LEADING);
      if (leading > 0) return rank(at - within, next + leading, unit.name);
      // "nhóm 10 xã, phường dẫn đầu"
      if (tokens[next]?.kind !== 'word' && tokens[next]?.key !== ',') break;
    }
    const direct = phraseAt(tokens, end, LEADING);
    if (direct > 0) return rank(at - within, end + direct, 'hạng');
  }
  let before = at;
  if (tokens[before - 1]?.key === 'từ') before--;
  if (within > 0 && /^(?:,|và)$/.test(tokens[end]?.key ?? '')) {
    const next = nextRank(tokens, end);
    if (next) return rank(at - within, end, next.unit);
  }
  const placed = phraseBefore(tokens, before, PLACED);
  // "xin lỗi từ lần thứ hai trở lên": how often.
  if (placed === 0 || tokens[before - placed - 1]?.key === 'lần') return null;
  const again = tokens[before - placed - 1]?.key === 'từ' ? 1 : 0;
  const up = phraseAt(tokens, end, UPWARDS);
  return up > 0 ? rank(before - placed - again, end + up, 'hạng') : null;
}

/** "năm 2026 trong nhóm 30, năm 2030 trong nhóm 10 đơn vị dẫn đầu": both ranks share the noun behind the second. */
function nextRank(tokens: readonly Token[], from: number): Figure | null {
  for (let at = from + 1; at <= from + 8 && at < tokens.length; at++) {
    if (tokens[at]?.kind === 'mark') return null;
    const found = phraseBefore(tokens, at, WITHIN) > 0 ? rankAt(tokens, at) : null;
    if (found) return found;
  }
  return null;
}
