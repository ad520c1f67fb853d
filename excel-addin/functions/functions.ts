/**
 * The worksheet functions, read-only and optional: the product is complete without them. What officers read of them
 * while they type a formula stands in functions.json: parameters in the same order, by the same Vietnamese names.
 */

import type { Period } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { findMovement } from '../../core/movements/find-movement.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import { type FunctionArgument, found, indicatorOf, numberOf, periodOf, refused, unicodeOf } from './answers.ts';
import { type BookData, bookData } from './book-data.ts';
import { orCellError } from './cell-error.ts';
import { pointsOf } from './points-answer.ts';

/** Points of a criterion for a figure, before flags and the council's decisions. */
export async function points(
  tiêu_chí: string,
  giá_trị: unknown,
  đối_tượng: string,
  phong_trào?: string,
  kỳ?: string,
): Promise<number> {
  const wanted = kỳ ? orCellError(periodOf(kỳ)) : null;
  const { movement, period } = orCellError(phong_trào ? bundled(phong_trào) : inForce(await bookData()));
  return orCellError(pointsOf(movement, wanted ?? period, đối_tượng, tiêu_chí, contentOfCell(giá_trị)));
}

/** Digits written the Vietnamese way as a number: "1.234,5" is 1234.5. */
export function numberFromText(văn_bản: unknown, số_đếm?: boolean): number {
  return orCellError(numberOf(contentOfCell(văn_bản), số_đếm === true));
}

/** Text typed in TCVN3 (.VnTime) or VNI as Unicode; Unicode stays as it is. */
export function unicode(văn_bản: string, phông?: string): string {
  return unicodeOf(văn_bản, phông ?? '');
}

/** Latest figure of an indicator in the workbook's sheet of indicators. */
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
  return refused('value', `Không có phong trào "${id}". Các mã: ${HEADINGS.map((heading) => heading.id).join(', ')}.`);
}

function inForce(data: Result<BookData>): Result<Aim> {
  if (!data.ok) return data;
  const { movement, period } = data.value;
  return movement
    ? found({ movement, period })
    : refused('none', 'Sổ chưa chọn phong trào: chọn trong bảng Thi đua số.');
}

/** Excel may hand over a data type with the plain value inside; error values are data types too. */
function contentOfCell(value: unknown): FunctionArgument {
  if (typeof value === 'object' && value !== null && 'basicValue' in value) {
    const { basicValue } = value;
    return 'type' in value && value.type === 'Error' ? { error: String(basicValue) } : contentOfCell(basicValue);
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
