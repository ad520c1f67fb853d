/** Warnings on legal bases that more than one plan cites (facts of the law: LW-01 … LW-06). */
import type { Movement } from '../movement/movement.ts';

type Warning = NonNullable<Movement['legalBases'][number]['warning']>;

/** LB-X01. */
export const PROGRAMME_NUMBER: Warning = {
  kind: 'wrong-number',
  message:
    'Kế hoạch ghi số 479; Quyết định ngày 03/6/2020 phê duyệt Chương trình chuyển đổi số quốc gia là số 749/QĐ-TTg. Kiểm tra lại số trước khi dẫn chiếu.',
};

/** LW-02. */
export const DECREE_98: Warning = {
  kind: 'expired',
  message: 'Nghị định số 98/2023/NĐ-CP hết hiệu lực từ ngày 01/7/2025, được thay bằng Nghị định số 152/2025/NĐ-CP.',
};

/** LW-06. */
export const DECREE_91: Warning = {
  kind: 'expired',
  message: 'Nghị định số 91/2017/NĐ-CP hết hiệu lực từ ngày 01/01/2024; hiện áp dụng Nghị định số 152/2025/NĐ-CP.',
};

/** LW-06 (inferred with the decree it explains). */
export const CIRCULAR_12: Warning = {
  kind: 'expired',
  message: 'Thông tư số 12/2019/TT-BNV hướng dẫn Nghị định số 91/2017/NĐ-CP, không còn áp dụng theo nghị định này.',
};

/** Communes answer to the province since 01/7/2025. */
export const NO_DISTRICT =
  'Từ ngày 01/7/2025 không còn cấp huyện: các nội dung gửi, trình UBND huyện cần xác định lại nơi nhận.';
