/** `extract`: reads a plan and prints its content: targets, quotas, deadlines, whose plan it is. */
import { readFileSync, statSync } from 'node:fs';
import { dayText } from '../../core/base/period/day.ts';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { type ScannedNumber, scannedNumbers, scanPictures } from '../../core/dossier/propose/scanned-numbers.ts';
import { unitsOfPlan } from '../../core/dossier/propose/units-of-plan.ts';
import { QUOTA_BASES } from '../../core/dossier/vocabulary.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { PlanDeadline } from '../../core/plan/due/deadlines.ts';
import { dueWords } from '../../core/plan/due/due-words.ts';
import type { PlanReading } from '../../core/plan/extract-plan.ts';
import type { Leftover } from '../../core/plan/fate/leftovers.ts';
import type { PlanQuota, PlanTarget } from '../../core/plan/finding.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { parseArguments } from '../arguments.ts';
import { fromUser } from '../files/paths.ts';
import { readInput } from '../files/read-input.ts';
import { writeJson } from '../files/write-json.ts';
import { questionLines } from '../movement/question-lines.ts';
import { saveDossier as save } from '../movement/save-dossier.ts';
import { planText } from '../plan/plan-text.ts';
import { amendDossier } from '../results/movement-diff.ts';
import { tableLines } from '../terminal/table.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Đọc kế hoạch phong trào thi đua: tìm chỉ tiêu, định mức khen thưởng, thời hạn, tên và số kế hoạch.

Cách dùng: extract <ke-hoach.docx|.doc|.pdf|.txt|.png|.jpg|-> [--ocr] [--unruled yes-no|council] [--json] [-o ho-so.xlsx|.json]
          extract <ke-hoach-sua-doi> --amends <ho-so.xlsx> -o <ho-so-2.xlsx>

  -                 đọc văn bản từ đầu vào chuẩn (dán hoặc nối lệnh)
  --ocr             nhận dạng chữ ở trang là ảnh (bản quét, ảnh chụp), ngay trên máy này; mọi số phải xác nhận lại
  --unruled KIỂU    dòng của thang điểm không ghi cách chấm: yes-no (Có/Không) hoặc council (Hội đồng chấm)
  --amends HỒ SƠ    kế hoạch sửa đổi: ghi hồ sơ đang dùng thành phiên bản mới và in những chỗ thay đổi
  --json            in một tài liệu JSON
  -o, --output TỆP  ghi hồ sơ phong trào: điều kế hoạch nói, kèm bộ tiêu chí đề xuất để sửa
  -h, --help        in hướng dẫn này

Ví dụ:
  extract ke-hoach.docx
  extract ke-hoach.docx -o ho-so.xlsx
  extract ban-quet.pdf --ocr -o ho-so.xlsx
`;

/** A plan is some hundred kB of text at most. */
const MAX_BYTES = 30 * 1024 * 1024;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function extract(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    json: { type: 'boolean' },
    ocr: { type: 'boolean' },
    unruled: { type: 'string' },
    amends: { type: 'string' },
    output: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { unruled } = values;
  if (unruled !== undefined && unruled !== 'yes-no' && unruled !== 'council')
    refuse(`--unruled nhận yes-no hoặc council, không nhận "${unruled}".`);
  const [file, extra] = positionals;
  if (!file) refuse('Thiếu tệp kế hoạch. Ví dụ: extract ke-hoach.txt');
  if (extra) refuse(`Thừa đối số "${extra}". Mỗi lần đọc một kế hoạch.`);
  const isInput = file === '-';
  const bytes = isInput ? await readInput(MAX_BYTES) : readBytes(file);
  const named = isInput ? 'Đầu vào chuẩn' : `Tệp "${file}"`;
  const plan = await planText(bytes, { ocr: values.ocr === true });
  if (!plan.ok) return refuse(`${named}: ${plan.reason}`);
  const read = readPlan(plan.text);
  if (!read.ok) return refuse(`${named}: ${read.reason}`);
  const reading = read.value;
  if (values.amends !== undefined) return amendDossier(values.amends, reading, plan.text, values.output);
  const proposed = proposeMovement(reading, { year: Number(hanoiTime(new Date()).slice(0, 4)), unruled });
  const numbers = plan.scan === null ? null : scannedNumbers(reading, proposed, plan.scan);
  const document = { ...planDocument(reading), ...(numbers && { scanned: numbers.map(({ row }) => row) }) };
  if (values.json) writeJson(document);
  else process.stdout.write(`${summary(reading).join('\n')}\n`);
  if (numbers) process.stderr.write(scannedText(numbers, values.output));
  if (values.output === undefined) return 0;
  const saved = save(withNumbers(proposed, numbers), unitsOfPlan(reading, proposed.audiences), values.output, {
    inputs: isInput ? [] : [file],
    pictures: scanPictures(numbers ?? []),
  });
  if (!values.json) process.stdout.write(`\n${saved}${proposedText(proposed)}${questionLines(proposed)}`);
  return 0;
}

/** Before a scan is used, every number read from it is to be confirmed. */
function scannedText(numbers: readonly ScannedNumber[], output: string | undefined): string {
  const doubtful = numbers.filter(({ row }) => row.doubtful).length;
  const where =
    output === undefined ? 'thêm -o ho-so.xlsx để có ảnh của từng số' : 'so từng số với ảnh ở trang “Số từ bản quét”';
  return `Đọc từ bản quét: ${numbers.length} con số CHƯA XÁC NHẬN, ${doubtful} nghi đọc sai; ${where}.\n`;
}

function withNumbers(movement: Movement, numbers: readonly ScannedNumber[] | null): Movement {
  return numbers === null ? movement : { ...movement, scanned: numbers.map(({ row }) => row) };
}

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(fromUser(file)).size > MAX_BYTES) refuse(`Tệp "${file}" quá lớn (trên 30 MB).`);
    return readFileSync(fromUser(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return refuse(`Không đọc được tệp "${file}".`);
    throw error;
  }
}

/** The proposed sets; points to check follow as questions. */
function proposedText({ criteriaSets }: Movement): string {
  const criteria = criteriaSets.reduce((sum, set) => sum + set.criteria.length, 0);
  return [
    `Đề xuất ${criteriaSets.length} bộ tiêu chí, ${criteria} tiêu chí; chỗ nào ghi “Đề xuất” ở cột “Nguồn” là của phần mềm, không phải của kế hoạch.`,
    '',
  ].join('\n');
}

/** The document of the contract. */
function planDocument({ targets, quotas, deadlines, movement, leftovers, setAside, questions }: PlanReading) {
  return {
    targets: targets.map(targetDocument),
    quotas: quotas.map(quotaDocument),
    deadlines: deadlines.map(deadlineDocument),
    movement,
    leftovers: leftovers.map(leftoverDocument),
    setAside: setAside.map(leftoverDocument),
    questions: questions.map(({ code, text }) => ({ about: code, shown: text })),
  };
}

function targetDocument({ valueMax, figureOffset, ...target }: PlanTarget) {
  return valueMax === null ? target : { ...target, valueMax };
}

function quotaDocument({ unit, base, ...quota }: PlanQuota) {
  return unit === null ? quota : { ...quota, unit, base };
}

function deadlineDocument({ when, ...deadline }: PlanDeadline) {
  return { ...deadline, ...when };
}

function leftoverDocument({ unit, ...leftover }: Leftover) {
  return unit === null ? leftover : { ...leftover, unit };
}

function summary({ targets, quotas, deadlines, movement, leftovers, questions }: PlanReading): readonly string[] {
  const { issuer, plan, period, predecessors, validFrom, formedAt } = movement;
  return [
    movement.title ?? 'Phong trào thi đua (chưa rõ tên)',
    `  ${issuer.body ? `${issuer.body}, ` : 'UBND '}${[issuer.commune, issuer.district && `huyện ${issuer.district}`, issuer.province && `tỉnh/thành phố ${issuer.province}`].filter(Boolean).join(', ') || '…'} · ${plan.number ?? 'số để trống'} · ${plan.date ?? 'ngày để trống'} · ${period.from ?? '…'} đến ${period.to ?? '…'}`,
    ...(formedAt
      ? [
          `  Hợp thành từ ${predecessors.join(', ')}${validFrom === null ? '' : `, từ ngày ${dayText(validFrom)}`}${formedAt.section === '' ? '' : ` · mục ${formedAt.section}`}`,
        ]
      : []),
    '',
    `Chỉ tiêu: ${targets.length}`,
    ...tableLines(
      [{ title: 'Mục' }, { title: 'Mức', align: 'right' }, { title: 'Đến' }, { title: 'Nội dung', max: 90 }],
      targets.map((target) => [target.section, level(target), target.deadline ?? '', target.text]),
    ),
    '',
    `Định mức khen: ${quotas.length}`,
    ...tableLines(
      [{ title: 'Mục' }, { title: 'Tối đa', align: 'right' }, { title: 'Nội dung', max: 100 }],
      quotas.map((quota) => [
        quota.section,
        quota.max === null ? 'không ghi số' : `${number(quota.max)}${unitText(quota)}`,
        quota.text,
      ]),
    ),
    '',
    `Thời hạn: ${deadlines.length}`,
    ...tableLines(
      [{ title: 'Mục' }, { title: 'Khi nào' }, { title: 'Nội dung', max: 90 }],
      deadlines.map((deadline) => [deadline.section, whenWords(deadline), deadline.text]),
    ),
    '',
    `Số chưa dùng: ${leftovers.length}`,
    ...tableLines(
      [{ title: 'Mục' }, { title: 'Số', align: 'right' }, { title: 'Có thể là' }, { title: 'Nội dung', max: 90 }],
      leftovers.map(({ section, value, unit, why, text }) => [
        section,
        value === null ? '' : `${number(value)}${unit === null ? '' : ` ${unit}`}`,
        why,
        text,
      ]),
    ),
    ...(questions.length === 0
      ? []
      : ['', `Cần trả lời: ${questions.length}`, ...questions.map(({ text }) => `- ${text}`)]),
  ];
}

/** `05/11/2026`, a span with both its days: `01/11/2026 – 10/11/2026`. */
function whenWords(deadline: PlanDeadline): string {
  return `${deadline.opens === undefined ? '' : `${dayText(deadline.opens)} – `}${dueWords(deadline)}`;
}

/** `% số tham gia`. */
function unitText({ unit, base }: PlanQuota): string {
  return unit === null ? '' : `${unit}${base === null ? '' : ` ${QUOTA_BASES[base].toLowerCase()}`}`;
}

const SIGNS: Readonly<Record<PlanTarget['comparator'], string>> = {
  '>=': '≥ ',
  '>': '> ',
  '=': '',
  '<=': '≤ ',
  '<': '< ',
  range: '',
  'rank<=': 'trong ',
};

function level({ comparator, value, valueMax, unit }: PlanTarget): string {
  const figure = valueMax === null ? number(value) : `${number(value)}–${number(valueMax)}`;
  return `${SIGNS[comparator]}${figure} ${unit}`;
}

function number(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 6 });
}
