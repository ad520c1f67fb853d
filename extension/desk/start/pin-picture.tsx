/** Where the pin is: the end of a browser's toolbar with its puzzle piece, and the line with the pin below it. */
import { makeStyles, tokens } from '@fluentui/react-components';

const PIECE = 'M4 7h3.2a2 2 0 1 1 3.6 0H14v3.2a2 2 0 1 1 0 3.6V17h-3.2a2 2 0 1 0-3.6 0H4v-3.2a2 2 0 1 0 0-3.6z';
const PIN = 'M7 3h6M8 3v5l-2.5 3.5h9L12 8V3M10 11.5V17';

const useStyles = makeStyles({
  picture: {
    width: '100%',
    maxWidth: '300px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '8px 10px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  address: {
    flex: 1,
    boxSizing: 'border-box',
    height: '20px',
    // Seen where the system's colours leave no ground.
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 10px' },
  name: { flex: 1 },
  marked: {
    display: 'flex',
    padding: '3px',
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function PinPicture() {
  const styles = useStyles();
  return (
    <div aria-hidden="true" className={styles.picture}>
      <div className={styles.bar}>
        <span className={styles.address} />
        <Sign path={PIECE} />
      </div>
      <div className={styles.line}>
        <img alt="" width={20} height={20} src="icons/icon-32.png" />
        <span className={styles.name}>Thi Đua Số</span>
        <Sign path={PIN} />
      </div>
    </div>
  );
}

function Sign({ path }: { readonly path: string }) {
  const styles = useStyles();
  return (
    <span className={styles.marked}>
      <svg
        width={18}
        height={18}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    </span>
  );
}
