/**
 * Words that narrow the group a share is of: `thủ tục đủ điều kiện`, `người từ 15 tuổi trở lên`, `hộ có sản phẩm OCOP
 * được hỗ trợ`, `hoàn thành 95% chỉ tiêu đã đăng ký`. They stand between the noun and its predicate.
 */
import type { Figure } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES, verbsFor } from '../lexicon/verbs.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';

/** Tokens [from, to). */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * named = the noun stands before its number, and its predicate may too; done = the verb before the number is the
 * predicate (`số hóa 100% kết quả`), so there is no other; said = the predicate stands behind the noun.
 */
type Layout = 'named' | 'done' | 'said';

/** They narrow wherever they stand behind a noun. */
const NARROWS = phrases(
  'đủ điều kiện | trưởng thành | trong độ tuổi | trong độ tuổi lao động | đủ tuổi | đang hoạt động | còn hiệu lực | đang cư trú | thuộc thẩm quyền | có nhu cầu | có yêu cầu',
);
/** They narrow the noun when another predicate follows (`có tài khoản | được chi trả`). */
const OPENS_CLAUSE = phrases('phát sinh | đã | đang | chưa | còn | có | thuộc | đủ');
/** Without another predicate these narrow the noun too: `chỉ tiêu được giao`. */
const DONE_TO = phrases('được | đã được | đăng ký');
const SAID_BEHIND = phrases('được | đã được | đều | đều được');
const SAID = phrases(verbsFor('said'));
/** `kết quả giải quyết` is a noun. */
const MAKES_NOUN = phrases('kết quả');
/** A verb for helping the group introduces its predicate: `vận động 85% hộ có …`. */
const BRINGS = phrases(
  'vận động | hướng dẫn | hỗ trợ | phấn đấu | bảo đảm | đảm bảo | yêu cầu | có | đạt | đưa | duy trì | giúp | huy động | tổ chức | nâng | tăng | được | còn | phải | là | cho | mới | thêm | tuyên truyền | trang bị | tập huấn | đào tạo | bồi dưỡng',
);
const DONE_WITH = phrases('xử lý | số hoá | cắt giảm | sử dụng | khai thác | rà soát');
/** What is behind them is of something else. */
const OTHER_NOUN = phrases('đối với | để | còn lại');
const ASSIGNED = phrases('chỉ tiêu | nhiệm vụ');
const WHOLE = phrases('tổng số');
const YEARS_OLD = phrases('từ | từ đủ | đủ | trên | dưới | từ trên');
const BEYOND = phrases('trở lên | trở xuống');
/** `tự nộp được`: what they can do goes on. */
const ACTS = phrases(`${verbsFor('unit')} | ${verbsFor('office')}`);

/** The words that narrow a share or a count; `noun` = where the words behind its number start. null = none do. */
export function qualifierOf(
  flat: string,
  tokens: readonly Token[],
  figure: Figure,
  { from, to, noun }: Span & { readonly noun: number },
): string | null {
  if (figure.kind === 'zero') return null;
  // For a count, the group is the count's own matter; only words that clearly narrow its noun are separated.
  if (figure.kind !== 'percent')
    return wordsOf(flat, tokens, plainIn(tokens, { from: noun, to: Math.min(to, noun + NEAR) }));
  const whole = findPhrase(tokens, noun, to, WHOLE);
  const found =
    narrowingIn(
      tokens,
      { from: noun, to: wordsEnd(tokens, noun, to) },
      isDoneWith(tokens, figure, noun) ? 'done' : 'said',
    ) ??
    (whole < 0 ? null : narrowingIn(tokens, { from: whole + 1, to: wordsEnd(tokens, whole, to) }, 'done')) ??
    narrowingIn(tokens, { from, to: figure.from }, 'named');
  return wordsOf(flat, tokens, found);
}

/** The same of a share whose name stands apart from its number: in the row of a table. */
export function qualifierOfName(name: string, tokens: readonly Token[]): string | null {
  return wordsOf(name, tokens, narrowingIn(tokens, { from: 0, to: tokens.length }, 'named'));
}

/** Words behind the noun of a count. */
const NEAR = 5;

function wordsOf(flat: string, tokens: readonly Token[], span: Span | null): string | null {
  return span && flat.slice(tokens[span.from]?.start ?? 0, tokens[span.to - 1]?.end ?? 0);
}

function isDoneWith(tokens: readonly Token[], { from }: Figure, noun: number): boolean {
  // "bản đạt từ 90% chỉ tiêu được giao": all that is done with them is to reach them.
  if (phraseAt(tokens, noun, ASSIGNED) > 0) return true;
  if (phraseBefore(tokens, from, BRINGS) > 0) return false;
  return phraseBefore(tokens, from, DONE_WITH) > 0 || phraseBefore(tokens, from, DOES) > 0;
}

function plainIn(tokens: readonly Token[], { from, to }: Span): Span | null {
  for (let at = from; at < to && tokens[at]?.kind !== 'mark'; at++) {
    const end = plainEnd(tokens, at);
    if (end > at) return { from: at, to: end };
  }
  return null;
}

function plainEnd(tokens: readonly Token[], at: number): number {
  return Math.max(ageEnd(tokens, at), at + phraseAt(tokens, at, NARROWS));
}

function narrowingIn(tokens: readonly Token[], { from, to }: Span, layout: Layout): Span | null {
  let isSaid = false;
  for (let at = from + 1; at < to && phraseAt(tokens, at, OTHER_NOUN) === 0; at++) {
    const plain = plainEnd(tokens, at);
    const clause = isSaid || (plain > at && layout === 'done') ? 0 : clauseEnd(tokens, at, to, layout);
    const end = Math.max(clause, plain);
    if (end > at && end <= to) return { from: at, to: end };
    const says = phraseAt(tokens, at, SAID) > 0 && phraseBefore(tokens, at, MAKES_NOUN) === 0 && layout !== 'done';
    if (says && layout === 'said') return null;
    isSaid ||= says;
  }
  return null;
}

/** `từ 15 tuổi trở lên`, `dưới 60 tuổi`, `từ 16 đến dưới 30 tuổi`: where it ends; 0 = no age starts here. */
export function ageEnd(tokens: readonly Token[], at: number): number {
  let end = at + phraseAt(tokens, at, YEARS_OLD);
  if (tokens[end]?.kind !== 'number') return 0;
  const isOfAge = ({ kind, key }: Token): boolean => kind === 'number' || /^(?:đến|tới|-|dưới)$/.test(key);
  for (let next = tokens[end]; next && end < at + LONGEST_AGE && isOfAge(next); next = tokens[end]) end++;
  return tokens[end]?.key === 'tuổi' ? end + 1 + phraseAt(tokens, end + 1, BEYOND) : 0;
}

const LONGEST_AGE = 8;
const LONGEST_CLAUSE = 24;

/** Where the clause that starts here ends; 0 = it narrows nothing. */
function clauseEnd(tokens: readonly Token[], at: number, to: number, layout: Layout): number {
  const opens = Math.max(phraseAt(tokens, at, OPENS_CLAUSE), layout === 'done' ? phraseAt(tokens, at, DONE_TO) : 0);
  if (opens === 0) return 0;
  if (layout === 'done') {
    let end = at;
    while (end < to && tokens[end]?.key !== ',' && phraseAt(tokens, end, BEYOND) === 0) end++;
    return end > at + 1 ? end : 0;
  }
  // `người có công`, `cây có múi` are names.
  const least = at + (opens > 1 ? opens : opens + 2);
  for (let end = at + opens; end < Math.min(to, at + LONGEST_CLAUSE) && tokens[end]?.kind === 'word'; end++) {
    const goesOn = phraseBefore(tokens, end, ACTS) > 0 || /^(?:mà|và)$/.test(tokens[end - 1]?.key ?? '');
    if (end >= least && phraseAt(tokens, end, SAID_BEHIND) > 0 && !goesOn) return end;
  }
  return 0;
}

/** A mark other than a comma ends the words of a noun. */
function wordsEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && (tokens[end]?.kind !== 'mark' || tokens[end]?.key === ',' || tokens[end]?.key === '-')) end++;
  return end;
}
