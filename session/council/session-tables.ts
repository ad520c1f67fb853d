/** The tables of the council's sessions and members, as they are made. */
import { SESSION_TITLES } from '../../core/council/session-columns.ts';
import { columns, type OwnTable, SESSION_TABLES, sealedColumns } from '../book/own-tables.ts';

const WIDTHS = [6, 26, 24, 14, 12, 24, 28, 28, 50, 40, 40, 40, 44, 12, 12, 12, 12, 12, 16];

export const SESSIONS: OwnTable = {
  ...SESSION_TABLES.sessions,
  title: 'PHIÊN HỌP HỘI ĐỒNG VÀ CHỐT KẾT QUẢ',
  columns: sealedColumns(SESSION_TITLES, WIDTHS),
};

export const MEMBERS: OwnTable = {
  ...SESSION_TABLES.members,
  title: 'THÀNH VIÊN HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG',
  columns: columns(['Họ tên', 30], ['Chức vụ', 40], ['Đơn vị', 36]),
};
