/** Figures of a meeting or a vote (`họp hợp lệ khi có từ 2/3 thành viên dự`, `đạt trên 2/3 phiếu`): rules, no targets. */
import type { Figure } from '../figure/figure.ts';
import { RATE } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, type Token } from '../words/token.ts';

export function isOfVoting(tokens: readonly Token[], { from, at, to, comparator }: Figure): boolean {
  // "không quá 2% phiếu liên lạc gửi bằng giấy": no vote asks for few.
  if (comparator === '<=' || comparator === '<') return false;
  // "cứ 4 phiếu khảo sát có 2 phiếu": a share of what is counted.
  if (/^(?:cứ|trong)$/.test(tokens[from]?.key ?? '')) return false;
  if (findPhrase(tokens, at + 1, to + NEAR, VOTES) >= 0) return true;
  // "Tỷ lệ dự họp hằng tháng": how many come over time.
  const isMeeting =
    findPhrase(tokens, Math.max(0, from - FAR), from, MEETING) >= 0 &&
    findPhrase(tokens, clauseStart(tokens, from), from, RATE) < 0;
  if (isMeeting && findPhrase(tokens, Math.max(0, from - FAR), to + FAR, ATTENDS) >= 0) return true;
  const agrees = findPhrase(tokens, to, to + FAR, AGREES);
  if (agrees < 0) return false;
  const areCouncil = findPhrase(tokens, at, agrees, MEMBERS) >= 0 && findPhrase(tokens, 0, from, AWARDED) >= 0;
  return areCouncil || findPhrase(tokens, agrees, agrees + NEAR, SO) >= 0;
}

/** Tokens. */
const NEAR = 4;
const FAR = 10;
const VOTES = phrases('phiếu | số phiếu | tổng số phiếu');
const MEETING = phrases('họp | cuộc họp | phiên họp | hội nghị');
const ATTENDS = phrases('dự | tham dự | có mặt | dự họp | hợp lệ');
const AGREES = phrases('đồng ý | tán thành | nhất trí');
const MEMBERS = phrases('thành viên | ủy viên | hội đồng');
const AWARDED = phrases('khen | khen thưởng | danh hiệu | đề nghị | công nhận | trình | giấy khen');
const SO = phrases('thì | mới');
