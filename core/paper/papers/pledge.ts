/**
 * Giao ước thi đua: what the units of the movement pledge to each other when it is launched, in the plan's own targets;
 * nothing is pledged that the plan does not ask.
 */
import { groupBy } from '../../base/group-by.ts';
import { periodDays } from '../../base/period/period.ts';
import { ownTargets } from '../../commune/result/commune-result.ts';
import { unitAudiences } from '../../judge/run/unit-list.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { PaperFacts } from '../facts.ts';
import { formsToGive } from '../lists.ts';
import { councilHeading, councilSignature, movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, column, heading, items, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { dayWords, inside, opening } from '../words.ts';

export function pledge(facts: PaperFacts): Paper {
  const { movement } = facts.run;
  const office = officeOf(facts);
  const duties = movement.contents.map(({ text, source }) => `${inside(opening(text))} (mục ${source.section}).`);
  const pledged = targets(facts);
  return {
    kind: 'giao-uoc',
    file: 'giao-uoc-thi-dua',
    title: 'Giao ước thi đua',
    // Signed when the movement is launched, not on the day of the other papers.
    heading: { ...councilHeading(facts, 'giao-uoc'), placeAndDate: `${office.place}, ${dayWords(null)}` },
    type: 'GIAO ƯỚC THI ĐUA',
    about: opening(movementInPeriod(facts)),
    to: [],
    body: [
      paragraph(`Thực hiện ${planCited(movement)}, các đơn vị ký tên dưới đây thống nhất giao ước thi đua như sau:`),
      ...(movement.theme === null ? [] : [paragraph(`Chủ đề: “${inside(movement.theme)}”.`)]),
      heading('1. Nội dung, chỉ tiêu thi đua'),
      ...(duties.length > 0 ? [items(...duties)] : []),
      ...pledged,
      ...(duties.length + pledged.length > 0 ? [] : [items(`Thực hiện đầy đủ các nội dung của Kế hoạch: ${BLANK}.`)]),
      heading('2. Trách nhiệm của các đơn vị'),
      items(
        'Tổ chức thực hiện các nội dung trên tại đơn vị; báo cáo đúng kỳ, đúng số liệu, có minh chứng.',
        'Tự chấm điểm theo bộ tiêu chí; chịu sự kiểm tra, thẩm định của Hội đồng.',
      ),
      heading('3. Khen thưởng'),
      items(
        `Hình thức khen${movement.awards.length > 0 ? ' theo Kế hoạch' : ''}: ${formsToGive(facts).join('; ') || BLANK}.`,
      ),
      paragraph(`Giao ước này được lập thành ${BLANK} bản, mỗi đơn vị giữ một bản./.`),
      signing(facts),
    ],
    signatures: [councilSignature(facts)],
    recipients: ['Các đơn vị ký giao ước', 'Lưu: VT, HĐTĐKT'],
    fields: new Map(),
  };
}

/** By the day each is due: a level of 2030 is not pledged for this year, and none whose day is over. */
function targets({ run }: PaperFacts): readonly PaperBlock[] {
  const from = run.period === null ? '' : periodDays(run.period).from;
  const open = ownTargets(run.movement.targets).filter(({ deadline }) => deadline === null || deadline >= from);
  return [...groupBy(open, ({ deadline }) => deadline)].flatMap(([deadline, own]) => [
    paragraph(deadline === null ? 'Chỉ tiêu:' : `Chỉ tiêu, chậm nhất ngày ${formatDate(deadline)}:`),
    items(...own.map(({ text, section }) => `${inside(opening(text))} (mục ${section}).`)),
  ]);
}

/** Who signs: the units of the list, no private persons; blanks where there is none. */
function signing({ run }: PaperFacts): Paper['body'][number] {
  const isUnit = unitAudiences(run.movement);
  const own = run.register?.filter(({ registered, audience }) => registered && isUnit(audience)) ?? [];
  const units = own.map(({ name }) => name);
  const names = units.length > 0 ? units : Array.from({ length: 4 }, () => BLANK);
  return table(
    'don_vi',
    [
      column('tt', 'TT', 6, 'center'),
      column('ten', 'Đơn vị', 40),
      column('dai_dien', 'Người đại diện (họ tên, chức vụ)', 30),
      column('ky', 'Ký tên', 24),
    ],
    names.map((name, at) => [String(at + 1), name, '', '']),
  );
}
