/** Says that another page has the turn, and offers it once that page is closed. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { Turn } from './use-turn.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

interface WaitingTextProps {
  readonly turn: Turn;
  readonly onTake: () => void;
}

export function WaitingText({ turn, onTake }: WaitingTextProps) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.row}>
      {turn === 'waiting'
        ? 'Chỉ để xem: Thi đua số đang mở ở một trang khác. Đóng trang kia thì làm tiếp được ở đây.'
        : null}
      {turn === 'free' ? (
        <>
          Trang kia đã đóng.
          <Button appearance="primary" onClick={onTake}>
            Làm tiếp ở trang này
          </Button>
        </>
      ) : null}
    </div>
  );
}
