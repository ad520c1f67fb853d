/** For the minutes: appeals of units, the answers, and the points before and now. */
import { appealStates, appealWords } from '../../commune/calendar/appeal.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK, heading, type PaperBlock, paragraph } from '../paper.ts';
import { countWords, pointsOrDash } from '../words.ts';

/** Empty where no unit appealed. */
export function appealBlocks({ run, journal }: PaperFacts): readonly PaperBlock[] {
  const states = appealStates(journal.appeals ?? [], run.reports);
  if (states.length === 0) return [];
  const open = states.filter(({ answer }) => answer === null).length;
  return [
    heading('Giải trình, kiến nghị của đơn vị'),
    paragraph(
      `Đã nhận ${countWords(states.length)} giải trình, kiến nghị${open === 0 ? '' : `, còn ${countWords(open)} chưa trả lời`}:`,
    ),
    {
      kind: 'table',
      name: 'giai_trinh',
      columns: [
        { field: 'stt', title: 'TT', width: 6, align: 'center' },
        { field: 'don_vi', title: 'Đơn vị', width: 18 },
        { field: 'tieu_chi', title: 'Tiêu chí', width: 9, align: 'center' },
        { field: 'noi_dung', title: 'Nội dung', width: 26 },
        { field: 'tra_loi', title: 'Trả lời', width: 23 },
        { field: 'diem_truoc', title: 'Điểm trước', width: 9, align: 'center' },
        { field: 'diem_nay', title: 'Điểm nay', width: 9, align: 'center' },
      ],
      rows: states.map(({ appeal, answer, now }, at) => [
        String(at + 1),
        appeal.unit,
        appeal.criterion === '' ? 'cả báo cáo' : appeal.criterion,
        appealWords(appeal),
        answer === null ? BLANK : `${appealWords(answer)} (${answer.who})`,
        pointsOrDash(appeal.points),
        pointsOrDash(now),
      ]),
    },
  ];
}
