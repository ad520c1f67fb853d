/** A severity as sign and word; the colour only helps. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Severity } from '../core/judge/flag/flag.ts';
import { Icon } from './icons.tsx';

export const SEVERITY_WORD: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' };

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  error: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
});

export function SeverityTag({ severity, count }: { readonly severity: Severity; readonly count?: number }) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.tag, styles[severity])}>
      <Icon name={severity} />
      {SEVERITY_WORD[severity]}
      {count === undefined ? null : ` ${count}`}
    </span>
  );
}
