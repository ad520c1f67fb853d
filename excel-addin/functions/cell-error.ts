/** A refusal as Excel shows it in a cell: #VALUE! or #N/A with the Vietnamese sentence on hover. */
import type { Result } from '../../core/base/result.ts';

/** The value, or throws the error Excel expects of a function. */
export function orCellError<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { Error: CellError, ErrorCode } = CustomFunctions;
  const { code, message } = result.refusal;
  throw new CellError(code === 'value' ? ErrorCode.invalidValue : ErrorCode.notAvailable, message);
}
