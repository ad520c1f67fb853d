/**
 * `movement`: the dossier of the commune's own movement: copied from another, converted to a workbook or JSON, checked.
 */
import { findingsAfter } from '../../core/dossier/after-faults.ts';
import { fromStarter } from '../../core/dossier/from-starter.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { type DossierQuestion, questionsOf } from '../../core/dossier/questions.ts';
import { faultText } from '../../core/dossier/read-dossier.ts';
import type { CellFault } from '../../core/dossier/table.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { loadStarter, STARTER_HEADINGS } from '../../core/movements/starters.ts';
import { extractPlan } from '../../core/plan/extract-plan.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { patchBook } from '../../core/sheet/workbook/file.ts';
import { versionDifferences } from '../../session/dossier/version-differences.ts';
import { parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { loadDossier } from '../movement/load-movement.ts';
import { type CopyValues, copyToFile, copyWanted } from '../movement/movement-copy.ts';
import { questionLines } from '../movement/question-lines.ts';
import { saveDossier } from '../movement/save-dossier.ts';
import { diffMovements, newVersion } from '../results/movement-diff.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Hồ sơ phong trào của xã mình: một tệp .xlsx sửa được, hoặc .json.

Cách dùng: movement copy <phong trào|tệp> -o <hồ-sơ.xlsx|.json> [--year NĂM] [--commune XÃ] [--province TỈNH] [--from XÃ CŨ|HỒ SƠ CŨ]… [--since NGÀY]
      hoặc movement new --commune XÃ --province TỈNH --year NĂM [--starter MÃ] -o <hồ-sơ.xlsx|.json>
      hoặc movement diff <hồ sơ cũ> <hồ sơ mới> [báo cáo…] [--period KỲ] [--units TỆP] [--json]
      hoặc movement version <hồ sơ đang dùng> <hồ sơ đã sửa> -o <hồ-sơ.xlsx|.json>
      hoặc movement version <hồ sơ đã sửa có trang "Phiên bản bộ tiêu chí"> -o <hồ-sơ.xlsx>
      hoặc movement check <hồ-sơ.xlsx|.json> [-o <bản có ghi chú.xlsx>] [--strict] [--json]

  --year NĂM        chuyển các mốc ngày sang năm này; số và ngày kế hoạch để trống
  --commune XÃ      xã nhận phong trào, ví dụ "xã Phú Xuân"
  --province TỈNH   tỉnh, thành phố của xã
  --starter MÃ      hồ sơ khởi đầu, mọi mức là đề xuất có nêu nguồn: ${STARTER_HEADINGS.map(({ id }) => id).join(', ')}
  --from XÃ|TỆP     xã cũ hợp thành xã này, hoặc hồ sơ của xã cũ để lấy cả đơn vị; nhiều xã thì ghi nhiều lần
  --since NGÀY      ngày xã mang tên hiện nay
  --period, --units như ở lệnh score: kỳ và danh sách đơn vị của các báo cáo so điểm
  --strict          mã thoát 1 khi có chỗ cần sửa
  -o, --output TỆP  tệp ghi ra
  -h, --help        in hướng dẫn này

Ví dụ:
  movement copy ta-ma-2023-2030 -o ho-so.xlsx
  movement new --starter nong-thon-moi --commune "xã Phú Xuân" --province "tỉnh Hưng Yên" --year 2027 -o ho-so.xlsx
  movement copy ho-so-2025.xlsx --year 2026 -o ho-so-2026.xlsx
  movement diff ho-so.xlsx ho-so-sua.xlsx bao-cao/ --period 2026
  movement version ho-so.xlsx ho-so-sua.xlsx -o ho-so-phien-ban-2.xlsx
  movement copy tan-linh.xlsx --year 2026 --commune "xã Phú Lạc" --province "tỉnh Thái Nguyên" --from tan-linh.xlsx --from phuc-linh.xlsx -o phu-lac.xlsx
  movement check ho-so-2026.xlsx -o ho-so-2026-ghi-chu.xlsx
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function movement(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    output: { type: 'string', short: 'o' },
    year: { type: 'string' },
    commune: { type: 'string' },
    province: { type: 'string' },
    from: { type: 'string', multiple: true },
    since: { type: 'string' },
    starter: { type: 'string' },
    period: { type: 'string' },
    units: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [task, file, extra] = positionals;
  if (task === 'diff') return diffMovements(positionals.slice(1), values);
  if (task === 'version') return newVersion(positionals.slice(1), values.output);
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  if (task === 'copy') {
    const from = file ?? refuse('Thiếu phong trào cần sao chép. Ví dụ: movement copy ta-ma-2023-2030 -o ho-so.xlsx');
    const output = values.output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o ho-so.xlsx.');
    process.stdout.write(copyToFile(from, values, output));
    return 0;
  }
  if (task === 'new') {
    if (file) refuse(`Thừa đối số "${file}": movement new không cần tệp; có kế hoạch thì dùng lệnh extract.`);
    const output = values.output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o ho-so.xlsx.');
    const made = await newMovement(values);
    process.stdout.write(`${saveDossier(made, [], output)}${values.starter === undefined ? '' : questionLines(made)}`);
    return 0;
  }
  if (task === 'check') return check(file ?? refuse('Thiếu hồ sơ cần soát. Ví dụ: movement check ho-so.xlsx'), values);
  return refuse(
    task
      ? `Không có việc "movement ${task}": dùng new, copy, check, diff hoặc version.`
      : 'Thiếu việc: movement new, copy, check, diff hoặc version.',
  );
}

/**
 * A movement to begin with where there is no plan's file: nothing of a plan, two audiences with criteria of ours to
 * correct.
 */
async function newMovement({
  commune,
  province,
  year,
  starter,
}: CopyValues & { readonly starter?: string }): Promise<Movement> {
  const name = commune?.normalize('NFC').trim() || refuse('Thiếu tên xã: thêm --commune "xã Phú Xuân".');
  const of = province?.normalize('NFC').trim() || refuse('Thiếu tên tỉnh: thêm --province "tỉnh Thái Nguyên".');
  const wanted = copyWanted({ year: year ?? refuse('Thiếu năm: thêm --year 2026.') }, []).year ?? 0;
  if (starter !== undefined)
    return fromStarter(await starterCalled(starter), { commune: name, province: of, year: wanted });
  const empty = extractPlan('');
  const period = { from: `${wanted}-01-01`, to: `${wanted}-12-31` };
  const issuer = { commune: name, province: of, district: null };
  const made = proposeMovement({ ...empty, movement: { ...empty.movement, issuer, period } }, { year: wanted });
  return { ...made, issuer };
}

async function starterCalled(id: string): Promise<Movement> {
  const all = STARTER_HEADINGS.map((starter) => `${starter.id} (${starter.title})`);
  return (await loadStarter(id)) ?? refuse(`Không có hồ sơ khởi đầu "${id}". Có: ${all.join('; ')}.`);
}

/** A fault or a finding with its cell, as one line. */
interface CheckLine extends CellFault {
  readonly what: 'fault' | 'finding';
}

function check(
  file: string,
  values: { readonly output?: string; readonly strict?: boolean; readonly json?: boolean },
): number {
  const { movement: read, faults, placeOf, changed, setFaults } = loadDossier(file);
  const lines: CheckLine[] = [
    ...faults.map((fault) => ({ ...fault, what: 'fault' as const })),
    ...setFaults.map((message) => ({ sheet: '', cell: '', message, what: 'fault' as const })),
    ...findingsAfter(faults, read).findings.map((finding) => ({
      ...foundAt(finding, placeOf(finding)),
      what: 'finding' as const,
    })),
  ];
  const differences = changed ? versionDifferences(changed) : [];
  const code = values.strict && (lines.length > 0 || changed) ? 1 : 0;
  if (values.output !== undefined) annotate(file, values.output, lines);
  if (values.json) {
    const questions = questionsOf(read).map((question) => foundAt(question, placeOf(question)));
    writeJson({
      ...{ id: read.id, title: read.title, findings: lines, questions },
      ...(changed && { changed: { sets: changed.sets, differences } }),
    });
    return code;
  }
  const asked = questionLines(read);
  if (changed) process.stdout.write(`${[changed.text, ...differences].join('\n')}\n`);
  if (lines.length === 0) process.stdout.write(`Hồ sơ dùng được, không có chỗ nào cần sửa.\n${asked}`);
  else process.stdout.write(`${lines.map(lineOf).join('\n')}\n${lines.length} chỗ cần sửa.\n${asked}`);
  return code;
}

function foundAt(
  { where, message, todo }: DossierQuestion,
  place: { readonly sheet: string; readonly cell: string } | null,
): CellFault {
  return {
    sheet: place?.sheet ?? '',
    cell: place?.cell ?? '',
    message: `${place ? '' : `${where}: `}${message} ${todo}`,
  };
}

function lineOf(checkLine: CheckLine): string {
  return checkLine.sheet === '' ? checkLine.message : faultText(checkLine);
}

/** A copy of the dossier with each sentence as a note on its cell. */
function annotate(file: string, output: string, lines: readonly CheckLine[]): void {
  if (!/\.xlsx$/i.test(file) || !/\.xlsx$/i.test(output))
    refuse('Bản có ghi chú chỉ ghi được từ hồ sơ .xlsx ra tệp .xlsx.');
  const loaded = loadFile(fromUser(file));
  if (!loaded.ok) refuse(`Không đọc được tệp "${file}".`);
  const notes = lines.flatMap(({ sheet, cell, message }) => {
    const at = fromA1(cell);
    return at ? [{ kind: 'note' as const, sheet, ...at, text: message }] : [];
  });
  const patched = patchBook(loaded.value, notes);
  if (!patched.ok) refuse(`Không ghi chú được vào hồ sơ: ${patched.refusal.message}`);
  safeWrite(fromUser(output), patched.value.bytes, guardOf([fromUser(file)]));
  process.stdout.write(`Đã ghi bản có ghi chú vào ${output}\n`);
}
