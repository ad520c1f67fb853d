/** The books last used, each opened again by one press. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Icon } from '../ui/icons.tsx';
import { momentText } from '../ui/pane/places/moment-text.ts';
import { MOST_RECENT, type RecentBook } from './recent-books.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  book: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: {
    flex: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    paddingLeft: '4px',
    overflowWrap: 'anywhere',
  },
  about: { display: 'block', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RecentListProps {
  readonly books: readonly RecentBook[];
  readonly onOpen: (book: RecentBook) => void;
  readonly onForget: (book: RecentBook) => void;
}

export function RecentList({ books, onOpen, onForget }: RecentListProps) {
  const styles = useStyles();
  if (books.length === 0) return null;
  const hasFiles = books.some(({ handle }) => handle !== null);
  return (
    <section className={styles.part} aria-label="Sổ dùng gần đây">
      <h2 className={styles.title}>Sổ dùng gần đây</h2>
      <ul className={styles.list}>
        {books.map((book) => (
          <li key={book.id} className={styles.book}>
            <Button appearance="subtle" className={styles.open} onClick={() => onOpen(book)}>
              <span>
                {book.name}
                <span className={styles.about}>{`${placeText(book)} · ${momentText(book.at)}`}</span>
              </span>
            </Button>
            <Button
              appearance="subtle"
              icon={<Icon name="close" />}
              aria-label={`Bỏ “${book.name}” khỏi danh sách`}
              onClick={() => onForget(book)}
            />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {`Nhớ ${MOST_RECENT} sổ gần nhất; sổ cần giữ lâu hãy lưu về máy.`}
        {hasFiles ? ' Mở tệp trên máy thì trình duyệt có thể hỏi lại quyền: chọn “Cho phép”.' : ''}
      </p>
    </section>
  );
}

function placeText({ handle, isSealed }: RecentBook): string {
  if (handle === null) return 'bản giữ trong trình duyệt';
  return isSealed ? `phần chưa kịp ghi vào tệp “${handle.name}”` : 'tệp trên máy';
}
