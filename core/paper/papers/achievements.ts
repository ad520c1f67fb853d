/**
 * Báo cáo thành tích: the skeleton for each candidate, its figures filled in; what only the unit can tell of itself
 * stays blank.
 */

import { groupBy } from '../../base/group-by.ts';
import { formatPoints } from '../../base/quantity/points.ts';
import { modelsOf } from '../../commune/calendar/journal.ts';
import type { AwardCandidate } from '../../judge/award/candidate.ts';
import { awardsOf } from '../../judge/award/ledger.ts';
import { isProposedElsewhere } from '../../judge/award/overlaps.ts';
import type { Proposal } from '../../judge/score/score-sheet.ts';
import { unitLines } from '../content-answers.ts';
import type { PaperFacts } from '../facts.ts';
import { achievementOf, audienceName, isStillAwarded, reportOf } from '../lists.ts';
import { movementInPeriod, nameOnly, officeOf } from '../office.ts';
import { BLANK, column, heading, items, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { capitals, dayWords, inside, orBlank, slug } from '../words.ts';
import { headTitle } from './head-title.ts';
import { headOf } from './heads.ts';

export function achievements(facts: PaperFacts): readonly Paper[] {
  const open = facts.candidates.filter(
    (awardCandidate) =>
      awardCandidate.state !== 'refused' && isStillAwarded(awardCandidate) && hasAchieved(facts, awardCandidate),
  );
  const byUnit = groupBy(open, ({ unit, audience }) => JSON.stringify([unit, audience]));
  return [...byUnit.values()].flatMap((own) => (own[0] ? [achievement(facts, own[0], own)] : []));
}

/** Who has no points has nothing to report on but the deed it was put forward for. */
function hasAchieved(facts: PaperFacts, { unit, audience, cause, achievement }: AwardCandidate): boolean {
  const report = reportOf(facts, unit, audience);
  const score = report?.score ?? null;
  if (report?.reception === 'returned') return false;
  return score === null ? cause !== 'unscored' || achievement !== '' : score.total > 0 || achievement !== '';
}

function achievement(facts: PaperFacts, candidate: AwardCandidate, own: readonly AwardCandidate[]): Paper {
  const { unit, audience, subject } = candidate;
  const office = officeOf(facts);
  // What waits beside a proposal in the same round is not requested too.
  const forms = [...new Set(own.filter((line) => !isProposedElsewhere(line)).map(({ form }) => form))];
  const deeds = own.filter(({ round }) => round === 'out-of-turn');
  const isSudden = deeds.length === own.length;
  return {
    kind: 'bao-cao-thanh-tich',
    file: `bao-cao-thanh-tich/thanh-tich-${slug(unit)}`,
    title: `Báo cáo thành tích: ${unit}`,
    heading: {
      upper: null,
      issuer: [capitals(unit)],
      number: null,
      placeAndDate: `${office.place}, ${dayWords(null)}`,
    },
    type: 'BÁO CÁO THÀNH TÍCH',
    about: `Đề nghị khen thưởng ${isSudden ? 'đột xuất' : 'thi đua theo chuyên đề'}: ${movementInPeriod(facts)}`,
    to: [],
    body: [
      paragraph(`Tên tập thể, cá nhân, hộ gia đình đề nghị: ${unit} (${audienceName(facts, audience)}).`),
      paragraph(`Hình thức đề nghị: ${forms.join('; ')}.`),
      heading('I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH'),
      items(
        subject === 'individual'
          ? `Ngày sinh, quê quán, chức vụ, nơi làm việc hoặc nơi ở: ${BLANK}.`
          : `Đặc điểm, số thành viên, chức năng, nhiệm vụ: ${BLANK}.`,
        `Thuận lợi, khó khăn: ${BLANK}.`,
      ),
      heading('II. THÀNH TÍCH ĐẠT ĐƯỢC'),
      ...(isSudden ? [] : [paragraph(`Kết quả chung: ${achievementOf(facts, candidate)}.`)]),
      ...deeds.map((awardCandidate) => paragraph(`Thành tích đột xuất: ${achievementOf(facts, awardCandidate)}.`)),
      ...contents(facts, unit),
      ...figures(facts, candidate),
      ...ways(facts, unit),
      heading('III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG'),
      items(...earlier(facts, unit)),
    ],
    signatures: [
      { authority: [`XÁC NHẬN CỦA ${capitals(office.committee)}`], hint: '(Ký, đóng dấu)', name: '' },
      {
        authority: [subject === 'collective' ? headTitle(unit, audience) : 'NGƯỜI BÁO CÁO'],
        hint: '(Ký, ghi rõ họ tên)',
        name: subject === 'collective' ? nameOnly(headOf(facts, unit)) : '',
      },
    ],
    recipients: [],
    fields: new Map([
      ['ten_don_vi', unit],
      ['hinh_thuc', forms.join('; ')],
      ['thanh_tich', achievementOf(facts, candidate)],
    ]),
  };
}

/** Its own figures under the plan's contents. */
function contents(facts: PaperFacts, unit: string): readonly PaperBlock[] {
  const results = facts.run.movement.contents.flatMap((content) => {
    const lines = unitLines(facts, content, unit);
    return lines.length === 0 ? [] : [`${inside(content.text)} (mục ${content.source.section}): ${lines.join('; ')}.`];
  });
  return results.length === 0 ? [] : [paragraph('Kết quả theo từng nội dung của Kế hoạch:'), items(...results)];
}

/** What it earned points with. The points of people and households are the council's alone: only their results stand. */
function figures(facts: PaperFacts, { unit, audience, subject }: AwardCandidate): readonly PaperBlock[] {
  const score = reportOf(facts, unit, audience)?.score ?? null;
  if (score === null) return [paragraph(`Số liệu minh chứng: ${BLANK}.`)];
  const counted = score.points.filter(({ status, points, max }) => status === 'settled' && points > 0 && max > 0);
  if (counted.length === 0) return [paragraph(`Số liệu minh chứng: ${BLANK}.`)];
  const isUnit = subject === 'collective';
  return [
    table(
      'ket_qua',
      [
        column('ma', 'Mã', 8, 'center'),
        column('ten', 'Tiêu chí', isUnit ? 40 : 46),
        ...(isUnit ? [column('diem', 'Điểm', 12, 'center')] : []),
        column('ly_do', 'Kết quả', isUnit ? 40 : 46),
      ],
      counted.map(({ criterion, title, points, max, reason, proposal }) => [
        criterion,
        title,
        ...(isUnit ? [`${formatPoints(points)}/${formatPoints(max)}`] : []),
        resultIn(ofUnit(reason, proposal)),
      ]),
    ),
  ];
}

/** Who proposed how a criterion is scored, and who appraised it, is the council's matter: the unit's slip tells it. */
function ofUnit(reason: string, proposal: Proposal | null): string {
  const [appraised = ''] = proposal === null ? [reason] : reason.split(`; ${proposal.who} thẩm định `);
  const [own = ''] = appraised.split('; Hội đồng quyết định ');
  return own.replace(/; cách chấm đề xuất\)/gu, ')').replace(/ \([^(),]*, đề xuất\)/gu, '');
}

/**
 * The figures alone: `250/250 = 100 %` of `250/250 = 100 % ≥ 100 % → 20/20 (Lục Ba III.1.a)`; of a criterion in parts
 * each part's. How they are scored stands on the unit's slip.
 */
function resultIn(reason: string): string {
  const [figures = ''] = reason.split(' (');
  if (/^Hội đồng chấm/u.test(figures)) return 'Hội đồng chấm';
  const parts = figures.split(/ \+ (?=\p{L}\) )/u).map((part) => part.replace(/ → .*$/su, ''));
  return parts.map((part) => part.replace(/(?: [≥≤÷×] |, (?:khoảng|không quá) ).*$/su, '')).join('; ');
}

/** What the commune noted of its models; what of them only the unit can tell stays blank. */
function ways({ journal }: PaperFacts, unit: string): readonly PaperBlock[] {
  const { own, taken } = modelsOf(journal, unit);
  if (own.length + taken.length === 0) return [paragraph(`Cách làm, mô hình, sáng kiến và hiệu quả: ${BLANK}.`)];
  return [
    paragraph('Cách làm, mô hình, sáng kiến và hiệu quả:'),
    items(
      ...own.map(({ name, summary, adopters }) => {
        const others = adopters.length === 0 ? '' : `; đã được nhân rộng tại: ${adopters.join('; ')}`;
        return `${inside(name)}: ${inside(orBlank(summary))}${others}.`;
      }),
      ...taken.map(({ name, unit: maker }) => `Áp dụng mô hình “${inside(name)}” của ${maker}: ${BLANK}.`),
    ),
  ];
}

function earlier({ ledger }: PaperFacts, unit: string): readonly string[] {
  const own = awardsOf(ledger, unit);
  if (own.length === 0) return [`${BLANK}.`];
  return own.map(({ form, year }) => `${form}${year === null ? '' : `, năm ${year}`}.`);
}
