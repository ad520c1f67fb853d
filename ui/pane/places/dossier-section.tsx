/** What is to be put right in the dossier this workbook holds, each place a press away. */
import { Button } from '@fluentui/react-components';
import type { CellFault } from '../../../core/dossier/table.ts';
import { Icon } from '../../icons.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function DossierSection({ told }: { readonly told: readonly CellFault[] }) {
  const styles = usePaneStyles();
  const { state, actions } = usePane();
  return (
    <section className={styles.section} aria-labelledby="dossier-heading">
      <h2 id="dossier-heading" className={styles.heading}>
        {told.length === 0 ? 'Hồ sơ phong trào' : `Cần sửa trong hồ sơ phong trào (${told.length})`}
      </h2>
      {told.length === 0 ? (
        <p className={styles.note}>
          <Icon name="done" />
          Hồ sơ không có chỗ nào sai.
        </p>
      ) : (
        <ul className={styles.list} onKeyDown={rovingKeys}>
          {told.map(({ sheet, cell, message }, index) => (
            <li key={`${sheet} ${cell} ${message}`} className={styles.card}>
              <button
                type="button"
                data-roving
                tabIndex={index === 0 ? 0 : -1}
                className={styles.choice}
                disabled={sheet === ''}
                onClick={() => void actions.select({ sheet, address: cell === '' ? 'A1' : cell })}
              >
                <span className={styles.quiet}>{placeText(sheet, cell)}</span>
                <span className={styles.note}>
                  <Icon name="warning" />
                  <span>{message}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        Điểm, cách chấm, chỉ tiêu sửa ngay trong các trang của hồ sơ, bằng lời. Sửa xong bấm “Soát hồ sơ”: chỗ chưa hiểu
        được đánh dấu ở ô của nó.
      </p>
      <span>
        <Button disabled={state.work !== null} onClick={() => void actions.reviewDossier()}>
          Soát hồ sơ
        </Button>
      </span>
    </section>
  );
}

function placeText(sheet: string, cell: string): string {
  if (sheet === '') return 'Cả hồ sơ';
  return cell === '' ? `Trang “${sheet}”` : `Trang “${sheet}”, ô ${cell}`;
}
