/** What the validator finds in the criteria in force. */
import { useMemo } from 'react';
import type { Movement } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { Icon } from '../../icons.tsx';
import { usePaneStyles } from '../use-pane-styles.ts';

export function CriteriaFindings({ movement }: { readonly movement: Movement }) {
  const styles = usePaneStyles();
  const findings = useMemo(() => validateMovement(movement), [movement]);
  if (findings.length === 0) {
    return (
      <p className={styles.note}>
        <Icon name="done" />
        Bộ tiêu chí không có chỗ nào sai.
      </p>
    );
  }
  return (
    <section className={styles.section} aria-labelledby="findings-heading">
      <h2 id="findings-heading" className={styles.heading}>{`Cần sửa trong bộ tiêu chí (${findings.length})`}</h2>
      <ul className={styles.list}>
        {findings.map(({ code, where, message, todo }) => (
          <li key={`${code} ${where} ${message}`} className={styles.card}>
            <span className={styles.quiet}>{where}</span>
            <span className={styles.note}>
              <Icon name="warning" />
              <span>{message}</span>
            </span>
            <span>{todo}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
