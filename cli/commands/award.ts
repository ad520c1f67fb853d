/** `award`: a signed decision goes over into the ledger of awards, a workbook the next run takes as `--awards`. */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { gatherFacts } from '../../core/paper/gather.ts';
import { officeOf } from '../../core/paper/office.ts';
import { type AwardToGive, awardsToGive, rowsForLedger } from '../../core/paper/signed-awards.ts';
import { ledgerSheet, nominationSheet } from '../../core/sheets/award-layout.ts';
import { setAsideWords } from '../../core/sheets/award-sheets.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { dateArgument } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { finishStopped } from '../results/finish-stopped.ts';
import { loadPaperSettings } from '../run/load-paper-inputs.ts';
import { run } from '../run/run.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run/run-arguments.ts';
import { wholePhase } from '../run/split-years.ts';
import { yearsJudgeOf } from '../run/years-judge-of.ts';
import { complain, refuse } from '../usage-error.ts';

const HELP = `Quyết định khen thưởng đã ký: ghi ai được khen vào sổ khen thưởng. Người đã có trong sổ không ghi lần nữa.

Cách dùng: award <tệp|thư mục>… --decision SỐ --signed NGÀY -o <so-khen-thuong.xlsx> [tùy chọn]

  --decision SỐ         số quyết định đã ký (231/QĐ-UBND)
  --signed NGÀY         ngày ký (2025-12-20 hoặc 20/12/2025)
  --form HÌNH THỨC      hình thức khen của quyết định; cần ghi khi danh sách có nhiều hình thức
  --only TÊN            chỉ những tên này (ghi nhiều lần được); bỏ trống thì tất cả người được đề nghị hình thức đó
  -o, --output TỆP      sổ ghi ra; lần sau đưa lại bằng --awards
  --settings TỆP        cài đặt văn bản
${RUN_OPTIONS_HELP}

Ví dụ:
  award bao-cao/ --movement luc-ba-2024 --period 2024 --units don-vi.xlsx --council so-hoi-dong.xlsx \\
    --awards so-cu.xlsx --decision 231/QĐ-UBND --signed 20/12/2024 -o so-khen-thuong.xlsx
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function award(args: readonly string[]): Promise<number> {
  const command = runArguments(args, 'award');
  const out = command?.options.out;
  if (!command || !out) {
    process.stdout.write(HELP);
    return 0;
  }
  const { number, day, form, only } = command.signed;
  if (number === undefined) return refuse('Thiếu số quyết định: thêm --decision, ví dụ --decision 231/QĐ-UBND.');
  if (day === undefined) return refuse('Thiếu ngày ký: thêm --signed, ví dụ --signed 20/12/2025.');
  if (!/\.xlsx$/i.test(out)) return refuse('Sổ khen thưởng là tệp .xlsx; hãy đặt tên có đuôi .xlsx.');
  const date = dateArgument(day);
  const read = command.papers.settings === undefined ? null : await loadPaperSettings(command.papers.settings);
  const done = await run(command.options);
  if ('stopped' in done) return finishStopped(done, command.json);
  if (done.result.reports.length === 0) return complain('Không có báo cáo nào để biết ai được đề nghị khen.');
  // The ledger written here takes the place of the old: a row that was set aside would be lost.
  const aside = setAsideWords(done.awards);
  if (aside !== null) return refuse(`Tệp khen thưởng: ${aside}`);
  const facts = gatherFacts(done.result, {
    ...{ council: done.council, earlier: done.earlier, journal: done.journal, ...done.awards },
    ...(read ? { settings: read.settings } : {}),
    ...(done.phase ? { phase: wholePhase(done.phase) } : {}),
    yearsJudge: yearsJudgeOf(done),
  });
  const codes = chosen(awardsToGive(facts), form, only);
  const rows = rowsForLedger(facts, { number, date, codes }, hanoiTime(new Date()).slice(0, 10));
  if (!rows.ok) return refuse(rows.refusal.message);
  const { ledger, nominations } = done.awards;
  const { movement } = done.result;
  const office = officeOf(facts);
  const book = markedBook(
    [
      ledgerSheet([...ledger, ...rows.value], movement.title, office),
      nominationSheet(nominations, movement, movement.title, office),
    ],
    'council',
  );
  if (!book.ok) return refuse(book.refusal.message);
  const isInput = guardOf([...done.inputs, ...(command.papers.settings ? [fromUser(command.papers.settings)] : [])]);
  const { renamed } = safeWrite(out, book.value, isInput);
  if (command.json) writeJson({ ledger: out, given: rows.value, kept: renamed });
  else
    process.stdout.write(
      [
        `Đã ghi ${rows.value.length} khen thưởng theo Quyết định số ${number.trim()} vào ${out}:`,
        ...rows.value.map(
          (pastAward) =>
            `  ${pastAward.unit}: ${pastAward.form} (${(pastAward.round ?? '').toLowerCase()}, ${pastAward.year})`,
        ),
        ...(renamed === null ? [] : [`Bản đã sửa tay được giữ lại: ${renamed}`]),
        '',
      ].join('\n'),
    );
  return 0;
}

/** Codes of whom the decision names; ends the command where that is not sure. */
function chosen(awards: readonly AwardToGive[], form: string | undefined, only: readonly string[]): readonly string[] {
  if (awards.length === 0) return refuse('Không còn ai được đề nghị khen mà chưa có trong sổ khen thưởng.');
  const forms = [...new Set(awards.map((award) => award.form))];
  const named = form === undefined ? forms : forms.filter((text) => squashKey(text) === squashKey(form));
  const [own, other] = named;
  if (own === undefined) return refuse(`Không ai được đề nghị "${form}". Các hình thức: ${forms.join('; ')}.`);
  if (other !== undefined)
    return refuse(`Danh sách đề nghị có nhiều hình thức: thêm --form với một trong: ${forms.join('; ')}.`);
  const offered = awards.filter((award) => award.form === own);
  if (only.length === 0) {
    const preset = offered.filter((award) => award.preset).map(({ code }) => code);
    if (preset.length > 0) return preset;
    return refuse(
      `Sổ đã có ${own} của kỳ này. Quyết định này còn tên ai thì nêu bằng --only; còn được đề nghị: ` +
        `${offered.map(({ text }) => text).join('; ')}.`,
    );
  }
  return only.flatMap((name) => {
    const key = squashKey(name);
    const found = offered.filter(({ name: who, text }) => squashKey(who) === key || squashKey(text) === key);
    const [first, other] = found;
    if (other) return refuse(`"${name}" có nhiều dòng, ghi rõ một: ${found.map(({ text }) => text).join('; ')}.`);
    return (
      first?.code ??
      refuse(`"${name}" không có trong danh sách đề nghị: ${offered.map(({ text }) => text).join('; ')}.`)
    );
  });
}
