/** The tables of the council's sessions, members and votes, as they are made. */
import { SESSION_TITLES } from '../../core/council/session-columns.ts';
import { VOTE_TITLES } from '../../core/council/vote-columns.ts';
import { COUNCIL_TABLES, columns, type OwnTable, sealedColumns } from '../book/own-tables.ts';

const WIDTHS = [6, 26, 24, 14, 12, 24, 28, 28, 50, 40, 40, 40, 44, 12, 12, 12, 12, 12, 16];

export const SESSIONS: OwnTable = {
  ...COUNCIL_TABLES.sessions,
  title: 'PHIÊN HỌP HỘI ĐỒNG VÀ CHỐT KẾT QUẢ',
  columns: sealedColumns(SESSION_TITLES, WIDTHS),
};

export const MEMBERS: OwnTable = {
  ...COUNCIL_TABLES.members,
  title: 'THÀNH VIÊN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
  columns: columns(['Họ tên', 30], ['Chức vụ', 40], ['Đơn vị', 36]),
};

const VOTE_WIDTHS = [
  6, 26, 24, 44, 14, 10, 8, 8, 10, 10, 8, 8, 8, 10, 8, 14, 40, 18, 50, 10, 10, 10, 30, 16, 12, 12, 16,
];

export const VOTES: OwnTable = {
  ...COUNCIL_TABLES.votes,
  title: 'KẾT QUẢ BIỂU QUYẾT CỦA HỘI ĐỒNG',
  columns: sealedColumns(VOTE_TITLES, VOTE_WIDTHS),
};

export const VOTE_RULES: OwnTable = {
  ...COUNCIL_TABLES.voteRules,
  title: 'QUY TẮC BIỂU QUYẾT CỦA HỘI ĐỒNG',
  columns: columns(
    ['Quy tắc', 34],
    // As text: a typed 2/3 is no date.
    ['Tham gia ít nhất', 14, '@'],
    ['Mức đồng ý', 14, '@'],
    ['So với mức', 20],
    ['Tính trên', 28],
    ['Hình thức', 16],
    ['Ủy quyền', 18],
    ['Ý kiến bằng văn bản', 20],
    ['Khi ngang mức', 24],
    ['Căn cứ', 60],
  ),
};
