/** For the minutes: appeals of units, the answers, and the points before and now. */
import { type AppealState, appealStates, appealWords } from '../../commune/calendar/appeal.ts';
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
    appealTable('giai_trinh', states, false),
  ];
}

/** Each appeal with its answer, and the points before and now. `isOfOneUnit` = in a letter to the unit itself. */
export function appealTable(name: string, states: readonly AppealState[], isOfOneUnit: boolean): PaperBlock {
  return {
    kind: 'table',
    name,
    columns: [
      { field: 'stt', title: 'TT', width: 6, align: 'center' },
      ...(isOfOneUnit ? [] : [{ field: 'don_vi', title: 'Đơn vị', width: 18 }]),
      { field: 'tieu_chi', title: 'Tiêu chí', width: isOfOneUnit ? 11 : 9, align: 'center' },
      { field: 'noi_dung', title: isOfOneUnit ? 'Đơn vị nêu' : 'Nội dung', width: isOfOneUnit ? 31 : 26 },
      { field: 'tra_loi', title: 'Trả lời', width: isOfOneUnit ? 30 : 23 },
      { field: 'diem_truoc', title: 'Điểm trước', width: isOfOneUnit ? 11 : 9, align: 'center' },
      { field: 'diem_nay', title: 'Điểm nay', width: isOfOneUnit ? 11 : 9, align: 'center' },
    ],
    rows: states.map(({ appeal, answer, now }, at) => [
      String(at + 1),
      ...(isOfOneUnit ? [] : [appeal.unit]),
      appeal.criterion === '' ? 'cả báo cáo' : appeal.criterion,
      appealWords(appeal),
      answer === null ? BLANK : `${appealWords(answer)}${isOfOneUnit ? '' : ` (${answer.who})`}`,
      pointsOrDash(appeal.points),
      pointsOrDash(now),
    ]),
  };
}
