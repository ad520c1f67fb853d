/**
 * Which criteria tell of a content of the plan: those drawn from it by code or section; where there are none, those
 * whose words are about the same matter. A criterion has one source, but a plan asks for the same thing in several
 * places: "100 % cán bộ được tập huấn" is a target and answers the content on training too.
 */
import { foldKey, squashKey } from '../../base/text/text.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';

export type PlanContent = Pick<Movement['contents'][number], 'code' | 'text' | 'source'>;

/** Drawn from it by its code, else from the very section. */
export function isDrawnFrom({ source }: Criterion, content: Pick<PlanContent, 'code' | 'source'>): boolean {
  if (source.code !== undefined) return source.code === content.code;
  return source.section !== '' && foldKey(source.section) === foldKey(content.source.section);
}

/** A matter as contents of plans name it, and as titles of criteria do. */
const MATTERS: readonly (readonly [content: RegExp, criterion: RegExp])[] = [
  [/lãnh đạo|chỉ đạo|người đứng đầu/iu, /người đứng đầu|cuộc họp chuyên đề|văn bản pháp luật|nhiệm vụ .*được giao/iu],
  [/tuyên truyền|nhận thức|quán triệt/iu, /tuyên truyền|quán triệt|tin, bài/iu],
  [/kế hoạch|chương trình(?! chuy[êể]n đổi số)/iu, /kế hoạch|chương trình/iu],
  [/đào tạo|bồi dưỡng|tập huấn|nhân lực/iu, /tập huấn|bồi dưỡng|đào tạo/iu],
  [/an ninh|an toàn|bảo mật/iu, /an toàn|an ninh/iu],
  [/dữ liệu mở|công khai/iu, /cơ sở dữ liệu|dữ liệu mở|trang thông tin|làm sạch/iu],
  [/hạ tầng|nền tảng/iu, /băng rộng|điện thoại thông minh|phủ sóng|nền tảng số|hạ tầng/iu],
  [
    /chính quyền số/iu,
    /dịch vụ công|thủ tục hành chính|hồ sơ công việc|văn bản .*ký số|hồ sơ (?:cư trú|giải quyết)|trên hệ thống/iu,
  ],
  [/cải cách hành chính|dịch vụ công/iu, /dịch vụ công|thủ tục hành chính|mức độ hài lòng/iu],
  [/mặt trận|đoàn thể|tổ chức chính trị/iu, /đoàn viên, hội viên/iu],
  [/hợp tác|doanh nghiệp công nghệ|mô hình kinh doanh/iu, /sản phẩm, dịch vụ|kênh bán hàng|doanh nghiệp/iu],
  [/mô hình|sáng kiến|phong phú/iu, /mô hình|sáng kiến/iu],
];

/** The same matter stands in both. */
export function isAbout({ title }: Pick<Criterion, 'title'>, { text }: Pick<PlanContent, 'text'>): boolean {
  return MATTERS.some(([content, criterion]) => content.test(text) && criterion.test(title));
}

/** A criterion of a priority field: drawn from it, or its words or the plan's words for it name the field. */
export function isOfField({ title, source }: Criterion, field: Movement['priorityFields'][number]): boolean {
  return source.code === field.code || namesField(`${title} ${source.text ?? ''}`, field);
}

/** `Xã hội số: y tế`, `Lĩnh vực giáo dục và đào tạo`: the field itself is the first of its words. */
export function namesField(text: string, field: Pick<Movement['priorityFields'][number], 'name'>): boolean {
  const own = (field.name.split(':').at(-1) ?? '').trim().replace(/^lĩnh vực\s+/iu, '');
  return squashKey(text).includes(squashKey(own.split(/ và |,/u)[0] ?? own));
}

/** A priority field as a content, by its name. */
export function asContent({ code, name, source }: Movement['priorityFields'][number]): PlanContent {
  return { code, text: name, source };
}

/** Contents and fields that nothing in the forms tells of: only the commune itself can. */
export function unmeasuredContents({ contents, priorityFields, criteriaSets, audiences }: Movement): readonly {
  readonly code: string;
  readonly text: string;
}[] {
  // Papers name no private person: what people and households do is answered by unit.
  const isOfUnits = ({ audience }: { readonly audience: string }) =>
    audiences.find(({ kind }) => kind === audience)?.subject === 'collective';
  const criteria = criteriaSets.filter(isOfUnits).flatMap((set) => set.criteria);
  return [
    ...contents.filter(
      (content) => !criteria.some((criterion) => isDrawnFrom(criterion, content) || isAbout(criterion, content)),
    ),
    ...priorityFields
      .filter(
        (field) => !criteria.some((criterion) => isOfField(criterion, field) || isAbout(criterion, asContent(field))),
      )
      .map(({ code, name }) => ({ code, text: name })),
  ];
}
