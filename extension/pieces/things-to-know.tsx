/** What there is to know beside the figures, in one line: the first, and how many more are folded behind it. */
import { makeStyles } from '@fluentui/react-components';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({
  more: { '& summary': { cursor: 'pointer' }, '& ul': { margin: '6px 0 0', paddingInlineStart: '18px' } },
});

export function ThingsToKnow({ warnings }: { readonly warnings: readonly string[] }) {
  const styles = useStyles();
  const [first, ...rest] = warnings;
  if (first === undefined) return null;
  return (
    <Notice kind="warning">
      {rest.length === 0 ? (
        first
      ) : (
        <details className={styles.more}>
          <summary>
            {warnings.length} điều cần biết: {first}
          </summary>
          <ul>
            {rest.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
