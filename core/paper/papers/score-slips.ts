/**
 * Phiếu chấm điểm: a slip for the report that counts of each unit, every point with its reason, for the unit and the
 * appraiser to sign.
 */

import { formatPoints, type Points } from '../../base/quantity/points.ts';
import type { ReportResult } from '../../judge/run/run-result.ts';
import type { CriterionScore, ScoreSheet } from '../../judge/score/score-sheet.ts';
import { fieldName } from '../../sheets/council/unit-words.ts';
import type { PaperFacts } from '../facts.ts';
import { audienceName, shareWords } from '../lists.ts';
import { councilHeading, movementInPeriod, nameOnly } from '../office.ts';
import { column, items, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { countWords, inside, opening, pointsOrDash, slug } from '../words.ts';
import { headOf } from './heads.ts';

const SIGN = '(Ký, ghi rõ họ tên)';

export function scoreSlips(facts: PaperFacts): readonly Paper[] {
  const counting = facts.run.reports.filter(({ reception }) => reception === 'counts' || reception === 'returned');
  return counting.flatMap((result) => (result.score === null ? [] : [slip(facts, result, result.score)]));
}

function slip(facts: PaperFacts, { unit, report }: ReportResult, score: ScoreSheet): Paper {
  const place = facts.run.rankings.find(
    (rankedUnit) => rankedUnit.unit === unit && rankedUnit.audience === report.audience,
  );
  const audience = audienceName(facts, report.audience);
  const led = headOf(facts, unit);
  return {
    kind: 'phieu-cham',
    file: `phieu-cham/phieu-cham-${slug(unit)}`,
    title: `Phiếu chấm điểm: ${unit}`,
    landscape: hasProposals(score),
    heading: councilHeading(facts, 'phieu-cham'),
    type: 'PHIẾU CHẤM ĐIỂM',
    about: opening(movementInPeriod(facts)),
    to: [],
    body: [
      paragraph(
        `Đơn vị: ${unit}. Đối tượng: ${audience}.${led === '' ? '' : ` Người đứng đầu: ${led}.`}${facts.lastYear ? ` Điểm của năm ${facts.lastYear}.` : ''}`,
      ),
      pointsTable(score),
      ...appraisers(score),
      ...explainBy(facts),
      items(
        ...summary(score, place === undefined ? '' : `, xếp thứ ${place.rank} nhóm ${fieldName(facts.run, place)}`),
      ),
    ],
    signatures: [
      { authority: ['ĐẠI DIỆN ĐƠN VỊ'], hint: SIGN, name: nameOnly(led) },
      { authority: ['NGƯỜI THẨM ĐỊNH'], hint: SIGN, name: '' },
      ...(hasProposals(score) ? [{ authority: ['TM. HỘI ĐỒNG'], hint: SIGN, name: '' }] : []),
    ],
    recipients: [],
    fields: new Map([
      ['ten_don_vi', unit],
      ['doi_tuong', audience],
      ['tong_diem', formatPoints(score.total)],
      ['diem_toi_da', formatPoints(score.max)],
      ['ty_le', shareWords(score.share)],
      ['xep_loai', score.classification?.name ?? ''],
      ['thu_hang', place === undefined ? '' : String(place.rank)],
    ]),
  };
}

/** The group that appraises put points to the council: then its column stands between the unit's and the council's. */
function hasProposals({ points }: ScoreSheet): boolean {
  return points.some(({ proposal }) => proposal !== null);
}

/** Until when the unit may answer, where a day was set. */
function explainBy({ calendar }: PaperFacts): readonly PaperBlock[] {
  const day = calendar.find(({ what }) => what === 'explanation');
  return day === undefined
    ? []
    : [paragraph(`Đơn vị có ý kiến thì gửi giải trình kèm minh chứng ${inside(day.words)}.`)];
}

/** Who appraised, and what the council has not decided yet. */
function appraisers(score: ScoreSheet): readonly PaperBlock[] {
  const proposals = score.points.flatMap(({ proposal }) => proposal ?? []);
  if (proposals.length === 0) return [];
  const names = [...new Set(proposals.map(({ who }) => who))].join('; ');
  const open = score.points.filter(({ proposal }) => proposal?.open).length;
  return [
    paragraph(
      `Thẩm định: ${names}. ${open === 0 ? 'Hội đồng không còn điểm thẩm định nào phải quyết định.' : `Hội đồng chưa quyết định ${countWords(open)} tiêu chí: điểm tính ở mức thấp nhất.`}`,
    ),
  ];
}

function pointsTable(score: ScoreSheet): PaperBlock {
  const isTwo = hasProposals(score);
  return table(
    'tieu_chi',
    [
      column('ma', 'Mã', 7, 'center'),
      column('ten', 'Tiêu chí', 32),
      column('toi_da', 'Tối đa', isTwo ? 8 : 9, 'center'),
      column('tu_cham', 'Tự chấm', isTwo ? 8 : 11, 'center'),
      column('tham_dinh', 'Thẩm định', isTwo ? 9 : 13, 'center'),
      ...(isTwo ? [column('hoi_dong', 'Hội đồng', 9, 'center')] : []),
      column('ly_do', 'Căn cứ, lý do', isTwo ? 42 : 40),
    ],
    [
      ...score.points.map((criterionScore) => [
        criterionScore.criterion,
        criterionScore.title,
        formatPoints(criterionScore.max),
        pointsOrDash(criterionScore.self),
        ...(isTwo ? [pointsOrDash(criterionScore.proposal?.points ?? null)] : []),
        range(criterionScore.points, criterionScore),
        criterionScore.reason,
      ]),
      [
        '',
        'Cộng',
        formatPoints(score.max),
        pointsOrDash(score.self),
        ...(isTwo ? [''] : []),
        range(score.total, score),
        '',
      ],
    ],
    true,
  );
}

/** What counts, with what it can still become. */
function range(points: Points, { low, high }: Pick<CriterionScore, 'low' | 'high'>): string {
  return low === high ? formatPoints(points) : `${formatPoints(points)} (${formatPoints(low)}–${formatPoints(high)})`;
}

/** `place` = the unit's place, with the comma before it; '' = none. */
function summary(score: ScoreSheet, place: string): readonly string[] {
  return [
    `Tổng điểm ${formatPoints(score.total)}/${formatPoints(score.max)}, đạt ${shareWords(score.share)}${place}.`,
    ...(score.classification ? [`Xếp loại: ${score.classification.name}.`] : []),
    ...score.classReasons,
    ...(score.low === score.high
      ? []
      : [`Còn nội dung chưa chốt: tổng điểm có thể từ ${formatPoints(score.low)} đến ${formatPoints(score.high)}.`]),
  ];
}
