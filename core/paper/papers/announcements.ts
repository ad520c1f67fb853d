/**
 * What goes out: wording of the certificates, the notice for the web page, and what is read over the loudspeaker (short
 * and plain).
 */

import { formatPoints } from '../../base/quantity/points.ts';
import { kindOfCommune } from '../../base/text/commune-name.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import { fieldName } from '../../sheets/council/unit-words.ts';
import type { PaperFacts } from '../facts.ts';
import { subjectCounts } from '../lists.ts';
import {
  chairSignature,
  committeeHeading,
  committeeSignature,
  decisionDay,
  movementInPeriod,
  officeOf,
  recipientsWithin,
} from '../office.ts';
import { BLANK, heading, items, note, type Paper, type PaperBlock, paragraph } from '../paper.ts';
import { unitFigures } from '../unit-figures.ts';
import { dayWords, inside, opening, orBlank } from '../words.ts';
import { givesOwn, ownAwards } from './decision.ts';
import { leaderLines, leaders, publicLines } from './result-lines.ts';

function inPeriod(facts: PaperFacts): string {
  return `Đã có thành tích trong ${movementInPeriod(facts)}`;
}

/** To whom the chair gives a certificate, and for what; in the order of the decision. */
export function certificateTexts(facts: PaperFacts): readonly { readonly unit: string; readonly deed: string }[] {
  return ownAwards(facts).named.map(({ unit, round, achievement }) => ({
    unit,
    deed: round === 'out-of-turn' ? `Đã lập thành tích đột xuất: ${orBlank(achievement)}` : inPeriod(facts),
  }));
}

/** A page for each certificate of the commune's chair; null where the plan has none. */
export function certificates(facts: PaperFacts): Paper | null {
  if (!givesOwn(facts)) return null;
  const office = officeOf(facts);
  const pages = certificateTexts(facts);
  const { settings } = facts;
  const chair = chairSignature(facts);
  const centred = (text: string): PaperBlock => ({ kind: 'paragraph', text, style: 'strong-centre' });
  return {
    kind: 'giay-khen',
    file: 'noi-dung-giay-khen',
    title: 'Nội dung giấy khen',
    landscape: true,
    heading: null,
    type: 'NỘI DUNG GIẤY KHEN',
    about: opening(movementInPeriod(facts)),
    to: [],
    body: (pages.length > 0 ? pages : [{ unit: BLANK, deed: inPeriod(facts) }]).flatMap(
      ({ unit, deed }, at): readonly PaperBlock[] => [
        ...(at > 0 ? [{ kind: 'page' } as const] : []),
        centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
        centred('Độc lập - Tự do - Hạnh phúc'),
        centred(office.decider),
        centred('TẶNG'),
        centred('GIẤY KHEN'),
        centred(unit),
        { kind: 'paragraph', text: deed, style: 'centre' },
        // Each is signed by itself.
        { kind: 'paragraph', text: `${office.place}, ${dayWords(decisionDay(facts))}`, style: 'centre' },
        ...[...chair.authority, '', '', chair.name].map(centred),
        paragraph(
          `Quyết định số ${settings.numbers['quyet-dinh'] ?? `${BLANK}/QĐ-UBND`} ${dayWords(decisionDay(facts))}. Số sổ vàng: ${BLANK}.`,
        ),
      ],
    ),
    signatures: [],
    recipients: [],
    fields: new Map([['so_giay_khen', String(pages.length)]]),
  };
}

/** For the page of the commune: nobody is named as commended before it is decided. */
export function notice(facts: PaperFacts): Paper {
  const office = officeOf(facts);
  return {
    kind: 'thong-bao',
    file: 'thong-bao-ket-qua',
    title: 'Thông báo kết quả đăng trang thông tin',
    heading: committeeHeading(facts, 'thong-bao'),
    type: 'THÔNG BÁO',
    about: `Kết quả ${movementInPeriod(facts)}`,
    to: [],
    body: [
      paragraph(`${office.committee} thông báo kết quả ${movementInPeriod(facts)}:`),
      heading('1. Kết quả chung'),
      items(...publicLines(facts)),
      heading('2. Các đơn vị dẫn đầu'),
      ...(leaders(facts).length > 0 ? [items(...leaderLines(facts))] : [paragraph(`${BLANK}.`)]),
      heading('3. Đề nghị khen thưởng'),
      paragraph(proposalSentence(facts)),
      paragraph(`Ý kiến phản ánh gửi về ${office.committee} trước ${dayWords(null)}./.`),
    ],
    signatures: [committeeSignature(facts)],
    recipients: [`Trang thông tin điện tử ${kindOfCommune(office.commune)}`, ...recipientsWithin(facts), 'Lưu: VT'],
    fields: new Map(),
  };
}

function proposalSentence({ candidates }: PaperFacts): string {
  const proposed = candidates.filter(({ state }) => state === 'proposed');
  const units = [...new Set(proposed.map(({ unit }) => unit))];
  const distinct = units.flatMap((unit) => proposed.find((awardCandidate) => awardCandidate.unit === unit) ?? []);
  if (units.length === 0) return `Danh sách đề nghị khen thưởng: ${BLANK}.`;
  return `Dự kiến đề nghị khen thưởng ${subjectCounts(distinct)}, lấy ý kiến trước khi trình: ${units.join('; ')}.`;
}

/** Read aloud: short sentences, no sections, no brackets. */
export function broadcast(facts: PaperFacts): Paper {
  const office = officeOf(facts);
  return {
    kind: 'loi-doc',
    file: 'loi-doc-truyen-thanh',
    title: 'Lời đọc truyền thanh',
    heading: null,
    type: 'LỜI ĐỌC TRUYỀN THANH',
    about: opening(movementInPeriod(facts)),
    to: [],
    body: [
      paragraph('Thưa bà con và các đồng chí,'),
      paragraph(`${office.committee} xin thông báo kết quả ${movementInPeriod(facts)}.`),
      ...plainLines(facts).map(paragraph),
      ...leaders(facts).map((place) =>
        paragraph(
          `${facts.lastYear ? `Năm ${facts.lastYear}, dẫn` : 'Dẫn'} đầu nhóm ${fieldName(facts.run, place)} là ${place.unit}, đạt ${formatPoints(place.points)} điểm.`,
        ),
      ),
      ...modelLines(facts).map(paragraph),
      paragraph(
        'Đề nghị các cơ quan, đơn vị và bà con tiếp tục hưởng ứng phong trào, nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt và giữ an toàn thông tin cá nhân.',
      ),
      paragraph('Xin trân trọng cảm ơn.'),
      note(`Dự kiến đọc ngày ${BLANK}; người duyệt: ${BLANK}`),
      ...schedule(facts),
    ],
    signatures: [],
    recipients: [],
    fields: new Map(),
  };
}

/** For villagers: how many units took part, without classes, targets and sources. */
function plainLines(facts: PaperFacts): readonly string[] {
  const { received, missing } = unitFigures(facts);
  const late = missing.length === 0 ? '' : ` Còn ${missing.length} đơn vị chưa gửi báo cáo.`;
  return [`Đến nay đã có ${received.length} đơn vị gửi báo cáo kết quả thi đua.${late}`];
}

/** Models worth following, by name and place. */
function modelLines({ journal }: PaperFacts): readonly string[] {
  return journal.models.map(({ name, unit, summary, adopters }) => {
    const what = summary === '' ? '' : ` ${inside(summary)}.`;
    const taken = adopters.length === 0 ? '' : ` Mô hình đã được nhân rộng ở ${adopters.join(', ')}.`;
    return `Cách làm hay: ${inside(name)}, của ${unit}.${what}${taken}`;
  });
}

/** When it is read over the year: in the week before each day of the plan. */
function schedule({ calendar }: PaperFacts): readonly PaperBlock[] {
  const dated = calendar.filter(({ last }) => last !== null);
  if (dated.length === 0) return [];
  return [
    note('Lịch phát trong năm, mỗi đợt trong tuần trước ngày ghi dưới đây'),
    ...dated.map(({ name, last }) => note(`${formatDate(last ?? '')}: ${name.toLowerCase()}`)),
  ];
}
