/**
 * Bản đăng ký thi đua: a page for each audience with its criteria and the plan's thresholds, on which the unit writes what
 * it will reach and which form of award it registers for.
 */
import { formatNumber } from '../../base/quantity/points.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { criteriaSetFor } from '../../movement/criteria-set-for.ts';
import type { Audience } from '../../movement/movement.ts';
import { levelWords } from '../../movement/rules/wording.ts';
import type { PaperFacts } from '../facts.ts';
import { audienceName, formsToGive } from '../lists.ts';
import { movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, column, items, type Paper, paragraph, table } from '../paper.ts';
import { dayWords, opening, slug } from '../words.ts';

const SIGN = '(Ký, ghi rõ họ tên)';

/** The registering unit or person: in the head, at the foot, and for the copy kept. */
const WHO: Readonly<
  Record<
    Audience['subject'],
    { readonly head: string; readonly signs: string; readonly hint: string; readonly keeps: string }
  >
> = {
  collective: {
    ...{ head: `ĐƠN VỊ ${BLANK}`, signs: 'NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ', keeps: 'đơn vị' },
    hint: '(Ký, ghi rõ họ tên, đóng dấu nếu có)',
  },
  individual: { head: `ĐƠN VỊ ${BLANK}`, signs: 'NGƯỜI ĐĂNG KÝ', hint: SIGN, keeps: 'người đăng ký' },
  household: { head: `HỘ GIA ĐÌNH ${BLANK}`, signs: 'ĐẠI DIỆN HỘ GIA ĐÌNH', hint: SIGN, keeps: 'hộ gia đình' },
};

export function registrations(facts: PaperFacts): readonly Paper[] {
  const { movement, period } = facts.run;
  const office = officeOf(facts);
  return movement.audiences.flatMap(({ kind, subject }): readonly Paper[] => {
    const who = WHO[subject];
    const set = period ? criteriaSetFor(movement, kind, period) : undefined;
    if (set === undefined) return [];
    const name = audienceName(facts, kind);
    return [
      {
        kind: 'dang-ky',
        file: `dang-ky/dang-ky-${slug(name)}`,
        title: `Bản đăng ký thi đua: ${name}`,
        heading: {
          ...{ upper: null, issuer: [who.head], number: null },
          placeAndDate: `${office.place}, ${dayWords(null)}`,
        },
        type: 'BẢN ĐĂNG KÝ THI ĐUA',
        about: opening(movementInPeriod(facts)),
        to: [office.council],
        body: [
          paragraph(`Thực hiện ${planCited(movement)}, ${BLANK} đăng ký thi đua như sau:`),
          table(
            'tieu_chi',
            [
              column('ma', 'Mã', 7, 'center'),
              column('ten', 'Nội dung, tiêu chí', 53),
              column('muc', 'Mức của bộ tiêu chí', 20, 'center'),
              column('dang_ky', 'Mức đăng ký', 20),
            ],
            set.criteria
              .filter(({ filledBy }) => filledBy === 'unit')
              .map((criterion) => [criterion.code, criterion.title, wantedLevel(criterion), '']),
          ),
          items(`Hình thức khen đăng ký: ${formsToGive(facts).join('; ') || BLANK} (khoanh hình thức đăng ký).`),
        ],
        signatures: [{ authority: [who.signs], hint: who.hint, name: '' }],
        recipients: ['Như trên', `Lưu: ${who.keeps}`],
        fields: new Map(),
      },
    ];
  });
}

/** The level that the set requires: its threshold, a yes, no case at all; '' where the unit names its own number. */
function wantedLevel({ target, measure, rule, unit }: Criterion): string {
  if (target !== null) return levelWords(target.comparator, target.value, unit);
  if (rule.kind === 'deduction') return `${formatNumber(0)} ${unit}`.trim();
  return measure === 'yes-no' && rule.kind !== 'sum' ? 'có' : '';
}
