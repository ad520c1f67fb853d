/** Danh sách đề nghị khen thưởng: the annex of the proposal, one table for each round and form of award. */
import { ROUND_NAME } from '../../judge/award/candidate.ts';
import { sharedNotes } from '../../judge/award/overlaps.ts';
import type { PaperFacts } from '../facts.ts';
import { type AwardGroup, awardGroups, isListed, openParts, subjectCounts } from '../lists.ts';
import { committeeSignature, councilSignature, movementInPeriod, numberOf, officeOf } from '../office.ts';
import { BLANK, column, heading, type Paper, type PaperBlock, type PaperColumn, paragraph, table } from '../paper.ts';
import { dayWords } from '../words.ts';
import { LIST_COLUMNS, listRows } from './list-table.ts';
import { asksProvince } from './submission.ts';

const COLUMNS: readonly PaperColumn[] = [
  ...LIST_COLUMNS,
  column('hinh_thuc', 'Hình thức đề nghị', 26),
  column('can_cu', 'Mục của Kế hoạch, lý do', 40),
];

export function nominations(facts: PaperFacts): Paper {
  const { settings } = facts;
  const groups = awardGroups(facts);
  const office = officeOf(facts);
  const { notes, markOf } = sharedNotes(groups.flatMap(({ proposed }) => proposed));
  const up = asksProvince(facts);
  const body = up ? 'UBND' : 'HĐTĐKT';
  return {
    kind: 'danh-sach',
    file: 'danh-sach-de-nghi',
    title: 'Danh sách đề nghị khen thưởng',
    landscape: true,
    heading: null,
    type: 'DANH SÁCH',
    about: `Đề nghị khen thưởng ${movementInPeriod(facts)}`,
    to: [],
    body: [
      {
        kind: 'paragraph',
        text: `(Kèm theo Tờ trình số ${numberOf(facts, 'to-trinh', body) ?? `${BLANK}/TTr-${body}`} ${dayWords(settings.signedOn)} của ${up ? `UBND ${office.commune}` : office.council})`,
        style: 'centre',
      },
      ...groups.flatMap((group, at): readonly PaperBlock[] => [
        heading(`${at + 1}. ${ROUND_NAME[group.round]}: ${group.form}`),
        paragraph(`${group.basis}${proposedWords(group)}.`),
        ...(isListed(group, groups)
          ? [
              table(
                'danh_sach',
                COLUMNS,
                listRows(facts, group.proposed).map((row, index) => {
                  const candidate = group.proposed[index];
                  return candidate === undefined
                    ? [...row, BLANK, BLANK]
                    : [...row, candidate.form, `${candidate.reason}${markOf(candidate)}`];
                }),
              ),
            ]
          : []),
      ]),
      ...notes.map((note) => paragraph(note)),
      ...(groups.length === 0 ? [paragraph(`Kế hoạch không nêu hình thức khen thưởng: ${BLANK}.`)] : []),
    ],
    signatures: [up ? committeeSignature(facts) : councilSignature(facts)],
    recipients: [],
    fields: new Map([['de_nghi', subjectCounts(groups.flatMap(({ proposed }) => proposed))]]),
  };
}

/** Nobody proposed is no proposal. */
function proposedWords(group: AwardGroup): string {
  const counted = subjectCounts(group.proposed);
  return counted === '' ? `: ${openParts(group).join('; ') || 'không có trường hợp nào'}` : `, đề nghị: ${counted}`;
}
