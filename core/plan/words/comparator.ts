/**
 * How a plan compares: `tối thiểu`, `trên`, `từ … trở lên`; words around a number that say at least, at most, about.
 */
import { phrases } from '../lexicon/phrases.ts';
import { phraseAt, phraseBefore, type Token } from './token.ts';
import type { Unit } from './unit-words.ts';

/** As in the `extract` document; a range holds both its ends, a rank is a best place or better. */
export type PlanComparator = '>=' | '>' | '=' | '<=' | '<' | 'range' | 'rank<=';

const COMPARATORS: readonly (readonly [PlanComparator, string])[] = [
  [
    '>=',
    'tối thiểu | tối thiểu là | ít nhất | ít nhất là | thấp nhất | thấp nhất là | chí ít | ít ra | ít ra là | ít ra phải | trên hoặc bằng | bằng hoặc trên | lớn hơn hoặc bằng | cao hơn hoặc bằng | bằng hoặc cao hơn | bằng hoặc lớn hơn | ≥ | >=',
  ],
  ['>', 'trên | hơn | quá | lớn hơn | cao hơn | vượt | vượt quá | vượt mức | vượt trên | nhiều hơn | >'],
  [
    '<=',
    'trong vòng | chậm nhất | chậm nhất trong | chậm nhất trong vòng | chậm nhất sau | tối đa | tối đa là | tối đa không quá | nhiều nhất | dưới hoặc bằng | bằng hoặc dưới | nhỏ hơn hoặc bằng | thấp hơn hoặc bằng | bằng hoặc thấp hơn | ≤ | <=',
  ],
  ['<', 'dưới | thấp hơn | ít hơn | nhỏ hơn | kém | kém hơn | chưa đến | chưa tới | <'],
];
/** What is compared opens with these. */
export const COMPARED = phrases('tỷ lệ | tỉ lệ | số | số lượng | tổng số | mức');
/** What `không` makes of it. */
export const OPPOSITE: Partial<Record<PlanComparator, PlanComparator>> = { '<': '>=', '>': '<=' };
const BEFORE = COMPARATORS.map(([comparator, list]) => ({ comparator, list: phrases(list) }));
/** `tốt hơn 9.800 người dân` compares no number. */
const ADJECTIVES = phrases(
  'tốt | nhanh | mạnh | đẹp | sâu | rộng | rõ | xa | gần | dễ | khá | hiệu quả | văn minh | thuận tiện | kịp thời',
);
/** Words that may stand between the comparator and the number, or carry a bare figure. */
const FILLERS = phrases(
  'là | đạt | đạt được | được | mức | ở mức | khoảng | có | từ | cho | tỉ lệ | tỉ lệ đạt | bằng | chiếm | phủ | còn | xuống | xuống còn | lên | lên đến | thêm | tới | : | “ | " | ( | đến | hơn nữa | thành | phấn đấu | phấn đấu đạt | duy trì | đủ | đúng',
);
const PLACED: ReadonlySet<string> = new Set(['trên', 'dưới']);
const SAYS = phrases('đạt | là | phấn đấu | còn | được');
const FROM = phrases('từ | đạt từ');
export const UPWARDS = phrases('trở lên | đổ lên | trở đi | hoặc cao hơn');
const DOWNWARDS = phrases('trở xuống | trở lại | trở về');
/** Between the two ends of a range. */
export const TO = phrases('đến | tới | - | – | — | đến dưới | đến khoảng');

/** Tokens looked ahead at. */
const FAR = 8;

/** The comparator of a number, and where its words start. */
export interface Cue {
  readonly comparator: PlanComparator | null;
  readonly from: number;
  readonly fromWord: boolean;
}

/** The comparator before a number, across words that only carry it. */
export function cueBefore(tokens: readonly Token[], at: number): Cue {
  let from = at;
  let fromWord = false;
  for (let step = 0; step < 4; step++) {
    const found = comparatorBefore(tokens, from);
    // "các tỷ lệ trên đạt 90%": those above.
    if (found?.length === 1 && from < at && PLACED.has(tokens[from - 1]?.key ?? '') && phraseAt(tokens, from, SAYS) > 0)
      break;
    if (found) {
      const { comparator, from: first } = turned(tokens, from - found.length, found.comparator);
      let start = first;
      // "kém 5%" alone compares nothing.
      if (tokens[start]?.key === 'kém') break;
      for (
        let more = phraseBefore(tokens, start, FILLERS);
        more > 0 && tokens[start - 1]?.kind === 'word';
        more = phraseBefore(tokens, start, FILLERS)
      )
        start -= more;
      return { comparator, from: start, fromWord: false };
    }
    // "bằng cụm từ 07 tập thể": the name of what is replaced.
    if (tokens[from - 1]?.key === 'từ' && tokens[from - 2]?.key === 'cụm') break;
    if (from === at && phraseBefore(tokens, from, FROM) > 0) fromWord = true;
    const filler = fillerBefore(tokens, from);
    if (filler === 0) break;
    from -= filler;
  }
  // "ít nhất mỗi tuần 01 chuyên mục": how often stands between.
  const often = phraseBefore(tokens, at, EACH_TIME);
  const far = often > 0 ? comparatorBefore(tokens, at - often) : null;
  if (far) return { ...turned(tokens, at - often - far.length, far.comparator), fromWord: false };
  return { comparator: null, from, fromWord };
}

/** A comparator with the "not" before it that turns it, `không được đạt [dưới]`, `không để [vượt quá]`, and where they begin. */
function turned(tokens: readonly Token[], start: number, comparator: PlanComparator) {
  const opposite = OPPOSITE[comparator];
  let not = start - 1;
  while (start - not < FARTHEST_NOT && tokens[not]?.kind === 'word' && CARRIES.has(tokens[not]?.key ?? '')) not--;
  return opposite && tokens[not]?.key === 'không' ? { comparator: opposite, from: not } : { comparator, from: start };
}
/** Tokens. */
const FARTHEST_NOT = 5;
const CARRIES: ReadonlySet<string> = new Set('được,để,thể,phép,nên,bị,đạt,có,còn,ở,mức,là,xuống,lên'.split(','));

/** `hoàn thành 100%` is done, not turned into. */
function fillerBefore(tokens: readonly Token[], at: number): number {
  return tokens[at - 1]?.key === 'thành' && tokens[at - 2]?.key === 'hoàn' ? 0 : phraseBefore(tokens, at, FILLERS);
}
/** `mỗi tuần`, before how often. */
export const EACH_TIME = phrases('mỗi ngày | mỗi tuần | mỗi tháng | mỗi quý | mỗi năm | mỗi học kỳ');

function comparatorBefore(tokens: readonly Token[], at: number): { comparator: PlanComparator; length: number } | null {
  let best: { comparator: PlanComparator; length: number } | null = null;
  for (const { comparator, list } of BEFORE) {
    const length = phraseBefore(tokens, at, list);
    if (length === 1 && tokens[at - 1]?.key === 'hơn' && phraseBefore(tokens, at - 1, ADJECTIVES) > 0) continue;
    if (length > (best?.length ?? 0)) best = { comparator, length };
  }
  return best;
}

/**
 * `trở lên` close behind: directly, or behind the noun it counts (`90% số điểm trở lên`, `từ 03 sáng kiến, mô hình mới
 * trở lên`); not
 * that of a grade (`3/5 trường đạt loại khá trở lên`).
 */
export function trailing(
  tokens: readonly Token[],
  end: number,
  unit: Unit,
  fromWord: boolean,
): { comparator: PlanComparator; to: number } | null {
  for (let at = end; at <= Math.min(end + FAR, tokens.length); at++) {
    const token = tokens[at];
    // "từ 02 mô hình “Dân vận khéo” trở lên"
    if (fromWord && token && /^[“”"]$/.test(token.key)) continue;
    if (!token || token.kind === 'number' || token.kind === 'percent' || token.kind === 'slash') return null;
    if (token.kind === 'mark' && token.key !== '(' && token.key !== ')' && !(fromWord && token.key === ','))
      return null;
    const up = phraseAt(tokens, at, UPWARDS);
    if (up > 0) return { comparator: '>=', to: at === end ? at + up : end };
    // "từ 5 sáng kiến được công nhận cấp xã trở lên": what `từ` opens, `trở lên` closes.
    if (!fromWord && phraseAt(tokens, at, GRADES) > 0) return null;
    const down = at === end ? phraseAt(tokens, at, DOWNWARDS) : 0;
    if (down > 0 && unit.kind !== 'time') return { comparator: '<=', to: at + down };
  }
  return null;
}
const GRADES = phrases('hoàn thành | đạt | loại | mức | hạng | cấp | độ | bậc | từ | được | có | sao');
