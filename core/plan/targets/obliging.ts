/** Whether a figure obliges: shares, ranks and zeroes always do; a figure with a unit by the words around it. */

import { type Figure, isForbidden } from '../figure/figure.ts';
import { PUNISHED } from '../figure/zero-figure.ts';
import type { Section } from '../layout/section.ts';
import { EACH_OF } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { counts } from './counted.ts';
import { isOneClause } from './describing.ts';

const WAIT = phrases('thời gian | thời hạn | trong vòng | trả lời | phản hồi | chờ | chờ đợi | rút ngắn');
/** `thời gian xử lý ý kiến, kiến nghị … tối đa 05 ngày`: commas only part what is waited for. */
const FARTHEST_WAIT = 30;
/** `12 ngày mỗi tháng`; `mỗi tháng ra quân ít nhất 02 ngày` */
const EACH_TIME = phrases(
  'mỗi tuần | mỗi tháng | mỗi quý | mỗi năm | một tuần | một tháng | hằng tuần | hằng tháng | hàng tuần | hàng tháng | mỗi học kỳ | mỗi năm học | mỗi dịp | mỗi đợt | mỗi vụ | mỗi mùa',
);
/** Behind the last of a list of persons. */
const FARTHEST_PUNISHED = 12;
export const LIFESPAN = phrases('tuổi thọ');
const DOWN_TO = phrases('xuống | còn | xuống còn');
const EARNED = phrases(
  'thu nhập | thu ngân sách | doanh thu | doanh số | tổng thu | thu hồi | thu về | huy động | giá trị | bình quân đầu người | vận động | quỹ | dư nợ',
);
/** "giải ngân tối thiểu 85 tỷ đồng" */
const PAYS_OUT = phrases('giải ngân');
/** "30 sáng kiến, giá trị làm lợi từ 200 triệu đồng" */
const WORTH = phrases('giá trị | trị giá | tổng trị giá | tổng giá trị');
/** `mỗi hộ đóng góp 5.000 đồng/tháng` */
const GIVEN = phrases('đóng góp | đóng | nộp | góp');

/** `before` = the figure before it in the sentence was taken as a target. */
export function obliges(tokens: readonly Token[], figure: Figure, section: Section, before: Figure | null): boolean {
  const start = clauseStart(tokens, figure.at);
  if (isSpecified(tokens, figure)) return false;
  switch (figure.kind) {
    case 'percent':
    case 'rank':
      return true;
    case 'all':
      // "1. Mục tiêu chung": what all are to have is an aim, no share.
      return section.topics.includes('targets') && !/(?<!\p{L})(?:chung|tổng quát)(?!\p{L})/iu.test(section.under);
    case 'zero':
      // Who is punished is not commended: what shuts out is nothing to reach.
      if (shutsOut(section) && findPhrase(tokens, figure.to, figure.to + FARTHEST_PUNISHED, PUNISHED) >= 0)
        return false;
      // "17 thôn không có trường hợp sinh con thứ ba": what is true of those counted.
      return !before || !isOneClause(tokens, before.to, figure);
    case 'money':
      if (before?.kind === 'count' && phraseAt(tokens, start, WORTH) > 0) return false;
      // "ủng hộ phong trào từ 20 triệu đồng trở lên": what it takes.
      if (section.topic === 'standard' && figure.comparator === '>=' && !isOneClauseAfter(tokens, before, figure))
        return true;
      if (phraseBefore(tokens, figure.from, GIVEN) > 0) return false;
      // "5 hợp tác xã có doanh thu trên 500 triệu đồng/năm": what is counted.
      if (before && before.kind !== 'money' && isOneClause(tokens, before.to, figure)) return false;
      // "mỗi doanh nghiệp … ủng hộ ít nhất 50 triệu đồng/năm": each of them gives so much.
      if (figure.comparator === '>=' && figure.compared && asksEach(tokens, figure, section)) return true;
      if (figure.compared && phraseBefore(tokens, figure.from, PAYS_OUT) > 0) return true;
      return findPhrase(tokens, figure.at - 60, figure.at, EARNED) >= 0;
    case 'time':
      // "bám cơ sở ít nhất 02 ngày/tuần"
      if (
        figure.unit.includes('/') ||
        phraseAt(tokens, figure.to, EACH_TIME) > 0 ||
        phraseAt(tokens, start, EACH_TIME) > 0
      )
        return figure.compared || (before?.kind === 'count' && phraseBefore(tokens, figure.at, DOES) > 0);
      // "không để hồ sơ tồn đọng quá 3 ngày": the limit describes what must not happen.
      if (before?.kind === 'zero' && isOneClause(tokens, before.to, figure)) return false;
      // "100% phản ánh được trả lời trong vòng 24 giờ": what the share is of.
      if (isWithin(tokens, figure, before)) return false;
      if (figure.unit === 'tuổi') return findPhrase(tokens, figure.at - 8, figure.at, LIFESPAN) >= 0;
      return (
        /^(?:giây|phút|giờ|ngày|ngày làm việc)$/.test(figure.unit) &&
        (figure.comparator.startsWith('<') || phraseBefore(tokens, figure.at, DOWN_TO) > 0) &&
        // "mỗi sạp không quá 15 phút": how long each of many takes.
        ((isForbidden(tokens, figure.from, figure.kind) && phraseAt(tokens, start, EACH_OF) === 0) ||
          (tokens[figure.from]?.key === 'không' && phraseAt(tokens, start, EACH_OF) === 0) ||
          findPhrase(tokens, before?.to ?? figure.at - FARTHEST_WAIT, figure.at, WAIT) >= 0)
      );
    case 'points':
      // "90% đạt từ 80/100 điểm": what the share is of.
      if (before?.kind === 'percent' && isOneClause(tokens, before.to, figure)) return false;
      // "01 bản đồ số, 12 điểm được gắn mã QR": places.
      if (tokens[figure.to]?.key === 'được' && phraseAt(tokens, figure.to + 1, DOES) > 0 && !shutsOut(section))
        return counts(tokens, figure, section, before, start);
      return isFloor(tokens, figure, before) || (figure.fraction && section.topics.includes('targets'));
    case 'measure':
      // "không để xảy ra vụ cháy nào gây thiệt hại trên 1 ha": what there is to be none of.
      if (before?.kind === 'zero' && isOneClause(tokens, before.to, figure)) return false;
      return !isPerOne(tokens, figure, start) && counts(tokens, figure, section, before, start);
    case 'count':
    case 'unknown':
      return counts(tokens, figure, section, before, start);
  }
}

/** `tối thiểu 1 m x 1 m`, `RAM 8 GB`: what a thing is to be like. */
function isSpecified(tokens: readonly Token[], { at, to, unit }: Figure): boolean {
  const isSide = tokens[to]?.key === 'x' && tokens[to + 1]?.kind === 'number';
  return isSide || tokens[at - 1]?.key === 'x' || OF_EQUIPMENT.test(unit);
}
/** Multiples of the byte, and lengths no commune builds in. */
const OF_EQUIPMENT = /^(?:[kmgt]?b|cm|mm|inch)$/iu;

/** `trong vòng 48 giờ` beside a share in the same clause. */
function isWithin(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  if (phraseAt(tokens, figure.from, WITHIN) === 0) return false;
  const isSameClause = before?.kind === 'percent' && tokens.slice(before.to, figure.at).every(({ key }) => key !== ';');
  return isSameClause || tokens[figure.to]?.key === 'đối';
}
const WITHIN = phrases('trong vòng');

/** A part on who is commended. */
function shutsOut({ topics }: Section): boolean {
  return topics.some((topic) => topic === 'standard' || topic.startsWith('award'));
}

/**
 * In a part with demands, for each unit: `mỗi đơn vị tiết kiệm từ 20 triệu đồng trở lên`; not a sum of costs for each
 * village.
 */
function asksEach(tokens: readonly Token[], figure: Figure, { topics }: Section): boolean {
  if (!topics.some((topic) => topic === 'targets' || topic === 'tasks' || topic === 'roles')) return false;
  // "6. Doanh nghiệp: mỗi doanh nghiệp …"
  const each = findPhrase(tokens, 0, figure.at, EACH_OF);
  const opens = each === 0 || tokens[each - 1]?.key === ':' || tokens[each - 1]?.key === '.';
  return each >= 0 && opens && findPhrase(tokens, 0, figure.at, COSTLY) < 0;
}
const COSTLY = phrases('kinh phí | hỗ trợ | mức chi | chi phí | ngân sách | vốn | thưởng | trị giá');

function isOneClauseAfter(tokens: readonly Token[], before: Figure | null, figure: Figure): boolean {
  return before !== null && isOneClause(tokens, before.to, figure);
}

/** "giá trị sản xuất trên 01 ha đạt 250 triệu đồng": per unit. */
function isPerOne(tokens: readonly Token[], figure: Figure, start: number): boolean {
  return figure.value === 1 && figure.comparator === '>' && findPhrase(tokens, start, figure.at, EARNED) >= 0;
}

/** Marks to be reached: `từ 80 điểm trở lên`, `đạt từ 80 điểm được xét tặng`; fewer of them shut out. */
function isFloor(tokens: readonly Token[], figure: Figure, before: Figure | null): boolean {
  // "đơn vị đạt từ 90 điểm trở lên, tổ dân phố từ 85 điểm"
  if (figure.fromWord)
    return (
      before?.kind === 'points' ||
      phraseAt(tokens, figure.to, THEN) > 0 ||
      opensDoor(tokens, figure) ||
      // "phải đạt từ 90/100 điểm theo bảng chấm"
      tokens[figure.from - 1]?.key === 'phải'
    );
  return figure.compared && !figure.comparator.startsWith('<');
}
/** `tập thể đạt từ 90 điểm, cá nhân đạt từ 85 điểm được đề nghị`: what the last of a list opens. */
function opensDoor(tokens: readonly Token[], { to }: Figure): boolean {
  const door = tokens[to]?.key === ',' ? findPhrase(tokens, to, to + 12, OPENED) : -1;
  return door >= 0 && tokens.slice(to, door).some(({ kind }) => kind === 'number');
}
const OPENED = phrases('điểm được | điểm thì được | điểm mới được');
const THEN = phrases('được | thì | mới được | mới');
