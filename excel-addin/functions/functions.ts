/**
 * The worksheet functions, read-only and optional: the product is complete without them. functions.json is made from
 * these comments, which officers read while they type a formula, as they do the parameters' names: hence Vietnamese.
 */

import type { Movement } from '../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../core/movements/index.ts';
import type { Period } from '../../core/period/period.ts';
import type { Result } from '../../core/result.ts';
import { found, type Given, indicatorOf, numberOf, periodOf, refused, unicodeOf } from './answers.ts';
import { type BookData, bookData } from './book-data.ts';
import { orCellError } from './cell-error.ts';
import { pointsOf } from './points-answer.ts';

/**
 * Điểm của một tiêu chí theo giá trị đạt được, chưa xét cảnh báo và quyết định của Hội đồng.
 * @customfunction DIEM
 * @param tiêu_chí Mã tiêu chí, ví dụ "1.2"; phần của tiêu chí: "1.2.a".
 * @param giá_trị Giá trị đạt được: số, tỷ lệ phần trăm (95,5), có/không, ngày hoặc mức.
 * @param đối_tượng Đối tượng thi đua, ví dụ "Bản".
 * @param phong_trào Mã phong trào; bỏ trống: phong trào đang chọn trong sổ.
 * @param kỳ Kỳ báo cáo: "2025", "2025-Q4", "2025-11".
 * @returns Số điểm.
 */
export async function points(
  tiêu_chí: string,
  giá_trị: unknown,
  đối_tượng: string,
  phong_trào?: string,
  kỳ?: string,
): Promise<number> {
  const asked = kỳ ? orCellError(periodOf(kỳ)) : null;
  const { movement, period } = orCellError(phong_trào ? bundled(phong_trào) : inForce(await bookData()));
  return orCellError(pointsOf(movement, asked ?? period, đối_tượng, tiêu_chí, givenOf(giá_trị)));
}

/**
 * Chữ số viết kiểu Việt Nam thành số: "1.234,5" thành 1234,5.
 * @customfunction DOISO
 * @param văn_bản Chữ số cần đổi.
 * @param số_đếm TRUE nếu là số đếm (người, hộ, hồ sơ): khi đó "1.234" là 1234.
 * @returns Con số.
 */
export function numberFromText(văn_bản: unknown, số_đếm?: boolean): number {
  return orCellError(numberOf(givenOf(văn_bản), số_đếm === true));
}

/**
 * Chữ gõ bằng phông TCVN3 (.VnTime) hoặc VNI thành Unicode; chữ Unicode giữ nguyên.
 * @customfunction DOICHU
 * @param văn_bản Chữ cần đổi.
 * @param phông Tên phông của ô, nếu biết, ví dụ ".VnTime".
 * @returns Chữ Unicode.
 */
export function unicode(văn_bản: string, phông?: string): string {
  return unicodeOf(văn_bản, phông ?? '');
}

/**
 * Giá trị mới nhất của một chỉ số đã nhập vào bảng Chỉ số.
 * @customfunction CHISO
 * @param chỉ_số Mã hoặc tên chỉ số, ví dụ "TDGQ".
 * @param đơn_vị Tên đơn vị.
 * @param kỳ Kỳ: "2025", "2025-Q4", "2025-11".
 * @returns Giá trị của chỉ số.
 */
export async function indicator(chỉ_số: string, đơn_vị: string, kỳ: string): Promise<number> {
  return orCellError(indicatorOf(orCellError(await bookData()), chỉ_số, đơn_vị, kỳ));
}

interface Aim {
  readonly movement: Movement;
  readonly period: Period | null;
}

function bundled(id: string): Result<Aim> {
  const movement = findMovement(id.trim());
  if (movement) return found({ movement, period: null });
  return refused('value', `Không có phong trào "${id}". Các mã: ${MOVEMENTS.map((one) => one.id).join(', ')}.`);
}

function inForce(data: Result<BookData>): Result<Aim> {
  if (!data.ok) return data;
  const { movement, period } = data.value;
  return movement
    ? found({ movement, period })
    : refused('none', 'Sổ chưa chọn phong trào: chọn trong bảng Thi đua số.');
}

/** Excel may hand over a data type with the plain value inside; an error value is one of them. */
function givenOf(value: unknown): Given {
  if (typeof value === 'object' && value !== null && 'basicValue' in value) {
    const { basicValue } = value;
    return 'type' in value && value.type === 'Error' ? { error: String(basicValue) } : givenOf(basicValue);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
