/** Ways into a book with what the officer gives: a chosen file, dropped reports, a plan's dossier, the sample, nothing. */
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import type { PlanDossier } from '../session/plan/scan-numbers.ts';
import { unreadableText } from '../ui/file-button.tsx';
import { readChosenFiles } from './incoming-files.ts';
import type { ChosenBook } from './open-button.tsx';
import { type PlanOpened, planAmong } from './plan-among.ts';
import { rememberFile } from './recent-books.ts';
import type { OpenBookState } from './use-open-book.ts';

const NEW_NAME = 'Sổ chấm điểm.xlsx';

export function useIncomingFiles(
  { opened, open, begin, show, setFault, setReceived, mayReplace }: OpenBookState,
  sample: () => Promise<Uint8Array | null>,
  mayChange: () => Promise<boolean>,
  setPlan: (plan: PlanOpened | null) => void,
  readers: LoadReaders,
) {
  const beginEmpty = () => begin(NEW_NAME, null);
  return {
    openChosen: async ({ file, handle }: ChosenBook) => {
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) setFault(unreadableText(file.name));
      else if (mayReplace() && (await open({ name: file.name, bytes: new Uint8Array(bytes) })) && handle)
        void rememberFile(handle);
    },
    openSample: async () => {
      const bytes = await sample().catch(() => null);
      if (bytes === null) setFault('Chưa tải được số liệu mẫu. Hãy kiểm tra mạng rồi bấm lại.');
      else await open({ name: 'Số liệu mẫu.xlsx', bytes });
    },
    openEmpty: async () => show(NEW_NAME, await beginEmpty()),
    /** Takes files into the open workbook, else into a new one; a lone plan is read as a plan. */
    receive: async (files: readonly File[]) => {
      if (!(await mayChange())) {
        setFault('Chưa nhận tệp: trang này chỉ để xem. Hãy thả tệp vào trang kia, hoặc đóng trang kia rồi làm lại.');
        return;
      }
      const alone = opened === null ? await planAmong(files) : null;
      if (alone) {
        setPlan({ file: alone });
        return;
      }
      // The worker begins while the files are read.
      const empty = opened === null ? beginEmpty() : null;
      const given = await readChosenFiles(files, readers);
      const made = await empty;
      if (given.files.length === 0) {
        if (made?.ok) made.value.end();
        setFault(given.passedOver ?? 'Thư mục này không có tệp nào.');
        return;
      }
      if (made && !show(NEW_NAME, made)) return;
      setReceived(given.files);
      setFault(given.passedOver);
    },
    openDossier: async ({ movement, units, pictures }: PlanDossier): Promise<string | null> => {
      const { dossierBook } = await import('../core/dossier/dossier-sheets.ts');
      const name = `Hồ sơ phong trào ${movement.issuer.commune} ${movement.period.to.slice(0, 4)}.xlsx`;
      const book = { name: name.replace(/[\\/:*?"<>|]+/g, ' '), bytes: dossierBook(movement, units, pictures) };
      if (mayReplace() && (await open(book))) setPlan(null);
      return null;
    },
  };
}
