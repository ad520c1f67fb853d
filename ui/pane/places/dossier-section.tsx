/** What is to be put right and what is to be confirmed in the dossier this workbook holds, each place a press away. */
import { Button } from '@fluentui/react-components';
import type { CellTold } from '../../../session/book/own-movement.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Icon } from '../../icons.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { VersionSection } from './version-section.tsx';

type Dossier = NonNullable<Workspace['dossier']>;

export function DossierSection({ told, changed }: Pick<Dossier, 'told' | 'changed'>) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const faults = told.filter(({ kind }) => kind === 'fault');
  const questions = told.filter(({ kind }) => kind === 'question');
  return (
    <section className={styles.section} aria-label="Hồ sơ phong trào">
      {changed.length === 0 ? null : <VersionSection changed={changed} />}
      {faults.length === 0 ? (
        <p className={styles.note}>
          <Icon name="done" />
          Hồ sơ không có chỗ nào sai.
        </p>
      ) : (
        <Places heading={`Cần sửa trong hồ sơ phong trào (${faults.length})`} told={faults} />
      )}
      {questions.length === 0 ? null : (
        <Places heading={`Cần xác nhận trong hồ sơ phong trào (${questions.length})`} told={questions} />
      )}
      <p className={styles.quiet}>
        Điểm, cách chấm, chỉ tiêu sửa ngay trong các trang của hồ sơ, bằng lời. Sửa xong bấm “Soát hồ sơ”: chỗ chưa hiểu
        (đỏ) và chỗ cần xác nhận (vàng) được đánh dấu ở ô của nó.
      </p>
      <span>
        <Button
          disabled={state.work !== null}
          onClick={() => void actions.act('Đang soát hồ sơ', () => session.reviewDossier())}
        >
          Soát hồ sơ
        </Button>
      </span>
    </section>
  );
}

const ICONS = { fault: 'warning', question: 'info' } as const;

function Places({ heading, told }: { readonly heading: string; readonly told: readonly CellTold[] }) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  return (
    <>
      <h2 className={styles.heading}>{heading}</h2>
      <ul className={styles.list} onKeyDown={rovingKeys}>
        {told.map(({ kind, sheet, cell, message }, index) => (
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
                <Icon name={ICONS[kind]} />
                <span>{message}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeText(sheet: string, cell: string): string {
  if (sheet === '') return 'Cả hồ sơ';
  return cell === '' ? `Trang “${sheet}”` : `Trang “${sheet}”, ô ${cell}`;
}
