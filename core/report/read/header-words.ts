/**
 * The meaning of a header, from its words in their order. Vietnamese puts the head first: "Kết quả thực hiện tiêu chí"
 * is a result, "Tiêu chí thực hiện" a criterion, "Điểm tự chấm" points, with whose points they are. Only words are read
 * here: columns.ts decides which column finally serves which role.
 */
import { remembered } from '../../base/text/remembered.ts';
import { foldKey } from '../../base/text/text.ts';
import type { ColumnRole } from '../report.ts';
import { type Concept, spell } from './header-lexicon.ts';

/**
 * Roles a header word can name. Beyond `ColumnRole`: `content` = the second, finer title column; `target-or-title` =
 * "Chỉ tiêu"; `plan` = the unit's planned figure; `figure`/`ratio` = "Số liệu thực hiện" beside "Tỷ lệ đạt được";
 * `completion` = done ÷ plan; `yes`/`no` = a column to tick; `not-reached` = "Số chưa đạt"; `points` = "Điểm", decided
 * by the headers above and beside it; `own-result` = "Kết quả tự đánh giá", points or not; `group` = a word over
 * several columns; `other` = known and of no use to us; `foreign` = occurs only in lists that are no report.
 */
export type HeaderRole =
  | ColumnRole
  | 'content'
  | 'target-or-title'
  | 'plan'
  | 'figure'
  | 'ratio'
  | 'completion'
  | 'yes'
  | 'no'
  | 'not-reached'
  | 'points'
  | 'own-result'
  | 'group'
  | 'other'
  | 'foreign';

export interface HeaderWord {
  readonly role: HeaderRole;
  /**
   * Among columns of one role the higher rank serves: "Điểm cuối" before "Thẩm định lần 1", "Giải trình" before "Ghi
   * chú".
   */
  readonly rank: number;
  /** Every letter belongs to a word we know. */
  readonly exact: boolean;
}

const MAX_HEADER_TEXT = 160;
/** Share of a header's letters that must be known words; a sentence of a criterion has far fewer. */
const LEAST_KNOWN = 0.55;
const LEAST_KNOWN_TITLE = 0.7;
const ALL_KNOWN = 0.95;
/** Letters of unknown words that may stand before the head. */
const MAX_BEFORE = 6;

const TITLE_ROLES: ReadonlySet<HeaderRole> = new Set(['title', 'content', 'target-or-title']);

export function isTitleRole(role: HeaderRole): boolean {
  return TITLE_ROLES.has(role);
}

const known = remembered(
  (text): HeaderWord | null => wordOf(text.replace(/\s+/g, ' ').replace(/ ?[:：]$/u, '')) ?? null,
);

/**
 * What a header text means; undefined when it is no header word. "(1)", "(%)" and "(nếu có)" behind a word do not
 * count.
 */
export function headerWord(text: string): HeaderWord | undefined {
  if (text === '' || text.length > MAX_HEADER_TEXT) return undefined;
  return known(text) ?? undefined;
}

function wordOf(text: string): HeaderWord | undefined {
  const letter = /^[([]?\s*([ab])\s*(?:[)\]]|\((?:tử|mẫu) số\))?$/.exec(text.trim())?.[1];
  if (letter !== undefined) {
    return { role: letter === 'a' ? 'numerator' : 'denominator', rank: 2, exact: true };
  }
  if (/^[^\p{L}%]*$/u.test(text) || /^\s*(?:[-+*•]|\d+[.):]?\s)/.test(text) || /[?]$|[:：]\s*\S/.test(text))
    return undefined;
  const short = withoutBrackets(text);
  const { concepts, share, unknownBefore } = spell(short);
  const meaning = meaningOf(concepts, short);
  if (!meaning || unknownBefore > MAX_BEFORE) return undefined;
  const [role, rank] = meaning;
  const isTitle = isTitleRole(role);
  if (share < (isTitle ? LEAST_KNOWN_TITLE : LEAST_KNOWN)) return undefined;
  // "Tiêu chí 3", "Nội dung 2.1" number a group of rows.
  if (isTitle && /\d/.test(short.replace(/(?:năm\s*)?20\d{2}/gi, ''))) return undefined;
  return { role, rank, exact: share >= ALL_KNOWN };
}

function withoutBrackets(text: string): string {
  const short = text.replace(/[([][^)\]]{0,60}[)\]]/g, ' ').trim();
  return /\p{L}|%/u.test(short) ? short : text;
}

type Meaning = readonly [role: HeaderRole, rank: number];

const WEIGHTLESS: ReadonlySet<Concept> = new Set(['filler', 'part']);

function meaningOf(concepts: readonly Concept[], text: string): Meaning | null {
  const words = concepts.filter((concept) => !WEIGHTLESS.has(concept));
  const [head] = words;
  if (head === undefined) return null;
  const has = (...wanted: readonly Concept[]): boolean => wanted.some((concept) => words.includes(concept));
  if (head === 'other' && has('evidence')) return ['evidence', 1];
  if (head === 'foreign' || head === 'other') return [head, 1];
  if (head === 'person' || (head === 'things' && has('other', 'verified'))) return ['other', 1];
  if (has('exempted')) return ['exempted', 2];
  if (has('before') && !has('points', 'evidence')) return ['baseline', 2];
  return BY_HEAD[head]?.({ words, has, text, named: concepts.includes('part') }) ?? null;
}

interface Phrase {
  readonly words: readonly Concept[];
  readonly has: (...concepts: readonly Concept[]) => boolean;
  readonly text: string;
  /** `Tên …`, `Các …`, `Danh mục …`. */
  readonly named: boolean;
}

/** Points and judgements of those who appraise; null when nobody of them is named. */
function appraisal({ has }: Phrase): Meaning | null {
  if (has('final')) return ['appraised', 4];
  if (has('second-round')) return ['appraised', 3];
  if (has('first-round')) return ['appraised', 1];
  return has('appraised') ? ['appraised', 2] : null;
}

function numbered(role: HeaderRole): (phrase: Phrase) => Meaning {
  return () => [role, 2];
}

/** The meaning of a header by its head. */
const BY_HEAD: Readonly<Partial<Record<Concept, (phrase: Phrase) => Meaning | null>>> = {
  index: numbered('index'),
  code: ({ has }) => (has('paper', 'evidence') ? ['evidence', 1] : ['code', 2]),
  criterion: ({ has }) => (has('evidence') && !has('content') ? ['evidence', 1] : ['title', 2]),
  content: ({ has, words }) => {
    if (words[1] === 'evidence') return ['evidence', 1];
    return words[1] === 'explanation' && !has('criterion') ? ['explanation', 1] : ['content', 2];
  },
  quota: ({ has, named, text }) => {
    if (has('criterion', 'content', 'movement')) return ['title', 2];
    if (has('plan')) return /phấn đấu|cần đạt|mục tiêu/i.test(text) ? ['target', 2] : ['plan', 2];
    if (has('common')) return ['target', 2];
    if (has('done') && /đạt được/i.test(text)) return ['value', 1];
    if (named && /tên|thành phần/i.test(text)) return ['title', 2];
    return /năm/i.test(text) ? ['target', 1] : ['target-or-title', 2];
  },
  'measure-unit': numbered('unit'),
  unit: ({ words: [, next], text }) => {
    if (next === undefined) return /\d/.test(text) ? null : /^\s*đơn vị/iu.test(text) ? ['unit', 1] : ['group', 1];
    if (next === 'self' || next === 'score') return ['self', 2];
    return next === 'assessment' ? ['self', 1] : ['other', 1];
  },
  plan: ({ text, has }) => {
    if (has('criterion', 'content')) return null;
    // "Mục trong KH": where the plan says it.
    if (/^\s*mục (?!tiêu)/iu.test(text)) return ['other', 1];
    return /mục tiêu|yêu cầu|mức đạt|cần đạt/i.test(text.slice(0, 12)) ? ['target', 2] : ['plan', 2];
  },
  points: (phrase) => {
    const { has } = phrase;
    if (has('self', 'unit')) return ['self', 2];
    const appraised = appraisal(phrase);
    if (appraised) return appraised;
    if (has('before')) return ['other', 1];
    if (has('max', 'standard')) return ['max', 2];
    if (has('other')) return ['other', 1];
    if (has('done', 'score', 'result')) return ['self', 1];
    return has('plan') ? ['max', 1] : ['points', 1];
  },
  max: numbered('max'),
  self: ({ has, words, text }) => {
    // "Tự xếp loại" is a class and no points.
    if (/xếp (?:loại|hạng)/iu.test(text) && !has('points', 'score')) return ['other', 1];
    if (has('explanation', 'method', 'evidence')) return null;
    return words.length === 1 || has('points', 'score', 'unit') ? ['self', has('result') ? 1 : 2] : ['self', 1];
  },
  appraised: (phrase) => (phrase.has('explanation', 'remark', 'evidence') ? ['other', 1] : appraisal(phrase)),
  score: ({ has }) => (has('self') ? ['self', 1] : ['group', 1]),
  final: () => ['appraised', 4],
  'second-round': numbered('other'),
  'first-round': numbered('other'),
  method: numbered('method'),
  result: (phrase) => {
    const { has } = phrase;
    if (has('self'))
      return has('done', 'quantity') ? ['group', 1] : [has('points', 'score') ? 'self' : 'own-result', 1];
    if (has('appraised')) return appraisal(phrase);
    // What others found when they looked.
    if (has('verified')) return ['other', 1];
    if (has('score', 'points')) return ['group', 1];
    if (has('plan') && has('ratio')) return ['completion', 1];
    return has('other') ? ['other', 1] : ['value', has('ratio') ? 1 : 2];
  },
  done: ({ has, words, text }) => {
    if (has('not-done')) return ['value', 2];
    if (has('self', 'points')) return ['self', 1];
    if (has('criterion', 'content', 'things', 'paper') && /^có\b/i.test(text)) return null;
    if (has('ratio')) return [has('plan') ? 'completion' : 'ratio', 1];
    const isTick = words.length === 1 && /^(?:đạt|có|hoàn thành|đã đạt)$/.test(foldKey(text));
    return isTick ? ['yes', 1] : ['value', 2];
  },
  'not-done': ({ words, has }) => (words.length === 1 ? ['no', 1] : has('done') ? ['value', 1] : null),
  count: (phrase) => countOf(phrase),
  quantity: (phrase) => countOf(phrase),
  figure: ({ has }) => (has('verified', 'appraised') ? ['other', 1] : has('plan') ? ['plan', 1] : ['figure', 2]),
  verified: () => ['other', 1],
  // The whole commune's, or a mean of all: nobody's own.
  common: () => ['other', 1],
  pair: numbered('figure'),
  numerator: ({ has }) => (has('denominator') ? ['figure', 1] : ['numerator', 2]),
  denominator: numbered('denominator'),
  total: ({ has }) => (has('points') ? (has('self') ? ['self', 1] : ['points', 0]) : ['denominator', 2]),
  ratio: ({ has }) => (has('plan', 'compared', 'quota') ? ['completion', 2] : ['ratio', 2]),
  evidence: ({ text }) => ['evidence', /^\s*căn cứ|^\s*số/i.test(text) ? 1 : 2],
  paper: ({ has, words }) => {
    if (has('evidence')) return ['evidence', 2];
    return has('attached') || words.length === 1 ? ['evidence', 1] : null;
  },
  explanation: numbered('explanation'),
  remark: () => ['explanation', 1],
  assessment: ({ has }) => (has('self', 'unit') ? ['self', 1] : ['group', 1]),
  standard: () => ['group', 1],
  compared: ({ has }) => (has('plan', 'quota') ? ['completion', 2] : ['other', 1]),
  things: ({ has }) => (has('self') ? ['self', 2] : has('done') ? ['numerator', 1] : null),
};

/** `Số lượng`, `Số đạt`, `Số hộ`, `Số kế hoạch`. */
function countOf({ words, has, text }: Phrase): Meaning {
  if (has('plan')) return ['plan', 1];
  if (has('not-done') && !has('done')) return ['not-reached', 1];
  if (has('total')) return ['denominator', 1];
  if (has('paper') && /^\s*số,? ký hiệu|ngày/i.test(text)) return ['evidence', 1];
  if (has('done')) return ['numerator', 2];
  return ['value', words[0] === 'quantity' ? 2 : 1];
}

/** "Tỷ lệ/Kết quả", "Tỷ lệ %, số lượng": the column holds results that are no share too. */
export function namesResult(texts: readonly string[]): boolean {
  return texts.some((text) => {
    const { concepts } = spell(text);
    const isOf = (concept: Concept): boolean => concept === 'result' || concept === 'quantity' || concept === 'figure';
    return concepts.includes('ratio') && concepts.some(isOf);
  });
}

/** The head word is a result or figures, whoever supplied them: "Kết quả thẩm định", "Số liệu xã đối chiếu". */
export function speaksOfResult(text: string): boolean {
  const head = spell(text).concepts.find((concept) => !WEIGHTLESS.has(concept));
  return head === 'result' || head === 'figure';
}
