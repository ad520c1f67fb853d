/**
 * What a movement leaves for the officer to confirm. These are no faults, so it can be used as it is, but only the
 * officer can answer: names of districts although districts no longer exist, communes that were joined, deadlines
 * without a day, percentages that do not say of whom, and each row of the sheet "Lưu ý" until it is removed.
 */

import { groupBy } from '../base/group-by.ts';
import { endedProvince, endedText } from '../base/place/ended-provinces.ts';
import { formatNumber } from '../base/quantity/points.ts';
import type { Movement } from '../movement/movement.ts';
import { setPlace } from '../movement/validate/criteria-set.ts';
import { place } from '../movement/validate/finding.ts';
import { LABELS } from './facts.ts';
import { DISTRICTS_END, placeKey, successorOf } from './successors.ts';

export interface DossierQuestion {
  /** As a finding's: the way to the place. */
  readonly where: string;
  readonly message: string;
  readonly todo: string;
}

/** In the order of the dossier's sheets. */
export function questionsOf(movement: Movement): DossierQuestion[] {
  const { plan, period } = movement;
  const day = plan.date ?? period.from;
  const isLater = day !== null && day >= DISTRICTS_END;
  return [
    ...(isLater ? [...joinedCommune(movement), ...provinceOfBefore(movement), ...districts(movement)] : []),
    ...openShares(movement),
    ...openDays(movement),
    ...rulesInWords(movement),
    ...noted(movement),
  ];
}

const question = (where: string, message: string, todo: string): DossierQuestion => ({ where, message, todo });

function joinedCommune({ issuer, predecessors }: Movement): DossierQuestion[] {
  const { commune, district, province } = issuer;
  const known = successorOf(commune, district, province);
  const where = place('Phong trào', LABELS.commune);
  if (predecessors) return [];
  if (known) {
    const { now, joined, resolution } = known;
    const message = `Theo danh mục sắp xếp đơn vị hành chính (${resolution}), ${joined.join(', ')} hợp thành ${now.commune}, ${now.province}; cần cán bộ xác nhận.`;
    const isRenamed = placeKey(now.commune) !== placeKey(commune);
    const todo = isRenamed
      ? `Nếu đúng: nhận phong trào về “${now.commune}”, “${now.province}” và lấy đơn vị từ hồ sơ của từng xã cũ.`
      : `Nếu đúng: ghi các xã cũ vào mục “${LABELS.predecessors}”.`;
    return [question(where, message, todo)];
  }
  if (district === null) return [];
  return [
    question(
      where,
      `Chưa rõ ${commune} (${district}) từ ngày 01/7/2025 mang tên gì.`,
      'Ghi tên xã hiện nay; đã sáp nhập thì nhận phong trào về xã mới và lấy đơn vị từ hồ sơ của từng xã cũ.',
    ),
  ];
}

function provinceOfBefore({ issuer }: Movement): DossierQuestion[] {
  const ended = endedProvince(issuer.province);
  return ended === null
    ? []
    : [question(place('Phong trào', LABELS.province), `${endedText(ended)}.`, `Nếu đúng: ghi “${ended.now}”.`)];
}

const DISTRICT = /(?<![\p{L}])(?:huyện|quận|thị xã)(?![\p{L}])/iu;

/** Each place that still names a district, with its replacement. */
function districts({ issuer, recipients = [], calendar, awards, roles }: Movement): DossierQuestion[] {
  const office = endedProvince(issuer.province) ? '' : `“UBND ${issuer.province}” hoặc `;
  const instead = `Ghi ${office}cơ quan cấp tỉnh phụ trách việc này.`;
  const gone = (where: string, words: string, todo: string) =>
    question(where, `Còn ghi “${words}”: cấp huyện không còn từ ngày 01/7/2025.`, todo);
  const named = (words: string | null) => words !== null && DISTRICT.test(words.normalize('NFC'));
  return [
    ...(issuer.district === null
      ? []
      : [gone(place('Phong trào', LABELS.district), issuer.district, 'Để trống ô này.')]),
    ...recipients.filter(named).map((words) => gone(place('Phong trào', LABELS.recipients), words, instead)),
    ...awards
      .filter(({ level, name }) => level === 'district' || named(name))
      .map(({ code, name }) =>
        gone(
          place('Hình thức khen', code),
          name,
          'Chọn hình thức khen của Chủ tịch UBND cấp xã hoặc Chủ tịch UBND cấp tỉnh.',
        ),
      ),
    ...calendar.flatMap(({ code, from, to }) =>
      [from, to].flatMap((words) => (named(words) && words ? [gone(place('Lịch', code), words, instead)] : [])),
    ),
    ...roles.filter(({ post }) => named(post)).map(({ code, post }) => gone(place('Phân công', code), post, instead)),
  ];
}

/** A percent of nobody knows whom: no number of places comes of it. */
function openShares({ quotas }: Movement): DossierQuestion[] {
  return quotas.flatMap(({ code, percent, base }) =>
    percent === null || base !== null
      ? []
      : [
          question(
            place('Chỉ tiêu khen thưởng', code),
            `Kế hoạch ghi ${formatNumber(percent)} % nhưng không nói của số nào.`,
            'Chọn ở cột “Tính trên”: số tham gia, số đăng ký, số đủ tiêu chuẩn hay tổng số trong danh sách.',
          ),
        ],
  );
}

/** Deadlines without a day: calendar, reminders and papers cannot name a date. */
function openDays({ calendar }: Movement): DossierQuestion[] {
  return calendar
    .filter(({ when, setDay }) => when.kind === 'unspecified' && setDay === undefined)
    .map(({ code, text }) =>
      question(
        place('Lịch', code),
        `Kế hoạch không ghi ngày: “${text}”.`,
        'Đã ấn định thì ghi ở cột “Ngày xã ấn định”, như 20/12/2026 hoặc 20/12 hằng năm.',
      ),
    );
}

/** Rules that stay in the plan's own words: one question for all sets with the same criteria. */
function rulesInWords(movement: Movement): DossierQuestion[] {
  const sets = groupBy(movement.criteriaSets, ({ criteria }) =>
    criteria
      .flatMap(({ code, rule }) => (rule.kind === 'council-graded' && rule.words !== undefined ? [code] : []))
      .join(', '),
  );
  return [...sets].flatMap(([codes, [first, ...others]]) => {
    if (codes === '' || !first) return [];
    const also = others.length === 0 ? '' : ` (${others.length + 1} bộ tiêu chí)`;
    return [
      question(
        setPlace(first, movement),
        `Cách chấm của tiêu chí ${codes}${also} giữ nguyên lời kế hoạch: Hội đồng chấm theo lời này.`,
        'Tính được bằng số liệu thì ghi lại ở cột “Cách chấm”, như “từ 80 %: 10; từ 70 %: 7; còn lại: 0”.',
      ),
    ];
  });
}

function noted({ warnings }: Movement): DossierQuestion[] {
  return warnings.map(({ code, message }) =>
    question(place('Lưu ý', code), message, 'Xong thì xóa dòng này ở trang “Lưu ý”.'),
  );
}
