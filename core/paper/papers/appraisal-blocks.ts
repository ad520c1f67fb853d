/** In the minutes: what the group that appraises put to the council beside the units' own points and what it decided. */
import { formatPoints } from '../../base/quantity/points.ts';
import type { CriterionScore } from '../../judge/score/score-sheet.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK, heading, type PaperBlock, paragraph } from '../paper.ts';
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
          {
            kind: 'table',
            name: 'tham_dinh',
            columns: [
              { field: 'stt', title: 'TT', width: 6, align: 'center' },
              { field: 'don_vi', title: 'Đơn vị', width: 20 },
              { field: 'tieu_chi', title: 'Tiêu chí', width: 9, align: 'center' },
              { field: 'tu_cham', title: 'Tự chấm', width: 9, align: 'center' },
              { field: 'tham_dinh', title: 'Thẩm định', width: 10, align: 'center' },
              { field: 'hoi_dong', title: 'Hội đồng', width: 11, align: 'center' },
              { field: 'ly_do', title: 'Người thẩm định, lý do', width: 35 },
            ],
            rows: apart.map(({ unit, point, proposal }, at) => [
              String(at + 1),
              unit,
              point.criterion,
              pointsOrDash(point.self),
              formatPoints(proposal.points),
              decided(point),
              `${proposal.who}: ${proposal.reason}`,
            ]),
          } as const,
        ]),
  ];
}

/** The visible blank while the council has not decided. */
function decided({ proposal, points }: CriterionScore): string {
  return proposal?.open ? BLANK : formatPoints(points);
}
