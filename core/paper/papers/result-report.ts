/**
 * Báo cáo kết quả phong trào, by the plan's own sections, with the table of targets. What was done in words only the
 * commune can write.
 */
import { ROUND_NAME } from '../../award/candidate.ts';
import { TARGET_STATE_NAME, type TargetResult } from '../../commune/commune-result.ts';
import { formatNumber, formatPoints } from '../../quantity/points.ts';
import type { PaperFacts } from '../facts.ts';
import { audienceName, awardGroups, shareWords, subjectCounts } from '../lists.ts';
import { committeeHeading, committeeSignature, movementInPeriod, officeOf, planCited } from '../office.ts';
import { BLANK, type Block, heading, items, type Paper, paragraph } from '../paper.ts';
import { inside, orBlank } from '../words.ts';
import { leaderLines, resultLines } from './result-lines.ts';

export function resultReport(facts: PaperFacts): Paper {
  const { movement } = facts.run;
  const { committee } = officeOf(facts);
  return {
    kind: 'bao-cao',
    file: 'bao-cao-ket-qua',
    title: 'Báo cáo kết quả phong trào thi đua',
    heading: committeeHeading(facts, 'bao-cao'),
    type: 'BÁO CÁO',
    about: `Kết quả thực hiện ${movementInPeriod(facts)}`,
    to: [orBlank(facts.settings.superior)],
    body: [
      paragraph(`Thực hiện ${planCited(movement)}, ${committee} báo cáo kết quả như sau:`),
      heading('I. CÔNG TÁC CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN'),
      items(`Văn bản chỉ đạo đã ban hành: ${BLANK}.`, ...resultLines(facts)),
      heading('II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CỦA KẾ HOẠCH'),
      ...movement.contents.flatMap(({ text, source }, at): readonly Block[] => [
        heading(`${at + 1}. ${inside(text)} (mục ${source.section})`),
        paragraph(`Kết quả: ${BLANK}.`),
      ]),
      heading('III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'),
      ...targets(facts),
      heading('IV. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG'),
      ...(facts.run.rankings.length > 0
        ? [paragraph('Các đơn vị dẫn đầu:'), items(...leaderLines(facts)), ranking(facts)]
        : [paragraph(`${BLANK}.`)]),
      heading('V. KHEN THƯỞNG'),
      items(...awards(facts)),
      heading('VI. TỒN TẠI, HẠN CHẾ'),
      items(...shortcomings(facts), `Nguyên nhân: ${BLANK}.`),
      heading('VII. PHƯƠNG HƯỚNG, ĐỀ XUẤT, KIẾN NGHỊ'),
      paragraph(`${BLANK}.`),
      paragraph(`Trên đây là báo cáo kết quả thực hiện ${movementInPeriod(facts)} của ${committee}./.`),
    ],
    signatures: [committeeSignature(facts)],
    recipients: ['Như trên', 'Thường trực Đảng ủy, HĐND xã', 'Các cơ quan, đơn vị', 'Lưu: VT'],
    fields: new Map([['so_chi_tieu_dat', String(facts.commune?.counts.met ?? BLANK)]]),
  };
}

function targets({ run, commune }: PaperFacts): readonly Block[] {
  if (run.movement.targets.length === 0) return [paragraph('Kế hoạch không đặt chỉ tiêu bằng số.')];
  if (commune === null) return [paragraph(`Kết quả từng chỉ tiêu: ${BLANK}.`)];
  return [
    {
      kind: 'table',
      name: 'chi_tieu',
      columns: [
        { field: 'stt', title: 'TT', width: 6, align: 'center' },
        { field: 'chi_tieu', title: 'Chỉ tiêu của Kế hoạch', width: 40 },
        { field: 'muc', title: 'Mục', width: 11, align: 'center' },
        { field: 'ket_qua', title: 'Kết quả', width: 20, align: 'center' },
        { field: 'danh_gia', title: 'Đánh giá', width: 15 },
      ],
      rows: commune.targets.map((target, at) => [
        String(at + 1),
        target.text,
        target.section,
        figureWords(target),
        TARGET_STATE_NAME[target.state],
      ]),
    },
    ...unsure(commune.targets),
  ];
}

/** `419/866 = 48,38 %`; the blank for a figure nobody gave. */
function figureWords({ figure, unit }: Pick<TargetResult, 'figure' | 'unit'>): string {
  const { a, b, value } = figure;
  const shown = value === null ? null : `${formatNumber(value)}${unit === null ? '' : ` ${unit}`}`;
  if (a === null || b === null) return shown ?? BLANK;
  return shown === null ? `${formatNumber(a)}/${formatNumber(b)}` : `${formatNumber(a)}/${formatNumber(b)} = ${shown}`;
}

/**
 * Who did not give a figure, target by target, each by its number in the table and its words (codes are ours): the
 * state would be blamed on the commune otherwise.
 */
function unsure(all: readonly TargetResult[]): readonly Block[] {
  const lines = all.flatMap(({ text, units: { missing } }, at) => {
    const who = missing.map(({ unit, why }) => `${unit} ${why}`).join('; ');
    return missing.length === 0 ? [] : [`Chỉ tiêu ${at + 1} “${inside(text)}”: ${who}.`];
  });
  return lines.length === 0 ? [] : [paragraph('Đơn vị chưa cho số liệu (chỉ tiêu theo cột TT):'), items(...lines)];
}

function ranking(facts: PaperFacts): Block {
  return {
    kind: 'table',
    name: 'xep_hang',
    columns: [
      { field: 'hang', title: 'Hạng', width: 8, align: 'center' },
      { field: 'don_vi', title: 'Đơn vị', width: 38 },
      { field: 'doi_tuong', title: 'Đối tượng', width: 26 },
      { field: 'diem', title: 'Điểm', width: 14, align: 'right' },
      { field: 'ty_le', title: 'Tỷ lệ', width: 14, align: 'right' },
    ],
    rows: facts.run.rankings.map(({ rank, unit, audience, points, share }) => [
      String(rank),
      unit,
      audienceName(facts, audience),
      formatPoints(points),
      shareWords(share),
    ]),
  };
}

function awards(facts: PaperFacts): readonly string[] {
  const lines = awardGroups(facts).map(
    ({ round, form, proposed }) => `${ROUND_NAME[round]}, ${form}: đề nghị ${subjectCounts(proposed) || BLANK}.`,
  );
  return lines.length > 0 ? lines : [`Kế hoạch không nêu hình thức khen thưởng: ${BLANK}.`];
}

function shortcomings({ run }: PaperFacts): readonly string[] {
  const units = (code: string) => [
    ...new Set(run.flags.filter((flag) => flag.code === code).map(({ unit, file }) => unit ?? file ?? BLANK)),
  ];
  const missing = units('missing-report');
  const late = units('late-report');
  return [
    ...(missing.length > 0 ? [`Chưa gửi báo cáo: ${missing.join('; ')}.`] : []),
    ...(late.length > 0 ? [`Gửi báo cáo muộn: ${late.join('; ')}.`] : []),
    `Tồn tại khác: ${BLANK}.`,
  ];
}
