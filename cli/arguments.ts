/**
 * Command-line arguments: node:util parseArgs, its complaints in Vietnamese, and the value forms several commands
 * share.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Period, parsePeriod } from '../core/base/period/period.ts';
import { readDate } from '../core/sheet/grid/date.ts';
import { didYouMean } from './did-you-mean.ts';
import { refuse, UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses strictly: an unknown option, a missing value or a repeated option ends the command with a single line. */
export function parseArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
    const tokens = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
    const twice = tokens.find(
      ({ name }, index) => !options[name]?.multiple && tokens.findIndex((token) => token.name === name) < index,
    );
    // Which of two values was meant is not ours to choose.
    if (twice?.value !== undefined) refuse(`Tùy chọn --${twice.name} chỉ được ghi một lần.`);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return refuse(complaint(error, Object.keys(options)));
  }
}

function complaint(error: unknown, known: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' <]*)/.exec(text)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = didYouMean(
      option,
      known.map((name) => `--${name}`),
    );
    return `Không có tùy chọn ${option}.${near} Thêm --help để xem cách dùng.`;
  }
  if (/does not take an argument/.test(text)) return `Tùy chọn ${option} không nhận giá trị.`;
  return `Tùy chọn ${option} cần một giá trị đứng sau. Thêm --help để xem cách dùng.`;
}

/** `2025-Q4` → period; anything else ends the command. */
export function periodArgument(text: string): Period {
  return (
    parsePeriod(text) ??
    refuse(
      `Kỳ "${text}" không đúng dạng. Viết như 2025, 2025-H1, 2025-Q4, 2025-11, tuần 2025-W40, ngày 2025-10-05 hoặc đợt 2025-08-20..2025-10-02.`,
    )
  );
}

/** `2025-11-05` or `05/11/2025` → ISO day; anything else ends the command. */
export function dateArgument(text: string): string {
  return (
    readDate(text) ?? refuse(`Ngày "${text}" không có thật hoặc không đúng dạng. Viết như 2025-11-05 hoặc 05/11/2025.`)
  );
}
