/**
 * The sentence of the column "Cách chấm" → the scoring rule. One reader a kind; a sentence that none of them knows is
 * refused in words, never guessed at.
 */
import { readDate } from '../grid/date.ts';
import type { Comparator, ScoringRule } from '../movement/rule.ts';
import type { Result } from '../result.ts';
import { foldKey } from '../text/text.ts';
import { readBands } from './band-words.ts';
import { codeOfWords } from './code-of-words.ts';
import { figureUnit, type RuleSetting } from './rule-words.ts';
import {
  clauses,
  NAME,
  NUMBER,
  notUnderstood,
  QUOTED,
  readName,
  readNumber,
  readPoints,
  sides,
  understood,
  unquoted,
} from './words.ts';

/** No rule is longer. */
const LONGEST = 4000;
/** A quoted text, which stays as it is, or a run of white space. */
const OUTSIDE_QUOTES = new RegExp(String.raw`(${QUOTED})|\s+`, 'gu');

/** The rule; that of a composed one has no parts yet: they stand in rows of their own. */
export function readRule(text: string, setting: RuleSetting): Result<ScoringRule> {
  if (text.length > LONGEST) return notUnderstood('Cách chấm quá dài.');
  const words = text
    .normalize('NFC')
    .replace(OUTSIDE_QUOTES, (_run, quote: string | undefined) => quote ?? ' ')
    .trim()
    .replace(/\.$/, '');
  if (words === '') return notUnderstood('Ghi cách chấm, ví dụ “từ 80 %: 10; từ 70 %: 7; còn lại: 0”.');
  const reader = Object.values(READERS).find(({ starts }) => starts.test(words));
  return (reader ?? READERS.bands).read(words, setting);
}

interface RuleReader {
  /** How a sentence of this kind begins. */
  readonly starts: RegExp;
  readonly read: (words: string, setting: RuleSetting) => Result<ScoringRule>;
}

const FIGURE = String.raw`(${NUMBER}) ?([^\d,;:]*?)`;
const POINTS = String.raw`(${NUMBER})(?: ?(?:điểm|đ))?`;
const PROPORTIONAL = new RegExp(
  String.raw`^(?:điểm )?theo tỷ lệ(?:,|:)? (?:được )?đủ điểm (?:khi )?(từ|đến) ${FIGURE}(?:, 0 điểm (dưới|trên) ${FIGURE})?$`,
  'iu',
);
const IMPROVEMENT = new RegExp(String.raw`^theo phần tăng thêm,? đủ điểm (từ|đến) ${FIGURE}$`, 'iu');
const THRESHOLD = new RegExp(
  String.raw`^đạt (trên|từ|dưới|không quá|đúng|phấn đấu|>|≥|<|≤|>=|<=|=) ?${FIGURE}(?: trở lên)?: ([^;]+); (?:không đạt|còn lại|khác): ([^;]+)$`,
  'iu',
);
const PER_UNIT = new RegExp(
  String.raw`^cộng ${POINTS} mỗi [^,]{1,40}, tối đa ${POINTS}(?:, khảo sát (${NUMBER}) mẫu)?$`,
  'iu',
);
const DEDUCTION = new RegExp(String.raw`^trừ ${POINTS} mỗi [^,]{1,40}, tối đa ${POINTS}$`, 'iu');
const LEVEL = new RegExp(String.raw`^(?:(${NAME}) )?(${QUOTED})$`, 'u');
const DAY_STEP = new RegExp(
  String.raw`^(?:đến|trước hoặc vào|chậm nhất)(?: hết)?(?: ngày)? (\d{1,2}/\d{1,2}(?:/\d{4})?|${QUOTED})$`,
  'iu',
);

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  trên: 'gt',
  '>': 'gt',
  từ: 'gte',
  '≥': 'gte',
  '>=': 'gte',
  dưới: 'lt',
  '<': 'lt',
  'không quá': 'lte',
  '≤': 'lte',
  '<=': 'lte',
  đúng: 'eq',
  '=': 'eq',
  'phấn đấu': 'soft',
};

/** A reader for every kind of rule there is; bands, which begin in many ways, are tried last. */
const READERS: Readonly<Record<ScoringRule['kind'], RuleReader>> = {
  'yes-no': {
    starts: /^có ?:/iu,
    read: (words, setting) => {
      const [yes = '', no = ''] = clauses(words, ';').map((clause) => sides(clause)?.[1] ?? '');
      return isAll(yes, setting) && readPoints(no) === 0
        ? understood({ kind: 'yes-no' })
        : notUnderstood('Ghi “có: đủ điểm; không: 0”.');
    },
  },
  threshold: {
    starts: /^đạt [^;]*:[^;]*; ?(?:không đạt|còn lại|khác) ?:/iu,
    read: (words, setting) => {
      const match = THRESHOLD.exec(words);
      const comparator = COMPARATORS[match?.[1]?.toLowerCase() ?? ''];
      const value = figureOf(match?.[2], match?.[3], setting);
      if (!comparator || value === null || !isAll(match?.[4] ?? '', setting) || readPoints(match?.[5] ?? '') !== 0)
        return notUnderstood('Ghi như “đạt từ 80 %: đủ điểm; không đạt: 0”.');
      return understood({ kind: 'threshold', comparator, value });
    },
  },
  levels: {
    starts: new RegExp(String.raw`^(?:${NAME} )?${QUOTED} ?:`, 'u'),
    read: (words) => {
      const levels = [];
      for (const clause of clauses(words, ';')) {
        const [head = '', tail = ''] = sides(clause) ?? [];
        const match = LEVEL.exec(head);
        const points = readPoints(tail);
        const label = unquoted(match?.[2] ?? '');
        if (label === null || points === null)
          return notUnderstood(`Không hiểu mức “${clause}”: ghi tên mức trong ngoặc kép rồi điểm, như “Có”: 5.`);
        levels.push({ code: match?.[1] === undefined ? codeOfWords(label) : readName(match[1]), label, points });
      }
      return understood({ kind: 'levels', levels });
    },
  },
  proportional: {
    starts: /^(?:điểm )?theo tỷ lệ/iu,
    read: (words, setting) => {
      const match = PROPORTIONAL.exec(words);
      const full = figureOf(match?.[2], match?.[3], setting);
      const floor = figureOf(match?.[5], match?.[6], setting);
      if (!match || full === null || (match[4] !== undefined && floor === null))
        return notUnderstood('Ghi như “theo tỷ lệ, đủ điểm từ 80 %, 0 điểm dưới 50 %”.');
      const wrong = wrongWay(match[1] === 'đến', setting) ?? (match[4] && wrongWay(match[4] === 'trên', setting));
      if (wrong) return notUnderstood(wrong);
      return understood({ kind: 'proportional', full, ...(floor === null ? {} : { floor }) });
    },
  },
  improvement: {
    starts: /^theo phần tăng thêm/iu,
    read: (words, setting) => {
      const match = IMPROVEMENT.exec(words);
      const full = figureOf(match?.[2], match?.[3], setting);
      if (!match || full === null) return notUnderstood('Ghi như “theo phần tăng thêm, đủ điểm từ 80 %”.');
      const wrong = wrongWay(match[1] === 'đến', setting);
      return wrong ? notUnderstood(wrong) : understood({ kind: 'improvement', full });
    },
  },
  'per-unit': {
    starts: /^cộng [\d-]/iu,
    read: (words) => {
      const match = PER_UNIT.exec(words);
      const [points, cap] = [readPoints(match?.[1] ?? ''), readPoints(match?.[2] ?? '')];
      if (points === null || cap === null) return notUnderstood('Ghi như “cộng 0,5 mỗi lượt, tối đa 5”.');
      const sample = match?.[3] === undefined ? undefined : readNumber(match[3]);
      return understood({ kind: 'per-unit', points, cap, ...(typeof sample === 'number' ? { sample } : {}) });
    },
  },
  deduction: {
    starts: /^trừ /iu,
    read: (words) => {
      const match = DEDUCTION.exec(words);
      const [points, cap] = [readPoints(match?.[1] ?? ''), readPoints(match?.[2] ?? '')];
      if (points === null || cap === null) return notUnderstood('Ghi như “trừ 2 mỗi lỗi, tối đa 6”.');
      return understood({ kind: 'deduction', points, cap });
    },
  },
  sum: { starts: /^cộng điểm (?:của )?các ý$/iu, read: () => understood({ kind: 'sum', parts: [] }) },
  best: { starts: /^lấy (?:điểm )?ý cao (?:điểm )?nhất$/iu, read: () => understood({ kind: 'best', parts: [] }) },
  peer: {
    starts: /^so với đơn vị (?:cao|thấp) nhất$/iu,
    read: (words, setting) => {
      const wrong = wrongWay(/thấp/iu.test(words), setting);
      return wrong ? notUnderstood(wrong) : understood({ kind: 'peer' });
    },
  },
  'by-date': {
    starts: new RegExp(
      String.raw`^(?:đến|trước hoặc vào|chậm nhất)(?: hết)?(?: ngày)? (?:\d{1,2}/\d{1,2}|${QUOTED})`,
      'iu',
    ),
    read: readDays,
  },
  'council-graded': {
    starts: /^(?:hội đồng chấm|theo (?:kết quả )?khảo sát)$/iu,
    read: (words) => understood({ kind: 'council-graded', by: /khảo sát/iu.test(words) ? 'survey' : 'council' }),
  },
  bands: {
    starts: /^$/,
    read: (words, setting) => {
      if (!words.includes(':'))
        return notUnderstood(
          `Không hiểu cách chấm “${words.slice(0, 80)}”: ghi như “từ 80 %: 10; từ 70 %: 7; còn lại: 0” hoặc “theo tỷ lệ, đủ điểm từ 80 %”.`,
        );
      const read = readBands(words, (unit) => plainUnit(unit, setting));
      return read.ok ? understood({ kind: 'bands', bands: read.value }) : read;
    },
  },
};

function readDays(words: string): Result<ScoringRule> {
  const steps: { onOrBefore: string; points: number }[] = [];
  let late: number | null = null;
  for (const clause of clauses(words, ';')) {
    const [head = '', tail = ''] = sides(clause) ?? [];
    const points = readPoints(tail);
    const day = DAY_STEP.exec(head)?.[1];
    const onOrBefore = day === undefined ? null : isoDay(day);
    if (points !== null && late === null && onOrBefore !== null) steps.push({ onOrBefore, points });
    else if (points !== null && late === null && /^(?:sau đó|muộn hơn|còn lại|chậm hơn)$/iu.test(head)) late = points;
    else return notUnderstood(`Không hiểu mốc “${clause}”: ghi như “đến 04/11: 6; sau đó: 0”.`);
  }
  return late === null || steps.length === 0
    ? notUnderstood('Thiếu điểm khi nộp muộn: ghi thêm “sau đó: 0” ở cuối.')
    : understood({ kind: 'by-date', steps, late });
}

/** `04/11` → `11-04`, `04/11/2025` → `2025-11-04`; null for a day that does not exist. */
function isoDay(text: string): string | null {
  const raw = unquoted(text);
  if (raw !== null) return raw;
  const [day = '', month = '', year] = text.split('/');
  // 2024 has every day a year can have.
  const iso = readDate(`${day}/${month}/${year ?? 2024}`);
  return year === undefined ? (iso?.slice(5) ?? null) : iso;
}

function isAll(points: string, { maxPoints }: RuleSetting): boolean {
  return /^(?:được )?đủ điểm$/iu.test(points.trim()) || readPoints(points) === maxPoints;
}

function figureOf(number: string | undefined, unit: string | undefined, setting: RuleSetting): number | null {
  return number === undefined || plainUnit(unit ?? '', setting) === null ? null : readNumber(number);
}

/** '' when the words behind a figure are the unit the criterion is measured in, or nothing; null for another unit. */
function plainUnit(words: string, { measure, unit }: RuleSetting): string | null {
  const key = foldKey(words);
  return key === '' || key === foldKey(unit) || key === foldKey(figureUnit(measure)) ? '' : null;
}

/** Why the words do not fit the way the criterion is judged; null when they do. */
function wrongWay(isLower: boolean, { direction }: RuleSetting): string | null {
  if (isLower === (direction === 'lower')) return null;
  return isLower
    ? 'Cách chấm này dành cho tiêu chí càng thấp càng tốt: sửa cột Chiều hoặc ghi lại cách chấm.'
    : 'Cách chấm này dành cho tiêu chí càng cao càng tốt: sửa cột Chiều hoặc ghi lại cách chấm.';
}
