/** Kế hoạch sơ kết, tổng kết: for the reviews that the plan sets; no other review is planned here. */
import type { PaperFacts } from '../facts.ts';
import { type NextTask, nextName } from '../next-tasks.ts';
import {
  committeeHeading,
  committeeSignature,
  movementTitle,
  officeOf,
  planCited,
  recipientsWithin,
} from '../office.ts';
import { BLANK, heading, items, type Paper, paragraph } from '../paper.ts';
import { inside, taskOf } from '../words.ts';
import { countedTasks } from './task-list.ts';

const REVIEWS = { 'interim-review': ['Sơ kết', 'so-ket'], 'final-review': ['Tổng kết', 'tong-ket'] } as const;

/** Who has a part in a review: the others only report to it. */
const PREPARES: ReadonlySet<string> = new Set(['summariser', 'standing-body', 'appraiser', 'proposer']);

export function reviewPlans(facts: PaperFacts, tasks: readonly NextTask[]): readonly Paper[] {
  const { calendar, period } = { calendar: facts.run.movement.calendar, period: facts.run.period };
  return (['interim-review', 'final-review'] as const).flatMap((what) => {
    const set = calendar.filter((entry) => entry.what === what);
    const own = set.filter(
      ({ when }) => !('year' in when) || when.year === null || !period || when.year === period.year,
    );
    const [entry] = own;
    return entry ? [reviewPlan(facts, what, entry, countedTasks(tasks))] : [];
  });
}

function reviewPlan(
  facts: PaperFacts,
  what: keyof typeof REVIEWS,
  { text, source }: { readonly text: string; readonly source: { readonly section: string } },
  counted: string,
): Paper {
  const { movement } = facts.run;
  const office = officeOf(facts);
  const [name, short] = REVIEWS[what];
  const day = facts.calendar.find((calendarDay) => calendarDay.what === what && calendarDay.last !== null);
  return {
    kind: 'ke-hoach',
    file: `ke-hoach-${short}`,
    title: `Kế hoạch ${name.toLowerCase()} phong trào`,
    heading: committeeHeading(facts, 'ke-hoach'),
    type: 'KẾ HOẠCH',
    about: `${name} ${movementTitle(movement)}`,
    to: [],
    body: [
      paragraph(
        `Thực hiện ${planCited(movement)}, ${office.committee} xây dựng kế hoạch ${name.toLowerCase()} như sau:`,
      ),
      heading('I. MỤC ĐÍCH, YÊU CẦU'),
      items(
        'Đánh giá đúng kết quả thực hiện các chỉ tiêu, nội dung của Kế hoạch; chỉ rõ hạn chế, nguyên nhân, bài học.',
        'Kịp thời biểu dương, đề nghị khen thưởng tập thể, cá nhân tiêu biểu; công khai, dân chủ, tiết kiệm.',
      ),
      heading('II. NỘI DUNG'),
      items(
        `Kết quả thực hiện ${movement.targets.length === 0 ? 'các nội dung' : `${movement.targets.length} chỉ tiêu`} của Kế hoạch.`,
        'Kết quả chấm điểm, xếp hạng các đơn vị; danh sách đề nghị khen thưởng.',
        `Phương hướng ${nextName(facts)}: ${counted || BLANK}; giải pháp: ${BLANK}.`,
      ),
      heading('III. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN'),
      items(
        `Theo Kế hoạch: ${inside(text)} (mục ${source.section}).`,
        ...(day?.last ? [`Thời hạn: ${inside(day.words)}.`] : []),
        `Ngày tổ chức: ${BLANK}. Địa điểm: ${BLANK}. Thành phần: ${BLANK}.`,
      ),
      heading('IV. TỔ CHỨC THỰC HIỆN'),
      items(
        ...movement.roles
          .filter(({ duties }) => duties.some((duty) => PREPARES.has(duty)))
          .map((role) => `${inside(role.post)}: ${taskOf(role)} (mục ${role.source.section}).`),
        `Các cơ quan, đơn vị gửi báo cáo ${name.toLowerCase()} về ${office.committee}: ${reportDay(facts, day?.last ?? null)}.`,
      ),
      paragraph(`${office.committee} yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.`),
    ],
    signatures: [committeeSignature(facts)],
    recipients: [...recipientsWithin(facts), 'Lưu: VT'],
    fields: new Map([['ten_dot', name]]),
  };
}

/** The day the plan sets for the units' reports; blank where it sets none, or a day after the review itself. */
function reportDay({ calendar }: PaperFacts, review: string | null): string {
  const due = calendar.find(
    ({ what, last }) => what === 'unit-report' && last !== null && (review === null || last <= review),
  );
  return due ? inside(due.words) : BLANK;
}
