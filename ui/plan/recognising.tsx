/** From a scan to its text: asks the officer first, shows the progress page by page, and can be stopped. */
import { Button } from '@fluentui/react-components';
import { ProgressBar } from '../progress-bar.tsx';
import type { PlanReadingState } from './use-plan-reading.ts';
import { usePlanStyles } from './use-plan-styles.ts';

type Asking = Extract<PlanReadingState, { kind: 'asking' }>;

/** Seconds a page of A4 takes to recognise, with its numbers read twice. */
const SECONDS_A_PAGE = 5;

interface RecognisingProps {
  readonly reading: Asking | Extract<PlanReadingState, { kind: 'recognising' }>;
  readonly onStart: (question: Asking) => void;
  readonly onStop: () => void;
}

export function Recognising({ reading, onStart, onStop }: RecognisingProps) {
  const styles = usePlanStyles();
  if (reading.kind === 'asking')
    return (
      <section className={styles.card} aria-label="Nhận dạng chữ">
        <p className={styles.line}>
          {`${reading.words}: phải nhận dạng chữ, khoảng ${timeWords(reading.pictured.pictures.length)}, ngay trên máy này. Mọi con số đọc được phải so lại với ảnh; có bản .docx thì nên dùng bản đó.`}
        </p>
        <div className={styles.row}>
          <Button appearance="primary" onClick={() => onStart(reading)}>
            Nhận dạng chữ
          </Button>
          <Button onClick={onStop}>Thôi</Button>
        </div>
      </section>
    );
  const words = `Đang nhận dạng chữ: ${reading.done}/${reading.all} trang`;
  return (
    <section className={styles.card} aria-label="Nhận dạng chữ">
      <span role="status">{words}</span>
      <ProgressBar label={words} value={reading.done / reading.all} />
      <span>
        <Button onClick={onStop}>Dừng nhận dạng</Button>
      </span>
    </section>
  );
}

function timeWords(pages: number): string {
  const seconds = pages * SECONDS_A_PAGE;
  return seconds < 90 ? `${seconds} giây` : `${Math.round(seconds / 60)} phút`;
}
