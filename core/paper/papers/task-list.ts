/** Danh mục nhiệm vụ: the annex of the report on what comes next, with who carries it out and by when. */
import type { PaperFacts } from '../facts.ts';
import { type NextTask, nextName, type TaskKind, watchersOf } from '../next-tasks.ts';
import { committeeHeading, committeeSignature, movementTitle, officeOf } from '../office.ts';
import { BLANK, column, heading, type Paper, type PaperBlock, type PaperColumn, paragraph, table } from '../paper.ts';
import { countWords, dayWords, inside, opening } from '../words.ts';

const COLUMNS: readonly PaperColumn[] = [
  column('stt', 'TT', 5, 'center'),
  column('nhiem_vu', 'Nhiệm vụ', 38),
  column('muc', 'Mục của Kế hoạch', 11, 'center'),
  column('den_nay', 'Kết quả đến nay', 32),
  column('thuc_hien', 'Cơ quan, người thực hiện', 26),
  column('thoi_han', 'Thời hạn', 14),
];

/** In the order of the list; what each is about, as a heading and as counted in the report. */
const GROUPS: Readonly<Record<TaskKind, readonly [heading: string, counted: string]>> = {
  missed: ['Tiếp tục thực hiện chỉ tiêu chưa đạt', 'chỉ tiêu chưa đạt'],
  unknown: ['Bổ sung số liệu của chỉ tiêu chưa đánh giá được', 'chỉ tiêu chưa đánh giá được'],
  ahead: ['Phấn đấu đạt chỉ tiêu chưa đến hạn', 'chỉ tiêu chưa đến hạn'],
  content: ['Triển khai, báo cáo nội dung, lĩnh vực chưa có kết quả', 'nội dung, lĩnh vực chưa có kết quả'],
  weak: ['Khắc phục tiêu chí nhiều đơn vị còn yếu', 'tiêu chí nhiều đơn vị còn yếu'],
};
const KINDS = Object.keys(GROUPS) as readonly TaskKind[];

/** What makes a criterion weak is our measure: the reader has to know. */
const WEAK = 'Quá nửa số đơn vị được chấm chỉ đạt dưới một nửa số điểm tối đa (Kế hoạch không quy định mức này).';

/** None where nothing is left to do. */
export function taskList(facts: PaperFacts, tasks: readonly NextTask[]): readonly Paper[] {
  if (tasks.length === 0) return [];
  const { movement } = facts.run;
  const { committee } = officeOf(facts);
  const number = committeeHeading(facts, 'bao-cao').number ?? `Số: ${BLANK}`;
  return [
    {
      kind: 'nhiem-vu',
      file: 'danh-muc-nhiem-vu',
      title: 'Danh mục nhiệm vụ kỳ tiếp theo',
      landscape: true,
      heading: null,
      type: 'DANH MỤC NHIỆM VỤ',
      about: `Nhiệm vụ ${nextName(facts)} của ${movementTitle(movement)}`,
      to: [],
      body: [
        {
          kind: 'paragraph',
          text: `(Kèm theo Báo cáo ${number.replace('Số: ', 'số ')} ${dayWords(facts.settings.signedOn)} của ${committee})`,
          style: 'centre',
        },
        paragraph(`Theo dõi, đôn đốc chung theo Kế hoạch: ${watchersOf(movement).join('; ') || BLANK}.`),
        ...KINDS.map((kind) => tasks.filter((task) => task.kind === kind))
          .filter((own) => own.length > 0)
          .flatMap((own, at) => groupBlocks(own, at + 1)),
      ],
      signatures: [committeeSignature(facts)],
      recipients: [],
      fields: new Map([['so_nhiem_vu', String(tasks.length)]]),
    },
  ];
}

/** `02 chỉ tiêu chưa đạt, 01 nội dung, lĩnh vực chưa có kết quả`; '' where nothing is left to do. */
export function countedTasks(tasks: readonly NextTask[]): string {
  return KINDS.flatMap((kind) => {
    const count = tasks.filter((task) => task.kind === kind).length;
    return count === 0 ? [] : [`${countWords(count)} ${GROUPS[kind][1]}`];
  }).join('; ');
}

function groupBlocks(own: readonly NextTask[], number: number): readonly PaperBlock[] {
  const kind = own[0]?.kind ?? 'missed';
  return [
    heading(`${number}. ${GROUPS[kind][0]}`),
    ...(kind === 'weak' ? [paragraph(WEAK)] : []),
    table(
      'nhiem_vu',
      COLUMNS,
      own.map((task, at) => [
        String(at + 1),
        inside(opening(task.text)),
        task.section,
        task.now === '' ? 'Chưa có' : opening(task.now),
        [...task.carriers, ...task.assigned.map((member) => `phụ trách: ${member}`)].join('; ') || BLANK,
        task.due,
      ]),
    ),
  ];
}
