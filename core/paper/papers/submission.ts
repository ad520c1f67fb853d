/**
 * Tờ trình đề nghị khen thưởng: a proposal for each level that grants awards; the commune's own goes from the council
 * to its chair.
 */

import { kindOfCommune } from '../../base/text/commune-name.ts';
import { type AwardCandidate, ROUND_NAME } from '../../judge/award/candidate.ts';
import type { PaperFacts } from '../facts.ts';
import { basesOn } from '../law.ts';
import { type AwardGroup, awardGroups, isListed, subjectCounts } from '../lists.ts';
import {
  committeeHeading,
  committeeSignature,
  councilHeading,
  councilSignature,
  movementInPeriod,
  officeOf,
  planCited,
  recipientsWithin,
} from '../office.ts';
import { basis, heading, items, note, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { countWords, dayWords } from '../words.ts';
import { LIST_COLUMNS, listRows } from './list-table.ts';
import { resultLines } from './result-lines.ts';

/**
 * Where a proposal of each level goes. The district no longer exists, so its awards have no addressee; awards of the
 * state go through the province.
 */
const LEVELS: Readonly<Record<NonNullable<AwardCandidate['level']>, 'commune' | 'province' | null>> = {
  commune: 'commune',
  district: null,
  province: 'province',
  state: 'province',
};

/** Where the province grants the award, the committee submits it together with the list; else the council submits. */
export function asksProvince(facts: PaperFacts): boolean {
  return awardGroups(facts).some(({ level }) => level !== null && LEVELS[level] === 'province');
}

/** Papers for the levels that grant the awards; none where the level of every form is unknown. */
export function submissions(facts: PaperFacts): readonly Paper[] {
  const groups = awardGroups(facts);
  return (['province', 'commune'] as const).flatMap((level) => {
    const own = groups.filter((group) => group.level !== null && LEVELS[group.level] === level);
    return own.length === 0 ? [] : [submission(facts, level, own)];
  });
}

function submission(facts: PaperFacts, level: 'commune' | 'province', groups: readonly AwardGroup[]): Paper {
  const office = officeOf(facts);
  const bases = basesOn(facts.settings.signedOn);
  const up = level === 'province';
  const who = up ? `UBND ${office.commune}` : office.council;
  const to = up ? `Chủ tịch UBND ${office.province}` : office.chair;
  const proposed = groups.flatMap((group) => group.proposed);
  const people = new Set(proposed.map(({ unit, audience }) => JSON.stringify([unit, audience]))).size;
  const { meetingOn } = facts.settings;
  return {
    kind: 'to-trinh',
    file: up ? 'to-trinh-cap-tinh' : 'to-trinh-cap-xa',
    title: up
      ? 'Tờ trình đề nghị khen thưởng cấp tỉnh'
      : `Tờ trình đề nghị Chủ tịch UBND ${kindOfCommune(office.commune)} khen thưởng`,
    heading: up ? committeeHeading(facts, 'to-trinh') : councilHeading(facts, 'to-trinh'),
    type: 'TỜ TRÌNH',
    about: `Về việc đề nghị khen thưởng ${movementInPeriod(facts)}`,
    to: [to, ...(up ? [`Sở Nội vụ ${office.province}`] : [])],
    body: [
      basis(`Căn cứ ${bases.emulation};`),
      basis(`Căn cứ ${bases.decree};`),
      ...(up ? [] : [basis(`Căn cứ ${bases.power};`)]),
      basis(`Căn cứ ${planCited(facts.run.movement)};`),
      basis(`Căn cứ Biên bản họp ${office.council} ${dayWords(meetingOn)};`),
      paragraph(`${who} kính trình ${to} xem xét khen thưởng như sau:`),
      heading('I. KẾT QUẢ THỰC HIỆN PHONG TRÀO'),
      items(...resultLines(facts)),
      heading('II. ĐỀ NGHỊ KHEN THƯỞNG'),
      ...groups.flatMap((group, at) => groupBlocks(facts, group, { at: at + 1, listed: isListed(group, groups) })),
      ...repeated(groups),
      heading('III. HỒ SƠ KÈM THEO'),
      items(
        'Danh sách đề nghị khen thưởng;',
        'Báo cáo thành tích của từng tập thể, cá nhân, hộ gia đình được đề nghị;',
        `Biên bản họp ${office.council}.`,
      ),
      paragraph(`${who} kính trình ${to} xem xét, quyết định./.`),
    ],
    signatures: [up ? committeeSignature(facts) : councilSignature(facts)],
    recipients: ['Như trên', ...(up ? [...recipientsWithin(facts).slice(0, 1), office.council] : []), 'Lưu: VT'],
    fields: new Map([
      ['so_de_nghi', String(people)],
      ['de_nghi', subjectCounts(proposed)],
    ]),
  };
}

/** Who qualifies in two rounds is named in the first: one achievement, one award (Luật Thi đua, khen thưởng, Điều 5). */
function repeated(groups: readonly AwardGroup[]): readonly PaperBlock[] {
  const names = [...new Set(groups.flatMap(({ again }) => again.map(({ unit }) => unit)))];
  if (names.length === 0) return [];
  return [
    note(
      `Cũng đủ điều kiện ở đợt sau, chỉ ghi một lần (một thành tích không khen hai lần): ${names.join('; ')}. Nếu Hội đồng chọn đợt sau thì chuyển dòng; xóa đoạn này khi hoàn thiện`,
    ),
  ];
}

function groupBlocks(
  facts: PaperFacts,
  group: AwardGroup,
  { at, listed }: { readonly at: number; readonly listed: boolean },
): readonly PaperBlock[] {
  const { proposed, council, basis: rests, form, round } = group;
  const counted = subjectCounts(proposed);
  return [
    heading(`${at}. ${ROUND_NAME[round]}: ${form}`),
    paragraph(
      counted === '' ? `${rests}, chưa xác định được tập thể, cá nhân đề nghị.` : `${rests}, đề nghị khen ${counted}:`,
    ),
    ...(listed ? [table('danh_sach', LIST_COLUMNS, listRows(facts, proposed))] : []),
    ...(council.length === 0
      ? []
      : [
          note(
            `Còn ${countWords(council.length)} trường hợp Hội đồng quyết định (nêu trong Biên bản): bổ sung vào danh sách hoặc xóa dòng này`,
          ),
        ]),
  ];
}
