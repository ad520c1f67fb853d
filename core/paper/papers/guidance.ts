/** Hướng dẫn khen thưởng: objects, standards, forms, quotas and days, in the plan's own words with their sections. */
import { groupBy } from '../../base/group-by.ts';
import type { CalendarDay } from '../../commune/calendar/calendar-day.ts';
import { ROUND_NAME } from '../../judge/award/candidate.ts';
import type { PaperFacts } from '../facts.ts';
import { basesOn, PRINCIPLES } from '../law.ts';
import { formsToGive } from '../lists.ts';
import {
  committeeHeading,
  committeeSignature,
  movementInPeriod,
  officeOf,
  planCited,
  recipientsWithin,
} from '../office.ts';
import { BLANK, basis, heading, items, type Paper, type PaperBlock, paragraph } from '../paper.ts';
import { inside, opening } from '../words.ts';

export function guidance(facts: PaperFacts): Paper {
  const { movement } = facts.run;
  const office = officeOf(facts);
  const bases = basesOn(facts.settings.signedOn);
  return {
    kind: 'huong-dan',
    file: 'huong-dan-khen-thuong',
    title: 'Hướng dẫn khen thưởng',
    heading: committeeHeading(facts, 'huong-dan'),
    type: 'HƯỚNG DẪN',
    about: `Khen thưởng ${movementInPeriod(facts)}`,
    to: [`${recipientsWithin(facts).at(-1)} trên địa bàn`],
    body: [
      basis(`Căn cứ ${bases.emulation};`),
      basis(`Căn cứ ${bases.decree};`),
      basis(`Căn cứ ${bases.power};`),
      basis(`Căn cứ ${planCited(movement)};`),
      paragraph(`${office.committee} hướng dẫn khen thưởng như sau:`),
      heading('I. ĐỐI TƯỢNG'),
      items(...movement.audiences.map(({ name, source }) => `${inside(name)} (mục ${source.section}).`)),
      heading('II. TIÊU CHUẨN'),
      ...standards(facts),
      heading('III. HÌNH THỨC, SỐ LƯỢNG'),
      items(...forms(facts)),
      heading('IV. NGUYÊN TẮC'),
      items(...PRINCIPLES),
      heading('V. HỒ SƠ, TRÌNH TỰ'),
      items(
        `Văn bản đề nghị kèm danh sách; báo cáo thành tích; biên bản bình xét; theo ${dossierBases(movement)}.`,
        `Gửi về ${office.council}: ${BLANK}.`,
      ),
      heading('VI. THỜI HẠN'),
      items(...days(facts)),
      paragraph(`Trong quá trình thực hiện, có vướng mắc phản ánh về ${office.committee} để được hướng dẫn./.`),
    ],
    signatures: [committeeSignature(facts)],
    recipients: ['Như trên', ...recipientsWithin(facts).slice(0, 1), 'Lưu: VT, HĐTĐKT'],
    fields: new Map(),
  };
}

function standards({ run }: PaperFacts): readonly PaperBlock[] {
  const { standards: all, audiences } = run.movement;
  if (all.length === 0) return [paragraph(`Kế hoạch không nêu tiêu chuẩn riêng: ${BLANK}.`)];
  const names = new Map(audiences.map(({ kind, name }) => [kind, inside(name)] as const));
  const whom = ({ audiences: kinds }: (typeof all)[number]) => kinds.map((kind) => names.get(kind) ?? kind).join('; ');
  return [...groupBy(all, whom)].flatMap(([who, own]) => [
    paragraph(`${who}:`),
    // The same sentence of the plan may name several conditions.
    items(
      ...new Set(own.map((standard) => `${inside(opening(planWords(standard)))} (mục ${standard.source.section}).`)),
    ),
  ]);
}

/** Only the plan's whole sentence says that a condition ("gửi báo cáo muộn") excludes from commending. */
function planWords({ kind, text, source }: PaperFacts['run']['movement']['standards'][number]): string {
  return MAY_BAR.has(kind) ? (source.text ?? text) : text;
}

const MAY_BAR: ReadonlySet<string> = new Set(['registration', 'reporting', 'late-report', 'barred']);

function forms(facts: PaperFacts): readonly string[] {
  const { awards, quotas } = facts.run.movement;
  if (awards.length === 0)
    return [`Kế hoạch không nêu hình thức khen thưởng; Hội đồng xét: ${formsToGive(facts).join('; ') || BLANK}.`];
  return [
    ...awards.map(({ name, source }) => `${inside(name)} (mục ${source.section}).`),
    ...new Set(
      quotas.map(
        ({ text, source, round }) => `${ROUND_NAME[round]}: ${inside(opening(text))} (mục ${source.section}).`,
      ),
    ),
  ];
}

/** What the plan itself cites for the dossier and still holds, beside what the province prescribes. */
function dossierBases({ legalBases }: PaperFacts['run']['movement']): string {
  const cited = legalBases.filter(({ title, warning }) => /hồ sơ/iu.test(title) && warning === null);
  return [...cited.map(({ number, title }) => `${title.replace(/:.*$/su, '')} ${number}`), 'quy định của tỉnh'].join(
    ', ',
  );
}

/**
 * Last days in time, in words: "trước ngày 05/11" ends on 04/11. What units send by a day that the plan leaves open keeps
 * a blank for the day that the commune sets.
 */
function days({ calendar }: PaperFacts): readonly string[] {
  const dated = calendar.filter(({ last }) => last !== null);
  const open = calendar.filter(({ last, what }) => last === null && SENT_BY_UNITS.has(what));
  if (dated.length + open.length === 0) return [`Kế hoạch không ghi ngày: ${BLANK}.`];
  return [
    ...dated.map(({ name, words, section }) => `${name}: ${inside(words)} (mục ${section}).`),
    ...open.map(({ name, section }) => `${name}: ${BLANK} (mục ${section} của Kế hoạch không ghi ngày).`),
  ];
}

const SENT_BY_UNITS: ReadonlySet<CalendarDay['what']> = new Set([
  'registration',
  'unit-plan',
  'unit-report',
  'award-dossier',
]);
