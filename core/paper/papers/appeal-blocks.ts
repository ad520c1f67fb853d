/** For the minutes: appeals of units, the answers, and the points before and now. */
import { type AppealState, appealStates, appealWords } from '../../commune/calendar/appeal.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK, column, heading, type PaperBlock, paragraph, table } from '../paper.ts';
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
  return table(
    name,
    [
      column('stt', 'TT', 6, 'center'),
      ...(isOfOneUnit ? [] : [column('don_vi', 'Đơn vị', 18)]),
      column('tieu_chi', 'Tiêu chí', isOfOneUnit ? 11 : 9, 'center'),
      column('noi_dung', isOfOneUnit ? 'Đơn vị nêu' : 'Nội dung', isOfOneUnit ? 31 : 26),
      column('tra_loi', 'Trả lời', isOfOneUnit ? 30 : 23),
      column('diem_truoc', 'Điểm trước', isOfOneUnit ? 11 : 9, 'center'),
      column('diem_nay', 'Điểm nay', isOfOneUnit ? 11 : 9, 'center'),
    ],
    states.map(({ appeal, answer, now }, at) => [
      String(at + 1),
      ...(isOfOneUnit ? [] : [appeal.unit]),
      appeal.criterion === '' ? 'cả báo cáo' : appeal.criterion,
      appealWords(appeal),
      answer === null ? BLANK : `${appealWords(answer)}${isOfOneUnit ? '' : ` (${answer.who})`}`,
      pointsOrDash(appeal.points),
      pointsOrDash(now),
    ]),
  );
}
