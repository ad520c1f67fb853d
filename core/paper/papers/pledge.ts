/**
 * Giao ước thi đua: what the units of the movement pledge to each other when it is launched, in the plan's own targets;
 * nothing is pledged that the plan does not ask.
 */
import { unitAudiences } from '../../judge/run/unit-list.ts';
import type { PaperFacts } from '../facts.ts';
import { formsToGive } from '../lists.ts';
import { councilHeading, councilSignature, movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, heading, items, type Paper, paragraph } from '../paper.ts';
import { dayWords, inside, opening } from '../words.ts';

export function pledge(facts: PaperFacts): Paper {
  const { movement } = facts.run;
  const office = officeOf(facts);
  const duties = [
    ...movement.contents.map(({ text, source }) => `${inside(opening(text))} (mục ${source.section}).`),
    ...movement.targets.map(({ text, section }) => `${inside(opening(text))} (mục ${section}).`),
  ];
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
      items(...(duties.length > 0 ? duties : [`Thực hiện đầy đủ các nội dung của Kế hoạch: ${BLANK}.`])),
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

/** Who signs: the units of the list, no private persons; blanks where there is none. */
function signing({ run }: PaperFacts): Paper['body'][number] {
  const isUnit = unitAudiences(run.movement);
  const own = run.register?.filter(({ registered, audience }) => registered && isUnit(audience)) ?? [];
  const units = own.map(({ name }) => name);
  const names = units.length > 0 ? units : Array.from({ length: 4 }, () => BLANK);
  return {
    kind: 'table',
    name: 'don_vi',
    columns: [
      { field: 'tt', title: 'TT', width: 6, align: 'center' },
      { field: 'ten', title: 'Đơn vị', width: 40 },
      { field: 'dai_dien', title: 'Người đại diện (họ tên, chức vụ)', width: 30 },
      { field: 'ky', title: 'Ký tên', width: 24 },
    ],
    rows: names.map((name, at) => [String(at + 1), name, '', '']),
  };
}
