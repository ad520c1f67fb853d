import { formatNumber } from '../../../base/quantity/points.ts';
import type { SideRemark, UnreadRemark } from '../../../report/report.ts';
import { figureReads } from '../figures.ts';
import type { Check, Finding } from '../finding.ts';
import { namesFigure, otherFigures } from '../other-figures.ts';
import { type CheckRun, type CheckSubject, type Line, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Trong dòng hoặc trang của báo cáo có nội dung mà phần mềm không dùng để chấm: số thừa, phần bị gạch, ghi chú của ô hoặc ô bên cạnh nêu số khác, bảng khác. */
export const unreadContent: Check<'unread-content'> = {
  code: 'unread-content',
  severity: 'info',
  doubt: 'nothing',
  name: 'Nội dung chưa dùng',
  todo: 'Xem ô đó; nếu là kết quả thì chỉ lại cột cho đúng hoặc hỏi đơn vị.',
  find,
};

function find({ files, subjects }: CheckRun): readonly Finding[] {
  const inFiles = files.flatMap((file) =>
    file.remarks.flatMap((remark): readonly Finding[] =>
      remark.kind === 'unread'
        ? [
            {
              subject: null,
              file: file.name,
              cell: remark.cell,
              message: messageOf(remark),
              data: { found: remark.text },
              severity: 'warning',
            },
          ]
        : [],
    ),
  );
  const inReports = subjects.flatMap((subject) =>
    remarksOf(subject, 'unread').map((remark): Finding => {
      const { cell, criterion, text } = remark;
      return {
        subject,
        ...(criterion === undefined ? {} : { line: criterion }),
        cell,
        message: messageOf(remark),
        data: { found: text },
        ...(isWorthALook(subject, remark) ? { severity: 'warning' as const } : {}),
      };
    }),
  );
  return [...inReports, ...subjects.flatMap(notesOfOthers), ...inFiles];
}

/** Remarks that name another figure than those of their row: `xã đếm lại được 530`, `chỉ có mười hai`. */
function notesOfOthers(subject: CheckSubject): readonly Finding[] {
  return subject.rows.flatMap((line) => {
    const { explanation, remarks = [] } = line.entry;
    const own = explanation === undefined ? [] : [{ ...explanation, isRemark: true }];
    return [...own, ...remarks].flatMap((remark) => otherFigureIn(remark, line, subject) ?? []);
  });
}

function otherFigureIn({ text, cell, isRemark }: SideRemark, line: Line, subject: CheckSubject): Finding | undefined {
  // A text that Excel may run as a formula has its own flag.
  if (/^\s*[=+@]/.test(text)) return undefined;
  const figures = otherFigures(text, line, isRemark);
  if (figures.length === 0) return undefined;
  // The flag on hidden content leads to the same cell.
  if (remarksOf(subject, 'hidden').some((hidden) => hidden.cell.address === cell.address)) return undefined;
  const message = `Tiêu chí ${line.code}: ô ${cell.address} ghi ${quote(text)}, có số khác số liệu của dòng${ownFigures(line)}.`;
  const severity = figures.includes('result') ? 'warning' : 'info';
  return { subject, line: line.code, cell, message, data: { found: text }, severity };
}

/** ` (57/87)`: the figures of the row. */
function ownFigures({ entry }: Line): string {
  const figures = figureReads(entry).flatMap(({ read: { reading } }) => {
    if (reading.kind === 'fraction') return [`${reading.a}/${reading.b}`];
    return reading.kind === 'number' ? [formatNumber(reading.value, 4)] : [];
  });
  return figures.length === 0 ? '' : ` (${figures.join('; ')})`;
}

function messageOf({ why, text, of: own = '', cell, criterion }: UnreadRemark): string {
  const of = criterion === undefined ? '' : `Tiêu chí ${criterion}: `;
  const place = of === '' ? `Ô ${cell.address}` : `${of}ô ${cell.address}`;
  switch (why) {
    case 'left-over':
      return `${place} ghi ${quote(text)} mà không được dùng để chấm.`;
    case 'struck':
      return `${place} có phần bị gạch bỏ ${quote(text)}; phần này không được đọc.`;
    case 'note':
      return `${place} có ghi chú: ${quote(text)}.`;
    case 'sheet':
      return `Trang tính ${quote(cell.sheet)} có ${text} ghi tên tiêu chí kèm số liệu, nhưng không có dòng đầu cột nào đọc được; trang này không được chấm.`;
    case 'sum':
      return `${place} ghi ${quote(own)}, các dòng con bên dưới cộng lại là ${quote(text)}.`;
    case 'table':
      return `Trang tính ${quote(cell.sheet)}, từ ô ${cell.address}, có bảng khác về cùng các tiêu chí (${text}); bảng này không được chấm.`;
  }
}

/** A figure nobody used beside a criterion without any, or a note that speaks of figures. */
function isWorthALook({ lines }: CheckSubject, { why, text, criterion }: UnreadRemark): boolean {
  if (why === 'sum') return true;
  if (why === 'note') return criterion !== undefined && namesFigure(text);
  if (!/\d/.test(text) || why === 'table' || why === 'sheet') return false;
  const line = lines.find(({ code }) => code === criterion);
  if (line === undefined) return false;
  const isOnly = figureReads(line.entry).every(({ read }) => read.reading.kind === 'missing');
  return isOnly || (why === 'left-over' && otherFigures(text, line, false).includes('result'));
}
