/** Gives reports that came as files: chosen or dropped, they are read and shown like a capture. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isPdf, SCANNED } from '../../core/portal/capture/is-pdf.ts';
import { bookFromWorker } from '../../session/legacy/book-from-worker.ts';
import { readPdfApart } from '../../session/plan/read-pdf-apart.ts';
import { type ChosenFile, FileButton } from '../../ui/file-button.tsx';
import { type IncomingFile, layDown } from '../files/incoming-report.ts';
import { useStore } from '../live/use-store.ts';
import { Notice } from '../pieces/notice.tsx';
import { send } from '../pieces/send.ts';
import { ERROR_TEXT } from '../pieces/words.ts';

/** Larger files are not reports. */
const MOST_BYTES = 30_000_000;
const MOST_FILES = 12;
const ACCEPTED = '.xlsx,.xlsm,.xls,.ods,.csv,.pdf';

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '6px',
    padding: '10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
  over: {
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** `onTaken` = with the id of the capture they became. */
export function FileDrop({ onTaken }: { readonly onTaken: (id: string) => void }) {
  const styles = useStyles();
  const db = useStore();
  const [isOver, setIsOver] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const take = async (chosen: readonly ChosenFile[]) => {
    setIsBusy(true);
    setTrouble(null);
    const refusal = await readChosen(chosen)
      .then(async (files) => {
        if (typeof files === 'string') return files;
        await layDown(db, files);
        const reply = await send('capture.files', {});
        if (!reply.ok) return ERROR_TEXT[reply.code];
        if (reply.data.kind === 'refused') return reply.data.reason;
        onTaken(reply.data.id);
        return null;
      })
      .catch(() => ERROR_TEXT.failed);
    setTrouble(refusal);
    setIsBusy(false);
  };
  const dropped = async (files: readonly File[]) => {
    const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    await take(await Promise.all(read));
  };
  return (
    <section
      className={mergeClasses(styles.drop, isOver && styles.over)}
      aria-label="Đọc tệp báo cáo"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void dropped([...event.dataTransfer.files]).catch(() => setTrouble(ERROR_TEXT.failed));
      }}
    >
      <FileButton
        label="Đọc tệp báo cáo…"
        accept={ACCEPTED}
        multiple
        disabled={isBusy}
        onFiles={(files) => void take(files)}
        onFault={setTrouble}
      />
      <p className={styles.hint}>
        Báo cáo một cửa dạng .xlsx, .xls, .csv, PDF có chữ: chọn, hoặc thả vào đây. Nhiều tệp cùng kỳ được gộp lại; danh
        sách hồ sơ chỉ lấy số đếm.
      </p>
      {trouble !== null && <Notice kind="error">{trouble}</Notice>}
    </section>
  );
}

/** A container of before 2007, a page or XML saved as a workbook, an OpenDocument; by the first byte and the name. */
function isOld({ name, bytes }: IncomingFile): boolean {
  const isCsv = /\.(?:csv|txt)$/i.test(name);
  const start = bytes[0] === 0xef ? bytes[3] : bytes[0];
  return /\.ods$/i.test(name) || bytes[0] === 0xd0 || (bytes[0] === 0x09 && !isCsv) || start === 0x3c;
}

/** Reads one file of an old kind; a part of its own, that no page of figures carries. */
function oldReader(): Worker {
  return new Worker(new URL('../../session/legacy/legacy-worker.ts', import.meta.url), { type: 'module' });
}

/** With the books of old kinds; a sentence where one cannot be taken. */
async function readChosen(chosen: readonly ChosenFile[]): Promise<readonly IncomingFile[] | string> {
  if (chosen.length > MOST_FILES) return `Mỗi lần gộp nhiều nhất ${MOST_FILES} tệp.`;
  const files: IncomingFile[] = [];
  for (const { name, bytes } of chosen) {
    if (bytes.length > MOST_BYTES) return `“${name}” quá lớn để là một báo cáo.`;
    const file = { name, bytes: new Uint8Array(bytes) };
    if (isPdf(bytes)) {
      const pdf = await readPdfApart(bytes);
      if (!pdf.ok) return `“${name}”: ${pdf.reason}`;
      if (pdf.pictures.length > 0) return `“${name}”: ${SCANNED}`;
      files.push({ ...file, pages: pdf.pages });
    } else if (!isOld(file)) files.push(file);
    else {
      const old = await bookFromWorker(oldReader(), bytes);
      if (!old?.ok) return `“${name}”: ${old?.refusal.message ?? 'đọc tệp quá lâu nên đã dừng.'}`;
      files.push({ ...file, book: old.value });
    }
  }
  return files;
}
