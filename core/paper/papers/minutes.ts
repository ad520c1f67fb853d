/**
 * Biên bản họp Hội đồng: decisions and votes from the council's log, with its last seals; attendance and closing from
 * the session's record, blanks where it has none.
 */

import { groupBy } from '../../base/group-by.ts';
import { formatPoints, type Points } from '../../base/quantity/points.ts';
import { ATTENDANCE_NAMES } from '../../council/attendance.ts';
import { isAppraisal, KIND_NAMES } from '../../council/entry-kinds.ts';
import { sealNote, shortSeal } from '../../council/last-seal.ts';
import type { SessionEntry } from '../../council/session-log.ts';
import { BALLOT_NAMES, RESULT_NAMES } from '../../council/vote-columns.ts';
import { type AwardCandidate, ROUND_NAME } from '../../judge/award/candidate.ts';
import { overlapNote } from '../../judge/award/overlaps.ts';
import { setsUsed } from '../../judge/run/version-used.ts';
import type { CouncilRecord, PaperFacts } from '../facts.ts';
import { type AwardGroup, awardGroups, nameWithDeed, subjectCounts } from '../lists.ts';
import { councilHeading, movementInPeriod, nameOnly, officeOf } from '../office.ts';
import { BLANK, column, heading, items, type Paper, type PaperBlock, paragraph, table } from '../paper.ts';
import { countWords, dayWords, orBlank } from '../words.ts';
import { appealBlocks } from './appeal-blocks.ts';
import { appraisalBlocks } from './appraisal-blocks.ts';
import { resultLines } from './result-lines.ts';

export function minutes(facts: PaperFacts): Paper {
  const office = officeOf(facts);
  const { settings, council } = facts;
  return {
    kind: 'bien-ban',
    file: 'bien-ban-hop-hoi-dong',
    title: 'Biên bản họp Hội đồng Thi đua - Khen thưởng',
    heading: { ...councilHeading(facts, 'bien-ban'), placeAndDate: null },
    type: 'BIÊN BẢN',
    about: `Họp ${office.council} xét kết quả, đề nghị khen thưởng ${movementInPeriod(facts)}`,
    to: [],
    body: [
      paragraph(`Thời gian: bắt đầu ${BLANK} giờ, ${dayWords(settings.meetingOn)}.`),
      paragraph(`Địa điểm: ${orBlank(settings.meetingPlace)}.`),
      heading('I. THÀNH PHẦN'),
      ...present(facts),
      heading('II. NỘI DUNG'),
      heading('1. Kết quả tiếp nhận báo cáo, chấm điểm'),
      items(...resultLines(facts)),
      ...(setsUsed(facts.run) === '' ? [] : [paragraph(setsUsed(facts.run))]),
      heading('2. Quyết định về cảnh báo, tiêu chí'),
      ...decisions(facts, council),
      ...appraisalBlocks(facts),
      ...appealBlocks(facts),
      heading('3. Biểu quyết'),
      ...votes(council),
      heading('4. Kết luận của Hội đồng'),
      ...conclusions(facts),
      paragraph(
        `Cuộc họp kết thúc lúc ${BLANK} giờ cùng ngày. Biên bản đã được thông qua, các thành viên dự họp nhất trí./.`,
      ),
    ],
    signatures: [
      { authority: ['THƯ KÝ'], hint: '(Ký, ghi rõ họ tên)', name: nameOnly(settings.secretary ?? '') },
      { authority: ['CHỦ TỌA'], hint: '(Ký, ghi rõ họ tên)', name: nameOnly(settings.chair ?? '') },
    ],
    recipients: [],
    ...annexOf(facts),
    fields: new Map([
      ['so_quyet_dinh_hoi_dong', council === null ? BLANK : String(decidedIn(council).length)],
      ['so_bieu_quyet', String(council?.votes.length ?? BLANK)],
    ]),
  };
}

function present({ settings, council }: PaperFacts): readonly PaperBlock[] {
  const { members, chair, secretary } = settings;
  const session = council?.session ?? null;
  const rows = session === null ? members.map((member) => [member, '', '']) : attended(session);
  return [
    items(
      `Chủ tọa: ${orBlank(chair)}${/chủ tịch hội đồng/iu.test(chair ?? '') ? '' : ', Chủ tịch Hội đồng'}.`,
      `Thư ký: ${orBlank(secretary)}.`,
      session === null || rows.length === 0
        ? `Tổng số thành viên Hội đồng: ${members.length > 0 ? countWords(members.length) : BLANK}. Có mặt: ${BLANK}. Vắng: ${BLANK} (lý do: ${BLANK}). Ủy quyền: ${BLANK}. Gửi ý kiến bằng văn bản: ${BLANK}.`
        : counted(session, rows.length),
      session === null || rows.length === 0
        ? `Số thành viên dự họp so với mức Quy chế của Hội đồng yêu cầu: ${BLANK}.`
        : `Dự họp ${session.present.length}/${rows.length} thành viên; mức Quy chế của Hội đồng yêu cầu: ${BLANK}.`,
    ),
    table(
      'thanh_vien',
      [
        column('stt', 'TT', 8, 'center'),
        column('ho_ten', 'Họ tên, chức vụ', 52),
        column('co_mat', 'Có mặt', 15),
        column('ghi_chu', 'Ghi chú', 25),
      ],
      rows.length > 0 ? rows.map((row, at) => [String(at + 1), ...row]) : [['1', BLANK, '', '']],
    ),
  ];
}

/** Each member with how they took part, as the session's record has it. */
function attended({ present, proxies, written, absent }: SessionEntry): readonly (readonly string[])[] {
  const noted = (names: readonly string[], state: keyof typeof ATTENDANCE_NAMES) =>
    names.map((name) => [name, '', ATTENDANCE_NAMES[state]]);
  return [
    ...present.map((name) => [name, ATTENDANCE_NAMES.present, '']),
    ...noted(proxies, 'proxy'),
    ...noted(written, 'written'),
    ...noted(absent, 'absent'),
  ];
}

function counted({ present, proxies, written, absent }: SessionEntry, members: number): string {
  const [here, sent, wrote, away] = [present, proxies, written, absent].map(({ length }) => countWords(length));
  const why = absent.length > 0 ? ` (lý do: ${BLANK})` : '';
  return `Tổng số thành viên Hội đồng: ${countWords(members)}. Có mặt: ${here}. Vắng: ${away}${why}. Ủy quyền: ${sent}. Gửi ý kiến bằng văn bản: ${wrote}.`;
}

/** The closing of the results with its seals; null while they are open. */
function closing(council: CouncilRecord | null): readonly PaperBlock[] {
  const session = council?.session;
  if (session?.kind !== 'close' || session.result === null) return [];
  const [day = '', time = ''] = session.at.split('T');
  const note = session.note === '' ? '' : ` ${session.note}`;
  return [
    paragraph(
      `Kết quả được chốt lúc ${time.slice(0, 5)}, ${dayWords(day)}, người chốt: ${session.who}.${note} Mã đối chiếu lần chốt: ${shortSeal(session.hash)}.`,
    ),
  ];
}

function decisions(facts: PaperFacts, council: CouncilRecord | null): readonly PaperBlock[] {
  const open = facts.run.flags.filter(({ severity }) => severity === 'error').length;
  const entries = council === null ? [] : decidedIn(council);
  if (entries.length === 0) {
    return [
      paragraph(
        `Sổ quyết định chưa có dòng nào. Còn ${countWords(open)} cảnh báo mức lỗi. Ý kiến của Hội đồng: ${BLANK}.`,
      ),
    ];
  }
  return [
    paragraph(`Hội đồng đã ghi ${countWords(entries.length)} quyết định (danh sách ở phụ lục kèm theo):`),
    table(
      'quyet_dinh_theo_loai',
      [
        column('stt', 'TT', 6, 'center'),
        column('quyet_dinh', 'Quyết định', 14),
        column('so', 'Số lượng', 10, 'center'),
        column('don_vi', 'Đơn vị', 44),
        column('ly_do', 'Lý do', 26),
      ],
      gathered(entries).map((row, at) => [String(at + 1), ...row]),
    ),
  ];
}

/** Decisions in force by what was decided and why: kind, number, units with their points, reason. */
function gathered(entries: CouncilRecord['entries']): readonly (readonly string[])[] {
  const inForce = entries.filter(({ state }) => state === 'in-force');
  const groups = groupBy(inForce, ({ entry }) => JSON.stringify([entry.kind, entry.reason]));
  const others = entries.length - inForce.length;
  return [
    ...[...groups.values()].flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const units = groupBy(own, ({ entry }) => entry.unit);
      const named = [...units].map(([unit, list]) => {
        const points = list.flatMap(({ entry }) => (entry.points === null ? [] : [formatPoints(entry.points)]));
        return points.length === 0 ? unit : `${unit} (${points.join('; ')} điểm)`;
      });
      return [[KIND_NAMES[first.entry.kind], countWords(own.length), named.join('; '), first.entry.reason]];
    }),
    ...(others === 0
      ? []
      : [['Dòng đã rút, đã thay, chờ xem lại', countWords(others), '', 'Vẫn giữ trong sổ, không tính']]),
  ];
}

/** Every decision of the record, and the seals of the logs; none where nothing was written down. */
function annexOf(facts: PaperFacts): Pick<Paper, 'annex'> {
  const { council, run } = facts;
  const entries = council === null ? [] : decidedIn(council);
  const flags = new Map(run.flags.map((flag) => [flag.id, flag] as const));
  const read = entries.map(({ entry, target, state, note }) => ({
    ...{ unit: entry.unit, criterion: entry.criterion ?? '', kind: KIND_NAMES[entry.kind], points: entry.points },
    about: (target.flag === null ? undefined : flags.get(target.flag)?.message) ?? titleOf(facts, entry),
    why: [entry.reason, state === 'in-force' ? '' : note].filter((part) => part !== '').join(' '),
  }));
  // An equal reason of many units stands once, with every unit and its points.
  const alike = groupBy(read, ({ criterion, about, kind, why }) => JSON.stringify([criterion, about, kind, why]));
  const rows = [...alike.values()].map((own, at) => [
    String(at + 1),
    unitsWithPoints(own),
    ...own.slice(0, 1).flatMap(({ criterion, about, kind, why }) => [criterion, about, kind, why]),
  ]);
  if (council === null || (council.entries.length === 0 && council.votes.length === 0 && council.session === null))
    return {};
  const body: readonly PaperBlock[] = [
    paragraph(
      sealNote(
        council.entries.map(({ entry }) => entry),
        council.votes,
      ),
    ),
    ...closing(council),
    ...(rows.length === 0
      ? []
      : [
          table(
            'quyet_dinh',
            [
              column('stt', 'TT', 6, 'center'),
              column('don_vi', 'Đơn vị', 30),
              column('tieu_chi', 'Tiêu chí', 7, 'center'),
              column('canh_bao', 'Cảnh báo, tiêu chí', 27),
              column('quyet_dinh', 'Quyết định', 12),
              column('ly_do', 'Lý do', 18),
            ],
            rows,
          ),
        ]),
  ];
  return { annex: { type: 'PHỤ LỤC', about: 'Quyết định của Hội đồng theo sổ ghi', body } };
}

/** `Bản A; Bản B (mỗi đơn vị 2 điểm); Bản C (3 điểm)`: the points once for all that have them. */
function unitsWithPoints(own: readonly { readonly unit: string; readonly points: Points | null }[]): string {
  const byPoints = [...groupBy(own, ({ points }) => String(points)).values()].map((alike) => {
    const names = alike.map(({ unit }) => unit).join('; ');
    const points = alike[0]?.points ?? null;
    return points === null ? names : `${names} (${alike.length > 1 ? 'mỗi đơn vị ' : ''}${formatPoints(points)} điểm)`;
  });
  return byPoints.join('; ');
}

/** What a decision without a flag is about: the criterion's own words. */
function titleOf({ run }: PaperFacts, { unit, criterion }: CouncilRecord['entries'][number]['entry']): string {
  const points =
    run.reports.find((reportResult) => reportResult.unit === unit && reportResult.score)?.score?.points ?? [];
  return points.find((criterionScore) => criterionScore.criterion === criterion)?.title ?? '';
}

/** Entries of the council's own round. */
function decidedIn({ entries }: CouncilRecord): CouncilRecord['entries'] {
  return entries.filter(({ entry }) => !isAppraisal(entry.kind));
}

function votes(council: CouncilRecord | null): readonly PaperBlock[] {
  if (council === null || council.votes.length === 0)
    return [paragraph(`Sổ biểu quyết chưa có dòng nào. Kết quả biểu quyết: ${BLANK}.`)];
  return [
    table(
      'bieu_quyet',
      [
        column('stt', 'TT', 6, 'center'),
        column('noi_dung', 'Nội dung biểu quyết', 40),
        column('hinh_thuc', 'Hình thức', 9),
        column('ket_luan', 'Kết quả kiểm phiếu', 35),
        column('ket_qua', 'Kết quả', 10),
      ],
      council.votes.map((vote, at) => [
        String(at + 1),
        vote.subject,
        BALLOT_NAMES[vote.ballot],
        [vote.sentence, tallied(vote), vote.issued === null ? '' : papers(vote)]
          .filter((part) => part !== '')
          .join(' '),
        RESULT_NAMES[vote.result],
      ]),
    ),
  ];
}

/** Where a candidate was voted on: how the votes fell, and who stood aside. */
function tallied({ inFavour, tally }: CouncilRecord['votes'][number]): string {
  if (!tally) return '';
  const { voters, against, abstained, recused } = tally;
  const aside = recused.length === 0 ? '' : ` Không biểu quyết: ${recused.join('; ')}.`;
  return `Trong ${voters} phiếu: đồng ý ${inFavour}, không đồng ý ${against}, không ý kiến ${abstained}.${aside}`;
}

/** Ballots issued, returned, valid and invalid have to add up. */
function papers({ issued, returned, valid, invalid }: CouncilRecord['votes'][number]): string {
  return `Phiếu phát ra ${issued}, thu về ${returned}, hợp lệ ${valid}, không hợp lệ ${invalid}.`;
}

function conclusions(facts: PaperFacts): readonly PaperBlock[] {
  const groups = awardGroups(facts);
  const lines = groups.map(({ round, form, basis, proposed, again, council }) => {
    const counted = subjectCounts(proposed);
    const names = proposed.map(nameWithDeed).join('; ');
    // The plan's own rounds are cited in the proposal; for the other rounds the basis is cited here.
    const rests = round === 'out-of-turn' ? ` (${basis.charAt(0).toLowerCase()}${basis.slice(1)})` : '';
    const twice = again.length === 0 ? '' : `; ${countWords(again.length)} trường hợp khác đã nêu ở đợt trước`;
    const none = council.length > 0 ? 'Hội đồng còn xét các trường hợp nêu dưới đây' : 'không có trường hợp đề nghị';
    return `${ROUND_NAME[round]}, ${form}${rests}: ${counted === '' ? none : `đề nghị ${counted}: ${names}`}${twice}.`;
  });
  return [items(...(lines.length > 0 ? lines : [`${BLANK}.`])), ...openCases(groups)];
}

/**
 * Cases that only their names tell apart: whom the council names on a list without a number, who misses only the class
 * we propose, who sent nothing.
 */
const GATHERED: ReadonlySet<AwardCandidate['cause']> = new Set(['list', 'unscored', 'class']);

/** `Do Bản Nà Đắng đề cử, `: of people put forward only this differs. */
const FORWARD = /^Do .+? đề cử, /u;

/** `Đạt 85,72 % số điểm, `, `Xếp thứ 5, `: of those whose points wait only this differs; it stands behind the name. */
const OWN_FIGURE = /^(?:Đạt (\S+ %) số điểm|Xếp (thứ \d+)), /u;

/** Cases with the same key stand in one row. */
function caseKey(awardCandidate: AwardCandidate): string {
  if (GATHERED.has(awardCandidate.cause)) return `${awardCandidate.cause}`;
  if (awardCandidate.cause === 'judgement') return awardCandidate.reason;
  if (awardCandidate.cause === 'points') return awardCandidate.reason.replace(OWN_FIGURE, '');
  return awardCandidate.cause === 'nominated'
    ? awardCandidate.reason.replace(FORWARD, '')
    : JSON.stringify(awardCandidate);
}

/** Items of a row that gathers several: a person with the nominating unit, a unit with its own figure. */
function caseName({ cause, unit, nominatedBy, reason }: AwardCandidate, own: readonly AwardCandidate[]): string {
  if (own.length === 1) return unit;
  if (cause === 'nominated') return nominatedBy.length === 0 ? unit : `${unit} (${nominatedBy.join(', ')} đề cử)`;
  const figure = cause === 'points' ? OWN_FIGURE.exec(reason) : null;
  return figure === null ? unit : `${unit} (${figure[1] ?? figure[2]})`;
}

/** What the council still has to say: those of one kind in one row of names, the others each with its own reason. */
function openCases(groups: readonly AwardGroup[]): readonly PaperBlock[] {
  const cases = groups.flatMap(({ round, form, council }) => {
    const byCause = groupBy(council, caseKey);
    return [...byCause.values()].map((own) => ({ where: `${ROUND_NAME[round]}, ${form}`, own }));
  });
  const elsewhere = groups.flatMap((group) => group.elsewhere);
  const notes = [...groupBy(elsewhere, overlapNote)].map(([note, own]) =>
    paragraph(`${subjectCounts(own)} không ghi thêm hình thức khác: ${note.charAt(0).toLowerCase()}${note.slice(1)}`),
  );
  if (cases.length === 0) return notes;
  const people = new Set(cases.flatMap(({ own }) => own.map(({ unit, audience }) => JSON.stringify([unit, audience]))));
  return [
    ...notes,
    paragraph(`Hội đồng còn phải quyết định về ${countWords(people.size)} tập thể, cá nhân, hộ gia đình:`),
    table(
      'cho_hoi_dong',
      [
        column('stt', 'TT', 6, 'center'),
        column('dot', 'Đợt, hình thức', 20),
        column('don_vi', 'Tập thể, cá nhân', 32),
        column('noi_dung', 'Nội dung', 26),
        column('y_kien', 'Ý kiến của Hội đồng', 16),
      ],
      cases.map(({ where, own }, at) => [
        String(at + 1),
        where,
        own.map((awardCandidate) => caseName(awardCandidate, own)).join('; '),
        causeWords(own),
        BLANK,
      ]),
    ),
  ];
}

function causeWords(own: readonly AwardCandidate[]): string {
  const [first] = own;
  if (!first || own.length === 1) return first?.reason ?? '';
  const where = first.section === '' ? '' : ` (mục ${first.section})`;
  if (first.cause === 'nominated') return sentenceCase(first.reason.replace(FORWARD, ''));
  if (first.cause === 'points') return sentenceCase(first.reason.replace(OWN_FIGURE, ''));
  if (first.cause === 'list')
    return `Đủ tiêu chuẩn; ${first.limit || `kế hoạch${where} không ấn định số lượng`}: Hội đồng nêu tên.`;
  if (first.cause === 'unscored') return 'Chưa có báo cáo được chấm điểm: Hội đồng xét.';
  if (first.cause === 'class')
    return 'Kế hoạch không loại, chưa đạt mức đề xuất để xét khen: Hội đồng xét từng trường hợp.';
  return first.reason;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
