/** Links this machine gave and keeps: to be printed and sent, again where a paper was lost. */
import { Button } from '@fluentui/react-components';
import { type AboutLinks, linkMessage, linkPapers } from '../../../session/share/link-papers.ts';
import type { NewLink } from '../../../session/share/unit-links.ts';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../../save-file.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const PAPERS = { slips: 'Lưu trang mã QR để in', messages: 'Lưu tin nhắn gửi từng đơn vị' } as const;

interface GivenLinksProps {
  readonly links: readonly NewLink[];
  readonly about: AboutLinks;
  readonly onForget: () => void;
}

export function OwnLinks({ links, about, onForget }: GivenLinksProps) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  const copy = (link: NewLink) =>
    navigator.clipboard
      .writeText(linkMessage(link, about))
      .catch(() => actions.refuse('Trình duyệt không cho chép: hãy lưu tệp tin nhắn rồi chép từ đó.'));
  return (
    <section className={styles.card} aria-label="Liên kết đã cấp">
      <p className={styles.note}>
        <Icon name="warning" />
        {`${links.length} liên kết nhận đến ${about.until}: lưu hai tệp này, giữ kín, gửi riêng từng đơn vị. Máy này giữ lại đến khi liên kết hết hạn hoặc bị thu hồi.`}
      </p>
      <div className={styles.row}>
        {linkPapers(links, about).map(({ what, name, text }) => (
          <Button key={name} onClick={() => saveFile(name, new TextEncoder().encode(text))}>
            {PAPERS[what]}
          </Button>
        ))}
        <Button appearance="subtle" onClick={onForget}>
          Đã gửi hết, thôi giữ ở máy này
        </Button>
      </div>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.unit} className={styles.spread}>
            <span>{link.unit}</span>
            <Button
              size="small"
              appearance="subtle"
              aria-label={`Chép tin nhắn cho ${link.unit}`}
              onClick={() => void copy(link)}
            >
              Chép tin nhắn
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
