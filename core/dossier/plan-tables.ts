/**
 * The tables of the plan's own content: a sheet each, with a row for each target, audience, quota … `…Row` is such a
 * row, flat.
 */
import type { Audience, CalendarEntry, Movement, Quota, Scanned, Target } from '../movement/movement.ts';
import type { Source } from '../movement/source.ts';
import * as codec from './codec.ts';
import { figureCodec } from './figure-words.ts';
import { BASIS_LIST, DUTY_LIST } from './lists-sheet.ts';
import { type QuotaFor, quotaForCodec } from './quota-for.ts';
import { type DossierColumn, type DossierColumns, type ListPlace, listIn, type TableSpec } from './table.ts';
import * as words from './vocabulary.ts';
import { when } from './when-words.ts';

export interface SourceRow {
  readonly section: string;
  readonly sourceCode?: string | undefined;
  readonly sourceText?: string | undefined;
}

export const SOURCE_COLUMNS: DossierColumns<SourceRow> = {
  section: { title: 'Mục trong kế hoạch', width: 14, codec: codec.text },
  sourceCode: { title: 'Mã trong kế hoạch', width: 12, codec: codec.textOrNone },
  sourceText: { title: 'Lời kế hoạch', width: 40, codec: codec.textOrNone },
};

export function sourceRow({ section, code, text }: Source): SourceRow {
  return { section, sourceCode: code, sourceText: text };
}

export function sourceOf({ section, sourceCode, sourceText }: SourceRow): Source {
  return {
    ...(sourceCode === undefined ? {} : { code: sourceCode }),
    section,
    ...(sourceText === undefined ? {} : { text: sourceText }),
  };
}

/** Audiences as what other rows refer to. */
export function itemsOf(audiences: readonly Audience[]): codec.ListedCode[] {
  return audiences.map(({ kind, name }) => ({ code: kind, name }));
}

const code: DossierColumn<string> = { title: 'Mã', width: 12, codec: codec.needed('mã') };

/** Targets by their codes: the first column of their sheet. */
export const TARGET_LIST: ListPlace = { sheet: 'Chỉ tiêu', column: 0 };

export function targetsTable(audiences: readonly Audience[]): TableSpec<Target> {
  return {
    sheet: TARGET_LIST.sheet,
    printed: 8,
    heading: 'CHỈ TIÊU CỦA KẾ HOẠCH',
    hint: 'Mỗi chỉ tiêu một dòng, theo đúng lời kế hoạch. Sửa, thêm, xóa dòng đều được.',
    columns: {
      code,
      section: { title: 'Mục trong kế hoạch', width: 14, codec: codec.text },
      text: { title: 'Chỉ tiêu (nguyên văn)', width: 60, codec: codec.text },
      comparator: { title: 'So sánh', width: 16, codec: codec.orNull(codec.choice(words.COMPARATORS)) },
      value: { title: 'Mức', width: 10, codec: codec.orNull(codec.number) },
      unit: { title: 'Đơn vị tính', width: 12, codec: codec.textOrNull },
      deadline: { title: 'Đến ngày', width: 13, codec: codec.orNull(codec.date) },
      subject: { title: 'Của cái gì', width: 36, codec: codec.text },
      qualifier: { title: 'Chỉ tính', width: 20, codec: codec.textOrNull, hint: 'Ví dụ: đủ điều kiện, trưởng thành' },
      exclusion: { title: 'Không tính', width: 20, codec: codec.textOrNull, hint: 'Ví dụ: trừ văn bản mật' },
      scope: { title: 'Tính cho', width: 14, codec: codec.choice(words.TARGET_SCOPES, 'unit') },
      perSector: { title: 'Từng ngành', width: 10, codec: codec.yesNo(false) },
      kind: { title: 'Loại', width: 15, codec: codec.choice(words.TARGET_KINDS, 'numeric') },
      relativeTo: {
        title: 'So với',
        width: 24,
        codec: codec.textOrNone,
        hint: 'Chỉ ghi khi Mức là mức tăng, giảm. Ví dụ: năm trước',
      },
      startsOn: { title: 'Bắt đầu từ', width: 13, codec: codec.orNull(codec.date) },
      note: { title: 'Ghi chú', width: 30, codec: codec.textOrNull },
      figure: { title: 'Số liệu toàn xã lấy từ', width: 40, codec: figureCodec(itemsOf(audiences)) },
      sameAs: { title: 'Cùng cách đo với chỉ tiêu', width: 14, codec: codec.textOrNone, from: TARGET_LIST },
    },
  };
}

type AudienceRow = Omit<Audience, 'source'> & SourceRow;
export const AUDIENCES: TableSpec<AudienceRow> = {
  sheet: 'Đối tượng',
  heading: 'ĐỐI TƯỢNG THI ĐUA',
  hint: 'Thi đua: Có = gửi báo cáo, được chấm điểm; Không = chỉ được xét khen.',
  columns: {
    kind: { title: 'Loại đối tượng', width: 22, codec: words.audienceKind },
    name: { title: 'Tên gọi', width: 30, codec: codec.needed('tên đối tượng') },
    subject: { title: 'Là', width: 14, codec: codec.choice(words.SUBJECTS) },
    competes: { title: 'Thi đua', width: 10, codec: codec.yesNo(true) },
    members: { title: 'Gồm', width: 50, codec: codec.texts, hint: 'Mỗi đơn vị một dòng' },
    ...SOURCE_COLUMNS,
  },
};

export const AUDIENCE_LIST = listIn(AUDIENCES, 'name');

type Phase = Movement['phases'][number];
type PhaseRow = Omit<Phase, 'source'> & SourceRow;
export const PHASES: TableSpec<PhaseRow> = {
  sheet: 'Giai đoạn',
  heading: 'CÁC GIAI ĐOẠN',
  hint: 'Để trống nếu phong trào không chia giai đoạn.',
  columns: {
    code,
    name: { title: 'Tên giai đoạn', width: 24, codec: codec.text },
    from: { title: 'Từ ngày', width: 13, codec: codec.date },
    to: { title: 'Đến ngày', width: 13, codec: codec.date },
    ...SOURCE_COLUMNS,
  },
};

export const PHASE_LIST = listIn(PHASES, 'name');

export interface ContentRow extends SourceRow {
  readonly kind: 'content' | 'field';
  readonly code: string;
  readonly text: string;
}
export const CONTENTS: TableSpec<ContentRow> = {
  sheet: 'Nội dung',
  heading: 'NỘI DUNG THI ĐUA',
  hint: 'Nhiệm vụ không kèm con số, và các lĩnh vực ưu tiên.',
  columns: {
    kind: {
      title: 'Loại',
      width: 18,
      codec: codec.choice({ content: 'Nội dung', field: 'Lĩnh vực ưu tiên' }, 'content'),
    },
    code,
    text: { title: 'Nội dung', width: 80, codec: codec.text },
    ...SOURCE_COLUMNS,
  },
};

type Standard = Movement['standards'][number];
type StandardRow = Omit<Standard, 'source'> & SourceRow;
export function standardsTable(audiences: readonly Audience[]): TableSpec<StandardRow> {
  const named = codec.references(itemsOf(audiences));
  return {
    sheet: 'Tiêu chuẩn khen',
    heading: 'TIÊU CHUẨN XÉT KHEN',
    hint: 'Tỷ lệ điểm: phần trăm số điểm phải đạt. Thứ hạng: hạng thấp nhất còn được xét.',
    columns: {
      code,
      text: { title: 'Tiêu chuẩn', width: 60, codec: codec.text },
      kind: { title: 'Loại', width: 18, codec: codec.choice(words.STANDARD_KINDS) },
      value: { title: 'Mức', width: 10, codec: codec.orNull(codec.number) },
      audiences: {
        title: 'Cho đối tượng',
        width: 26,
        codec: named,
        hint: 'Mỗi đối tượng một dòng',
        from: AUDIENCE_LIST,
      },
      proposedFor: { title: 'Trong đó đề xuất thêm cho', width: 26, codec: named, from: AUDIENCE_LIST },
      ...SOURCE_COLUMNS,
    },
  };
}

type Award = Movement['awards'][number];
type AwardRow = Omit<Award, 'source'> & SourceRow;
export const AWARDS: TableSpec<AwardRow> = {
  sheet: 'Hình thức khen',
  heading: 'HÌNH THỨC KHEN THƯỞNG',
  hint: 'Cấp: cấp quyết định khen.',
  columns: {
    code,
    name: { title: 'Hình thức', width: 50, codec: codec.needed('tên hình thức khen') },
    level: { title: 'Cấp', width: 12, codec: codec.choice(words.AWARD_LEVELS) },
    ...SOURCE_COLUMNS,
  },
};

export const AWARD_LIST = listIn(AWARDS, 'name');

type QuotaRow = Omit<Quota, 'source' | 'kind'> & SourceRow & { readonly kind: QuotaFor };
export function quotasTable(
  awards: readonly Award[],
  phases: readonly Phase[],
  audiences: readonly Audience[],
): TableSpec<QuotaRow> {
  return {
    sheet: 'Định mức khen',
    heading: 'ĐỊNH MỨC KHEN THƯỞNG',
    hint: 'Tối đa, Tỷ lệ để trống khi kế hoạch không ghi: Hội đồng quyết định. Tỷ lệ phải có Tính trên, không làm tròn lên.',
    columns: {
      code,
      award: { title: 'Hình thức khen', width: 40, codec: codec.orNull(codec.reference(awards)), from: AWARD_LIST },
      kind: {
        title: 'Cho',
        width: 22,
        codec: quotaForCodec(audiences),
        hint: 'Chọn trong danh sách, hoặc ghi tên đối tượng: thôn, trường học…',
      },
      max: { title: 'Tối đa', width: 10, codec: codec.orNull(codec.whole) },
      percent: { title: 'Tỷ lệ', width: 10, codec: codec.orNull(codec.percent) },
      base: { title: 'Tính trên', width: 20, codec: codec.orNull(codec.choice(words.QUOTA_BASES)) },
      round: { title: 'Đợt xét', width: 14, codec: codec.choice(words.ROUNDS) },
      phase: { title: 'Giai đoạn', width: 16, codec: codec.orNull(codec.reference(phases)), from: PHASE_LIST },
      audiences: {
        title: 'Riêng cho đối tượng',
        width: 26,
        codec: codec.someOrNone(codec.references(itemsOf(audiences))),
        hint: 'Mỗi đối tượng một dòng; để trống = mọi đối tượng ghi ở cột Cho',
        from: AUDIENCE_LIST,
      },
      condition: { title: 'Điều kiện', width: 30, codec: codec.textOrNull },
      text: { title: 'Định mức (nguyên văn)', width: 60, codec: codec.text },
      ...SOURCE_COLUMNS,
    },
  };
}

type CalendarRow = Omit<CalendarEntry, 'source'> & SourceRow;
export const CALENDAR: TableSpec<CalendarRow> = {
  sheet: 'Lịch',
  heading: 'LỊCH BÁO CÁO, SƠ KẾT, TỔNG KẾT',
  hint: 'Thời hạn ghi như 31/12/2026, trước 05/11 hằng năm, quý IV/2026, tháng 6/2026, năm 2026, trước ngày 20 hằng tháng, ngày 20 tháng cuối quý, chưa ghi ngày.',
  columns: {
    code,
    what: { title: 'Việc', width: 26, codec: codec.choice(words.CALENDAR) },
    when: { title: 'Thời hạn', width: 22, codec: when },
    setDay: {
      title: 'Ngày xã ấn định',
      width: 22,
      codec: codec.orNone(when),
      hint: 'Khi kế hoạch chưa ghi ngày, hoặc dời ngày',
    },
    text: { title: 'Lời kế hoạch về việc này', width: 60, codec: codec.text },
    from: { title: 'Ai gửi', width: 24, codec: codec.textOrNull },
    to: { title: 'Gửi cho', width: 24, codec: codec.textOrNull },
    ...SOURCE_COLUMNS,
  },
};

type Role = Movement['roles'][number];
type RoleRow = Omit<Role, 'source'> & SourceRow;
export const ROLES: TableSpec<RoleRow> = {
  sheet: 'Phân công',
  heading: 'TỔ CHỨC THỰC HIỆN',
  hint: `Việc, mỗi việc một dòng: ${Object.values(words.DUTIES).join('; ')}.`,
  columns: {
    code,
    post: { title: 'Ai', width: 30, codec: codec.text },
    duties: {
      title: 'Việc',
      width: 24,
      codec: codec.references(
        Object.entries(words.DUTIES).map(([duty, name]) => ({ code: duty, name })),
      ) as codec.Codec<Role['duties']>,
      from: DUTY_LIST,
    },
    text: { title: 'Nhiệm vụ', width: 70, codec: codec.text },
    ...SOURCE_COLUMNS,
  },
};

type Basis = Movement['legalBases'][number];
export interface BasisRow extends Omit<Basis, 'warning'> {
  readonly warningKind: NonNullable<Basis['warning']>['kind'] | null;
  readonly warningText: string | null;
}
export const BASES: TableSpec<BasisRow> = {
  sheet: 'Căn cứ',
  heading: 'CĂN CỨ BAN HÀNH',
  hint: 'Văn bản kế hoạch dẫn ở phần căn cứ.',
  columns: {
    number: { title: 'Số, ký hiệu', width: 22, codec: codec.needed('số, ký hiệu') },
    date: { title: 'Ngày', width: 13, codec: codec.orNull(codec.date) },
    issuer: { title: 'Cơ quan ban hành', width: 30, codec: codec.text },
    title: { title: 'Trích yếu', width: 60, codec: codec.text },
    warningKind: {
      title: 'Cần xem lại',
      width: 18,
      codec: codec.orNull(codec.choice(words.BASIS_WARNINGS)),
      from: BASIS_LIST,
    },
    warningText: { title: 'Vì sao', width: 40, codec: codec.textOrNull },
  },
};

export const WARNINGS: TableSpec<Movement['warnings'][number]> = {
  sheet: 'Lưu ý',
  heading: 'CHỖ CẦN LƯU Ý TRONG KẾ HOẠCH',
  hint: 'Để người soạn kế hoạch năm sau xem; không ảnh hưởng đến điểm.',
  columns: {
    code,
    message: { title: 'Lưu ý', width: 100, codec: codec.text },
  },
};

export const SCANNED: TableSpec<Scanned> = {
  sheet: 'Số từ bản quét',
  heading: 'CON SỐ ĐỌC TỪ BẢN QUÉT, CHỜ XÁC NHẬN',
  hint: 'So từng số với ảnh; số sai thì sửa ở trang đang dùng nó. Xong ghi Có ở cột Đã xác nhận; chưa xác nhận thì kết quả chưa dùng được.',
  columns: {
    code,
    usedIn: { title: 'Dùng ở', width: 24, codec: codec.text },
    read: { title: 'Đọc được', width: 16, codec: codec.text },
    again: { title: 'Đọc lại riêng', width: 16, codec: codec.text },
    doubtful: { title: 'Nghi đọc sai', width: 10, codec: codec.yesNo(true) },
    confirmed: { title: 'Đã xác nhận', width: 10, codec: codec.yesNo(false) },
    page: { title: 'Trang', width: 8, codec: codec.whole },
    line: { title: 'Dòng in', width: 44, codec: codec.text },
  },
};
