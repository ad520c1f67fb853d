/** The same pane without Excel: a workbook from disk or the sample, a simple grid beside the pane, and saving to disk. */
import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type ChosenFile, FileButton } from '../ui/file-button.tsx';
import { dropKeptBook, type KeptBook, keepBook, readKeptBook } from '../ui/pane/kept-book.ts';
import { momentText } from '../ui/pane/places/moment-text.ts';
import { THEMES, useThemeName } from '../ui/theme.ts';
import { type PreviewHost, previewHost } from './host/preview-host.ts';
import { PreviewBook } from './preview-book.tsx';

/** `reason` = why this is not Excel, in Vietnamese; null when the preview was asked for. */
export function startPreview(root: HTMLElement, options: { readonly reason: string | null }): void {
  createRoot(root).render(<Preview reason={options.reason} />);
}

const SAMPLE = './sample/ta-ma-2025.xlsx';

const useStyles = makeStyles({
  page: { position: 'fixed', inset: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  start: {
    margin: 'auto',
    padding: '24px 16px',
    maxWidth: '560px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  kept: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0 },
});

function Preview({ reason }: { readonly reason: string | null }) {
  const styles = useStyles();
  const theme = useThemeName(null);
  const [opened, setOpened] = useState<{ readonly host: PreviewHost; readonly number: number } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  /** What was not closed properly last time; undefined = none, or answered. */
  const [kept, setKept] = useState<KeptBook | undefined>();
  useEffect(() => {
    void readKeptBook().then(setKept);
  }, []);
  const open = ({ name, bytes }: ChosenFile) => {
    const made = previewHost(name, bytes);
    setFault(made.ok ? null : made.refusal.message);
    if (made.ok) setOpened({ host: made.value, number: (opened?.number ?? 0) + 1 });
    return made.ok;
  };
  const restore = (book: KeptBook) => {
    if (open(book)) setKept(undefined);
  };
  const startAnew = () => {
    setKept(undefined);
    void dropKeptBook();
  };
  const openSample = async () => {
    const bytes = await sampleBytes();
    if (bytes === null) setFault('Chưa tải được số liệu mẫu. Hãy kiểm tra mạng rồi bấm lại.');
    else open({ name: 'Số liệu mẫu.xlsx', bytes });
  };
  /** A workbook that is open is not thrown away unasked. */
  const mayReplace = () => opened === null || window.confirm('Mở tệp khác thì sổ đang làm đóng lại. Tiếp tục?');
  const buttons = (
    <>
      <FileButton
        label="Mở tệp .xlsx"
        accept=".xlsx,.xlsm"
        appearance={opened === null && kept === undefined ? 'primary' : 'secondary'}
        onFiles={([file]) => file && mayReplace() && open(file)}
        onUnreadable={(name) => setFault(`Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`)}
      />
      <Button onClick={() => mayReplace() && void openSample()}>Dùng số liệu mẫu</Button>
    </>
  );
  const faultText = <div role="alert">{fault}</div>;
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.page} lang="vi">
      {opened === null ? (
        <main className={styles.start}>
          <h1 className={styles.title}>Thi đua số: bản xem thử</h1>
          {reason === null ? null : <p className={styles.text}>{reason}</p>}
          <p className={styles.text}>
            Mở sổ Excel có các báo cáo của đơn vị để kiểm tra, chấm điểm và xếp hạng ngay trên trang này, không cần
            Excel. Tệp chỉ được đọc trên máy này, không gửi đi đâu.
          </p>
          <p className={styles.text}>
            Bản xem thử không tính công thức và không lưu biểu đồ vào tệp; công thức tự tính khi mở tệp đã lưu bằng
            Excel, WPS hoặc LibreOffice.
          </p>
          {kept === undefined ? null : (
            <section className={styles.kept} aria-label="Sổ đang làm dở">
              <p className={styles.text}>
                {`Còn sổ làm dở “${kept.name}”, sửa lần cuối ${momentText(kept.at)}. Sổ chỉ nằm trong trình duyệt này.`}
              </p>
              <div className={styles.row}>
                <Button appearance="primary" onClick={() => restore(kept)}>
                  Làm tiếp
                </Button>
                <Button onClick={startAnew}>Bỏ, làm từ đầu</Button>
              </div>
            </section>
          )}
          <div className={styles.row}>{buttons}</div>
          {faultText}
        </main>
      ) : (
        <PreviewBook key={opened.number} host={opened.host} keep={keepBook} buttons={buttons} fault={faultText} />
      )}
    </FluentProvider>
  );
}

async function sampleBytes(): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(new URL(SAMPLE, document.baseURI));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
