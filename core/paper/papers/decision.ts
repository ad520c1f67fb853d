/**
 * Quyết định khen thưởng (draft): awards within the power of the commune's own chair (Nghị định 129/2025/NĐ-CP, Điều
 * 59). The list has the proposed candidates; the program adds no other.
 */

import { formatNumber } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import type { AwardCandidate } from '../../judge/award/candidate.ts';
import { isProposedElsewhere } from '../../judge/award/overlaps.ts';
import type { PaperFacts } from '../facts.ts';
import { basesOn, FACTORS_FROM, whyNoAmount } from '../law.ts';
import { achievementOf, audienceName, outOfTurnBasis, subjectCounts } from '../lists.ts';
import { chairSignature, committeeHeading, decisionDay, movementInPeriod, officeOf, planCited } from '../office.ts';
import {
  BLANK,
  basis,
  column,
  heading,
  note,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  paragraph,
  table,
} from '../paper.ts';
import { countWords, dayWords } from '../words.ts';

const COLUMNS: readonly PaperColumn[] = [
  column('stt', 'TT', 6, 'center'),
  column('ten', 'Tên tập thể, cá nhân, hộ gia đình', 30),
  column('doi_tuong', 'Đối tượng', 18),
  column('thanh_tich', 'Thành tích', 30),
  column('tien', 'Mức tiền thưởng (đồng)', 16, 'right'),
];

/** Whom the commune commends itself, and whom the council has yet to settle. */
export function ownAwards(facts: PaperFacts): {
  readonly named: readonly AwardCandidate[];
  readonly open: readonly AwardCandidate[];
} {
  const own = facts.candidates.filter(({ level, state }) => level === 'commune' && state !== 'refused');
  const isNamed = (awardCandidate: AwardCandidate) => awardCandidate.state === 'proposed';
  const named = own.filter(isNamed);
  const seen = new Set<string>();
  const once = (awardCandidate: AwardCandidate) => {
    const deed = awardCandidate.round === 'out-of-turn' && squashKey(awardCandidate.achievement);
    const key = JSON.stringify([awardCandidate.unit, awardCandidate.audience, awardCandidate.form, deed]);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  };
  return {
    named: named.filter(once),
    open: own.filter((awardCandidate) => !isNamed(awardCandidate) && !isProposedElsewhere(awardCandidate)).filter(once),
  };
}

/** Its chair gives something in this movement: by the plan, or out of turn. */
export function givesOwn({ run, candidates }: PaperFacts): boolean {
  return [...run.movement.awards, ...candidates].some(({ level }) => level === 'commune');
}

export function decision(facts: PaperFacts): Paper | null {
  if (!givesOwn(facts)) return null;
  const office = officeOf(facts);
  const signedOn = decisionDay(facts);
  const bases = basesOn(signedOn);
  const { named, open } = ownAwards(facts);
  const inTurn = named.filter(({ round }) => round !== 'out-of-turn');
  const outOfTurn = named.filter(({ round }) => round === 'out-of-turn');
  const forms = [...new Set(named.map(({ form }) => form))];
  const counted = subjectCounts(named) || `${BLANK} tập thể, ${BLANK} cá nhân`;
  return {
    kind: 'quyet-dinh',
    file: 'quyet-dinh-khen-thuong',
    title: 'Quyết định khen thưởng (dự thảo)',
    heading: committeeHeading(facts, 'quyet-dinh', { signedOn }),
    type: 'QUYẾT ĐỊNH',
    about: `Về việc khen thưởng ${movementInPeriod(facts)}`,
    to: [],
    body: [
      {
        kind: 'paragraph',
        text: office.decider,
        style: 'strong-centre',
      },
      basis(`Căn cứ ${bases.emulation};`),
      basis(`Căn cứ ${bases.decree};`),
      basis(`Căn cứ ${bases.power};`),
      basis(`Căn cứ ${planCited(facts.run.movement)};`),
      basis(`Xét đề nghị của ${office.council} tại Biên bản họp ${dayWords(facts.settings.meetingOn)}.`),
      { kind: 'paragraph', text: 'QUYẾT ĐỊNH:', style: 'strong-centre' },
      heading(
        'Điều 1.',
        `Tặng ${forms.join('; ') || `Giấy khen của ${office.chair}`} cho ${counted} ${deeds(facts, inTurn, outOfTurn)} (có danh sách kèm theo).`,
      ),
      heading('Điều 2.', moneySentence(facts, named, bases.decree)),
      heading(
        'Điều 3.',
        `Văn phòng HĐND và UBND ${office.commune}, ${office.council}, các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
      ),
    ],
    signatures: [chairSignature(facts)],
    recipients: ['Như Điều 3', 'Sở Nội vụ (để báo cáo)', 'Lưu: VT, HĐTĐKT'],
    fields: new Map([['so_khen', counted]]),
    annex: {
      type: 'DANH SÁCH',
      about: `Khen thưởng ${movementInPeriod(facts)}`,
      body: [
        {
          kind: 'paragraph',
          text: `(Kèm theo Quyết định số ${facts.settings.numbers['quyet-dinh'] ?? `${BLANK}/QĐ-UBND`} ${dayWords(signedOn)} của ${office.chair})`,
          style: 'centre',
        },
        ...(outOfTurn.length === 0
          ? [listOf(facts, named)]
          : [
              ...(inTurn.length === 0
                ? []
                : [heading('I. Khen thưởng theo đợt của phong trào'), listOf(facts, inTurn)]),
              heading(`${inTurn.length === 0 ? 'Khen' : 'II. Khen'} thưởng đột xuất`),
              paragraph(`${outOfTurnBasis(facts, outOfTurn)}.`),
              listOf(facts, outOfTurn),
            ]),
        ...moneyNotes(facts, named),
        ...openNotes(open),
      ],
    },
  };
}

/** For what, and how many of them out of turn. */
function deeds(facts: PaperFacts, inTurn: readonly AwardCandidate[], outOfTurn: readonly AwardCandidate[]): string {
  const movement = movementInPeriod(facts);
  if (outOfTurn.length === 0) return `đã có thành tích trong ${movement}`;
  if (inTurn.length === 0) return `đã lập thành tích đột xuất trong ${movement}`;
  return `đã có thành tích trong ${movement}, trong đó khen đột xuất ${subjectCounts(outOfTurn)}`;
}

function listOf(facts: PaperFacts, named: readonly AwardCandidate[]): PaperBlock {
  return table('danh_sach', COLUMNS, rowsOf(facts, named), named.length > 0);
}

function rowsOf(facts: PaperFacts, named: readonly AwardCandidate[]): readonly (readonly string[])[] {
  if (named.length === 0) return [['', ...COLUMNS.slice(1).map(() => BLANK)]];
  const amounts = named.map((awardCandidate) => amountOf(facts, awardCandidate));
  const sum = totalOf(amounts);
  return [
    ...named.map((awardCandidate, at) => [
      String(at + 1),
      awardCandidate.unit,
      audienceName(facts, awardCandidate.audience),
      achievementOf(facts, awardCandidate),
      amountWords(amounts[at] ?? null),
    ]),
    ['', 'Cộng', '', '', amountWords(sum)],
  ];
}

/** null = not known, or of a decree that was not in force on the day of the decision. */
function amountOf(facts: PaperFacts, named: AwardCandidate): number | null {
  const day = decisionDay(facts);
  return day !== null && day < FACTORS_FROM ? null : facts.moneyOf(named);
}

/** null when any summand is unknown: a partial sum must not pass for the whole. */
function totalOf(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>((sum, item) => (sum === null || item === null ? null : sum + item), 0);
}

function amountWords(amount: number | null): string {
  return amount === null ? BLANK : formatNumber(amount);
}

function moneySentence(facts: PaperFacts, named: readonly AwardCandidate[], decree: string): string {
  const sum = named.length === 0 ? null : totalOf(named.map((awardCandidate) => amountOf(facts, awardCandidate)));
  const factor = facts.settings.personFactor;
  const people = factor !== null && sum !== null && named.some(({ subject }) => subject !== 'collective');
  const rests = people
    ? ` (cá nhân ${formatNumber(factor / 100)} lần mức lương cơ sở, hộ gia đình bằng 1,5 lần cá nhân, làm tròn lên đến chục nghìn đồng)`
    : '';
  return `Mức tiền thưởng kèm theo thực hiện theo ${decree}${rests}: tổng số ${amountWords(sum)} đồng, trích từ quỹ thi đua, khen thưởng của xã.`;
}

/** Why an amount is blank: the decree's factor is not guessed. */
function moneyNotes(facts: PaperFacts, named: readonly AwardCandidate[]): readonly PaperBlock[] {
  const isBlank = (awardCandidate: AwardCandidate) => amountOf(facts, awardCandidate) === null;
  if (!named.some(isBlank)) return [];
  const day = decisionDay(facts);
  if (facts.settings.basePay === null && (day === null || day >= FACTORS_FROM))
    return [note('Mức tiền để trống: ghi "Mức lương cơ sở" tại ngày ký trong cài đặt văn bản')];
  return [note(whyNoAmount(day))];
}

function openNotes(open: readonly AwardCandidate[]): readonly PaperBlock[] {
  if (open.length === 0) return [];
  const names = [...new Set(open.map(({ unit }) => unit))].join('; ');
  return [
    note(
      `Hội đồng chưa quyết định về ${countWords(open.length)} trường hợp: ${names}. Ai được Hội đồng thông qua thì ghi vào danh sách; xóa đoạn này khi hoàn thiện`,
    ),
  ];
}
