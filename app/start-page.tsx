/** Where the page begins: what was left undone, then the ways to begin. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { StoredPlan } from '../session/plan/stored-plan.ts';
import { later } from '../ui/later.tsx';
import { momentText } from '../ui/pane/places/moment-text.ts';
import type { StoredBook } from '../ui/pane/stored-book.ts';
import type { BookMark } from './book-mark.ts';
import { canChoose } from './chosen-file.ts';
import type { LeftOver } from './use-left-over.ts';

const HelpPanel = later(async () => (await import('../ui/help/help-panel.tsx')).HelpPanel);

const useStyles = makeStyles({
  start: {
    margin: 'auto',
    padding: '24px 16px',
    maxWidth: '600px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  kept: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, textWrap: 'balance', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface StartPageProps {
  /** Why this is not Excel; null when the officer opened this page on purpose. */
  readonly reason: string | null;
  readonly left: LeftOver;
  /** Another page works on it. */
  readonly isWaiting: boolean;
  /** The page was opened by a link of invitation: begins a book that takes part; null = it was not. */
  readonly onInvited: (() => void) | null;
  readonly onRestore: (book: StoredBook) => void;
  /** Begins with a plan, or goes on with the saved plan. */
  readonly onPlan: (storedPlan: StoredPlan | undefined) => void;
  readonly buttons: ReactNode;
  readonly recent: ReactNode;
  readonly notice: ReactNode;
  readonly fault: ReactNode;
}

export function StartPage(props: StartPageProps) {
  const { reason, onPlan, buttons, recent, notice, fault } = props;
  const styles = useStyles();
  return (
    <main className={styles.start}>
      <h1 className={styles.title}>{reason === null ? 'Thi đua số: Bàn chấm' : 'Thi đua số: bản xem thử'}</h1>
      {reason === null ? null : <p className={styles.text}>{reason}</p>}
      <p className={styles.text}>
        Đọc báo cáo của các đơn vị, kiểm tra, chấm điểm và xếp hạng ngay trên trang này, không cần Excel. Tệp chỉ được
        đọc trên máy này, không gửi đi đâu.
      </p>
      <Undone {...props} />
      <div className={styles.drop}>
        <div className={styles.row}>{buttons}</div>
        <p className={styles.quiet}>
          Hoặc kéo thả thư mục, tệp báo cáo (Excel, Word, PDF có chữ), tệp nén .zip vào đây.
        </p>
        <p className={styles.text}>
          Xã mình có kế hoạch phát động riêng? Đọc kế hoạch để lập hồ sơ phong trào, tạo mẫu báo cáo và chấm theo đó.
        </p>
        <div className={styles.row}>
          <Button onClick={() => onPlan(undefined)}>Đọc kế hoạch của xã</Button>
        </div>
      </div>
      {recent}
      <p className={styles.quiet}>
        Trang này không tính công thức và không lưu biểu đồ vào tệp; công thức tự tính khi mở tệp đã lưu bằng Excel, WPS
        hoặc LibreOffice.
      </p>
      <FromDisk />
      {notice}
      {fault}
      <Help />
    </main>
  );
}

/** Work left unfinished last time, with buttons to continue or drop it. */
function Undone({ left, isWaiting, onInvited, onRestore, onPlan }: StartPageProps) {
  const { kept, lost, lostCopies, storedPlan } = left;
  return (
    <>
      {isWaiting ? (
        <Card
          label="Trang chỉ để xem"
          text="Trang này chỉ để xem: Thi đua số đang mở ở một trang khác. Đóng trang kia thì làm tiếp được ở đây."
        >
          {kept === undefined ? null : <Button onClick={() => onRestore(kept)}>{`Xem “${kept.name}”`}</Button>}
        </Card>
      ) : (
        <>
          {onInvited === null ? null : (
            <Card
              label="Liên kết mời"
              text="Trang này mở bằng liên kết mời dùng chung. Máy này tham gia trong một sổ mới, hoặc mở sổ đang có rồi vào “Dùng chung”."
            >
              <Button appearance="primary" onClick={onInvited}>
                Tham gia sổ chung
              </Button>
            </Card>
          )}
          {kept === undefined ? null : (
            <Card
              label="Sổ đang làm dở"
              text={`Còn sổ làm dở “${kept.name}”, sửa lần cuối ${momentText(kept.at)}. ${placeText(kept)}`}
            >
              <Button appearance="primary" onClick={() => onRestore(kept)}>
                Làm tiếp
              </Button>
              <Button onClick={left.dropBook}>Bỏ, làm từ đầu</Button>
            </Card>
          )}
          {lost === null ? null : (
            <Card role="alert" label="Sổ đang làm dở không còn" text={lostText(lost)}>
              <Button onClick={left.forgetLost}>Đã biết</Button>
            </Card>
          )}
          {lostCopies.length === 0 ? null : (
            <Card
              role="alert"
              label="Bản giữ không còn"
              text={`Bản giữ của “${lostCopies.join('”, “')}” không còn trong trình duyệt này: ${WHY_LOST} Nếu đã lưu ra tệp thì mở lại tệp đó.`}
            >
              <Button onClick={left.forgetCopies}>Đã biết</Button>
            </Card>
          )}
        </>
      )}
      {storedPlan === undefined ? null : (
        <Card
          label="Kế hoạch đang xem dở"
          text={`Còn kế hoạch xem dở “${storedPlan.draft.file || 'đã dán'}”, sửa lần cuối ${momentText(storedPlan.at)}.`}
        >
          <Button onClick={() => onPlan(storedPlan)}>Xem tiếp kế hoạch</Button>
          <Button onClick={left.dropPlan}>Bỏ kế hoạch này</Button>
        </Card>
      )}
    </>
  );
}

interface CardProps {
  readonly label: string;
  readonly text: string;
  readonly role?: 'alert';
  /** Its buttons. */
  readonly children: ReactNode;
}

function Card({ label, text, role, children }: CardProps) {
  const styles = useStyles();
  return (
    <section className={styles.kept} role={role} aria-label={label}>
      <p className={styles.text}>{text}</p>
      {children === null ? null : <div className={styles.row}>{children}</div>}
    </section>
  );
}

/** What a page opened from a disk cannot protect. */
function FromDisk() {
  const styles = useStyles();
  if (location.protocol !== 'file:') return null;
  return (
    <p className={styles.quiet}>
      Trang này mở từ đĩa: trang .html khác mở từ đĩa trong trình duyệt này cũng đọc và xóa được sổ đang giữ tạm ở đây.{' '}
      {canChoose()
        ? 'Hãy bấm “Lưu vào tệp” ngay khi bắt đầu: từ đó sổ nằm trong tệp, trình duyệt chỉ giữ bản đã khóa.'
        : 'Hãy lưu sổ về máy thường xuyên.'}{' '}
      Không mở trang .html lạ từ đĩa.
    </p>
  );
}

function Help() {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.row}>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Trợ giúp
        </Button>
      </div>
      {isOpen ? (
        <section className={styles.kept} aria-label="Trợ giúp">
          <HelpPanel place="start" onClose={() => setOpen(false)} />
        </section>
      ) : null}
    </>
  );
}

function placeText({ handle, inFile, isSealed }: StoredBook): string {
  if (handle === undefined) return 'Sổ chỉ nằm trong trình duyệt này.';
  const goesOn = `Làm tiếp thì ghi tiếp vào tệp “${handle.name}”.`;
  if (isSealed) return `Phần sửa cuối chưa kịp ghi vào tệp, được giữ ở đây và mở bằng khóa trong tệp. ${goesOn}`;
  return inFile ? goesOn : `Phần sửa cuối chỉ nằm trong trình duyệt này. ${goesOn}`;
}

const WHY_LOST = 'dữ liệu duyệt web đã bị xóa, hoặc một trang khác mở từ đĩa đã xóa.';

function lostText({ name, at, file }: BookMark): string {
  return file === null
    ? `Sổ làm dở “${name}”, sửa lần cuối ${momentText(at)}, không còn trong trình duyệt này: ${WHY_LOST} Nếu đã lưu ra tệp thì mở lại tệp đó.`
    : `Trình duyệt này không còn nhớ sổ làm dở “${name}”, sửa lần cuối ${momentText(at)}: ${WHY_LOST} Sổ nằm trong tệp “${file}”: bấm “Mở sổ” và chọn tệp đó.`;
}
