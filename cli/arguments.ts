/** Command-line arguments: node:util parseArgs, its complaints in Vietnamese, and the value forms several commands share. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { readDate } from '../core/grid/date.ts';
import { type Period, parsePeriod } from '../core/indicator/period.ts';
import { refuse } from './usage-error.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses strictly: an unknown option or a missing value ends the command with one line. */
export function parseArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    return refuse(complaint(error));
  }
}

function complaint(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' <]*)/.exec(text)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `Không có tùy chọn ${option}. Thêm --help để xem cách dùng.`;
  }
  if (/does not take an argument/.test(text)) return `Tùy chọn ${option} không nhận giá trị.`;
  return `Tùy chọn ${option} cần một giá trị đứng sau. Thêm --help để xem cách dùng.`;
}

/** `2025-Q4` → period; anything else ends the command. */
export function periodArgument(text: string): Period {
  return parsePeriod(text) ?? refuse(`Kỳ "${text}" không đúng dạng. Viết như 2025, 2025-H1, 2025-Q4 hoặc 2025-11.`);
}

/** `2025-11-05` or `05/11/2025` → ISO day; anything else ends the command. */
export function dateArgument(text: string): string {
  return (
    readDate(text) ?? refuse(`Ngày "${text}" không có thật hoặc không đúng dạng. Viết như 2025-11-05 hoặc 05/11/2025.`)
  );
}
