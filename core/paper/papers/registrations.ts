/**
 * Bản đăng ký thi đua: a page for each audience with its criteria and the plan's thresholds, on which the unit writes what
 * it will reach and which form of award it registers for.
 */
import { criteriaSetFor } from '../../movement/criteria-set-for.ts';
import { levelWords } from '../../movement/rules/wording.ts';
import type { PaperFacts } from '../facts.ts';
import { audienceName } from '../lists.ts';
import { movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, items, type Paper, paragraph } from '../paper.ts';
import { dayWords, inside, opening, slug } from '../words.ts';

const SIGN = '(Ký, ghi rõ họ tên, đóng dấu nếu có)';

export function registrations(facts: PaperFacts): readonly Paper[] {
  const { movement, period } = facts.run;
  const office = officeOf(facts);
  return movement.audiences.flatMap(({ kind }): readonly Paper[] => {
    const set = period ? criteriaSetFor(movement, kind, period) : undefined;
    if (set === undefined) return [];
    const name = audienceName(facts, kind);
    return [
      {
        kind: 'dang-ky',
        file: `dang-ky/dang-ky-${slug(name)}`,
        title: `Bản đăng ký thi đua: ${name}`,
        heading: {
          ...{ upper: null, issuer: [`ĐƠN VỊ ${BLANK}`], number: null },
          placeAndDate: `${office.place}, ${dayWords(null)}`,
        },
        type: 'BẢN ĐĂNG KÝ THI ĐUA',
        about: opening(movementInPeriod(facts)),
        to: [office.council],
        body: [
          paragraph(`Thực hiện ${planCited(movement)}, ${BLANK} đăng ký thi đua như sau:`),
          {
            kind: 'table',
            name: 'tieu_chi',
            columns: [
              { field: 'ma', title: 'Mã', width: 7, align: 'center' },
              { field: 'ten', title: 'Nội dung, tiêu chí', width: 53 },
              { field: 'muc', title: 'Mức của bộ tiêu chí', width: 20, align: 'center' },
              { field: 'dang_ky', title: 'Mức đăng ký', width: 20 },
            ],
            rows: set.criteria
              .filter(({ filledBy }) => filledBy === 'unit')
              .map((one) => [
                one.code,
                one.title,
                one.target === null ? '' : levelWords(one.target.comparator, one.target.value, one.unit),
                '',
              ]),
          },
          items(
            `Hình thức khen đăng ký: ${movement.awards.map(({ name: form }) => inside(form)).join('; ') || BLANK} (khoanh hình thức đăng ký).`,
          ),
        ],
        signatures: [{ authority: ['NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ'], hint: SIGN, name: '' }],
        recipients: ['Như trên', 'Lưu: đơn vị'],
        fields: new Map(),
      },
    ];
  });
}
