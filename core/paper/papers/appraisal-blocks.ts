/** In the minutes: what the group that appraises put to the council beside the units' own points and what it decided. */
import { formatPoints } from '../../base/quantity/points.ts';
import type { CriterionScore } from '../../judge/score/score-sheet.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK, column, heading, type PaperBlock, paragraph, table } from '../paper.ts';
import { countWords, pointsOrDash } from '../words.ts';

/** Nothing where nobody appraised; points all three agree on are counted, the others listed. */
export function appraisalBlocks({ run }: PaperFacts): readonly PaperBlock[] {
  const appraised = run.reports.flatMap(({ unit, score }) =>
    (score?.points ?? []).flatMap((point) => (point.proposal ? [{ unit, point, proposal: point.proposal }] : [])),
  );
  if (appraised.length === 0) return [];
  const apart = appraised.filter(
    ({ point, proposal }) => proposal.open || point.self !== proposal.points || point.points !== proposal.points,
  );
  const same = appraised.length - apart.length;
  return [
    heading('Điểm tự chấm, điểm thẩm định, điểm Hội đồng quyết định'),
    paragraph(
      `Đã thẩm định ${countWords(appraised.length)} điểm. Tự chấm, thẩm định và Hội đồng như nhau: ${countWords(same)}. Khác nhau hoặc Hội đồng chưa quyết định: ${countWords(apart.length)}${apart.length > 0 ? ':' : '.'}`,
    ),
    ...(apart.length === 0
      ? []
      : [
          table(
            'tham_dinh',
            [
              column('stt', 'TT', 6, 'center'),
              column('don_vi', 'Đơn vị', 20),
              column('tieu_chi', 'Tiêu chí', 9, 'center'),
              column('tu_cham', 'Tự chấm', 9, 'center'),
              column('tham_dinh', 'Thẩm định', 10, 'center'),
              column('hoi_dong', 'Hội đồng', 11, 'center'),
              column('ly_do', 'Người thẩm định, lý do', 35),
            ],
            apart.map(({ unit, point, proposal }, at) => [
              String(at + 1),
              unit,
              point.criterion,
              pointsOrDash(point.self),
              formatPoints(proposal.points),
              decided(point),
              `${proposal.who}: ${proposal.reason}`,
            ]),
          ),
        ]),
  ];
}

/** The visible blank while the council has not decided. */
function decided({ proposal, points }: CriterionScore): string {
  return proposal?.open ? BLANK : formatPoints(points);
}
