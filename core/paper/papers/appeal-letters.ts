/**
 * Thông báo trả lời giải trình, kiến nghị: a letter to each unit that said something of its points, with what it said,
 * the council's answer, and the points before and now. What is not answered yet keeps its blank.
 */
import { groupBy } from '../../base/group-by.ts';
import { formatPoints } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import { APPEAL_NAMES, type AppealState, appealStates } from '../../commune/calendar/appeal.ts';
import { fieldName } from '../../sheets/council/unit-words.ts';
import type { PaperFacts } from '../facts.ts';
import { shareWords } from '../lists.ts';
import { councilHeading, councilSignature, movementInPeriod, officeOf } from '../office.ts';
import { type Paper, type PaperBlock, paragraph } from '../paper.ts';
import { countWords, slug } from '../words.ts';
import { appealTable } from './appeal-blocks.ts';

export function appealLetters(facts: PaperFacts): readonly Paper[] {
  const states = appealStates(facts.journal.appeals ?? [], facts.run.reports);
  return [...groupBy(states, ({ appeal }) => squashKey(appeal.unit)).values()].flatMap((own) => {
    const [first] = own;
    return first ? [letter(facts, first.appeal.unit, own)] : [];
  });
}

function letter(facts: PaperFacts, unit: string, own: readonly AppealState[]): Paper {
  const { council } = officeOf(facts);
  const kinds = (['explanation', 'petition'] as const).filter((kind) => own.some(({ appeal }) => appeal.kind === kind));
  const what = kinds.map((kind) => APPEAL_NAMES[kind].toLocaleLowerCase('vi')).join(', ');
  return {
    kind: 'tra-loi',
    file: `tra-loi/tra-loi-${slug(unit)}`,
    title: `Thông báo trả lời ${what}: ${unit}`,
    heading: councilHeading(facts, 'tra-loi'),
    type: 'THÔNG BÁO',
    about: `Trả lời ${what} về kết quả chấm điểm ${movementInPeriod(facts)}`,
    to: [unit],
    body: [
      paragraph(`${council} đã nhận ${countWords(own.length)} ${what} của ${unit}, trả lời như sau:`),
      appealTable('tra_loi', own, true),
      ...standing(facts, unit),
      paragraph(`${council} thông báo để ${unit} biết./.`),
    ],
    signatures: [councilSignature(facts)],
    recipients: ['Như trên', 'Lưu: VT, HĐTĐKT'],
    fields: new Map([
      ['ten_don_vi', unit],
      ['so_noi_dung', String(own.length)],
    ]),
  };
}

/** The unit's result as it stands with the answers; empty where it has no points. */
function standing({ run }: PaperFacts, unit: string): readonly PaperBlock[] {
  const own = run.reports.find(
    (reportResult) => reportResult.score !== null && squashKey(reportResult.unit) === squashKey(unit),
  );
  if (!own?.score) return [];
  const { total, max, share, classification } = own.score;
  const place = run.rankings.find(
    (rankedUnit) => rankedUnit.unit === own.unit && rankedUnit.audience === own.report.audience,
  );
  const ranked = place === undefined ? '' : `, xếp thứ ${place.rank} nhóm ${fieldName(run, place)}`;
  const named = classification === null ? '' : `, xếp loại “${classification.name}”`;
  return [
    paragraph(
      `Kết quả hiện nay của ${own.unit}: ${formatPoints(total)}/${formatPoints(max)} điểm (${shareWords(share)})${ranked}${named}.`,
    ),
  ];
}
