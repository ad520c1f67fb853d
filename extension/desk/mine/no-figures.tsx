/** What to do when there is nothing to show yet: say which commune, or take the first figures. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { changeSettings } from '../../settings/settings.ts';
import { DeskLink } from '../desk-link.tsx';
import { routeTo } from '../route.ts';
import type { Mine } from './use-mine.ts';

const MOST_OFFERED = 12;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '12px',
    maxWidth: '640px',
    padding: '20px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: '1px solid transparent',
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  steps: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  units: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function NoFigures({ mine }: { readonly mine: Exclude<Mine, { kind: 'ready' }> }) {
  const styles = useStyles();
  // A commune has one entry for each way a source names it: offered once.
  const names = [...new Set(mine.others.map(({ unit }) => unit.name))];
  return (
    <section className={styles.box}>
      {mine.kind === 'no-unit' ? (
        <>
          <h2 className={styles.title}>Chưa biết xã của anh chị</h2>
          <p className={styles.text}>
            Hãy ghi tên xã trong{' '}
            <DeskLink inline href={routeTo('cai-dat')}>
              Cài đặt
            </DeskLink>
            : số liệu của xã sẽ hiện ở đây.
          </p>
        </>
      ) : (
        <>
          <h2 className={styles.title}>Chưa có số liệu của {mine.unit}</h2>
          <ol className={styles.steps}>
            <li>Mở trang Cổng có số liệu của xã, như mọi khi.</li>
            <li>Bấm nút Thi Đua Số trên thanh công cụ (hoặc Alt+Shift+S).</li>
            <li>Xem số đọc được trong khung bên, rồi bấm “Xác nhận”.</li>
          </ol>
        </>
      )}
      <DeskLink href={routeTo('bat-dau')}>Chuẩn bị lần đầu: ghim nút, cho phép trang Cổng, ghi tên xã</DeskLink>
      {names.length === 0 ? null : (
        <>
          <p className={styles.text}>
            {mine.kind === 'no-unit'
              ? 'Hoặc chọn trong các đơn vị đã có số liệu:'
              : 'Đã có số liệu của các đơn vị này. Nếu một trong số đó là xã của anh chị, hãy chọn:'}
          </p>
          <div className={styles.units}>
            {names.slice(0, MOST_OFFERED).map((name) => (
              <Button key={name} size="small" onClick={() => void changeSettings({ unit: name })}>
                {name}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
